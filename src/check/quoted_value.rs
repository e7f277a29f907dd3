//! A translation that stands in quotation marks as a whole, although the German is no quotation.
//!
//! Why it matters: the marks are shown to readers; a value of Fluent needs none.
//! Example: `s7k2mq = "The gate is open."` A sentence within a quotation that the German began before is
//! left alone. Fix: none; write the text without them, unless it is quoted on purpose.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "quoted-value",
    category: "quote",
    severity: Severity::Warning,
    manual: include_str!("quoted_value.rs"),
    find: Find::Pair(find),
};

/// The marks that a whole text may stand in.
const PAIRS: [(char, char); 8] = [
    ('"', '"'),
    ('“', '”'),
    ('‘', '’'),
    ('„', '“'),
    ('„', '”'),
    ('«', '»'),
    ('»', '«'),
    ('「', '」'),
];

const OPENING: [char; 4] = ['„', '‚', '»', '›'];
const CLOSING: [char; 8] = ['“', '”', '‘', '’', '«', '‹', '"', '\''];

/// So many sentences are looked back for the beginning of a quotation.
const FAR: usize = 30;

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    let marks = PAIRS.iter().find(|(open, close)| {
        let inner = target.strip_prefix(*open);
        let inner = inner.and_then(|rest| rest.strip_suffix(*close));
        inner.is_some_and(|inner| !inner.trim().is_empty() && !inner.contains([*open, *close]))
    });
    let is_quoted = marks.is_some();
    if !is_quoted || last_mark(pair.source()).is_some() || is_within_quotation(pair) {
        return;
    }
    let message = "the whole text stands in quotation marks, the source does not";
    let flaw = Flaw::new(Span::new(0, target.len()), "\"", message);
    flaws.push(flaw.hint("take them out: a value needs none"));
}

/// The last quotation mark of a text; an apostrophe within a word is none.
fn last_mark(text: &str) -> Option<char> {
    let mut marks = text.char_indices().rev().filter(|(at, c)| {
        let within = |c: char| c.is_alphanumeric();
        let is_inner =
            text[..*at].ends_with(within) && text[at + c.len_utf8()..].starts_with(within);
        (OPENING.contains(c) || CLOSING.contains(c)) && !is_inner
    });
    marks.next().map(|(_, c)| c)
}

/// Whether the German before the unit began a quotation and did not end it.
fn is_within_quotation(pair: Pair<'_>) -> bool {
    let units = &pair.article.translation.units[pair.index.saturating_sub(FAR)..pair.index];
    let last = units.iter().rev().find_map(|unit| last_mark(&unit.source));
    last.is_some_and(|mark| OPENING.contains(&mark))
}
