//! Merging three versions of a catalog: what one side alone changed is taken as it is, no text that
//! somebody typed is lost, and the sides may trade places.

use satz::catalog::{Catalog, Entry};
use satz::update::{Merged, merge};

pub(super) fn run(data: &[u8]) {
    let [base, ours, theirs] = super::parts(data);
    let merged = merge_texts(&base, &ours, &theirs);
    assert_eq!(merge_texts(&base, &ours, &base).text, ours);
    assert_eq!(merge_texts(&base, &base, &theirs).text, theirs);
    assert_eq!(merge_texts(&base, &ours, &ours).text, ours);
    let known = flat(&base);
    for side in [&ours, &theirs] {
        for value in values(side) {
            let is_kept = known.contains(&value) || flat(&merged.text).contains(&value);
            assert!(is_kept, "{value:?} is lost:\n{}", merged.text);
        }
    }
    let mut mirrored = merge_texts(&base, &theirs, &ours).conflicts;
    let mut conflicts = merged.conflicts;
    mirrored.sort();
    conflicts.sort();
    assert_eq!(conflicts, mirrored, "the sides trade places");
}

fn merge_texts(base: &str, ours: &str, theirs: &str) -> Merged {
    let catalog = |text: &str| Catalog::parse(text).value;
    merge(&catalog(base), &catalog(ours), &catalog(theirs))
}

/// The values of all messages as they are written, without blanks.
fn values(text: &str) -> Vec<String> {
    let catalog = Catalog::parse(text).value;
    let is_typed = |(_, entry): &(usize, &Entry)| entry.value().is_some();
    let messages = catalog.messages().filter(is_typed);
    messages
        .map(|(_, entry)| flat(entry.value_span.of(text)))
        .collect()
}

fn flat(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
