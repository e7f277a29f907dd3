/// Which characters a text may have, by the bytes that it is written with: a set that answers at
/// once for most texts that a check need not look at them.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::check) struct Characters([u64; 4]);

impl Characters {
    pub(super) fn of(text: &str) -> Self {
        let mut set = [0; 4];
        for byte in text.bytes() {
            set[usize::from(byte >> 6)] |= 1 << (byte & 63);
        }
        Self(set)
    }

    /// Whether all are ASCII.
    pub(in crate::check) fn is_ascii(self) -> bool {
        self.0[2] | self.0[3] == 0
    }

    /// Whether the text may have the character. Of ASCII it is sure.
    pub(in crate::check) fn has(self, c: char) -> bool {
        let mut buffer = [0; 4];
        c.encode_utf8(&mut buffer)
            .bytes()
            .all(|byte| self.byte(byte))
    }

    /// Whether the text may have one of the characters.
    pub(in crate::check) fn has_any(self, characters: &[char]) -> bool {
        characters.iter().any(|c| self.has(*c))
    }

    /// Whether it has a digit of ASCII or any letter of another script, which may be one.
    pub(in crate::check) fn has_digit(self) -> bool {
        self.0[0] & 0x3FF << b'0' != 0 || self.byte(0xD9) || self.byte(0xDB)
    }

    fn byte(self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] & 1 << (byte & 63) != 0
    }
}
