//! Articles seen together: units that moved from one to another, and articles with a new name.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::heirs::heirs;
use super::prepare::returning;
use super::renames::renames;
use super::together::key_of;
use super::{Orphan, Prepared, TargetFile, Together, Unread};
use crate::catalog::{Base, Bases, Catalog, Id, Source, SourceUnit};
use crate::config::Project;
use crate::update::{
    Assigned, Carried, Memory, Move, Passenger, Rule, Side, assign, assign_equal, bequeath, carry,
    carry_all, hand_over, moves, source_catalog, verbatim_moves, worth,
};

impl Project {
    /// Finds what moved between articles, and lets ids and translations follow. Where not all of
    /// what has a part in a move could be read, nothing moves, and its articles wait.
    pub fn join(&self, articles: Vec<Prepared>, orphans: Vec<Orphan>, unread: Unread) -> Together {
        let ids = |article: &Prepared| article.assigned.iter().map(|unit| unit.id).collect();
        let mut all = Together {
            alone: articles.iter().map(ids).collect(),
            groups: (0..articles.len() + orphans.len() + unread.closed.len()).collect(),
            origins: vec![BTreeMap::new(); articles.len()],
            articles,
            orphans,
            unread,
            ..Together::default()
        };
        self.follow_names(&mut all);
        all.moved = moved_before(&all);
        reserve(&mut all);
        let mut routes: BTreeMap<(usize, usize), Vec<Move>> = BTreeMap::new();
        let found = all.with_sides(|article| article.assigned.clone(), moves);
        for one in found {
            routes.entry((one.to, one.from)).or_default().push(one);
        }
        // As all were before the first unit moves.
        let before: Vec<(Source, Vec<TargetFile>)> = all
            .articles
            .iter()
            .map(|article| (article.old.clone(), article.targets.clone()))
            .chain(
                all.orphans
                    .iter()
                    .map(|orphan| (orphan.old.clone(), orphan.targets.clone())),
            )
            .collect();
        for ((to, from), route) in routes {
            all.unite(to, from);
            if !(self.is_whole(&all, to) && self.is_whole(&all, from)) {
                continue;
            }
            let key = match from.checked_sub(all.articles.len()) {
                Some(orphan) => all.orphans[orphan].key.clone(),
                None => all.articles[from].key.clone(),
            };
            all.origins[to].extend(route.iter().map(|one| (one.new, key.clone())));
            let lost = route
                .iter()
                .map(|one| before[from].0.units[one.old].clone());
            all.lost.entry(from).or_default().extend(lost);
            let (source, targets) = &before[from];
            let passengers = board(&mut all.articles[to], source, &route);
            for leaving in targets {
                all.load(to, leaving, |from, to| carry(source, from, to, &passengers));
            }
            renew(&mut all.articles[to]);
        }
        keep_equals(&mut all);
        self.bequeath_equals(&mut all, &before);
        all.waiting = self.waiting(&all);
        all
    }

    /// Lets translations whose sentences are gone, and went nowhere, serve equal ones of other articles.
    /// `before` is what the articles and the orphans had before anything moved.
    fn bequeath_equals(&self, all: &mut Together, before: &[(Source, Vec<TargetFile>)]) {
        let heirs = heirs(all);
        for ((to, from), left) in heirs {
            if !(self.is_whole(all, to) && self.is_whole(all, from)) {
                continue;
            }
            let (source, targets) = &before[from];
            let giving = Side {
                old: source,
                units: &[],
                assigned: &[],
                worth: &[],
                moved: None,
            };
            let article = &mut all.articles[to];
            let taking = Side {
                old: &article.old,
                units: &article.new_units,
                assigned: &article.assigned,
                ..giving
            };
            let mut is_changed = false;
            for (from, to) in targets.iter().zip(&mut article.targets) {
                let (from, to_catalog) = (&from.catalog.value, &to.catalog.value);
                if let Some(text) = bequeath(&giving, &left, from, &taking, to_catalog) {
                    to.catalog = Catalog::parse(&text);
                    is_changed = true;
                }
            }
            if is_changed {
                all.unite(to, from);
            }
        }
    }

    /// Gives articles that were renamed what was translated under their old name.
    fn follow_names(&self, all: &mut Together) {
        for (orphan, article) in renames(&all.orphans, &all.articles) {
            let member = all.articles.len() + orphan;
            all.renamed.insert(orphan, article);
            all.unite(article, member);
            if !(self.is_whole(all, article) && self.is_whole(all, member)) {
                continue;
            }
            let gone = all.orphans[orphan].clone();
            for leaving in &gone.targets {
                all.load(article, leaving, |from, to| {
                    if to.text.is_empty() {
                        whole(from)
                    } else {
                        carry_all(from, to)
                    }
                });
            }
            let new = &mut all.articles[article];
            let memory = Memory {
                returning: returning(&gone.old, &new.targets),
                ..Memory::default()
            };
            new.assigned = assign(&gone.old, &new.new_units, &memory);
            new.old = gone.old;
            renew(new);
        }
    }
}

/// Keeps units apart that are only alike where one of equal wording left or came to another article:
/// equality anywhere is worth more than likeness in one place.
fn reserve(all: &mut Together) {
    let by_words = |article: &Prepared| {
        let memory = Memory {
            returning: returning(&article.old, &article.targets),
            ..Memory::default()
        };
        assign_equal(&article.old, &article.new_units, &memory)
    };
    let verbatim = all.with_sides(by_words, verbatim_moves);
    let mut touched: BTreeMap<usize, Memory> = BTreeMap::new();
    for (member, moved) in &all.moved {
        touched
            .entry(*member)
            .or_default()
            .leaving
            .clone_from(moved);
    }
    for one in verbatim {
        touched.entry(one.from).or_default().leaving.insert(one.old);
        touched.entry(one.to).or_default().arriving.insert(one.new);
    }
    for (member, mut memory) in touched {
        let Some(article) = all.articles.get_mut(member) else {
            continue;
        };
        let is_alike = |unit: &Assigned| {
            let mut olds = unit.old.iter().chain(&unit.joined);
            olds.any(|old| memory.leaving.contains(old))
        };
        let mut arrived = memory.arriving.iter().map(|new| &article.assigned[*new]);
        let is_matched = |unit: &Assigned| unit.old.is_some() || unit.part_of.is_some();
        if !article.assigned.iter().any(is_alike) && !arrived.any(is_matched) {
            continue;
        }
        memory.returning = returning(&article.old, &article.targets);
        article.assigned = assign(&article.old, &article.new_units, &memory);
        renew(article);
    }
}

/// The units of each member that came to another article in an earlier run, which was interrupted before
/// they left this one: no locale has anything of them here, and the other one has their base.
fn moved_before(all: &Together) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut owners: BTreeMap<Base, BTreeSet<usize>> = BTreeMap::new();
    for (member, article) in all.articles.iter().enumerate() {
        let known = article.assigned.iter().filter(|unit| unit.old.is_some());
        for unit in known {
            owners.entry(unit.id.base).or_default().insert(member);
        }
    }
    let mut moved: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (member, (source, targets)) in all.sources().enumerate() {
        let catalogs: Vec<&Catalog> = targets.iter().map(|file| &file.catalog.value).collect();
        for (old, (unit, worth)) in source
            .units
            .iter()
            .zip(worth(source, &catalogs))
            .enumerate()
        {
            let is_elsewhere = { owners.get(&unit.id.base) }
                .is_some_and(|owners| owners.iter().any(|owner| *owner != member));
            if worth == 0 && is_elsewhere {
                moved.entry(member).or_default().insert(old);
            }
        }
    }
    moved
}

/// Lets a translation whose sentence is gone from its article serve an equal one that is still there.
fn keep_equals(all: &mut Together) {
    for (index, article) in all.articles.iter_mut().enumerate() {
        let lost = all.lost.get(&index).map_or(&[][..], Vec::as_slice);
        let lost: FxHashSet<(Id, &str)> = lost.iter().map(key_of).collect();
        let old = { &article.old.units }.iter().enumerate();
        let moved = old
            .filter(|(_, unit)| lost.contains(&key_of(unit)))
            .map(|(old, _)| old);
        let moved: BTreeSet<usize> = moved.collect();
        let side = Side {
            old: &article.old,
            units: &article.new_units,
            assigned: &article.assigned,
            worth: &[],
            moved: all.moved.get(&index),
        };
        for target in &mut article.targets {
            if let Some(text) = hand_over(&side, &target.catalog.value, &moved) {
                target.catalog = Catalog::parse(&text);
            }
        }
    }
}

/// Writes an article's source catalog anew, after its ids have changed.
fn renew(article: &mut Prepared) {
    article.source_text = source_catalog(&article.path, &article.new_units, &article.assigned);
    article.source = Source::of(&Catalog::parse(&article.source_text).value);
}

/// A catalog that goes as it is, with all that people made of it.
fn whole(from: &Catalog) -> Carried {
    let entries = from.entries.iter();
    Carried {
        text: from.text.clone(),
        left: entries
            .map(|entry| entry.span.of(&from.text).to_owned())
            .collect(),
    }
}

/// Gives the units that came on one route the ids they had, and makes their old wording known.
fn board(article: &mut Prepared, source: &Source, route: &[Move]) -> Vec<Passenger> {
    let mut passengers = Vec::new();
    let known: FxHashSet<Base> = article.old.units.iter().map(|unit| unit.id.base).collect();
    let assigned = article.assigned.iter().map(|assigned| assigned.id.base);
    let mut bases: Bases = assigned.chain(known.iter().copied()).collect();
    for one in route {
        let old = &source.units[one.old];
        // The id that the unit had without its past is free for it.
        let bare = article.assigned[one.new].id.base;
        if !known.contains(&bare) {
            bases.remove(&bare);
        }
        let id = if bases.contains(&old.id.base) {
            bases.born(&old.text)
        } else {
            bases.insert(old.id.base);
            old.id
        };
        let text = &article.new_units[one.new].text;
        article.assigned[one.new] = Assigned {
            id: Id::of(&id.base, text, Some((&id, &old.text))),
            rule: Rule::Arrived,
            old: Some(article.old.units.len()),
            joined: Vec::new(),
            part_of: None,
        };
        article.old.units.push(SourceUnit { id, ..old.clone() });
        passengers.push(Passenger {
            old: one.old,
            new: one.new,
            id,
        });
    }
    passengers
}

impl Together {
    /// Orphans that nothing took up.
    pub fn orphans_kept(&self) -> impl Iterator<Item = &Orphan> {
        let is_taken = |index: &usize| {
            let member = self.articles.len() + index;
            self.renamed.contains_key(index)
                || self.lost.contains_key(&member)
                || self.waiting.contains(&self.groups[member])
        };
        let orphans = self.orphans.iter().enumerate();
        orphans.filter_map(move |(index, orphan)| (!is_taken(&index)).then_some(orphan))
    }

    /// Whether a member is left as it is until everything can be read.
    pub fn waits(&self, member: usize) -> bool {
        self.waiting.contains(&self.groups[member])
    }

    /// Articles that are left as they are until everything can be read.
    pub fn articles_waiting(&self) -> impl Iterator<Item = &Prepared> {
        let articles = self.articles.iter().enumerate();
        let waiting = articles.filter(|(member, _)| self.waits(*member));
        waiting.map(|(_, article)| article)
    }

    /// Looks at all members as sides of moves; `assigned` says how an article's units are matched.
    pub(super) fn with_sides<T>(
        &self,
        assigned: impl Fn(&Prepared) -> Vec<Assigned>,
        look: impl FnOnce(&[Side<'_>]) -> T,
    ) -> T {
        let nobody = Source::default();
        let in_articles: Vec<Vec<Assigned>> = self.articles.iter().map(assigned).collect();
        let in_closed: Vec<Vec<Assigned>> = { &self.unread.closed }
            .iter()
            .map(|closed| assign_equal(&closed.old, &closed.units, &Memory::default()))
            .collect();
        let worths: Vec<Vec<usize>> = { self.sources() }
            .map(|(source, targets)| {
                let catalogs: Vec<&Catalog> =
                    targets.iter().map(|file| &file.catalog.value).collect();
                worth(source, &catalogs)
            })
            .collect();
        let mut sides = Vec::with_capacity(self.groups.len());
        for (article, assigned) in self.articles.iter().zip(&in_articles) {
            sides.push(Side {
                old: &article.old,
                units: &article.new_units,
                assigned,
                worth: &worths[sides.len()],
                moved: self.moved.get(&sides.len()),
            });
        }
        for (index, orphan) in self.orphans.iter().enumerate() {
            let is_renamed = self.renamed.contains_key(&index);
            sides.push(Side {
                old: if is_renamed { &nobody } else { &orphan.old },
                units: &[],
                assigned: &[],
                worth: &worths[sides.len()],
                moved: self.moved.get(&sides.len()),
            });
        }
        for (closed, assigned) in self.unread.closed.iter().zip(&in_closed) {
            sides.push(Side {
                old: &closed.old,
                units: &closed.units,
                assigned,
                worth: &[],
                moved: None,
            });
        }
        look(&sides)
    }

    /// The source catalogs of the articles and the orphans, with the locales' catalogs.
    pub(super) fn sources(&self) -> impl Iterator<Item = (&Source, &[TargetFile])> {
        let articles = self.articles.iter();
        let articles = articles.map(|article| (&article.old, article.targets.as_slice()));
        let orphans = self.orphans.iter();
        articles.chain(orphans.map(|orphan| (&orphan.old, orphan.targets.as_slice())))
    }

    /// Carries messages into an article's catalog of the locale, and notes what stays superfluous.
    fn load(
        &mut self,
        article: usize,
        leaving: &TargetFile,
        carry: impl Fn(&Catalog, &Catalog) -> Carried,
    ) {
        let targets = &mut self.articles[article].targets;
        let same = |target: &&mut TargetFile| target.locale == leaving.locale;
        let Some(target) = targets.iter_mut().find(same) else {
            return;
        };
        let carried = carry(&leaving.catalog.value, &target.catalog.value);
        target.catalog = Catalog::parse(&carried.text);
        let left = self.left.entry(leaving.path.clone()).or_default();
        left.extend(carried.left);
    }

    fn unite(&mut self, one: usize, two: usize) {
        let (keep, drop) = (self.groups[one], self.groups[two]);
        for group in &mut self.groups {
            if *group == drop {
                *group = keep;
            }
        }
    }
}
