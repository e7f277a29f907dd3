/// Which characters a text may have, by the bytes that it is written with: a set that answers at
/// once for most texts that a check need not look at them.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::check) struct Characters([u64; 4]);

impl Characters {
    /// The characters of a text.
    pub(in crate::check) const fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut set = [0; 4];
        let mut at = 0;
        while at < bytes.len() {
            set[(bytes[at] >> 6) as usize] |= 1 << (bytes[at] & 63);
            at += 1;
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

    /// Whether the text has one of the characters of a set, which is of ASCII.
    pub(in crate::check) fn meets(self, set: Self) -> bool {
        self.0[0] & set.0[0] | self.0[1] & set.0[1] != 0
    }

    /// Whether the text has a character that is written with the first byte of this one.
    pub(in crate::check) fn may_begin(self, c: char) -> bool {
        let mut buffer = [0; 4];
        c.encode_utf8(&mut buffer);
        self.byte(buffer[0])
    }

    fn byte(self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] & 1 << (byte & 63) != 0
    }
}
