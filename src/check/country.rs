//! Another country or nationality than in the German.
//!
//! Why it matters: Slovenia and Slovakia, Austria and Australia are one slip apart. Found where a
//! country of the German is not in the translation and another one is that the German has not.
//! Example: `nach Österreich` – `to Australia`.
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "country",
    category: "name",
    severity: Severity::Warning,
    manual: include_str!("country.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    if source.countries.is_empty() || target.countries.is_empty() {
        return;
    }
    let lost = alone(&source.countries, &target.countries);
    let come = alone(&target.countries, &source.countries);
    for (here, there) in lost.iter().zip(come) {
        let (german, word) = (here.of(pair.source()), there.of(pair.target()));
        let message = format!("`{word}` where the source has `{german}`");
        flaws.push(Flaw::new(there, word, message).hint("compare the two countries"));
    }
}

/// The countries that the other text does not have, each once.
fn alone(these: &[(Span, u16)], those: &[(Span, u16)]) -> Vec<Span> {
    let mut seen: Vec<u16> = Vec::new();
    let mut found = Vec::new();
    for (span, code) in these {
        if !seen.contains(code) {
            seen.push(*code);
            if those.iter().all(|(_, other)| other != code) {
                found.push(*span);
            }
        }
    }
    found
}
