//! Whether a value was made for the German that its id stands for. Where not, or where the id does
//! not say all of it, its message takes an id that is bound to the value and to what it was made for.

use super::settlement::{Facts, Made, Origin, Settlement, settle};
use super::{Before, Joined, Plan, Slot};
use crate::catalog::{
    Id, Kind, Note, Notes, Served, UNKNOWN, Value, fingerprint, maker_of_parts, unflat,
};
use crate::text::fold;

/// So many units at most are looked at for a value that was made for several.
const MOST_MEMBERS: usize = 24;

impl Plan<'_> {
    /// Finds the values that were made for exactly what their unit, with so many behind it, says
    /// now: an undone change. Those are current again.
    pub(super) fn restore(&mut self) {
        for index in 0..self.update.units.len() {
            let id = &self.update.assigned[index].id;
            if self.restored.contains_key(&index)
                || matches!(self.target.serve(id), Served::Current(_))
            {
                continue;
            }
            let bound = self
                .target
                .all(&id.base)
                .iter()
                .filter(|(own, _)| own.is_bound());
            let found = bound.filter_map(|(own, entry)| {
                let value = self.catalog.entries[*entry]
                    .value()
                    .filter(|value| !value.is_blank())?;
                let value = value.text();
                let free =
                    (index + 1..self.update.units.len()).take_while(|next| self.is_free(*next));
                let mut wordings = vec![self.update.units[index].text.as_str()];
                let mut ends = std::iter::once(index).chain(free).take(MOST_MEMBERS);
                let end = ends.find(|end| {
                    if *end > index {
                        wordings.push(&self.update.units[*end].text);
                    }
                    id.bound(&wordings, &value) == *own
                })?;
                Some((*entry, end))
            });
            if let Some((entry, end)) = { found }.next() {
                self.restored.insert(index, Some(entry));
                for member in index + 1..=end {
                    let served = self.target.serve(&self.update.assigned[member].id);
                    self.restored.insert(member, served.entry());
                }
            }
        }
    }

    /// Whether a unit has no text of its own, nor one that somebody has begun.
    pub(super) fn is_free(&self, index: usize) -> bool {
        let id = &self.update.assigned[index].id;
        match self.target.serve(id) {
            Served::Current(entry) | Served::Older(entry) => self.is_empty(entry),
            Served::None => self.junk_of(id, None).is_none() && self.typed(index).is_none(),
        }
    }

    /// Whether an empty unit has lost the unit that covered it: then nothing covers it any more. The first
    /// one never had one; it may be left out on purpose.
    pub(super) fn is_orphaned(&self, index: usize, entry: usize, leader: Option<usize>) -> bool {
        if leader.is_none() && self.notes_of(entry).is_omitted {
            return false;
        }
        let Some(leader) = leader.filter(|leader| !self.is_fresh(*leader)) else {
            return true;
        };
        if self.restored.contains_key(&leader) {
            // What it covers is restored with it.
            return true;
        }
        let is = &self.update.assigned[leader];
        let own = &self.update.assigned[index];
        let Some(old) = own.old else {
            if is.old.is_some() {
                // A unit that was there all the time covers no other than it did; only its own parts,
                // and those only by a text that was made for all of them.
                let covers = |first: usize| {
                    first >= leader
                        && match self.slots.get(first) {
                            Some(Slot::Message(_, entry)) => self.covers_all(first, *entry),
                            _ => true,
                        }
                };
                return !own.part_of.is_some_and(covers);
            }
            // Both return: then the file tells what covered it.
            let own = self.target.serve(&self.update.assigned[index].id).entry();
            return self.text_before(own.unwrap_or_default()) != Some(is.id.base.as_str());
        };
        let was = self.groups.leader(old);
        if is.old != Some(was) {
            return was == old || !is.joined.contains(&was);
        }
        // Another message serves the unit that covered it: of that it is no part.
        let served = |id: &Id| self.target.serve(id).entry();
        was == old || served(&self.update.old.units[was].id) != served(&is.id)
    }

    /// Whether a unit had no translation before.
    fn is_fresh(&self, index: usize) -> bool {
        matches!(
            self.slots[index],
            Slot::Stub(..) | Slot::Inherited | Slot::Filled(_)
        )
    }

    /// The id of a unit's message; `is_present` says whether the text that covers it, if one does, is up
    /// to date.
    pub(super) fn settled(
        &self,
        index: usize,
        before: &Before<'_>,
        value: &str,
        joined: Option<&Joined>,
        is_present: bool,
    ) -> Id {
        let assigned = &self.update.assigned[index];
        let present = &assigned.id;
        let arrived = joined.filter(|joined| !joined.is_own);
        let own_wordings = assigned
            .old
            .filter(|old| self.update.old.units[*old].id == before.id)
            .and_then(|old| self.made_for(old));
        let wordings = match arrived {
            Some(joined) => (joined.made_for.as_ref())
                .map(|all| all.iter().map(String::as_str).collect::<Vec<_>>()),
            None => own_wordings.clone(),
        };
        let facts = if self.restored.contains_key(&index) {
            Facts::Restored
        } else if value.is_empty() {
            Facts::Empty {
                is_accepted: self.is_accepted(index),
                is_present,
            }
        } else if arrived.is_some() {
            Facts::Arrived {
                is_known: wordings.is_some(),
            }
        } else {
            self.facts(index, before, value, own_wordings.as_deref())
        };
        match settle(facts) {
            Settlement::Present => *present,
            Settlement::Keep => before.id,
            Settlement::Bind => present.bound(&wordings.unwrap_or_default(), value),
            Settlement::Unsettle => present.unsettled(value),
        }
    }

    /// What is known of a message whose value is its own, and of what it was made for.
    fn facts(
        &self,
        index: usize,
        before: &Before<'_>,
        value: &str,
        made_for: Option<&[&str]>,
    ) -> Facts {
        let assigned = &self.update.assigned[index];
        let (own, members) = (&before.id, self.members(index));
        let is_exact = assigned
            .old
            .is_some_and(|old| self.update.old.units[old].id == *own);
        let made = Made {
            is_known: made_for.is_some(),
            is_unsettled: before.notes.is_unsettled(own, value),
        };
        if *own != assigned.id {
            // It was stale already: if nothing says what its text was, it may have been changed.
            let has_note = is_exact || before.notes.hash.is_some();
            return Facts::Revised {
                is_bound: own.is_bound(),
                is_alone: members.is_empty() && made_for.is_none_or(|all| all.len() == 1),
                is_told: self.update.notes && has_note && !made.is_unsettled,
                value: made,
            };
        }
        let origin = match assigned.old {
            None => Origin::New {
                follows: self.follow(index, &members),
            },
            Some(_) if !is_exact => Origin::Elsewhere,
            Some(old) => Origin::There {
                covers_the_same: self.are(old, &members),
                // Somebody gave it this id and not those of what it covers.
                is_accepted: !made.is_known && self.is_all_accepted(index, before),
            },
        };
        Facts::Same {
            origin,
            value: made,
        }
    }

    /// What the message of an old unit was made for: its wording and those of the units it covers.
    /// None if one of them was not up to date.
    pub(super) fn made_for(&self, old: usize) -> Option<Vec<&str>> {
        let group = std::iter::once(old).chain(self.groups.members(old));
        let wording = |old: usize| {
            let unit = &self.update.old.units[old];
            let is_current = matches!(self.target.serve(&unit.id), Served::Current(_));
            is_current.then_some(unit.text.as_str())
        };
        group.map(wording).collect()
    }

    /// The units that the message of a unit covers.
    pub(super) fn members(&self, index: usize) -> Vec<usize> {
        let behind = index + 1..self.slots.len();
        behind.take_while(|next| self.is_covered[*next]).collect()
    }

    /// Whether units are those that an old one covered, in its order, and up to date.
    fn are(&self, old: usize, members: &[usize]) -> bool {
        let is = members
            .iter()
            .map(|member| self.update.assigned[*member].old);
        is.eq(self.groups.members(old).map(Some)) && self.are_current(members)
    }

    fn are_current(&self, members: &[usize]) -> bool {
        members.iter().all(|member| {
            let served = self.target.serve(&self.update.assigned[*member].id);
            matches!(served, Served::Current(_))
        })
    }

    /// Whether a person settled a unit that covers others: then those are settled with it, unless
    /// their German changes now.
    fn is_all_accepted(&self, index: usize, before: &Before<'_>) -> bool {
        let assigned = &self.update.assigned[index];
        let Some(old) = assigned
            .old
            .filter(|_| before.notes.is_settled(&assigned.id))
        else {
            return false;
        };
        let members = self.members(index);
        let is = members
            .iter()
            .map(|member| self.update.assigned[*member].old);
        let unchanged = |member: &usize| {
            let assigned = &self.update.assigned[*member];
            assigned
                .old
                .is_some_and(|old| self.update.old.units[old].id == assigned.id)
        };
        is.eq(self.groups.members(old).map(Some)) && members.iter().all(unchanged)
    }

    /// Whether an empty unit is settled by the one that covers it.
    fn is_accepted(&self, index: usize) -> bool {
        let Some(leader) = index.checked_sub(1).map(|before| self.leaders[before]) else {
            return false;
        };
        // Those that one unit covers ask one after the other.
        let asked = (leader, self.is_covered.len());
        if let Some((unit, slots, answer)) = self.accepted.get()
            && (unit, slots) == asked
        {
            return answer;
        }
        let is_exact = |before: &Before| before.id == self.update.assigned[leader].id;
        let before = self.before(leader).filter(is_exact);
        let answer = before.is_some_and(|before| self.is_all_accepted(leader, &before));
        self.accepted.set(Some((asked.0, asked.1, answer)));
        answer
    }

    /// Whether what a returning message covers are the empty ones that follow it in the file.
    fn follow(&self, index: usize, members: &[usize]) -> bool {
        let Some(entry) = self.target.serve(&self.update.assigned[index].id).entry() else {
            return members.is_empty();
        };
        let behind = self.catalog.entries[entry + 1..].iter();
        let messages = behind.filter(|other| matches!(other.kind, Kind::Message(_)));
        let empty = messages.take_while(|other| other.value().is_some_and(Value::is_empty));
        let empty = empty
            .filter_map(|other| Id::parse(&other.id))
            .map(|id| id.base);
        let members = members
            .iter()
            .map(|member| &self.update.assigned[*member].id.base);
        empty.eq(members.copied())
    }

    /// The German that the unit's message stood for, with what it covered.
    pub(super) fn old_german(&self, index: usize) -> Option<String> {
        let old = self.update.assigned[index].old?;
        let group = std::iter::once(old).chain(self.groups.members(old));
        let texts = group.map(|old| self.update.old.units[old].text.as_str());
        Some(texts.collect::<Vec<_>>().join(" "))
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
        let mut made_for = Some(Vec::new());
        for (old, other) in &parts {
            let value = self.catalog.entries[*other].value()?;
            if !value.is_text() {
                return None;
            }
            if !value.is_empty() {
                values.push(value.text());
                let own = self.made_for(*old).filter(|_| self.serves(*old, *other));
                made_for = made_for.zip(own).map(|(all, own)| [all, own].concat());
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
        let made_for = made_for.map(|all| all.into_iter().map(str::to_owned).collect());
        let is_own = values.len() == usize::from(!self.is_empty(entry));
        let maker = (!is_own).then(|| {
            let parts = parts.iter().map(|(_, entry)| &self.catalog.entries[*entry]);
            let texts: Vec<(&str, String)> = parts
                .filter_map(|part| {
                    let comment = part.comment.of(&self.catalog.text);
                    Some((comment, part.value()?.text()))
                })
                .filter(|(_, text)| !text.is_empty())
                .collect();
            maker_of_parts(
                texts
                    .iter()
                    .map(|(comment, text)| (*comment, text.as_str())),
            )
        });
        self.gone.extend(parts[1..].iter().map(|(_, other)| *other));
        Some(Joined {
            value: values.join(" "),
            german: german.join(" "),
            made_for,
            is_own,
            remarks,
            maker,
        })
    }

    /// Whether a message was the one of an old unit: of several with one base it need not be.
    fn serves(&self, old: usize, entry: usize) -> bool {
        self.target.serve(&self.update.old.units[old].id).entry() == Some(entry)
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
        if Id::parse(&entry.id).as_ref() == Some(&old.id) {
            return old.text.clone();
        }
        let notes = Notes::read(entry.comment.of(&self.catalog.text), self.update.label);
        let value = entry.value().map(Value::text).unwrap_or_default();
        let is_edited = notes.hash.is_some_and(|hash| hash != fingerprint(&value));
        let was = notes.was.filter(|_| !is_edited);
        was.unwrap_or(UNKNOWN).to_owned()
    }

    /// Whether the message of a unit's first part was made for the whole of the old unit, or for what
    /// its parts say now.
    pub(super) fn covers_all(&self, first: usize, entry: usize) -> bool {
        let Some(old) = self.update.assigned[first].old else {
            return false;
        };
        let german = fold(&unflat(&self.made_from(old, entry)));
        let parts = self.index.parts(first).into_iter();
        let parts: Vec<&str> = parts
            .map(|part| self.update.units[part].text.as_str())
            .collect();
        german == fold(&self.update.old.units[old].text) || german == fold(&parts.join(" "))
    }

    /// The second message of an id that is doubled, when the first may not keep the id.
    pub(super) fn copied(&self, index: usize) -> Option<String> {
        let entry = &self.catalog.entries[index];
        let id = Id::parse(&entry.id)?;
        let value = entry.value().filter(|value| !value.is_empty())?.text();
        let unit = *self.unit_of.get(id.base.as_str())?;
        let Slot::Message(text, first) = &self.slots[unit] else {
            return None;
        };
        let is_copy = *first != index && self.catalog.entries[*first].id == entry.id;
        let is_present = self.update.assigned[unit].id == id;
        let kept = format!("{id} ");
        if !is_copy || !is_present || text.lines().any(|line| line.starts_with(&kept)) {
            return None;
        }
        let body = &self.catalog.text[entry.id_span.end..entry.span.end];
        let comment = entry.comment.of(&self.catalog.text);
        let end = if comment.is_empty() {
            ""
        } else {
            self.catalog.line_end()
        };
        Some(format!("{comment}{end}{}{body}", id.unsettled(&value)))
    }

    /// The message of a unit that goes and had covered others: should it return, its value was made
    /// for more.
    pub(super) fn parting(&self, index: usize) -> Option<String> {
        let entry = &self.catalog.entries[index];
        let id = Id::parse(&entry.id)?;
        let value = entry.value().filter(|value| !value.is_empty())?.text();
        let old = self.index.old_of(&id)?;
        // It does not stay if the unit's new wording has a message of its own.
        let stays = self.index.heirs(old).iter().any(|unit| {
            let is_served =
                matches!(&self.slots[*unit], Slot::Message(_, entry) if *entry == index);
            self.update.assigned[*unit].id == id || is_served
        });
        if stays || self.groups.members(old).is_empty() {
            return None;
        }
        let made_for = self.made_for(old);
        let (text, end) = (&self.catalog.text, self.catalog.line_end());
        let mut lines = Vec::new();
        if !entry.comment.is_empty() {
            lines.push(entry.comment.of(text).trim_end().to_owned());
        }
        if let Some(all) = made_for.as_ref().filter(|_| self.update.notes) {
            lines.push(Note::Was(all.join(" "), Some(fingerprint(&value))).line(self.update.label));
        }
        let id = made_for.map_or_else(|| id.unsettled(&value), |all| id.bound(&all, &value));
        lines.push(format!("{id}{}", &text[entry.id_span.end..entry.span.end]));
        Some(lines.join(end))
    }

    /// The base of the message before an entry that is not empty.
    fn text_before(&self, entry: usize) -> Option<&str> {
        let last = self.catalog.entries[self.index.text_before(entry)?]
            .id
            .as_str();
        last.split('-').next()
    }
}
