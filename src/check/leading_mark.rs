//! A mark of Markdown at the start of a translation, where the German has none.
//!
//! Why it matters: that a sentence is a heading, an item or a quotation is the article's business; the
//! mark is shown to readers as it is.
//! Example: `s7k2mq = # The gate` for `Das Tor`. A dash that begins speech is left alone.
//! Fix: none; delete the mark.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "leading-mark",
    category: "markup",
    severity: Severity::Warning,
    manual: include_str!("leading_mark.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = (pair.source(), pair.target());
    let number = || item_number(target).filter(|_| !source.contains(|c: char| c.is_numeric()));
    let Some(mark) = leading_mark(target).or_else(number) else {
        return;
    };
    let is_speech = mark == "-" && source.contains(['„', '»', '«', '"', '“', '–', '—']);
    if is_speech || leading_mark(source).is_some() || source.starts_with(['-', '–', '—', '*', '#'])
    {
        return;
    }
    let message = format!("the text begins with `{mark}`, the source does not");
    let flaw = Flaw::new(Span::new(0, mark.len()), mark, message);
    flaws.push(flaw.hint("delete it: the article says what kind of block it is"));
}

/// The number of an item that a text begins with, before a capital; before a small letter it may be a date.
fn item_number(text: &str) -> Option<&str> {
    let (mark, rest) = text.split_once(' ')?;
    let number = mark.strip_suffix(['.', ')'])?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit());
    let is_text = rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (is_number && is_text).then_some(mark)
}

/// The mark of a block that a text begins with, before a blank.
fn leading_mark(text: &str) -> Option<&str> {
    let (mark, rest) = text.split_once(' ')?;
    let is_heading = mark.len() <= 6 && !mark.is_empty() && mark.bytes().all(|c| c == b'#');
    let is_mark = is_heading || matches!(mark, "*" | "+" | ">" | "-");
    (is_mark && !rest.trim().is_empty()).then_some(mark)
}
