use rustc_hash::FxHashSet;

/// A set of words, read from a text: words divided by blanks, `#` starts a comment.
#[derive(Debug, Default)]
pub struct WordList {
    words: FxHashSet<Box<str>>,
}

/// Inflectional endings that are taken off a noun. Not "er": "Sieger" is no "Sieg".
const ENDINGS: [&str; 6] = ["", "s", "n", "e", "es", "en"];

/// No listed word is longer, in bytes.
const LONGEST: usize = 48;

impl WordList {
    /// Reads a list.
    ///
    /// # Panics
    /// If a word has more than 48 bytes.
    pub fn new(text: &str) -> Self {
        let words: FxHashSet<Box<str>> = text
            .lines()
            .filter_map(|line| line.split('#').next())
            .flat_map(str::split_whitespace)
            .map(Box::from)
            .collect();
        assert!(
            words.iter().all(|word| word.len() <= LONGEST),
            "a listed word is too long"
        );
        Self { words }
    }

    /// The words, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(AsRef::as_ref)
    }

    /// Whether the list holds `word` exactly.
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether the list holds `word` in lower case.
    pub fn contains_lower(&self, word: &str) -> bool {
        if word.bytes().all(|c| c.is_ascii_lowercase()) {
            return self.contains(word);
        }
        // On the stack: this is asked of every word before and after a mark.
        let mut buffer = [0; LONGEST];
        let mut length = 0;
        if word.is_ascii() {
            let Some(room) = buffer.get_mut(..word.len()) else {
                return false;
            };
            room.copy_from_slice(word.as_bytes());
            room.make_ascii_lowercase();
            return str::from_utf8(room).is_ok_and(|lower| self.contains(lower));
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            let Some(room) = buffer.get_mut(length..length + c.len_utf8()) else {
                return false;
            };
            length += c.encode_utf8(room).len();
        }
        str::from_utf8(&buffer[..length]).is_ok_and(|lower| self.contains(lower))
    }

    /// Whether `word` is longer than one of the list's entries and ends with it.
    pub fn is_ending_of(&self, word: &str) -> bool {
        let ends = word.char_indices().skip(1);
        ends.map(|(at, _)| &word[at..])
            .any(|end| self.words.contains(end))
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
                    .any(|(at, _)| {
                        (at == 0 || stem.len() - at > 3) && self.words.contains(&stem[at..])
                    })
            })
        })
    }
}
