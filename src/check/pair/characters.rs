//! Which characters a text has: one look turns most checks away.

use std::ops::RangeInclusive;

/// Characters that are known one by one: those of one or two bytes.
const NEAR: u32 = 0x800;
/// The block of general punctuation's first characters, which are known one by one as well.
const MARKS: u32 = 0x2000;
/// Where that block is.
const PLACE: usize = 32;

/// Which characters a text has: a set that answers at once for most texts that a check need not look
/// at them. It is exact below U+0800 and from U+2000 to U+203F. Of all others only the first byte in
/// UTF-8 is known, so that it may say yes where it should say no.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Characters {
    near: [u64; PLACE + 1],
    far: u64,
}

impl Characters {
    /// No characters.
    pub(in crate::check) const NONE: Self = Self {
        near: [0; PLACE + 1],
        far: 0,
    };

    /// The characters of a text.
    pub(in crate::check) const fn of(text: &str) -> Self {
        let mut set = Self::NONE;
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let lead = bytes[at];
            if lead < 0x80 {
                set.near[(lead >> 6) as usize] |= 1 << (lead & 63);
                at += 1;
            } else if lead < 0xE0 {
                set.near[(lead & 31) as usize] |= 1 << (bytes[at + 1] & 63);
                at += 2;
            } else if lead == 0xE2 && bytes[at + 1] == 0x80 {
                set.near[PLACE] |= 1 << (bytes[at + 2] & 63);
                at += 3;
            } else {
                set.far |= 1 << (lead & 63);
                at += if lead < 0xF0 { 3 } else { 4 };
            }
        }
        set
    }

    /// The set with all characters from one to another.
    pub(in crate::check) const fn with(mut self, range: RangeInclusive<char>) -> Self {
        let (mut c, end) = (*range.start() as u32, *range.end() as u32);
        while c <= end {
            match place(c) {
                (Some(word), bit) => self.near[word] |= bit,
                (None, bit) => self.far |= bit,
            }
            c += 1;
        }
        self
    }

    /// The characters of both sets.
    pub(in crate::check) const fn and(mut self, other: &Self) -> Self {
        let mut word = 0;
        while word < self.near.len() {
            self.near[word] |= other.near[word];
            word += 1;
        }
        self.far |= other.far;
        self
    }

    /// Whether the set has the character, or may have it.
    pub(in crate::check) fn has(&self, c: char) -> bool {
        match place(u32::from(c)) {
            (Some(word), bit) => self.near[word] & bit != 0,
            (None, bit) => self.far & bit != 0,
        }
    }

    /// Whether the set has the character that two bytes make.
    fn has_pair(&self, lead: u8, second: u8) -> bool {
        self.near[usize::from(lead & 31)] >> (second & 63) & 1 != 0
    }

    /// Whether two sets have a character in common, or may have.
    pub(in crate::check) fn meets(&self, other: &Self) -> bool {
        let words = self.near.iter().zip(&other.near);
        words.fold(self.far & other.far, |all, (one, two)| all | one & two) != 0
    }

    /// Whether another set has all of these for sure.
    pub(in crate::check) fn is_within(&self, other: &Self) -> bool {
        let words = self.near.iter().zip(&other.near);
        words.fold(self.far, |all, (one, two)| all | one & !two) == 0
    }
}

/// Characters that are looked for in texts.
#[derive(Debug)]
pub(in crate::check) struct Marks {
    /// The characters.
    pub(in crate::check) set: Characters,
    /// Whether one of them may begin with a byte.
    bytes: [bool; 256],
}

impl Marks {
    /// The characters of a text, each of which is a mark.
    pub(in crate::check) const fn of(text: &str) -> Self {
        Self::from(&Characters::of(text))
    }

    /// The characters of a set.
    pub(in crate::check) const fn from(set: &Characters) -> Self {
        let mut bytes = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            // A byte within a character begins none.
            bytes[byte] = match byte {
                0..0x80 => set.near[byte >> 6] >> (byte & 63) & 1 != 0,
                0x80..0xC0 => false,
                0xC0..0xE0 => set.near[byte & 31] != 0,
                0xE2 => set.near[PLACE] != 0 || set.far >> (byte & 63) & 1 != 0,
                _ => set.far >> (byte & 63) & 1 != 0,
            };
            byte += 1;
        }
        Self { set: *set, bytes }
    }

    /// The place, from another one on, of the next byte that may begin one of the characters.
    pub(in crate::check) fn next(&self, text: &str, from: usize) -> Option<usize> {
        let begins = |byte: &u8| self.bytes[usize::from(*byte)];
        let (runs, rest) = text.as_bytes().get(from..)?.as_chunks::<8>();
        // Eight bytes at a time, since most have none.
        for (index, run) in runs.iter().enumerate() {
            if let Some(at) = run.iter().position(begins) {
                return Some(from + 8 * index + at);
            }
        }
        Some(from + 8 * runs.len() + rest.iter().position(begins)?)
    }

    /// Those of the characters that a text has, or may have, each with its place.
    pub(in crate::check) fn places<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, char)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let here = self.next(text, at)?;
                let bytes = text.as_bytes();
                if let 0xC0..0xE0 = bytes[here]
                    && !self.set.has_pair(bytes[here], bytes[here + 1])
                {
                    at = here + 2;
                    continue;
                }
                let c = text[here..].chars().next()?;
                at = here + c.len_utf8();
                if c.is_ascii() || self.set.has(c) {
                    return Some((here, c));
                }
            }
        })
    }
}

/// Where a character is noted: the word, if it is known by itself, and the bit.
const fn place(c: u32) -> (Option<usize>, u64) {
    match c {
        0..NEAR => (Some((c >> 6) as usize), 1 << (c & 63)),
        MARKS..=0x203F => (Some(PLACE), 1 << (c & 63)),
        // The first byte, as UTF-8 has it.
        NEAR..MARKS | 0x2040..0x1_0000 => (None, 1 << ((0xE0 | c >> 12) & 63)),
        _ => (None, 1 << ((0xF0 | c >> 18) & 63)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_know_their_characters() {
        let mut buffer = [0; 4];
        for c in '\0'..='\u{30FF}' {
            let text = &*c.encode_utf8(&mut buffer);
            let set = Characters::of(text);
            assert!(set.has(c), "{c:?}");
            assert!(Characters::NONE.with(c..=c).meets(&set), "{c:?}");
            assert_eq!(Marks::from(&set).places(text).next(), Some((0, c)));
            let exact = c < '\u{800}' || ('\u{2000}'..'\u{2040}').contains(&c);
            assert!(!exact || !set.has('ä') || c == 'ä', "{c:?}");
            assert_eq!(set.is_within(&Characters::of(text)), exact, "{c:?}");
        }
        let text = "a„b“ 𝄞 → ä";
        let places: Vec<_> = Marks::of("„“𝄞").places(text).collect();
        assert_eq!(places, [(1, '„'), (5, '“'), (9, '𝄞')]);
    }
}
