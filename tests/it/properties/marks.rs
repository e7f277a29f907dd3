//! Random histories of translators, machines, reviewers and branches: nothing reads as reviewed that was
//! not, no machine's text as a person's, and no mark goes without a cause.

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::process::Command;

use proptest::prelude::*;
use satz::catalog::{Catalog, Maker, Review};
use satz::compare::{Comparison, Item, State};
use satz::session::merge_catalogs;
use satz::text::{Edit, apply, fold};
use satz::update::{FilledUnit, fill, mark_reviewed};

use super::foreign::Foreign;
use super::steps::{Step, length, step};
use super::world::{World, group, tokens};
use crate::support::Folder;

#[derive(Debug, Clone, Copy)]
enum Deed {
    /// What an editor, a translator and other tools do.
    Step(Step),
    /// A machine translates a sentence that has no translation, or all.
    Machine(Option<usize>),
    /// Sentences without a translation get that of the same sentence elsewhere; the others, if that is asked
    /// for, one of another sentence with the facts exchanged.
    Recall(bool),
    /// A person changes a word of a translation and leaves the rest.
    Touch(usize),
    /// A person stands for a translation, or for all.
    Review(Option<usize>),
    TakeBack(usize),
    /// Somebody types that the text before covers a sentence that has no translation.
    Cover(usize),
    /// Somebody copies the comment of one message above another.
    CopyComment(usize, usize),
    /// Somebody types a mark by hand, or a later satz wrote it.
    Type(usize, usize),
    /// A branch begins, where there is none.
    Branch,
    /// Work goes on on the other branch.
    Switch,
    /// The other branch comes back: by the merge driver, or by lines as git merges them.
    Join(Join),
}

#[derive(Debug, Clone, Copy)]
enum Join {
    Driver,
    Ours,
    Theirs,
    Union,
}

/// What somebody may type above a message.
const TYPED: [&str; 6] = [
    "# review: Eva",
    "# review: Eva 2026-11-30 #abc123",
    "# review: 2 Eva 2026-11-30T10:00 ##abc123",
    "# made: machine other",
    "# made: machine other #abc123",
    "# made: memory #abc1",
];

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let at = 0..16_usize;
    let join = prop_oneof![
        3 => Just(Join::Driver),
        1 => Just(Join::Ours),
        1 => Just(Join::Theirs),
        1 => Just(Join::Union),
    ];
    let deed = prop_oneof![
        12 => step().prop_map(Deed::Step),
        2 => prop::option::of(at.clone()).prop_map(Deed::Machine),
        2 => any::<bool>().prop_map(Deed::Recall),
        2 => at.clone().prop_map(Deed::Touch),
        4 => prop::option::of(at.clone()).prop_map(Deed::Review),
        1 => at.clone().prop_map(Deed::TakeBack),
        2 => at.clone().prop_map(Deed::Cover),
        1 => (at.clone(), at.clone()).prop_map(|(from, to)| Deed::CopyComment(from, to)),
        1 => (at.clone(), 0..TYPED.len()).prop_map(|(at, text)| Deed::Type(at, text)),
        1 => Just(Deed::Branch),
        2 => Just(Deed::Switch),
        2 => join.prop_map(Deed::Join),
    ];
    prop::collection::vec(deed, length())
}

/// A workspace with a branch, and what truly happened in both.
struct Desk {
    world: World,
    /// The catalog that both branches come from, and the other branch.
    other: Option<(String, World)>,
    /// German and translation that somebody read beside each other.
    reviewed: BTreeSet<(String, String)>,
    /// What a machine wrote.
    machine: BTreeSet<String>,
}

impl Desk {
    fn new(seeds: &[usize], notes: bool) -> Self {
        Self {
            world: World::new(seeds, notes),
            other: None,
            reviewed: BTreeSet::new(),
            machine: BTreeSet::new(),
        }
    }

    fn act(&mut self, deed: Deed) {
        match deed {
            // Nobody works on in a file with markers of a conflict.
            Deed::Step(Step::Foreign(Foreign::Conflict, _)) => {}
            Deed::Step(step) => self.step(step),
            Deed::Machine(which) => self.translate(which),
            Deed::Recall(repairs) => self.recall(repairs),
            Deed::Touch(which) => self.touch(which),
            Deed::Review(which) => self.review(which, true),
            Deed::TakeBack(which) => self.review(Some(which), false),
            Deed::Cover(which) => self.cover(which),
            Deed::CopyComment(from, to) => self.copy_comment(from, to),
            Deed::Type(at, text) => {
                if let Some((line, ..)) = self.world.message(at) {
                    let mut lines = self.world.lines();
                    lines.insert(line, format!("{}{}", TYPED[text], self.world.end()));
                    self.world.put(&lines);
                }
            }
            Deed::Branch => {
                if self.other.is_none() {
                    let mut other = self.world.clone();
                    // No text of one branch is one of the other.
                    other.count += 1_000_000;
                    self.other = Some((self.world.locale.clone(), other));
                }
            }
            Deed::Switch => {
                if let Some((_, other)) = &mut self.other {
                    std::mem::swap(other, &mut self.world);
                }
            }
            Deed::Join(join) => self.join(join),
        }
    }

    fn step(&mut self, step: Step) {
        let before = self.world.alone();
        self.world.step(step);
        let is_faithful = matches!(
            step,
            Step::Foreign(
                Foreign::Serialize | Foreign::LineEnds | Foreign::ByteOrderMark | Foreign::Append,
                _
            )
        );
        if is_faithful {
            let after = self.world.alone();
            for (german, was) in before {
                let is = after.get(&german);
                let is_current = was.0 == State::Current && is.is_some_and(|is| is.1 == was.1);
                assert!(!is_current || is == Some(&was), "{german}: {was:?}, {is:?}");
            }
        }
        // Where comments go, nothing says any more what a machine wrote.
        let is_bare = matches!(
            step,
            Step::EditBare(_) | Step::Foreign(Foreign::Rebuild | Foreign::NoComments, _)
        );
        if is_bare {
            self.machine.clear();
        }
    }

    fn translate(&mut self, which: Option<usize>) {
        if !self.world.notes {
            return;
        }
        let items = self.world.items();
        let missing: Vec<&Item> = { items.iter() }
            .filter(|item| item.state == State::Missing && item.entry.is_none())
            .collect();
        let chosen = missing
            .iter()
            .enumerate()
            .filter(|(number, _)| which.is_none_or(|which| which % missing.len() == *number));
        let maker = Maker::of_machine("probe 2");
        let patterns: Vec<(&Item, String)> = chosen
            .map(|(_, item)| {
                let token = self.world.token(&item.source);
                self.machine.insert(token.clone());
                (*item, format!("{token} maschinell"))
            })
            .collect();
        let units: Vec<FilledUnit<'_>> = { patterns.iter() }
            .map(|(item, pattern)| FilledUnit {
                id: item.id,
                source: &item.source,
                pattern,
                maker: &maker,
            })
            .collect();
        self.write(&units, true);
    }

    fn recall(&mut self, repairs: bool) {
        let items = self.world.items();
        let is_finished = |(at, item): &(usize, &Item)| {
            let members = items.iter().filter(|other| other.leader == *at);
            let has_text = item.target.as_ref().is_some_and(|text| !text.is_empty());
            item.state == State::Current && item.entry.is_some() && has_text && members.count() == 1
        };
        let finished: Vec<&Item> = { items.iter().enumerate() }
            .filter(is_finished)
            .map(|(_, item)| item)
            .collect();
        let notes = self.world.notes;
        let mut found: Vec<(&Item, String, Maker)> = Vec::new();
        let is_open = |item: &&Item| item.state == State::Missing && item.entry.is_none();
        for item in items.iter().filter(is_open) {
            let same = { finished.iter() }.find(|one| fold(&one.source) == fold(&item.source));
            let other = finished.first().filter(|_| repairs);
            let Some(origin) = same.or(other) else {
                continue;
            };
            let maker = origin.marks.maker.copied(same.is_none());
            if maker.is_machine() && !notes {
                continue;
            }
            let token = self.world.token(&item.source);
            let mut origins = tokens(origin.target.as_deref().unwrap_or_default());
            if origins.any(|origin| self.machine.contains(origin)) {
                self.machine.insert(token.clone());
            }
            found.push((item, format!("{token} gemerkt"), maker));
        }
        let units: Vec<FilledUnit<'_>> = { found.iter() }
            .map(|(item, pattern, maker)| FilledUnit {
                id: item.id,
                source: &item.source,
                pattern,
                maker,
            })
            .collect();
        self.write(&units, notes);
    }

    /// Fills units as `satz fill` does.
    fn write(&mut self, units: &[FilledUnit<'_>], has_marks: bool) {
        let catalog = Catalog::parse(&self.world.locale).value;
        let label = has_marks.then_some("de");
        let (written, text) = fill(&catalog, units, label);
        for unit in units.iter().filter(|unit| !written.contains(&unit.id)) {
            self.world.forget(unit.pattern);
        }
        self.world.locale = text;
        self.world.tidy = false;
    }

    fn cover(&mut self, which: usize) {
        let items = self.world.items();
        let is_open = |item: &&Item| item.state == State::Missing && item.entry.is_none();
        let open: Vec<&Item> = items.iter().filter(is_open).collect();
        if let Some(item) = which.checked_rem(open.len()).map(|at| open[at]) {
            let end = self.world.end();
            let message = format!("{end}{end}{} = {{ \"\" }}{end}", item.id);
            self.world.locale.push_str(&message);
            self.world.tidy = false;
        }
    }

    fn touch(&mut self, which: usize) {
        if let Some((line, item, _)) = self.world.message(which) {
            let (id, value) = (item.target_id.unwrap(), item.target.unwrap());
            self.world
                .type_over(line, &id.to_string(), &format!("{value}!"));
        }
    }

    fn review(&mut self, which: Option<usize>, is_review: bool) {
        let items = self.world.items();
        let comparison = Comparison {
            items,
            obsolete: Vec::new(),
        };
        let items = &comparison.items;
        let is_ready = |at: &usize| {
            let item = &items[*at];
            let is_text = item.entry.is_some() && item.state.is_covered();
            is_text && item.leader == *at
        };
        let ready: Vec<usize> = (0..items.len()).filter(is_ready).collect();
        let review = Review::of("Ada", "2026-11-30").filter(|_| is_review);
        let catalog = Catalog::parse(&self.world.locale).value;
        let mut edits: Vec<Edit> = Vec::new();
        for (number, at) in ready.iter().enumerate() {
            if which.is_some_and(|which| which % ready.len() != number) {
                continue;
            }
            let entry = items[*at].entry.unwrap();
            let members = comparison.members(*at);
            if is_review {
                let value = items[*at].target.clone().unwrap_or_default();
                self.reviewed.insert((group(items, *at), value));
            }
            edits.extend(mark_reviewed(&catalog, entry, &members, review.as_ref()));
        }
        self.world.locale = apply(&self.world.locale, &edits);
    }

    fn copy_comment(&mut self, from: usize, to: usize) {
        let Some((line, ..)) = self.world.message(to) else {
            return;
        };
        let Some((origin, ..)) = self.world.message(from) else {
            return;
        };
        let mut lines = self.world.lines();
        let comment = lines[..origin].iter().rev();
        let comment: Vec<String> = comment
            .take_while(|line| line.starts_with("# made") || line.starts_with("# review"))
            .cloned()
            .collect();
        lines.splice(line..line, comment);
        self.world.put(&lines);
    }

    fn join(&mut self, join: Join) {
        let Some((base, theirs)) = self.other.take() else {
            return;
        };
        let before = (self.world.alone(), theirs.alone());
        let ours = &self.world.locale;
        self.world.tidy = false;
        self.world.locale = match join {
            Join::Driver => {
                let merged = merge_catalogs(&base, ours, &theirs.locale);
                if !merged.conflicts.is_empty() {
                    // Somebody takes one side of all.
                    return;
                }
                merged.text
            }
            Join::Ours => by_lines("--ours", &base, ours, &theirs.locale),
            Join::Theirs => by_lines("--theirs", &base, ours, &theirs.locale),
            Join::Union => by_lines("--union", &base, ours, &theirs.locale),
        };
        if matches!(join, Join::Driver) {
            for (german, is) in self.world.alone() {
                let (ours, theirs) = (before.0.get(&german), before.1.get(&german));
                let is_same = |was: Option<&super::world::Alone>| {
                    was.is_some_and(|was| was.0 == State::Current && was.1 == is.1)
                };
                let reviewed =
                    |was: Option<&super::world::Alone>| was.and_then(|was| was.2.1.clone());
                if is.0 == State::Current && is_same(ours) && is_same(theirs) {
                    let is_lost =
                        reviewed(ours).is_some() && reviewed(theirs).is_some() && is.2.1.is_none();
                    assert!(!is_lost, "the review of {german} is lost");
                }
            }
        }
    }

    /// What reads as reviewed somebody has read so, and what a machine wrote reads as a machine's.
    fn holds(&self) {
        let items = self.world.items();
        for item in &items {
            let value = items[item.leader].target.clone().unwrap_or_default();
            if item.review().is_some() {
                let read = (group(&items, item.leader), value.clone());
                assert!(self.reviewed.contains(&read), "nobody has read {read:?}");
            }
            let is_machine = tokens(&value).any(|token| self.machine.contains(token));
            assert!(
                !is_machine || items[item.leader].marks.maker.is_machine(),
                "a machine wrote {value}"
            );
        }
    }
}

/// Three versions merged line by line, where they collide as `favour` says.
fn by_lines(favour: &str, base: &str, ours: &str, theirs: &str) -> String {
    let folder = Folder::new();
    for (name, text) in [("base", base), ("ours", ours), ("theirs", theirs)] {
        folder.put(name, text);
    }
    let output = Command::new("git")
        .args(["merge-file", "-p", favour, "ours", "base", "theirs"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn live(seeds: &[usize], deeds: &[Deed], notes: bool) {
    let mut desk = Desk::new(seeds, notes);
    for deed in deeds {
        desk.act(*deed);
        desk.holds();
        desk.world.sync();
        desk.holds();
    }
}

fn fails(seeds: &[usize], deeds: &[Deed], notes: bool) -> bool {
    std::panic::catch_unwind(|| live(seeds, deeds, notes)).is_err()
}

/// A history that fails as well, and from which no deed can be left out.
fn shortest(seeds: &[usize], mut deeds: Vec<Deed>, notes: bool) -> Vec<Deed> {
    loop {
        let size = deeds.len();
        for at in (0..deeds.len()).rev() {
            let mut fewer = deeds.clone();
            fewer.remove(at);
            if fails(seeds, &fewer, notes) {
                deeds = fewer;
            }
        }
        if size == deeds.len() {
            return deeds;
        }
    }
}

/// A history as a person reads it: each deed, and the locale's catalog after it.
fn story(seeds: &[usize], deeds: &[Deed], notes: bool) -> String {
    let mut desk = Desk::new(seeds, notes);
    let mut out = format!(
        "live(&{seeds:?}, &{deeds:?}, {notes})\n{}",
        desk.world.locale
    );
    for deed in deeds {
        let run = std::panic::catch_unwind(AssertUnwindSafe(|| {
            desk.act(*deed);
            desk.holds();
            desk.world.sync();
            desk.holds();
        }));
        let german = &desk.world.sentences;
        out = format!("{out}\n-- {deed:?}: {german:?}\n{}", desk.world.locale);
        if run.is_err() {
            return out;
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig {
        max_shrink_iters: 0,
        ..crate::support::properties(64)
    })]

    #[test]
    fn nothing_reads_as_reviewed_or_a_persons_that_is_not(
        seeds in prop::collection::vec(0..64_usize, 0..8),
        deeds in deeds(),
        notes in prop::bool::weighted(0.9),
    ) {
        if fails(&seeds, &deeds, notes) {
            let deeds = shortest(&seeds, deeds, notes);
            panic!("{}", story(&seeds, &deeds, notes));
        }
    }
}
