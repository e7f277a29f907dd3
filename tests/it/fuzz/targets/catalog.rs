//! The reader of catalogs, on any text: no panic; entries are in order, disjoint and leave only
//! white space between them; and where `fluent-syntax` finds no fault, it sees the same messages
//! with the same values.

use fluent_syntax::ast::{self, Expression, InlineExpression as Inline, PatternElement};
use fluent_syntax::{parser, unicode::unescape_unicode_to_string};
use satz::catalog::{Catalog, escape};

pub(super) fn run(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let parsed = Catalog::parse(text);
    let catalog = &parsed.value;
    assert_eq!(catalog.text, text);
    let mut end = 0;
    for entry in &catalog.entries {
        assert!(end <= entry.span.start && entry.span.start < entry.span.end);
        is_white(&text[end..entry.span.start]);
        for inner in [entry.comment, entry.id_span, entry.value_span] {
            assert!(entry.span.start <= inner.start && inner.end <= entry.span.end);
            inner.of(text);
        }
        if let Some(value) = entry.value() {
            let line = format!("a = {}\n", escape(&value.text()));
            let again = Catalog::parse(&line).value;
            assert_eq!(again.entries.len(), 1);
        }
        end = entry.span.end;
    }
    is_white(&text[end..]);
    // Deeper, `fluent-syntax` overflows the stack; a lone CR is white space to nobody else.
    let bare = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let deep = bare.matches(['{', '(']).count() > 40;
    if deep || bare.replace("\r\n", "\n").contains('\r') || cuts_an_escape(bare) {
        return;
    }
    if let Ok(resource) = parser::parse(&*without_blanks(bare)) {
        let theirs: Vec<_> = resource.body.iter().filter_map(message).collect();
        let own = catalog.messages().map(|(_, entry)| {
            let value = entry.value().map(|value| {
                let text = value.is_text().then(|| value.text());
                text.unwrap_or_else(|| "{…}".to_owned())
            });
            (entry.id.clone(), value)
        });
        assert_eq!(own.collect::<Vec<_>>(), theirs);
        assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    }
}

/// Whether a letter of several bytes follows where an escape may want digits: `fluent-syntax` falls
/// over such an escape.
fn cuts_an_escape(text: &str) -> bool {
    let mut escapes = text.split(['u', 'U']).zip(text.split(['u', 'U']).skip(1));
    escapes.any(|(before, after)| {
        let next = after.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        before.ends_with('\\') && next.starts_with(|c: char| !c.is_ascii())
    })
}

/// A text whose blank lines are empty: of their blanks, `fluent-syntax` counts some to the value.
fn without_blanks(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    let emptied = lines.map(|line| match line.trim_start_matches(' ') {
        end @ ("\n" | "\r\n") => end,
        _ => line,
    });
    emptied.collect()
}

fn is_white(between: &str) {
    let bare = between.trim_start_matches('\u{FEFF}');
    assert!(
        bare.chars().all(|c| matches!(c, ' ' | '\r' | '\n')),
        "{between:?}"
    );
}

fn message(entry: &ast::Entry<&str>) -> Option<(String, Option<String>)> {
    let ast::Entry::Message(message) = entry else {
        return None;
    };
    let value = message.value.as_ref().map(|pattern| {
        let pieces = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => Some((*value).to_owned()),
            PatternElement::Placeable { expression } => literal(expression),
        });
        let text: Option<String> = pieces.collect();
        text.unwrap_or_else(|| "{…}".to_owned())
    });
    Some((message.id.name.to_owned(), value))
}

fn literal(expression: &Expression<&str>) -> Option<String> {
    match expression {
        Expression::Inline(Inline::StringLiteral { value }) => {
            Some(unescape_unicode_to_string(value).into_owned())
        }
        Expression::Inline(Inline::NumberLiteral { value }) => Some((*value).to_owned()),
        Expression::Inline(Inline::Placeable { expression }) => literal(expression),
        _ => None,
    }
}
