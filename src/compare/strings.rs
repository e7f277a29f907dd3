use std::collections::hash_map::Entry as Slot;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::State;
use crate::catalog::{Catalog, Entry, Kind};

/// A message or term of an application's source catalog, and what a locale has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StringItem {
    /// Index of its entry in the source catalog.
    pub source: usize,
    /// Index of the entry in the locale's catalog that has its id.
    pub target: Option<usize>,
    /// Current, inherited or missing.
    pub state: State,
}

/// An application's source catalog beside that of a locale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strings {
    /// The source's messages and terms, in its order; of two with one id the first.
    pub items: Vec<StringItem>,
    /// Indices of the target's messages and terms that the source does not have.
    pub obsolete: Vec<usize>,
    /// Indices of the target's messages and terms whose id stands further up already.
    pub doubled: Vec<usize>,
}

/// Compares catalogs whose ids people gave: a message with the source's id translates it. What the
/// target lacks, the catalogs of parent locales may supply.
pub fn compare_strings(source: &Catalog, target: &Catalog, parents: &[&Catalog]) -> Strings {
    let (own, doubled) = index(target);
    let supplied: Vec<_> = parents.iter().map(|parent| index(parent).0).collect();
    let (wanted, _) = index(source);
    let mut compared = Strings {
        doubled,
        ..Strings::default()
    };
    for (at, entry) in named(source) {
        let name = name(entry);
        if wanted.get(&name) != Some(&at) {
            continue;
        }
        let found = own.get(&name).copied();
        let state = match found {
            Some(_) => State::Current,
            None if supplied.iter().any(|parent| parent.contains_key(&name)) => State::Inherited,
            None => State::Missing,
        };
        compared.items.push(StringItem {
            source: at,
            target: found,
            state,
        });
    }
    let strange = named(target).filter(|(_, entry)| !wanted.contains_key(&name(entry)));
    compared.obsolete = strange
        .filter(|(at, entry)| own.get(&name(entry)) == Some(at))
        .map(|(at, _)| at)
        .collect();
    compared
}

/// What tells a message or term from others: whether it is a term, and its id.
type Name<'a> = (bool, &'a str);

fn name(entry: &Entry) -> Name<'_> {
    (matches!(entry.kind, Kind::Term(_)), &entry.id)
}

/// The messages and terms of a catalog.
fn named(catalog: &Catalog) -> impl Iterator<Item = (usize, &Entry)> {
    let is_named = |entry: &Entry| matches!(entry.kind, Kind::Message(_) | Kind::Term(_));
    (catalog.entries.iter().enumerate()).filter(move |(_, entry)| is_named(entry))
}

/// The first entry of each name, and the further ones.
fn index(catalog: &Catalog) -> (FxHashMap<Name<'_>, usize>, Vec<usize>) {
    let mut first = FxHashMap::with_capacity_and_hasher(catalog.entries.len(), FxBuildHasher);
    let mut further = Vec::new();
    for (at, entry) in named(catalog) {
        match first.entry(name(entry)) {
            Slot::Vacant(slot) => {
                slot.insert(at);
            }
            Slot::Occupied(_) => further.push(at),
        }
    }
    (first, further)
}
