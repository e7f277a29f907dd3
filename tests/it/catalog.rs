//! The reader of catalogs: every byte is kept, values are decoded, and `fluent-syntax` agrees.
//!
//! A case is a catalog, `==`, and its entries, one per line. Each case is read four times: as it
//! stands, with CRLF, without the last line's end, and behind a byte-order mark.

use fluent_syntax::ast::{self, InlineExpression as Inline, PatternElement};
use fluent_syntax::{parser, unicode::unescape_unicode_to_string};
use proptest::prelude::*;
use satz::catalog::{Catalog, Entry, Kind, escape};

use crate::support::cases;

/// Reads a catalog and holds it to its promise: entries in order, disjoint, white space between.
pub(crate) fn read(text: &str) -> Catalog {
    let catalog = Catalog::parse(text).value;
    assert_eq!(catalog.text, text);
    let mut end = 0;
    for entry in &catalog.entries {
        let (from, to) = (entry.span.start, entry.span.end);
        assert!(end <= from && from < to, "{entry:?} in {text:?}");
        is_white(&text[end..from]);
        for inner in [entry.comment, entry.id_span, entry.value_span] {
            assert!(
                from <= inner.start && inner.end <= to,
                "{entry:?} in {text:?}"
            );
        }
        if !matches!(entry.kind, Kind::Comment(_)) && !entry.id.is_empty() {
            assert_eq!(entry.id_span.of(text), entry.id);
        }
        end = to;
    }
    is_white(&text[end..]);
    catalog
}

fn is_white(between: &str) {
    let bare = between.trim_start_matches('\u{FEFF}');
    assert!(
        bare.chars().all(|c| matches!(c, ' ' | '\r' | '\n')),
        "{between:?} is in no entry"
    );
}

fn show(catalog: &Catalog, entry: &Entry) -> String {
    match &entry.kind {
        Kind::Message(Some(value)) => format!("message {} {:?}", entry.id, value.text()),
        Kind::Message(None) => format!("message {} none", entry.id),
        Kind::Term(value) => format!("term {} {:?}", entry.id, value.text()),
        Kind::Comment(level) => {
            format!("comment {level} {:?}", entry.span.of(&catalog.text))
        }
        Kind::Junk => format!("junk {}", entry.id).trim_end().to_owned(),
    }
}

#[test]
fn values() {
    for case in cases("catalog") {
        let (text, expected) = case.body.split_once("\n==\n").expect("a line `==`");
        let text = format!("{text}\n");
        for variant in [
            text.clone(),
            text.replace('\n', "\r\n"),
            text.trim_end().to_owned(),
            format!("\u{FEFF}{text}"),
        ] {
            let catalog = read(&variant);
            let shown: String = catalog
                .entries
                .iter()
                .map(|entry| show(&catalog, entry) + "\n")
                .collect();
            assert_eq!(shown, expected, "{} as {variant:?}", case.name);
        }
    }
}

#[test]
fn deep_nesting_is_junk_and_no_overflow() {
    for piece in ["{", "{ ", "{ F(", "{ $a ->\n *[b] ", "{\"", "(", "a = {\n"] {
        let deep = piece.repeat(if piece.contains('=') { 2_000 } else { 100_000 });
        let catalog = read(&format!("a = eins\nb = {deep}\nc = drei\n"));
        assert!(
            catalog.entries.iter().any(|entry| entry.id == "a"),
            "{piece:?}"
        );
    }
    let closed = format!("b = {}{}\n", "{".repeat(100_000), "}".repeat(100_000));
    assert_eq!(read(&closed).entries[0].kind, Kind::Junk);
}

#[test]
fn brackets_of_a_text_are_no_nesting() {
    let many = "(a) b) ".repeat(500);
    let text = format!("a = {many}{{ \"{{\" }} {many}\nb = {{ F(1) }} {many}{{ F(2) }}\n");
    let catalog = read(&text);
    let is_message = |entry: &Entry| matches!(entry.kind, Kind::Message(Some(_)));
    assert_eq!(
        catalog
            .entries
            .iter()
            .filter(|entry| is_message(entry))
            .count(),
        2
    );
}

/// What `fluent-syntax` sees: messages with the text of their values, `None` without one. A value
/// that has more than text is `{…}`.
pub(crate) fn reference(text: &str) -> Vec<(String, Option<String>)> {
    let resource = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    let messages = resource.body.iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message),
        _ => None,
    });
    messages
        .map(|message| {
            let value = message.value.as_ref().map(|pattern| {
                let pieces = pattern.elements.iter().map(|element| match element {
                    PatternElement::TextElement { value } => Some((*value).to_owned()),
                    PatternElement::Placeable { expression } => literal(expression),
                });
                let text: Option<String> = pieces.collect();
                text.unwrap_or_else(|| "{…}".to_owned())
            });
            (message.id.name.to_owned(), value)
        })
        .collect()
}

fn literal(expression: &ast::Expression<&str>) -> Option<String> {
    match expression {
        ast::Expression::Inline(Inline::StringLiteral { value }) => {
            Some(unescape_unicode_to_string(value).into_owned())
        }
        ast::Expression::Inline(Inline::NumberLiteral { value }) => Some((*value).to_owned()),
        ast::Expression::Inline(Inline::Placeable { expression }) => literal(expression),
        _ => None,
    }
}

pub(crate) fn messages(catalog: &Catalog) -> Vec<(String, Option<String>)> {
    catalog
        .messages()
        .map(|(_, entry)| {
            let value = entry.value().map(|value| {
                if value.is_text() {
                    value.text()
                } else {
                    "{…}".to_owned()
                }
            });
            (entry.id.clone(), value)
        })
        .collect()
}

/// Valid catalogs: messages, terms and comments in many layouts.
fn valid() -> impl Strategy<Value = String> {
    let word = "[A-Za-zäß.,!=#*\\[\\]-]{1,6}";
    let text = "[A-Za-zäöüß„“][ A-Za-zäöüß„“.,!=#'\"-]{0,20}[a-zß.!]";
    let placeable = prop_oneof![
        "\\{ ?\"[a-z {}=]{0,5}(\\\\u000A|\\\\\"|\\\\\\\\)?\" ?\\}",
        Just("{ $name }".to_owned()),
        Just("{ -haus }".to_owned()),
        Just("{ $zahl ->\n    [one] ein Boot\n   *[other] Boote\n}".to_owned()),
        Just("{ NUMBER($zahl) }".to_owned()),
    ];
    let value = (
        text,
        prop::option::of(placeable),
        prop::option::of("(\n|\n\n) {1,6}[a-zäß][a-z =]{0,10}[a-z]"),
    )
        .prop_map(|(text, placeable, more)| {
            text + &placeable.unwrap_or_default() + &more.unwrap_or_default()
        });
    let message = (
        "(# [a-z =:.]{0,12}\n){0,2}",
        "[a-zA-Z][a-zA-Z0-9_-]{0,5}",
        "( = ?| =\n  |=)",
        value,
        prop::option::of("\n  \\.[a-z]{1,4} = [a-z]{1,5}"),
    )
        .prop_map(|(comment, id, equals, value, attribute)| {
            comment + &id + &equals + &value + &attribute.unwrap_or_default()
        });
    let entry = prop_oneof![
        6 => message,
        1 => "-[a-z]{1,5} = [a-z]{1,8}",
        1 => "#{1,3} [a-z =]{0,12}\n",
        1 => word.prop_map(|word| format!("# {word}\n")),
    ];
    prop::collection::vec((entry, "\n{1,3}"), 0..8).prop_map(|entries| {
        entries
            .into_iter()
            .map(|(entry, end)| entry + &end)
            .collect()
    })
}

proptest! {
    #![proptest_config(crate::support::properties(256))]

    #[test]
    fn fluent_syntax_agrees(text in valid()) {
        prop_assume!(parser::parse(text.as_str()).is_ok());
        let parsed = Catalog::parse(&text);
        prop_assert!(parsed.diagnostics.is_empty(), "{:?}\n{text}", parsed.diagnostics);
        prop_assert_eq!(messages(&read(&text)), reference(&text), "{}", text);
        let dos = text.replace('\n', "\r\n");
        prop_assert_eq!(messages(&read(&dos)), reference(&text), "{}", dos);
    }

    #[test]
    fn any_bytes_are_kept(text in "(\u{FEFF})?([#= {}a-c.\"\\\\\r\n\t*-]|\r\n|\n ?|\n\\}|ü|->|\\*\\[){0,60}") {
        read(&text);
    }

    #[test]
    fn any_characters_are_kept(text in any::<String>()) {
        read(&text);
    }

    #[test]
    fn escaped_text_comes_back(
        text in prop_oneof![
            any::<String>(),
            "[ \t\u{A0}\u{2028}{}\"\\\\\n\r\u{B}\u{C}\u{85}\u{2029}\u{FEFF}ab.*\\[#=-]{0,12}",
        ],
    ) {
        let value = escape(&text);
        prop_assert!(!value.contains(['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}']), "{}", value);
        let line = format!("sabcdef = {value}\nnext = x\n");
        let catalog = read(&line);
        let blank = |c| matches!(c, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        prop_assert_eq!(catalog.entries.len(), 2, "{}", line);
        prop_assert_eq!(catalog.entries[0].value().unwrap().text(), text.replace(blank, " "));
        let own = messages(&catalog);
        prop_assert_eq!(own, reference(&line));
    }
}
