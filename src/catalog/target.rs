//! A locale's catalog looked up by unit.

use super::{Base, Catalog, Entry, Id};

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
    /// Its messages, by base, those of one base in the order of the file.
    messages: Vec<(Id, usize)>,
}

impl<'a> Target<'a> {
    /// Indexes the messages of a catalog.
    pub fn of(catalog: &'a Catalog) -> Self {
        let messages = catalog.messages();
        let mut messages: Vec<(Id, usize)> = messages
            .filter_map(|(index, entry)| Some((Id::parse(&entry.id)?, index)))
            .collect();
        messages.sort_unstable_by_key(|(id, index)| (id.base, *index));
        Self { catalog, messages }
    }

    /// The message that serves a unit: the one with its very id, else the first with its base.
    /// A message without a value, or with blanks for a value, serves nobody.
    pub fn serve(&self, id: &Id) -> Served {
        let all = self.all(&id.base);
        let usable = |index: usize| is_usable(&self.catalog.entries[index]);
        if let Some((_, index)) = all.iter().find(|(own, index)| own == id && usable(*index)) {
            return Served::Current(*index);
        }
        all.iter()
            .find(|(own, index)| own != id && usable(*index))
            .map_or(Served::None, |(_, index)| Served::Older(*index))
    }

    /// Every message of a base, in the order of the file.
    pub fn all(&self, base: &Base) -> &[(Id, usize)] {
        let first = self.messages.partition_point(|(id, _)| id.base < *base);
        let rest = &self.messages[first..];
        let length = rest.iter().take_while(|(id, _)| id.base == *base).count();
        &rest[..length]
    }

    /// Every base the catalog has, with its messages.
    pub fn bases(&self) -> impl Iterator<Item = (Base, &[(Id, usize)])> {
        let same = |one: &(Id, usize), two: &(Id, usize)| one.0.base == two.0.base;
        let bases = self.messages.chunk_by(same);
        bases.map(|all| (all[0].0.base, all))
    }
}

/// Whether a message has a value that can stand for a translation: text, or the empty text.
fn is_usable(entry: &Entry) -> bool {
    entry
        .value()
        .is_some_and(|value| value.is_empty() || !value.is_blank())
}
