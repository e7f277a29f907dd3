//! A quotation mark of a quotation that runs over several sentences, which the translation does not
//! have.
//!
//! Why it matters: the reader cannot tell where the quotation begins or ends.
//! Example: `It was a good day, he said.` for `Es war ein guter Tag“, sagte er.` A translation that opens
//! or closes each sentence's quotation by itself is as good. Where the German's own marks do not
//! match, neither need the translation's; so this is a hint.
//! Fix: none.

use super::unbalanced_quote::count;
use super::{Check, Find, Flaw, Pair};
use crate::language::is_capital;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-quote",
    category: "quote",
    severity: Severity::Hint,
    manual: include_str!("lost_quote.rs"),
    find: Find::Pair(find),
};

/// Whether a straight mark stands for the apostrophe of a genitive: `Scholz" Aktionsplan`.
fn is_apostrophe(pair: Pair<'_>, at: usize) -> bool {
    let text = pair.source();
    let follows_name = text[..at].ends_with(['s', 'x', 'z', 'ß']);
    let leads_noun = text[at..]
        .strip_prefix("\" ")
        .is_some_and(|rest| rest.starts_with(is_capital));
    follows_name && leads_noun
}

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    let (german, last) = count(source);
    if german % 2 == 0 || german == 1 && last.is_some_and(|at| is_apostrophe(pair, at)) {
        return;
    }
    let (marks, _) = count(target);
    if marks % 2 == 0 && marks < german {
        let message = format!("{marks} quotation marks here, {german} in the source");
        flaws.push(Flaw::new(Span::default(), marks.to_string(), message));
    }
}
