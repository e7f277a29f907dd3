//! The marks of makers and reviewers, read for the units of a comparison.

use super::{Comparison, Item, State};
use crate::catalog::{Catalog, Id, Marks, Review, Served, Subject, Target};

/// Reads the marks of every unit that has a text. A group of units has those of its first one.
pub(super) fn read(items: &mut [Item], target: &Catalog, parent: Option<&Target<'_>>) {
    let mut start = 0;
    while start < items.len() {
        let end = end_of_group(items, start);
        let marks = marks_of(&items[start..end], target, parent);
        if let Some(marks) = marks {
            for item in &mut items[start..end] {
                item.marks.clone_from(&marks);
            }
        }
        start = end;
    }
}

/// The place behind the group that begins at a place.
fn end_of_group(items: &[Item], start: usize) -> usize {
    let members = items[start + 1..].iter();
    start + 1 + members.take_while(|item| item.leader == start).count()
}

/// The marks of a group; none if its first unit has no text.
fn marks_of(group: &[Item], target: &Catalog, parent: Option<&Target<'_>>) -> Option<Marks> {
    let (first, members) = group.split_first()?;
    let (catalog, entry) = match (first.state, first.entry, parent) {
        (State::Inherited, _, Some(parent)) => match parent.serve(&first.id) {
            Served::Current(entry) => (parent.catalog, entry),
            _ => return None,
        },
        (_, Some(entry), _) => (target, entry),
        _ => return None,
    };
    let message = &catalog.entries[entry];
    // Most messages have no mark: the rest is not asked for then.
    if !Marks::may_be_in(message.comment.of(&catalog.text)) {
        return None;
    }
    let id = Id::parse(&message.id)?;
    let members: Vec<Id> = { members.iter() }
        .filter_map(|item| item.target_id)
        .collect();
    let value = message.value()?.text();
    let about = Subject {
        id: &id,
        value: &value,
        members: &members,
    };
    Some(Marks::read(message.comment.of(&catalog.text), &about))
}

impl Item {
    /// Who stands for the translation as it is; nobody for one that is not up to date.
    pub fn review(&self) -> Option<&Review> {
        let is_covered = self.state.is_covered();
        self.marks.review.as_ref().filter(|_| is_covered)
    }

    /// Whether a machine made the translation and nobody stands for it.
    pub fn is_raw_machine(&self) -> bool {
        self.marks.maker.is_machine() && self.review().is_none()
    }
}

impl Comparison {
    /// The ids of the empty messages that the text of a unit covers, as they stand in the target.
    pub fn members(&self, unit: usize) -> Vec<Id> {
        let end = end_of_group(&self.items, unit);
        let members = self.items[unit + 1..end].iter();
        members.filter_map(|item| item.target_id).collect()
    }
}
