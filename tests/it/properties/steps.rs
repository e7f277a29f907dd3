//! What an editor of the German and a translator do between two runs; the numbers choose where.

use std::collections::BTreeSet;

use proptest::prelude::*;
use satz::catalog::{Catalog, Source};
use satz::compare::Item;
use satz::text::apply;
use satz::update::accept;

use super::foreign::{Foreign, foreign};
use super::world::{THINGS, World, group, sentence, tokens};

#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Reword(usize, usize),
    Move(usize, usize),
    Swap(usize, usize),
    Insert(usize, usize),
    Delete(usize),
    Restore(usize, usize),
    Duplicate(usize, usize),
    Split(usize),
    Merge(usize),
    Undo,
    Fill(usize),
    FillAll,
    /// Brings a translation up to date and says so.
    Retype(usize),
    /// Changes a translation and does not say that it is up to date.
    Edit(usize),
    /// The same, and what stands above it is deleted.
    EditBare(usize),
    Remark(usize),
    Accept(usize),
    AcceptAll,
    Prune,
    Foreign(Foreign, usize),
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), length())
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    let at = 0..16_usize;
    let pair = (0..16_usize, 0..64_usize);
    prop_oneof![
        5 => pair.clone().prop_map(|(a, b)| Step::Reword(a, b)),
        2 => pair.clone().prop_map(|(a, b)| Step::Move(a, b)),
        1 => pair.clone().prop_map(|(a, b)| Step::Swap(a, b)),
        2 => pair.clone().prop_map(|(a, b)| Step::Insert(a, b)),
        3 => at.clone().prop_map(Step::Delete),
        2 => pair.clone().prop_map(|(a, b)| Step::Restore(a, b)),
        1 => pair.prop_map(|(a, b)| Step::Duplicate(a, b)),
        2 => at.clone().prop_map(Step::Split),
        2 => at.clone().prop_map(Step::Merge),
        3 => Just(Step::Undo),
        2 => at.clone().prop_map(Step::Fill),
        3 => Just(Step::FillAll),
        2 => at.clone().prop_map(Step::Retype),
        2 => at.clone().prop_map(Step::Edit),
        1 => at.clone().prop_map(Step::EditBare),
        2 => at.clone().prop_map(Step::Remark),
        3 => at.clone().prop_map(Step::Accept),
        1 => Just(Step::AcceptAll),
        1 => Just(Step::Prune),
        6 => (foreign(), at).prop_map(|(foreign, at)| Step::Foreign(foreign, at)),
    ]
}

/// 1 to 24 steps, or as many as `SATZ_STEPS` asks for.
pub(super) fn length() -> std::ops::RangeInclusive<usize> {
    let asked = std::env::var("SATZ_STEPS").ok();
    asked
        .and_then(|text| text.parse().ok())
        .map_or(1..=24, |count| count..=count)
}

impl World {
    /// Types behind one stub, or behind all.
    pub(super) fn fill(&mut self, which: Option<usize>) {
        let mut lines = self.lines();
        let stubs = self.stubs();
        for (number, (at, german)) in stubs.iter().enumerate() {
            if which.is_none_or(|which| which % stubs.len() == number) {
                let token = self.token(german);
                lines[*at] = format!("{} {token} getippt{}", lines[*at].trim_end(), self.end());
            }
        }
        self.put(&lines);
    }

    /// The last line of each stub behind which nobody typed, and the German above it.
    pub(super) fn stubs(&self) -> Vec<(usize, String)> {
        let lines = self.lines();
        let at = (1..lines.len())
            .filter(|at| lines[*at].starts_with("# s") && lines[*at].trim_end().ends_with('='));
        at.filter_map(|at| {
            let german = lines[at - 1].strip_prefix("# de: ")?;
            Some((at, german.trim_end().to_owned()))
        })
        .collect()
    }

    /// The line of a message that is not empty and serves a unit, the unit, and the German of the
    /// unit and what it covers.
    pub(super) fn message(&self, which: usize) -> Option<(usize, Item, String)> {
        let catalog = Catalog::parse(&self.locale).value;
        let items = self.items();
        let full = |item: &Item| item.target.as_ref().is_some_and(|text| !text.is_empty());
        let all: Vec<usize> = (0..items.len())
            .filter(|at| full(&items[*at]) && items[*at].entry.is_some())
            .collect();
        let at = *all.get(which.checked_rem(all.len())?)?;
        let start = catalog.entries[items[at].entry?].id_span.start;
        let line = self.locale[..start].matches('\n').count();
        Some((line, items[at].clone(), group(&items, at)))
    }

    pub(super) fn type_over(&mut self, line: usize, id: &str, value: &str) {
        let mut lines = self.lines();
        lines[line] = format!("{id} = {value}{}", self.end());
        self.put(&lines);
    }

    /// Deletes the comment above a message.
    fn bare(&mut self, line: usize) {
        let mut lines = self.lines();
        let comment = lines[..line].iter().rev();
        let count = comment.take_while(|line| line.starts_with('#')).count();
        lines.drain(line - count..line);
        self.put(&lines);
        self.tidy = false;
        self.take_stock();
    }

    /// Forgets the tokens of a value that goes.
    pub(super) fn forget(&mut self, value: &str) {
        self.typed
            .retain(|token, _| !tokens(value).any(|gone| gone == token));
    }

    /// Says that a unit with what it covers is up to date.
    fn accept(&mut self, leader: usize) {
        let items = self.items();
        let german = group(&items, leader);
        let members: Vec<&Item> = items.iter().filter(|item| item.leader == leader).collect();
        let value = items[leader].target.clone().unwrap_or_default();
        let source = Source::of(&Catalog::parse(&self.source).value);
        let catalog = Catalog::parse(&self.locale).value;
        let (edits, accepted) = accept(&source, &catalog, |id| {
            members.iter().any(|member| member.id == *id)
        });
        if !accepted.contains(&items[leader].id) {
            return;
        }
        self.locale = apply(&self.locale, &edits);
        self.count += 1;
        for token in tokens(&value) {
            if let Some(made) = self.typed.get_mut(token) {
                made.german.clone_from(&german);
                made.deed = self.count;
            }
        }
    }

    pub(super) fn step(&mut self, step: Step) {
        let before = self.sentences.clone();
        let count = before.len();
        match step {
            Step::Fill(which) => self.fill(Some(which)),
            Step::FillAll => self.fill(None),
            Step::Foreign(foreign, at) => self.rewrite(foreign, at),
            Step::Prune => self.prune(),
            Step::Remark(which) => {
                if let Some((line, ..)) = self.message(which) {
                    self.count += 1;
                    let remark = format!("# mine {}.", self.count);
                    let mut lines = self.lines();
                    lines.insert(line, format!("{remark}{}", self.end()));
                    self.remarks.insert(remark);
                    self.put(&lines);
                }
            }
            Step::Accept(which) => {
                if let Some((_, item, _)) = self.message(which) {
                    self.accept(item.leader);
                }
            }
            Step::AcceptAll => {
                let leaders: BTreeSet<usize> =
                    self.items().iter().map(|item| item.leader).collect();
                for leader in leaders {
                    self.accept(leader);
                }
            }
            Step::Retype(which) | Step::Edit(which) | Step::EditBare(which) => {
                if let Some((line, item, german)) = self.message(which) {
                    self.forget(&item.target.unwrap());
                    let token = self.token(&german);
                    let own = item.target_id.unwrap();
                    let is_edit = !matches!(step, Step::Retype(_));
                    let id = if is_edit { own } else { item.id };
                    self.type_over(line, &id.to_string(), &token);
                    if matches!(step, Step::EditBare(_)) {
                        self.bare(line);
                    }
                }
            }
            Step::Insert(at, seed) => self.sentences.insert(at % (count + 1), sentence(seed)),
            Step::Restore(at, which) => {
                let all: BTreeSet<&String> = self.past.iter().flatten().collect();
                let gone: Vec<&String> = all
                    .into_iter()
                    .filter(|text| !before.contains(text))
                    .collect();
                if let Some(text) = gone.get(which.checked_rem(gone.len()).unwrap_or(0)) {
                    let text = (*text).clone();
                    self.sentences.insert(at % (count + 1), text);
                }
            }
            Step::Undo => {
                if let Some(last) = self.past.pop() {
                    self.sentences = last;
                    return;
                }
            }
            _ if count == 0 => {}
            Step::Reword(at, seed) => {
                let text = &mut self.sentences[at % count];
                let other = THINGS[seed % 4];
                *text = match THINGS.iter().find(|thing| text.contains(**thing)) {
                    Some(thing) => text.replacen(thing, other, 1),
                    None => format!("{text} Und {other}."),
                };
            }
            Step::Move(from, to) => {
                let text = self.sentences.remove(from % count);
                self.sentences.insert(to % count, text);
            }
            Step::Swap(a, b) => self.sentences.swap(a % count, b % count),
            Step::Delete(at) => {
                self.sentences.remove(at % count);
            }
            Step::Duplicate(at, to) => {
                self.sentences
                    .insert(to % (count + 1), before[at % count].clone());
            }
            Step::Split(at) => {
                let text = &before[at % count];
                if let Some((a, b)) = text.split_once(". ") {
                    self.sentences[at % count] = format!("{a}.");
                    self.sentences.insert(at % count + 1, b.to_owned());
                }
            }
            Step::Merge(at) => {
                if count > 1 {
                    let at = at % (count - 1);
                    let second = self.sentences.remove(at + 1);
                    self.sentences[at] = format!("{} {second}", before[at]);
                }
            }
        }
        if self.sentences != before {
            self.past.push(before);
        }
    }
}
