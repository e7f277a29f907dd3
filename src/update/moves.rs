//! Units that left one article and came to another in the same run.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

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
    /// How well each old unit is translated: of equal ones the best is taken. Empty if nobody knows.
    pub worth: &'a [usize],
    /// Old units that came to another article in an earlier run, which was interrupted before they
    /// left this one. None if nobody knows.
    pub moved: Option<&'a BTreeSet<usize>>,
}

impl Side<'_> {
    /// Indexes of the old units that no unit of the article has taken up.
    pub fn vanished(&self) -> Vec<usize> {
        let taken = |assigned: &Assigned| {
            let joined = assigned.joined.clone();
            assigned.old.into_iter().chain(joined)
        };
        let taken: BTreeSet<usize> = self.assigned.iter().flat_map(taken).collect();
        let is_moved = |old: &usize| self.moved.is_some_and(|moved| moved.contains(old));
        let all = 0..self.old.units.len();
        all.filter(|old| !taken.contains(old) && !is_moved(old))
            .collect()
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
/// best translated, then the one that followed the last one found; then mutual best likeness, as for
/// a unit reworded and moved. Sorted by where they are now.
pub fn moves(sides: &[Side<'_>]) -> Vec<Move> {
    let traffic = Traffic::of(sides);
    let (mut found, left, unmatched) = traffic.verbatim();
    found.extend(traffic.reworded(&left, &unmatched));
    found.sort_unstable();
    found
}

/// Finds the units that left one article and came to another with the same words.
pub fn verbatim_moves(sides: &[Side<'_>]) -> Vec<Move> {
    Traffic::of(sides).verbatim().0
}

/// The units that left an article, and those that may have come from another one.
struct Traffic<'a> {
    sides: &'a [Side<'a>],
    /// Article and index of each old unit that is gone from its article.
    vanished: Vec<(usize, usize)>,
    /// Article and index of each unit that its own article does not explain.
    open: Vec<(usize, usize)>,
    old_folds: Vec<String>,
    new_folds: Vec<String>,
}

impl<'a> Traffic<'a> {
    fn of(sides: &'a [Side<'a>]) -> Self {
        let of_side = sides.iter().enumerate();
        let vanished: Vec<(usize, usize)> = of_side
            .clone()
            .flat_map(|(from, side)| side.vanished().into_iter().map(move |old| (from, old)))
            .collect();
        let open: Vec<(usize, usize)> = of_side
            .flat_map(|(to, side)| side.open().map(move |new| (to, new)))
            .collect();
        if vanished.is_empty() || open.is_empty() {
            return Self {
                sides,
                vanished: Vec::new(),
                open: Vec::new(),
                old_folds: Vec::new(),
                new_folds: Vec::new(),
            };
        }
        let old_folds = folds(&vanished, |(from, old)| &sides[from].old.units[old].text);
        let new_folds = folds(&open, |(to, new)| &sides[to].units[new].text);
        Self {
            sides,
            vanished,
            open,
            old_folds,
            new_folds,
        }
    }

    /// The moves of units whose words are the same; of both kinds, what is left over.
    fn verbatim(&self) -> (Vec<Move>, Vec<usize>, Vec<usize>) {
        let mut free = Free::of(self);
        let mut found: Vec<Move> = Vec::new();
        let mut unmatched = Vec::new();
        for (index, (to, new)) in self.open.iter().copied().enumerate() {
            let best = free.best(index, found.last());
            match best {
                Some(best) => {
                    let (from, old) = self.vanished[best];
                    found.push(Move { to, new, from, old });
                }
                None => unmatched.push(index),
            }
        }
        (found, free.left(), unmatched)
    }

    /// The moves of units that were reworded, too.
    fn reworded(&self, left: &[usize], unmatched: &[usize]) -> Vec<Move> {
        let olds: Vec<&str> = left
            .iter()
            .map(|old| self.old_folds[*old].as_str())
            .collect();
        let news: Vec<&str> = unmatched
            .iter()
            .map(|new| self.new_folds[*new].as_str())
            .collect();
        let mut pairs = alike(&olds, &news, |_, _| BETWEEN);
        pairs.retain(|pair| self.fits(left[pair.old], unmatched[pair.new]));
        let named = |pair: &Pair| {
            let (from, old) = self.vanished[left[pair.old]];
            let (to, new) = self.open[unmatched[pair.new]];
            Move { to, new, from, old }
        };
        mutual_best(&pairs).iter().map(named).collect()
    }

    /// How much the translations of an old unit are worth.
    fn worth(&self, old: usize) -> Reverse<usize> {
        let (from, old) = self.vanished[old];
        Reverse(self.sides[from].worth.get(old).copied().unwrap_or(0))
    }

    /// Whether an old unit may have come to another article as that unit there: one that a locale
    /// file knew from an earlier time goes on as that.
    fn fits(&self, old: usize, new: usize) -> bool {
        let ((from, old), (to, new)) = (self.vanished[old], self.open[new]);
        let assigned = &self.sides[to].assigned[new];
        let base = &self.sides[from].old.units[old].id.base;
        from != to && (assigned.rule == Rule::New || assigned.id.base == *base)
    }
}

/// The old units that no new one has taken yet.
struct Free<'a> {
    traffic: &'a Traffic<'a>,
    /// Per words, those worth most first, then in their order.
    by_words: BTreeMap<&'a str, BTreeSet<(Reverse<usize>, usize)>>,
    /// By article and index there.
    by_place: FxHashMap<(usize, usize), usize>,
}

impl<'a> Free<'a> {
    fn of(traffic: &'a Traffic<'a>) -> Self {
        let places = traffic.vanished.iter().enumerate();
        let mut free = Self {
            traffic,
            by_words: BTreeMap::new(),
            by_place: places.map(|(index, place)| (*place, index)).collect(),
        };
        for (index, words) in traffic.old_folds.iter().enumerate() {
            let equals = free.by_words.entry(words).or_default();
            equals.insert((traffic.worth(index), index));
        }
        free
    }

    /// Takes the unit of the same words that is worth most; of those the one behind the unit that was
    /// moved last, else the first.
    fn best(&mut self, new: usize, last: Option<&Move>) -> Option<usize> {
        let traffic = self.traffic;
        let equals = self.by_words.get_mut(traffic.new_folds[new].as_str())?;
        let mut fitting = equals.iter().filter(|(_, old)| traffic.fits(*old, new));
        let best = *fitting.next()?;
        let next = last.filter(|last| last.to == traffic.open[new].0);
        let next = next.and_then(|last| self.by_place.get(&(last.from, last.old + 1)));
        let next = next.map(|old| (best.0, *old));
        let next = next.filter(|next| equals.contains(next) && traffic.fits(next.1, new));
        let best = next.unwrap_or(best);
        equals.remove(&best);
        Some(best.1)
    }

    /// Those that are left.
    fn left(self) -> Vec<usize> {
        let words = self.by_words.into_values();
        let left = words.flat_map(|equals| {
            let mut left: Vec<usize> = equals.into_iter().map(|(_, old)| old).collect();
            left.sort_unstable();
            left
        });
        left.collect()
    }
}

fn folds<'a>(
    places: &[(usize, usize)],
    text: impl Fn((usize, usize)) -> &'a String,
) -> Vec<String> {
    places.iter().map(|place| fold(text(*place))).collect()
}
