//! Another currency than in the German.
//!
//! Why it matters: the amount stays and its worth changes. A currency that is merely left out, or
//! given beside the German's, is no fault.
//! Example: `20 Euro` – `20 dollars`.
//! Fix: none; if the amount was converted on purpose, give both.

use super::{Check, Find, Flaw, Pair, month::exchanged};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "currency",
    category: "number",
    severity: Severity::Warning,
    manual: include_str!("currency.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let beside = |mentions: &crate::mention::Mentions<'_>| {
        let mut list = mentions.currencies.clone();
        list.retain(|dated| mentions.is_beside_number(dated.span));
        list.dedup_by_key(|dated| dated.value);
        list
    };
    let (here, there) = (beside(source), beside(target));
    let all =
        |value: u8, list: &[crate::mention::Dated]| list.iter().any(|dated| dated.value == value);
    let lost = here
        .iter()
        .any(|dated| !all(dated.value, &target.currencies));
    if !lost
        || there.iter().any(|dated| all(dated.value, &here))
            && here.len() == there.len()
            && here.len() > 2
    {
        return;
    }
    for (german, word) in exchanged(&here, &there) {
        let (german, written) = (german.of(pair.source()), word.of(pair.target()));
        let message = format!("`{written}` where the source has `{german}`");
        flaws.push(Flaw::new(word, written, message).hint("compare the two amounts"));
    }
}
