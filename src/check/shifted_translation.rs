//! A translation that belongs to the unit before or behind.
//!
//! Why it matters: one line too many, and from there every sentence has its neighbour's translation.
//! Example: the second unit says what the first German sentence says. Numbers and names that stand
//! in both languages tell: they fit the neighbour's German, and not the unit's own.
//! Fix: none.

use rustc_hash::FxHashSet;

use super::pair::reading::Reading;
use super::pair::run::{has_run, standing_out};
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
    for pair in article.pairs() {
        let (index, unit) = (pair.index, pair.unit());
        let (source, target) = pair.readings();
        // Most units share one of the first with their German.
        if marks(target).any(|mark| has_run(&unit.source, mark)) {
            continue;
        }
        let mut known = FxHashSet::default();
        let own: Vec<&str> = marks(target).filter(|mark| known.insert(*mark)).collect();
        if own.len() < 2 || !has_two(source) {
            continue;
        }
        let shared = |at: usize| {
            let german = &units[at].source;
            own.iter().filter(|mark| has_run(german, mark)).count()
        };
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

/// Numbers and words with a capital within the text, of three characters or more: what most languages
/// leave as it is.
fn marks<'a>(reading: &Reading<'a>) -> impl Iterator<Item = &'a str> {
    let parts = standing_out(reading).map(|(_, part)| part);
    parts.filter(|part| {
        if part.as_bytes()[0].is_ascii_digit() {
            return part.len() > 1 && part.bytes().all(|b| b.is_ascii_digit());
        }
        part.chars().nth(2).is_some()
    })
}

/// Whether a text has two marks or more.
fn has_two(reading: &Reading<'_>) -> bool {
    let mut marks = marks(reading);
    let first = marks.next();
    first.is_some_and(|first| marks.any(|mark| mark != first))
}
