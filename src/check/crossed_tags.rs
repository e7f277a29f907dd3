//! Tags of HTML that close in the wrong order.
//!
//! Why it matters: `<b><i>…</b></i>` is no valid page, and each browser mends it in its own way.
//! Example: `This is <b>a <i>very old</b> well</i>.`
//! Fix: none; only a person knows what belongs together.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "crossed-tags",
    category: "markup",
    severity: Severity::Error,
    manual: include_str!("crossed_tags.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if !pair
        .readings()
        .1
        .markup()
        .tags
        .things()
        .iter()
        .any(|thing| thing.text.starts_with("</"))
    {
        return;
    }
    if let Some(span) = crossed(pair.target()).filter(|_| crossed(pair.source()).is_none()) {
        let tag = span.of(pair.target());
        let message = format!("`{tag}` closes before what was opened within it");
        flaws.push(Flaw::new(span, tag, message).hint("close first what was opened last"));
    }
}

/// The first tag that closes an element while one within it is open.
pub(super) fn crossed(text: &str) -> Option<Span> {
    const VOID: [&str; 6] = ["br", "img", "hr", "input", "wbr", "meta"];
    let mut open: Vec<&str> = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('<').map(|at| from + at) {
        from = at + 1;
        let rest = &text[from..];
        let (closes, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = &rest[..length];
        let Some(end) = rest.find('>').filter(|_| length > 0) else {
            continue;
        };
        let end = from + usize::from(closes) + end + 1;
        if closes {
            match open.iter().rposition(|other| *other == name) {
                Some(place) if place + 1 == open.len() => {
                    open.pop();
                }
                Some(_) => return Some(Span::new(at, end)),
                None => {}
            }
        } else if !text[..end].ends_with("/>") && !VOID.contains(&name) && open.len() < 64 {
            open.push(name);
        }
        from = end;
    }
    None
}
