//! XLIFF 2 read: units with their texts, whoever wrote the file.

use rustc_hash::FxHashMap;

use super::prefix;
use crate::exchange::batch::{Returned, ReturnedUnit, UnitState};
use crate::exchange::xml::{Element, Piece};

/// Reads the units of a document of XLIFF 2.
pub(super) fn read_units(root: Element<'_, '_>) -> Returned {
    let mut returned = Returned {
        locale: root.attribute("trgLang").map(String::from),
        ..Returned::default()
    };
    for file in named(root, "file") {
        let article = file.attribute("original").or_else(|| file.attribute("id"));
        let article = article.unwrap_or_default();
        let is_unit = |element: &Element<'_, '_>| element.name() == "unit" && is_core(*element);
        for unit in file.descendants().filter(is_unit) {
            returned.units.push(read_unit(unit, &article));
        }
    }
    returned
}

fn is_core(element: Element<'_, '_>) -> bool {
    prefix(element.namespace()).is_empty()
}

fn named<'e, 't>(
    parent: Element<'e, 't>,
    name: &'static str,
) -> impl Iterator<Item = Element<'e, 't>> {
    parent
        .children()
        .filter(move |child| child.name() == name && is_core(*child))
}

/// A segment or ignorable, in the order of the translation.
struct Part<'e, 't> {
    order: usize,
    element: Element<'e, 't>,
    source: Option<Element<'e, 't>>,
    target: Option<Element<'e, 't>>,
}

fn read_unit(unit: Element<'_, '_>, article: &str) -> ReturnedUnit {
    let mut codes = Codes::of(unit);
    let mut parts: Vec<Part<'_, '_>> = Vec::new();
    for element in unit
        .children()
        .filter(|part| matches!(part.name(), "segment" | "ignorable") && is_core(*part))
    {
        let target = named(element, "target").next();
        let order = target.and_then(|target| target.attribute("order")?.parse().ok());
        parts.push(Part {
            order: order.unwrap_or(parts.len() + 1),
            element,
            source: named(element, "source").next(),
            target,
        });
    }
    let mut source = String::new();
    for part in &parts {
        codes.append(part.source, true, &mut source);
    }
    parts.sort_by_key(|part| part.order);
    let mut returned = ReturnedUnit {
        article: article.to_owned(),
        id: unit.attribute("id").unwrap_or_default().into_owned(),
        source,
        place: unit.span().start,
        state: state_of(&parts),
        ..ReturnedUnit::default()
    };
    let segments = || parts.iter().filter(|part| part.element.name() == "segment");
    let translated = segments().filter(|part| part.target.is_some()).count();
    if translated > 0 {
        let mut target = String::new();
        for part in &parts {
            let text = part
                .target
                .or(part.source.filter(|_| part.element.name() == "ignorable"));
            codes.append(text, false, &mut target);
        }
        if translated < segments().count() {
            returned
                .faults
                .push("one of its segments has no target".to_owned());
        }
        returned.target = Some(target);
    }
    returned.faults.append(&mut codes.faults);
    for meta in unit
        .descendants()
        .filter(|meta| meta.name() == "meta" && prefix(meta.namespace()) == "mda")
    {
        let is_own = meta
            .parent()
            .is_some_and(|group| group.attribute("category").as_deref() == Some("satz"));
        match meta.attribute("type").as_deref().filter(|_| is_own) {
            Some("sent") => returned.digest = Some(meta.text()),
            Some("reviewer") => returned.reviewer = Some(meta.text()),
            _ => {}
        }
    }
    returned
}

/// The state of a unit: that of its segment that is least far.
fn state_of(parts: &[Part<'_, '_>]) -> UnitState {
    let segments = parts.iter().filter(|part| part.element.name() == "segment");
    let states = segments.map(|part| {
        let substate = part.element.attribute("subState");
        match part.element.attribute("state").as_deref() {
            Some("translated") => UnitState::Translated,
            Some("reviewed") => UnitState::Reviewed,
            Some("final") => UnitState::Final,
            _ if substate.as_deref() == Some("satz:stale") => UnitState::NeedsWork,
            _ => UnitState::Initial,
        }
    });
    states.min().unwrap_or_default()
}

/// What the codes of a unit are written as.
struct Codes {
    data: FxHashMap<String, String>,
    /// Codes of the source by their ids: what begins and what ends them.
    known: FxHashMap<String, (String, String)>,
    faults: Vec<String>,
}

impl Codes {
    fn of(unit: Element<'_, '_>) -> Self {
        let data = named(unit, "originalData").flat_map(|data| named(data, "data"));
        let data =
            data.filter_map(|data| Some((data.attribute("id")?.into_owned(), text_of(data))));
        Self {
            data: data.collect(),
            known: FxHashMap::default(),
            faults: Vec::new(),
        }
    }

    /// Appends the text of a source or target, codes as they are written.
    fn append(&mut self, side: Option<Element<'_, '_>>, is_source: bool, out: &mut String) {
        for piece in side.into_iter().flat_map(Element::pieces) {
            match piece {
                Piece::Text(text) => out.push_str(&text),
                Piece::Element(element) => self.append_inline(element, is_source, out),
            }
        }
    }

    fn append_inline(&mut self, element: Element<'_, '_>, is_source: bool, out: &mut String) {
        match element.name() {
            "cp" => out.extend(code_point(element)),
            "ph" | "sc" => {
                let (start, _) = self.code(element, "dataRef", "", is_source);
                out.push_str(&start);
            }
            "ec" => {
                let end = self.end(element);
                out.push_str(&end);
            }
            "pc" => {
                let (start, end) = self.code(element, "dataRefStart", "dataRefEnd", is_source);
                out.push_str(&start);
                self.append(Some(element), is_source, out);
                out.push_str(&end);
            }
            _ => self.append(Some(element), is_source, out),
        }
    }

    /// What begins and what ends a code: its data, or else what the code of the source has that it is.
    fn code(
        &mut self,
        element: Element<'_, '_>,
        start: &str,
        end: &str,
        is_source: bool,
    ) -> (String, String) {
        let id = element
            .attribute("id")
            .map(String::from)
            .unwrap_or_default();
        let read = |name: &str| {
            element
                .attribute(name)
                .and_then(|id| self.data.get(id.as_ref()).cloned())
        };
        let (first, last) = (read(start), read(end));
        if first.is_some() || last.is_some() {
            let code = (first.unwrap_or_default(), last.unwrap_or_default());
            if is_source {
                self.known.insert(id, code.clone());
            }
            return code;
        }
        if let Some(code) = self.known.get(&id) {
            return code.clone();
        }
        if !is_source {
            self.faults
                .push(format!("the code `{id}` is none of the source"));
        }
        (String::new(), String::new())
    }

    /// What an `ec` is written as: its data, or else the end of the pair that it closes.
    fn end(&mut self, element: Element<'_, '_>) -> String {
        let own = element
            .attribute("dataRef")
            .and_then(|id| self.data.get(id.as_ref()));
        if let Some(own) = own {
            return own.clone();
        }
        let start = element.attribute("startRef").unwrap_or_default();
        self.known
            .get(start.as_ref())
            .map(|(_, end)| end.clone())
            .unwrap_or_default()
    }
}

/// The text of original data, with its code points.
fn text_of(data: Element<'_, '_>) -> String {
    let mut text = String::new();
    for piece in data.pieces() {
        match piece {
            Piece::Text(part) => text.push_str(&part),
            Piece::Element(element) => text.extend(code_point(element)),
        }
    }
    text
}

fn code_point(element: Element<'_, '_>) -> Option<char> {
    let digits = element.attribute("hex")?;
    char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
}
