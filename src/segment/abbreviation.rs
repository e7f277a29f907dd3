//! Abbreviations in a text: which one stands before a dot, and what that means there.

use super::context::{end_left_of, is_ignorable, token_before, word_length};
use super::verdict::Verdict;
use crate::language::{Abbreviation, Language};

/// Longest abbreviation that is looked for, in parts: "u. v. a. m.".
const PARTS: usize = 4;

/// The class of the longest listed abbreviation that ends at `end`, where its last dot stands, in a
/// sentence that begins at `sentence`; `last` is the token before it.
pub(super) fn abbreviation(
    text: &str,
    end: usize,
    last: &str,
    sentence: usize,
    language: &Language,
) -> Option<Abbreviation> {
    let mut token = last;
    let mut found = None;
    for _ in 0..PARTS {
        if token.is_empty() || (token.len() > 12 && token.chars().count() > 12) {
            break;
        }
        let start = token.as_ptr().addr() - text.as_ptr().addr();
        let head = text.get(sentence..start).unwrap_or_default();
        let initial = head.len() < 12 && head.chars().all(|c| !c.is_alphanumeric());
        found = language
            .abbreviations
            .class(&text[start..end], initial)
            .or(found);
        match end_left_of(text, start) {
            Some(left) if text[..left].ends_with('.') => token = token_before(text, left),
            _ => break,
        }
    }
    found
}

/// Whether an abbreviation of several parts goes on behind a dot with the word at `next`, after which
/// another dot stands: the "z." of "z. B.". `token` is what stands before the dot.
pub(super) fn goes_on(text: &str, token: &str, next: usize, language: &Language) -> bool {
    let tail = &text[next..];
    let second = &tail[..word_length(tail)];
    if token.len() > 8 || second.is_empty() || second.len() > 8 {
        return false;
    }
    // "o. B." and its like: a small letter and another one.
    if is_letter(token) && token.starts_with(char::is_lowercase) && is_letter(second) {
        return true;
    }
    let mut first = token;
    for _ in 1..PARTS {
        let start = first.as_ptr().addr() - text.as_ptr().addr();
        if begins(text, start, next, language) {
            return true;
        }
        match end_left_of(text, start) {
            Some(left) if text[..left].ends_with('.') => first = token_before(text, left),
            _ => break,
        }
    }
    false
}

/// Whether a listed abbreviation begins at `start` and ends behind the word at `next` or later.
fn begins(text: &str, start: usize, next: usize, language: &Language) -> bool {
    let mut end = next;
    for _ in 1..PARTS {
        let length = word_length(&text[end..]);
        if length == 0 || !text[end + length..].starts_with('.') {
            return false;
        }
        end += length;
        if language
            .abbreviations
            .class(&text[start..end], false)
            .is_some()
        {
            return true;
        }
        let rest = &text[end + 1..];
        end = text.len() - rest.trim_start().len();
    }
    false
}

/// The class of an abbreviation that is written without its dots: "iSd" for "i. S. d.".
pub(super) fn joined(token: &str, language: &Language) -> Option<Abbreviation> {
    let mixed = token.len() <= 5
        && token.starts_with(|c: char| c.is_ascii_lowercase())
        && token.bytes().all(|c| c.is_ascii_alphabetic())
        && token.bytes().any(|c| c.is_ascii_uppercase());
    if !mixed {
        return None;
    }
    let dotted: String = token.chars().flat_map(|c| [c, '.']).collect();
    language.abbreviations.class(&dotted, false)
}

/// The class of the last part of a compound, which decides: "Dipl.-Ing.", "Ober-Str.".
pub(super) fn compound(token: &str, language: &Language) -> Option<Abbreviation> {
    let (_, part) = token.rsplit_once(['-', '–', '/', '('])?;
    language.abbreviations.class(part, false)
}

impl Abbreviation {
    /// Whether a sentence ends after an abbreviation of this class: `quote` if a quotation mark
    /// closes after it, `starts` if the next word has its capital only because a sentence begins,
    /// `digit` if a number follows.
    pub(super) fn verdict(self, quote: bool, starts: bool, digit: bool) -> Verdict {
        match self {
            Self::Never if quote => (starts, "abbreviation in quotation marks"),
            Self::Never => (false, "abbreviation that something follows"),
            Self::MayEnd => (starts, "abbreviation that may end a sentence"),
            Self::Closes => (!digit, "abbreviation that closes an enumeration"),
            Self::BeforeNumber => (!digit, "abbreviation before a number only"),
        }
    }
}

/// Whether a text ends with an entry of a house's list, with or without the blanks in it and its
/// last dot.
pub(super) fn listed(list: &[String], text: &str) -> bool {
    list.iter()
        .any(|entry| ends_with(text, entry.trim().trim_end_matches('.')))
}

/// Whether a text ends with an entry as a word of its own, white space aside.
fn ends_with(text: &str, entry: &str) -> bool {
    let mut left = text.chars().rev();
    for sign in entry.chars().rev().filter(|c| !c.is_whitespace()) {
        let next = left
            .by_ref()
            .find(|c| !c.is_whitespace() && !is_ignorable(*c));
        if next != Some(sign) {
            return false;
        }
    }
    !entry.is_empty() && !left.next().is_some_and(char::is_alphanumeric)
}

/// Whether the text is a single letter.
pub(super) fn is_letter(text: &str) -> bool {
    if let [first, second, ..] = text.as_bytes()
        && first.is_ascii()
        && second.is_ascii()
    {
        return false;
    }
    let mut letters = text.chars().filter(|c| !is_ignorable(*c));
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}
