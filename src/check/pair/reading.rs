//! What the checks read in a text, each part read once however many ask for it.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::characters::Characters;
use super::markup::{Markup, NONE, markup};
use super::opaque::bare;
use super::words::{Word, join, parts};
use crate::language::Tokens;

/// What the checks read in a text, each part read once.
#[derive(Debug)]
pub(in crate::check) struct Reading<'a> {
    /// The text.
    pub(in crate::check) text: &'a str,
    /// Which characters it has.
    pub(in crate::check) characters: Characters,
    /// How many characters of language it has: code counts as a word, tags and addresses not at all.
    pub(in crate::check) count: usize,
    /// It without what is no language, byte for byte.
    bare: Cow<'a, str>,
    /// The tokens of that text.
    pub(in crate::check) tokens: Tokens,
    /// Its words.
    pub(in crate::check) words: Vec<Word<'a>>,
    /// What it has besides words; most texts have nothing.
    markup: Option<Box<Markup>>,
    /// How many double quotation marks it has, and the place of the last.
    pub(in crate::check) quotes: OnceCell<(usize, Option<usize>)>,
    /// All words of the text, code and tags as well; in lower case, divided at apostrophes and
    /// hyphens.
    parts: OnceCell<Vec<String>>,
}

/// Characters that a code span counts for at most.
const WORD: usize = 10;

/// The characters of a text, those of each run of blanks as one.
fn count(bare: &str) -> usize {
    let mut after_blank = true;
    let counted = bare.chars().filter(|c| {
        let is_blank = c.is_whitespace();
        let is_counted = !(is_blank && after_blank);
        after_blank = is_blank;
        is_counted
    });
    counted.count()
}

impl<'a> Reading<'a> {
    /// Reads a text, of which `lower` is the same in small letters, if that is at hand.
    pub(super) fn of(text: &'a str, lower: Option<&'a str>) -> Self {
        let characters = Characters::of(text);
        let bare = bare(text, &characters);
        // What is blanked out has no words, so that each is the text's own.
        let mut words = Vec::with_capacity(text.len() / 6);
        let tokens = Tokens::of(&bare);
        join(&bare, &tokens, |start, end| {
            words.push(Word::new(text, lower, start, end));
        });
        let markup = markup(text, &characters);
        let code = markup.iter().flat_map(|markup| markup.code.things());
        let code = code.map(|thing| thing.count * thing.text.chars().count().min(WORD));
        let count = count(&bare) + code.sum::<usize>();
        Self {
            text,
            characters,
            count,
            words,
            tokens,
            bare,
            markup,
            quotes: OnceCell::new(),
            parts: OnceCell::new(),
        }
    }

    /// The text without what is no language; places stay.
    pub(in crate::check) fn bare(&self) -> &str {
        &self.bare
    }

    /// What it has besides words.
    pub(in crate::check) fn markup(&self) -> &Markup {
        self.markup.as_deref().unwrap_or(&NONE)
    }

    /// All words of the text, code and tags as well; in lower case, divided at apostrophes and
    /// hyphens.
    pub(super) fn parts(&self) -> &[String] {
        self.parts.get_or_init(|| parts(self.text))
    }
}
