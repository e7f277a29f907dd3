//! The source catalog of an article read: which unit has which German.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeSet, HashMap};

use super::{Base, Catalog, Entry, Id, Kind, Note, is_group};
use crate::text::fold;

/// A unit as the source catalog remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceUnit {
    /// Its id.
    pub id: Id,
    /// Its German, decoded.
    pub text: String,
    /// What the author says of it to the translator.
    pub note: Option<Box<str>>,
    /// The group comment it stands under, for example `## Heading`.
    pub group: String,
    /// Number of its block, counted by group comments.
    pub block: usize,
    /// Index of its entry in the catalog.
    pub entry: usize,
}

/// An article's source catalog: its units in the order of the article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The article's path in the header, if the catalog has one.
    pub article: Option<String>,
    /// The units.
    pub units: Vec<SourceUnit>,
}

impl Source {
    /// Reads the units of a source catalog. Of two messages with one base, the first counts.
    pub fn of(catalog: &Catalog) -> Self {
        Self::among(catalog, &BTreeSet::new())
    }

    /// Reads the units of a source catalog that may be damaged: of several messages with one base,
    /// as on both sides of a conflict, the first whose German is `wanted` counts, else the first.
    /// `wanted` are folds.
    pub fn among(catalog: &Catalog, wanted: &BTreeSet<String>) -> Self {
        let mut chosen: HashMap<Base, usize> = HashMap::new();
        let is_wanted = |index: usize| {
            let value = catalog.entries[index].value();
            value.is_some_and(|value| wanted.contains(&fold(&value.text())))
        };
        for (index, entry) in catalog.messages() {
            if let (Some(id), Some(_)) = (Id::parse(&entry.id), entry.value()) {
                match chosen.entry(id.base) {
                    Slot::Vacant(free) => {
                        free.insert(index);
                    }
                    Slot::Occupied(mut first) => {
                        if !is_wanted(*first.get()) && is_wanted(index) {
                            first.insert(index);
                        }
                    }
                }
            }
        }
        let mut units: Vec<SourceUnit> = Vec::new();
        let (mut group, mut block) = (String::new(), 0);
        for (index, entry) in catalog.entries.iter().enumerate() {
            match &entry.kind {
                Kind::Comment(2) => {
                    let line = entry.span.of(&catalog.text);
                    if is_group(line) {
                        line.trim_end().clone_into(&mut group);
                        block += 1;
                    }
                }
                Kind::Message(Some(value)) => {
                    if let Some(id) = Id::parse(&entry.id)
                        && chosen.get(&id.base).is_some_and(|best| *best == index)
                    {
                        units.push(SourceUnit {
                            id,
                            text: value.text(),
                            note: note(catalog, entry),
                            group: group.clone(),
                            block,
                            entry: index,
                        });
                    }
                }
                _ => {}
            }
        }
        Self {
            article: catalog.article().map(str::to_owned),
            units,
        }
    }

    /// Reads what can be made out of a source catalog that is damaged: besides its units, lines that
    /// begin with an id and are no message.
    pub fn salvaged(catalog: &Catalog) -> Self {
        let mut source = Self::of(catalog);
        for (index, entry) in catalog.entries.iter().enumerate() {
            if entry.kind != Kind::Junk {
                continue;
            }
            for line in entry.span.of(&catalog.text).lines() {
                let line = line.trim();
                let end = line.find(|c: char| c.is_whitespace() || c == '=');
                let (id, text) = line.split_at(end.unwrap_or(line.len()));
                let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '=');
                if let Some(id) = Id::parse(id)
                    && !source.units.iter().any(|unit| unit.id.base == id.base)
                {
                    source.units.push(SourceUnit {
                        id,
                        text: text.to_owned(),
                        note: None,
                        group: String::new(),
                        block: 0,
                        entry: index,
                    });
                }
            }
        }
        source
    }

    /// Position of the unit with a base.
    pub fn position(&self, base: &str) -> Option<usize> {
        self.units.iter().position(|unit| unit.id.base == *base)
    }
}

/// What the author says of a unit, as its comment has it.
fn note(catalog: &Catalog, entry: &Entry) -> Option<Box<str>> {
    let mut lines = entry.comment.of(&catalog.text).lines();
    lines.find_map(|line| match Note::parse(line.strip_prefix("# ")?, "") {
        Some(Note::Author(text)) => Some(text.into()),
        _ => None,
    })
}
