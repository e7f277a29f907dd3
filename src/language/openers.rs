//! Words that begin sentences.

use super::WordList;

/// Words that open a sentence, with their capital, and what texts that begin with one look like.
#[derive(Debug)]
pub struct Openers {
    words: WordList,
    /// By the first two bytes, a bit for each third one; of every byte five bits count.
    beginnings: Box<[u32; 1 << 10]>,
}

impl Default for Openers {
    /// No words.
    fn default() -> Self {
        Self {
            words: WordList::default(),
            beginnings: Box::new([0; 1 << 10]),
        }
    }
}

/// What white space can begin with, which stands behind a word of two bytes.
const BLANKS: [u8; 10] = [
    b'\t', b'\n', 0x0B, 0x0C, b'\r', b' ', 0xC2, 0xE1, 0xE2, 0xE3,
];

impl Openers {
    /// Reads a list as [`WordList::new`] does.
    pub fn new(text: &str) -> Self {
        let mut openers = Self {
            words: WordList::new(text),
            ..Self::default()
        };
        for word in openers.words.iter().map(str::as_bytes) {
            let (first, second) = (word[0], word.get(1).copied().unwrap_or_default());
            let thirds = word.get(2).map_or(&BLANKS[..], std::slice::from_ref);
            for third in thirds {
                let (place, bit) = beginning([first, second, *third]);
                openers.beginnings[place] |= bit;
            }
        }
        openers
    }

    /// Whether `word` is one of them.
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether one of them and white space may stand where these bytes are, as far as they tell.
    pub fn may_begin(&self, bytes: [u8; 3]) -> bool {
        let (place, bit) = beginning(bytes);
        self.beginnings[place] & bit != 0
    }
}

/// The first two bytes as an index, and the third as a bit.
fn beginning(bytes: [u8; 3]) -> (usize, u32) {
    let [first, second, third] = bytes.map(|byte| byte & 31);
    (usize::from(first) << 5 | usize::from(second), 1 << third)
}
