//! A count where the German has a place in a row, or the other way round.
//!
//! Why it matters: the third child is one child, three children are three. Numbers in words are
//! compared; figures (`3. Stock` – `floor 3`), dates and the first are left alone.
//! Example: `das vierte Kind` – `four children`. `Chapter three` for `das dritte Kapitel` is as good;
//! so this is a hint.
//! Fix: none.

use super::pair::values::{EQUAL, Values, distinct};
use super::{Check, Find, Flaw, Pair};
use crate::mention::{Form, Number};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "ordinal",
    category: "number",
    severity: Severity::Hint,
    manual: include_str!("ordinal.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let is_spelt = |number: &Number| matches!(number.form, Form::Ordinal | Form::Word);
    if !source.numbers.iter().any(is_spelt) {
        return;
    }
    let values = [source, target].map(|text| Values::of(text.numbers.iter().enumerate()));
    let also = distinct(&target.also);
    for (from, to) in [(Form::Ordinal, Form::Word), (Form::Word, Form::Ordinal)] {
        for number in source.numbers.iter().filter(|number| number.form == from) {
            if number.value < 2.0
                || number.other.is_some()
                || number.value.fract() != 0.0
                || number.odd
            {
                continue;
            }
            let only = |side: usize, form| {
                let numbers = &[source, target][side].numbers;
                let near = values[side].near(number.value, EQUAL);
                let mut same = near.filter(|at| numbers[*at].agrees(number));
                let only = same.next().filter(|at| numbers[*at].form == form);
                only.filter(|_| same.next().is_none())
            };
            let Some(other) = only(0, from).and_then(|_| only(1, to)) else {
                continue;
            };
            let other = &target.numbers[other];
            let said = also.iter().any(|value| number.is(*value));
            if said || !stands_for_itself(pair, number) {
                continue;
            }
            let (here, there) = (number.span.of(pair.source()), other.span.of(pair.target()));
            let message =
                format!("`{there}` where the source has `{here}`: a count or a place in a row?");
            flaws.push(Flaw::new(other.span, there, message));
        }
    }
}

/// Whether a number counts what follows: not `Platz zwei`, not `im dritten Jahr`, which is told as three
/// years as well.
fn stands_for_itself(pair: Pair<'_>, number: &Number) -> bool {
    const SPANS: [&str; 9] = [
        "Jahr", "Mal", "Tag", "Monat", "Woche", "Saison", "Stunde", "Minute", "Runde",
    ];
    let text = pair.source();
    let before = text[..number.span.start].split_whitespace().next_back();
    let after = text[number.span.end..].split_whitespace().next();
    let named = before
        .is_some_and(|word| word.starts_with(char::is_uppercase) && number.form == Form::Word)
        && text[..number.span.start].trim_end().contains(' ');
    !named && !after.is_some_and(|word| SPANS.iter().any(|span| word.starts_with(span)))
}
