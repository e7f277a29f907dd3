//! A locale's catalog brought in step with the source: comments renewed, stubs for what is
//! missing, stubs that were filled in made messages, moved units moved with the fewest moves.

mod comment;
mod order;
mod place;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::comment::{Renewed, remarks, typed_over};
pub(super) use self::comment::{is_tool_stub, stub_of};
use super::{Assigned, NewUnit};
use crate::catalog::{Catalog, Id, Kind, Note, Part, Served, Source, Value, escape, fingerprint};

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
    stubs: BTreeMap<String, usize>,
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
        let mut stubs: BTreeMap<String, usize> = BTreeMap::new();
        let mut surplus = BTreeSet::new();
        let typed = |index: usize| {
            let text = catalog.entries[index].span.of(&catalog.text);
            stub_of(text).is_some_and(|(_, typed)| !typed.is_empty())
        };
        for (index, entry) in catalog.entries.iter().enumerate() {
            if entry.kind == Kind::Comment(1)
                && let Some((id, _)) = stub_of(entry.span.of(&catalog.text))
            {
                let first = *stubs.entry(id.base.clone()).or_insert(index);
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
            if !matches!(&slot, Slot::Message(_, Some(entry)) if self.is_empty(*entry))
                && self.update.assigned[index].part_of.is_none()
            {
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
                    && matches!(self.slots.get(first), Some(Slot::Message(..)))
                {
                    let mut lines = vec![
                        Note::Source(self.update.units[index].text.clone()).line(self.update.label),
                        Note::Merged(self.update.assigned[first].id.base.clone())
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

    /// Junk with the comment above it and the junk below it, as long as no blank line divides them.
    fn lines_of(&self, junk: usize) -> Range<usize> {
        let entries = &self.catalog.entries;
        let adjoin = |entry: usize| {
            let between =
                &self.catalog.text[entries[entry].span.end..entries[entry + 1].span.start];
            between.matches('\n').count() == 1
        };
        let (mut start, mut end) = (junk, junk + 1);
        if entries[junk].kind == Kind::Junk {
            if start > 0 && entries[start - 1].kind == Kind::Comment(1) && adjoin(start - 1) {
                start -= 1;
            }
            let is_rest = |entry: usize| {
                entries[entry].kind == Kind::Junk
                    && entries[entry].id.is_empty()
                    && adjoin(entry - 1)
            };
            while end < entries.len() && is_rest(end) {
                end += 1;
            }
        }
        start..end
    }

    /// Whether an empty unit has lost the unit that covered it: then nothing covers it any more.
    fn is_orphaned(&self, index: usize, leader: Option<usize>) -> bool {
        let old = self.update.old;
        let Some(at) = self.update.assigned[index].old else {
            return false;
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
        let is = leader.map(|leader| self.update.assigned[leader].id.base.as_str());
        was.map(|unit| unit.id.base.as_str()) != is
    }

    /// The message made of a stub behind whose `=` somebody typed.
    fn filled(&self, index: usize, leader: Option<usize>) -> Option<Slot> {
        let entry = *self.stubs.get(&self.update.assigned[index].id.base)?;
        let text = self.catalog.entries[entry].span.of(&self.catalog.text);
        let (id, typed) = stub_of(text)?;
        if typed.is_empty() {
            return None;
        }
        let mut lines: Vec<&str> = text.lines().filter(|line| !is_tool_stub(line)).collect();
        let message = format!("{id} = {typed}");
        lines.push(&message);
        self.made_of(index, leader, &lines.join("\n"))
    }

    /// The message made of one that stands indented, as when of `# s7k2mq = …` only the `#` went.
    fn mended(&mut self, index: usize, leader: Option<usize>, lines: Range<usize>) -> Option<Slot> {
        let entries = &self.catalog.entries[lines.clone()];
        let texts = entries.iter().map(|entry| match entry.kind {
            Kind::Junk => entry.span.of(&self.catalog.text).trim_start_matches(' '),
            _ => entry.span.of(&self.catalog.text),
        });
        let text = texts.collect::<Vec<_>>().join("\n");
        let slot = self.made_of(index, leader, &text)?;
        self.gone.extend(lines);
        Some(slot)
    }

    fn made_of(&self, index: usize, leader: Option<usize>, text: &str) -> Option<Slot> {
        let is_ours =
            |line: &&str| line.starts_with('#') && remarks(line, self.update.label).count() == 0;
        let bare = |line: &&str| self.update.notes || !is_ours(line);
        let text: Vec<&str> = text.lines().filter(bare).collect();
        let parsed = Catalog::parse(&text.join("\n")).value;
        let usable = parsed.entries.len() == 1 && parsed.entries[0].value().is_some();
        usable.then(|| Slot::Message(self.renewed(index, &parsed, 0, leader, None), None))
    }

    fn message(&mut self, index: usize, entry: usize, leader: Option<usize>) -> Slot {
        let (joined, remarks) = self.joined(index, entry).unzip();
        let text = self.renewed(index, self.catalog, entry, leader, joined.as_deref());
        let mut lines: Vec<String> = remarks.unwrap_or_default();
        lines.push(text);
        self.take_bare_notes(index, entry);
        Slot::Message(lines.join("\n"), Some(entry))
    }

    /// Takes away the lines above a message from which somebody removed the `#` of tool's notes.
    fn take_bare_notes(&mut self, index: usize, entry: usize) {
        let german = Note::Source(self.update.units[index].text.clone()).line(self.update.label);
        let notes = [Note::Missing.line(self.update.label), german];
        let is_bare = |entry: usize| {
            let line = self.catalog.entries[entry].span.of(&self.catalog.text);
            self.catalog.entries[entry].kind == Kind::Junk
                && notes
                    .iter()
                    .any(|note| note.strip_prefix("# ") == Some(line.trim()))
        };
        let above = (0..entry).rev().take_while(|entry| is_bare(*entry));
        let above: Vec<usize> = above.collect();
        self.gone.extend(above);
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
        joined: Option<&str>,
    ) -> String {
        let assigned = &self.update.assigned[index];
        let own = &catalog.entries[entry];
        let body = match joined {
            Some(value) => format!("{} = {}", own.id, escape(value)),
            None => catalog.text[own.id_span.start..own.span.end].to_owned(),
        };
        let comment = own.comment.of(&catalog.text);
        if !self.update.notes {
            let end = if comment.is_empty() {
                ""
            } else {
                catalog.line_end()
            };
            return format!("{comment}{end}{body}");
        }
        let value = match joined {
            Some(value) => value.to_owned(),
            None => own.value().map(Value::text).unwrap_or_default(),
        };
        let mut renewed = Renewed::read(comment, self.update.label);
        let german = &self.update.units[index].text;
        let mut notes = vec![Note::Source(german.clone())];
        let before = assigned.old.map(|old| &self.update.old.units[old]);
        let id = Id::parse(&own.id);
        if id.as_ref() != Some(&assigned.id) {
            let (was, hash) = renewed.was.take().unwrap_or((None, None));
            let text = before
                .filter(|unit| Some(&unit.id) == id.as_ref())
                .map(|unit| unit.text.clone())
                .or(was)
                .map(|text| match joined {
                    Some(_) => self.joined_german(index, &text),
                    None => text,
                });
            if let Some(text) = text {
                // Joining is no edit of the translation; one that was edited before stays so.
                let own = fingerprint(&own.value().map(Value::text).unwrap_or_default());
                let hash = hash
                    .filter(|hash| joined.is_none() || *hash != own)
                    .unwrap_or_else(|| fingerprint(&value));
                notes.push(Note::Was(text, Some(hash)));
            }
            notes.push(Note::Now(assigned.id.to_string()));
        }
        if value.is_empty()
            && let Some(leader) = leader
        {
            notes.push(Note::Merged(self.update.assigned[leader].id.base.clone()));
        }
        let known = [Some(german.as_str()), before.map(|unit| unit.text.as_str())];
        let comment = Renewed::write(comment, &notes, self.update.label, &known);
        format!("{comment}{body}")
    }

    /// The value of a joined unit, that of all its parts, which go; and the remarks on those.
    fn joined(&mut self, index: usize, entry: usize) -> Option<(String, Vec<String>)> {
        let mut texts = Vec::new();
        for old in &self.update.assigned[index].joined {
            let base = &self.update.old.units[*old].id.base;
            for (_, other) in self.target.all(base) {
                if let Some(value) = self.catalog.entries[*other].value() {
                    texts.push((value.clone(), *other));
                }
            }
        }
        if texts.is_empty() {
            return None;
        }
        let own = self.catalog.entries[entry].value()?;
        let is_text = |value: &Value| value.parts.iter().all(|part| matches!(part, Part::Text(_)));
        if !is_text(own) || !texts.iter().all(|(value, _)| is_text(value)) {
            return None;
        }
        let mut joined = own.text();
        let mut remarks = Vec::new();
        for (value, other) in texts {
            self.gone.insert(other);
            remarks.extend(self.remarks(other));
            if !value.is_empty() {
                joined.push(' ');
                joined.push_str(&value.text());
            }
        }
        Some((joined.trim_start().to_owned(), remarks))
    }

    fn joined_german(&self, index: usize, first: &str) -> String {
        let mut text = first.to_owned();
        for old in &self.update.assigned[index].joined {
            text.push(' ');
            text.push_str(&self.update.old.units[*old].text);
        }
        text
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
