//! Two spaces in a row.
//!
//! Why it matters: a gap remains where a word was taken out, and justified lines tear there.
//! Example: `a  visit`. Fix: certain; one space stays.

use super::pair::characters::{Characters, Marks};
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "doubled-space",
    category: "space",
    severity: Severity::Warning,
    manual: include_str!("doubled_space.rs"),
    find: Find::Pair(find),
};

/// Spaces other than the usual one.
static UNUSUAL: Marks = Marks::from(
    &Characters::of("\u{B}\u{C}\r\u{85}\u{A0}\u{1680}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}")
        .with('\u{2000}'..='\u{200A}'),
);

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    let is_space = |c: char| c != '\n' && c != '\t' && c.is_whitespace();
    let is_beside = |(at, c): (usize, char)| {
        target[..at].ends_with(is_space) || target[at + c.len_utf8()..].starts_with(is_space)
    };
    let has_unusual = pair.readings().1.characters.meets(&UNUSUAL.set);
    let may_be_doubled =
        target.contains("  ") || has_unusual && UNUSUAL.places(target).any(is_beside);
    if !may_be_doubled {
        return;
    }
    let mut start = None;
    for (at, c) in target.char_indices() {
        if is_space(c) {
            start.get_or_insert(at);
            continue;
        }
        let Some(start) = start.take() else { continue };
        let run = &target[start..at];
        // Indents and what ends a line are the business of markup.
        let inner = start > 0 && !target[..start].ends_with('\n') && c != '\n';
        if inner && run.chars().count() > 1 && !pair.source().contains(run) {
            // A no-break space is the one that was meant.
            let kept = run.chars().find(|c| *c != ' ').unwrap_or(' ');
            let flaw = Flaw::new(Span::new(start, at), "", "two spaces follow each other");
            flaws.push(flaw.fix(kept.to_string()));
        }
    }
}
