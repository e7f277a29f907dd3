//! Sets of words, also for words in their inflections and compounds.

use rustc_hash::FxHashSet;

use super::shape::Shapes;

/// A set of words, read from a text: words divided by blanks, `#` starts a comment.
#[derive(Debug, Default)]
pub struct WordList {
    words: FxHashSet<Box<[u8]>>,
    shapes: Shapes,
}

/// Inflectional endings that are taken off a noun. Not "er": "Sieger" is no "Sieg".
const ENDINGS: [&str; 6] = ["", "s", "n", "e", "es", "en"];

impl WordList {
    /// Reads a list.
    ///
    /// # Panics
    /// If a word has more than 63 bytes.
    pub fn new(text: &str) -> Self {
        let words: FxHashSet<Box<[u8]>> = text
            .lines()
            .filter_map(|line| line.split('#').next())
            .flat_map(str::split_whitespace)
            .map(|word| Box::from(word.as_bytes()))
            .collect();
        let shapes = words.iter().map(AsRef::as_ref).collect();
        Self { words, shapes }
    }

    /// The words, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let words = self.words.iter();
        words.map(|word| str::from_utf8(word).unwrap_or_default())
    }

    /// Whether the list holds nothing: the language has none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the list holds `word` exactly.
    pub fn contains(&self, word: &str) -> bool {
        self.holds(word.as_bytes())
    }

    /// Whether a word of the list may stand at the start of the text, as far as two bytes tell.
    pub fn may_begin(&self, text: &str) -> bool {
        self.shapes.may_begin(text.as_bytes())
    }

    fn holds(&self, word: &[u8]) -> bool {
        self.shapes.may_hold(word) && self.words.contains(word)
    }

    /// Whether the list holds `word` in lower case.
    pub fn contains_lower(&self, word: &str) -> bool {
        // On the stack: this is asked of every word before and after a mark.
        let mut buffer = [0; Shapes::LONGEST];
        if word.is_ascii() {
            if !self.shapes.may_hold(word.as_bytes()) {
                return false;
            }
            let lower = &mut buffer[..word.len()];
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            return self.words.contains(&*lower);
        }
        let mut length = 0;
        for c in word.chars().flat_map(char::to_lowercase) {
            let Some(room) = buffer.get_mut(length..length + c.len_utf8()) else {
                return false;
            };
            length += c.encode_utf8(room).len();
        }
        self.holds(&buffer[..length])
    }

    /// Whether `word` is longer than one of the list's entries and ends with it.
    pub fn is_ending_of(&self, word: &str) -> bool {
        let ends = word.char_indices().skip(1);
        ends.map(|(at, _)| &word[at..])
            .any(|end| self.contains(end))
    }

    /// Whether the list, written in lower case, holds `word`, its last part, or either without
    /// an inflectional ending: "liga" covers "Bundesliga". Words of three letters
    /// and less are no last parts.
    pub fn covers(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        ENDINGS.iter().any(|ending| {
            word.strip_suffix(ending).is_some_and(|stem| {
                stem.char_indices()
                    .rev()
                    .take(24)
                    // "og" is a floor, but "Trog" is none.
                    .any(|(at, _)| (at == 0 || stem.len() - at > 3) && self.contains(&stem[at..]))
            })
        })
    }
}
