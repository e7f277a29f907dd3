//! Histories of edits: what becomes of the locale file.

use fluent_syntax::{parser, serializer};
use satz::catalog::{Catalog, Source};
use satz::compare::{State, compare};
use satz::update::{Memory, NewUnit, TargetUpdate, assign, source_catalog, update_target};

/// A source catalog and one locale's, as they stand.
#[derive(Default, Clone)]
struct World {
    source: String,
    locale: String,
}

impl World {
    fn sync(&mut self, sentences: &[&str]) {
        let units: Vec<NewUnit> = sentences
            .iter()
            .enumerate()
            .map(|(index, text)| NewUnit {
                text: (*text).to_owned(),
                note: None,
                block: index / 3,
                kind: if index == 0 { "heading" } else { "paragraph" },
            })
            .collect();
        let old = Source::of(&Catalog::parse(&self.source).value);
        let target = Catalog::parse(&self.locale).value;
        let mut memory = Memory::default();
        for (_, entry) in target.messages() {
            memory.returning.extend(satz::catalog::Id::parse(&entry.id));
        }
        let assigned = assign(&old, &units, &memory);
        let update = TargetUpdate {
            old: &old,
            units: &units,
            assigned: &assigned,
            article: "articles/probe.md",
            label: "de",
            notes: true,
            prune: false,
            parent: None,
        };
        self.locale = update_target(&update, &target).0;
        self.source = source_catalog("articles/probe.md", &units, &assigned);
    }

    fn states(&self) -> Vec<(State, Option<String>)> {
        let source = Source::of(&Catalog::parse(&self.source).value);
        let target = Catalog::parse(&self.locale).value;
        compare(&source, &target, None, "de")
            .items
            .into_iter()
            .map(|item| (item.state, item.target))
            .collect()
    }

    /// Types a translation behind every stub: the German in capitals.
    fn fill(&mut self) {
        let mut german = String::new();
        let mut out = String::new();
        for line in self.locale.lines() {
            if let Some(text) = line.strip_prefix("# de: ") {
                german = text.to_uppercase();
            }
            out.push_str(line);
            if line.starts_with("# s") && line.ends_with('=') {
                out.push(' ');
                out.push_str(&german);
            }
            out.push('\n');
        }
        self.locale = out;
    }

    fn filled(sentences: &[&str]) -> Self {
        let mut world = Self::default();
        world.sync(sentences);
        world.fill();
        world.sync(sentences);
        assert!(
            world
                .states()
                .iter()
                .all(|(state, _)| *state == State::Current),
            "{}",
            world.locale
        );
        world
    }
}

const FIVE: [&str; 5] = [
    "Der Zug fährt wieder",
    "Am 7. Februar begann die Reise nach Wien.",
    "Viele Gäste kamen aus dem Norden.",
    "Der Schaffner grüßte freundlich.",
    "Niemand wollte schlafen.",
];

fn unchanged_by_serializer(text: &str) {
    let resource = parser::parse(text).expect("satz writes valid Fluent");
    assert_eq!(serializer::serialize(&resource), text);
}

#[test]
fn a_new_locale_is_all_missing_and_valid_fluent() {
    let mut world = World::default();
    world.sync(&FIVE);
    assert!(
        world
            .states()
            .iter()
            .all(|(state, _)| *state == State::Missing)
    );
    unchanged_by_serializer(&world.locale);
    unchanged_by_serializer(&world.source);
    let once = world.clone();
    world.sync(&FIVE);
    assert_eq!(once.locale, world.locale);
}

#[test]
fn stubs_filled_in_become_messages() {
    let world = World::filled(&FIVE);
    unchanged_by_serializer(&world.locale);
    assert_eq!(
        world.states()[2].1.as_deref(),
        Some("VIELE GÄSTE KAMEN AUS DEM NORDEN.")
    );
}

#[test]
fn one_reworded_sentence_is_the_only_stale_one_and_undone_is_current() {
    let mut world = World::filled(&FIVE);
    let before = world.clone();
    let mut edited = FIVE;
    edited[1] = "Am 8. Februar begann die Reise nach Prag.";
    world.sync(&edited);
    let states: Vec<State> = world.states().into_iter().map(|(state, _)| state).collect();
    assert_eq!(
        states,
        [
            State::Current,
            State::Stale,
            State::Current,
            State::Current,
            State::Current
        ]
    );
    assert!(
        world
            .locale
            .contains("# was: Am 7. Februar begann die Reise nach Wien. #"),
        "{}",
        world.locale
    );
    unchanged_by_serializer(&world.locale);
    let stale = world.clone();
    world.sync(&edited);
    assert_eq!(stale.locale, world.locale);
    world.sync(&FIVE);
    assert_eq!(before.locale, world.locale);
}

#[test]
fn a_translation_changed_after_it_became_stale_is_edited() {
    let mut world = World::filled(&FIVE);
    let mut edited = FIVE;
    edited[1] = "Am 8. Februar begann die Reise nach Prag.";
    world.sync(&edited);
    world.locale = world.locale.replace("NACH WIEN", "NACH PRAG");
    assert_eq!(world.states()[1].0, State::Edited);
}

#[test]
fn moved_inserted_deleted_and_restored_lose_nothing() {
    let world = World::filled(&FIVE);
    let moved = ["Der Zug fährt wieder", FIVE[3], FIVE[1], FIVE[2], FIVE[4]];
    let mut other = world.clone();
    other.sync(&moved);
    assert!(
        other
            .states()
            .iter()
            .all(|(state, _)| *state == State::Current)
    );
    assert_eq!(
        other.states()[1].1.as_deref(),
        Some("DER SCHAFFNER GRÜSSTE FREUNDLICH.")
    );
    unchanged_by_serializer(&other.locale);

    let mut other = world.clone();
    other.sync(&[
        FIVE[0],
        FIVE[1],
        "Etwas ganz Neues steht hier.",
        FIVE[2],
        FIVE[3],
        FIVE[4],
    ]);
    let missing = other
        .states()
        .iter()
        .filter(|(state, _)| *state == State::Missing)
        .count();
    assert_eq!(missing, 1);
    other.sync(&FIVE);
    assert_eq!(other.locale, world.locale);

    let mut other = world.clone();
    other.sync(&[FIVE[0], FIVE[1], FIVE[3], FIVE[4]]);
    assert!(other.locale.contains("VIELE GÄSTE"));
    other.sync(&FIVE);
    assert!(
        other
            .states()
            .iter()
            .all(|(state, _)| *state == State::Current),
        "{}",
        other.locale
    );
}

#[test]
fn a_split_keeps_the_whole_value_and_a_join_joins_them() {
    let joined = [FIVE[0], "Er kam. Er sah den Zug.", FIVE[2]];
    let split = [FIVE[0], "Er kam.", "Er sah den Zug.", FIVE[2]];
    let mut world = World::filled(&joined);
    world.sync(&split);
    let states = world.states();
    assert_eq!(
        states[1],
        (State::Stale, Some("ER KAM. ER SAH DEN ZUG.".to_owned())),
        "{}",
        world.locale
    );
    assert_eq!(states[2], (State::Stale, Some(String::new())));
    let mut world = World::filled(&split);
    world.sync(&joined);
    assert_eq!(
        world.states()[1],
        (State::Stale, Some("ER KAM. ER SAH DEN ZUG.".to_owned())),
        "{}",
        world.locale
    );
}

#[test]
fn duplicates_have_translations_of_their_own() {
    let twice = [
        "ja",
        "Das ist der erste Satz.",
        "ja",
        "Das ist ein anderer Satz.",
    ];
    let mut world = World::filled(&twice);
    world.locale = world
        .locale
        .replacen("= JA", "= yes", 1)
        .replacen("= JA", "= indeed", 1);
    world.sync(&["ja", "Das ist der erste Satz.", "Das ist ein anderer Satz."]);
    assert_eq!(world.states()[0].1.as_deref(), Some("yes"));
    world.sync(&twice);
    assert_eq!(
        world.states()[2].1.as_deref(),
        Some("indeed"),
        "{}",
        world.locale
    );
}

#[test]
fn foreign_bytes_stay() {
    let mut world = World::filled(&FIVE);
    world.locale = format!(
        "\u{FEFF}{}",
        world
            .locale
            .replace("# de: Viele", "# mine: a remark\n# de: Viele")
            .replace("= NIEMAND", "   =  \n    NIEMAND")
            .replace('\n', "\r\n")
            + "\r\n<<<<<<< ours\r\nthis is = no { fluent\r\n>>>>>>> theirs\r\n"
    );
    let mut edited = FIVE;
    edited[1] = "Am 8. Februar begann die Reise nach Prag.";
    world.sync(&edited);
    for piece in [
        "\u{FEFF}### satz 1",
        "# mine: a remark\r\n# de: Viele",
        "   =  \r\n    NIEMAND",
        "<<<<<<< ours\r\nthis is = no { fluent\r\n>>>>>>> theirs\r\n",
    ] {
        assert!(
            world.locale.contains(piece),
            "{piece:?} in {}",
            world.locale
        );
    }
    assert_eq!(
        world.locale.matches('\n').count(),
        world.locale.matches("\r\n").count()
    );
    assert_eq!(
        world.states()[4],
        (State::Current, Some("NIEMAND WOLLTE SCHLAFEN.".to_owned()))
    );
    let once = world.clone();
    world.sync(&edited);
    assert_eq!(once.locale, world.locale);
}

#[test]
fn a_sentence_returns_to_its_own_translation_not_to_that_of_its_rewording() {
    let frame = |middle: &[&'static str]| {
        let mut all = vec![FIVE[0], FIVE[3]];
        all.splice(1..1, middle.iter().copied());
        all
    };
    let (first, reworded) = ("Der Zug hielt in Wien an.", "Der Zug hielt in Graz an.");
    let mut world = World::filled(&frame(&[first]));
    world.sync(&frame(&[reworded]));
    world.locale = world.locale.replace("IN WIEN", "IN GRAZ");
    let now = world.locale.split("# now: ").nth(1).unwrap();
    let now = now.lines().next().unwrap().to_owned();
    let base = now.split('-').next().unwrap();
    world.locale = world
        .locale
        .replace(&format!("\n{base} ="), &format!("\n{now} ="));
    world.sync(&frame(&[reworded, first]));
    world.fill();
    world.sync(&frame(&[reworded, first]));
    world.sync(&frame(&[]));
    world.sync(&frame(&[first]));
    let states = world.states();
    assert_eq!(
        states[1],
        (State::Current, Some("DER ZUG HIELT IN WIEN AN.".to_owned())),
        "{}",
        world.locale
    );
}
