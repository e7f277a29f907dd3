//! The checks of units over one catalog: each pair of German and translation, and the catalog itself.

mod written;

use std::sync::Arc;

use super::pair::copy::has_words;
use super::pair::words::{Word, words};
use super::swallowed_unit::swallowed;
use super::{
    Cause, Finding, Flaw, Flawed, Subject, Translation, Unit, changed_placeable, check_units,
    swallowed_unit, syntax,
};
use crate::catalog::{Catalog, Entry, Value};
use crate::compare::{Item, State};
use crate::document::{Context, has_work, read_references};
use crate::language::writing;
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
/// A unit that others lean on has their German as well, but for an original that the German quotes
/// beside its own words and that the translation has word for word.
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
    let mut sources: Vec<Vec<String>> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match (item.state, &item.target, item.entry) {
            // The address of a page has no words that could be wrong.
            (State::Current, Some(_), Some(_)) if !has_work(&item.source, &Context::Plain) => {}
            (State::Current, Some(target), Some(entry)) => {
                leader = Some(index);
                units.push(Unit {
                    id: item.id.to_string(),
                    source: String::new(),
                    target: shown(target),
                    terms: Arc::clone(&terms),
                });
                sources.push(vec![shown(&item.source)]);
                entries.push(entry);
            }
            (State::Empty, ..)
                if leader == Some(item.leader) && !is_omitted(subject, item.entry) =>
            {
                if let Some(parts) = sources.last_mut() {
                    parts.push(shown(&item.source));
                }
            }
            _ => {}
        }
    }
    for (index, parts) in sources.into_iter().enumerate() {
        let near = &units[index.saturating_sub(QUOTED)..=index];
        units[index].source =
            without_original(parts, near, [subject.source_locale, subject.locale]);
    }
    let translation = Translation::new(subject.source_locale, subject.locale, units);
    (translation, entries)
}

/// So many units before one at most are looked through for the translation of an original that it quotes.
const QUOTED: usize = 8;

/// The parts of a source as one text, without those in the reader's language, and those that its translation,
/// or one just before, has word for word, if others are left.
fn without_original(mut parts: Vec<String>, near: &[Unit], locales: [&str; 2]) -> String {
    let is_original = |part: &String| {
        near.iter().any(|unit| has_words(&unit.target, part)) || is_in_language(part, locales)
    };
    if parts.len() > 1 && !parts.iter().all(is_original) {
        parts.retain(|part| !is_original(part));
    }
    parts.join(" ")
}

/// Whether a text of the source is in the language of the translation: of its small words some are that
/// language's and none is the source's alone.
fn is_in_language(text: &str, locales: [&str; 2]) -> bool {
    let [Some(from), Some(to)] = locales.map(|locale| writing(language_of(locale))) else {
        return false;
    };
    let words = words(text);
    let is_of_source = |word: &Word<'_>| word.known().is_of(from) && !word.known().is_of(to);
    let own = words.iter().filter(|word| word.known().tells(to)).count();
    own > 1 && own * 4 >= words.len() && !words.iter().any(is_of_source)
}

/// The language of a locale: `pt` of `pt-BR`.
fn language_of(locale: &str) -> &str {
    locale.split('-').next().unwrap_or_default()
}

/// Whether a unit is an original that the German quotes, and that the translation it belongs to, or one just
/// before, has.
pub(super) fn is_original(items: &[Item], item: &Item) -> bool {
    let near = items.get(item.leader.saturating_sub(2 * QUOTED)..=item.leader);
    let mut targets = near
        .into_iter()
        .flatten()
        .filter_map(|item| item.target.as_ref());
    targets.any(|target| has_words(target, &item.source))
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
    entry.value().is_none_or(Value::is_text)
}
