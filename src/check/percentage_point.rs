//! Per cent where the German has points of percentage, or the other way round.
//!
//! Why it matters: from 4 to 5 per cent is one point, and a quarter more.
//! Example: `um zwei Prozentpunkte` – `by two per cent`.
//! Fix: none; ask which is meant if the German is in doubt.

use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "percentage-point",
    category: "number",
    severity: Severity::Warning,
    manual: include_str!("percentage_point.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let count = |list: &[crate::mention::Dated], value: u8| {
        list.iter().filter(|dated| dated.value == value).count()
    };
    let (here, there) = (&source.percents, &target.percents);
    let wrong = if count(here, 1) > 0 && count(there, 1) == 0 && count(there, 0) > count(here, 0) {
        there.iter().rev().find(|dated| dated.value == 0)
    } else if count(here, 1) == 0 && count(here, 0) > count(there, 0) {
        // "Points" alone may be those of a game.
        there
            .iter()
            .find(|dated| dated.value == 1 && dated.span.of(pair.target()).contains(' '))
    } else {
        None
    };
    if let Some(dated) = wrong {
        let written = dated.span.of(pair.target());
        let message = format!("`{written}`: per cent and points of percentage are exchanged");
        flaws.push(Flaw::new(dated.span, written, message).hint("write what the source has"));
    }
}
