//! Codes and annotations that begin and end with elements of their own.

use rustc_hash::{FxHashMap, FxHashSet};

use super::says;
use super::unit::Side;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds starts and ends of one side of a unit to the rules.
pub(super) fn check(side: &Side<'_, '_>, report: &mut Report) {
    let mut open: FxHashMap<String, Element<'_, '_>> = FxHashMap::default();
    let mut marks: FxHashMap<String, Element<'_, '_>> = FxHashMap::default();
    let mut ended: FxHashSet<String> = FxHashSet::default();
    let id_of = |element: Element<'_, '_>, name: &str| {
        element
            .attribute(name)
            .map(String::from)
            .unwrap_or_default()
    };
    for inline in side.inlines.iter().copied() {
        match inline.name() {
            "sc" => drop(open.insert(id_of(inline, "id"), inline)),
            "sm" => drop(marks.insert(id_of(inline, "id"), inline)),
            "ec" => {
                check_end(inline, report);
                if says(inline, "isolated", "yes") {
                    continue;
                }
                let id = id_of(inline, "startRef");
                match open.remove(&id) {
                    Some(start) => check_both(start, inline, report),
                    None if id.is_empty() => {}
                    None => {
                        let message = format!("the end of `{id}` has no start before it");
                        report.add(&constraint::END_WITHOUT_START, inline.span(), message);
                    }
                }
                ended.insert(id);
            }
            "em" => {
                let id = id_of(inline, "startRef");
                if marks.remove(&id).is_none() {
                    let message =
                        format!("the end of the annotation `{id}` has no start before it");
                    report.add(&constraint::ANNOTATION_END, inline.span(), message);
                }
            }
            _ => {}
        }
    }
    let mut unclosed: Vec<Element<'_, '_>> = open.into_values().collect();
    unclosed.retain(|start| !says(*start, "isolated", "yes"));
    unclosed.sort_by_key(|start| start.index());
    for start in unclosed {
        let id = id_of(start, "id");
        let message = if ended.contains(&id) {
            format!("the end of the code `{id}` stands before its start")
        } else {
            format!("the code `{id}` has no end in the unit")
        };
        report.add(&constraint::START_WITHOUT_END, start.span(), message);
    }
    let mut unclosed: Vec<Element<'_, '_>> = marks.into_values().collect();
    unclosed.sort_by_key(|start| start.index());
    for start in unclosed {
        let message = format!(
            "the annotation `{}` has no end in the unit",
            id_of(start, "id")
        );
        report.add(&constraint::ANNOTATION_START, start.span(), message);
    }
}

fn check_end(end: Element<'_, '_>, report: &mut Report) {
    let is_isolated = says(end, "isolated", "yes");
    let has_id = end.attribute("id").is_some();
    let has_start = end.attribute("startRef").is_some();
    let fits = if is_isolated {
        has_id && !has_start
    } else {
        has_start && !has_id
    };
    report.unless(fits, &constraint::END_ID, end.span(), || {
        match (is_isolated, has_start, has_id) {
            (true, _, _) => "an isolated end has an id, and no startRef".into(),
            (false, true, _) => "an end that is not isolated has no id besides its startRef".into(),
            (false, false, _) => "an end that is not isolated names its start in startRef".into(),
        }
    });
    let has_direction = end.attribute("dir").is_some();
    report.unless(
        is_isolated || !has_direction,
        &constraint::END_DIRECTION,
        end.span(),
        || "an end that is not isolated has a direction".into(),
    );
}

fn check_both(start: Element<'_, '_>, end: Element<'_, '_>, report: &mut Report) {
    let is_isolated = says(start, "isolated", "yes");
    report.unless(!is_isolated, &constraint::ISOLATED, start.span(), || {
        "the code says that it is isolated, and its end is in the same unit".into()
    });
    for hint in ["canCopy", "canDelete", "canOverlap", "canReorder"] {
        let value = |element: Element<'_, '_>| {
            element
                .attribute(hint)
                .map_or_else(|| "yes".to_owned(), String::from)
        };
        let (of_start, of_end) = (value(start), value(end));
        let wanted = if of_start == "firstNo" {
            "no"
        } else {
            &of_start
        };
        report.unless(
            of_end == wanted,
            &constraint::PAIR_HINTS,
            end.span(),
            || format!("{hint} is `{of_start}` at the start of the code and `{of_end}` at its end"),
        );
    }
}
