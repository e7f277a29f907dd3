//! Units: their parts, and the two sides with the codes in them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{child, children, prefix};
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// A unit with its parts.
pub(super) struct Unit<'e, 't> {
    pub(super) element: Element<'e, 't>,
    /// Segments and ignorables.
    pub(super) parts: Vec<Part<'e, 't>>,
    pub(super) source: Side<'e, 't>,
    pub(super) target: Side<'e, 't>,
    /// Ids of its original data.
    data: FxHashSet<String>,
    /// Ids of its notes.
    pub(super) notes: FxHashSet<String>,
}

/// A segment or an ignorable.
pub(super) struct Part<'e, 't> {
    pub(super) element: Element<'e, 't>,
    pub(super) source: Option<Element<'e, 't>>,
    pub(super) target: Option<Element<'e, 't>>,
}

/// The sources of a unit, or its targets: inline elements in the order of the text.
pub(super) struct Side<'e, 't> {
    pub(super) inlines: Vec<Element<'e, 't>>,
    /// Where in `inlines` the element with an id is.
    ids: FxHashMap<String, usize>,
    /// Where the end of a code with an id is.
    ends: FxHashMap<String, usize>,
}

impl<'e, 't> Side<'e, 't> {
    fn of(inlines: Vec<Element<'e, 't>>) -> Self {
        let mut side = Self {
            inlines: Vec::new(),
            ids: FxHashMap::default(),
            ends: FxHashMap::default(),
        };
        for (at, inline) in inlines.iter().enumerate() {
            if let Some(id) = inline.attribute("id") {
                side.ids.entry(id.into_owned()).or_insert(at);
            }
            if let Some(id) = inline.attribute("startRef") {
                side.ends.entry(id.into_owned()).or_insert(at);
            }
        }
        side.inlines = inlines;
        side
    }

    /// Where the element with an id is.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// Where the counterpart of a code of the other side is.
    pub(super) fn counterpart(&self, code: Element<'_, '_>) -> Option<usize> {
        match (code.attribute("id"), code.attribute("startRef")) {
            (Some(id), _) => self.place(&id),
            (None, Some(id)) => {
                let pair = || {
                    self.place(&id)
                        .filter(|at| self.inlines[*at].name() == "pc")
                };
                self.ends.get(id.as_ref()).copied().or_else(pair)
            }
            (None, None) => None,
        }
    }
}

impl<'e, 't> Unit<'e, 't> {
    pub(super) fn of(element: Element<'e, 't>) -> Self {
        let is_part = |part: &Element<'_, '_>| {
            matches!(part.name(), "segment" | "ignorable") && prefix(part.namespace()).is_empty()
        };
        let parts = element.children().filter(is_part).map(|part| Part {
            element: part,
            source: child(part, "source"),
            target: child(part, "target"),
        });
        let parts: Vec<Part<'_, '_>> = parts.collect();
        let ids = |list: &'static str, name: &'static str| {
            let listed = child(element, list).into_iter();
            let listed = listed.flat_map(|list| children(list, name));
            listed
                .filter_map(|item| item.attribute("id").map(String::from))
                .collect()
        };
        Self {
            element,
            source: Side::of(
                parts
                    .iter()
                    .filter_map(|part| part.source)
                    .flat_map(inlines)
                    .collect(),
            ),
            target: Side::of(in_order(&parts).into_iter().flat_map(inlines).collect()),
            data: ids("originalData", "data"),
            notes: ids("notes", "note"),
            parts,
        }
    }

    pub(super) fn sides(&self) -> [&Side<'e, 't>; 2] {
        [&self.source, &self.target]
    }

    /// Whether there is original data with an id.
    pub(super) fn has_data(&self, id: &str) -> bool {
        self.data.contains(id)
    }
}

/// The targets of a unit in the order that they have in the translation.
fn in_order<'e, 't>(parts: &[Part<'e, 't>]) -> Vec<Element<'e, 't>> {
    let mut targets: Vec<(usize, Element<'_, '_>)> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if let Some(target) = part.target {
            let order = target
                .attribute("order")
                .and_then(|order| order.parse().ok());
            targets.push((order.unwrap_or(at + 1), target));
        }
    }
    targets.sort_by_key(|(order, _)| *order);
    targets.into_iter().map(|(_, target)| target).collect()
}

/// The elements of the core in a source or target.
pub(super) fn inlines<'e, 't>(side: Element<'e, 't>) -> impl Iterator<Item = Element<'e, 't>> {
    side.descendants()
        .filter(|inline| prefix(inline.namespace()).is_empty())
}

/// Holds a unit as a whole to the rules.
pub(super) fn check(unit: &Unit<'_, '_>, root: Element<'_, '_>, report: &mut Report) {
    let is_segment = |part: &Part<'_, '_>| part.element.name() == "segment";
    let has_segment = unit.parts.is_empty() || unit.parts.iter().any(is_segment);
    report.unless(
        has_segment,
        &constraint::SEGMENT_MISSING,
        unit.element.span(),
        || "the unit has no segment".into(),
    );
    for part in &unit.parts {
        check_part(part, root, report);
    }
}

fn check_part(part: &Part<'_, '_>, root: Element<'_, '_>, report: &mut Report) {
    let segment = part.element;
    let has_state = segment.attribute("subState").is_none() || segment.attribute("state").is_some();
    report.unless(has_state, &constraint::SUBSTATE, segment.span(), || {
        "the segment has a subState and no state".into()
    });
    let Some(target) = part.target else {
        return;
    };
    let has_language = root.attribute("trgLang").is_some();
    report.unless(
        has_language,
        &constraint::TARGET_LANGUAGE_MISSING,
        target.span(),
        || "there is a target, and the document does not say in which language".into(),
    );
    if let Some(source) = part.source {
        let is_same = preserves(source) == preserves(target);
        report.unless(is_same, &constraint::SPACE, target.span(), || {
            "xml:space of the target is not that of the source".into()
        });
    }
}

/// Whether blanks count in an element.
fn preserves(element: Element<'_, '_>) -> bool {
    let mut said = element.lineage().filter_map(|element| element.xml("space"));
    said.next().as_deref() == Some("preserve")
}

/// Holds a skeleton to its rule.
pub(super) fn check_skeleton(skeleton: Element<'_, '_>, report: &mut Report) {
    let is_empty = skeleton.inner().is_empty();
    let has_address = skeleton.attribute("href").is_some();
    report.unless(
        is_empty == has_address,
        &constraint::SKELETON,
        skeleton.span(),
        || {
            if is_empty {
                "the skeleton is empty and has no href".into()
            } else {
                "the skeleton has data and href".into()
            }
        },
    );
}
