//! A number with a dot: an ordinal, or a cardinal at the end of a sentence.

use super::context::{Next, last_word, token_left_of};
use super::item::is_item;
use super::scan::Candidate;
use super::state::State;
use super::verdict::{Verdict, starter};
use crate::language::Language;

/// Decides the dot after `token`, which ends with a digit.
pub(super) fn decide(
    text: &str,
    at: &Candidate,
    state: &State,
    token: &str,
    language: &Language,
    next: &Next<'_>,
) -> Verdict {
    let start = token.as_ptr().addr() - text.as_ptr().addr();
    let digits = token.len() - token.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let value: u32 = token[token.len() - digits..].parse().unwrap_or(u32::MAX);
    let head = &token[..token.len() - digits];
    if at.quote {
        return (true, "number in quotation marks");
    }
    if language.months.contains(next.word) && (1..=31).contains(&value) && !next.opens {
        return (false, "ordinal before a month");
    }
    let starts = starter(language, next);
    if date(head, value) {
        return (starts, "day and month");
    }
    if !head.is_empty() && !range(head) {
        return (true, "number that is no ordinal");
    }
    if value == 0 || value >= 1000 || (head.is_empty() && token.starts_with('0')) {
        return (true, "year or other number that is no ordinal");
    }
    if next.letter.is_some_and(|c| c.is_ascii_digit()) {
        return before_number(next, value);
    }
    if head.is_empty() && is_item(text, at, start, value, state.start, starts) {
        return (false, "number of an item within the sentence");
    }
    if let Some(verdict) = label(text, start, starts) {
        return verdict;
    }
    if starts {
        return (true, "number at the end of a sentence");
    }
    if range(head) && head.contains('.') {
        return (false, "range of ordinals");
    }
    let left = last_word(token_left_of(text, start));
    if language.before_ordinal.contains_lower(left) {
        return (false, "ordinal after an article or preposition");
    }
    if left == "als" && !is_comparative(last_word(token_left(text, left))) {
        return (false, "ordinal that says as what");
    }
    if matches!(left, "und" | "oder" | "bis") && token_left(text, left).ends_with('.') {
        return (false, "ordinals in a row");
    }
    if left.starts_with(char::is_uppercase) && language.counted_nouns.covers(left) {
        return (true, "number after the noun it counts");
    }
    if language.ordinal_nouns.covers(compound_end(next)) {
        return (false, "ordinal before a noun");
    }
    (true, "number at the end of a sentence")
}

/// Decides a number that begins something: a label in a list ("Endstand: 1. Huber – 2. Maier"), a
/// minute in brackets ("(75. Schmidt)"), a date after a comma.
fn label(text: &str, start: usize, starts: bool) -> Option<Verdict> {
    let head = &text[..start];
    if head.ends_with(['(', '[', '„', '"', '»', '“', '/']) {
        return Some((false, "number right after a bracket or quotation mark"));
    }
    let left = token_left_of(text, start);
    let before = token_left(text, left);
    if left.ends_with(':') || matches!(left, "-" | "–" | "—" | "•" | "|") {
        // "2 – 1. Danach" is a score, "Moser 52 – 2. Egger" the next place.
        let counted = before.ends_with(|c: char| c.is_ascii_digit());
        let score = starts && counted && !left.ends_with(':');
        return (!score).then_some((false, "number of a list item"));
    }
    if left.ends_with([',', ';']) && !starts {
        let row = left
            .trim_end_matches([',', ';'])
            .ends_with(|c: char| c.is_ascii_digit());
        return (!row).then_some((false, "ordinal after a comma"));
    }
    None
}

/// Whether a word before "als" compares: "mehr als 12.", "höher als 12."; else "als 2. Geiger".
fn is_comparative(word: &str) -> bool {
    matches!(word, "mehr" | "minder") || (word.len() > 3 && word.ends_with("er"))
}

/// The token before `token`, which is a part of `text`.
fn token_left<'a>(text: &'a str, token: &str) -> &'a str {
    if token.is_empty() {
        return "";
    }
    token_left_of(text, token.as_ptr().addr() - text.as_ptr().addr())
}

/// The last part of the word that follows: "Titel" of "WM-Titel".
fn compound_end<'a>(next: &Next<'a>) -> &'a str {
    if !next.rest.starts_with(['-', '‑']) {
        return next.word;
    }
    let end = next
        .rest
        .char_indices()
        .take(40)
        .find(|(_, c)| !c.is_alphanumeric() && !matches!(c, '-' | '‑'))
        .map_or_else(|| next.rest.len().min(40), |(at, _)| at);
    last_word(next.rest.get(..end).unwrap_or_default())
}

/// Whether `head` and `value` are day and month: "24." and 9.
fn date(head: &str, value: u32) -> bool {
    let day = head
        .strip_suffix('.')
        .and_then(|day| day.parse::<u32>().ok());
    day.is_some_and(|day| (1..=31).contains(&day)) && (1..=12).contains(&value)
}

/// Whether `head` is the first part of a range: "5.-", "2./", "14–".
fn range(head: &str) -> bool {
    let first = head.trim_end_matches(['-', '–', '/', '.']);
    first.len() < head.len()
        && !head.ends_with('.')
        && first.bytes().all(|c| c.is_ascii_digit())
        && !first.is_empty()
}

/// Decides a number before another one: "31. 12. 2024", "1. 2. und 3.".
fn before_number(next: &Next<'_>, value: u32) -> Verdict {
    let following: u32 = next.word.parse().unwrap_or(u32::MAX);
    let dotted = next.rest.starts_with('.');
    if value <= 31 && (following <= 31 && dotted) {
        (false, "date in numbers")
    } else if value <= 12 && (1000..3000).contains(&following) {
        (false, "year of a date")
    } else {
        (true, "number before a number")
    }
}
