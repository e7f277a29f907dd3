//! A link that leads elsewhere than the German one, or is gone.
//!
//! Why it matters: a mistyped address leads nowhere, and nobody sees it in the text.
//! Example: `https://example.org/sbort` for `https://example.org/sport`. An address that differs only in
//! the code of the language (`de.wikipedia.org`, `/de/`) is the page in the reader's own language.
//! Fix: none; a page in the reader's own language has its own address, and headings their own anchors.

use super::pair::difference::differences;
use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "changed-link",
    category: "link",
    severity: Severity::Error,
    manual: include_str!("changed_link.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    for difference in differences(&source.markup().links, &target.markup().links) {
        // One that was added is a finding of its own.
        let Some(address) = difference.german else {
            continue;
        };
        // `<address>` for `[address](address)`, a label for an address.
        let is_told = target.markup().links.count(address) > 0
            || pair.target().matches("][").count() > pair.source().matches("][").count();
        if is_told || difference.is_localized(pair) {
            continue;
        }
        flaws.push(difference.flaw("link"));
    }
}
