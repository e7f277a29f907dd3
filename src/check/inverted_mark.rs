//! A question or an exclamation without the mark that opens it.
//!
//! Why it matters: in Spanish the reader has to know from the first word that it is a question.
//! Example: `Qué pasó?` for `¿Qué pasó?` Fix: none; only the writer knows where the question begins.

use super::pair::characters::Characters;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "inverted-mark",
    category: "punct",
    severity: Severity::Warning,
    manual: include_str!("inverted_mark.rs"),
    find: Find::Pair(find),
};

const MARKS: Characters = Characters::of("?!¿");

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(writing) = pair.writing() else {
        return;
    };
    if writing.inverted.is_empty() {
        return;
    }
    let (_, target) = pair.readings();
    if !target.characters.meets(&MARKS) {
        return;
    }
    let target = target.bare();
    for (open, close) in [('¿', '?'), ('¡', '!')] {
        // `?!` may open with either; the German may give the end of a question alone.
        let last = target.rfind(close);
        let opens = target.contains('¿') || target.contains('¡');
        if let Some(at) = last.filter(|_| !opens) {
            let message = format!("`{close}` has no `{open}` before it");
            flaws.push(Flaw::new(Span::new(at, at + 1), open.to_string(), message));
        } else if let Some(at) = target.find(open)
            && !target[at..].contains(['?', '!'])
            && pair.source().contains(close)
        {
            let message = format!("`{open}` has no `{close}` behind it");
            flaws.push(Flaw::new(
                Span::new(at, at + open.len_utf8()),
                close.to_string(),
                message,
            ));
        }
    }
}
