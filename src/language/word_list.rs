use std::collections::HashSet;

/// A set of words, read from a text: words divided by blanks, `#` starts a comment.
#[derive(Debug, Default)]
pub struct WordList {
    words: HashSet<String>,
}

/// Inflectional endings that are taken off a noun. Not "er": "Sieger" is no "Sieg".
const ENDINGS: [&str; 6] = ["", "s", "n", "e", "es", "en"];

impl WordList {
    /// Reads a list.
    pub fn new(text: &str) -> Self {
        let words = text
            .lines()
            .filter_map(|line| line.split('#').next())
            .flat_map(str::split_whitespace)
            .map(str::to_owned)
            .collect();
        Self { words }
    }

    /// Whether the list holds `word` exactly.
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether the list holds `word` in lower case.
    pub fn contains_lower(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
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
