//! An application's source catalog beside that of a locale.

use rustc_hash::FxHashMap;

use super::{Compared, Comparison, Obsolete, State};
use crate::catalog::{Catalog, Entry, Kind};

/// A message or term of an application's source catalog, and what a locale has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageItem {
    /// Index of its entry in the source catalog.
    pub source_entry: usize,
    /// Index of the entry in the locale's catalog that has its id.
    pub entry: Option<usize>,
    /// Current, inherited or missing.
    pub state: State,
}

impl Compared for MessageItem {
    fn state(&self) -> State {
        self.state
    }
}

/// Compares catalogs whose ids people gave: a message with the source's id translates it. What the
/// target lacks, the catalogs of parent locales may supply. Of two messages with one id the first
/// counts.
pub fn compare_messages(
    source: &Catalog,
    target: &Catalog,
    parents: &[&Catalog],
) -> Comparison<MessageItem> {
    let (wanted, present) = (by_name(source), by_name(target));
    let supplied: Vec<_> = parents.iter().map(|parent| by_name(parent)).collect();
    let first = named(source).filter(|(index, entry)| wanted.get(&name(entry)) == Some(index));
    let items = first.map(|(source_entry, entry)| {
        let name = name(entry);
        let entry = present.get(&name).copied();
        let is_supplied = || supplied.iter().any(|parent| parent.contains_key(&name));
        MessageItem {
            source_entry,
            entry,
            state: match entry {
                Some(_) => State::Current,
                None if is_supplied() => State::Inherited,
                None => State::Missing,
            },
        }
    });
    let first = named(target).filter(|(index, entry)| present.get(&name(entry)) == Some(index));
    let strange = first.filter(|(_, entry)| !wanted.contains_key(&name(entry)));
    let obsolete = strange.map(|(index, entry)| Obsolete {
        id: entry.written_id(),
        target: entry.reading(),
        entry: index,
    });
    Comparison {
        items: items.collect(),
        obsolete: obsolete.collect(),
    }
}

/// What distinguishes a message or term from others: whether it is a term, and its id.
type Name<'a> = (bool, &'a str);

fn name(entry: &Entry) -> Name<'_> {
    (matches!(entry.kind, Kind::Term(_)), &entry.id)
}

/// The messages and terms of a catalog.
fn named(catalog: &Catalog) -> impl Iterator<Item = (usize, &Entry)> {
    let is_named = |entry: &Entry| matches!(entry.kind, Kind::Message(_) | Kind::Term(_));
    (catalog.entries.iter().enumerate()).filter(move |(_, entry)| is_named(entry))
}

/// The first entry of each name.
fn by_name(catalog: &Catalog) -> FxHashMap<Name<'_>, usize> {
    let mut first = FxHashMap::default();
    for (index, entry) in named(catalog) {
        first.entry(name(entry)).or_insert(index);
    }
    first
}
