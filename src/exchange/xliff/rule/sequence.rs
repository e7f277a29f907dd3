//! Codes that must not be deleted or reordered.

use super::says;
use super::unit::{Side, Unit, inlines};
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the runs of codes of one side to the rule: each begins with a code that is the first.
pub(super) fn check(side: &Side<'_, '_>, report: &mut Report) {
    let mut is_in_run = false;
    for code in codes(&side.inlines) {
        is_in_run |= says(code, "canReorder", "firstNo");
        let has_start = is_in_run || !says(code, "canReorder", "no") || code.name() == "ec";
        report.unless(has_start, &constraint::SEQUENCE_START, code.span(), || {
            "the code must not be reordered, and there is none before it that begins the run".into()
        });
    }
}

fn codes<'e, 't>(inlines: &[Element<'e, 't>]) -> impl Iterator<Item = Element<'e, 't>> {
    inlines.iter().copied().filter(is_code)
}

fn is_code(inline: &Element<'_, '_>) -> bool {
    matches!(inline.name(), "ph" | "pc" | "sc" | "ec")
}

/// Holds the targets of a unit to their sources: nothing that must stay is gone, no run is torn.
pub(super) fn check_targets(unit: &Unit<'_, '_>, report: &mut Report) {
    if unit.parts.iter().all(|part| part.target.is_none()) {
        return;
    }
    for part in &unit.parts {
        let (Some(source), Some(target)) = (part.source, part.target) else {
            continue;
        };
        for code in inlines(source).filter(|code| says(*code, "canDelete", "no")) {
            let is_there = unit.target.counterpart(code).is_some();
            report.unless(is_there, &constraint::DELETED_CODE, target.span(), || {
                format!(
                    "the code `{}` must not be deleted, and is not in the target",
                    name_of(code)
                )
            });
        }
    }
    let mut before = None;
    for code in codes(&unit.source.inlines) {
        if let Some(before) = before.filter(|_| says(code, "canReorder", "no")) {
            check_neighbours(before, code, &unit.target, report);
        }
        let is_in_run = says(code, "canReorder", "no") || says(code, "canReorder", "firstNo");
        before = is_in_run.then_some(code);
    }
}

/// Holds two codes of a run that follow one another in the source to the target.
fn check_neighbours(
    first: Element<'_, '_>,
    second: Element<'_, '_>,
    target: &Side<'_, '_>,
    report: &mut Report,
) {
    let (Some(at), Some(next)) = (target.counterpart(first), target.counterpart(second)) else {
        return;
    };
    let (first_there, second_there) = (target.inlines[at], target.inlines[next]);
    let is_next = at < next && !target.inlines[at + 1..next].iter().any(is_code);
    let is_inside = |code: Element<'_, '_>, other: Element<'_, '_>| {
        code.lineage().any(|around| around == other)
    };
    // A code that begins and ends with one element is behind itself.
    let is_end = first.name() == "sc" && first_there == second_there;
    let is_kept =
        is_end || is_next && is_inside(second, first) == is_inside(second_there, first_there);
    report.unless(
        is_kept,
        &constraint::REORDERED_CODE,
        second_there.span(),
        || {
            format!(
                "the codes `{}` and `{}` must stay together in this order",
                name_of(first),
                name_of(second)
            )
        },
    );
}

fn name_of(code: Element<'_, '_>) -> String {
    let id = code.attribute("id").or_else(|| code.attribute("startRef"));
    id.map(String::from).unwrap_or_default()
}
