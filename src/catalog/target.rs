use std::collections::BTreeMap;

use super::{Catalog, Entry, Id};

/// How a locale's catalog serves a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Served {
    /// The entry has exactly the unit's id.
    Current(usize),
    /// The entry has the unit's base and another tag.
    Older(usize),
    /// No usable entry.
    None,
}

impl Served {
    /// The entry, whichever it is.
    pub fn entry(self) -> Option<usize> {
        match self {
            Self::Current(entry) | Self::Older(entry) => Some(entry),
            Self::None => None,
        }
    }
}

/// A locale's catalog, looked up by unit. Ids and values alone decide.
#[derive(Debug)]
pub struct Target<'a> {
    /// The catalog.
    pub catalog: &'a Catalog,
    by_base: BTreeMap<String, Vec<(Id, usize)>>,
}

impl<'a> Target<'a> {
    /// Indexes the messages of a catalog.
    pub fn of(catalog: &'a Catalog) -> Self {
        let mut by_base: BTreeMap<String, Vec<(Id, usize)>> = BTreeMap::new();
        for (index, entry) in catalog.messages() {
            if let Some(id) = Id::parse(&entry.id) {
                by_base
                    .entry(id.base.clone())
                    .or_default()
                    .push((id, index));
            }
        }
        Self { catalog, by_base }
    }

    /// The message that serves a unit: the one with its very id, else the first with its base.
    /// A message without a value, or with blanks for a value, serves nobody.
    pub fn serve(&self, id: &Id) -> Served {
        let Some(all) = self.by_base.get(&id.base) else {
            return Served::None;
        };
        let usable = |index: usize| is_usable(&self.catalog.entries[index]);
        if let Some((_, index)) = all.iter().find(|(own, index)| own == id && usable(*index)) {
            return Served::Current(*index);
        }
        all.iter()
            .find(|(own, index)| own != id && usable(*index))
            .map_or(Served::None, |(_, index)| Served::Older(*index))
    }

    /// Every message of a base, in the order of the file.
    pub fn all(&self, base: &str) -> &[(Id, usize)] {
        self.by_base.get(base).map_or(&[], Vec::as_slice)
    }

    /// Every base the catalog has, with its messages.
    pub fn bases(&self) -> impl Iterator<Item = (&str, &[(Id, usize)])> {
        self.by_base
            .iter()
            .map(|(base, all)| (base.as_str(), all.as_slice()))
    }
}

/// Whether a message has a value that can stand for a translation: text, or the empty text.
fn is_usable(entry: &Entry) -> bool {
    entry
        .value()
        .is_some_and(|value| value.is_empty() || !value.is_blank())
}
