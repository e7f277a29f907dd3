//! The translation of another unit.
//!
//! Why it matters: copied to save typing, then forgotten: two German sentences have one translation.
//! Example: `The gate is closed.` for `Das Tor ist zu.` and for `Der Zug fährt ab.`
//! Fix: none.

use rustc_hash::{FxHashMap, FxHashSet};

use super::pair::words::words;
use super::{Article, Check, Find, Flaw};
use crate::text::{Severity, Span, fold};

pub(super) const CHECK: Check = Check {
    code: "copied-translation",
    category: "consistency",
    severity: Severity::Warning,
    manual: include_str!("copied_translation.rs"),
    find: Find::Translation(find),
};

fn find<'a>(article: &'a Article<'a>, flaws: &mut Vec<(usize, Flaw)>) {
    let units = &article.translation.units;
    let mut firsts: FxHashMap<&str, usize> = FxHashMap::default();
    for pair in article.pairs() {
        let (index, unit) = (pair.index, pair.unit());
        let target = unit.target.trim();
        if pair.readings().1.words.len() < 4 {
            continue;
        }
        let first = *firsts.entry(target).or_insert(index);
        let german = &units[first].source;
        if first != index && *german != unit.source && !is_near(german, &unit.source) {
            let message = format!("this translates another unit: {}", super::excerpt(german));
            flaws.push((
                index,
                Flaw::new(Span::new(0, unit.target.len()), "", message),
            ));
        }
    }
}

/// Whether two German texts may have one translation: most of their words are the same.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one).to_lowercase(), fold(other).to_lowercase());
    let (one, other) = (words(&one), words(&other));
    let known: FxHashSet<&str> = other.iter().map(|word| word.text).collect();
    let shared = one.iter().filter(|word| known.contains(word.text));
    shared.count() * 2 > one.len().min(other.len())
}
