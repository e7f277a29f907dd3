//! Ids that must be unique.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::unit::{Unit, inlines};
use super::{children, module_attribute, prefix};
use crate::exchange::xliff::constraint::{self, Constraint, Report};
use crate::exchange::xml::Element;

/// Reports each element whose id one before it has.
pub(super) fn once<'e, 't: 'e>(
    elements: impl IntoIterator<Item = Element<'e, 't>>,
    broken: &Constraint,
    report: &mut Report,
) {
    let mut seen = FxHashSet::default();
    for element in elements {
        if let Some(id) = element.attribute("id")
            && !seen.insert(id.clone())
        {
            let message = format!("the id `{id}` of `{}` stands there twice", element.name());
            report.add(broken, element.span(), message);
        }
    }
}

/// Holds files, groups, units and notes to their rules.
pub(super) fn check_document(root: Element<'_, '_>, report: &mut Report) {
    once(children(root, "file"), &constraint::UNIQUE_FILE_ID, report);
    for file in children(root, "file") {
        let named = |name: &'static str| {
            let all = file.descendants();
            all.filter(move |element| {
                element.name() == name && prefix(element.namespace()).is_empty()
            })
        };
        once(named("group"), &constraint::UNIQUE_GROUP_ID, report);
        once(named("unit"), &constraint::UNIQUE_UNIT_ID, report);
    }
    let notes = root.descendants();
    for notes in
        notes.filter(|notes| notes.name() == "notes" && prefix(notes.namespace()).is_empty())
    {
        once(children(notes, "note"), &constraint::UNIQUE_NOTE_ID, report);
    }
    let data = root.descendants();
    for data in
        data.filter(|data| data.name() == "originalData" && prefix(data.namespace()).is_empty())
    {
        once(children(data, "data"), &constraint::UNIQUE_DATA_ID, report);
    }
}

/// Holds segments, codes and annotations of a unit to their rules.
pub(super) fn check_unit(unit: &Unit<'_, '_>, report: &mut Report) {
    let parts = unit.parts.iter().map(|part| part.element);
    let broken = &constraint::UNIQUE_INLINE_ID;
    if has_choices(unit.element) {
        // Each segment is the whole text in one case, and has the same codes as the others.
        once(parts, broken, report);
        for part in &unit.parts {
            once(part.source.into_iter().flat_map(inlines), broken, report);
            once(part.target.into_iter().flat_map(inlines), broken, report);
        }
    } else {
        let sources = unit.source.inlines.iter().copied();
        once(parts.chain(sources), broken, report);
        once(unit.target.inlines.iter().copied(), broken, report);
    }
    check_targets(unit, report);
}

/// Whether the segments of a unit are cases of one text.
fn has_choices(unit: Element<'_, '_>) -> bool {
    let mut cases = unit.children();
    cases.any(|part| module_attribute(part, "pgs", "case").is_some())
}

/// Ids of codes in targets are those of the same codes in their own sources, or of none.
fn check_targets(unit: &Unit<'_, '_>, report: &mut Report) {
    let mut known: FxHashMap<Cow<'_, str>, &str> = FxHashMap::default();
    let parts = unit.parts.iter().map(|part| part.element);
    for element in parts.chain(unit.source.inlines.iter().copied()) {
        if let Some(id) = element.attribute("id") {
            known.insert(id, element.name());
        }
    }
    for inline in &unit.target.inlines {
        let Some(id) = inline.attribute("id") else {
            continue;
        };
        if let Some(name) = known.get(&id)
            && !is_same_code(name, inline.name())
        {
            let message = format!(
                "`{}` of a target has the id `{id}`, which is that of `{name}`",
                inline.name()
            );
            report.add(&constraint::TARGET_ID, inline.span(), message);
        }
    }
}

/// Codes that may stand for one another: a pair may be written as one element or as two.
fn is_same_code(one: &str, other: &str) -> bool {
    let kind = |name: &str| match name {
        "pc" | "sc" | "ec" => 0,
        "mrk" | "sm" => 1,
        "ph" => 2,
        _ => 3,
    };
    one == other || kind(one) == kind(other) && kind(one) < 2
}
