//! Short forms in capitals.

use super::words::runs;
use crate::language::{german, is_capital, is_letter};
use crate::text::Span;

/// The short forms of a text, each with its place; without the small letters of an ending.
pub(in crate::check) fn acronyms(text: &str) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    if !may_have(text) {
        return found;
    }
    for (start, word) in runs(text) {
        let first = word.chars().next();
        if word.len() < 2 || !first.is_some_and(|c| c.is_ascii_digit() || is_capital(c)) {
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

/// Whether two Latin capitals may follow each other, with nothing but digits between them.
fn may_have(text: &str) -> bool {
    let is_capital = |byte: u8| matches!(byte, b'A'..=b'Z' | 0xC3..=0xC9);
    // The second byte of a letter changes nothing; nor does a capital of another script.
    let is_between = |byte: u8| byte.is_ascii_digit() || byte >= 0x80 && !is_capital(byte);
    let mut rest = text.as_bytes();
    while let Some(first) = rest.iter().position(|byte| is_capital(*byte)) {
        rest = &rest[first + 1..];
        let next = rest.iter().find(|byte| !is_between(**byte));
        if next.is_some_and(|byte| is_capital(*byte)) {
            return true;
        }
    }
    false
}

/// Whether the second short form is another language's for the first.
pub(in crate::check) fn is_translation(german_form: &str, other: &str) -> bool {
    german()
        .acronyms
        .contains(&format!("{german_form}:{other}"))
}

/// Whether most letters are capitals, so that capitals say nothing.
pub(in crate::check) fn is_shouted(text: &str) -> bool {
    let (mut letters, mut capitals) = (0, 0);
    for c in text.chars().filter(|c| is_letter(*c)) {
        letters += 1;
        capitals += usize::from(is_capital(c));
    }
    capitals * 2 > letters
}
