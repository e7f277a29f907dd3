//! The editor of catalogs, on any locale file: an edit of one message changes no other entry; an
//! update loses no value and no remark, and a second one changes nothing.

use satz::catalog::{Catalog, Source, Value, escape};
use satz::text::{Edit, apply};
use satz::update::{Memory, NewUnit, TargetUpdate, assign, source_catalog, update_target};

const BEFORE: [&str; 4] = [
    "Der Kahn",
    "Er liegt am Kai.",
    "Niemand steigt ein.",
    "Morgen fährt er nach Wien.",
];
const AFTER: [&str; 4] = [
    "Der Kahn",
    "Er liegt am Kai. Niemand steigt ein.",
    "Keiner weint.",
    "Morgen fährt er nach Graz.",
];

pub(super) fn run(data: &[u8]) {
    let Some((&flags, rest)) = data.split_first() else {
        return;
    };
    let text = &*String::from_utf8_lossy(rest);
    let (at, reworded, notes) = (flags >> 2, flags & 1 != 0, flags & 2 != 0);
    edit(text, usize::from(at));
    let old = units(&BEFORE);
    let source = catalog_of(&old, &Source::default());
    let new = if reworded { units(&AFTER) } else { old };
    let once = update(text, &source, &new, notes);
    is_kept(text, &once);
    let source = catalog_of(&new, &source);
    let twice = update(&once, &source, &new, notes);
    assert_eq!(once, twice, "a second update changes nothing");
}

/// Changes the value of one message.
fn edit(text: &str, at: usize) {
    let before = Catalog::parse(text).value;
    let count = before.messages().count();
    let Some((index, entry)) = before.messages().nth(at.checked_rem(count).unwrap_or(0)) else {
        return;
    };
    let value = Edit::replace(entry.value_span, escape("Neu { 1 }"));
    let new = apply(text, &[value]);
    let after = Catalog::parse(&new).value;
    assert_eq!(
        before.entries.len(),
        after.entries.len(),
        "{text:?} → {new:?}"
    );
    for (at, (old, new)) in before.entries.iter().zip(&after.entries).enumerate() {
        let same = old.kind == new.kind && old.span.of(text) == new.span.of(&after.text);
        assert!(same || at == index, "{text:?}");
    }
}

fn units(sentences: &[&str]) -> Vec<NewUnit> {
    let unit = |(index, text): (usize, &&str)| NewUnit {
        text: (*text).to_owned(),
        note: None,
        block: index.div_ceil(2),
        kind: if index == 0 { "heading" } else { "paragraph" },
    };
    sentences.iter().enumerate().map(unit).collect()
}

fn catalog_of(units: &[NewUnit], old: &Source) -> Source {
    let assigned = assign(old, units, &Memory::default());
    Source::of(&Catalog::parse(&source_catalog("articles/kahn.md", units, &assigned)).value)
}

fn update(text: &str, old: &Source, units: &[NewUnit], notes: bool) -> String {
    let assigned = assign(old, units, &Memory::default());
    let update = TargetUpdate {
        old,
        units,
        assigned: &assigned,
        article: "articles/kahn.md",
        label: "de",
        notes,
        prune: false,
        parent: None,
    };
    update_target(&update, &Catalog::parse(text).value).0
}

fn is_kept(before: &str, after: &str) {
    let before = Catalog::parse(before).value;
    let catalog = Catalog::parse(after).value;
    let values = catalog
        .messages()
        .filter_map(|(_, entry)| entry.value().map(Value::text));
    let values: Vec<String> = values.collect();
    for (_, entry) in before.messages() {
        if let Some(value) = entry.value().map(Value::text) {
            assert!(
                values.iter().any(|other| other.contains(value.trim())),
                "{value:?} is lost:\n{after}"
            );
        }
    }
    let remarks = before
        .text
        .lines()
        .filter(|line| line.starts_with("# mine"));
    // A carriage return that ends the file is the beginning of a line end.
    for remark in remarks.map(|line| line.trim_end_matches('\r')) {
        assert!(after.contains(remark), "{remark:?} is lost");
    }
}
