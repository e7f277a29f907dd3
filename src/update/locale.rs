//! A locale's catalog brought in step with the source: comments renewed, stubs for what is
//! missing, stubs that were filled in made messages, moved units moved with the fewest moves.

mod comment;
mod index;
mod mend;
mod order;
mod place;
mod remember;
mod settle;
mod settlement;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(super) use self::comment::is_tool_stub;
pub use self::comment::stub_of;
use self::comment::{Tool, typed_over};
use self::index::Index;
use self::remember::is_memory;
pub use self::remember::remember;
use super::group::Groups;
use super::{Assigned, NewUnit, Rule};
use crate::catalog::{
    Base, Catalog, Id, Kind, Maker, Note, Notes, Served, Source, SourceUnit, Subject, UNKNOWN,
    Value, escape, fingerprint, is_mark, renew_marks,
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

/// So many times at most a catalog is gone over.
const MOST_ROUNDS: usize = 4;

/// Gives the text the locale's catalog shall have, and the ids that pruning removed.
pub fn update_target(update: &Target<'_>, catalog: &Catalog) -> (String, Vec<String>) {
    let (mut text, mut pruned) = Plan::run(update, catalog);
    let has_messages = |text: &str| Catalog::parse(text).value.messages().next().is_some();
    if text == catalog.text || !has_messages(&text) {
        return (text, pruned);
    }
    // What is known of a message once its id is settled may settle its unit: the catalog is gone over
    // until nothing changes, for a second `sync` shall find nothing to do.
    let (old, assigned) = unchanged(update);
    let again = Target {
        old: &old,
        assigned: &assigned,
        ..*update
    };
    for _ in 1..MOST_ROUNDS {
        let (next, more) = Plan::run(&again, &Catalog::parse(&text).value);
        pruned.extend(more);
        if next == text {
            break;
        }
        text = next;
    }
    (text, pruned)
}

/// The source as it is once it is updated, and its units, none of which changes.
fn unchanged(update: &Target<'_>) -> (Source, Vec<Assigned>) {
    let unit = |(index, (unit, assigned)): (usize, (&NewUnit, &Assigned))| SourceUnit {
        id: assigned.id,
        text: unit.text.clone(),
        note: unit.note.clone(),
        group: String::new(),
        block: unit.block,
        entry: index,
    };
    let units = update.units.iter().zip(update.assigned);
    let source = Source {
        article: Some(update.article.to_owned()),
        units: units.enumerate().map(unit).collect(),
    };
    let same = |(index, unit): (usize, &SourceUnit)| Assigned {
        id: unit.id,
        rule: Rule::Same,
        old: Some(index),
        joined: Vec::new(),
        part_of: None,
    };
    let assigned = source.units.iter().enumerate().map(same).collect();
    (source, assigned)
}

/// The translation of a unit that was several.
struct Joined {
    /// The texts of all, which go.
    value: String,
    /// The German they were made from, as far as it is known.
    german: String,
    /// The wordings they were made for, if all were up to date.
    made_for: Option<Vec<String>>,
    /// Whether the text is the first part's, unchanged.
    is_own: bool,
    /// What people wrote above them.
    remarks: Vec<String>,
    /// What made the texts together, if it is not the first part's alone.
    maker: Option<Maker>,
}

/// A message as the file has it.
struct Before<'a> {
    id: Id,
    notes: Notes<'a>,
}

/// What a unit has in the new file.
enum Slot {
    /// A message that was one: its text and the entry.
    Message(String, usize),
    /// A message made of lines that were none, or of an empty one that is new.
    Made(String),
    /// An empty message that is new: a text covers the unit.
    Covered,
    /// A message out of a stub.
    Filled(String),
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
    /// What tells the tool's lines of a comment from a person's.
    tool: Tool<'a>,
    target: crate::catalog::Target<'a>,
    parent: Option<crate::catalog::Target<'a>>,
    /// Index of each unit by base.
    unit_of: BTreeMap<&'a str, usize>,
    /// Stubs in the file: base → entry; of several, the first behind which somebody typed.
    stubs: BTreeMap<Base, usize>,
    /// Further stubs of one base, with nothing typed behind them.
    surplus: BTreeSet<usize>,
    index: Index,
    /// The groups before.
    groups: Groups,
    /// Units whose text is current again, and the units it covers, with their messages.
    restored: BTreeMap<usize, Option<usize>>,
    slots: Vec<Slot>,
    /// For each slot: whether another unit's text covers it.
    is_covered: Vec<bool>,
    /// For each slot: the unit whose text covers it, or itself.
    leaders: Vec<usize>,
    /// The unit that covers others of which it was last asked whether a person settled them, among so
    /// many slots, and the answer.
    accepted: Cell<Option<(usize, usize, bool)>>,
    /// The units that were several.
    joined_units: BTreeMap<usize, Joined>,
    /// Entries whose text went into another one, or which pruning removes.
    gone: BTreeSet<usize>,
    pruned: Vec<String>,
}

impl<'a> Plan<'a> {
    fn run(update: &'a Target<'a>, catalog: &'a Catalog) -> (String, Vec<String>) {
        let mut plan = Self::new(update, catalog);
        plan.restore();
        plan.serve();
        plan.render();
        plan.place()
    }

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
        let target = crate::catalog::Target::of(catalog);
        Self {
            update,
            catalog,
            tool: Tool::of(update),
            index: Index::of(catalog, &update.old.units, update.assigned),
            groups: Groups::of(update.old, &target),
            target,
            parent: update.parent.map(crate::catalog::Target::of),
            unit_of,
            stubs,
            surplus,
            restored: BTreeMap::new(),
            slots: Vec::new(),
            is_covered: Vec::new(),
            leaders: Vec::new(),
            accepted: Cell::new(None),
            joined_units: BTreeMap::new(),
            gone: BTreeSet::new(),
            pruned: Vec::new(),
        }
    }

    fn serve(&mut self) {
        let mut leader: Option<usize> = None;
        for index in 0..self.update.units.len() {
            let slot = self.slot(index, leader);
            let is_empty = match &slot {
                Slot::Message(_, entry) => match self.joined_units.get(&index) {
                    Some(joined) => joined.value.is_empty(),
                    None => self.is_empty(*entry),
                },
                Slot::Made(text) => text.ends_with(&format!(" = {}", escape(""))),
                Slot::Covered => true,
                _ => false,
            };
            let is_covered = is_empty && leader.is_some();
            self.is_covered.push(is_covered);
            let before = self.leaders.last().copied().filter(|_| is_covered);
            self.leaders.push(before.unwrap_or(index));
            if !is_empty {
                leader = Some(index);
            }
            self.slots.push(slot);
        }
    }

    /// Writes the messages that were there before, now that it is known what they cover.
    fn render(&mut self) {
        let ids = self.settled_ids();
        for index in 0..self.slots.len() {
            let leader = Some(self.leaders[index]);
            match self.slots[index] {
                Slot::Message(_, entry) => {
                    let joined = self.joined_units.remove(&index);
                    let members = self.members(index).into_iter();
                    let members: Vec<Id> = members.filter_map(|member| ids[member]).collect();
                    let ids = (ids[index], members.as_slice());
                    let text =
                        self.renewed(index, (self.catalog, entry), leader, joined.as_ref(), ids);
                    let mut lines: Vec<String> =
                        joined.map(|joined| joined.remarks).unwrap_or_default();
                    lines.push(text);
                    self.take_bare_notes(index, entry);
                    self.slots[index] = Slot::Message(lines.join("\n"), entry);
                }
                Slot::Covered => {
                    let id = ids[index].unwrap_or(self.update.assigned[index].id);
                    self.slots[index] = Slot::Made(self.covered(index, leader, id));
                }
                _ => {}
            }
        }
    }

    /// The ids that the messages of all units take.
    fn settled_ids(&self) -> Vec<Option<Id>> {
        // Whether the text that covers units is up to date: else no other program may take them for
        // translated.
        let mut is_present = true;
        let mut ids = Vec::with_capacity(self.slots.len());
        for (index, slot) in self.slots.iter().enumerate() {
            let present = self.update.assigned[index].id;
            let is_leader = !self.is_covered[index];
            is_present |= is_leader;
            let id = match slot {
                Slot::Message(_, entry) => {
                    let joined = self.joined_units.get(&index);
                    self.settled_id(index, *entry, joined, is_present)
                }
                Slot::Covered if is_present => Some(present),
                Slot::Covered => Some(present.unsettled("")),
                _ => None,
            };
            if is_leader && matches!(slot, Slot::Message(..)) {
                is_present = id == Some(present);
            }
            ids.push(id);
        }
        ids
    }

    /// The id that a unit's message takes.
    fn settled_id(
        &self,
        index: usize,
        entry: usize,
        joined: Option<&Joined>,
        is_present: bool,
    ) -> Option<Id> {
        let value = match joined {
            Some(joined) => joined.value.clone(),
            None => self.catalog.entries[entry].value()?.text(),
        };
        let before = self.before(index)?;
        Some(self.settled(index, &before, &value, joined, is_present))
    }

    fn is_empty(&self, entry: usize) -> bool {
        self.catalog.entries[entry]
            .value()
            .is_some_and(Value::is_empty)
    }

    fn slot(&mut self, index: usize, leader: Option<usize>) -> Slot {
        let assigned = &self.update.assigned[index];
        match self.restored.get(&index) {
            Some(Some(entry)) => {
                let entry = *entry;
                self.leave_empty(&assigned.joined);
                return Slot::Message(String::new(), entry);
            }
            Some(None) => return Slot::Covered,
            None => {}
        }
        let served = self.target.serve(&assigned.id);
        if let Served::Current(_) = served {
            let replaced = self.replaced(&assigned.id);
            self.gone.extend(replaced);
        }
        match served {
            Served::Current(entry) | Served::Older(entry) => {
                let joined = self.joined(index, entry);
                let value = joined.as_ref().map(|joined| joined.value.is_empty());
                let is_empty = value.unwrap_or_else(|| self.is_empty(entry));
                if is_empty && self.is_orphaned(index, entry, leader) {
                    self.gone.insert(entry);
                    return self.open(index, leader, Some(entry));
                }
                if let Some(joined) = joined {
                    self.joined_units.insert(index, joined);
                }
                Slot::Message(String::new(), entry)
            }
            Served::None => {
                if let Some(first) = assigned.part_of
                    && let Some(Slot::Message(_, entry)) = self.slots.get(first)
                    && leader.is_none_or(|leader| leader <= first)
                    && !self.restored.contains_key(&leader.unwrap_or(first))
                    && self.is_free(index)
                    && self.covers_all(first, *entry)
                {
                    return Slot::Covered;
                }
                self.open(index, leader, None)
            }
        }
    }

    /// Older texts of a unit whose message is there under the id that they were to take; what somebody
    /// has changed since is not among them.
    fn replaced(&self, id: &Id) -> Vec<usize> {
        let is_replaced = |entry: &usize| {
            let notes = self.notes_of(*entry);
            let value = self.catalog.entries[*entry]
                .value()
                .map(Value::text)
                .unwrap_or_default();
            let is_unchanged = notes.hash.is_some_and(|hash| hash == fingerprint(&value));
            is_unchanged && notes.now.and_then(Id::parse) == Some(*id)
        };
        let others = self.target.all(&id.base).iter();
        let others = others.filter(|(other, _)| other != id);
        let entries = others.map(|(_, entry)| *entry);
        entries.filter(is_replaced).collect()
    }

    /// What the tool's lines above a message say.
    fn notes_of(&self, entry: usize) -> Notes<'_> {
        let comment = self.catalog.entries[entry].comment;
        Notes::read(comment.of(&self.catalog.text), self.update.label)
    }

    /// The slot of a unit that has no message: what somebody typed elsewhere, or a stub. `orphan` is an
    /// empty message that nothing covers any more.
    fn open(&mut self, index: usize, leader: Option<usize>, orphan: Option<usize>) -> Slot {
        let assigned = &self.update.assigned[index];
        if let Some(filled) = self.filled(index, leader) {
            return filled;
        }
        if let Some(junk) = self.junk_of(&assigned.id, orphan) {
            let lines = self.lines_of(junk);
            let mended = self.mended(index, leader, lines.clone());
            return mended.unwrap_or(Slot::Left(lines));
        }
        let supplies = |parent: &crate::catalog::Target<'_>| {
            matches!(parent.serve(&assigned.id), Served::Current(_))
        };
        if self.parent.as_ref().is_some_and(supplies) {
            return Slot::Inherited;
        }
        self.stub(index, orphan)
    }

    /// Leaves out the empty messages of old units that are part of another now.
    fn leave_empty(&mut self, joined: &[usize]) {
        for old in joined {
            let entry = self.target.serve(&self.update.old.units[*old].id).entry();
            let empty = entry.filter(|entry| self.is_empty(*entry));
            self.gone.extend(empty);
        }
    }

    /// A new empty message for a unit that the text of another covers.
    fn covered(&self, index: usize, leader: Option<usize>, id: Id) -> String {
        let present = self.update.assigned[index].id;
        let mut lines = Vec::new();
        if self.update.notes {
            lines.extend(self.authored(index));
            lines.push(Note::Source(self.update.units[index].text.clone()).line(self.update.label));
            if id != present {
                lines.push(Note::Now(present.to_string()).line(self.update.label));
            }
            let leader = leader.map(|leader| self.update.assigned[leader].id.base.to_string());
            lines.extend(leader.map(|base| Note::Merged(base).line(self.update.label)));
        }
        lines.push(format!("{id} = {}", escape("")));
        lines.join("\n")
    }

    /// The first entry of an id that is no usable message, but for one that is known.
    fn junk_of(&self, id: &Id, known: Option<usize>) -> Option<usize> {
        let messages = self.target.all(&id.base).iter();
        let messages = messages
            .filter(|(own, _)| own == id)
            .map(|(_, index)| index);
        let entries = messages.chain(self.index.junk(id));
        entries.copied().filter(|index| Some(*index) != known).min()
    }

    /// The message of a unit as the file has it.
    fn before(&self, index: usize) -> Option<Before<'_>> {
        let Some(Slot::Message(_, entry)) = self.slots.get(index) else {
            return None;
        };
        let entry = &self.catalog.entries[*entry];
        let notes = Notes::read(entry.comment.of(&self.catalog.text), self.update.label);
        let id = Id::parse(&entry.id)?;
        Some(Before { id, notes })
    }

    /// What people wrote into the comment of a message. Its marks are about the text, and go with it.
    fn remarks(&self, entry: usize) -> impl Iterator<Item = String> {
        let comment = self.catalog.entries[entry].comment.of(&self.catalog.text);
        let remarks = self.tool.remarks(comment);
        remarks.filter(|line| !is_mark(line)).map(str::to_owned)
    }

    /// The line that shows what the author says of a unit.
    fn authored(&self, index: usize) -> Option<String> {
        let note = self.update.units[index].note.as_ref()?;
        Some(Note::Author(note.to_string()).line(self.update.label))
    }

    /// A message as it stands, with its new id, the tool's comment and its marks renewed and, for a join,
    /// the joined value. `members` are the ids of the messages that it covers.
    fn renewed(
        &self,
        index: usize,
        (catalog, entry): (&Catalog, usize),
        leader: Option<usize>,
        joined: Option<&Joined>,
        (id, members): (Option<Id>, &[Id]),
    ) -> String {
        let assigned = &self.update.assigned[index];
        let own = &catalog.entries[entry];
        let value = match joined {
            Some(joined) => joined.value.clone(),
            None => own.value().map(Value::text).unwrap_or_default(),
        };
        let comment = own.comment.of(&catalog.text);
        let before = Notes::read(comment, self.update.label);
        let settled = id.or_else(|| Id::parse(&own.id));
        let id = id.map_or_else(|| own.id.clone(), |id| id.to_string());
        let marked = |comment: String| match &settled {
            Some(id) => {
                let about = Subject {
                    id,
                    value: &value,
                    members,
                };
                let maker = joined.and_then(|joined| joined.maker.as_ref());
                renew_marks(comment, &about, maker)
            }
            None => comment,
        };
        let is_renamed = id != own.id;
        let body = match joined {
            Some(joined) if own.value().is_none_or(|own| own.text() != joined.value) => {
                format!("{id} = {}", escape(&joined.value))
            }
            _ => format!("{id}{}", &catalog.text[own.id_span.end..own.span.end]),
        };
        if !self.update.notes {
            let maker = joined.and_then(|joined| joined.maker.as_ref());
            if maker.is_some_and(|maker| !maker.is_person()) {
                return format!("{}{body}", marked(comment.to_owned()));
            }
            let end = if comment.is_empty() {
                ""
            } else {
                catalog.line_end()
            };
            return format!("{comment}{end}{body}");
        }
        let german = &self.update.units[index].text;
        let author = self.update.units[index].note.as_ref();
        let mut notes: Vec<Note> = author
            .map(|note| Note::Author(note.to_string()))
            .into_iter()
            .collect();
        notes.push(Note::Source(german.clone()));
        let old = assigned.old.map(|old| &self.update.old.units[old]);
        if Id::parse(&id).as_ref() != Some(&assigned.id) {
            let is_old = |id: &str| old.is_some_and(|old| old.id.to_string() == id);
            let was_edited = Id::parse(&own.id).is_some_and(|own| {
                own != assigned.id && joined.is_none() && before.is_unsettled(&own, &value)
            });
            let was = before.was.map(str::to_owned);
            let text = match joined {
                Some(joined) if !joined.is_own => Some(joined.german.clone()),
                _ if was_edited => was,
                _ if is_old(&own.id) => self.old_german(index).or(was),
                _ => was,
            };
            let text = text.or_else(|| (!value.is_empty()).then(|| UNKNOWN.to_owned()));
            if let Some(text) = text {
                // The tool has changed the value, or says for the first time what it is made from.
                let is_same = (was_edited || !is_renamed) && joined.is_none();
                let hash = before.hash.filter(|_| is_same);
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
        let comment = marked(self.tool.renewed(comment, &notes, &known, &ids));
        format!("{comment}{body}")
    }

    /// The line of a stub that shows what the same sentence has elsewhere.
    fn shown(&self, entry: usize) -> Option<String> {
        let stub = self.catalog.entries[entry].span.of(&self.catalog.text);
        stub.lines().find(|line| is_memory(line)).map(str::to_owned)
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
        lines.extend(self.authored(index));
        lines.push(Note::Missing.line(self.update.label));
        lines.push(Note::Source(self.update.units[index].text.clone()).line(self.update.label));
        lines.extend(old.and_then(|entry| self.shown(entry)));
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
            Self::Message(_, origin) => Some(*origin),
            Self::Stub(_, origin) => *origin,
            Self::Left(entries) => Some(entries.start),
            Self::Made(_) | Self::Covered | Self::Filled(_) | Self::Inherited => None,
        }
    }

    fn entries(&self) -> Range<usize> {
        match self {
            Self::Left(entries) => entries.clone(),
            _ => self.origin().map_or(0..0, |entry| entry..entry + 1),
        }
    }
}
