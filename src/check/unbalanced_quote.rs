//! A quotation mark without its partner, where those of the German are balanced.
//!
//! Why it matters: the reader cannot tell where a quotation ends, and whose words follow.
//! Example: `“We are ready, she said.` for `„Wir sind bereit“, sagte sie.` A quotation that goes on
//! in the next sentence has one mark in both languages; `lost-quote` is about those.
//! Fix: none; only the writer knows where it stands.

use super::pair::characters::Marks;
use super::pair::reading::Reading;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "unbalanced-quote",
    category: "quote",
    severity: Severity::Warning,
    manual: include_str!("unbalanced_quote.rs"),
    find: Find::Pair(find),
};

static QUOTES: Marks = Marks::of("\"„“”‟«»＂「」『』");

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    let (german, _) = count(source);
    // Where the German quotes nothing, the quotation is the translator's: `lost-quote`.
    if german % 2 == 1 || german == 0 {
        return;
    }
    let (marks, last) = count(target);
    if marks % 2 == 0 {
        return;
    }
    let target = target.bare();
    let message = format!("the quotation marks do not match: {marks} here, {german} in the source");
    let at = last.unwrap_or(target.len());
    let end = target[at..]
        .chars()
        .next()
        .map_or(at, |c| at + c.len_utf8());
    flaws.push(Flaw::new(Span::new(at, end), marks.to_string(), message));
}

/// How many double quotation marks a text has, and the place of the last.
pub(super) fn count(reading: &Reading<'_>) -> (usize, Option<usize>) {
    *reading.quotes.get_or_init(|| look(reading))
}

fn look(reading: &Reading<'_>) -> (usize, Option<usize>) {
    if !reading.characters.meets(&QUOTES.set) {
        return (0, None);
    }
    let text = reading.bare();
    let mut count = 0;
    let mut last = None;
    for (at, c) in QUOTES.places(text) {
        // `27"` is an inch, unless it closes a quotation.
        let inch = c == '"' && text[..at].ends_with(|c: char| c.is_ascii_digit());
        if is_quote(c) && !(inch && count % 2 == 0) {
            count += 1;
            last = Some(at);
        }
    }
    (count, last)
}

/// Whether what may be a quotation mark is one.
fn is_quote(c: char) -> bool {
    c < '\u{2100}' || matches!(c, '＂' | '「' | '」' | '『' | '』')
}
