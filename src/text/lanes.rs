//! Sets of bytes, asked of sixteen at once, and of a whole text by sixty-four.

use wide::u8x16;

/// Bytes that are asked at once.
pub(crate) const LANES: usize = 16;

/// Bytes that a number has a bit for.
pub(crate) const CHUNK: usize = 64;

/// Sixteen bytes of a text.
#[derive(Clone, Copy)]
pub(crate) struct Lanes(u8x16);

impl Lanes {
    pub(crate) fn new(bytes: [u8; LANES]) -> Self {
        Self(u8x16::new(bytes))
    }

    /// Those that are `byte`.
    pub(crate) fn are(self, byte: u8) -> Set {
        Set(self.0.simd_eq(u8x16::splat(byte)))
    }

    /// Those that are `byte` but for the bits of `free`, which may be any.
    pub(crate) fn are_like(self, byte: u8, free: u8) -> Set {
        Self(self.0 & u8x16::splat(!free)).are(byte & !free)
    }

    /// Those between `first` and `last`, both included.
    pub(crate) fn within(self, first: u8, last: u8) -> Set {
        let distance = self.0 - u8x16::splat(first);
        Set(distance.min(u8x16::splat(last - first)).simd_eq(distance))
    }

    /// Those from `first` on, included.
    pub(crate) fn from(self, first: u8) -> Set {
        Set(self.0.max(u8x16::splat(first)).simd_eq(self.0))
    }
}

/// Which of sixteen bytes are meant.
#[derive(Clone, Copy)]
pub(crate) struct Set(u8x16);

impl Set {
    /// A bit for each, the lowest for the first.
    pub(crate) fn bits(self) -> u32 {
        self.0.to_bitmask()
    }
}

impl std::ops::BitOr for Set {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The first bytes of a text, with zeros behind its end.
pub(crate) fn chunk(bytes: &[u8]) -> [u8; CHUNK] {
    bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut short = [0; CHUNK];
        short[..bytes.len()].copy_from_slice(bytes);
        short
    })
}

/// A bit for each byte of a chunk that is meant, the lowest for the first.
pub(crate) fn bits(chunk: &[u8; CHUNK], meant: impl Fn(Lanes) -> Set) -> u64 {
    let lanes = chunk.as_chunks().0.iter().enumerate();
    lanes.fold(0, |bits, (at, lanes)| {
        bits | u64::from(meant(Lanes::new(*lanes)).bits()) << (LANES * at)
    })
}

/// The offsets of the bytes of a text that are meant, from `start` on; no zero is meant.
pub(crate) fn offsets(
    bytes: &[u8],
    start: usize,
    meant: impl Fn(Lanes) -> Set,
) -> impl Iterator<Item = usize> {
    let (mut at, mut hits) = (start, 0);
    let mut rest = bytes.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        while hits == 0 {
            if rest.is_empty() {
                return None;
            }
            hits = bits(&chunk(rest), &meant);
            rest = rest.get(CHUNK..).unwrap_or_default();
            at += CHUNK;
        }
        let found = at - CHUNK + hits.trailing_zeros() as usize;
        hits &= hits - 1;
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sets_hold_the_bytes_that_they_name(
            bytes in prop::collection::vec(1u8.., 0..200),
            first: u8,
            length in 0u8..40,
            free: u8,
            start in 0usize..100,
        ) {
            let last = first.saturating_add(length).max(1);
            let check = |meant: &dyn Fn(Lanes) -> Set, plainly: &dyn Fn(u8) -> bool| {
                let start = start.min(bytes.len());
                let found: Vec<usize> = offsets(&bytes, start, meant).collect();
                let expected: Vec<usize> =
                    (start..bytes.len()).filter(|at| plainly(bytes[*at])).collect();
                assert_eq!(found, expected);
            };
            check(&|lanes| lanes.are(last), &|byte| byte == last);
            check(&|lanes| lanes.within(first.max(1), last), &|byte| (first.max(1)..=last).contains(&byte));
            check(&|lanes| lanes.from(last), &|byte| byte >= last);
            let like = last | !free | 1;
            check(&|lanes| lanes.are_like(like, free & !1), &|byte| byte | free & !1 == like | free & !1);
        }
    }
}
