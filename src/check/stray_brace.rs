//! A brace that the German does not have.
//!
//! Why it matters: braces have a meaning in most formats of messages; a lone one shows in the page
//! or breaks the next tool.
//! Example: `the {royal family`. Fix: none, since the other half may be missing.

use super::pair::characters::Characters;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "stray-brace",
    category: "brace",
    severity: Severity::Error,
    manual: include_str!("stray_brace.rs"),
    find: Find::Pair(find),
};

const BRACES: Characters = Characters::of("{}");

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    if !pair.readings().1.characters.meets(&BRACES) {
        return;
    }
    for brace in ['{', '}'] {
        let count = |text: &str| text.chars().filter(|c| *c == brace).count();
        let (there, here) = (count(pair.source()), count(target));
        if here <= there {
            continue;
        }
        // Pairs of braces are variables and terms, which have their own checks.
        let Some(at) = lone(target, brace) else {
            continue;
        };
        let message = format!("`{brace}` stands {here} times, in the source {there} times");
        flaws.push(Flaw::new(Span::new(at, at + 1), brace.to_string(), message));
    }
}

fn lone(text: &str, brace: char) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '{' => open.push(at),
            '}' if open.pop().is_none() && brace == '}' => return Some(at),
            _ => {}
        }
    }
    open.first().copied().filter(|_| brace == '{')
}
