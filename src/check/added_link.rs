//! A link, a picture or an address that the German does not have.
//!
//! Why it matters: readers are led to a place, or their browsers fetch from one, that nobody at the
//! house has chosen.
//! Example: `Please [log in](https://example.org/login).` for `Bitte melden Sie sich an.` A link that
//! stands where the German has another one is a `changed-link`.
//! Fix: none. Take it out, or put it into the German as well.

use super::pair::difference::differences;
use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "added-link",
    category: "link",
    severity: Severity::Error,
    manual: include_str!("added_link.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    let links = differences(&source.markup().links, &target.markup().links);
    // `[address](address)` for `<address>`; a section of the same page; a label for an address.
    let has_labels = pair.source().matches("][").count() > pair.target().matches("][").count();
    let is_known = |address: &str| {
        let bare = address.trim_end_matches('/').trim_start_matches("www.");
        pair.source().contains(bare) || address.starts_with('#') || has_labels
    };
    let added = links.iter().filter(|link| {
        link.german.is_none() && !link.own.is_some_and(|(address, _)| is_known(address))
    });
    flaws.extend(added.map(|link| link.flaw("link")));
}
