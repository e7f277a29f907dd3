//! Names: words with a capital that a translation keeps, and the ways to misspell them.

use std::collections::HashSet;

use super::Translation;
use crate::language::{Kind, german};
use crate::mention::Mentions;
use crate::text::Span;

/// A word with a capital.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// The word.
    pub(super) text: &'a str,
    /// Its place.
    pub(super) span: Span,
    /// Index among the tokens.
    pub(super) token: usize,
}

/// The words of a text that begin with a Latin capital, without those all in capitals.
pub(super) fn capitalised<'a>(mentions: &Mentions, text: &'a str) -> Vec<Word<'a>> {
    let tokens = mentions.tokens.list.iter().enumerate();
    let words = tokens.filter(|(_, token)| token.kind == Kind::Word);
    words
        .filter_map(|(index, token)| {
            let word = &text[token.span.clone()];
            let mut chars = word.chars();
            let capital = chars
                .next()
                .is_some_and(|c| c.is_uppercase() && c < '\u{250}');
            let small = chars.clone().next().is_some_and(char::is_lowercase);
            (capital && small).then(|| Word {
                text: word,
                span: Span::new(token.span.start, token.span.end),
                token: index,
            })
        })
        .collect()
}

/// Words that some unit of a translation has on both sides as they are: names, most of them.
pub(super) fn kept(translation: &Translation) -> HashSet<String> {
    let mut found = HashSet::new();
    for pair in translation.pairs() {
        let (source, target) = pair.mentions();
        let there: HashSet<&str> = capitalised(target, pair.target())
            .into_iter()
            .map(|word| word.text)
            .collect();
        for word in capitalised(source, pair.source()) {
            if there.contains(word.text) && !german().starters.contains_lower(word.text) {
                found.insert(word.text.to_owned());
            }
        }
    }
    found
}

/// How one word is misspelt as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// Two neighbouring letters have changed places.
    Swapped,
    /// One letter stands for another.
    Replaced(char, char),
    /// A letter is missing from the second, or one too many in it.
    Length(char),
}

/// The slip that makes `right` into `written`, if a single one does; the ends of the words may
/// differ by an inflection.
pub(super) fn slip(right: &str, written: &str) -> Option<Slip> {
    let a: Vec<char> = right.chars().flat_map(char::to_lowercase).collect();
    let b: Vec<char> = written.chars().flat_map(char::to_lowercase).collect();
    let at = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    if at + 2 == a.len() && at + 2 == b.len() && a[at] == b[at + 1] && a[at + 1] == b[at] {
        return Some(Slip::Swapped);
    }
    // The last two letters belong to inflection.
    if at + 2 >= a.len().min(b.len()) {
        return None;
    }
    let (x, y) = (a[at], b[at]);
    if a[at + 1] == y && b[at + 1] == x {
        return related(&a[at + 2..], &b[at + 2..]).then_some(Slip::Swapped);
    }
    if a[at + 1..] == b[at + 1..] {
        return Some(Slip::Replaced(x, y));
    }
    if a[at + 1..] == b[at..] {
        return Some(Slip::Length(x));
    }
    (a[at..] == b[at + 1..]).then_some(Slip::Length(y))
}

/// Whether two ends of words are one, but for an inflection of up to three letters.
fn related(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    a == b || (a.len() - same <= 2 && b.len() - same <= 3 && same > 0)
}
