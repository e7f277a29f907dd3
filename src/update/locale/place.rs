//! Where everything goes: units in the article's order, what belongs to no unit behind the unit
//! before it, what is pruned nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::comment::stub_of;
use super::index::Neighbours;
use super::{Plan, Slot, order};
use crate::catalog::{Id, Kind, Notes, group, is_group, unflat};
use crate::document::{Context, has_work};
use crate::text::fold;
use crate::update::layout::{Form, Placed, write};
use crate::update::source::header;

impl Plan<'_> {
    pub(super) fn place(mut self) -> (String, Vec<String>) {
        let idle = (0..self.catalog.entries.len()).filter(|index| self.is_idle(*index));
        let idle: Vec<usize> = idle.collect();
        self.gone.extend(idle);
        let entries = &self.catalog.entries;
        let unit_at: Vec<Option<usize>> = order::owners(&self.slots, entries.len());
        let stays = order::longest_rising(&unit_at);
        // What belongs to no unit stays behind the unit that stays before it.
        let mut after: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        let mut anchor = None;
        let used: BTreeSet<usize> = self.slots.iter().flat_map(Slot::entries).collect();
        let replaced: BTreeSet<usize> = self.filled_stubs();
        let kept = self.kept();
        // Of what goes, the remarks of people that stand nowhere else stay where they are.
        let mut remarks: BTreeMap<usize, String> = BTreeMap::new();
        let mut first_header = None;
        for (index, entry) in entries.iter().enumerate() {
            let line = entry.span.of(&self.catalog.text);
            if used.contains(&index) {
                if stays.contains(&index) {
                    anchor = unit_at[index];
                }
            } else if entry.kind == Kind::Comment(3)
                && line.starts_with("### satz 1:")
                && first_header.is_none()
            {
                first_header = Some(index);
            } else if self.gone.contains(&index)
                || replaced.contains(&index)
                || self.surplus.contains(&index)
                || (self.update.notes && entry.kind == Kind::Comment(2) && is_group(line))
            {
                // Written anew where it belongs, or its text stands in another entry now.
                if !self.carries(index) {
                    let lines: Vec<String> = self.remarks(index).collect();
                    if !lines.is_empty() {
                        remarks.insert(index, lines.join("\n"));
                        after.entry(anchor).or_default().push(index);
                    }
                }
            } else if self.update.prune && !kept.contains(&index) {
                self.pruned.push(entry.id.clone());
            } else {
                // The first of several counts: they stay behind it.
                let moved = self.unit_of_message(index).filter(|unit| {
                    let origin = self.slots[*unit].origin();
                    origin.is_some_and(|origin| origin < index && !stays.contains(&origin))
                });
                after.entry(moved.or(anchor)).or_default().push(index);
            }
        }
        let mut placed = Vec::new();
        if self.update.notes || first_header.is_some() {
            let text = header(self.update.article);
            let origin =
                first_header.filter(|index| entries[*index].span.of(&self.catalog.text) == text);
            placed.push(Placed {
                text,
                form: Form::Free,
                origin,
            });
        }
        self.keep(&mut placed, &remarks, after.remove(&None));
        let mut block = None;
        for (index, unit) in self.update.units.iter().enumerate() {
            let slot = &self.slots[index];
            let present = !matches!(slot, Slot::Inherited);
            if present && self.update.notes && block != Some(unit.block) {
                block = Some(unit.block);
                placed.push(self.group(unit.kind, slot.origin()));
            }
            match slot {
                Slot::Message(text, _) | Slot::Made(text) | Slot::Filled(text) => {
                    placed.push(Placed {
                        text: text.clone(),
                        form: Form::Message,
                        origin: slot.origin(),
                    });
                }
                Slot::Stub(text, origin) if self.update.notes => placed.push(Placed {
                    text: text.clone(),
                    form: Form::Free,
                    origin: *origin,
                }),
                // None is covered any more that has no message.
                Slot::Stub(..) | Slot::Inherited | Slot::Covered => {}
                Slot::Left(entries) => {
                    self.keep(&mut placed, &remarks, Some(entries.clone().collect()));
                }
            }
            self.keep(&mut placed, &remarks, after.remove(&Some(index)));
        }
        (write(self.catalog, &placed), self.pruned)
    }

    /// Whether a message is of a unit that is none any more, since it held nothing to translate, and
    /// says nothing else either. It goes, and nobody has to be told.
    fn is_idle(&self, index: usize) -> bool {
        let entry = &self.catalog.entries[index];
        let Kind::Message(Some(value)) = &entry.kind else {
            return false;
        };
        let Some(id) =
            Id::parse(&entry.id).filter(|id| !self.unit_of.contains_key(id.base.as_str()))
        else {
            return false;
        };
        let comment = entry.comment.of(&self.catalog.text);
        let german = Notes::read(comment, self.update.label).german.map(unflat);
        let old = || {
            let unit = self.index.old_of(&id)?;
            Some(self.update.old.units[unit].text.clone())
        };
        let context = Context::Markdown {
            prefix: String::new(),
        };
        let is_idle = |text: &str| !has_work(text, &context);
        is_idle(&value.text())
            && german.or_else(old).is_some_and(|german| is_idle(&german))
            && self.remarks(index).next().is_none()
    }

    /// Stubs that became messages, or whose unit has a message or is gone.
    fn filled_stubs(&self) -> BTreeSet<usize> {
        self.stubs
            .iter()
            .filter(|(base, entry)| {
                let text = self.catalog.entries[**entry].span.of(&self.catalog.text);
                let typed = stub_of(text).is_some_and(|(_, typed)| !typed.is_empty());
                match self.unit_of.get(base.as_str()) {
                    Some(unit) => match &self.slots[*unit] {
                        Slot::Made(_) | Slot::Covered | Slot::Filled(_) => true,
                        Slot::Message(..) | Slot::Left(_) | Slot::Inherited => !typed,
                        Slot::Stub(..) => !self.update.notes && !typed,
                    },
                    None => !typed,
                }
            })
            .map(|(_, entry)| *entry)
            .collect()
    }

    fn group(&self, kind: &str, next: Option<usize>) -> Placed {
        let text = group(kind);
        let origin = next
            .and_then(|next| next.checked_sub(1))
            .filter(|index| self.catalog.entries[*index].span.of(&self.catalog.text) == text);
        Placed {
            text,
            form: Form::Free,
            origin,
        }
    }

    /// The unit that a message is about, whatever its tag.
    fn unit_of_message(&self, index: usize) -> Option<usize> {
        let entry = &self.catalog.entries[index];
        let is_message = matches!(entry.kind, Kind::Message(_));
        let id = Id::parse(&entry.id).filter(|_| is_message)?;
        self.unit_of.get(id.base.as_str()).copied()
    }

    /// Whether the remarks on an entry that goes stand in the entry that takes its place.
    fn carries(&self, index: usize) -> bool {
        let entry = &self.catalog.entries[index];
        if self.surplus.contains(&index) {
            return false;
        }
        let id = match entry.kind {
            Kind::Message(_) => Id::parse(&entry.id),
            Kind::Comment(1) => stub_of(entry.span.of(&self.catalog.text)).map(|(id, _)| id),
            _ => return true,
        };
        let unit = id.and_then(|id| self.unit_of.get(id.base.as_str()));
        match unit.map(|unit| &self.slots[*unit]) {
            Some(Slot::Made(_) | Slot::Filled(_)) => true,
            Some(Slot::Stub(..)) => self.update.notes,
            // Joined into another unit, which has its remarks.
            None => matches!(entry.kind, Kind::Message(_)),
            Some(_) => false,
        }
    }

    fn keep(
        &self,
        placed: &mut Vec<Placed>,
        remarks: &BTreeMap<usize, String>,
        entries: Option<Vec<usize>>,
    ) {
        for index in entries.unwrap_or_default() {
            let entry = &self.catalog.entries[index];
            if let Some(text) = remarks.get(&index) {
                placed.push(Placed {
                    text: text.clone(),
                    form: Form::Free,
                    origin: None,
                });
                continue;
            }
            placed.push(Placed {
                text: self
                    .parting(index)
                    .or_else(|| self.copied(index))
                    .unwrap_or_else(|| entry.span.of(&self.catalog.text).to_owned()),
                form: Form::of(&entry.kind),
                origin: Some(index),
            });
        }
    }

    /// The entries that pruning leaves, with the others of their id: of those a person decides first.
    fn kept(&self) -> BTreeSet<usize> {
        if !self.update.prune {
            return BTreeSet::new();
        }
        let entries = &self.catalog.entries;
        let open = self.slots.iter().enumerate();
        let open = open.filter(|(_, slot)| matches!(slot, Slot::Stub(..) | Slot::Left(_)));
        let mut missing = Missing::default();
        for (unit, _) in open {
            missing.bases.insert(&self.update.assigned[unit].id.base);
            missing.german.insert(fold(&self.update.units[unit].text));
        }
        let kept: Vec<usize> = (0..entries.len())
            .filter(|index| !self.is_obsolete(*index, &missing))
            .collect();
        let messages = kept
            .iter()
            .filter(|index| matches!(entries[**index].kind, Kind::Message(_)));
        let ids: BTreeSet<&str> = messages.map(|index| entries[*index].id.as_str()).collect();
        let doubled = (0..entries.len()).filter(|index| ids.contains(entries[*index].id.as_str()));
        doubled.chain(kept.iter().copied()).collect()
    }

    /// Whether pruning may remove the entry: a message of a base that is gone, or replaced by a
    /// newer one; not if its id is one slip away from a missing unit's, nor if its German is one.
    fn is_obsolete(&self, index: usize, missing: &Missing) -> bool {
        let entry = &self.catalog.entries[index];
        let (Kind::Message(_), Some(id)) = (&entry.kind, Id::parse(&entry.id)) else {
            return false;
        };
        // A unit's own id again, doubled or without a usable value, is a fault for people to mend.
        let unit = self.unit_of.get(id.base.as_str());
        let is_served = |unit: &usize| {
            let own = self.slots[*unit].origin();
            self.update.assigned[*unit].id == id
                || own.is_some_and(|own| self.catalog.entries[own].id == entry.id)
        };
        if unit.is_some_and(is_served) {
            return false;
        }
        let comment = entry.comment.of(&self.catalog.text);
        let german = Notes::read(comment, self.update.label).german.map(fold);
        let is_meant = german.is_some_and(|german| missing.german.contains(&german));
        !is_meant && !missing.bases.has_near(&id.base)
    }
}

/// The units that have no message: their bases, and their folded German.
#[derive(Default)]
struct Missing {
    bases: Neighbours,
    german: BTreeSet<String>,
}
