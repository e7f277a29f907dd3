//! “Only” where the source has “not only”.
//!
//! Why it matters: the sentence says the opposite.
//! Example: `Nicht nur der Wirt war dort.` – `Only the landlord was there.`
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::language::STANCES;
use crate::mention::{Dated, Mentions};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "not-only",
    category: "negation",
    severity: Severity::Warning,
    manual: include_str!("not_only.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    if !target.negations.is_empty() || pair.article.to.lexicon.bound_negation {
        return;
    }
    let of = |mentions: &Mentions<'_>, name: &str| {
        let mut stances = mentions.stances.iter();
        let is = |dated: &&Dated| STANCES[usize::from(dated.value)] == name;
        stances.find(is).copied()
    };
    let Some(not_only) = of(source, "not-only") else {
        return;
    };
    if let Some(dated) = of(target, "only").filter(|_| of(target, "not-only").is_none()) {
        let (word, here) = (
            dated.span.of(pair.target()),
            not_only.span.of(pair.source()),
        );
        let message = format!("`{word}` where the source has `{here}`");
        flaws.push(Flaw::new(dated.span, word, message).hint("compare what the two sentences say"));
    }
}
