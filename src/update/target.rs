//! A locale's catalog brought in step with the source: comments renewed, stubs for what is
//! missing, stubs that were filled in made messages, moved units moved with the fewest moves.

mod comment;
mod mend;
mod order;
mod place;
mod settle;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(super) use self::comment::{is_tool_stub, stub_of};
use self::comment::{remarks, renewed, typed_over};
use super::{Assigned, NewUnit};
use crate::catalog::{
    Base, Catalog, Id, Kind, Note, Notes, Served, Source, Value, escape, fingerprint,
};

/// What an update of a locale's catalog is made from.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The source catalog as it was.
    pub old: &'a Source,
    /// The units of the article as it is now.
    pub units: &'a [NewUnit],
    /// Their ids.
    pub assigned: &'a [Assigned],
    /// The article's path, for the header.
    pub article: &'a str,
    /// The source locale, for `# de: …`.
    pub label: &'a str,
    /// Whether the tool writes comments and stubs into this locale's files.
    pub notes: bool,
    /// Whether obsolete messages are removed.
    pub prune: bool,
    /// The catalog of the parent locale: what it supplies needs no stub.
    pub parent: Option<&'a Catalog>,
}

/// Gives the text the locale's catalog shall have, and the ids that pruning removed.
pub fn update_target(update: &Target<'_>, catalog: &Catalog) -> (String, Vec<String>) {
    let mut plan = Plan::new(update, catalog);
    plan.serve();
    plan.place()
}

/// The translation of a unit that was several.
struct Joined {
    /// The texts of all, which go.
    value: String,
    /// The German they were made from, as far as it is known.
    german: String,
    /// What people wrote above them.
    remarks: Vec<String>,
}

/// What a unit has in the new file.
enum Slot {
    /// A message: its text and the entry it was.
    Message(String, Option<usize>),
    /// A stub: its text and the entry it was, if that was a stub of the very same text.
    Stub(String, Option<usize>),
    /// Entries that their owner has to mend: the unit's junk, its comment and its further lines.
    Left(Range<usize>),
    /// Nothing: a parent locale supplies the unit.
    Inherited,
}

struct Plan<'a> {
    update: &'a Target<'a>,
    catalog: &'a Catalog,
    target: crate::catalog::Target<'a>,
    parent: Option<crate::catalog::Target<'a>>,
    /// Index of each unit by base.
    unit_of: BTreeMap<&'a str, usize>,
    /// Stubs in the file: base → entry; of several, the first behind which somebody typed.
    stubs: BTreeMap<Base, usize>,
    /// Further stubs of one base, with nothing typed behind them.
    surplus: BTreeSet<usize>,
    slots: Vec<Slot>,
    /// Entries whose text went into another one, or which pruning removes.
    gone: BTreeSet<usize>,
    pruned: Vec<String>,
}

impl<'a> Plan<'a> {
    fn new(update: &'a Target<'a>, catalog: &'a Catalog) -> Self {
        let unit_of = update
            .assigned
            .iter()
            .enumerate()
            .map(|(index, assigned)| (assigned.id.base.as_str(), index))
            .collect();
        let mut stubs: BTreeMap<Base, usize> = BTreeMap::new();
        let mut surplus = BTreeSet::new();
        let typed = |index: usize| {
            let text = catalog.entries[index].span.of(&catalog.text);
            stub_of(text).is_some_and(|(_, typed)| !typed.is_empty())
        };
        for (index, entry) in catalog.entries.iter().enumerate() {
            if entry.kind == Kind::Comment(1)
                && let Some((id, _)) = stub_of(entry.span.of(&catalog.text))
            {
                let first = *stubs.entry(id.base).or_insert(index);
                if first == index {
                } else if typed(first) && !typed(index) {
                    surplus.insert(index);
                } else if !typed(first) {
                    surplus.insert(first);
                    stubs.insert(id.base, index);
                }
            }
        }
        Self {
            update,
            catalog,
            target: crate::catalog::Target::of(catalog),
            parent: update.parent.map(crate::catalog::Target::of),
            unit_of,
            stubs,
            surplus,
            slots: Vec::new(),
            gone: BTreeSet::new(),
            pruned: Vec::new(),
        }
    }

    fn serve(&mut self) {
        let mut leader: Option<usize> = None;
        for index in 0..self.update.units.len() {
            let slot = self.slot(index, leader);
            let is_empty = match &slot {
                Slot::Message(_, Some(entry)) => self.is_empty(*entry),
                Slot::Message(text, None) => text.ends_with(&format!(" = {}", escape(""))),
                _ => false,
            };
            if !is_empty {
                leader = Some(index);
            }
            self.slots.push(slot);
        }
    }

    fn is_empty(&self, entry: usize) -> bool {
        self.catalog.entries[entry]
            .value()
            .is_some_and(Value::is_empty)
    }

    fn slot(&mut self, index: usize, leader: Option<usize>) -> Slot {
        let assigned = &self.update.assigned[index];
        match self.target.serve(&assigned.id) {
            Served::Current(entry) | Served::Older(entry) => {
                if self.is_empty(entry) && self.is_orphaned(index, leader) {
                    self.gone.insert(entry);
                    return self.stub(index, Some(entry));
                }
                self.message(index, entry, leader)
            }
            Served::None => {
                if let Some(first) = assigned.part_of
                    && let Some(Slot::Message(_, Some(entry))) = self.slots.get(first)
                    && leader.is_none_or(|leader| leader <= first)
                    && self.covers_all(first, *entry)
                {
                    let mut lines = vec![
                        Note::Source(self.update.units[index].text.clone()).line(self.update.label),
                        Note::Merged(
                            self.update.assigned[leader.unwrap_or(first)]
                                .id
                                .base
                                .to_string(),
                        )
                        .line(self.update.label),
                    ];
                    if !self.update.notes {
                        lines.clear();
                    }
                    lines.push(format!("{} = {}", assigned.id, escape("")));
                    return Slot::Message(lines.join("\n"), None);
                }
                if let Some(filled) = self.filled(index, leader) {
                    return filled;
                }
                let junk = self.catalog.entries.iter().position(|entry| {
                    !entry.id.is_empty()
                        && matches!(entry.kind, Kind::Junk | Kind::Message(_))
                        && Id::parse(&entry.id).is_some_and(|id| id == assigned.id)
                });
                if let Some(junk) = junk {
                    let lines = self.lines_of(junk);
                    let mended = self.mended(index, leader, lines.clone());
                    return mended.unwrap_or(Slot::Left(lines));
                }
                let inherits = self
                    .parent
                    .as_ref()
                    .is_some_and(|parent| matches!(parent.serve(&assigned.id), Served::Current(_)));
                if inherits {
                    return Slot::Inherited;
                }
                self.stub(index, None)
            }
        }
    }

    /// Whether an empty unit has lost the unit that covered it: then nothing covers it any more.
    fn is_orphaned(&self, index: usize, leader: Option<usize>) -> bool {
        let old = self.update.old;
        let is = leader.map(|leader| self.update.assigned[leader].id.base.as_str());
        let Some(at) = self.update.assigned[index].old else {
            // It returns: then the file tells what covered it.
            let own = self.target.serve(&self.update.assigned[index].id).entry();
            return self.text_before(own.unwrap_or_default()) != is;
        };
        let was = old.units[..at].iter().rev().find(|unit| {
            let served = self.target.serve(&unit.id).entry().or_else(|| {
                self.target
                    .all(&unit.id.base)
                    .first()
                    .map(|(_, entry)| *entry)
            });
            served.is_none_or(|entry| !self.is_empty(entry))
        });
        was.map(|unit| unit.id.base.as_str()) != is
    }

    fn message(&mut self, index: usize, entry: usize, leader: Option<usize>) -> Slot {
        let joined = self.joined(index, entry);
        let text = self.renewed(index, self.catalog, entry, leader, joined.as_ref());
        let mut lines: Vec<String> = joined.map(|joined| joined.remarks).unwrap_or_default();
        lines.push(text);
        self.take_bare_notes(index, entry);
        Slot::Message(lines.join("\n"), Some(entry))
    }

    /// What people wrote into the comment of a message.
    fn remarks(&self, entry: usize) -> impl Iterator<Item = String> {
        let comment = self.catalog.entries[entry].comment.of(&self.catalog.text);
        remarks(comment, self.update.label).map(str::to_owned)
    }

    /// A message as it stands, with the tool's comment renewed and, for a join, the joined value.
    fn renewed(
        &self,
        index: usize,
        catalog: &Catalog,
        entry: usize,
        leader: Option<usize>,
        joined: Option<&Joined>,
    ) -> String {
        let assigned = &self.update.assigned[index];
        let own = &catalog.entries[entry];
        let value = match joined {
            Some(joined) => joined.value.clone(),
            None => own.value().map(Value::text).unwrap_or_default(),
        };
        let comment = own.comment.of(&catalog.text);
        let before = Notes::read(comment, self.update.label);
        let unsettled = self.unsettled(index, &own.id, &value, before, joined.is_some());
        let id = unsettled
            .as_ref()
            .map_or_else(|| own.id.clone(), ToString::to_string);
        let body = match joined {
            Some(joined) if own.value().is_none_or(|own| own.text() != joined.value) => {
                format!("{id} = {}", escape(&joined.value))
            }
            _ => format!("{id}{}", &catalog.text[own.id_span.end..own.span.end]),
        };
        if !self.update.notes {
            let end = if comment.is_empty() {
                ""
            } else {
                catalog.line_end()
            };
            return format!("{comment}{end}{body}");
        }
        let german = &self.update.units[index].text;
        let mut notes = vec![Note::Source(german.clone())];
        let old = assigned.old.map(|old| &self.update.old.units[old]);
        if Id::parse(&id).as_ref() != Some(&assigned.id) {
            let is_old = |id: &str| old.is_some_and(|old| old.id.to_string() == id);
            let was = before.was.map(str::to_owned);
            let text = match joined {
                Some(joined) => Some(joined.german.clone()),
                None if unsettled.is_some() || is_old(&own.id) => self.old_german(index).or(was),
                None => was,
            };
            if let Some(text) = text {
                // The tool has changed the value, or says for the first time what it is made from.
                let hash = before
                    .hash
                    .filter(|_| unsettled.is_none() && joined.is_none());
                let hash = hash.map_or_else(|| fingerprint(&value), str::to_owned);
                notes.push(Note::Was(text, Some(hash)));
            }
            notes.push(Note::Now(assigned.id.to_string()));
        }
        if value.is_empty()
            && let Some(leader) = leader
        {
            notes.push(Note::Merged(
                self.update.assigned[leader].id.base.to_string(),
            ));
        }
        let ids = [Id::parse(&own.id), before.now.and_then(Id::parse)];
        let known = [Some(german.as_str()), old.map(|unit| unit.text.as_str())];
        let comment = renewed(comment, &notes, self.update.label, &known, &ids);
        format!("{comment}{body}")
    }

    /// A stub; `orphan` is the empty message it takes the place of.
    fn stub(&self, index: usize, orphan: Option<usize>) -> Slot {
        let id = &self.update.assigned[index].id;
        let old = self.stubs.get(&id.base).copied();
        let entries = [old, orphan].into_iter().flatten();
        let mut lines: Vec<String> = entries.flat_map(|entry| self.remarks(entry)).collect();
        lines.extend(old.and_then(|entry| {
            let before = self.update.assigned[index].old;
            let before = before.map(|old| self.update.old.units[old].text.as_str());
            let known = [Some(self.update.units[index].text.as_str()), before];
            let comment = self.catalog.entries[entry].comment.of(&self.catalog.text);
            typed_over(comment, self.update.label, &known)
        }));
        lines.push(Note::Missing.line(self.update.label));
        lines.push(Note::Source(self.update.units[index].text.clone()).line(self.update.label));
        let typed = old
            .and_then(|entry| stub_of(self.catalog.entries[entry].span.of(&self.catalog.text)))
            .map(|(_, typed)| typed)
            .unwrap_or_default();
        lines.push(format!("# {id} = {typed}").trim_end().to_owned());
        // Not written where the tool writes no notes: then what was there goes as others do.
        Slot::Stub(lines.join("\n"), old.filter(|_| self.update.notes))
    }
}

impl Slot {
    fn origin(&self) -> Option<usize> {
        match self {
            Self::Message(_, origin) | Self::Stub(_, origin) => *origin,
            Self::Left(entries) => Some(entries.start),
            Self::Inherited => None,
        }
    }

    fn entries(&self) -> Range<usize> {
        match self {
            Self::Left(entries) => entries.clone(),
            _ => self.origin().map_or(0..0, |entry| entry..entry + 1),
        }
    }
}
