//! Annotations of texts.

use super::unit::Unit;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the annotations of a unit to the rules.
pub(super) fn check(unit: &Unit<'_, '_>, report: &mut Report) {
    for side in unit.sides() {
        let marks = side.inlines.iter().copied();
        for mark in marks.filter(|mark| matches!(mark.name(), "mrk" | "sm")) {
            match mark.attribute("type").as_deref() {
                Some("comment") => check_comment(mark, unit, report),
                Some("mtc:match") => {
                    let is_free = mark.attribute("ref").is_none();
                    report.unless(
                        is_free,
                        &constraint::CANDIDATE_ANNOTATION,
                        mark.span(),
                        || "the annotation of a match has a ref".into(),
                    );
                }
                _ => {}
            }
        }
    }
}

fn check_comment(mark: Element<'_, '_>, unit: &Unit<'_, '_>, report: &mut Report) {
    let (value, reference) = (mark.attribute("value"), mark.attribute("ref"));
    report.unless(
        value.is_some() != reference.is_some(),
        &constraint::COMMENT,
        mark.span(),
        || {
            if value.is_some() {
                "the comment has a value and a ref".into()
            } else {
                "the comment has neither a value nor a ref".into()
            }
        },
    );
    let Some(reference) = reference.filter(|_| value.is_none()) else {
        return;
    };
    let note = note_of(&reference, unit.element);
    let is_there = note.is_some_and(|note| unit.notes.contains(note));
    report.unless(
        is_there,
        &constraint::COMMENT_REFERENCE,
        mark.span(),
        || format!("`{reference}` is no note of the unit"),
    );
}

/// The id of the note of a unit that a reference names.
fn note_of<'r>(reference: &'r str, unit: Element<'_, '_>) -> Option<&'r str> {
    let path = reference.strip_prefix('#')?;
    let (path, leaf) = path.rsplit_once('/').unwrap_or(("", path));
    let is_here = path.is_empty() || {
        let last = path.rsplit('/').next().unwrap_or_default();
        last.strip_prefix("u=") == unit.attribute("id").as_deref()
    };
    leaf.strip_prefix("n=").filter(|_| is_here)
}
