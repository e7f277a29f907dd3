//! A tag, half an emphasis or a call of a template that the German has and the translation has not,
//! or the reverse.
//!
//! Why it matters: a tag without its partner changes the rest of the page.
//! Example: `<strong>Hotel` for `<strong>Hotel</strong>`. Fix: none; only the writer knows which
//! words it belongs to.

use super::pair::markup::LINK;
use super::{Check, Find, Flaw, Pair, lost_emphasis};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-markup",
    category: "markup",
    severity: Severity::Error,
    manual: include_str!("lost_markup.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    let (source, target) = (&source.markup().tags, &target.markup().tags);
    let mut found = |tag: &str, here: usize, there: usize, span: Span| {
        let message = format!("`{tag}` stands {here} times, in the source {there} times");
        flaws.push(Flaw::new(span, tag, message));
    };
    for thing in source.things() {
        let here = target.count(&thing.text);
        // A link that is gone is told by `changed-link`; another may be an address in the text.
        let is_told = thing.text == LINK || lost_emphasis::is_lost(&thing.text, source, target);
        if here < thing.count && !is_told {
            found(&thing.text, here, thing.count, Span::default());
        }
    }
    for thing in target.things() {
        let (tag, here, there) = (&thing.text, thing.count, source.count(&thing.text));
        // Emphasis and links may be added; half of one may not. A tag or a call that the German
        // lacks stands in the result as text.
        let is_foreign = tag.starts_with(['<', '{']) && there == 0;
        let is_half = tag != LINK && (here > there) && (here - there) % 2 == 1;
        if !tag.starts_with("<br") && (is_foreign || is_half) {
            found(tag, here, there, thing.span);
        }
    }
}
