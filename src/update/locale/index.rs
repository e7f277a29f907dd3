//! What a plan looks up for every unit: found in one pass over the catalog and the units.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::catalog::{Catalog, Id, Kind, SourceUnit, Value};
use crate::update::Assigned;

/// Places in a catalog and among the units of its article, by what is asked for.
pub(super) struct Index {
    /// Junk that has an id, by that.
    junk: FxHashMap<Id, Vec<usize>>,
    /// Each further part of a unit that was cut, behind the first part.
    parts: FxHashMap<usize, Vec<usize>>,
    /// The old unit of each id.
    old_of: FxHashMap<Id, usize>,
    /// The units that an old unit became.
    heirs: FxHashMap<usize, Vec<usize>>,
    /// For each entry the last message before it that has a text.
    text_before: Vec<Option<usize>>,
}

impl Index {
    pub(super) fn of(catalog: &Catalog, old: &[SourceUnit], assigned: &[Assigned]) -> Self {
        let mut junk: FxHashMap<Id, Vec<usize>> = FxHashMap::default();
        let mut text_before = Vec::with_capacity(catalog.entries.len());
        let mut last = None;
        for (index, entry) in catalog.entries.iter().enumerate() {
            text_before.push(last);
            match &entry.kind {
                Kind::Junk => {
                    if let Some(id) = Id::parse(&entry.id) {
                        junk.entry(id).or_default().push(index);
                    }
                }
                Kind::Message(value) if !value.as_ref().is_some_and(Value::is_empty) => {
                    last = Some(index);
                }
                _ => {}
            }
        }
        let mut parts: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        let mut heirs: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (index, unit) in assigned.iter().enumerate() {
            if let Some(first) = unit.part_of {
                parts.entry(first).or_default().push(index);
            }
            if let Some(old) = unit.old {
                heirs.entry(old).or_default().push(index);
            }
        }
        let mut old_of = FxHashMap::default();
        for (index, unit) in old.iter().enumerate() {
            old_of.entry(unit.id).or_insert(index);
        }
        Self {
            junk,
            parts,
            old_of,
            heirs,
            text_before,
        }
    }

    /// The junk of an id, in the order of the file.
    pub(super) fn junk(&self, id: &Id) -> &[usize] {
        self.junk.get(id).map_or(&[], Vec::as_slice)
    }

    /// A first part and the further ones, in the order of the article.
    pub(super) fn parts(&self, first: usize) -> Vec<usize> {
        let further = self.parts.get(&first).map_or(&[][..], Vec::as_slice);
        let mut parts: Vec<usize> = std::iter::once(first)
            .chain(further.iter().copied())
            .collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// The old unit of an id.
    pub(super) fn old_of(&self, id: &Id) -> Option<usize> {
        self.old_of.get(id).copied()
    }

    /// The units that an old unit became.
    pub(super) fn heirs(&self, old: usize) -> &[usize] {
        self.heirs.get(&old).map_or(&[], Vec::as_slice)
    }

    /// The last message before an entry that has a text.
    pub(super) fn text_before(&self, entry: usize) -> Option<usize> {
        self.text_before.get(entry).copied().flatten()
    }
}

/// Texts of one length that differ in at most one character from a given one.
#[derive(Default)]
pub(super) struct Neighbours(FxHashSet<(usize, Vec<u8>)>);

impl Neighbours {
    pub(super) fn insert(&mut self, text: &str) {
        self.0.extend(Self::blanked(text));
    }

    /// Whether one of the texts differs from this one in at most one character.
    pub(super) fn has_near(&self, text: &str) -> bool {
        Self::blanked(text).any(|key| self.0.contains(&key))
    }

    /// The text with each of its characters in turn left out, and which.
    fn blanked(text: &str) -> impl Iterator<Item = (usize, Vec<u8>)> {
        (0..text.len()).map(|at| {
            let mut rest = text.as_bytes().to_vec();
            rest.remove(at);
            (at, rest)
        })
    }
}
