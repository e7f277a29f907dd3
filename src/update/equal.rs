//! How well catalogs serve their units, and equal sentences: a translation stays with the one that is
//! still there.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::group::Groups;
use super::locale::stub_of;
use super::moves::Side;
use super::{Passenger, carry, without};
use crate::catalog::{Base, Catalog, Id, Kind, Notes, Served, Source, Target, Value};
use crate::text::fold;

/// How well a catalog serves a unit, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    Missing,
    Stale,
    Current,
}

/// How well each unit of a source catalog is translated, over all of a set of catalogs.
pub fn worth(source: &Source, catalogs: &[&Catalog]) -> Vec<usize> {
    let mut out = vec![0; source.units.len()];
    for catalog in catalogs {
        let judge = Judge::of(catalog);
        for (unit, sum) in source.units.iter().zip(&mut out) {
            *sum += judge.worth(&unit.id) as usize;
        }
    }
    out
}

/// The catalog of a locale in which the translation of a sentence that is gone from the article
/// has gone over to an equal one that stays and has none, or only a stale one. `moved` are the old
/// units that went to another article: they leave later. None if there is nothing to do.
pub fn hand_over(side: &Side<'_>, catalog: &Catalog, moved: &BTreeSet<usize>) -> Option<String> {
    let vanished = side.vanished();
    if vanished.is_empty() {
        return None;
    }
    let judge = Judge::of(catalog);
    let groups = Groups::of(side.old, &judge.target);
    // Of those that are gone and stood alone, per sentence the one worth most last, of equal ones the
    // first of the article.
    let mut gone: BTreeMap<String, Vec<(Worth, Reverse<usize>)>> = BTreeMap::new();
    for old in vanished.into_iter().filter(|old| groups.is_alone(*old)) {
        let unit = &side.old.units[old];
        let equals = gone.entry(fold(&unit.text)).or_default();
        equals.push((judge.worth(&unit.id), Reverse(old)));
    }
    for equals in gone.values_mut() {
        equals.sort_unstable();
    }
    let (mut leaving, mut copied) = (Vec::new(), Vec::new());
    for (new, (unit, assigned)) in side.units.iter().zip(side.assigned).enumerate() {
        let Some(old) = assigned.old else { continue };
        let Some(equals) = gone.get_mut(&fold(&unit.text)) else {
            continue;
        };
        let has = judge.worth(&assigned.id);
        if has == Worth::Current || !groups.is_alone(old) {
            continue;
        }
        if let Some((_, Reverse(old))) = equals.pop_if(|(worth, _)| *worth > has) {
            let list = if moved.contains(&old) {
                &mut copied
            } else {
                &mut leaving
            };
            list.push(Passenger {
                old,
                new,
                id: assigned.id,
            });
        }
    }
    if leaving.is_empty() && copied.is_empty() {
        return None;
    }
    let text = carry(side.old, catalog, catalog, &copied).text;
    let carried = carry(side.old, catalog, &Catalog::parse(&text).value, &leaving);
    Some(without(&carried.text, &carried.left))
}

/// The catalog `to` of a locale, in which units have got the translations that equal sentences have in
/// `from`, the catalog of another article that these are gone from. Only units are served that have
/// none, or only a stale one. `left` are the sentences that are gone, `from_side` and `to_side` the
/// articles. None if there is nothing to do.
pub fn bequeath(
    from_side: &Side<'_>,
    left: &[usize],
    from: &Catalog,
    to_side: &Side<'_>,
    to: &Catalog,
) -> Option<String> {
    let (giver, taker) = (Judge::of(from), Judge::of(to));
    let givers = Groups::of(from_side.old, &giver.target);
    let takers = Groups::of(to_side.old, &taker.target);
    // Per sentence the one worth most, of equal ones the first.
    let mut best: BTreeMap<String, (Worth, Reverse<usize>)> = BTreeMap::new();
    for old in left.iter().filter(|old| givers.is_alone(**old)) {
        let unit = &from_side.old.units[*old];
        let worth = (giver.worth(&unit.id), Reverse(*old));
        let best = best.entry(fold(&unit.text)).or_insert(worth);
        *best = worth.max(*best);
    }
    let mut passengers = Vec::new();
    for (new, (unit, assigned)) in to_side.units.iter().zip(to_side.assigned).enumerate() {
        let has = taker.worth(&assigned.id);
        if has == Worth::Current || !assigned.old.is_none_or(|old| takers.is_alone(old)) {
            continue;
        }
        let best = best.get(&fold(&unit.text));
        if let Some((_, Reverse(old))) = best.copied().filter(|(worth, _)| *worth > has) {
            passengers.push(Passenger {
                old,
                new,
                id: assigned.id,
            });
        }
    }
    (!passengers.is_empty()).then(|| carry(from_side.old, from, to, &passengers).text)
}

/// Whether a catalog says all that there is to know of its units: nothing is typed where it is no message
/// yet, nothing is stale, and no text stands for several units. An update changes the state of none.
pub fn is_plain(catalog: &Catalog) -> bool {
    catalog.entries.iter().all(|entry| {
        let text = || entry.span.of(&catalog.text);
        match &entry.kind {
            Kind::Message(Some(value)) => {
                let is_stale = Notes::read(entry.comment.of(&catalog.text), "")
                    .now
                    .is_some();
                let is_bound = || Id::parse(&entry.id).is_some_and(|id| id.is_bound());
                !value.is_empty() && !is_stale && !is_bound()
            }
            Kind::Comment(1) => stub_of(text()).is_none_or(|(_, typed)| typed.is_empty()),
            Kind::Comment(_) | Kind::Term(_) => true,
            Kind::Message(None) | Kind::Junk => false,
        }
    })
}

/// A locale's catalog, asked how well it serves a unit.
struct Judge<'a> {
    target: Target<'a>,
    /// The units behind whose stubs somebody typed.
    typed: BTreeSet<Base>,
}

impl<'a> Judge<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        let stubs = { &catalog.entries }
            .iter()
            .filter(|entry| entry.kind == Kind::Comment(1))
            .filter_map(|entry| stub_of(entry.span.of(&catalog.text)));
        let typed = stubs.filter(|(_, text)| !text.is_empty());
        Self {
            typed: typed.map(|(id, _)| id.base).collect(),
            target: Target::of(catalog),
        }
    }

    fn worth(&self, id: &Id) -> Worth {
        match self.target.serve(id) {
            Served::Current(_) => Worth::Current,
            Served::Older(entry) if self.is_empty(entry) => Worth::Missing,
            Served::Older(_) => Worth::Stale,
            Served::None if self.typed.contains(&id.base) => Worth::Current,
            Served::None => Worth::Missing,
        }
    }

    fn is_empty(&self, entry: usize) -> bool {
        let value = self.target.catalog.entries[entry].value();
        value.is_none_or(Value::is_empty)
    }
}
