use std::borrow::Cow;

use crate::language::{Known, is_capital, is_letter, known, lower_case};

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
    pub(super) fn new(text: &'a str, start: usize, end: usize) -> Self {
        let text = &text[start..end];
        let lower = lower_case(text);
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
        match &self.lower {
            Cow::Borrowed(_) => true,
            Cow::Owned(_) => !self.text.chars().any(is_capital),
        }
    }

    /// Whether it begins with a capital.
    pub(in crate::check) fn is_capital(&self) -> bool {
        self.text.starts_with(is_capital)
    }
}

/// The words of a text.
pub(in crate::check) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    scan(text, |start, end| found.push(Word::new(text, start, end)));
    found
}

/// Calls `found` with where each word begins and ends.
pub(in crate::check) fn scan(text: &str, mut found: impl FnMut(usize, usize)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let Some(length) = letter(text, at) else {
            at += width(bytes[at]);
            continue;
        };
        let start = at;
        at += length;
        let mut end = at;
        while at < bytes.len() {
            if let Some(length) = letter(text, at) {
                at += length;
                end = at;
                continue;
            }
            // One mark may stand within a word.
            let Some(length) = joint(text, at).filter(|_| end == at) else {
                break;
            };
            at += length;
        }
        found(start, end);
    }
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

/// Bytes of the letter that stands at a place, if one does.
#[inline]
fn letter(text: &str, at: usize) -> Option<usize> {
    let byte = text.as_bytes()[at];
    if byte.is_ascii() {
        return byte.is_ascii_alphabetic().then_some(1);
    }
    let c = text[at..].chars().next()?;
    is_inner(c).then_some(c.len_utf8())
}

/// Bytes of the apostrophe or hyphen that stands at a place, if one does.
fn joint(text: &str, at: usize) -> Option<usize> {
    let byte = text.as_bytes()[at];
    if byte.is_ascii() {
        return matches!(byte, b'\'' | b'-').then_some(1);
    }
    let c = text[at..].chars().next()?;
    matches!(c, '’' | '‐' | '‑' | 'ʼ').then_some(c.len_utf8())
}

/// Letters, and what stands within a word: combining marks, soft hyphens, joiners.
fn is_inner(c: char) -> bool {
    is_letter(c)
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}
