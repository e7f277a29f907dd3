//! Which words translate which, learnt from the documents themselves.

/// Weighted pairs of types: how well a target type translates a source type, 0.0–1.0.
#[derive(Debug, Default, Clone)]
pub(super) struct Lexicon {
    starts: Vec<u32>,
    entries: Vec<(u32, f32)>,
}

impl Lexicon {
    /// Collects pairs of source, target and weight; of equal ones the heaviest stays.
    pub(super) fn of(mut pairs: Vec<(u32, u32, f32)>) -> Self {
        pairs.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
        pairs.dedup_by_key(|pair| (pair.0, pair.1));
        let mut out = Self::default();
        for (source, target, weight) in pairs {
            let end = out.entries.len() as u32;
            out.starts.resize(source as usize + 1, end);
            out.entries.push((target, weight));
        }
        out.starts.push(out.entries.len() as u32);
        out
    }

    /// The translations of a source type.
    pub(super) fn row(&self, source: u32) -> &[(u32, f32)] {
        let source = source as usize;
        match (self.starts.get(source), self.starts.get(source + 1)) {
            (Some(start), Some(end)) => &self.entries[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// All pairs in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u32, f32)> + '_ {
        let sources = self.starts.len().saturating_sub(1) as u32;
        (0..sources).flat_map(|source| {
            let row = self.row(source).iter();
            row.map(move |(target, weight)| (source, *target, *weight))
        })
    }

    /// Both together; of equal pairs the heaviest stays.
    pub(super) fn joined(&self, other: &Self) -> Self {
        Self::of(self.iter().chain(other.iter()).collect())
    }

    /// The same pairs by target type.
    pub(super) fn turned(&self) -> Self {
        Self::of(self.iter().map(|(s, t, weight)| (t, s, weight)).collect())
    }
}
