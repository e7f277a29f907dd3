//! What the words of a list look like, so that most others are turned away unread.

/// What the words of a list look like: most words that are looked up in none are turned away by it.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// A bit for each length that a word has, in bytes.
    lengths: u64,
    /// By the first byte, a bit for each second one.
    beginnings: [u32; 32],
}

impl Shapes {
    /// No word is longer, in bytes.
    pub(super) const LONGEST: usize = 63;

    /// Whether a word of the list, in whatever case, may be `word`.
    pub(super) fn may_hold(&self, word: &[u8]) -> bool {
        word.len() <= Self::LONGEST && self.lengths & 1 << word.len() != 0 && self.may_begin(word)
    }

    /// Whether a word of the list, in whatever case, may stand at the start of `text`.
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        let (first, second) = beginning(text);
        self.beginnings[first] & second != 0
    }
}

impl<'a> FromIterator<&'a [u8]> for Shapes {
    /// # Panics
    /// If a word has more than 63 bytes.
    fn from_iter<I: IntoIterator<Item = &'a [u8]>>(words: I) -> Self {
        let mut shapes = Self::default();
        for word in words {
            assert!(word.len() <= Self::LONGEST, "a listed word is too long");
            let (first, second) = beginning(word);
            shapes.lengths |= 1 << word.len();
            shapes.beginnings[first] |= second;
        }
        shapes
    }
}

/// The first two bytes as an index and a bit. A letter of ASCII has the same in both cases.
fn beginning(word: &[u8]) -> (usize, u32) {
    let low = |at: usize| word.get(at).map_or(0, |byte| byte & 31);
    (usize::from(low(0)), 1 << low(1))
}
