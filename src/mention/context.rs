//! What stands around a figure and says what it is: a date, an hour, a share.

use super::sense::Words;
use crate::language::{Gap, Kind, Sense, Tokens};

/// The month of a date in figures that begins here: "07.02.", "07.02.2024", "12/01/2021".
pub(super) fn date_in_figures(all: &Words<'_>, at: usize) -> Option<u8> {
    let word = |offset: usize| all.tokens.word(at + offset);
    let small = |offset: usize, most: u8| {
        let value: u8 = word(offset)?.parse().ok()?;
        (value > 0 && value <= most).then_some(value)
    };
    let glued = |offset: usize| {
        all.tokens
            .list
            .get(at + offset)
            .is_some_and(|token| token.gap == Gap::None)
    };
    let begins = at == 0
        || !(glued(0)
            && all.tokens.list[at - 1].kind == Kind::Mark
            && matches!(all.tokens.word(at - 1), Some("." | "/" | ",")));
    let mark = word(1)?;
    let whole = matches!(mark, "." | "/") && word(3) == Some(mark) && (1..4).all(glued);
    if !(begins && whole) {
        return None;
    }
    let year = word(4)
        .is_some_and(|year| glued(4) && matches!(year.len(), 2 | 4) && year.parse::<u16>().is_ok());
    match (mark, all.lexicon.decimal) {
        (".", Some(',')) => small(0, 31).and(small(2, 12)),
        ("/", Some(',')) if year => small(0, 31).and(small(2, 12)),
        _ => None,
    }
}

/// Whether the digits are the third part of a date in figures: "03.01.21".
pub(super) fn ends_date(tokens: &Tokens, at: usize) -> bool {
    let parts = at
        .checked_sub(4)
        .map(|first| (tokens.word(first + 1), tokens.word(first + 3)));
    let digits = |index: usize| tokens.list[index].kind == Kind::Digits;
    matches!(parts, Some((Some("." | "/"), Some("." | "/")))) && digits(at - 4) && digits(at - 2)
}

/// The same hour on the other clock, if a number is an hour.
pub(super) fn hour(all: &Words<'_>, at: usize, end: usize, value: f64) -> Option<f64> {
    let is_clock = |sense| matches!(sense, Sense::Clock | Sense::Morning | Sense::Afternoon);
    // The minutes may stand between: "2:30 p.m."
    let colon = |index: usize| matches!(all.tokens.word(index), Some(":" | "."));
    let after = if colon(end) { end + 2 } else { end };
    let clock = all.first(after, is_clock).is_some()
        || colon(end) && all.tokens.word(end + 1).is_some_and(|word| word.len() == 2)
        || at > 0 && all.first(at - 1, is_clock).is_some();
    let is_afternoon = || {
        all.first(after, |sense| sense == Sense::Afternoon)
            .is_some()
    };
    let other = match value {
        // Midnight begins and ends a day.
        0.0 => 24.0,
        24.0 => 0.0,
        12.0 if is_afternoon() => 12.0,
        value if value > 12.0 => value - 12.0,
        value => value + 12.0,
    };
    clock.then_some(other)
}
