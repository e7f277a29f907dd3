//! The article, its catalogs, and what is known of them: the truth that the catalogs are held to.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{parser, serializer};
use satz::catalog::{Catalog, Entry, Id, Maker, Review, Source, Value};
use satz::compare::{Item, State, compare};
use satz::text::fold;
use satz::update::{Memory, NewUnit, TargetUpdate, assign, source_catalog, update_target};

/// What a value was made from.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) german: String,
    /// Values that were accepted together have one deed, and one German.
    pub(super) deed: usize,
}

/// The state of a unit, its translation, what made that and who stands for it.
pub(super) type Alone = (State, Option<String>, (Maker, Option<Review>));

/// An article, its catalogs, and what the translator remembers of his work.
#[derive(Debug, Clone)]
pub(super) struct World {
    pub(super) sentences: Vec<String>,
    pub(super) past: Vec<Vec<String>>,
    pub(super) source: String,
    pub(super) locale: String,
    /// Whether the tool writes its notes and stubs into the locale's file.
    pub(super) notes: bool,
    /// Whether the file is as satz and the Fluent serializers write it.
    pub(super) tidy: bool,
    /// Every value typed and not typed over, by its token.
    pub(super) typed: BTreeMap<String, Made>,
    /// The translator's own comments.
    pub(super) remarks: BTreeSet<String>,
    pub(super) count: usize,
}

impl World {
    pub(super) fn new(seeds: &[usize], notes: bool) -> Self {
        let mut world = Self {
            sentences: seeds.iter().map(|seed| sentence(*seed)).collect(),
            past: Vec::new(),
            source: String::new(),
            locale: String::new(),
            notes,
            tidy: true,
            typed: BTreeMap::new(),
            remarks: BTreeSet::new(),
            count: 0,
        };
        world.sync();
        world.fill(None);
        world.append_all();
        world.sync();
        world
    }

    fn units(&self) -> Vec<NewUnit> {
        let unit = |(index, text): (usize, &String)| NewUnit {
            text: text.clone(),
            note: None,
            block: index / 3,
            kind: if index == 0 { "heading" } else { "paragraph" },
        };
        self.sentences.iter().enumerate().map(unit).collect()
    }

    pub(super) fn once(&mut self, prune: bool) -> Vec<String> {
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
            ..Memory::default()
        };
        let assigned = assign(&old, &units, &memory);
        let update = TargetUpdate {
            old: &old,
            units: &units,
            assigned: &assigned,
            article: "articles/probe.md",
            label: "de",
            notes: self.notes,
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
    pub(super) fn sync(&mut self) {
        let before = self.alone();
        let bytes = self.untouched();
        self.once(false);
        let after = self.alone();
        let current = before
            .iter()
            .filter(|(_, (state, ..))| *state == State::Current);
        for (german, was) in current {
            if let Some(is) = after.get(german) {
                assert_eq!(is, was, "{german}\n{}", self.locale);
            }
        }
        for entry in &bytes {
            assert!(
                self.locale.contains(entry),
                "{entry} has changed\n{}",
                self.locale
            );
        }
        let (source, locale) = (self.source.clone(), self.locale.clone());
        self.once(false);
        assert_eq!(source, self.source, "a second run changes the source");
        assert_eq!(locale, self.locale, "a second run changes the locale");
        let mut texts = vec![&self.source];
        texts.extend(self.tidy.then_some(&self.locale));
        for text in texts {
            let resource = parser::parse(text.as_str())
                .unwrap_or_else(|(_, errors)| panic!("{errors:?}\n{text}"));
            assert_eq!(serializer::serialize(&resource), *text);
        }
    }

    /// Id, value and attributes of the messages that are as they shall be: nobody may touch those.
    fn untouched(&self) -> Vec<String> {
        let catalog = Catalog::parse(&self.locale).value;
        let alone = self.alone();
        let current = self.items().into_iter().filter(|item| {
            let kept = alone.get(&fold(&item.source));
            kept.is_some_and(|(state, ..)| *state == State::Current)
        });
        let entries = current.filter_map(|item| Some(&catalog.entries[item.entry?]));
        entries
            .map(|entry| self.locale[entry.id_span.start..entry.span.end].to_owned())
            .collect()
    }

    pub(super) fn items(&self) -> Vec<Item> {
        let source = Source::of(&Catalog::parse(&self.source).value);
        let target = Catalog::parse(&self.locale).value;
        compare(&source, &target, None, "de").items
    }

    /// Units that the article still has and that share neither their German nor their translation
    /// with another: German → state, value and marks.
    pub(super) fn alone(&self) -> BTreeMap<String, Alone> {
        let items = self.items();
        let present: Vec<String> = self.sentences.iter().map(|text| fold(text)).collect();
        let mut out = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let german = fold(&item.source);
            let is_once = |all: &mut dyn Iterator<Item = String>| {
                all.filter(|other| *other == german).count() == 1
            };
            let is_alone = is_once(&mut items.iter().map(|other| fold(&other.source)))
                && is_once(&mut present.iter().cloned())
                && items
                    .iter()
                    .filter(|other| other.leader == item.leader)
                    .count()
                    == 1
                && item.leader == index;
            if is_alone {
                let marks = (item.marks.maker.clone(), item.review().cloned());
                out.insert(german, (item.state, item.target.clone(), marks));
            }
        }
        out
    }

    /// Nothing typed has gone, and what counts as current was made from this German.
    pub(super) fn holds(&self) {
        let catalog = Catalog::parse(&self.locale).value;
        let messages = catalog.messages();
        let mut kept: Vec<String> = messages
            .filter_map(|(_, entry)| entry.value().map(Value::text))
            .collect();
        // What is no message, for example a text typed behind a stub whose sentence went before the
        // next `sync`, waits where it stands.
        let waits = |line: &&str| line.trim_start_matches(['#', ' ']).starts_with('s');
        kept.extend(self.locale.lines().filter(waits).map(str::to_owned));
        for token in self.typed.keys() {
            let is_kept = kept.iter().any(|value| value.contains(token));
            assert!(is_kept, "{token} is lost\n{}", self.locale);
        }
        for remark in &self.remarks {
            let is_kept = self.locale.contains(remark);
            assert!(is_kept, "{remark} is lost\n{}", self.locale);
        }
        let items = self.items();
        for (index, item) in items.iter().enumerate() {
            // Of an id that is doubled, which `check` reports, a person has to decide first.
            let same = |(_, entry): &(usize, &Entry)| entry.id == item.id.to_string();
            if item.state != State::Current || catalog.messages().filter(same).count() > 1 {
                continue;
            }
            let value = item.target.as_deref().unwrap_or_default();
            let made = tokens(value).map(|token| {
                let made = self.typed.get(token);
                made.unwrap_or_else(|| panic!("who typed {token}?\n{}", self.locale))
            });
            let mut made: Vec<&Made> = made.collect();
            made.dedup_by_key(|made| made.deed);
            let made_from: Vec<&str> = made.iter().map(|made| made.german.as_str()).collect();
            let german = group(&items, index);
            assert_eq!(made_from.join(" "), german, "{value}\n{}", self.locale);
        }
    }

    pub(super) fn token(&mut self, german: &str) -> String {
        self.count += 1;
        let token = format!("T{};", self.count);
        let (german, deed) = (fold(german), self.count);
        self.typed.insert(token.clone(), Made { german, deed });
        token
    }

    /// The lines of the file with their ends, without a byte-order mark.
    pub(super) fn lines(&self) -> Vec<String> {
        let bare = self.locale.trim_start_matches('\u{FEFF}');
        bare.split_inclusive('\n').map(str::to_owned).collect()
    }

    pub(super) fn put(&mut self, lines: &[String]) {
        let mark = if self.locale.starts_with('\u{FEFF}') {
            "\u{FEFF}"
        } else {
            ""
        };
        self.locale = format!("{mark}{}", lines.concat());
    }

    /// The end of the file's lines.
    pub(super) fn end(&self) -> &'static str {
        Catalog::parse(&self.locale).value.line_end()
    }
}

/// The German of a unit and of what it covers.
pub(super) fn group(items: &[Item], leader: usize) -> String {
    let members = items.iter().filter(|item| item.leader == leader);
    let texts: Vec<String> = members.map(|item| fold(&item.source)).collect();
    texts.join(" ")
}

/// The tokens in a value.
pub(super) fn tokens(value: &str) -> impl Iterator<Item = &str> {
    value.split_inclusive(';').filter_map(|part| {
        let start = part.rfind('T')?;
        part.ends_with(';').then(|| &part[start..])
    })
}

const NOUNS: [&str; 4] = ["Fischer", "Bäcker", "Kapitän", "Lehrling"];
const VERBS: [&str; 4] = ["sieht", "malt", "verkauft", "sucht"];
pub(super) const THINGS: [&str; 4] = ["das Boot", "drei Brote", "den Hafen", "keinen Kuchen"];

pub(super) fn sentence(seed: usize) -> String {
    let (noun, verb) = (NOUNS[seed % 4], VERBS[seed / 4 % 4]);
    format!("Der {noun} {verb} {}.", THINGS[seed / 16 % 4])
}
