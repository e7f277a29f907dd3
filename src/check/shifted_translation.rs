//! A translation that belongs to the unit before or behind.
//!
//! Why it matters: one line too many, and from there every sentence has its neighbour's translation.
//! Example: the second unit says what the first German sentence says. Numbers and names that stand
//! in both languages tell: they fit the neighbour's German, and not the unit's own.
//! Fix: none.

use std::collections::HashSet;

use super::{Check, Find, Flaw, Translation};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "shifted-translation",
    category: "sentence",
    severity: Severity::Warning,
    manual: include_str!("shifted_translation.rs"),
    find: Find::Translation(find),
};

fn find(translation: &Translation, flaws: &mut Vec<(usize, Flaw)>) {
    let units = &translation.units;
    let germans: Vec<HashSet<&str>> = units.iter().map(|unit| marks(&unit.source)).collect();
    for (index, unit) in units.iter().enumerate() {
        let own = marks(&unit.target);
        let shared = |at: usize| own.intersection(&germans[at]).count();
        if own.len() < 2 || germans[index].len() < 2 || shared(index) > 0 {
            continue;
        }
        let near = [index.checked_sub(1), Some(index + 1)];
        let better = near.into_iter().flatten().filter(|at| *at < units.len());
        if let Some(at) = better.into_iter().find(|at| shared(*at) > 1) {
            let message = format!(
                "this seems to translate the unit beside it: {}",
                super::excerpt(&units[at].source)
            );
            flaws.push((
                index,
                Flaw::new(Span::new(0, unit.target.len()), "", message),
            ));
        }
    }
}

/// Numbers and words with a capital within the text, of three characters or more: what most
/// languages leave as it is.
fn marks(text: &str) -> HashSet<&str> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    let is_mark = |part: &&str| {
        let long = part.chars().count();
        let number = part.bytes().all(|b| b.is_ascii_digit()) && long > 1;
        number || long > 2 && part.starts_with(char::is_uppercase)
    };
    parts.filter(is_mark).collect()
}
