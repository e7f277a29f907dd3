//! A short sentence whose only negation is gone.
//!
//! Why it matters: the sentence says the opposite. Found are sentences that deny once, with `nicht`, `kein`,
//! `nie` or the like, whose translation is about as long and has nothing that can deny. What denies
//! in other ways (`fail`, `un-`, `rarely`), longer sentences and questions are `negation`, a hint.
//! Example: `Das Tor ist nicht offen.` – `The gate is open.`
//! Fix: none.

use super::negation::{is_plain, lost};
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-negation",
    category: "negation",
    severity: Severity::Warning,
    manual: include_str!("lost_negation.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if let Some(place) = lost(pair).filter(|_| is_plain(pair)) {
        let word = place.of(pair.source());
        let message = format!("the source has `{word}`, the translation denies nothing");
        let flaw = Flaw::new(Span::default(), word, message);
        flaws.push(flaw.hint("compare what the two sentences say"));
    }
}
