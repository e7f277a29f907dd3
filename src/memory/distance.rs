//! The edit distance between one text and many others, by bits.

use rustc_hash::FxHashMap;

/// Characters that have a row of their own in [`Pattern::rows`].
const DIRECT: usize = 0x180;

/// A text made ready to be compared with many others: how many insertions, deletions and exchanges
/// of characters lead from one to the other (Levenshtein distance).
///
/// Source: Myers 1999, "A fast bit-vector algorithm for approximate string matching", in the form of
/// Hyyrö 2003 with blocks of 64 characters.
#[derive(Debug)]
pub(super) struct Pattern {
    /// Characters of the text.
    length: usize,
    /// The blocks of a column.
    blocks: usize,
    /// Where each of the first characters of Unicode stands in the text, `blocks` words each.
    rows: Vec<u64>,
    /// The same for the others.
    other_rows: FxHashMap<char, Vec<u64>>,
    /// The row of a character that is not in the text.
    empty_row: Vec<u64>,
    /// The differences down the current column, +1 and −1, per block.
    column: Vec<(u64, u64)>,
}

impl Pattern {
    /// Makes a text ready. It costs about as much as comparing it some ten times.
    pub(super) fn of(text: &str) -> Self {
        let length = text.chars().count();
        let blocks = length.div_ceil(64).max(1);
        let mut pattern = Self {
            length,
            blocks,
            rows: vec![0; DIRECT * blocks],
            other_rows: FxHashMap::default(),
            empty_row: vec![0; blocks],
            column: vec![(u64::MAX, 0); blocks],
        };
        for (at, c) in text.chars().enumerate() {
            let row = match c as usize {
                code if code < DIRECT => &mut pattern.rows[code * blocks..][..blocks],
                _ => pattern
                    .other_rows
                    .entry(c)
                    .or_insert_with(|| vec![0; blocks]),
            };
            row[at / 64] |= 1 << (at % 64);
        }
        pattern
    }

    /// Returns the characters of the text.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Returns the distance to `text`, which has `length` characters, or None if it is over `limit`.
    pub(super) fn distance(&mut self, text: &str, length: usize, limit: usize) -> Option<usize> {
        if self.length.abs_diff(length) > limit {
            return None;
        }
        if self.length == 0 {
            return Some(length);
        }
        match self.blocks {
            1 => self.distance_in_block(text, length, limit),
            _ => self.distance_in_blocks(text, length, limit),
        }
    }

    fn distance_in_block(&self, text: &str, length: usize, limit: usize) -> Option<usize> {
        let last = 1 << (self.length - 1);
        let mut column = (u64::MAX, 0);
        let (mut score, mut left) = (self.length, length);
        for c in text.chars() {
            let (plus, minus) = step(self.row(c)[0], &mut column, (1, 0), last);
            score = score + usize::from(plus.1) - usize::from(minus.1);
            left -= 1;
            if score > limit + left {
                return None;
            }
        }
        (score <= limit).then_some(score)
    }

    fn distance_in_blocks(&mut self, text: &str, length: usize, limit: usize) -> Option<usize> {
        let last = 1 << ((self.length - 1) % 64);
        let mut column = std::mem::take(&mut self.column);
        column.fill((u64::MAX, 0));
        let (mut score, mut left) = (self.length, length);
        for c in text.chars() {
            let mut carry = (1, 0);
            let mut ends = (false, false);
            for (eq, differences) in self.row(c).iter().zip(&mut column) {
                let (plus, minus) = step(*eq, differences, carry, last);
                carry = (plus.0, minus.0);
                ends = (plus.1, minus.1);
            }
            score = score + usize::from(ends.0) - usize::from(ends.1);
            left -= 1;
            if score > limit + left {
                break;
            }
        }
        self.column = column;
        (left == 0 && score <= limit).then_some(score)
    }

    fn row(&self, c: char) -> &[u64] {
        match c as usize {
            code if code < DIRECT => &self.rows[code * self.blocks..][..self.blocks],
            _ => self.other_rows.get(&c).unwrap_or(&self.empty_row),
        }
    }
}

/// Works out a block of the next column: what goes over into the block below, and whether the
/// distance rises or falls in the row `last`.
#[inline]
fn step(
    equal: u64,
    differences: &mut (u64, u64),
    (plus_in, minus_in): (u64, u64),
    last: u64,
) -> ((u64, bool), (u64, bool)) {
    let (plus_down, minus_down) = *differences;
    let vertical = equal | minus_down;
    let equal = equal | minus_in;
    let horizontal = (((equal & plus_down).wrapping_add(plus_down)) ^ plus_down) | equal;
    let plus = minus_down | !(horizontal | plus_down);
    let minus = plus_down & horizontal;
    let (plus_shifted, minus_shifted) = ((plus << 1) | plus_in, (minus << 1) | minus_in);
    *differences = (
        minus_shifted | !(vertical | plus_shifted),
        plus_shifted & vertical,
    );
    (
        (plus >> 63, plus & last != 0),
        (minus >> 63, minus & last != 0),
    )
}
