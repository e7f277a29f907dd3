//! A manifest: what is read and listed again reads the same, and what another one lacks is found.
//! The parts are two manifests.

use satz::publish::{Listing, Manifest};

pub(super) fn run(data: &[u8]) {
    let [one, other] = super::parts(data);
    let read = Manifest::parse(&one).map(normal);
    let Some(manifest) = read else { return };
    let text = listing(&manifest).text();
    let json = serde_json::from_str::<serde_json::Value>(&text);
    assert!(json.is_ok(), "{json:?}: {text}");
    let again = Manifest::parse(&text).map(normal);
    assert_eq!(again.as_ref(), Some(&manifest), "{text}");
    let Some(other) = Manifest::parse(&other).map(normal) else {
        return;
    };
    let others = Manifest::parse_others(&text, &listing(&other)).expect("it was read before");
    for output in &manifest.outputs {
        assert!(other.outputs.contains(output) || others.outputs.contains(output));
    }
    for output in &others.outputs {
        assert!(manifest.outputs.contains(output), "{output:?} is made up");
    }
}

/// Sorted, and each path once.
fn normal(mut manifest: Manifest<'_>) -> Manifest<'_> {
    manifest.outputs.sort_by(|one, two| one.path.cmp(&two.path));
    manifest.outputs.dedup_by(|one, two| one.path == two.path);
    let place = |(locale, article): (&str, &str)| (locale.to_owned(), article.to_owned());
    let rows = &mut manifest.unpublished;
    rows.sort_by_key(|row| place((&row.locale, &row.article)));
    manifest
}

fn listing<'a>(manifest: &'a Manifest<'_>) -> Listing<'a> {
    let mut listing = Listing::new(&manifest.source);
    for output in &manifest.outputs {
        listing.push(output);
    }
    for row in &manifest.unpublished {
        listing.push_unpublished(row.clone());
    }
    listing.sort();
    listing
}
