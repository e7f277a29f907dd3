use std::sync::Arc;

use super::swallowed_unit::swallowed;
use super::{
    Cause, Finding, Flawed, Subject, Translation, Unit, changed_placeable, check_units,
    swallowed_unit, syntax,
};
use crate::catalog::{Catalog, Entry, Part, escape};
use crate::compare::State;
use crate::document::read_references;
use crate::text::{Diagnostic, Edit, Span};

/// What the checks of units find in a catalog.
pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let (translation, entries) = translation(subject);
    let found = check_units(&translation);
    found
        .into_iter()
        .filter_map(|flawed| {
            let index = entries[flawed.unit];
            let entry = &subject.target.value.entries[index];
            // Whether the placeables of a catalog can be resolved is known: `placeable` tells it.
            let is_known = flawed.check.code == changed_placeable::CHECK.code && !is_plain(entry);
            let unit = &translation.units[flawed.unit];
            let cause = misread(&subject.target.value, index).map(|code| Cause {
                code,
                id: unit.id.clone(),
            });
            (!is_known).then(|| Finding {
                cause,
                ..finding(subject, entry, unit, flawed)
            })
        })
        .collect()
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

/// The finding for a flaw. Its place is the flaw's own where the file has the value as it reads, or the
/// same characters once; else the whole value.
fn finding(subject: &Subject<'_>, entry: &Entry, unit: &Unit, flawed: Flawed) -> Finding {
    let Flawed { check, flaw, .. } = flawed;
    let text = &subject.target.value.text;
    let found = flaw.span.of(&unit.target);
    let raw = entry.value_span.of(text);
    // What is not there has no place.
    let nowhere = flaw.span == Span::default();
    let mut places = raw.match_indices(found).map(|(at, _)| at);
    let at = match (places.next(), places.next()) {
        _ if nowhere => None,
        _ if raw == unit.target => Some(flaw.span.start),
        (Some(at), None) if !found.is_empty() => Some(at),
        _ => None,
    };
    let place = at.map(|at| {
        let start = entry.value_span.start + at;
        Span::new(start, start + found.len())
    });
    let fix = flaw.fix.and_then(|fix| {
        let mut value = unit.target.clone();
        value.replace_range(flaw.span.start..flaw.span.end, &fix);
        let is_verbatim = entry.value().is_some_and(|own| own.text() == unit.target);
        match place {
            // The value cannot be written again where references were read in it.
            _ if !is_verbatim => place.map(|place| Edit::replace(place, fix)),
            Some(place) if is_written(entry, text, place, &fix, &value) => {
                Some(Edit::replace(place, fix))
            }
            _ if is_plain(entry) => Some(Edit::replace(entry.value_span, escape(&value))),
            _ => None,
        }
    });
    Finding {
        diagnostic: Diagnostic {
            code: check.code,
            severity: check.severity,
            span: place.unwrap_or(entry.value_span),
            message: flaw.message,
            hints: flaw.hints,
        },
        id: unit.id.clone(),
        about: None,
        fix,
        cause: None,
    }
}

/// Whether the characters in the place of others make the value what it is to be: then nothing
/// else of it is written anew.
fn is_written(entry: &Entry, text: &str, place: Span, characters: &str, value: &str) -> bool {
    let head = Span::new(entry.value_span.start, place.start).of(text);
    let tail = Span::new(place.end, entry.value_span.end).of(text);
    let message = format!("a = {head}{characters}{tail}");
    let parsed = Catalog::parse(&message).value;
    let mut values = parsed.messages().filter_map(|(_, entry)| entry.value());
    is_plain(entry) && values.next().is_some_and(|read| read.text() == value)
}

/// Whether a message's value is text and nothing else, so that it can be written anew.
fn is_plain(entry: &Entry) -> bool {
    let parts = entry.value().map_or(&[][..], |value| &value.parts);
    parts.iter().all(|part| matches!(part, Part::Text(_)))
}
