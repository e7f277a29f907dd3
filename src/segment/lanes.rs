//! Sets of bytes, asked of sixteen at once.

use wide::u8x16;

/// Bytes that are asked at once.
pub(super) const LANES: usize = 16;

/// Sixteen bytes of a text.
#[derive(Clone, Copy)]
pub(super) struct Lanes(u8x16);

impl Lanes {
    pub(super) fn new(bytes: [u8; LANES]) -> Self {
        Self(u8x16::new(bytes))
    }

    /// Those that are `byte`.
    pub(super) fn are(self, byte: u8) -> Set {
        Set(self.0.simd_eq(u8x16::splat(byte)))
    }

    /// Those that are `even` or the byte after it, which differs in the last bit alone.
    pub(super) fn are_pair(self, even: u8) -> Set {
        Self(self.0 & u8x16::splat(0xFE)).are(even)
    }

    /// Those between `first` and `last`, both included.
    pub(super) fn within(self, first: u8, last: u8) -> Set {
        let distance = self.0 - u8x16::splat(first);
        Set(distance.min(u8x16::splat(last - first)).simd_eq(distance))
    }
}

/// Which of sixteen bytes are meant.
#[derive(Clone, Copy)]
pub(super) struct Set(u8x16);

impl Set {
    /// A bit for each, the lowest for the first.
    pub(super) fn bits(self) -> u32 {
        self.0.to_bitmask()
    }
}

impl std::ops::BitOr for Set {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
