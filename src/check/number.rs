//! A number that is not the German's: another value, lost, or added.
//!
//! Why it matters: readers take figures at their word, and no reader of the translation can see
//! that 860 was 830. Numbers are compared by value, not by their characters: `45.000` and `45,000`,
//! `4 Mrd.` and `four billion`, `14 Uhr` and `2 p.m.`, `zehnjährig` and `ten-year-old`, `90er` and
//! `1990s`, 30 km and 19 miles are the same. A number in words counts where the other text has
//! another one in its place; `beide` for `zwei` and the like are no fault.
//! Example: `mehr als 50 Staaten` – `more than 57 states`.
//! Fix: none; only a person knows which figure is right.

use super::{Check, Find, Flaw, Pair};
use crate::mention::{Form, Number};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "number",
    category: "number",
    severity: Severity::Warning,
    manual: include_str!("number.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    if source.numbers.is_empty() && target.numbers.is_empty() {
        return;
    }
    let found = pair.numbers();
    if found.source.is_empty() && found.target.is_empty() {
        return;
    }
    let lost = firsts(&source.numbers, &found.source, pair.source());
    let mut lost = lost.iter();
    // By whether they are scales: whether no lost number is left that could stand for one.
    let mut is_used_up = [false; 2];
    let mut left = Vec::new();
    for index in firsts(&target.numbers, &found.target, pair.target()) {
        let number = &target.numbers[index];
        // `Four Opens` is a name in both texts; `high-five` counts nothing.
        let before = &pair.target()[..number.span.start];
        let is_joined =
            before.ends_with('-') && !before.trim_end_matches('-').ends_with(char::is_numeric);
        let is_kept = pair.there().contains(number.span.of(pair.target()));
        if number.form == Form::Word && (is_kept || is_joined) {
            continue;
        }
        let is_like = |other: &&usize| like(source.numbers[**other].form, number.form);
        let is_used_up = &mut is_used_up[usize::from(number.form == Form::Scale)];
        *is_used_up = *is_used_up || !lost.clone().any(|other| is_like(&other));
        let same_form = if *is_used_up {
            None
        } else {
            lost.find(is_like)
        };
        let there = number.span.of(pair.target());
        match same_form {
            Some(&other) => {
                let here = source.numbers[other].span.of(pair.source());
                let message = format!("`{there}` where the source has `{here}`");
                flaws.push(Flaw::new(number.span, there, message).hint("compare the two figures"));
            }
            None => left.push((number, there)),
        }
    }
    roman(pair, flaws);
    for (number, there) in left {
        let small = number.value < 13.0 && number.form == Form::Digits;
        let is_known = !pair.article.from.lexicon.is_empty();
        let said = is_known && number.form == Form::Word && number.value > 2.0 && !number.odd;
        if said || number.form == Form::Digits && !small {
            let message = format!("`{there}` is not in the source");
            flaws.push(Flaw::new(number.span, there, message).hint("compare the two figures"));
        }
    }
    for &index in lost {
        let number = &source.numbers[index];
        // "anderthalb" has no other sense, as "beide" has.
        let exact = number.form == Form::Digits || number.value.fract() != 0.0;
        // Where the words for numbers are not known, a small one may be said in words.
        let said = pair.article.to.lexicon.is_empty() && number.value <= 12.0;
        if exact
            && !said
            && !is_part_of_name(number, pair.source())
            && !is_one(number, pair.source())
        {
            let here = number.span.of(pair.source());
            let message = format!("the source has `{here}`, the translation has no such number");
            flaws.push(Flaw::new(Span::default(), here, message).hint("add the figure"));
        }
    }
}

/// The numbers worth a word, the first one alone of those that are parts of one figure: `10.20.30.40`.
fn firsts(numbers: &[Number], unmatched: &[usize], text: &str) -> Vec<usize> {
    let mut end = None;
    let mut found = Vec::with_capacity(unmatched.len());
    for &index in unmatched {
        let number = &numbers[index];
        if !counts(number, text) {
            continue;
        }
        let between = end.map(|end: usize| text.get(end..number.span.start).unwrap_or_default());
        let goes_on = between.is_some_and(|between| matches!(between, "." | ":" | "," | "/"));
        if !goes_on || number.form != Form::Digits {
            found.push(index);
        }
        end = Some(number.span.end);
    }
    found
}

/// Whether a number that has no answer is worth a word: not a Roman numeral, not "one", not the
/// minutes of a full hour.
fn counts(number: &Number, text: &str) -> bool {
    match number.form {
        Form::Roman | Form::Han => false,
        Form::Digits => number.span.of(text) != "00",
        // "fünf Hundertstel", "zehnjährig": what follows in the word may be said in other ways.
        Form::Word | Form::Ordinal | Form::Scale => !number.is(1.0) && !number.odd,
    }
}

/// A Roman numeral that stands for another: `Ludwig XIV.` – `Louis XVI`.
fn roman(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let found = pair.numbers();
    let only = |list: &[usize], numbers: &[Number], text: &str| {
        let is_roman = |index: &&usize| {
            let number = &numbers[**index];
            let written = number.span.of(text);
            written.bytes().take_while(u8::is_ascii_uppercase).count() > 1
                && number.form == Form::Roman
                && number.value < 40.0
        };
        let mut all = list.iter().filter(is_roman);
        all.next().copied().filter(|_| all.next().is_none())
    };
    if let (Some(german), Some(own)) = (
        only(&found.source, &source.numbers, pair.source()),
        only(&found.target, &target.numbers, pair.target()),
    ) {
        let here = source.numbers[german].span.of(pair.source());
        let span = target.numbers[own].span;
        let there = span.of(pair.target());
        let message = format!("`{there}` where the source has `{here}`");
        flaws.push(Flaw::new(span, there, message).hint("compare the two figures"));
    }
}

/// Whether the digits are grown together with letters, as in "2G", "U21" or "k8s".
fn is_part_of_name(number: &Number, text: &str) -> bool {
    let before = text[..number.span.start].chars().next_back();
    let after = text[number.span.end..].chars().next();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    is_capital(before) || is_capital(after) || is_letter(before) && is_letter(after)
}

/// Whether one of the forms can stand for the other.
fn like(a: Form, b: Form) -> bool {
    (a == Form::Scale) == (b == Form::Scale)
}

/// Whether a figure is a one that another language says without a number: `1-phasig`, `1:1`.
fn is_one(number: &Number, text: &str) -> bool {
    let after = &text[number.span.end..];
    let after_letter = after
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(char::is_lowercase));
    number.is(1.0) && (after_letter || after.starts_with(":1"))
}
