//! What can be folded: the comments above messages, blocks of an article under their headings.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{View, Wanted, view};
use super::protocol::InDocument;
use super::server::Server;
use crate::session::FileRole;

/// The answer to `textDocument/foldingRange`.
pub(super) fn ranges(server: &mut Server, asked: &InDocument) -> Result<Value, Fault> {
    let Some(view) = view(server, &asked.text_document.uri, Wanted::Own)? else {
        return Ok(json!([]));
    };
    let ranges = match view.role {
        FileRole::Article(_) => sections(&view),
        _ => comments(&view),
    };
    let ranges = ranges.into_iter().filter(|(start, end, _)| end > start);
    let ranges =
        ranges.map(|(start, end, kind)| json!({"startLine": start, "endLine": end, "kind": kind}));
    Ok(Value::Array(ranges.collect()))
}

/// The sections of an article: from a heading to the line before the next one of its level or above.
fn sections(view: &View) -> Vec<(u32, u32, &'static str)> {
    let line = |offset: usize| view.text.position(offset).line;
    let headings = view
        .article
        .units
        .iter()
        .filter(|unit| unit.kind == "heading");
    let headings: Vec<(usize, u32)> = headings
        .map(|unit| {
            let place = unit.again.unwrap_or(unit.span);
            (unit.level, line(place.start))
        })
        .collect();
    let last = line(view.text.text.trim_end().len());
    let section = |(index, (level, start)): (usize, &(usize, u32))| {
        let mut behind = headings[index + 1..].iter();
        let next = behind.find(|(other, _)| other <= level);
        let end = next.map_or(last, |(_, start)| start.saturating_sub(1));
        (*start, end, "region")
    };
    headings.iter().enumerate().map(section).collect()
}

/// The comments above the messages of a catalog.
fn comments(view: &View) -> Vec<(u32, u32, &'static str)> {
    let line = |offset: usize| view.text.position(offset).line;
    let places = match view.catalog() {
        Some(catalog) => catalog.units.iter().filter_map(|unit| unit.place).collect(),
        None => view
            .article
            .units
            .iter()
            .filter_map(|unit| unit.place)
            .collect::<Vec<_>>(),
    };
    let comment = |place: &crate::session::EntryPlace| {
        let (start, end) = (line(place.whole.start), line(place.id.start));
        (start, end.saturating_sub(1), "comment")
    };
    places
        .iter()
        .filter(|place| place.whole.start < place.id.start)
        .map(comment)
        .collect()
}
