//! Which pairs of places an alignment may pass through, so that long documents stay affordable.

use std::ops::Range;

/// The places that an alignment may pass through: for each number of source sentences already
/// passed (0..=n), the numbers of target sentences passed.
#[derive(Debug, Clone)]
pub(super) struct Corridor {
    rows: Vec<Range<usize>>,
    starts: Vec<usize>,
}

impl Corridor {
    /// Everything, for so many sentences of source and target.
    pub(super) fn whole(sources: usize, targets: usize) -> Self {
        Self::of(vec![0..targets + 1; sources + 1])
    }

    /// A corridor of these rows. The first holds 0, the last the number of target sentences, and
    /// each begins no later than the one before it ends.
    pub(super) fn of(rows: Vec<Range<usize>>) -> Self {
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut at = 0;
        for row in &rows {
            starts.push(at);
            at += row.len();
        }
        starts.push(at);
        Self { rows, starts }
    }

    /// The smallest corridor around places, widened by `margin` on all sides and made passable.
    /// `rows` has the places of each row, or an empty range.
    pub(super) fn around(rows: &[Range<usize>], targets: usize, margin: usize) -> Self {
        let count = rows.len();
        let mut wide = Vec::with_capacity(count);
        for at in 0..count {
            let near = &rows[at.saturating_sub(margin)..(at + margin + 1).min(count)];
            let held = || near.iter().filter(|row| !row.is_empty());
            let start = held().map(|row| row.start).min();
            let end = held().map(|row| row.end).max();
            let start = start.unwrap_or(targets).saturating_sub(margin);
            wide.push(start..(end.unwrap_or(0) + margin).min(targets + 1));
        }
        // Rising starts and ends, and no gap between neighbours.
        let mut least = targets;
        for row in wide.iter_mut().rev() {
            least = least.min(row.start);
            row.start = least;
        }
        let mut most = 1;
        for row in &mut wide {
            row.start = row.start.min(most - 1);
            most = most.max(row.end);
            row.end = most;
        }
        if let Some(first) = wide.first_mut() {
            first.start = 0;
        }
        if let Some(last) = wide.last_mut() {
            last.end = targets + 1;
        }
        Self::of(wide)
    }

    /// Places in all.
    pub(super) fn size(&self) -> usize {
        self.starts[self.rows.len()]
    }

    /// Its rows.
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    /// The places of a row.
    pub(super) fn row(&self, source: usize) -> Range<usize> {
        self.rows[source].clone()
    }

    /// The number of a place, if it is in the corridor.
    pub(super) fn place(&self, source: usize, target: usize) -> Option<usize> {
        let row = self.rows.get(source)?;
        row.contains(&target)
            .then(|| self.starts[source] + target - row.start)
    }

    /// All places in order: row, target and number.
    pub(super) fn places(&self) -> impl DoubleEndedIterator<Item = (usize, usize, usize)> + '_ {
        self.rows.iter().enumerate().flat_map(|(source, row)| {
            let start = self.starts[source];
            let first = row.start;
            row.clone()
                .map(move |target| (source, target, start + target - first))
        })
    }

    /// For each of so many target sentences the rows that pass it.
    pub(super) fn columns(&self, targets: usize) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = vec![Range::default(); targets];
        for (source, target, _) in self.places() {
            if let Some(column) = out.get_mut(target) {
                if column.end == 0 {
                    column.start = source;
                }
                column.end = column.end.max(source + 1);
            }
        }
        out
    }
}
