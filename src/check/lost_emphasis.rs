//! Words that the German emphasises and the translation does not.
//!
//! Why it matters: emphasis says what counts in a sentence; but another language may say it by the order
//! of its words, and many translators leave it out on purpose; so this is a hint.
//! Example: `Es ist **kein** Tor.`, `It is not a gate.` Fix: none; only the writer knows which words it
//! belongs to.

use super::pair::markup::Counted;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-emphasis",
    category: "markup",
    severity: Severity::Hint,
    manual: include_str!("lost_emphasis.rs"),
    find: Find::Pair(find),
};

/// Marks of emphasis, as they begin and as they end.
const MARKS: [(&str, &str); 6] = [
    ("**", "**"),
    ("***", "***"),
    ("<b>", "</b>"),
    ("<em>", "</em>"),
    ("<i>", "</i>"),
    ("<strong>", "</strong>"),
];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    // `_so_` for `**so**` does as well.
    if pair.target().matches('_').count() > pair.source().matches('_').count() {
        return;
    }
    for (mark, _) in MARKS {
        let (source, target) = (&source.markup().tags, &target.markup().tags);
        if is_lost(mark, source, target) {
            let (here, there) = (target.count(mark), source.count(mark));
            let message = format!("`{mark}` stands {here} times, in the source {there} times");
            flaws.push(Flaw::new(Span::default(), mark, message));
        }
    }
}

/// Whether a mark is one of emphasis that is gone as a whole, beginning and end.
pub(super) fn is_lost(mark: &str, source: &Counted, target: &Counted) -> bool {
    let lost = |mark: &str| source.count(mark).saturating_sub(target.count(mark));
    let mut marks = MARKS.iter();
    let Some((begins, ends)) = marks.find(|(begins, ends)| *begins == mark || *ends == mark) else {
        return false;
    };
    let is_whole = if begins == ends {
        lost(begins).is_multiple_of(2)
    } else {
        lost(begins) == lost(ends)
    };
    lost(mark) > 0 && is_whole
}
