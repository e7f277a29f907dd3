//! Short forms in capitals.

use crate::language::{german, is_capital, is_letter};
use crate::text::Span;

/// The short forms of a text, each with its place; without the small letters of an ending.
pub(in crate::check) fn acronyms(text: &str) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    let may = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte >= 0x80;
    if !text
        .as_bytes()
        .windows(2)
        .any(|two| may(two[0]) && may(two[1]))
    {
        return found;
    }
    let mut at = 0;
    for word in text.split(|c: char| !(is_letter(c) || c.is_numeric())) {
        let start = at;
        // A word is followed by one character that is none of it.
        at = start + word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let first = word.chars().next();
        if !first.is_some_and(|c| c.is_ascii_digit() || is_capital(c)) {
            continue;
        }
        let head = word.trim_end_matches(char::is_lowercase);
        let (mut capitals, mut others) = (0, 0);
        for c in head.chars() {
            if is_capital(c) {
                capitals += usize::from(c < '\u{250}');
            } else {
                others += usize::from(!c.is_ascii_digit());
            }
        }
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
