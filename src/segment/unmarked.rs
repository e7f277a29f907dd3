//! Ends of sentences without a mark: headlines and signatures that have run into the text.

use super::context::{
    is_closer, is_ignorable, last_word, token_before, token_left_of, word_length,
};
use crate::language::Language;
use crate::text::Span;

/// Words that a stretch must have before it can be a headline.
const HEADLINE: usize = 3;

/// How far an open bracket or quotation mark is looked for, in characters.
const REACH: usize = 80;

/// No place of a dateline has more letters.
const PLACE: usize = 15;

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

/// The end of the sentence that begins at `start`, if a word with a capital at `next` opens another.
pub(super) fn before_opener(
    text: &str,
    next: usize,
    start: usize,
    language: &Language,
) -> Option<Unmarked> {
    if next <= start {
        return None;
    }
    let tail = &text[next..];
    let (word, rest) = tail.split_at(word_length(tail));
    if !rest.starts_with(char::is_whitespace) || !language.openers.contains(word) {
        return None;
    }
    Some(Unmarked {
        end: end_before(text, Span::new(next, next + word.len()), start, language)?,
        next,
        reason: "no mark, but a word that only opens sentences",
    })
}

/// The end of the sentence that begins at `start`, if the bracket that opens at `bracket` stands
/// in a dateline whose place begins at or behind `from`: "Mainz (dpa) -".
pub(super) fn before_dateline(
    text: &str,
    bracket: usize,
    from: usize,
    start: usize,
    language: &Language,
) -> Option<Unmarked> {
    if !dateline(&text[bracket..]) {
        return None;
    }
    let head = text[..bracket].strip_suffix(' ')?;
    let letters = head.char_indices().rev().take(PLACE);
    let (next, first) = letters.take_while(|(_, c)| c.is_alphabetic()).last()?;
    let begins = from <= next && text[..next].ends_with(|c: char| c.is_ascii_whitespace());
    if !begins || !first.is_uppercase() {
        return None;
    }
    Some(Unmarked {
        end: end_before(text, Span::new(next, head.len()), start, language)?,
        next,
        reason: "no mark, but the dateline of an agency",
    })
}

/// Where the sentence that begins at `start` ends, if it can end before `word`.
fn end_before(text: &str, word: Span, start: usize, language: &Language) -> Option<usize> {
    let end = text[..word.start].trim_end().len();
    let last = token_before(text, end);
    let fits = is_whole(last)
        && has_words(text, end, start)
        && !goes_on(last, word.of(text), language)
        && !is_name(word.of(text), &text[word.end..], language)
        && !is_open(&text[start..end]);
    fits.then_some(end)
}

/// Whether a text goes on as after the place of a report: "(dpa) -".
fn dateline(rest: &str) -> bool {
    let Some(inner) = rest.strip_prefix('(') else {
        return false;
    };
    let letters = inner.bytes().take(9);
    let length = letters
        .take_while(|c| c.is_ascii_alphabetic() || *c == b'/')
        .count();
    let after = inner[length..].strip_prefix(") ");
    (2..=8).contains(&length) && after.is_some_and(|after| after.starts_with(['-', '–', '—']))
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
