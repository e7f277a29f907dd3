//! More sentences than the German has, and longer as well.
//!
//! Why it matters: a neighbour's sentence, a remark or an invention may have come in.
//! Example: two sentences for `Die Wäscherei öffnet am Mittwoch.` A sentence may be divided, which
//! takes no more words; so only what is also long is named, as a hint.
//! Fix: none.

use super::missing_sentence::sentences;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "added-sentence",
    category: "sentence",
    severity: Severity::Hint,
    manual: include_str!("added_sentence.rs"),
    find: Find::Pair(find),
};

/// Standard deviations above the mean.
const LONG: f64 = 2.0;

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if pair.deviation().is_none_or(|deviation| deviation < LONG) {
        return;
    }
    let (german, own) = (sentences(pair.source()), sentences(pair.target()));
    if own > german {
        let message = format!("this has {own} sentences and is long, the source has {german}");
        flaws.push(Flaw::new(
            Span::default(),
            format!("{own}/{german}"),
            message,
        ));
    }
}
