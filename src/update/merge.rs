//! Merges two versions of a catalog that come from one: unit by unit, so that branches which touch
//! different units never conflict.

mod unit;

use std::collections::{BTreeMap, BTreeSet};

use super::layout::{Form, Placed, write};
use crate::catalog::{Catalog, is_review};
use unit::{Key, Unit, repeated, units};

/// What comes of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The merged catalog.
    pub text: String,
    /// The units, terms or header that both sides changed differently, or that one removed and the
    /// other changed: both versions stand in the
    /// catalog, between conflict markers.
    pub conflicts: Vec<String>,
}

/// Merges what `ours` and `theirs` changed since `base`.
///
/// A unit is known by the base of its id: a stub, the message that fills it and a revision are one
/// unit. A text that somebody typed is worth more than a stub or a removal. The id follows the
/// text it was given with, so a merge never makes a unit current that was so on neither side.
/// Order and blank lines are those of `ours`, unless only `theirs` moved entries.
pub fn merge(base: &Catalog, ours: &Catalog, theirs: &Catalog) -> Merged {
    let clean = |text: &str| Merged {
        text: text.to_owned(),
        conflicts: Vec::new(),
    };
    if theirs.text == base.text || theirs.text == ours.text {
        return clean(&ours.text);
    }
    if ours.text == base.text {
        return clean(&theirs.text);
    }
    let repeated = repeated(&[base, ours, theirs]);
    let base = units(base, &repeated);
    let our_units = units(ours, &repeated);
    let their_units = units(theirs, &repeated);
    let moved_by_theirs = same_order(&base, &our_units) && !same_order(&base, &their_units);
    let (back, back_units, side_units) = if moved_by_theirs {
        (theirs, &their_units, &our_units)
    } else {
        (ours, &our_units, &their_units)
    };
    let (base, our_map, their_map) = (map(&base), map(&our_units), map(&their_units));
    let mut conflicts = Vec::new();
    let mut placed = Vec::new();
    for key in order(&base, back_units, side_units) {
        let (b, o, t) = (base.get(&key), our_map.get(&key), their_map.get(&key));
        let Some((text, form)) = resolve(b, o, t, &mut conflicts) else {
            continue;
        };
        let origin = if moved_by_theirs { t } else { o };
        placed.push(Placed {
            text,
            form,
            origin: origin
                .filter(|unit| unit.form == form)
                .map(|unit| unit.entry),
        });
    }
    Merged {
        text: write(back, &placed),
        conflicts,
    }
}

fn map<'a>(units: &'a [Unit<'a>]) -> BTreeMap<Key, Unit<'a>> {
    let pairs = units.iter().map(|unit| (unit.key.clone(), unit.clone()));
    pairs.collect()
}

/// Whether what two versions have in common stands in the same order.
fn same_order(one: &[Unit], two: &[Unit]) -> bool {
    let keys =
        |units: &[Unit]| -> BTreeSet<Key> { units.iter().map(|unit| unit.key.clone()).collect() };
    let (in_one, in_two) = (keys(one), keys(two));
    let left = one.iter().filter(|unit| in_two.contains(&unit.key));
    let right = two.iter().filter(|unit| in_one.contains(&unit.key));
    left.map(|unit| &unit.key).eq(right.map(|unit| &unit.key))
}

/// All keys in the order of `back`; what only `side` has stands behind what it follows there.
fn order(base: &BTreeMap<Key, Unit>, back: &[Unit], side: &[Unit]) -> Vec<Key> {
    // For each unit of `back`, what only `side` has behind it; the first is for what stands before all.
    let mut behind: Vec<Vec<&Unit>> = vec![Vec::new(); back.len() + 1];
    let places = back.iter().zip(1..).map(|(unit, at)| (&unit.key, at));
    let mut places: BTreeMap<&Key, usize> = places.collect();
    let in_side: BTreeSet<&Key> = side.iter().map(|unit| &unit.key).collect();
    let mut at = 0;
    // Where among what stands behind `at` the next one goes.
    let mut next_place = 0;
    for unit in side {
        if let Some(place) = places.get(&unit.key) {
            at = *place;
            next_place = 0;
            continue;
        }
        // What the other side added at the same place comes first, but a unit stays in its block.
        while next_place == behind[at].len()
            && back.get(at).is_some_and(|next| {
                !base.contains_key(&next.key)
                    && !in_side.contains(&next.key)
                    && (unit.is_group || !next.is_group)
            })
        {
            at += 1;
            next_place = 0;
        }
        behind[at].insert(next_place, unit);
        places.insert(&unit.key, at);
        next_place += 1;
    }
    let back = std::iter::once(None).chain(back.iter().map(Some));
    let all = back
        .zip(behind)
        .flat_map(|(unit, behind)| unit.into_iter().chain(behind));
    all.map(|unit| unit.key.clone()).collect()
}

/// The text of an entry after the merge; none if it goes.
fn resolve(
    base: Option<&Unit>,
    ours: Option<&Unit>,
    theirs: Option<&Unit>,
    conflicts: &mut Vec<String>,
) -> Option<(String, Form)> {
    let whole = |unit: &Unit| Some((unit.text.to_owned(), unit.form));
    let (o, t) = match (base, ours, theirs) {
        (_, Some(ours), Some(theirs)) => (ours, theirs),
        (None, Some(one), None) | (None, None, Some(one)) => return whole(one),
        // Removed on one side: kept if somebody typed something on the other. Where that had been a
        // text already, or was said to be up to date, a person decides.
        (Some(base), Some(one), None) | (Some(base), None, Some(one)) => {
            let is_same = one.value == base.value && one.id == base.id;
            if base.value.is_none() || one.value.is_none() || is_same {
                return whole(one).filter(|_| one.value != base.value);
            }
            conflicts.push(one.name().to_owned());
            return Some(conflict(ours, theirs));
        }
        (_, None, None) => return None,
    };
    let is_base = |unit: &Unit| base.is_some_and(|base| base.plain() == unit.plain());
    if o.plain() == t.plain() || is_base(t) {
        return whole(o);
    }
    if is_base(o) {
        return whole(t);
    }
    if o.is_group {
        return whole(o);
    }
    let typed =
        |unit: &Unit| unit.value.is_some() && base.is_none_or(|base| base.value != unit.value);
    let (by_us, by_them) = (typed(o), typed(t));
    let differ = o.value != t.value;
    let lost = |kept: &Unit, other: &Unit| differ && !kept.is_message && other.is_message;
    let ours_wins = match (by_us, by_them) {
        (true, true) if differ => None,
        (true, false) if lost(o, t) => None,
        (false, true) if lost(t, o) => None,
        (true, false) => Some(o),
        (false, true) => Some(t),
        _ if o.is_message != t.is_message => Some(if o.is_message { o } else { t }),
        _ => Some(match base {
            _ if o.id == t.id => o,
            Some(base) if base.id == o.id => t,
            Some(base) if base.id == t.id => o,
            // Each side took another id: that is for a person to say.
            Some(base) if base.is_message && base.value == o.value => base,
            _ => o,
        }),
    };
    let Some(winner) = ours_wins else {
        conflicts.push(o.name().to_owned());
        return Some(conflict(ours, theirs));
    };
    let comment = merge_comment(base, o, t, winner);
    let comment = with_fitting_reviews(&comment, winner, [o, t]);
    let text = match (comment.is_empty(), winner.body().is_empty()) {
        (true, _) => winner.body(),
        (false, true) => comment,
        (false, false) => format!("{comment}\n{}", winner.body()),
    };
    Some((text, winner.form))
}

/// Both versions of an entry between conflict markers.
fn conflict(ours: Option<&Unit>, theirs: Option<&Unit>) -> (String, Form) {
    let lines = |unit: Option<&Unit>| unit.map_or_else(String::new, |unit| unit.plain() + "\n");
    let (ours, theirs) = (lines(ours), lines(theirs));
    let text = format!("<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs");
    (text, Form::Free)
}

/// A merged comment without the reviews of a text or an id that the merged unit does not have.
fn with_fitting_reviews(comment: &str, winner: &Unit, sides: [&Unit; 2]) -> String {
    if !comment.lines().any(is_review) {
        return comment.to_owned();
    }
    let fitting = { sides.into_iter() }
        .filter(|side| side.id == winner.id && side.value == winner.value)
        .map(Unit::comment);
    let fitting: Vec<String> = fitting.collect();
    let is_fitting = |line: &str| {
        let mut fitting = fitting.iter();
        fitting.any(|comment| comment.lines().any(|other| other == line))
    };
    let lines = comment.lines();
    let lines: Vec<&str> = lines
        .filter(|line| !is_review(line) || is_fitting(line))
        .collect();
    lines.join("\n")
}

/// The comment of the side that changed it; if both did, the winner's, and the other's remarks.
fn merge_comment(base: Option<&Unit>, ours: &Unit, theirs: &Unit, winner: &Unit) -> String {
    let old = base.map(Unit::comment);
    let (o, t) = (ours.comment(), theirs.comment());
    let same_kind = ours.is_message && theirs.is_message;
    if same_kind && (o == t || old.as_ref() == Some(&t)) {
        return o;
    }
    if same_kind && old.as_ref() == Some(&o) {
        return t;
    }
    let (own, other) = if winner.key == ours.key && winner.text == theirs.text {
        (t, o)
    } else if winner.text == ours.text {
        (o, t)
    } else {
        (winner.comment(), format!("{o}\n{t}"))
    };
    let mut lines: Vec<&str> = Vec::new();
    for line in other.lines() {
        let known = |text: &str| text.lines().any(|known| known == line);
        if !unit::is_note(line) && !known(&own) && !old.as_deref().is_some_and(known) {
            lines.push(line);
        }
    }
    lines.extend(own.lines());
    lines.join("\n")
}
