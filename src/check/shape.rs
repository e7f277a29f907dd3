use super::markup::{Markup, markup};
use super::words::{Word, bare, words};

/// What the checks of form read in a text, read once.
#[derive(Debug)]
pub(super) struct Shape {
    /// The text without what is no language, where that is another one.
    bare: Option<String>,
    /// The words of that text: where each begins and ends.
    words: Vec<(usize, usize)>,
    /// What it has besides.
    pub(super) markup: Markup,
}

impl Shape {
    pub(super) fn of(text: &str) -> Self {
        let bare = bare(text);
        let words = words(&bare)
            .iter()
            .map(|word| (word.start, word.end()))
            .collect();
        Self {
            words,
            bare: (bare != text).then(|| bare.into_owned()),
            markup: markup(text),
        }
    }

    /// The text without what is no language; `text` is the one that this was read from.
    pub(super) fn bare<'a>(&'a self, text: &'a str) -> &'a str {
        self.bare.as_deref().unwrap_or(text)
    }

    /// The words of the text without what is no language.
    pub(super) fn words<'a>(&'a self, text: &'a str) -> Vec<Word<'a>> {
        let text = self.bare(text);
        let word = |&(start, end): &(usize, usize)| Word {
            start,
            text: &text[start..end],
        };
        self.words.iter().map(word).collect()
    }
}
