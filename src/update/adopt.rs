//! Catalogs with ids that people gave, taken in: messages whose German is a unit's get its id.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::layout::{Form, Placed, write};
use super::{Assigned, NewUnit};
use crate::catalog::{Catalog, Entry, Id, Kind};
use crate::text::{Edit, apply, fold};

/// Which messages of a source catalog of somebody's are units of the article: their ids, and the
/// ids that the units have. Equal German alone decides, of equal ones the order. Messages with
/// attributes, and those that refer to others or are referred to in one of `locales`, keep theirs.
pub fn adopt(
    german: &Catalog,
    locales: &[&Catalog],
    units: &[NewUnit],
    assigned: &[Assigned],
) -> BTreeMap<String, Id> {
    let bound = bound(german, locales);
    let mut free: BTreeMap<String, VecDeque<&Id>> = BTreeMap::new();
    for (unit, assigned) in units.iter().zip(assigned) {
        let same = free.entry(fold(&unit.text)).or_default();
        same.push_back(&assigned.id);
    }
    let mut ids = BTreeMap::new();
    // Of an id that stands twice, programs take the first, and so does `remainder`.
    let mut seen = BTreeSet::new();
    for (_, entry) in german.messages() {
        let is_first = seen.insert(entry.id.as_str());
        let Some(value) = entry.value() else { continue };
        if !is_first || Id::parse(&entry.id).is_some() || bound.contains(&entry.id) {
            continue;
        }
        let same = free.get_mut(&fold(&value.text()));
        if let Some(id) = same.and_then(VecDeque::pop_front) {
            ids.insert(entry.id.clone(), *id);
        }
    }
    ids
}

/// A locale's catalog with the new ids, and not a byte changed besides; and what goes into a
/// catalog of its own, if anything: the messages whose ids people gave and still have.
pub fn take_in(catalog: &Catalog, ids: &BTreeMap<String, Id>) -> (String, Option<String>) {
    let stays = |entry: &Entry| !is_human(entry) || ids.contains_key(&entry.id);
    let rename = |text: &str| {
        let catalog = Catalog::parse(text).value;
        let renamed = catalog.messages().filter_map(|(_, entry)| {
            let id = ids.get(&entry.id)?;
            Some(Edit::replace(entry.id_span, id.to_string()))
        });
        apply(text, &renamed.collect::<Vec<Edit>>())
    };
    if catalog.entries.iter().all(stays) {
        return (rename(&catalog.text), None);
    }
    let own = rename(&write(catalog, &placed(catalog, stays)));
    (
        own,
        Some(write(catalog, &placed(catalog, |entry| !stays(entry)))),
    )
}

/// What a source catalog of somebody's holds besides the messages taken in; of these, the comments
/// stay. None if there is nothing.
pub fn remainder(german: &Catalog, ids: &BTreeMap<String, Id>) -> Option<String> {
    let mut seen = BTreeSet::new();
    let mut rest = Vec::new();
    for (index, entry) in german.entries.iter().enumerate() {
        let is_taken = is_human(entry) && ids.contains_key(&entry.id) && seen.insert(&entry.id);
        let (span, form, origin) = if is_taken {
            (entry.comment, Form::Free, None)
        } else {
            (entry.span, Form::of(&entry.kind), Some(index))
        };
        let text = span.of(&german.text).trim_end_matches(['\r', '\n']);
        if !text.is_empty() {
            let text = text.to_owned();
            rest.push(Placed { text, form, origin });
        }
    }
    (!rest.is_empty()).then(|| write(german, &rest))
}

fn placed(catalog: &Catalog, keeps: impl Fn(&Entry) -> bool) -> Vec<Placed> {
    let entries = catalog.entries.iter().enumerate();
    let kept = entries.filter(|(_, entry)| keeps(entry));
    let placed = kept.map(|(index, entry)| Placed {
        text: entry.span.of(&catalog.text).to_owned(),
        form: Form::of(&entry.kind),
        origin: Some(index),
    });
    placed.collect()
}

fn is_human(entry: &Entry) -> bool {
    matches!(entry.kind, Kind::Message(_)) && Id::parse(&entry.id).is_none()
}

/// The ids that cannot change: others hang on them, or they on others, in whatever locale.
fn bound(german: &Catalog, locales: &[&Catalog]) -> BTreeSet<String> {
    let all = || std::iter::once(&german).chain(locales).copied();
    let messages = || all().flat_map(|catalog| catalog.messages().map(move |one| (catalog, one.1)));
    let known: BTreeSet<&str> = messages().map(|(_, entry)| entry.id.as_str()).collect();
    let mut bound = BTreeSet::new();
    for catalog in all() {
        for entry in &catalog.entries {
            let is_message = matches!(entry.kind, Kind::Message(_));
            if !is_message && !matches!(entry.kind, Kind::Term(_)) {
                continue;
            }
            let text = &catalog.text[entry.id_span.end..entry.span.end];
            let named: Vec<&str> = named(text)
                .into_iter()
                .filter(|name| known.contains(name))
                .collect();
            let has_attributes = text
                .lines()
                .skip(1)
                .any(|line| line.trim_start().starts_with('.'));
            if is_message && (has_attributes || !named.is_empty()) {
                bound.insert(entry.id.clone());
            }
            bound.extend(named.into_iter().map(str::to_owned));
        }
    }
    bound
}

/// The names in the placeables of an entry.
fn named(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for placeable in text.split('{').skip(1) {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let inside = placeable.split('}').next().unwrap_or_default();
        names.extend(inside.split(|c: char| !is_name(c)));
    }
    names
}
