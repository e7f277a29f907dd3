//! “Only” where the German has “not only”.
//!
//! Why it matters: the sentence says the opposite.
//! Example: `Nicht nur der Wirt war dort.` – `Only the landlord was there.`
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::language::STANCES;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "not-only",
    category: "negation",
    severity: Severity::Warning,
    manual: include_str!("not_only.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (_, target) = pair.mentions();
    if !target.negations.is_empty() || pair.article.to.lexicon.bound_negation {
        return;
    }
    let words = &pair.readings().0.words;
    let is_limit = |word: &str| matches!(word, "nur" | "bloß" | "allein" | "lediglich");
    let not_only = words
        .windows(2)
        .any(|two| two[0].text.eq_ignore_ascii_case("nicht") && is_limit(two[1].text));
    let only = || {
        let mut all = target.stances.iter();
        all.find(|dated| STANCES[usize::from(dated.value)] == "only")
    };
    if let Some(dated) = only().filter(|_| not_only) {
        let word = dated.span.of(pair.target());
        let message = format!("`{word}` where the source has “nicht nur”");
        flaws.push(Flaw::new(dated.span, word, message).hint("compare what the two sentences say"));
    }
}
