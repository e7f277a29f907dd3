//! Short forms in capitals.

use crate::language::german;
use crate::text::Span;

/// The short forms of a text, each with its place; without the small letters of an ending.
pub(in crate::check) fn acronyms(text: &str) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let start = at + text[at..].find(word).unwrap_or(0);
        at = start + word.len();
        let head = word.trim_end_matches(char::is_lowercase);
        let capitals = head
            .chars()
            .filter(|c| c.is_uppercase() && *c < '\u{250}')
            .count();
        let others = head
            .chars()
            .filter(|c| !c.is_uppercase() && !c.is_ascii_digit())
            .count();
        if capitals >= 2 && others == 0 && word.len() - head.len() <= 3 {
            found.push((head, Span::new(start, start + head.len())));
        }
    }
    found
}

/// Whether the second short form is another language's for the first.
pub(in crate::check) fn is_translation(german_form: &str, other: &str) -> bool {
    german()
        .acronyms
        .contains(&format!("{german_form}:{other}"))
}

/// Whether most letters are capitals, so that capitals say nothing.
pub(in crate::check) fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
    capitals * 2 > letters.count()
}
