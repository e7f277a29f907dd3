//! Texts cut into words, digits and marks.

use std::ops::Range;

use super::letter::{is_letter, letters_end};
use super::normalise::{is_normal, push_normalised};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits.
    Digits,
    /// A single character that is neither letter, digit, blank nor hyphen.
    Mark,
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: the token before ends here.
    None,
    /// A hyphen or dash between two words: "29-jährig".
    Hyphen,
    /// White space, or the beginning of the text.
    Space,
    /// A dash with white space.
    Dash,
}

/// A piece of a text: a word, a run of digits, or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Place in the text, in UTF-8 bytes.
    pub span: Range<usize>,
    /// What it is made of.
    pub kind: Kind,
    /// What stands before it.
    pub gap: Gap,
    norm: Range<usize>,
}

/// A text's tokens, with their normalised words.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    /// The tokens in order.
    pub list: Vec<Token>,
    /// The text with small letters of ASCII, and behind it the words that normalised are others.
    norm: String,
}

impl Tokens {
    /// Cuts a text. An apostrophe ends a word ("l'", "homme"), except in Cyrillic ("п'ять"); the
    /// English "n't" is a word.
    pub fn of(text: &str) -> Self {
        let mut norm = String::with_capacity(text.len() + text.len() / 4);
        norm.push_str(text);
        norm.make_ascii_lowercase();
        let mut tokens = Self {
            list: Vec::with_capacity(text.len() / 4),
            norm,
        };
        let bytes = text.as_bytes();
        let mut gap = Gap::Space;
        let mut at = 0;
        while at < text.len() {
            if bytes[at] == b' ' {
                gap = gap.with_space();
                at += 1;
                continue;
            }
            let letters = letters_end(text, at);
            if letters > at {
                let end = word_end(text, at, letters);
                tokens.push(text, at..end, Kind::Word, gap);
                (at, gap) = (end, Gap::None);
                continue;
            }
            let c = match bytes[at] {
                byte if byte.is_ascii() => char::from(byte),
                _ => text[at..].chars().next().unwrap_or(' '),
            };
            let end = at + c.len_utf8();
            if c.is_whitespace() {
                gap = gap.with_space();
                at = end;
            } else if matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−') {
                gap = match gap {
                    Gap::Space | Gap::Dash if !tokens.list.is_empty() => Gap::Dash,
                    _ => Gap::Hyphen,
                };
                at = end;
            } else if digit(c).is_some() {
                let rest = text[at..].char_indices();
                let end = at
                    + rest
                        .take_while(|(_, c)| digit(*c).is_some())
                        .map(|(i, c)| i + c.len_utf8())
                        .last()
                        .unwrap_or(0);
                tokens.push_digits(text, at..end, gap);
                (at, gap) = (end, Gap::None);
            } else if is_invisible(c) {
                at = end;
            } else {
                tokens.push(text, at..end, Kind::Mark, gap);
                (at, gap) = (end, Gap::None);
            }
        }
        tokens
    }

    /// The normalised word, digits or mark at an index.
    pub fn word(&self, index: usize) -> Option<&str> {
        let token = self.list.get(index)?;
        Some(&self.norm[token.norm.clone()])
    }

    fn push(&mut self, text: &str, span: Range<usize>, kind: Kind, gap: Gap) {
        let norm = if is_normal(&self.norm[span.clone()]) {
            span.clone()
        } else {
            let start = self.norm.len();
            push_normalised(&text[span.clone()], &mut self.norm);
            start..self.norm.len()
        };
        self.list.push(Token {
            span,
            kind,
            gap,
            norm,
        });
    }

    fn push_digits(&mut self, text: &str, span: Range<usize>, gap: Gap) {
        let start = self.norm.len();
        self.norm
            .extend(text[span.clone()].chars().filter_map(digit));
        let norm = start..self.norm.len();
        self.list.push(Token {
            span,
            kind: Kind::Digits,
            gap,
            norm,
        });
    }
}

impl Gap {
    /// The gap when white space follows.
    fn with_space(self) -> Self {
        match self {
            Self::Hyphen | Self::Dash => Self::Dash,
            Self::None | Self::Space => Self::Space,
        }
    }
}

/// The words of a phrase, normalised.
pub(super) fn words_of(phrase: &str) -> Vec<String> {
    let tokens = Tokens::of(phrase);
    let words = (0..tokens.list.len()).filter_map(|index| tokens.word(index));
    words.map(str::to_owned).collect()
}

/// A decimal digit of any script in use, as the European one.
pub fn digit(c: char) -> Option<char> {
    // Arabic, Persian, N'Ko, from Devanagari to Tibetan, Burmese, Khmer, Mongolian, full width.
    const ZEROS: [u32; 20] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
        0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10,
    ];
    if c < '\u{660}' {
        return c.is_ascii_digit().then_some(c);
    }
    if !c.is_numeric() {
        return None;
    }
    let values = ZEROS.iter().map(|zero| u32::from(c).wrapping_sub(*zero));
    values
        .filter(|value| *value < 10)
        .find_map(|value| char::from_digit(value, 10))
}

/// Where a word ends, of which the first letters are known.
fn word_end(text: &str, start: usize, letters: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = letters;
    loop {
        match bytes.get(at) {
            Some(byte) if !byte.is_ascii() || *byte == b'\'' => {}
            _ => return at,
        }
        let Some(c) = text[at..].chars().next() else {
            return at;
        };
        if is_apostrophe(c) {
            match after_apostrophe(text, start, at, c) {
                Ok(end) => return end,
                Err(next) => at = next,
            }
        } else if is_combining(c) || is_invisible(c) {
            at += c.len_utf8();
        } else {
            return at;
        }
        at = letters_end(text, at);
    }
}

/// Where a word ends that has an apostrophe at a place; or, if it goes on, where it does.
fn after_apostrophe(text: &str, start: usize, at: usize, mark: char) -> Result<usize, usize> {
    let end = at + mark.len_utf8();
    let before = text[..at].chars().next_back().unwrap_or(' ');
    let after = text[end..].chars().next().unwrap_or(' ');
    if !is_letter(after) {
        // "Jones'" is the name; the mark may as well be a quotation mark.
        return Ok(at);
    }
    if is_cyrillic(before) && is_cyrillic(after) {
        return Err(end);
    }
    if is_single(&text[end..], 's') {
        // "Monday's": the name comes without.
        return Ok(at);
    }
    if matches!(before, 'n' | 'N') && is_single(&text[end..], 't') {
        let head = at - 1;
        // "do" comes first, if there is one; then "n't" as a whole.
        return Ok(if head == start { end + 1 } else { head });
    }
    Ok(end)
}

/// Whether a text begins with one letter that is a word of its own.
fn is_single(text: &str, letter: char) -> bool {
    let mut chars = text.chars();
    chars
        .next()
        .is_some_and(|c| c.eq_ignore_ascii_case(&letter))
        && !chars.next().is_some_and(is_letter)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{652}' | '\u{670}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
