//! Files of other tools: what is held to their specifications, and the way out and back.

use std::collections::BTreeSet;

use satz::exchange::{CONSTRAINTS, check_xliff};

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
