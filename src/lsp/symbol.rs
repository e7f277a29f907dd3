//! Outlines: an article by its headings, a catalog by its messages.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{View, Wanted, view};
use super::protocol::{InDocument, SymbolsAsked};
use super::server::{File, Server};
use crate::text::Span;

/// Kind of symbol: a heading, a sentence, an article.
const MODULE: u8 = 2;
const STRING: u8 = 15;
const FILE: u8 = 1;

/// Symbols that a search of the workspace gives at most.
const MOST: usize = 200;

/// The answer to `textDocument/documentSymbol`: sentences below their headings.
pub(super) fn of_document(server: &mut Server, asked: &InDocument) -> Result<Value, Fault> {
    let Some(view) = view(server, &asked.text_document.uri, Wanted::Own)? else {
        return Ok(json!([]));
    };
    let mut open: Vec<(usize, Value)> = Vec::new();
    let mut symbols = Vec::new();
    for index in order(&view) {
        let Some(span) = view.span_of(index) else {
            continue;
        };
        let level = view.article.units[index].level;
        let symbol = symbol(&view, index, span);
        if level > 0 {
            while open.last().is_some_and(|(above, _)| *above >= level) {
                shut(&mut open, &mut symbols);
            }
            open.push((level, symbol));
        } else {
            add(&mut open, &mut symbols, symbol);
        }
    }
    while !open.is_empty() {
        shut(&mut open, &mut symbols);
    }
    Ok(Value::Array(symbols))
}

/// The units in the order of the file.
fn order(view: &View) -> Vec<usize> {
    let mut units: Vec<usize> = (0..view.article.units.len()).collect();
    units.sort_by_key(|index| view.span_of(*index).map(|span| span.start));
    units
}

fn symbol(view: &View, index: usize, span: Span) -> Value {
    let (unit, in_locale) = view.unit(index);
    let name: String = unit.text.chars().take(80).collect();
    let name = if name.trim().is_empty() {
        unit.id.clone()
    } else {
        name.replace('\n', " ")
    };
    let detail = match in_locale {
        Some(in_locale) => in_locale.state.name().to_owned(),
        None => unit.id.clone(),
    };
    let range = view.text.range(span);
    json!({
        "name": name,
        "detail": detail,
        "kind": if unit.level > 0 { MODULE } else { STRING },
        "range": range,
        "selectionRange": range,
        "children": [],
    })
}

/// Puts a symbol below the open heading.
fn add(open: &mut [(usize, Value)], symbols: &mut Vec<Value>, symbol: Value) {
    match open.last_mut() {
        Some((_, parent)) => {
            parent["range"]["end"] = symbol["range"]["end"].clone();
            if let Some(children) = parent["children"].as_array_mut() {
                children.push(symbol);
            }
        }
        None => symbols.push(symbol),
    }
}

/// Closes the heading that was opened last.
fn shut(open: &mut Vec<(usize, Value)>, symbols: &mut Vec<Value>) {
    if let Some((_, symbol)) = open.pop() {
        add(open, symbols, symbol);
    }
}

/// The answer to `workspace/symbol`: articles by their names, and terms.
pub(super) fn of_workspace(server: &mut Server, asked: &SymbolsAsked) -> Result<Value, Fault> {
    let query = asked.query.to_lowercase();
    let mut symbols = Vec::new();
    for (folder, opened) in server.folders.iter().enumerate() {
        let session = &opened.session;
        for key in session.article_keys()? {
            if symbols.len() >= MOST || !is_subsequence(&query, &key.to_lowercase()) {
                continue;
            }
            let Some(path) = session.article_path(&key) else {
                continue;
            };
            let (uri, _) = server.address(&File { folder, path });
            symbols.push(json!({"name": key, "kind": FILE, "location": {"uri": uri, "range": super::protocol::Range::default()}}));
        }
        let source = &session.project().source;
        for term in session.glossary_terms(source)? {
            let name = format!("-{} ({})", term.id, term.source);
            if symbols.len() >= MOST || !is_subsequence(&query, &name.to_lowercase()) {
                continue;
            }
            let path = session.project().glossary_path(source);
            let location = server.location(&File { folder, path }, term.source_place.whole);
            symbols.push(json!({"name": name, "kind": STRING, "location": location}));
        }
    }
    Ok(Value::Array(symbols))
}

/// Whether the letters of a text stand in another one in this order.
fn is_subsequence(text: &str, of: &str) -> bool {
    let mut letters = of.chars();
    text.chars().all(|c| letters.any(|other| other == c))
}
