//! Runs of letters and numerals in a text that stand out: what most languages leave as it is.

use super::reading::Reading;
use crate::language::{is_capital, is_letter, letter_length, letters_end};

/// The runs of letters and numerals of a text that begin with a capital or a digit, each with its
/// place: what most languages leave as it is.
pub(in crate::check) fn standing_out<'a>(
    reading: &Reading<'a>,
) -> impl Iterator<Item = (usize, &'a str)> {
    let text = reading.text;
    let starts = reading.tokens.list.iter().map(|token| token.span.start);
    let starts = starts.filter(move |start| match text.as_bytes()[*start] {
        byte if byte.is_ascii() => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        _ => text[*start..].starts_with(is_capital),
    });
    // Digits and letters that touch each other are tokens of their own.
    let starts = starts.filter(move |start| !ends_with_numeral(&text[..*start]));
    starts.map(move |start| (start, &text[start..run_end(text, start)]))
}

/// Whether a text has a run of letters and numerals as it is.
pub(in crate::check) fn has_run(text: &str, run: &str) -> bool {
    text.contains(run)
        && text.match_indices(run).any(|(at, _)| {
            let end = at + run.len();
            !ends_with_numeral(&text[..at]) && run_end(text, end) == end
        })
}

/// Where the letters and numerals end that stand at a place.
fn run_end(text: &str, mut at: usize) -> usize {
    loop {
        at = letters_end(text, at);
        match numeral_length(text, at) {
            0 => return at,
            length => at += length,
        }
    }
}

/// Whether the last character of a text is a letter or a numeral.
fn ends_with_numeral(text: &str) -> bool {
    text.ends_with(|c| is_letter(c) || c.is_numeric())
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
