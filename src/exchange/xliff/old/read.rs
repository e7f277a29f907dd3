//! XLIFF 1.2 read: units with their texts, whoever wrote the file.

use rustc_hash::FxHashMap;

use crate::exchange::batch::{Returned, ReturnedUnit, UnitState};
use crate::exchange::xml::{Element, Piece};

/// Reads the units of a document of XLIFF 1.2.
pub(in crate::exchange::xliff) fn read_units(root: Element<'_, '_>) -> Returned {
    let mut returned = Returned::default();
    for file in root.children().filter(|file| file.name() == "file") {
        let article = file.attribute("original").unwrap_or_default();
        if returned.locale.is_none() {
            returned.locale = file.attribute("target-language").map(String::from);
        }
        for unit in file
            .descendants()
            .filter(|unit| unit.name() == "trans-unit")
        {
            returned.units.push(read_unit(unit, &article));
        }
    }
    returned
}

fn read_unit(unit: Element<'_, '_>, article: &str) -> ReturnedUnit {
    let child = |name: &str| unit.children().find(|child| child.name() == name);
    let mut codes = Codes::default();
    let source = child("source")
        .map(|side| codes.text(side, true))
        .unwrap_or_default();
    let target = child("target")
        .map(|side| codes.text(side, false))
        .filter(|text| !text.is_empty());
    let state = child("target").and_then(|target| target.attribute("state"));
    let is_approved = unit.attribute("approved").as_deref() == Some("yes");
    let contexts = unit
        .descendants()
        .filter(|context| context.name() == "context");
    let mut sent =
        contexts.filter(|context| context.attribute("context-type").as_deref() == Some("x-sent"));
    ReturnedUnit {
        article: article.to_owned(),
        id: unit.attribute("id").unwrap_or_default().into_owned(),
        source,
        target,
        state: match state.as_deref() {
            Some("final") => UnitState::Final,
            Some("signed-off") => UnitState::Reviewed,
            Some(state) if state.starts_with("needs-") => UnitState::NeedsWork,
            _ if is_approved => UnitState::Reviewed,
            Some("translated") => UnitState::Translated,
            _ => UnitState::Initial,
        },
        digest: sent.next().map(Element::text),
        faults: codes.faults,
        place: unit.span().start,
        ..ReturnedUnit::default()
    }
}

/// What the codes of a unit are written as, by kind and id, as the source has them.
#[derive(Default)]
struct Codes {
    known: FxHashMap<(String, String), String>,
    faults: Vec<String>,
}

impl Codes {
    /// The text of a source or target, codes as they are written. A code that a tool has emptied is what
    /// the source says that it is.
    fn text(&mut self, side: Element<'_, '_>, is_source: bool) -> String {
        let mut text = String::new();
        for piece in side.pieces() {
            match piece {
                Piece::Text(part) => text.push_str(&part),
                Piece::Element(code)
                    if matches!(code.name(), "ph" | "bpt" | "ept" | "it" | "x" | "bx" | "ex") =>
                {
                    let written = self.code(code, is_source);
                    text.push_str(&written);
                }
                Piece::Element(element) => text.push_str(&self.text(element, is_source)),
            }
        }
        text
    }

    fn code(&mut self, code: Element<'_, '_>, is_source: bool) -> String {
        let kind = match code.name() {
            "bx" => "bpt",
            "ex" => "ept",
            "x" => "ph",
            name => name,
        };
        let id = code.attribute("id").unwrap_or_default().into_owned();
        let written = code.text();
        let key = (kind.to_owned(), id);
        if is_source {
            self.known.insert(key, written.clone());
            return written;
        }
        match self.known.get(&key) {
            Some(known) if written.is_empty() => known.clone(),
            None if written.is_empty() => {
                self.faults
                    .push(format!("the code `{}` is none of the source", key.1));
                written
            }
            _ => written,
        }
    }
}
