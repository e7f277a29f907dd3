//! Morning where the German has afternoon, or the other way round.
//!
//! Why it matters: the reader comes twelve hours too early. Compared are hours: `14 Uhr` and `8 Uhr
//! abends` with `a.m.`, `8 Uhr morgens` with `p.m.`
//! Example: `um 14 Uhr` – `at 2 a.m.`
//! Fix: none; the hour may be wrong as well.

use super::{Check, Find, Flaw, Pair};
use crate::mention::{Mentions, Number};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "half-of-day",
    category: "number",
    severity: Severity::Warning,
    manual: include_str!("half_of_day.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    // Where one side names both, the hours are several.
    let Some(german) = halves(source) else {
        return;
    };
    let Some(own) = halves(target) else {
        return;
    };
    let Some(word) = target
        .halves
        .iter()
        .find(|half| half.sure && half.value == own)
    else {
        return;
    };
    if german != own {
        let written = word.span.of(pair.target());
        let half = ["before noon", "after noon"][usize::from(german)];
        let message = format!("`{written}`, the source's hour is {half}");
        flaws.push(Flaw::new(word.span, written, message).hint("compare the two times"));
    }
}

/// The half of the day that a text names, if it is but one.
fn halves(mentions: &Mentions<'_>) -> Option<u8> {
    let named = mentions.halves.iter().filter(|half| half.sure);
    // On the clock of 24 hours only those after noon tell.
    let is_late = |number: &&Number| {
        (13.0..24.0).contains(&number.value) && number.other == Some(number.value - 12.0)
    };
    let late = mentions.numbers.iter().filter(is_late).map(|_| 1);
    let mut all: Vec<u8> = named.map(|half| half.value).chain(late).collect();
    all.dedup();
    (all.len() == 1).then(|| all[0])
}
