//! Units that left one article and came to another in the same run.

use std::collections::{BTreeMap, BTreeSet};

use super::similarity::{Pair, alike, mutual_best};
use super::{Assigned, NewUnit, Rule};
use crate::catalog::Source;
use crate::text::fold;

/// How alike two sentences of different articles must be. More than within one: a translation leaves
/// its article for it.
const BETWEEN: f64 = 0.75;

/// An article as its own source catalog explains it; without units if the article is gone.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The source catalog as it was.
    pub old: &'a Source,
    /// The units of the article as it is now.
    pub units: &'a [NewUnit],
    /// Their ids.
    pub assigned: &'a [Assigned],
}

impl Side<'_> {
    /// Indexes of the old units that no unit of the article has taken up.
    pub fn vanished(&self) -> Vec<usize> {
        let taken = |assigned: &Assigned| {
            let joined = assigned.joined.clone();
            assigned.old.into_iter().chain(joined)
        };
        let taken: BTreeSet<usize> = self.assigned.iter().flat_map(taken).collect();
        let all = 0..self.old.units.len();
        all.filter(|old| !taken.contains(old)).collect()
    }

    /// Indexes of the units that nothing in the article's own catalog matches.
    fn open(&self) -> impl Iterator<Item = usize> {
        let is_open = |assigned: &Assigned| {
            assigned.old.is_none() && matches!(assigned.rule, Rule::New | Rule::Returned)
        };
        self.assigned
            .iter()
            .enumerate()
            .filter(move |(_, assigned)| is_open(assigned))
            .map(|(index, _)| index)
    }
}

/// A unit that changed its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    /// Number of the article it is in now.
    pub to: usize,
    /// Index of the unit there.
    pub new: usize,
    /// Number of the article it was in.
    pub from: usize,
    /// Index of the unit in that article's source catalog.
    pub old: usize,
}

/// Finds the units that left one article and came to another: equal wording first, of several the
/// one that followed the last one found; then mutual best likeness, as for a unit reworded and
/// moved. Sorted by where they are now.
pub fn moves(sides: &[Side<'_>]) -> Vec<Move> {
    let vanished: Vec<(usize, usize)> = sides
        .iter()
        .enumerate()
        .flat_map(|(from, side)| side.vanished().into_iter().map(move |old| (from, old)))
        .collect();
    let open: Vec<(usize, usize)> = sides
        .iter()
        .enumerate()
        .flat_map(|(to, side)| side.open().map(move |new| (to, new)))
        .collect();
    if vanished.is_empty() || open.is_empty() {
        return Vec::new();
    }
    let old_folds = folds(&vanished, |(from, old)| &sides[from].old.units[old].text);
    let new_folds = folds(&open, |(to, new)| &sides[to].units[new].text);
    let mut free: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, fold) in old_folds.iter().enumerate() {
        free.entry(fold).or_default().push(index);
    }
    let mut found: Vec<Move> = Vec::new();
    let mut rest = Vec::new();
    for (index, (to, new)) in open.iter().copied().enumerate() {
        let all = free.get_mut(new_folds[index].as_str());
        let fits = |one: &usize| {
            let (from, old) = vanished[*one];
            from != to
                && keeps_id(
                    &sides[to].assigned[new],
                    &sides[from].old.units[old].id.base,
                )
        };
        let follows = |one: &usize| {
            let (from, old) = vanished[*one];
            let last = found.last();
            last.is_some_and(|last| (last.from, last.old + 1, last.to) == (from, old, to))
        };
        let best = all.as_ref().and_then(|all| {
            let fitting = || all.iter().enumerate().filter(|(_, one)| fits(one));
            let next = fitting().find(|(_, one)| follows(one));
            next.or_else(|| fitting().next()).map(|(at, _)| at)
        });
        match (all, best) {
            (Some(all), Some(best)) => {
                let (from, old) = vanished[all.remove(best)];
                found.push(Move { to, new, from, old });
            }
            _ => rest.push(index),
        }
    }
    let left: Vec<usize> = free.into_values().flatten().collect();
    let may = |one: &Move| {
        let base = &sides[one.from].old.units[one.old].id.base;
        one.from != one.to && keeps_id(&sides[one.to].assigned[one.new], base)
    };
    let olds: Vec<&str> = left.iter().map(|old| old_folds[*old].as_str()).collect();
    let news: Vec<&str> = rest.iter().map(|new| new_folds[*new].as_str()).collect();
    let named = |pair: &Pair| {
        let ((from, old), (to, new)) = (vanished[left[pair.old]], open[rest[pair.new]]);
        Move { to, new, from, old }
    };
    let mut pairs = alike(&olds, &news, |_, _| BETWEEN);
    pairs.retain(|pair| may(&named(pair)));
    found.extend(mutual_best(&pairs).iter().map(named));
    found.sort_unstable();
    found
}

/// A unit that a locale file knew from an earlier time goes on as that.
fn keeps_id(assigned: &Assigned, base: &str) -> bool {
    assigned.rule == Rule::New || assigned.id.base == *base
}

fn folds<'a>(
    places: &[(usize, usize)],
    text: impl Fn((usize, usize)) -> &'a String,
) -> Vec<String> {
    places.iter().map(|place| fold(text(*place))).collect()
}
