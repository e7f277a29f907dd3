//! Short forms in capitals.

use crate::language::{Kind, german};
use crate::mention::Mentions;
use crate::text::Span;

/// The short forms of a text, each with its place; without the small letters of an ending.
pub(super) fn acronyms<'a>(mentions: &Mentions, text: &'a str) -> Vec<(&'a str, Span)> {
    let mut found = Vec::new();
    let words = mentions
        .tokens
        .list
        .iter()
        .filter(|token| token.kind == Kind::Word);
    for token in words {
        let word = &text[token.span.clone()];
        let head = word.trim_end_matches(|c: char| !c.is_uppercase());
        let tail = word.len() - head.len();
        if head.chars().count() >= 2
            && tail <= 3
            && head.chars().all(|c| c.is_uppercase() && c < '\u{250}')
        {
            found.push((
                head,
                Span::new(token.span.start, token.span.start + head.len()),
            ));
        }
    }
    found
}

/// Whether a short form is a German word, for which other languages have their own.
pub(super) fn is_translated(acronym: &str) -> bool {
    german().acronyms.contains(acronym)
}

/// Whether most letters are capitals, so that capitals say nothing.
pub(super) fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
    capitals * 2 > letters.count()
}
