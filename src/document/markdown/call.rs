//! Calls of templates that stand alone: the texts among their parameters.

use super::link::line_block;
use crate::document::template::{call_end, call_length, escapes, is_template, parameters};
use crate::document::{Block, BlockKind, Context, Options, Piece};
use crate::text::Span;
use std::borrow::Cow;

/// Calls whose content is no text, up to the call that ends them.
pub(super) const CLOSED: [&str; 12] = [
    "highlight",
    "mermaid",
    "katex",
    "math",
    "chart",
    "plantuml",
    "code",
    "raw",
    "verbatim",
    "codeblock",
    "graphviz",
    "rawhtml",
];

/// The blocks of calls that stand alone: the texts among their parameters, or all of it as it is.
pub(super) fn call_blocks(text: &str, span: Span, options: &Options) -> Vec<Block> {
    let raw = span.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(length) = call_length(&raw[at..]) {
        let call = &raw[at..at + length];
        for (place, quote) in parameters(call, &options.parameters) {
            let place = place.shifted(span.start + at);
            found.extend(parameter(text, place, quote, escapes(call)));
        }
        at += length;
        // What stands between a call and the one that ends it is no call.
        if is_closed(call) {
            break;
        }
        at += raw[at..].len() - raw[at..].trim_start().len();
    }
    if found.is_empty() {
        let reason = "shortcodes are carried through";
        found.push(super::opaque(BlockKind::Opaque, span, reason));
    }
    found
}

/// Whether what follows a call is no text, up to the call that ends it.
pub(super) fn is_closed(call: &str) -> bool {
    CLOSED.contains(&call_name(call))
}

/// The name that a call begins with, with its `/` if it ends another.
pub(super) fn call_name(call: &str) -> &str {
    let name = call.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    &name[..name.find(|c| !is_part(c)).unwrap_or(name.len())]
}

/// The block of a parameter between its quotes.
fn parameter(text: &str, span: Span, quote: char, escapes: bool) -> Option<Block> {
    let escapes = escapes && quote != '`';
    let raw = span.of(text);
    if raw.contains(['\n', '\r']) || raw.trim().is_empty() {
        return None;
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut run, mut at) = (span.start, span.start);
    while let Some(found) = text[at..span.end].find('\\').filter(|_| escapes) {
        let start = at + found;
        let escaped = text[start + 1..span.end].chars().next()?;
        at = start + 1 + escaped.len_utf8();
        if escaped != quote && escaped != '\\' {
            // Other escapes are left to whoever reads the call.
            continue;
        }
        if run < start {
            pieces.push(Piece::verbatim(Span::new(run, start)));
        }
        pieces.push(Piece {
            span: Span::new(start, at),
            reads: Some(Cow::Owned(escaped.to_string())),
        });
        run = at;
    }
    if run < span.end {
        pieces.push(Piece::verbatim(Span::new(run, span.end)));
    }
    let mut block = line_block(
        BlockKind::Title,
        span,
        Context::Parameter { quote, escapes },
    );
    block.pieces = pieces.into();
    Some(block)
}

/// A line of a value that would be a call all by itself, with its first brace as a reference; a
/// backslash would not keep a site's generator from calling it.
pub(crate) fn disarmed_call(line: &str) -> Option<String> {
    let close = call_end(line)?;
    let alone = !line.contains(close) || is_template(line);
    let rest = line.strip_prefix('{').filter(|_| alone)?;
    Some(format!("&#123;{rest}"))
}
