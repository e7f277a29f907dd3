//! A line break that is lost or added.
//!
//! Why it matters: addresses, verses and opening hours stand on lines of their own. A blank line, which
//! begins a new paragraph, is none; what was typed for a line break is `typed-escape`.
//! Example: `Am Kanal 3 ⏎ 12345 Grün` – `Canal Street 3 12345 Green City`.
//! Fix: none; write `{ "\u000A" }` where a line ends, and the rest on one line.

use super::typed_escape::typed;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "line-break",
    category: "format",
    severity: Severity::Warning,
    manual: include_str!("line_break.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = (pair.source(), pair.target());
    let (here, there) = (breaks(source), breaks(target));
    // The lines of a selector are none of the text, and it is `placeable` that reports it.
    let has_selector = target.contains("->\n") && target.contains("*[");
    if here == there || has_selector || typed(pair).is_some() {
        return;
    }
    let (message, hint) = if there < here {
        let message = format!("the source has {here} line breaks, this has {there}");
        (message, "write { \"\\u000A\" } where a line ends")
    } else {
        let message = format!("this has {there} line breaks, the source has {here}");
        (message, "write the text on one line")
    };
    flaws.push(Flaw::new(Span::default(), format!("{there}/{here}"), message).hint(hint));
}

/// How often a text begins a new line within a paragraph.
fn breaks(text: &str) -> usize {
    let text = text.trim();
    let lines = text.split('\n').collect::<Vec<_>>();
    let full = |line: &&str| !line.trim().is_empty();
    lines
        .windows(2)
        .filter(|two| full(&two[0]) && full(&two[1]))
        .count()
}
