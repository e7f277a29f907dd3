//! An element's `data-l10n-name` that is another one than the source's, lost, or there twice.
//!
//! Why it matters: the program finds the element by that name, and what has no name or another one loses its
//! link or its button.
//! Example: `<a data-l10n-name="y">` for `<a data-l10n-name="x">`.
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "changed-l10n-name",
    category: "markup",
    severity: Severity::Error,
    manual: include_str!("changed_l10n_name.rs"),
    find: Find::Pair(find),
};

const KEY: &str = "data-l10n-name=";

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = (pair.source(), pair.target());
    if !source.contains(KEY) && !target.contains(KEY) {
        return;
    }
    let (here, there) = (names(source), names(target));
    let count =
        |list: &[(&str, Span)], name: &str| list.iter().filter(|(other, _)| *other == name).count();
    let more = there
        .iter()
        .find(|(name, _)| count(&there, name) > count(&here, name));
    if let Some((name, span)) = more {
        let message = format!("the source has no further element `{name}`");
        flaws.push(Flaw::new(*span, *name, message).hint("name each element as the source does"));
    } else if let Some((name, _)) = here
        .iter()
        .find(|(name, _)| count(&here, name) > count(&there, name))
        // An element that is lost as a whole is told by `lost-markup`.
        && tags(source) <= tags(target)
    {
        let message = format!("the element `{name}` of the source is missing");
        flaws.push(Flaw::new(Span::default(), *name, message));
    }
}

/// The names of a text's elements, each with its place.
fn names(text: &str) -> Vec<(&str, Span)> {
    let places = text.match_indices(KEY);
    let found = places.filter_map(|(at, _)| {
        let start = at + KEY.len() + 1;
        let quote = text[at + KEY.len()..].chars().next()?;
        let length = text.get(start..)?.find(quote)?;
        let span = Span::new(start, start + length);
        matches!(quote, '"' | '\'').then(|| (span.of(text), span))
    });
    found.collect()
}

/// How many tags a text opens.
fn tags(text: &str) -> usize {
    text.match_indices('<')
        .filter(|(at, _)| text[at + 1..].starts_with(|next: char| next.is_ascii_alphabetic()))
        .count()
}
