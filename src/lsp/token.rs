//! Colours in catalogs: placeables, markup, and the figures that a translation has to say as its source does.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{Wanted, view};
use super::protocol::InDocument;
use super::server::Server;
use crate::text::Span;

/// The kinds of tokens, by their numbers.
pub(super) const TYPES: &[&str] = &["variable", "macro", "keyword", "number", "string"];

const VARIABLE: u32 = 0;
const TERM: u32 = 1;
const MARKUP: u32 = 2;
const FIGURE: u32 = 3;
const ADDRESS: u32 = 4;

/// The answer to `textDocument/semanticTokens/full`.
pub(super) fn tokens(server: &mut Server, asked: &InDocument) -> Result<Value, Fault> {
    let Some(view) = view(server, &asked.text_document.uri, Wanted::Own)? else {
        return Ok(Value::Null);
    };
    let text = &view.text.text;
    let values: Vec<Span> = match view.catalog() {
        Some(catalog) => catalog
            .units
            .iter()
            .filter_map(|unit| Some(unit.place?.value))
            .collect(),
        None => Vec::new(),
    };
    let mut tokens = Vec::new();
    for value in values {
        scan(text, value, &mut tokens);
    }
    tokens.sort_unstable_by_key(|(span, _)| *span);
    let mut data: Vec<u32> = Vec::with_capacity(tokens.len() * 5);
    let (mut line, mut character) = (0, 0);
    for (span, kind) in tokens {
        let (start, end) = (view.text.position(span.start), view.text.position(span.end));
        if start.line != end.line {
            continue;
        }
        let from = if start.line == line { character } else { 0 };
        data.extend([
            start.line - line,
            start.character - from,
            end.character - start.character,
            kind,
            0,
        ]);
        (line, character) = (start.line, start.character);
    }
    Ok(json!({ "data": data }))
}

/// The tokens of a value.
fn scan(text: &str, value: Span, tokens: &mut Vec<(Span, u32)>) {
    let mut at = value.start;
    while at < value.end {
        let rest = &text[at..value.end];
        let (length, kind) = token(
            rest,
            at > value.start && text[..at].ends_with(char::is_alphanumeric),
        );
        if let Some(kind) = kind {
            tokens.push((Span::new(at, at + length), kind));
        }
        at += length;
    }
}

/// The length and kind of what a text begins with.
fn token(rest: &str, is_within_word: bool) -> (usize, Option<u32>) {
    let until = |end: char| rest.find(end).map(|at| at + end.len_utf8());
    let first = rest.chars().next().unwrap_or_default();
    let line = rest.lines().next().map_or(rest.len(), str::len);
    let marked = |length: Option<usize>, kind: u32| match length.filter(|length| *length <= line) {
        Some(length) => (length, Some(kind)),
        None => (first.len_utf8(), None),
    };
    match first {
        '{' if rest[1..].trim_start().starts_with('-') => marked(until('}'), TERM),
        '{' => marked(until('}'), VARIABLE),
        '<' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
            marked(until('>'), MARKUP)
        }
        '*' | '_' if !is_within_word || first == '*' => {
            let length = rest.chars().take_while(|c| *c == first).count();
            (length, (length < 4).then_some(MARKUP))
        }
        ']' if rest.starts_with("](") => marked(until(')'), ADDRESS),
        '[' | ']' => (1, Some(MARKUP)),
        '`' => marked(rest[1..].find('`').map(|at| at + 2), MARKUP),
        c if c.is_ascii_digit() && !is_within_word => {
            let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':');
            let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            let length = rest[..length].trim_end_matches(['.', ',', ':']).len();
            (length, Some(FIGURE))
        }
        c => (c.len_utf8(), None),
    }
}
