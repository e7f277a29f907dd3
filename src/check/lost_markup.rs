//! A tag, half an emphasis, a link or a call of a template that the German has and the translation has not,
//! or the reverse.
//!
//! Why it matters: a tag without its partner changes the rest of the page; a link that is gone takes
//! the source away.
//! Example: `<strong>Hotel` for `<strong>Hotel</strong>`. Fix: none; only the writer knows which
//! words it belongs to.

use super::pair::difference::{Difference, differences};
use super::pair::markup::{Counted, LINK};
use super::{Check, Find, Flaw, Pair, lost_emphasis};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-markup",
    category: "markup",
    severity: Severity::Error,
    manual: include_str!("lost_markup.rs"),
    find: Find::Pair(find),
};

/// Whether something of the source is gone for which nothing came.
fn has_lost(source: &Counted, target: &Counted) -> bool {
    differences(source, target).iter().any(Difference::is_lost)
}

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    let (source, target) = (&source.markup, &target.markup);
    let mut found = |tag: &str, here: usize, there: usize, span: Span| {
        let message = format!("`{tag}` stands {here} times, in the source {there} times");
        flaws.push(Flaw::new(span, tag, message));
    };
    for thing in source.tags.things() {
        let here = target.tags.count(&thing.text);
        // Which link is gone is said by `changed-link`.
        let is_told = thing.text == LINK && has_lost(&source.links, &target.links);
        let is_emphasis = || lost_emphasis::is_lost(&thing.text, &source.tags, &target.tags);
        if here < thing.count && !is_told && !is_emphasis() {
            found(&thing.text, here, thing.count, Span::default());
        }
    }
    for thing in target.tags.things() {
        let (tag, here, there) = (&thing.text, thing.count, source.tags.count(&thing.text));
        // Emphasis and links may be added; half of one may not. A tag or a call that the German
        // lacks stands in the result as text.
        let is_foreign = tag.starts_with(['<', '{']) && there == 0;
        let is_half = tag != LINK && (here > there) && (here - there) % 2 == 1;
        if !tag.starts_with("<br") && (is_foreign || is_half) {
            found(tag, here, there, thing.span);
        }
    }
}
