use std::borrow::Cow;

use crate::language::{Known, is_capital, known, letter_length, letters_end, lower_case};

/// A word in a text: letters and combining marks, joined by single apostrophes and hyphens; no
/// digits.
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
    scan(text, |start, end| {
        found.push(Word::new(text, None, start, end));
    });
    found
}

/// Calls `found` with where each word begins and ends.
pub(in crate::check) fn scan(text: &str, mut found: impl FnMut(usize, usize)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut end = word_part_end(text, at);
        if end == at {
            at += width(bytes[at]);
            continue;
        }
        // One mark may stand within a word.
        while let Some(length) = joint(text, end) {
            let next = word_part_end(text, end + length);
            if next == end + length {
                break;
            }
            end = next;
        }
        found(start, end);
        at = end;
    }
}

/// Where the letters end that stand at a place, with what stands within a word besides.
#[inline]
fn word_part_end(text: &str, mut at: usize) -> usize {
    loop {
        at = letters_end(text, at);
        match inner_length(text, at) {
            0 => return at,
            length => at += length,
        }
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

/// Bytes of what stands within a word and is no letter: combining marks, soft hyphens, joiners; 0 if
/// none does.
#[inline]
fn inner_length(text: &str, at: usize) -> usize {
    if text.as_bytes().get(at).is_none_or(u8::is_ascii) {
        return 0;
    }
    let is_inner = |c: &char| matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
    let c = text[at..].chars().next();
    c.filter(is_inner).map_or(0, char::len_utf8)
}

/// Bytes of the apostrophe or hyphen that stands at a place, if one does.
fn joint(text: &str, at: usize) -> Option<usize> {
    let byte = text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return matches!(byte, b'\'' | b'-').then_some(1);
    }
    let c = text[at..].chars().next()?;
    matches!(c, '’' | '‐' | '‑' | 'ʼ').then_some(c.len_utf8())
}
