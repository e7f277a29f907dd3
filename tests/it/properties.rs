//! Random histories: an article is edited, a translator works in between, `sync` runs after each
//! step. What must hold after every one of them is `World::sync` and `World::holds`.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{parser, serializer};
use proptest::prelude::*;
use satz::catalog::{Catalog, Id, Source};
use satz::compare::{Item, State, compare};
use satz::text::fold;
use satz::update::{Memory, NewUnit, TargetUpdate, assign, source_catalog, update_target};

/// An article, its catalogs, and what the translator remembers of his work.
#[derive(Debug, Default)]
struct World {
    sentences: Vec<String>,
    past: Vec<Vec<String>>,
    source: String,
    locale: String,
    /// Every value typed and not typed over, by its token, with the German it was made from.
    typed: BTreeMap<String, String>,
    /// The translator's own comments.
    remarks: BTreeSet<String>,
    count: usize,
}

/// What an editor or a translator does; the numbers choose where.
#[derive(Debug, Clone, Copy)]
enum Step {
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
    Retype(usize),
    Remark(usize),
    Accept(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let at = 0..16_usize;
    let pair = (0..16_usize, 0..64_usize);
    let step = prop_oneof![
        4 => pair.clone().prop_map(|(a, b)| Step::Reword(a, b)),
        2 => pair.clone().prop_map(|(a, b)| Step::Move(a, b)),
        1 => pair.clone().prop_map(|(a, b)| Step::Swap(a, b)),
        2 => pair.clone().prop_map(|(a, b)| Step::Insert(a, b)),
        3 => at.clone().prop_map(Step::Delete),
        2 => pair.clone().prop_map(|(a, b)| Step::Restore(a, b)),
        1 => pair.prop_map(|(a, b)| Step::Duplicate(a, b)),
        2 => at.clone().prop_map(Step::Split),
        2 => at.clone().prop_map(Step::Merge),
        2 => Just(Step::Undo),
        2 => at.clone().prop_map(Step::Fill),
        3 => Just(Step::FillAll),
        2 => at.clone().prop_map(Step::Retype),
        2 => at.clone().prop_map(Step::Remark),
        3 => at.prop_map(Step::Accept),
    ];
    prop::collection::vec(step, 1..24)
}

const NOUNS: [&str; 4] = ["Fischer", "Bäcker", "Kapitän", "Lehrling"];
const VERBS: [&str; 4] = ["sieht", "malt", "verkauft", "sucht"];
const THINGS: [&str; 4] = ["das Boot", "drei Brote", "den Hafen", "keinen Kuchen"];

fn sentence(seed: usize) -> String {
    let (noun, verb) = (NOUNS[seed % 4], VERBS[seed / 4 % 4]);
    format!("Der {noun} {verb} {}.", THINGS[seed / 16 % 4])
}

impl World {
    fn new(seeds: &[usize]) -> Self {
        let mut world = Self {
            sentences: seeds.iter().map(|seed| sentence(*seed)).collect(),
            ..Self::default()
        };
        world.sync();
        world.fill(None);
        world.sync();
        world
    }

    fn units(&self) -> Vec<NewUnit> {
        let unit = |(index, text): (usize, &String)| NewUnit {
            text: text.clone(),
            block: index / 3,
            kind: if index == 0 { "heading" } else { "paragraph" },
        };
        self.sentences.iter().enumerate().map(unit).collect()
    }

    fn once(&mut self, prune: bool) -> Vec<String> {
        let units = self.units();
        let old = Source::of(&Catalog::parse(&self.source).value);
        let target = Catalog::parse(&self.locale).value;
        let known: BTreeSet<&str> = old.units.iter().map(|unit| unit.id.base.as_str()).collect();
        let memory = Memory {
            returning: target
                .messages()
                .filter_map(|(_, entry)| Id::parse(&entry.id))
                .filter(|id| !known.contains(id.base.as_str()))
                .collect(),
        };
        let assigned = assign(&old, &units, &memory);
        let update = TargetUpdate {
            old: &old,
            units: &units,
            assigned: &assigned,
            article: "articles/probe.md",
            label: "de",
            notes: true,
            prune,
            parent: None,
        };
        let (locale, pruned) = update_target(&update, &target);
        self.locale = locale;
        self.source = source_catalog("articles/probe.md", &units, &assigned);
        pruned
    }

    /// Brings the catalogs in step: what was up to date and did not change still is, a second run
    /// changes nothing, and the serializer of Fluent agrees with every byte.
    fn sync(&mut self) {
        let before = self.alone();
        self.once(false);
        let after = self.alone();
        for (german, value) in &before {
            if let Some((state, now)) = after.get(german) {
                assert_eq!(
                    (*state, now),
                    (State::Current, &value.1),
                    "{german}\n{}",
                    self.locale
                );
            }
        }
        let (source, locale) = (self.source.clone(), self.locale.clone());
        self.once(false);
        assert_eq!(source, self.source, "a second run changes the source");
        assert_eq!(locale, self.locale, "a second run changes the locale");
        for text in [&self.source, &self.locale] {
            let resource = parser::parse(text.as_str())
                .unwrap_or_else(|(_, errors)| panic!("{errors:?}\n{text}"));
            assert_eq!(serializer::serialize(&resource), *text);
        }
    }

    fn items(&self) -> Vec<Item> {
        let source = Source::of(&Catalog::parse(&self.source).value);
        let target = Catalog::parse(&self.locale).value;
        compare(&source, &target, None, "de").items
    }

    /// Units that share neither their German nor their translation with another: German → value.
    /// Before a sync only the current ones, of sentences that the article still has.
    fn alone(&self) -> BTreeMap<String, (State, String)> {
        let items = self.items();
        let present: Vec<String> = self.sentences.iter().map(|text| fold(text)).collect();
        let mut out = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let german = fold(&item.source);
            let is_alone = items
                .iter()
                .filter(|other| fold(&other.source) == german)
                .count()
                == 1
                && present.iter().filter(|other| **other == german).count() == 1
                && items
                    .iter()
                    .filter(|other| other.leader == item.leader)
                    .count()
                    == 1
                && item.leader == index;
            if is_alone && item.state == State::Current {
                out.insert(german, (item.state, item.target.clone().unwrap()));
            } else if is_alone {
                out.remove(&german);
            }
        }
        out
    }

    /// Nothing typed has gone, and what counts as current was made from this German.
    fn holds(&self) {
        let catalog = Catalog::parse(&self.locale).value;
        let mut values: Vec<String> = catalog
            .messages()
            .filter_map(|(_, entry)| entry.value().map(satz::catalog::Value::text))
            .collect();
        // A text typed behind a stub whose sentence went before the next `sync` waits there.
        values.extend(
            self.locale
                .lines()
                .filter(|line| line.starts_with("# s"))
                .map(str::to_owned),
        );
        for token in self.typed.keys() {
            assert!(
                values.iter().any(|value| value.contains(token)),
                "{token} is lost\n{}",
                self.locale
            );
        }
        for remark in &self.remarks {
            assert!(
                self.locale.contains(remark),
                "{remark} is lost\n{}",
                self.locale
            );
        }
        for item in self.items() {
            let value = item.target.unwrap_or_default();
            if item.state != State::Current {
                continue;
            }
            let first = format!("{};", value.split(';').next().unwrap());
            let made_from = self
                .typed
                .get(&first)
                .unwrap_or_else(|| panic!("who typed {value}?"));
            assert_eq!(*made_from, fold(&item.source), "{value}\n{}", self.locale);
        }
    }

    fn token(&mut self, german: &str) -> String {
        self.count += 1;
        let token = format!("T{};", self.count);
        self.typed.insert(token.clone(), fold(german));
        token
    }

    fn lines(&self) -> Vec<String> {
        self.locale.lines().map(str::to_owned).collect()
    }

    fn put(&mut self, lines: &[String]) {
        self.locale = lines.join("\n") + "\n";
    }

    /// Types behind one stub, or behind all.
    fn fill(&mut self, which: Option<usize>) {
        let mut lines = self.lines();
        let stubs: Vec<usize> = (0..lines.len())
            .filter(|at| lines[*at].starts_with("# s") && lines[*at].ends_with('='))
            .collect();
        for (number, at) in stubs.iter().enumerate() {
            if which.is_none_or(|which| which % stubs.len() == number) {
                let german = lines[at - 1].strip_prefix("# de: ").unwrap().to_owned();
                let token = self.token(&german);
                lines[*at] = format!("{} {token} getippt", lines[*at]);
            }
        }
        self.put(&lines);
    }

    /// The line of a message that is not empty and serves a unit, and the unit.
    fn message(&self, which: usize) -> Option<(usize, Item)> {
        let catalog = Catalog::parse(&self.locale).value;
        let all: Vec<Item> = self
            .items()
            .into_iter()
            .filter(|item| item.target.as_ref().is_some_and(|text| !text.is_empty()))
            .collect();
        let item = all.get(which.checked_rem(all.len())?)?.clone();
        let start = catalog.entries[item.entry?].id_span.start;
        Some((self.locale[..start].matches('\n').count(), item))
    }

    fn type_over(&mut self, line: usize, id: &str, value: &str) {
        let mut lines = self.lines();
        lines[line] = format!("{id} = {value}");
        self.put(&lines);
    }

    fn step(&mut self, step: Step) {
        let before = self.sentences.clone();
        let count = before.len();
        match step {
            Step::Fill(which) => self.fill(Some(which)),
            Step::FillAll => self.fill(None),
            Step::Remark(which) => {
                if let Some((line, _)) = self.message(which) {
                    self.count += 1;
                    let remark = format!("# mine {}.", self.count);
                    let mut lines = self.lines();
                    lines.insert(line, remark.clone());
                    self.remarks.insert(remark);
                    self.put(&lines);
                }
            }
            Step::Accept(which) => {
                if let Some((line, item)) = self.message(which) {
                    let value = item.target.unwrap();
                    for token in value.split_inclusive(';').map(str::trim_start) {
                        if let Some(made_from) = self.typed.get_mut(token) {
                            *made_from = fold(&item.source);
                        }
                    }
                    self.type_over(line, &item.id.to_string(), &value);
                }
            }
            Step::Retype(which) => {
                if let Some((line, item)) = self.message(which) {
                    let old = item.target.unwrap();
                    self.typed.retain(|token, _| !old.contains(token.as_str()));
                    let token = self.token(&item.source);
                    self.type_over(line, &item.id.to_string(), &token);
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

fn live(seeds: &[usize], steps: &[Step]) {
    let mut world = World::new(seeds);
    world.holds();
    for step in steps {
        world.step(*step);
        world.sync();
        world.holds();
    }
}

#[test]
fn remarks_stay_when_sentences_are_joined() {
    live(&[0, 0], &[Step::Remark(1), Step::Merge(0)]);
    live(
        &[1, 2, 3],
        &[
            Step::Remark(1),
            Step::Remark(2),
            Step::Merge(0),
            Step::Merge(0),
        ],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn histories_lose_nothing_and_keep_what_is_current(
        seeds in prop::collection::vec(0..64_usize, 0..8),
        steps in steps(),
    ) {
        live(&seeds, &steps);
    }

    #[test]
    fn pruning_takes_what_is_obsolete_and_nothing_else(
        seeds in prop::collection::vec(0..64_usize, 1..8),
        steps in steps(),
    ) {
        let mut world = World::new(&seeds);
        for step in &steps {
            world.step(*step);
            world.sync();
        }
        let before = world.items();
        let pruned = world.once(true);
        let after = world.items();
        prop_assert_eq!(before.len(), after.len());
        for (a, b) in before.iter().zip(&after) {
            prop_assert_eq!((a.state, &a.target), (b.state, &b.target));
            let served = b.target_id.as_ref().map(ToString::to_string);
            prop_assert!(served.is_none_or(|id| !pruned.contains(&id)));
        }
    }
}

/// 64, or what `PROPTEST_CASES` asks for.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(64)
}
