//! Ends of sentences without a mark: headlines and signatures that have run into the text.

use super::context::{
    is_closer, is_ignorable, last_word, token_before, token_left_of, word_length,
};
use crate::language::Language;

/// Words that a stretch must have before it can be a headline.
const HEADLINE: usize = 3;

/// How far an open bracket or quotation mark is looked for, in characters.
const REACH: usize = 80;

/// A place where a sentence ends without a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unmarked {
    /// Offset after its last character.
    pub(super) end: usize,
    /// Offset of the next sentence.
    pub(super) next: usize,
    /// Why.
    pub(super) reason: &'static str,
}

/// The end of the sentence that begins at `start`, if it ends without a mark before the word with a
/// capital at `next`.
pub(super) fn unmarked(
    text: &str,
    next: usize,
    start: usize,
    language: &Language,
) -> Option<Unmarked> {
    let tail = &text[next..];
    let (word, rest) = tail.split_at(word_length(tail));
    let reason = if rest.starts_with(char::is_whitespace) && language.openers.contains(word) {
        "no mark, but a word that only opens sentences"
    } else if dateline(rest) && is_place(word) {
        "no mark, but the dateline of an agency"
    } else {
        return None;
    };
    let end = text[..next].trim_end().len();
    let last = token_before(text, end);
    let found = Unmarked { end, next, reason };
    let fits = is_whole(last)
        && has_words(text, end, start)
        && !goes_on(last, word, language)
        && !is_name(word, rest, language)
        && !is_open(&text[start..end]);
    fits.then_some(found)
}

/// Whether a text goes on as after the place of a report: " (dpa) -".
fn dateline(rest: &str) -> bool {
    let Some(inner) = rest.strip_prefix(" (") else {
        return false;
    };
    let letters = inner.bytes().take(9);
    let length = letters
        .take_while(|c| c.is_ascii_alphabetic() || *c == b'/')
        .count();
    let after = inner[length..].strip_prefix(") ");
    (2..=8).contains(&length) && after.is_some_and(|after| after.starts_with(['-', '–', '—']))
}

/// Whether a word can be the name of a place.
fn is_place(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && word.chars().count() < 16
}

/// Whether a token can be the last of a sentence: a word or number, perhaps with what closes.
fn is_whole(token: &str) -> bool {
    let bare = token.trim_end_matches(|c: char| is_closer(c) || is_ignorable(c));
    let word = bare.trim_end_matches([')', '%']);
    word.ends_with(char::is_alphanumeric)
        && (word.contains(char::is_alphabetic) || (word.len() > 1 && word == bare))
}

/// Whether enough words stand between `start` and `end`.
fn has_words(text: &str, end: usize, start: usize) -> bool {
    let mut at = end - token_before(text, end).len();
    for _ in 1..HEADLINE {
        let token = token_left_of(text, at);
        if token.is_empty() {
            return false;
        }
        at = token.as_ptr().addr() - text.as_ptr().addr();
    }
    at >= start
}

/// Whether the sentence cannot end with `last`: something must follow, or the capital is that of
/// a name or an emphasis.
fn goes_on(last: &str, opener: &str, language: &Language) -> bool {
    let word = last_word(last);
    // "nach Einem Ziele": a stressed number.
    let stressed = opener.starts_with("Ein") && language.prepositions.contains(word);
    stressed || language.unfinished.contains_lower(word) || language.before_name.covers(word)
}

/// Whether the opener begins a name or an address: "Die Linke", "Am Markt 5".
fn is_name(opener: &str, rest: &str, language: &Language) -> bool {
    let mut words = rest.split_whitespace().map(last_word);
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let address = !matches!(opener, "Der" | "Die" | "Das")
        && first.starts_with(char::is_uppercase)
        && second.starts_with(|c: char| c.is_ascii_digit());
    address || language.names_with_article.contains(first)
}

/// Whether a bracket or low quotation mark stands open at the end of `head`.
fn is_open(head: &str) -> bool {
    let mut look = head.chars().rev().take(REACH);
    look.find(|c| matches!(c, '(' | ')' | '[' | ']' | '„' | '“' | '”'))
        .is_some_and(|c| matches!(c, '(' | '[' | '„'))
}
