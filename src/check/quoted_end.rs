//! A translation that ends with a quotation mark and no full stop, where the German has one.
//!
//! Why it matters: the full stop may have been lost. In some languages a quotation at the end of a
//! sentence needs none; so this is a hint.
//! Example: `He said “yes”` for `Er sagte „ja“.` Fix: none.

use super::final_mark::{ends_quoted, fits, mark};
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "quoted-end",
    category: "punct",
    severity: Severity::Hint,
    manual: include_str!("quoted_end.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target().trim_end();
    let (own, at) = mark(target);
    let (german, _) = mark(pair.source().trim_end());
    if own.is_none() && ends_quoted(target) && !fits(german, own) {
        let message = "ends without a mark, the German has one";
        flaws.push(Flaw::new(Span::new(at, target.len()), "", message));
    }
}
