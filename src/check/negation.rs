//! A negation that the translation does not have.
//!
//! Why it matters: the sentence says the opposite. Translators turn negations round with good reason
//! (`nicht selten` – `often`, `kaum jemand` – `few`), so that this is a hint.
//! Example: `Er hat nicht gesagt, dass …` – `He said that …`.
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "negation",
    category: "negation",
    severity: Severity::Hint,
    manual: include_str!("negation.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let lexicon = pair.article.to.lexicon;
    if lexicon.is_empty() || lexicon.bound_negation {
        return;
    }
    if let Some(here) = source.negations.first()
        && target.negations.is_empty()
        && target.negatives == 0
        && source.rhetorical == 0
        && !pair.is_copy()
        && !target.tokens.list.iter().enumerate().any(|(at, _)| {
            target
                .tokens
                .word(at)
                .is_some_and(|word| lexicon.denies(word))
        })
    {
        let word = here.of(pair.source());
        let message = format!("the source has `{word}`, the translation denies nothing");
        flaws.push(
            Flaw::new(Span::default(), word, message).hint("compare what the two sentences say"),
        );
    }
}
