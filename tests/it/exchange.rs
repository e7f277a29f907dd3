//! Files of other tools: what is held to their specifications, and the way out and back.

use std::collections::BTreeSet;

use proptest::prelude::*;
use satz::exchange::{
    Batch, BatchArticle, BatchUnit, CONSTRAINTS, FILE_FORMATS, Markup, UnitOffer, UnitState,
    UnitTerm, check_xliff,
};

use crate::support::properties;

/// A document that has a bit of everything, and changes of it that each break one constraint.
const VALID: &str = include_str!("../data/xliff/valid.xlf");
const MUTATIONS: &str = include_str!("../data/xliff/mutations.txt");

/// A change of the valid document.
struct Mutation<'a> {
    constraint: &'a str,
    find: &'a str,
    replace: &'a str,
    /// Constraints that it cannot but break, too.
    also: Vec<&'a str>,
}

fn mutations() -> Vec<Mutation<'static>> {
    let sections = MUTATIONS.split("--- ").skip(1);
    let each = sections.map(|section| {
        let (constraint, body) = section.split_once(" ---\n").unwrap();
        let (find, rest) = body.split_once("\n=>\n").unwrap();
        let (replace, also) = rest.split_once("\nalso ").unwrap_or((rest, ""));
        Mutation {
            constraint,
            find,
            replace: replace.trim_end_matches('\n'),
            also: also.split_whitespace().collect(),
        }
    });
    each.collect()
}

/// The document in another version, for another article and language.
fn variant(text: &str, (namespace, version): (&str, &str), name: &str, language: &str) -> String {
    text.replace("xliff:document:2.0", &format!("xliff:document:{namespace}"))
        .replace("version=\"2.0\"", &format!("version=\"{version}\""))
        .replace("NAME", name)
        .replace("SPRACHE", language)
}

const VARIANTS: [((&str, &str), &str, &str); 4] = [
    (("2.0", "2.0"), "markt", "en"),
    (("2.0", "2.1"), "halle-2", "pt-BR"),
    (("2.2", "2.2"), "strasse", "zh-Hant-TW"),
    (("2.2", "2.1"), "a.b_c", "uk"),
];

#[test]
fn a_valid_document_breaks_no_constraint() {
    for (version, name, language) in VARIANTS {
        let found = check_xliff(&variant(VALID, version, name, language));
        assert!(found.is_empty(), "{version:?}: {found:#?}");
    }
}

#[test]
fn segments_that_are_cases_of_one_text_share_their_codes() {
    let document = |case: &str| {
        format!(
            "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.2' version='2.2' srcLang='de' \
             xmlns:pgs='urn:oasis:names:tc:xliff:pgs:1.0'><file id='f'><unit id='u' \
             pgs:switch='plural:zahl gender:gast'><segment {case}='one feminine'><source><ph id='n'/> Gast</source>\
             </segment><segment {case}='other other'><source><ph id='n'/> Gäste</source></segment></unit></file></xliff>"
        )
    };
    assert!(check_xliff(&document("pgs:case")).is_empty());
    let found = check_xliff(&document("its"));
    assert!(
        found.iter().any(|fault| fault.code == "unique-inline-id"),
        "{found:?}"
    );
}

#[test]
fn each_mutation_breaks_its_constraint_and_no_other() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for mutation in mutations() {
        let (constraint, find) = (mutation.constraint, mutation.find);
        assert!(VALID.contains(find), "{constraint}: {find}");
        let broken = VALID.replacen(find, mutation.replace, 1);
        for (version, name, language) in VARIANTS {
            let found = check_xliff(&variant(&broken, version, name, language));
            let codes: BTreeSet<&str> = found.iter().map(|fault| fault.code).collect();
            let allowed = |code: &&&str| **code != constraint && !mutation.also.contains(*code);
            if !codes.contains(constraint) || codes.iter().any(|code| allowed(&code)) {
                wrong.push(format!(
                    "{constraint}: {find} => {}: {codes:?}",
                    mutation.replace
                ));
            }
            count += 1;
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 500, "{count} invalid documents");
}

#[test]
fn every_constraint_is_broken_by_a_mutation_and_named_in_the_manual() {
    let broken: BTreeSet<&str> = mutations()
        .iter()
        .map(|mutation| mutation.constraint)
        .collect();
    let manual = include_str!("../../docs/exchange.md");
    for constraint in CONSTRAINTS {
        assert!(
            broken.contains(constraint.name),
            "{} has no mutation",
            constraint.name
        );
        let row = format!("| `{}` | {} |", constraint.name, constraint.rule);
        assert!(manual.contains(&row), "docs/exchange.md has no row {row}");
    }
}

#[test]
fn bombs_and_what_is_no_xml_are_refused() {
    let deep = format!("{}{}", "<a>".repeat(300), "</a>".repeat(300));
    let attributes: Vec<String> = (0..600).map(|at| format!("a{at}=''")).collect();
    let many = format!("<a {}/>", attributes.join(" "));
    let cases = [
        ("xml-depth", deep.as_str()),
        ("xml-syntax", &many),
        ("xml-entity", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
        (
            "xml-entity",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]><a>&b;</a>",
        ),
        ("xml-syntax", ""),
        ("xml-syntax", "Kein Dokument."),
        ("xml-syntax", "<a></b>"),
        ("xml-syntax", "<a/><b/>"),
        ("xml-syntax", "<a b='<'/>"),
        ("xml-syntax", "<a"),
        ("unknown-document", "<a/>"),
    ];
    for (wanted, text) in cases {
        let found = check_xliff(text);
        assert_eq!(
            found.first().map(|fault| fault.code),
            Some(wanted),
            "{text:.60}"
        );
    }
}

/// Pieces that texts are put together from: words, codes, and what formats have to write otherwise.
const PIECES: &[&str] = &[
    "Der Markt",
    " ist ",
    "**offen**",
    "*heute*",
    "[hier](zeiten.md)",
    "`so`",
    "<br>",
    "<b>fett</b>",
    "![Bild](b.png)",
    "{ $zahl }",
    "{{< x >}}",
    "\n",
    "  ",
    "\"",
    "\\",
    "&amp;",
    "&",
    "<",
    ">",
    "]]>",
    "'",
    "=1+1",
    "@",
    "-",
    "\t",
    "\u{a0}",
    "\u{1}",
    "é",
    "日本",
    "\u{202e}",
    "**",
    "</b>",
    "[^1]",
    "#",
    "\\n",
    "%s",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(PIECES);
    let word = proptest::sample::select(&["Wort", "Satz.", "A"][..]);
    (proptest::collection::vec(piece, 0..9), word).prop_map(|(pieces, word)| pieces.concat() + word)
}

fn any_unit() -> impl Strategy<Value = BatchUnit> {
    let states = [
        UnitState::Initial,
        UnitState::NeedsWork,
        UnitState::Translated,
        UnitState::Reviewed,
    ];
    let state = proptest::sample::select(states.to_vec());
    (
        any_text(),
        proptest::option::of(any_text()),
        state,
        any_text(),
    )
        .prop_map(|(source, target, state, other)| BatchUnit {
            kind: "paragraph".into(),
            source,
            state: if target.is_some() {
                state
            } else {
                UnitState::Initial
            },
            was: (state == UnitState::NeedsWork).then(|| other.clone()),
            notes: vec![other.clone()],
            offers: vec![UnitOffer {
                source: other.clone(),
                target: other.clone(),
                similarity: 90,
                origin: "a&b".into(),
            }],
            terms: vec![UnitTerm {
                source: "Markt".into(),
                target: other,
                forbidden: vec!["x".into()],
            }],
            target,
            ..BatchUnit::default()
        })
}

proptest! {
    #![proptest_config(properties(64))]

    /// Whatever a text holds: every format writes valid files, and reads from them what was written.
    #[test]
    fn every_format_gives_back_what_it_was_given(units in proptest::collection::vec(any_unit(), 1..6), is_html: bool) {
        let units: Vec<BatchUnit> = (units.into_iter().enumerate())
            .map(|(at, unit)| BatchUnit { id: format!("s00000{at}-abcd"), block: at / 2, ..unit })
            .collect();
        let batch = Batch {
            source: "de".into(),
            locale: "pt-BR".into(),
            articles: vec![BatchArticle {
                key: "news/markt".into(),
                path: "articles/news/markt.md".into(),
                markup: if is_html { Markup::Html } else { Markup::Markdown },
                units: units.clone(),
            }],
            ..Batch::default()
        };
        for format in FILE_FORMATS.iter().filter(|format| format.name != "tbx") {
            let text = (format.write)(&batch);
            let found = (format.check)(&text);
            prop_assert!(found.is_empty(), "{}: {found:#?}\n{text}", format.name);
            let read = (format.read)(&text);
            prop_assert_eq!(read.value.locale.as_deref().unwrap_or("pt-BR"), "pt-BR");
            prop_assert_eq!(read.value.units.len(), units.len());
            for (unit, read) in units.iter().zip(&read.value.units) {
                // XML 1.0 cannot hold it, and only XLIFF 2 has a way to say it.
                let is_held = !matches!(format.name, "xliff-1.2" | "tmx");
                let held = |text: &str| if is_held { text.to_owned() } else { text.replace('\u{1}', "\u{FFFD}") };
                prop_assert_eq!(&read.source, &held(&unit.source), "{}\n{}", format.name, text);
                prop_assert_eq!(read.target.clone(), unit.target.as_deref().map(held), "{}\n{}", format.name, text);
                prop_assert_eq!(&read.id, &unit.id);
                let digest = unit.digest();
                prop_assert_eq!(read.digest.as_deref(), Some(digest.as_str()));
                prop_assert!(read.faults.is_empty(), "{:?}", read.faults);
                if unit.state == UnitState::NeedsWork && format.name != "tmx" {
                    prop_assert_eq!(read.state, UnitState::NeedsWork, "{}", format.name);
                }
            }
        }
    }

    /// What no tool would write is read without a panic, and what was cut off is no valid file.
    #[test]
    fn damaged_files_are_read_or_refused(cut in 0_usize..4000, put in ".{0,8}") {
        for text in [VALID, "msgid \"\"\nmsgstr \"\"\n\nmsgctxt \"a/b\"\nmsgid \"x\\n\"\nmsgstr \"y\"\n", "id,target\n\"a\",\"b\n\"\"\"\n"] {
            let at = text.floor_char_boundary(cut.min(text.len()));
            let damaged = format!("{}{put}{}", &text[..at], &text[at..]);
            for format in &FILE_FORMATS {
                (format.read)(&damaged);
                (format.read)(&text[..at]);
                (format.check)(&damaged);
            }
        }
    }
}

/// A valid document of XLIFF 1.2, and changes of it that each break one constraint.
const OLD: &str = r#"<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:haus="https://example.org/haus">
<file original="markt.md" source-language="de" target-language="en" datatype="x-markdown">
<header><tool tool-id="haus" tool-name="Haus"/><note>Für die Beilage.</note></header>
<body><group id="g1"><trans-unit id="u1" approved="yes" haus:rang="2">
<source>Der <bpt id="1" rid="1">**</bpt>Markt<ept id="2" rid="1">**</ept> ist <ph id="3">`x`</ph> <g id="4">offen</g>.</source>
<target state="translated" xml:lang="en">A <bpt id="1" rid="1">**</bpt>B<ept id="2" rid="1">**</ept> C <ph id="3">`x`</ph> <g id="4">D</g>.</target>
<note priority="2">Ein Wort.</note><alt-trans match-quality="90"><target>E</target></alt-trans></trans-unit>
<trans-unit id="u2"><source>Ende.</source></trans-unit></group></body></file></xliff>"#;

#[test]
fn constraints_of_the_older_version_are_held() {
    let found = check_xliff(OLD);
    assert!(found.is_empty(), "{found:#?}");
    for (constraint, find, replace) in [
        ("attribute-value", "version=\"1.2\"", "version=\"1.9\""),
        ("missing-attribute", " original=\"markt.md\"", ""),
        ("missing-attribute", " datatype=\"x-markdown\"", ""),
        (
            "missing-attribute",
            "<trans-unit id=\"u2\">",
            "<trans-unit>",
        ),
        ("missing-element", "<source>Ende.</source>", ""),
        ("missing-element", "<target>E</target>", ""),
        (
            "element-order",
            "<source>Ende.</source>",
            "<source>Ende.</source><source>Noch.</source>",
        ),
        (
            "misplaced-element",
            "<source>Ende.</source>",
            "<source>Ende.</source><body/>",
        ),
        ("unknown-element", "<note>Für", "<notiz>a</notiz><note>Für"),
        (
            "unknown-attribute",
            "<trans-unit id=\"u2\">",
            "<trans-unit id=\"u2\" state=\"new\">",
        ),
        ("extension-attribute", "<header>", "<header haus:a=\"b\">"),
        (
            "attribute-value",
            "state=\"translated\"",
            "state=\"fertig\"",
        ),
        ("attribute-value", "approved=\"yes\"", "approved=\"true\""),
        ("attribute-value", "priority=\"2\"", "priority=\"0\""),
        (
            "language-tag",
            "source-language=\"de\"",
            "source-language=\"d\"",
        ),
        ("stray-text", "<group id=\"g1\">", "<group id=\"g1\">Text"),
        (
            "unique-unit-id",
            "<trans-unit id=\"u2\">",
            "<trans-unit id=\"u1\">",
        ),
        (
            "unique-inline-id",
            "</ph> <g id",
            "</ph><ph id=\"3\"/> <g id",
        ),
        ("target-language", "xml:lang=\"en\"", "xml:lang=\"fr\""),
        (
            "source-language",
            "<source>Ende.",
            "<source xml:lang=\"nl\">Ende.",
        ),
        (
            "start-without-end",
            "<ept id=\"2\" rid=\"1\">**</ept> ist",
            " ist",
        ),
        (
            "end-without-start",
            "Der <bpt id=\"1\" rid=\"1\">**</bpt>",
            "Der ",
        ),
        ("unknown-document", "document:1.2", "document:1.7"),
    ] {
        assert!(OLD.contains(find), "{find}");
        let found = check_xliff(&OLD.replacen(find, replace, 1));
        let codes: BTreeSet<&str> = found.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, BTreeSet::from([constraint]), "{find}: {found:#?}");
    }
}
