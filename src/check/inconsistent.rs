//! The same German translated in two ways within an article.
//!
//! Why it matters: readers take two headings, or two names of one thing, for two things.
//! Example: `Night train` here and `Overnight train` there for `Nachtzug`. Differences of typography,
//! case and marks do not count.
//! Fix: none; both may be right.

use std::collections::HashMap;

use super::words::words;
use super::{Check, Find, Flaw, Translation};
use crate::text::{Severity, Span, fold};

pub(super) const CHECK: Check = Check {
    code: "inconsistent",
    category: "consistency",
    severity: Severity::Warning,
    manual: include_str!("inconsistent.rs"),
    find: Find::Translation(find),
};

fn find(translation: &Translation, flaws: &mut Vec<(usize, Flaw)>) {
    let mut firsts: HashMap<String, usize> = HashMap::new();
    for (index, unit) in translation.units.iter().enumerate() {
        let first = *firsts.entry(fold(&unit.source)).or_insert(index);
        let earlier = &translation.units[first].target;
        if first != index && plain(earlier) != plain(&unit.target) && words(&unit.source).len() > 1
        {
            let message = format!("the same German is `{}` above", super::excerpt(earlier));
            flaws.push((
                index,
                Flaw::new(Span::new(0, unit.target.len()), "", message),
            ));
        }
    }
}

/// A text without what does not make it another translation.
fn plain(text: &str) -> String {
    fold(text)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
