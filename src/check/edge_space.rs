//! A blank at the start or the end of a translation where the German has none.
//!
//! Why it matters: joined with its neighbours, the sentence gets a gap that is too wide.
//! Example: `{" "}The train leaves.` Fix: none; what follows may be missing.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "edge-space",
    category: "space",
    severity: Severity::Warning,
    manual: include_str!("edge_space.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = (pair.source(), pair.target());
    let head = target.len() - target.trim_start().len();
    let tail = target.trim_end().len();
    if head == target.len() {
        return;
    }
    // A blank line starts a paragraph.
    let is_paragraph = target[..head].matches('\n').count() > 1;
    if head > 0 && !is_paragraph && !source.starts_with(char::is_whitespace) {
        flaws.push(
            Flaw::new(
                Span::new(0, head),
                "start",
                "a blank stands before the first word",
            )
            .hint("take it out"),
        );
    }
    if tail < target.len() && !source.ends_with(char::is_whitespace) {
        let span = Span::new(tail, target.len());
        flaws.push(
            Flaw::new(span, "end", "a blank stands behind the last word").hint("take it out"),
        );
    }
}
