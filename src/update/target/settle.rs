//! Whether a value was made for the German that its id stands for. Where not, its message takes an
//! id that is never current by itself, until a person accepts it.

use super::{Joined, Plan};
use crate::catalog::{Id, Note, Notes, Part, Value, fingerprint, unflat};
use crate::text::fold;

impl Plan<'_> {
    /// The id for a message whose own would make it current although its value was made for another
    /// German: changed while stale, and the German then undone; joined by the tool, and the German
    /// then cut; or covering a sentence that went.
    pub(super) fn unsettled(
        &self,
        index: usize,
        id: &str,
        value: &str,
        notes: Notes<'_>,
        is_joined: bool,
    ) -> Option<Id> {
        let present = &self.update.assigned[index].id;
        let is_unsettled = if Id::parse(id).as_ref() == Some(present) {
            let german = self.german(index);
            // Of an id that is doubled a person has to decide first.
            let all = self.target.all(&present.base).iter();
            all.filter(|(other, _)| other == present).count() == 1
                && (notes.is_unsettled(present, value, &german) || self.has_lost_a_member(index))
        } else {
            // Without notes nothing else would tell it from the first part's translation.
            is_joined && !self.update.notes
        };
        (is_unsettled && !value.is_empty()).then(|| present.unsettled(value))
    }

    /// The German that the unit's message stood for: with what it covered.
    pub(super) fn old_german(&self, index: usize) -> Option<String> {
        let old = self.update.assigned[index].old?;
        let mut texts = vec![self.update.old.units[old].text.as_str()];
        let members = self.members(old);
        texts.extend(
            members
                .iter()
                .map(|old| self.update.old.units[*old].text.as_str()),
        );
        Some(texts.join(" "))
    }

    /// The value of a joined unit, that of all its parts, which go.
    pub(super) fn joined(&mut self, index: usize, entry: usize) -> Option<Joined> {
        let assigned = &self.update.assigned[index];
        let mut parts = vec![(assigned.old?, entry)];
        for old in &assigned.joined {
            let served = self.target.serve(&self.update.old.units[*old].id);
            parts.extend(served.entry().map(|entry| (*old, entry)));
        }
        if parts.len() == 1 {
            return None;
        }
        let (mut values, mut german, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
        for (old, other) in &parts {
            let value = self.catalog.entries[*other].value()?;
            if !value.parts.iter().all(|part| matches!(part, Part::Text(_))) {
                return None;
            }
            if !value.is_empty() {
                values.push(value.text());
            }
            // An older German of the first part's message has that of what it covers.
            let is_told = value.is_empty() && !self.is_of(assigned.old?, entry);
            if !is_told {
                german.push(self.made_from(*old, *other));
            }
            if *other != entry {
                remarks.extend(self.remarks(*other));
            }
        }
        self.gone.extend(parts[1..].iter().map(|(_, other)| *other));
        Some(Joined {
            value: values.join(" "),
            german: german.join(" "),
            remarks,
        })
    }

    /// Whether a message has the very id of an old unit.
    fn is_of(&self, old: usize, entry: usize) -> bool {
        let id = Id::parse(&self.catalog.entries[entry].id);
        id.as_ref() == Some(&self.update.old.units[old].id)
    }

    /// The German that the message of an old unit was made from; `…` if nobody knows.
    fn made_from(&self, old: usize, entry: usize) -> String {
        let old = &self.update.old.units[old];
        let entry = &self.catalog.entries[entry];
        let comment = entry.comment.of(&self.catalog.text);
        let notes = Notes::read(comment, self.update.label);
        let is_edited = notes.hash.is_some_and(|hash| {
            entry
                .value()
                .is_some_and(|value| fingerprint(&value.text()) != hash)
        });
        if Id::parse(&entry.id).as_ref() == Some(&old.id) {
            return old.text.clone();
        }
        let was = notes.was.filter(|_| !is_edited);
        was.unwrap_or("…").to_owned()
    }

    /// Whether the message of a unit's first part was made for the whole of the old unit, or for what
    /// its parts say now.
    pub(super) fn covers_all(&self, first: usize, entry: usize) -> bool {
        let Some(old) = self.update.assigned[first].old else {
            return false;
        };
        let german = fold(&unflat(&self.made_from(old, entry)));
        let parts = self.update.units.iter().zip(self.update.assigned);
        let parts = parts
            .enumerate()
            .filter(|(index, (_, assigned))| *index == first || assigned.part_of == Some(first));
        let parts: Vec<&str> = parts.map(|(_, (unit, _))| unit.text.as_str()).collect();
        german == fold(&self.update.old.units[old].text) || german == fold(&parts.join(" "))
    }

    /// The German that the unit's message stands for now.
    fn german(&self, index: usize) -> String {
        let units = self.update.units[index..]
            .iter()
            .zip(&self.update.assigned[index..]);
        let group = units.enumerate().take_while(|(at, (_, assigned))| {
            let is_part = assigned.part_of == Some(index)
                && self.target.serve(&assigned.id).entry().is_none();
            *at == 0 || is_part || self.is_empty_unit(&assigned.id)
        });
        let texts = group.map(|(_, (unit, _))| unit.text.as_str());
        texts.collect::<Vec<_>>().join(" ")
    }

    /// Whether a unit that the message covered is gone, or no longer behind it.
    fn has_lost_a_member(&self, index: usize) -> bool {
        let assigned = &self.update.assigned;
        let Some(old) = assigned[index].old else {
            return self.returns_without_a_member(index);
        };
        let members = self.members(old);
        let mut followers = assigned[index].joined.clone();
        for next in &assigned[index + 1..] {
            match next.old {
                Some(old) if members.contains(&old) => {
                    followers.push(old);
                    followers.extend(&next.joined);
                }
                None if next.part_of == Some(index) => {}
                _ => break,
            }
        }
        members.iter().any(|member| !followers.contains(member))
    }

    /// Whether a unit returns, and not all that its message covers in the file.
    fn returns_without_a_member(&self, index: usize) -> bool {
        let assigned = &self.update.assigned;
        let Some(entry) = self.target.serve(&assigned[index].id).entry() else {
            return false;
        };
        let behind = self.catalog.messages().filter(|(other, _)| *other > entry);
        let empty = behind.take_while(|(_, other)| other.value().is_some_and(Value::is_empty));
        let mut followers = assigned[index + 1..].iter();
        let mut members = empty.filter_map(|(_, other)| Id::parse(&other.id));
        members.any(|member| {
            followers
                .next()
                .is_none_or(|next| next.id.base != member.base)
        })
    }

    /// The message of a unit that goes while units it covered stay: should it return, its value was
    /// made for more.
    pub(super) fn without_members(&self, index: usize) -> Option<String> {
        let entry = &self.catalog.entries[index];
        let id = Id::parse(&entry.id)?;
        let value = entry.value().filter(|value| !value.is_empty())?.text();
        let units = &self.update.old.units;
        let old = units.iter().position(|unit| unit.id == id)?;
        let stays = |old: usize| {
            let mut assigned = self.update.assigned.iter();
            assigned.any(|unit| unit.old == Some(old) || unit.joined.contains(&old))
        };
        let members = self.members(old);
        if stays(old) || !members.iter().any(|member| stays(*member)) {
            return None;
        }
        let (text, end) = (&self.catalog.text, self.catalog.line_end());
        let mut lines = Vec::new();
        if !entry.comment.is_empty() {
            lines.push(entry.comment.of(text).trim_end().to_owned());
        }
        if self.update.notes {
            let german = std::iter::once(&old).chain(&members);
            let german: Vec<&str> = german.map(|old| units[*old].text.as_str()).collect();
            let german = german.join(" ");
            lines.push(Note::Was(german, Some(fingerprint(&value))).line(self.update.label));
        }
        let body = &text[entry.id_span.end..entry.span.end];
        lines.push(format!("{}{body}", id.unsettled(&value)));
        Some(lines.join(end))
    }

    /// The base of the message before an entry that is not empty.
    pub(super) fn text_before(&self, entry: usize) -> Option<&str> {
        let before = self.catalog.messages().filter(|(other, _)| *other < entry);
        let full = before.filter(|(_, other)| !other.value().is_some_and(Value::is_empty));
        let last = full.last().map(|(_, other)| other.id.as_str())?;
        last.split('-').next()
    }

    /// The old units behind an old one whose messages are empty.
    fn members(&self, old: usize) -> Vec<usize> {
        let units = self.update.old.units.iter().enumerate().skip(old + 1);
        let members = units.take_while(|(_, unit)| self.is_empty_unit(&unit.id));
        members.map(|(index, _)| index).collect()
    }

    fn is_empty_unit(&self, id: &Id) -> bool {
        let entry = self.target.serve(id).entry();
        let value = entry.and_then(|entry| self.catalog.entries[entry].value());
        value.is_some_and(Value::is_empty)
    }
}
