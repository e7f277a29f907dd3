//! Growing selections: the translation, the message, the file; in an article the sentence and its block.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{View, Wanted, view};
use super::protocol::AtPositions;
use super::server::Server;
use crate::text::Span;

/// The answer to `textDocument/selectionRange`.
pub(super) fn ranges(server: &mut Server, asked: &AtPositions) -> Result<Value, Fault> {
    let Some(view) = view(server, &asked.text_document.uri, Wanted::Own)? else {
        return Ok(Value::Null);
    };
    let ranges = asked.positions.iter().map(|position| {
        let offset = view.text.offset(*position);
        spans(&view, offset)
            .into_iter()
            .rev()
            .fold(Value::Null, |parent, span| {
                let range = view.text.range(span);
                if parent.is_null() {
                    return json!({ "range": range });
                }
                json!({"range": range, "parent": parent})
            })
    });
    Ok(Value::Array(ranges.collect()))
}

/// The spans around a place, the smallest first.
fn spans(view: &View, offset: usize) -> Vec<Span> {
    let mut spans = vec![Span::new(offset, offset)];
    if let Some(index) = view.unit_at(offset) {
        let (unit, in_locale) = view.unit(index);
        let place = match view.catalog() {
            Some(_) => in_locale.and_then(|unit| unit.place),
            None => unit
                .place
                .filter(|_| !matches!(view.role, crate::session::FileRole::Article(_))),
        };
        spans.extend(place.map(|place| place.value));
        spans.extend(view.span_of(index));
        if place.is_none() {
            let block = view
                .article
                .units
                .iter()
                .filter(|other| other.block == unit.block);
            let (start, end) = block
                .fold((unit.span.start, unit.span.end), |(start, end), other| {
                    (start.min(other.span.start), end.max(other.span.end))
                });
            spans.push(Span::new(start, end));
        }
    }
    spans.push(Span::new(0, view.text.text.len()));
    // Each holds the one before it.
    let mut nested: Vec<Span> = Vec::new();
    for span in spans {
        let holds =
            |inner: &Span| span.start <= inner.start && inner.end <= span.end && span != *inner;
        if span.start <= offset && offset <= span.end && nested.last().is_none_or(holds) {
            nested.push(span);
        }
    }
    nested
}
