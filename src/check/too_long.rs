//! A translation that is longer than the language and the article make likely.
//!
//! Why it matters: a remark of the translator, a neighbour's sentence or the answer of a machine may
//! have come in.
//! Example: two sentences for `Ja.` Some things need more words; so this is a hint.
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "too-long",
    category: "length",
    severity: Severity::Hint,
    manual: include_str!("too_long.rs"),
    find: Find::Pair(find),
};

/// Standard deviations above the mean that are worth a look.
const LONG: f64 = 3.8;

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if pair.deviation().is_some_and(|deviation| deviation > LONG) {
        let (german, own) = pair.counts();
        let message = format!("long: {own} characters for {german} of the source; what was added?");
        flaws.push(Flaw::new(
            Span::default(),
            format!("{own}/{german}"),
            message,
        ));
    }
}
