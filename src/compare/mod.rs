//! Source against target: the state of every unit, and what the target has beyond.

use std::collections::BTreeSet;

mod counts;
mod facts;
mod marks;
mod message;
mod typo;

use crate::catalog::{
    Catalog, Entry, Id, Marks, Notes, Served, Source, Target, UNKNOWN, fingerprint,
};

pub use counts::Counts;
pub use facts::{Fact, FactChange, changed_facts};
pub use message::{MessageItem, compare_messages};
pub use typo::is_slip;

/// The state of a unit in a locale, or of a message that has no unit. A group of units has the worst of
/// its members' states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Translated, and the German is the one it was made from.
    Current,
    /// Covered by the unit before it, or left out on purpose.
    Empty,
    /// Supplied by a parent locale.
    Inherited,
    /// The German has changed since, and so has the translation: to be accepted.
    Edited,
    /// The German has changed since.
    Stale,
    /// Not translated.
    Missing,
    /// A message whose sentence is gone: the state of no unit.
    Obsolete,
}

impl State {
    /// All states, the best first.
    pub const ALL: [Self; 7] = [
        Self::Current,
        Self::Empty,
        Self::Inherited,
        Self::Edited,
        Self::Stale,
        Self::Missing,
        Self::Obsolete,
    ];

    /// The state of that name.
    ///
    /// # Examples
    /// ```
    /// use satz::compare::State;
    /// assert!(State::ALL.iter().all(|state| State::named(state.name()) == Some(*state)));
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// The state's name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Empty => "empty",
            Self::Inherited => "inherited",
            Self::Edited => "edited",
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::Obsolete => "obsolete",
        }
    }

    /// Whether the unit counts as done.
    pub fn is_covered(self) -> bool {
        matches!(self, Self::Current | Self::Empty | Self::Inherited)
    }
}

/// A unit of the source and what the target has for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id in the source catalog.
    pub id: Id,
    /// Its German.
    pub source: String,
    /// Its state; a group shares the worst state of its members.
    pub state: State,
    /// The translation's text, if the target has a message for the unit.
    pub target: Option<String>,
    /// Index of that message in the target catalog.
    pub entry: Option<usize>,
    /// The id of that message.
    pub target_id: Option<Id>,
    /// The German that a stale translation was made from, as its comment tells it.
    pub was: Option<String>,
    /// How sure alignment was of its translation, in percent, as long as nobody has looked at it.
    pub aligned: Option<u8>,
    /// What made its translation, and who stands for it; those of a group are its first unit's.
    pub marks: Marks,
    /// Index of the item its group begins with: itself, or the one an empty unit belongs to.
    pub leader: usize,
    /// Index of the source catalog's entry.
    pub source_entry: usize,
}

/// A message of the target that the source does not have: its sentence is gone, or a newer id has
/// replaced it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obsolete {
    /// Its id as it is written.
    pub id: String,
    /// Its text.
    pub target: String,
    /// Index of the message in the target catalog.
    pub entry: usize,
}

/// Source × target: the units of an article, or the messages of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison<I = Item> {
    /// The source's units or messages in order.
    pub items: Vec<I>,
    /// What the target has beyond, in the order of the file.
    pub obsolete: Vec<Obsolete>,
}

/// A unit or message of the source beside what the target has for it.
pub trait Compared {
    /// Its state.
    fn state(&self) -> State;
}

impl Compared for Item {
    fn state(&self) -> State {
        self.state
    }
}

/// Compares a target catalog with its source. `label` is the source locale, as in `# de: …`.
/// What the target lacks, `parent` may supply: the catalog of a parent locale.
pub fn compare(
    source: &Source,
    target: &Catalog,
    parent: Option<&Catalog>,
    label: &str,
) -> Comparison {
    let own = Target::of(target);
    let parent = parent.map(Target::of);
    let mut items: Vec<Item> = Vec::with_capacity(source.units.len());
    for unit in &source.units {
        let served = own.serve(&unit.id);
        let entry = served.entry().map(|index| &target.entries[index]);
        let text = entry
            .and_then(Entry::value)
            .map(crate::catalog::Value::text);
        let is_empty = text.as_deref() == Some("");
        let notes = entry.map_or_else(Notes::default, |entry| notes(target, entry, label));
        let value = text.as_deref().unwrap_or_default();
        let state = match served {
            // Nothing stands before it that could cover it.
            Served::Current(_) if is_empty && items.is_empty() && !notes.is_omitted => {
                State::Missing
            }
            Served::Current(_) if is_empty => State::Empty,
            Served::Current(_) if notes.is_unsettled(&unit.id, value) => State::Edited,
            Served::Current(_) => State::Current,
            Served::Older(_) => match (notes.hash, &text) {
                (Some(hash), Some(text)) if !is_empty && fingerprint(text) != *hash => {
                    State::Edited
                }
                _ => State::Stale,
            },
            Served::None => match &parent {
                Some(parent) if matches!(parent.serve(&unit.id), Served::Current(_)) => {
                    State::Inherited
                }
                _ => State::Missing,
            },
        };
        let text = match (state, &parent) {
            (State::Inherited, Some(parent)) => parent
                .serve(&unit.id)
                .entry()
                .and_then(|entry| parent.catalog.entries[entry].value())
                .map(crate::catalog::Value::text),
            _ => text,
        };
        let leader = match items.last() {
            Some(last) if is_empty => last.leader,
            _ => items.len(),
        };
        items.push(Item {
            id: unit.id,
            source: unit.text.clone(),
            state,
            target: text,
            entry: served.entry(),
            target_id: entry.and_then(|entry| Id::parse(&entry.id)),
            was: notes
                .was
                .filter(|was| *was != UNKNOWN && matches!(served, Served::Older(_)))
                .map(str::to_owned),
            aligned: notes.aligned,
            marks: Marks::default(),
            leader,
            source_entry: unit.entry,
        });
    }
    share_states(&mut items);
    marks::read(&mut items, target, parent.as_ref());
    let obsolete = obsolete(&own, &items);
    Comparison { items, obsolete }
}

/// Gives every member of a group the worst state of its members.
fn share_states(items: &mut [Item]) {
    let mut start = 0;
    while start < items.len() {
        let mut end = start + 1;
        while end < items.len() && items[end].leader == start {
            end += 1;
        }
        let worst = items[start..end]
            .iter()
            .map(|item| item.state)
            .max()
            .unwrap_or(State::Missing);
        if !worst.is_covered() {
            for item in &mut items[start..end] {
                item.state = worst;
            }
        }
        start = end;
    }
}

fn obsolete(own: &Target<'_>, items: &[Item]) -> Vec<Obsolete> {
    let used: BTreeSet<usize> = items.iter().filter_map(|item| item.entry).collect();
    // A unit's own id again, doubled or without a usable value, is a fault and not obsolete.
    let mut present: BTreeSet<&Id> = items.iter().map(|item| &item.id).collect();
    present.extend(items.iter().filter_map(|item| item.target_id.as_ref()));
    let mut out: Vec<Obsolete> = own
        .bases()
        .flat_map(|(_, all)| all)
        .filter(|(id, entry)| !used.contains(entry) && !present.contains(id))
        .map(|(id, entry)| Obsolete {
            id: id.to_string(),
            target: own.catalog.entries[*entry]
                .value()
                .map(crate::catalog::Value::text)
                .unwrap_or_default(),
            entry: *entry,
        })
        .collect();
    out.sort_by_key(|obsolete| obsolete.entry);
    out
}

/// What the notes above a message say.
fn notes<'a>(catalog: &'a Catalog, entry: &'a Entry, label: &str) -> Notes<'a> {
    Notes::read(entry.comment.of(&catalog.text), label)
}
