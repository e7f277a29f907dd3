mod written;

use std::sync::Arc;

use super::swallowed_unit::swallowed;
use super::{
    Cause, Finding, Flaw, Flawed, Subject, Translation, Unit, changed_placeable, check_units,
    swallowed_unit, syntax,
};
use crate::catalog::{Catalog, Entry, Part};
use crate::compare::State;
use crate::document::read_references;
use crate::text::Diagnostic;
use written::Written;

/// What the checks of units find in a catalog.
pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let (translation, entries) = translation(subject);
    let catalog = &subject.target.value;
    let found = check_units(&translation);
    let mut findings = Vec::with_capacity(found.len());
    for of_unit in found.chunk_by(|one, other| one.unit == other.unit) {
        let (unit, index) = (
            &translation.units[of_unit[0].unit],
            entries[of_unit[0].unit],
        );
        let entry = &catalog.entries[index];
        let cause = misread(catalog, index);
        let flaws: Vec<&Flaw> = of_unit.iter().map(|flawed| &flawed.flaw).collect();
        let places = Written::of(entry, &catalog.text, unit).places(&flaws);
        for (Flawed { check, flaw, .. }, (place, fix)) in of_unit.iter().zip(places) {
            // Whether the placeables of a catalog can be resolved is known: `placeable` tells it.
            if check.code == changed_placeable::CHECK.code && !is_plain(entry) {
                continue;
            }
            findings.push(Finding {
                diagnostic: Diagnostic {
                    code: check.code,
                    severity: check.severity,
                    span: place.unwrap_or(entry.value_span),
                    message: flaw.message.clone(),
                    hints: flaw.hints.clone(),
                },
                id: unit.id.clone(),
                about: None,
                fix,
                cause: cause.map(|code| Cause {
                    code,
                    id: unit.id.clone(),
                }),
            });
        }
    }
    findings
}

/// The units that have an up-to-date translation of their own, and their entries in the catalog.
/// A unit that others lean on has their German as well.
fn translation(subject: &Subject<'_>) -> (Translation, Vec<usize>) {
    let items = &subject.comparison.items;
    let terms: Arc<[_]> = subject.glossary.into();
    let shown = |text: &str| {
        if subject.has_references {
            read_references(text).into_owned()
        } else {
            text.to_owned()
        }
    };
    let mut units: Vec<Unit> = Vec::new();
    let mut entries = Vec::new();
    let mut leader = None;
    for (index, item) in items.iter().enumerate() {
        match (item.state, &item.target, item.entry) {
            (State::Current, Some(target), Some(entry)) => {
                leader = Some(index);
                units.push(Unit {
                    id: item.id.to_string(),
                    source: shown(&item.source),
                    target: shown(target),
                    terms: Arc::clone(&terms),
                });
                entries.push(entry);
            }
            (State::Empty, ..)
                if leader == Some(item.leader) && !is_omitted(subject, item.entry) =>
            {
                if let Some(unit) = units.last_mut() {
                    unit.source.push(' ');
                    unit.source.push_str(&shown(&item.source));
                }
            }
            _ => {}
        }
    }
    let translation = Translation::new(subject.source_locale, subject.locale, units);
    (translation, entries)
}

/// The check that finds that less than the value was read, which goes on behind it, or more, where it
/// swallowed another unit.
fn misread(catalog: &Catalog, index: usize) -> Option<&'static str> {
    let mut swallowed = swallowed(&catalog.entries[index], &catalog.text);
    if catalog.continued(index + 1).is_some() {
        Some(syntax::CHECK.code)
    } else {
        swallowed.next().map(|_| swallowed_unit::CHECK.code)
    }
}

/// Whether a comment says that the unit is left out on purpose.
pub(super) fn is_omitted(subject: &Subject<'_>, entry: Option<usize>) -> bool {
    let catalog = &subject.target.value;
    entry.is_some_and(|entry| {
        let comment = catalog.entries[entry].comment.of(&catalog.text);
        comment.lines().any(|line| line.starts_with("# omitted: "))
    })
}

/// Whether a message's value is text and nothing else, so that it can be written anew.
fn is_plain(entry: &Entry) -> bool {
    let parts = entry.value().map_or(&[][..], |value| &value.parts);
    parts.iter().all(|part| matches!(part, Part::Text(_)))
}
