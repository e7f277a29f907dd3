//! A translation that belongs to the unit before or behind.
//!
//! Why it matters: one line too many, and from there every sentence has its neighbour's translation.
//! Example: the second unit says what the first German sentence says. Numbers and names that stand
//! in both languages tell: they fit the neighbour's German, and not the unit's own.
//! Fix: none.

use super::pair::words::runs;
use super::{Article, Check, Find, Flaw};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "shifted-translation",
    category: "sentence",
    severity: Severity::Warning,
    manual: include_str!("shifted_translation.rs"),
    find: Find::Translation(find),
};

fn find<'a>(article: &'a Article<'a>, flaws: &mut Vec<(usize, Flaw)>) {
    let units = &article.translation.units;
    if units.len() < 2 {
        return;
    }
    let germans: Vec<Vec<&str>> = units.iter().map(|unit| marks(&unit.source)).collect();
    for (index, unit) in units.iter().enumerate() {
        if germans[index].len() < 2 {
            continue;
        }
        let own = marks(&unit.target);
        let shared = |at: usize| own.iter().filter(|mark| germans[at].contains(mark)).count();
        if own.len() < 2 || shared(index) > 0 {
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

/// Numbers and words with a capital within the text, of three characters or more, each once: what
/// most languages leave as it is.
fn marks(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (_, part) in runs(text) {
        let first = part.as_bytes().first().copied().unwrap_or(b'a');
        let number =
            first.is_ascii_digit() && part.len() > 1 && part.bytes().all(|b| b.is_ascii_digit());
        let long = || part.chars().nth(2).is_some();
        let is_mark =
            number || !first.is_ascii_lowercase() && part.starts_with(char::is_uppercase) && long();
        if is_mark && !found.contains(&part) {
            found.push(part);
        }
    }
    found
}
