//! A tag, an emphasis or a link that the German has and the translation has not, or the reverse.
//!
//! Why it matters: a tag without its partner changes the rest of the page; a link that is gone takes
//! the source away.
//! Example: `<strong>Hotel` for `<strong>Hotel</strong>`. Fix: none; only the writer knows which
//! words it belongs to.

use super::pair::markup::LINK;
use super::{Check, Find, Flaw, Pair};
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
    let (source, target) = (&source.markup, &target.markup);
    for (tag, (there, _)) in &source.tags {
        let here = target.tags.get(tag).map_or(0, |(count, _)| *count);
        if here < *there {
            let message = format!("`{tag}` stands {here} times, in the German {there} times");
            flaws.push(Flaw::new(Span::default(), tag, message));
        }
    }
    for (tag, (here, span)) in &target.tags {
        let there = source.tags.get(tag).map_or(0, |(count, _)| *count);
        // Emphasis and links may be added; half of one may not.
        if *here > there && !tag.starts_with("<br") && tag != LINK && (here - there) % 2 == 1 {
            let message = format!("`{tag}` stands {here} times, in the German {there} times");
            flaws.push(Flaw::new(*span, tag, message));
        }
    }
}
