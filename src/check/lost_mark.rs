//! A translation that ends without a mark, where the German has one.
//!
//! Why it matters: the full stop may have been lost, and with it the end of the sentence. Headlines
//! need none, nor in some languages quotations at the end of a sentence, and the sense stays the
//! same; so this is a hint.
//! Example: `The gate is closed` for `Das Tor ist zu.` Another mark in its place is `final-mark`.
//! Fix: none; the end of the sentence may be missing with the mark.

use super::final_mark::{loses_mark, mark};
use super::{Check, Find, Flaw, Pair, truncated};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-mark",
    category: "punct",
    severity: Severity::Hint,
    manual: include_str!("lost_mark.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let is_cut = pair
        .deviation()
        .is_some_and(|deviation| deviation < truncated::CUT)
        && pair.counts().0 >= truncated::PHRASE;
    if loses_mark(pair) && !is_cut {
        let target = pair.target().trim_end();
        let at = mark(target, pair.language()).1;
        let message = "ends without a mark, the source with one";
        flaws.push(Flaw::new(Span::new(at, target.len()), "", message));
    }
}
