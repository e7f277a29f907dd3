//! What was translated before: retrieval, suggestions, units filled.

mod repair;

use std::collections::BTreeMap;

use crate::support::{Folder, cases};
use proptest::prelude::*;
use satz::bitext::WordAligner;
use satz::exchange::read_tmx;
use satz::memory::{Entry, Index, Memory, OfferKind, Query, Search, repair};
use satz::session::{FillQuestion, Session, SimilarTexts, SuggestQuestion, SyncQuestion};

/// The best similarity by comparing every text.
fn best_of_all(query: &str, texts: &[String]) -> f64 {
    let similarity = |text: &String| strsim::normalized_levenshtein(query, text);
    texts.iter().map(similarity).fold(0.0, f64::max)
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::sample::select(vec![
            "Tor", "Hof", "Brücke", "schließt", "öffnet", "morgen", "die", "der", "im", "Mai", "7",
            "14 Uhr", "Straßenbahn", "nicht", "überall", "🚲", "и", "ß",
        ])
        .prop_map(str::to_owned),
        1 => "[a-zäöü]{1,9}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), 1..16).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(crate::support::properties(256))]

    #[test]
    fn the_best_match_is_that_of_a_comparison_with_every_text(
        texts in proptest::collection::vec(text(), 1..60),
        (place, kept, added) in (any::<prop::sample::Index>(), 3..9usize, text()),
    ) {
        // A text with its end exchanged.
        let text = place.get(&texts);
        let kept = text.chars().count() * (kept + 1) / 10;
        let query: String = text.chars().take(kept).chain(added.chars().take(kept / 4)).collect();
        let best = best_of_all(&query, &texts);
        prop_assume!(query.chars().count() >= 8 && best >= 0.6);
        let index = Index::of(&texts);
        let found = Search::new(&index).best(&query, 0.5, 1);
        prop_assert!(!found.is_empty(), "{best}");
        prop_assert!((found[0].similarity - best).abs() < 1e-9, "{} {best}", found[0].similarity);
        let similarity = strsim::normalized_levenshtein(&query, &texts[found[0].number]);
        prop_assert!((found[0].similarity - similarity).abs() < 1e-9);
    }

    #[test]
    fn matches_are_sorted_and_none_is_below_the_floor(
        texts in proptest::collection::vec(text(), 0..40),
        query in text(),
        floor in 0.3..1.0f64,
        count in 1..6usize,
    ) {
        let index = Index::of(&texts);
        let found = Search::new(&index).best(&query, floor, count);
        prop_assert!(found.len() <= count);
        prop_assert!(found.is_sorted_by(|a, b| a.similarity >= b.similarity));
        for found in found {
            let similarity = strsim::normalized_levenshtein(&query, &texts[found.number]);
            prop_assert!((found.similarity - similarity).abs() < 1e-9);
            prop_assert!(found.similarity >= floor - 1e-9);
        }
    }
}

#[test]
fn long_texts_and_repeated_characters_are_found() {
    let long = "Der Weg führt am Kanal entlang bis zur alten Mühle. ".repeat(9);
    let texts = [
        long.clone(),
        ".".repeat(40),
        "ab".repeat(300),
        String::new(),
    ];
    let index = Index::of(&texts);
    let mut search = Search::new(&index);
    for (query, number) in [
        (long.replace("Mühle", "Schmiede"), 0),
        (format!("{} 7", ".".repeat(38)), 1),
        (format!("{}c", "ab".repeat(290)), 2),
    ] {
        let found = search.best(&query, 0.5, 1);
        assert_eq!(
            found.first().map(|found| found.number),
            Some(number),
            "{query}"
        );
    }
    assert!(search.best("", 0.5, 1).len() <= 1);
}

#[test]
fn the_translation_between_the_same_neighbours_comes_first() {
    let entry = |before: &str, target: &str| Entry {
        source: "Siehe oben.".into(),
        target: target.into(),
        before: before.into(),
        ..Entry::default()
    };
    let memory = Memory::of(vec![
        entry("Der Plan hängt aus.", "See above."),
        entry("Der Plan hängt aus.", "See above."),
        entry("Die Liste ist lang.", "As listed above."),
    ]);
    let query = |before| Query {
        source: "Siehe oben.",
        before,
        after: "",
    };
    let kinds = |before| -> Vec<(OfferKind, String, usize)> {
        let offers = memory.exact(&query(before)).into_iter();
        offers
            .map(|offer| (offer.kind, offer.entry.target.clone(), offer.times))
            .collect()
    };
    assert_eq!(
        kinds("Die Liste ist lang."),
        [
            (OfferKind::InContext, "As listed above.".to_owned(), 1),
            (OfferKind::Exact, "See above.".to_owned(), 2),
        ]
    );
    assert_eq!(
        kinds("Anders.")[0],
        (OfferKind::Exact, "See above.".to_owned(), 2)
    );
}

#[test]
fn concordance_finds_words_in_both_languages() {
    let entry = Entry {
        source: "Die „Fähre“ fährt.".into(),
        target: "The ferry runs.".into(),
        ..Entry::default()
    };
    let memory = Memory::of(vec![entry]);
    for text in ["fähre", "FERRY", "\"Fähre\""] {
        assert_eq!(memory.find(text).count(), 1, "{text}");
    }
    assert_eq!(memory.find("bus").count(), 0);
}

#[test]
fn texts_of_no_workspace_are_matched() {
    let texts = SimilarTexts::of(vec!["Das Tor ist zu.".into(), "Der Hof ist offen.".into()]);
    let found = texts.best(&["Das Tor ist auf.", "Etwas ganz anderes steht hier."], 0.5);
    assert_eq!(found[0].map(|(text, _)| text), Some("Das Tor ist zu."));
    assert_eq!(found[1], None);
}

/// A workspace in which an article is translated and another one has some of its sentences.
fn workspace(notes: bool) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        (
            "satz.yaml".to_owned(),
            format!("locales: [en]\nnotes: {notes}\n"),
        ),
        (
            "articles/hof.md".to_owned(),
            "Bitte das Tor schließen. Der Hof öffnet um 7 Uhr.\n".to_owned(),
        ),
    ]);
    synced(&mut files);
    let ids: Vec<(String, String)> = { files["locales/de/hof.ftl"].lines() }
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, german)| (id.to_owned(), german.to_owned()))
        .collect();
    let mut catalog = String::new();
    for (id, german) in ids {
        let target = match german.as_str() {
            "Bitte das Tor schließen." => "Please shut { \"{\" }the gate.",
            _ => "The yard opens at 7.",
        };
        catalog.extend([&id, " = ", target, "\n"]);
    }
    files.insert("locales/en/hof.ftl".to_owned(), catalog);
    files.insert(
        "articles/tor.md".to_owned(),
        "Bitte das Tor schließen. Der Hof öffnet um 8 Uhr. Hunde warten draußen.\n".to_owned(),
    );
    synced(&mut files);
    files
}

fn synced(files: &mut BTreeMap<String, String>) {
    let session = Session::of_texts(files.clone()).expect("a workspace");
    let mut plan = session
        .plan_sync(&SyncQuestion::default(), &mut ())
        .expect("a plan");
    for step in plan.steps() {
        for file in step.files {
            files.insert(file.path, file.new.unwrap_or_default());
        }
    }
}

fn question(ids: &[&str]) -> SuggestQuestion {
    SuggestQuestion {
        locale: "en".into(),
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        articles: Vec::new(),
        count: 3,
        least: 0.6,
    }
}

#[test]
fn open_sentences_get_exact_and_repaired_offers() {
    let session = Session::of_texts(workspace(true)).expect("a workspace");
    let offers = session
        .suggest(&question(&[]), &mut ())
        .expect("suggestions");
    let told: Vec<(&str, &str, &str)> = { offers.iter() }
        .map(|unit| {
            (
                unit.source.as_str(),
                unit.offers[0].kind,
                unit.offers[0].target.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "Bitte das Tor schließen.",
                "exact",
                "Please shut {the gate."
            ),
            (
                "Der Hof öffnet um 8 Uhr.",
                "repaired",
                "The yard opens at 8."
            ),
        ]
    );
    let id = offers[1].id.clone();
    assert_eq!(
        session
            .suggest(&question(&[&id]), &mut ())
            .expect("one")
            .len(),
        1
    );
    let wrong = session.suggest(&question(&["szzzzzz"]), &mut ());
    assert!(
        wrong
            .unwrap_err()
            .to_string()
            .contains("no open unit of en has the id")
    );
}

#[test]
fn only_the_very_same_sentence_is_filled() {
    for notes in [true, false] {
        let session = Session::of_texts(workspace(notes)).expect("a workspace");
        let question = FillQuestion {
            locale: "en".into(),
            ..FillQuestion::default()
        };
        let filled = session.fill(&question, &mut ()).expect("filled");
        assert_eq!(filled.len(), 1, "{filled:?}");
        assert_eq!(filled[0].target, "Please shut {the gate.");
        assert_eq!(filled[0].path, "locales/en/tor.ftl");
        assert_eq!(filled[0].from.0, "hof");
    }
}

/// Locale, the German, a German with a translation, and that with the figures of the first.
const REPAIRS: &[[&str; 5]] = &[
    [
        "en",
        "Seit 2021 offen.",
        "Seit 2019 offen.",
        "Open since 2019.",
        "Open since 2021.",
    ],
    [
        "en",
        "Um 14.500 Euro teurer.",
        "Um 12.300 Euro teurer.",
        "12,300 euros more.",
        "14,500 euros more.",
    ],
    [
        "en",
        "Er misst 3,75 Meter.",
        "Er misst 2,5 Meter.",
        "It is 2.5 metres.",
        "It is 3.75 metres.",
    ],
    [
        "en",
        "Von 8 bis 12 Uhr.",
        "Von 9 bis 11 Uhr.",
        "From 9 to 11.",
        "From 8 to 12.",
    ],
    [
        "en",
        "Von 11 bis 9 Grad.",
        "Von 9 bis 11 Grad.",
        "From 9 to 11 degrees.",
        "From 11 to 9 degrees.",
    ],
    [
        "en",
        "Die Linie 12 fährt alle 12 Minuten.",
        "Die Linie 15 fährt alle 15 Minuten.",
        "Route 15 runs every 15 minutes.",
        "Route 12 runs every 12 minutes.",
    ],
    [
        "en",
        "Version 2.4.1 ist da.",
        "Version 2.3.9 ist da.",
        "Version 2.3.9 is out.",
        "Version 2.4.1 is out.",
    ],
    [
        "fr",
        "Um 14.500 Euro teurer.",
        "Um 12.300 Euro teurer.",
        "12\u{202F}300 euros de plus.",
        "14\u{202F}500 euros de plus.",
    ],
    [
        "fr",
        "Er misst 3,75 Meter.",
        "Er misst 2,5 Meter.",
        "Il mesure 2,5 mètres.",
        "Il mesure 3,75 mètres.",
    ],
    [
        "pl",
        "Noch 7 Tage.",
        "Noch 5 Tage.",
        "Jeszcze 5 dni.",
        "Jeszcze 7 dni.",
    ],
    [
        "uk",
        "Noch 7 Tage.",
        "Noch 5 Tage.",
        "Ще 5 днів.",
        "Ще 7 днів.",
    ],
    [
        "ar",
        "Noch 7 Tage.",
        "Noch 5 Tage.",
        "بقي 5 أيام.",
        "بقي 7 أيام.",
    ],
];

/// Locale, the German, a German with a translation that is of no use for the first.
const BEYOND_REPAIR: &[[&str; 4]] = &[
    [
        "en",
        "Noch 1 Tag offen.",
        "Noch 5 Tage offen.",
        "Open for 5 more days.",
    ],
    ["en", "Noch 1 Euro.", "Noch 5 Euro.", "5 euros more."],
    ["pl", "Noch 3 Tage.", "Noch 5 Tage.", "Jeszcze 5 dni."],
    ["uk", "Noch 21 Euro.", "Noch 25 Euro.", "Ще 25 гривень."],
    ["ar", "Noch 12 Tage.", "Noch 5 Tage.", "بقي 5 أيام."],
    ["en", "Noch 7 Tage.", "Noch 5 Tage.", "Five days left."],
    ["en", "Seite 7 von 5.", "Seite 5 von 5.", "Page 5 of 5."],
    [
        "en",
        "Noch 7 Tage frei.",
        "Noch 5 Tage zu.",
        "Closed for 5 days.",
    ],
    [
        "en",
        "5 Tage und 6 Nächte.",
        "5 Tage und 5 Nächte.",
        "5 days and nights.",
    ],
    ["en", "Noch 7 und 8.", "Noch 7.", "7 left."],
];

#[test]
fn figures_are_exchanged_where_nothing_else_differs() {
    for [locale, source, old, target, repaired] in REPAIRS {
        let found = repair("de", locale, [source, old], target, &|_| false);
        assert_eq!(found.as_deref(), Some(*repaired), "{locale} {source}");
    }
    for [locale, source, old, target] in BEYOND_REPAIR {
        assert_eq!(
            repair("de", locale, [source, old], target, &|_| false),
            None,
            "{locale} {source}"
        );
    }
}

#[test]
fn sentences_with_other_figures_are_filled_when_that_is_asked_for() {
    let session = Session::of_texts(workspace(true)).expect("a workspace");
    let question = FillQuestion {
        locale: "en".into(),
        repairs: true,
        ..FillQuestion::default()
    };
    let filled = session.fill(&question, &mut ()).expect("filled");
    let targets: Vec<&str> = filled.iter().map(|unit| unit.target.as_str()).collect();
    assert_eq!(targets, ["Please shut {the gate.", "The yard opens at 8."]);
}

proptest! {
    #![proptest_config(crate::support::properties(256))]

    #[test]
    fn a_repaired_translation_has_the_figures_of_its_source(
        old in proptest::collection::vec(0..3_000u32, 1..4),
        new in proptest::collection::vec(0..3_000u32, 1..4),
    ) {
        let text = |figures: &[u32], before: &str, after: &str| -> String {
            let figures = figures.iter().map(ToString::to_string);
            figures.flat_map(|figure| [before.to_owned(), figure, after.to_owned()]).collect()
        };
        let german = |figures: &[u32]| text(figures, "Nummer ", " zählt. ");
        let english = |figures: &[u32]| text(figures, "Number ", " counts. ");
        if let Some(repaired) = repair("de", "en", [&german(&new), &german(&old)], &english(&old), &|_| false) {
            prop_assert_eq!(repaired, english(&new));
        }
    }
}

/// The texts of a memory's units, and whether all of it could be read.
fn tmx(body: &str) -> (Vec<Vec<(String, String)>>, bool) {
    let memory = read_tmx(&format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><header srclang=\"de\"/>\
         <body>{body}</body></tmx>"
    ));
    let texts = memory.value.into_iter().map(|unit| unit.texts).collect();
    (texts, memory.diagnostics.is_empty())
}

/// A segment of a memory, and the text that it is read as.
const SEGMENTS: &[[&str; 2]] = &[
    ["Der Markt &amp; der Hof", "Der Markt & der Hof"],
    ["5 &#x20AC; &lt; 6 &#8364;", "5 € < 6 €"],
    ["<![CDATA[a < b &amp;]]> und c", "a < b &amp; und c"],
    [
        "\n      Der Markt\n      ist offen.\n    ",
        "Der Markt ist offen.",
    ],
    [
        "Der <bpt i='1'>&lt;b&gt;</bpt>Hof<ept i='1'>&lt;/b&gt;</ept>.",
        "Der <b>Hof</b>.",
    ],
    [
        "Der <bpt i='1'>{\\b </bpt>Hof<ept i='1'>}</ept>.",
        "Der Hof.",
    ],
    ["Eins<ph>&lt;br/&gt;</ph>zwei<ph/>drei", "Eins<br/>zweidrei"],
    ["<hi type='term'>Hof</hi> und <hi>Tor</hi>", "Hof und Tor"],
    [
        "Bild <ph>&lt;img alt='<sub>Das Tor</sub>'/&gt;</ph> hier",
        "Bild <img alt=''/> hier",
    ],
    ["Ein <it pos='begin'>&lt;i&gt;</it>Anfang", "Ein <i>Anfang"],
    ["Alt <ut>{\\cs6}</ut>und neu", "Alt und neu"],
    ["Hof<!-- nur hier --> und Tor", "Hof und Tor"],
];

#[test]
fn segments_of_a_translation_memory_are_read() {
    for [segment, text] in SEGMENTS {
        let (units, is_whole) = tmx(&format!(
            "<tu><prop type='x'>Wort</prop><tuv xml:lang='de-DE'><note>nein</note><seg>{segment}</seg></tuv>\
             <tuv lang='EN'><seg>x</seg></tuv></tu>"
        ));
        assert!(is_whole, "{segment}");
        let pair = |language: &str, text: &str| (language.to_owned(), text.to_owned());
        assert_eq!(
            units,
            [vec![pair("de-DE", text), pair("EN", "x")]],
            "{segment}"
        );
    }
}

#[test]
fn what_stands_before_a_fault_in_a_memory_counts() {
    let unit = "<tu><tuv xml:lang='de'><seg>Hof</seg></tuv></tu>";
    for fault in [
        "<tu></tuv>",
        "<tu><tuv xml:lang='de'><seg>Tor",
        "<",
        "</body></tmx></x>",
    ] {
        let memory = read_tmx(&format!("<tmx><body>{unit}{fault}"));
        assert_eq!(memory.value.len(), 1, "{fault}");
    }
    assert!(!read_tmx("<tmx><body><tu></tuv>").diagnostics.is_empty());
    assert!(read_tmx("").value.is_empty());
}

proptest! {
    #![proptest_config(crate::support::properties(256))]

    #[test]
    fn no_memory_file_panics(text in "(<tmx>|<tu>|</tu>|<tuv xml:lang='de'>|</tuv>|<seg>|</seg>|<ph>|</ph>|<bpt|&amp;|&#0;|&#x110000;|&x;|]]>|<!\\[CDATA\\[|<!--|-->|<\\?|[a-zä ]|\n){0,40}") {
        let memory = read_tmx(&text);
        for unit in memory.value {
            prop_assert!(unit.texts.iter().all(|(_, text)| !text.trim().is_empty()));
        }
        for fault in memory.diagnostics {
            prop_assert!(text.get(fault.span.start..fault.span.end).is_some());
        }
    }
}

#[test]
fn the_memory_of_the_house_makes_offers() {
    let mut files = workspace(true);
    let tmx = "<tmx version='1.4'><body>\
        <tu><tuv xml:lang='de-AT'><seg>Hunde warten draußen.</seg></tuv>\
        <tuv xml:lang='fr'><seg>Les chiens attendent dehors.</seg></tuv>\
        <tuv xml:lang='en-GB'><seg>Dogs wait outside.</seg></tuv></tu></body></tmx>";
    files.insert("memory/haus.tmx".to_owned(), tmx.to_owned());
    let session = Session::of_texts(files).expect("a workspace");
    let offers = session
        .suggest(&question(&[]), &mut ())
        .expect("suggestions");
    let last = &offers.last().expect("an offer").offers[0];
    assert_eq!(
        (last.target.as_str(), last.article.as_str()),
        ("Dogs wait outside.", "memory/haus.tmx")
    );
}

/// What a workspace has of a translation memory: each German with its English.
fn of_memory(body: &str) -> Vec<String> {
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><header \
         creationtool=\"x\" creationtoolversion=\"1\" datatype=\"PlainText\" segtype=\"sentence\" adminlang=\"en\" \
         srclang=\"de\" o-tmf=\"x\"/><body>{body}</body></tmx>"
    );
    let files = [
        ("satz.yaml", "locales: [en]"),
        ("articles/x.md", "Ein Satz."),
        ("memory/haus.tmx", &text),
    ];
    let session = Session::of_texts(files).expect("a workspace");
    let mut found: Vec<String> = { session.find_in_memory("en", "", &mut ()).expect("entries") }
        .iter()
        .map(|entry| format!("{} → {}", entry.source, entry.target))
        .collect();
    found.sort();
    found
}

#[test]
fn memories_are_read_by_all_elements_of_the_specification() {
    let mut wrong = Vec::new();
    for case in cases("tmx") {
        let body = case.body.lines().next().expect("a body").replace('⏎', "\n");
        let wanted: Vec<&str> = case
            .body
            .lines()
            .filter_map(|line| line.strip_prefix("=> "))
            .collect();
        let found = of_memory(&body);
        if found != wanted {
            wrong.push(format!("{}: {found:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn memories_in_utf_16_are_read() {
    let body = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><tmx version=\"1.4\"><body><tu><tuv xml:lang=\"de\"><seg>Straße 🚲\
                </seg></tuv><tuv xml:lang=\"en\"><seg>road</seg></tuv></tu></body></tmx>";
    for is_little in [true, false] {
        let folder = Folder::new();
        folder.put("satz.yaml", "locales: [en]\n");
        folder.put("articles/x.md", "Ein Satz.\n");
        let units = std::iter::once('\u{FEFF}')
            .chain(body.chars())
            .flat_map(|c| c.encode_utf16(&mut [0; 2]).to_vec());
        let bytes: Vec<u8> = units
            .flat_map(|unit| {
                if is_little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect();
        folder.put("memory/haus.tmx", &bytes);
        let session = Session::open(folder.path(), &[], None, &mut ()).expect("a workspace");
        let found = session
            .find_in_memory("en", "road", &mut ())
            .expect("entries");
        assert_eq!(
            found.first().map(|entry| entry.source.as_str()),
            Some("Straße 🚲")
        );
    }
}

#[test]
fn parts_of_sentences_are_offered_with_the_words_that_translate_them() {
    let pairs = [
        (
            "Der Verein trifft sich am alten Hafen.",
            "The club meets at the old harbour.",
        ),
        (
            "Der Verein sucht Helfer.",
            "The club is looking for helpers.",
        ),
        (
            "Das Fest am alten Hafen beginnt.",
            "The fair at the old harbour begins.",
        ),
        ("Das Fest fällt aus.", "The fair is cancelled."),
        (
            "Wir bitten um Spenden für das Museum.",
            "We ask for donations for the museum.",
        ),
        ("Das Museum ist zu.", "The museum is closed."),
        (
            "Helfer und Spenden fehlen.",
            "Helpers and donations are lacking.",
        ),
    ];
    let entry = |(source, target): &(&str, &str)| Entry {
        source: (*source).into(),
        target: (*target).into(),
        ..Entry::default()
    };
    let memory = Memory::of(pairs.iter().map(entry).collect());
    let aligner = WordAligner::learn(pairs);
    let parts = |text: &str| -> Vec<(String, String)> {
        let fragments = memory.fragments(text, &aligner).into_iter();
        fragments
            .map(|fragment| (text[fragment.span].to_owned(), fragment.target.to_owned()))
            .collect()
    };
    let text = "Morgen gibt es Musik am alten Hafen und Spenden für das Museum.";
    let parts = parts(text);
    assert!(
        parts
            .iter()
            .any(|(source, target)| source == "am alten Hafen" && target.contains("old harbour")),
        "{parts:?}"
    );
    assert!(memory.fragments("Etwas ganz anderes.", &aligner).is_empty());
    // A whole sentence is no part.
    assert!(memory.fragments("Das Museum ist zu.", &aligner).is_empty());
}
