//! Groups of characters, and the bytes of a list.

/// The hashes of the groups of characters of one text after another.
#[derive(Debug, Default)]
pub(super) struct Grams {
    groups: Vec<u64>,
    hashes: Vec<u32>,
}

impl Grams {
    /// Returns the hashes of the groups of `size` characters in a text, four at most. A group that
    /// stands there again has another hash, so that what two texts share can be counted. A text
    /// that is shorter is a group of its own.
    pub(super) fn of(&mut self, text: &str, size: usize) -> &[u32] {
        self.groups.clear();
        self.hashes.clear();
        let mask = u128::MAX >> (128 - 32 * size);
        let mut group = 0u128;
        let mut read = 0;
        for c in text.chars() {
            group = ((group << 32) | u128::from(u32::from(c))) & mask;
            read += 1;
            if read >= size {
                self.groups.push(mixed(group));
            }
        }
        if read < size {
            self.groups.push(mixed(group));
        }
        self.groups.sort_unstable();
        let mut before = None;
        let mut times = 0u64;
        for group in &self.groups {
            times = if before == Some(*group) { times + 1 } else { 0 };
            before = Some(*group);
            let hash = group.wrapping_add(times.wrapping_mul(0x9E37_79B9_7F4A_7C15));
            self.hashes.push((hash >> 32) as u32 ^ (hash >> 12) as u32);
        }
        &self.hashes
    }
}

fn mixed(group: u128) -> u64 {
    let half = (group as u64) ^ ((group >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (half ^ (half >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9)
}

/// Writes a number in groups of seven bits and returns how many bytes it took.
pub(super) fn write_number(mut number: u32, out: &mut [u8]) -> u32 {
    let mut at = 0;
    while number >= 0x80 {
        out[at] = number as u8 | 0x80;
        number >>= 7;
        at += 1;
    }
    out[at] = number as u8;
    at as u32 + 1
}

/// Returns how many bytes [`write_number`] takes.
pub(super) fn written_length(number: u32) -> u32 {
    (32 - (number | 1).leading_zeros()).div_ceil(7)
}

/// Calls `each` with the numbers of a list, which was written as differences.
#[inline]
pub(super) fn each_number(postings: &[u8], mut each: impl FnMut(usize)) {
    let mut number = 0;
    let mut at = 0;
    while at < postings.len() {
        let mut byte = postings[at];
        at += 1;
        let mut difference = usize::from(byte & 0x7F);
        let mut shift = 7;
        while byte >= 0x80 {
            byte = postings[at];
            at += 1;
            difference |= usize::from(byte & 0x7F) << shift;
            shift += 7;
        }
        number += difference;
        each(number);
    }
}
