use std::borrow::Cow;

use crate::language::{
    Gap, Kind, Known, Token, Tokens, is_capital, known, letter_length, letters_end, lower_case,
};

/// A word in a text: tokens of letters, joined by single apostrophes and hyphens; no digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Word<'a> {
    /// Place in the text, in bytes.
    pub(in crate::check) start: usize,
    /// The word as it is written.
    pub(in crate::check) text: &'a str,
    /// In lower case.
    pub(in crate::check) lower: Cow<'a, str>,
    /// Which languages have it among their small words.
    pub(in crate::check) known: Known,
}

impl<'a> Word<'a> {
    /// The word at a place in a text, of which `lower` is the same in small letters.
    pub(super) fn new(text: &'a str, lower: Option<&'a str>, start: usize, end: usize) -> Self {
        let text = &text[start..end];
        let lower = match lower {
            Some(lower) => Cow::Borrowed(&lower[start..end]),
            None => lower_case(text),
        };
        let known = known(&lower);
        Self {
            start,
            text,
            lower,
            known,
        }
    }

    pub(in crate::check) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it has no capital.
    pub(in crate::check) fn is_lower(&self) -> bool {
        self.lower == self.text || !self.text.chars().any(is_capital)
    }

    /// Whether it begins with a capital.
    pub(in crate::check) fn is_capital(&self) -> bool {
        self.text.starts_with(is_capital)
    }
}

/// The words of a text.
pub(in crate::check) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    join(text, &Tokens::of(text), |start, end| {
        found.push(Word::new(text, None, start, end));
    });
    found
}

/// Calls `found` with where each word of a text begins and ends: tokens with nothing or a single
/// apostrophe or hyphen between them are one.
pub(super) fn join(text: &str, tokens: &Tokens, mut found: impl FnMut(usize, usize)) {
    let list = &tokens.list;
    let end_of = |token: &Token| {
        let word = &text[token.span.clone()];
        token.span.start + word.strip_suffix(is_joint).unwrap_or(word).len()
    };
    let mut at = 0;
    while let Some(token) = list.get(at) {
        at += 1;
        if token.kind != Kind::Word {
            continue;
        }
        let mut end = end_of(token);
        loop {
            // An apostrophe may be a token of its own.
            let next = match list.get(at) {
                Some(mark) if mark.kind == Kind::Mark && mark.gap == Gap::None => at + 1,
                _ => at,
            };
            let Some(token) = list.get(next).filter(|token| token.kind == Kind::Word) else {
                break;
            };
            let mut between = text[end..token.span.start].chars();
            if !between.next().is_none_or(is_joint) || between.next().is_some() {
                break;
            }
            end = end_of(token);
            at = next + 1;
        }
        found(token.span.start, end);
    }
}

/// The runs of letters and numerals of a text, each with its place.
pub(in crate::check) fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while numeral_length(text, at) == 0 {
            at += width(*bytes.get(at)?);
        }
        let start = at;
        loop {
            at = letters_end(text, at);
            match numeral_length(text, at) {
                0 => return Some((start, &text[start..at])),
                length => at += length,
            }
        }
    })
}

/// Bytes of the letter or numeral that stands at a place; 0 if none does.
#[inline]
fn numeral_length(text: &str, at: usize) -> usize {
    let Some(byte) = text.as_bytes().get(at) else {
        return 0;
    };
    if byte.is_ascii() {
        return usize::from(byte.is_ascii_alphanumeric());
    }
    let length = letter_length(text, at);
    if length > 0 {
        return length;
    }
    let c = text[at..].chars().next();
    c.filter(|c| c.is_numeric()).map_or(0, char::len_utf8)
}

/// Bytes of the character that begins with a byte.
fn width(lead: u8) -> usize {
    match lead {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// Whether a character may stand within a word, between letters.
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '-' | '’' | '‐' | '‑' | 'ʼ')
}
