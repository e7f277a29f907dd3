//! An editor's remark that the translation does not have.
//!
//! Why it matters: `(die Regierung, Anm. d. Red.)` says whose words these are. Without it the reader
//! takes the editor's addition for the speaker's, or does not know who is meant.
//! Example: `„Sie (die Regierung, Anm. d. Red.) lügt.“` – `“It lies.”` A translation that keeps the
//! brackets, or names an editor, is left alone.
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-note",
    category: "omission",
    severity: Severity::Warning,
    manual: include_str!("lost_note.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let Some(place) = source.editors.first() else {
        return;
    };
    let bracketed = |text: &str| text.contains(['(', '[', '–', '—', '（']);
    if !target.editors.is_empty() || bracketed(pair.target()) || !bracketed(pair.source()) {
        return;
    }
    let word = place.of(pair.source());
    let message = format!("the source has an editor's remark (`{word}`), the translation has none");
    flaws.push(Flaw::new(Span::default(), word, message).hint("add the remark"));
}
