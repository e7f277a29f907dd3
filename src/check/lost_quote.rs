//! A quotation that runs over several sentences in German and within one here, or the reverse.
//!
//! Why it matters: the mark that opens or closes it may have been lost.
//! Example: `It was a good day, he said.` for `Es war ein guter Tag“, sagte er.` Many translators close
//! each sentence's quotation, which is as good; so this is a hint.
//! Fix: none.

use super::unbalanced_quote::count;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-quote",
    category: "quote",
    severity: Severity::Hint,
    manual: include_str!("lost_quote.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    let (marks, _) = count(target);
    let (german, _) = count(source);
    if marks % 2 != german % 2 && (german == 0 || german % 2 == 1) {
        let message = format!("{marks} quotation marks here, {german} in the German");
        flaws.push(Flaw::new(Span::default(), marks.to_string(), message));
    }
}
