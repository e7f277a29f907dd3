//! The same German translated in two ways within an article.
//!
//! Why it matters: readers take two headings, or two names of one thing, for two things.
//! Example: `Night train` here and `Overnight train` there for `Nachtzug`. Differences of typography,
//! case and marks do not count.
//! Fix: none; both may be right.

use rustc_hash::FxHashMap;

use super::pair::copy::is_same;
use super::{Article, Check, Find, Flaw};
use crate::text::{Severity, Span, fold};

pub(super) const CHECK: Check = Check {
    code: "inconsistent",
    category: "consistency",
    severity: Severity::Warning,
    manual: include_str!("inconsistent.rs"),
    find: Find::Translation(find),
};

fn find<'a>(article: &'a Article<'a>, flaws: &mut Vec<(usize, Flaw)>) {
    let units = &article.translation.units;
    if units.len() < 2 {
        return;
    }
    let mut firsts: FxHashMap<String, usize> = FxHashMap::default();
    // Most of what stands twice does so letter for letter.
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    for pair in article.pairs() {
        let (index, unit) = (pair.index, pair.unit());
        let german = unit.source.as_str();
        let first = known.entry(german);
        let first = *first.or_insert_with(|| *firsts.entry(fold(german)).or_insert(index));
        let earlier = &units[first].target;
        if first != index
            && *earlier != unit.target
            && pair.readings().0.words.len() > 1
            && !is_same(earlier, &unit.target)
        {
            let message = format!("the same German is `{}` above", super::excerpt(earlier));
            flaws.push((
                index,
                Flaw::new(Span::new(0, unit.target.len()), "", message),
            ));
        }
    }
}
