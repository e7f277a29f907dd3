//! Articles seen together: units that moved from one to another, and articles with a new name.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::prepare::returning;
use super::{Prepared, Project, TargetFile};
use crate::catalog::{Base, Bases, Catalog, Id, Source, SourceUnit};
use crate::update::{
    Assigned, Carried, Memory, Move, Passenger, Rule, Side, assign, carry, carry_all, moves,
    source_catalog,
};

/// Catalogs whose article is gone.
#[derive(Debug, Clone)]
pub struct Orphan {
    /// Key of the article that is gone.
    pub key: String,
    /// Path of the source catalog.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What it holds.
    pub old: Source,
    /// The locales' catalogs.
    pub targets: Vec<TargetFile>,
    /// Whether locales that are not configured have catalogs of it, too.
    pub elsewhere: bool,
}

/// All articles of a workspace, with what came from where.
#[derive(Debug, Clone, Default)]
pub struct Together {
    /// The articles; their catalogs have the messages of arrived units in them.
    pub articles: Vec<Prepared>,
    /// The catalogs without an article.
    pub orphans: Vec<Orphan>,
    /// Renamed articles: index of the orphan → index of the article.
    pub renamed: BTreeMap<usize, usize>,
    /// Which articles and orphans hang together: index of both → number of the group. Orphans
    /// count on from the articles.
    pub groups: Vec<usize>,
    /// Units that an article or orphan lost to another one, as its source catalog had them.
    pub lost: BTreeMap<usize, Vec<SourceUnit>>,
    /// Where the arrived units of each article come from: index of the unit → key.
    pub origins: Vec<BTreeMap<usize, String>>,
    /// What became superfluous in a catalog: path → entries, verbatim.
    pub left: BTreeMap<String, BTreeSet<String>>,
}

impl Project {
    /// Finds what moved between articles, and lets ids and translations follow. An article whose
    /// catalogs are not all readable takes no part.
    pub fn join(&self, articles: Vec<Prepared>, orphans: Vec<Orphan>) -> Together {
        let mut all = Together {
            groups: (0..articles.len() + orphans.len()).collect(),
            origins: vec![BTreeMap::new(); articles.len()],
            articles,
            orphans,
            ..Together::default()
        };
        self.follow_names(&mut all);
        let whole: Vec<bool> = all
            .articles
            .iter()
            .map(|article| article.targets.len() == self.locales.len())
            .collect();
        let nobody = Source::default();
        let sides: Vec<Side<'_>> = all
            .articles
            .iter()
            .zip(&whole)
            .map(|(article, whole)| Side {
                old: if *whole { &article.old } else { &nobody },
                units: &article.new_units,
                assigned: if *whole { &article.assigned } else { &[] },
            })
            .chain(all.orphans.iter().enumerate().map(|(index, orphan)| Side {
                old: if all.renamed.contains_key(&index) {
                    &nobody
                } else {
                    &orphan.old
                },
                units: &[],
                assigned: &[],
            }))
            .collect();
        let mut routes: BTreeMap<(usize, usize), Vec<Move>> = BTreeMap::new();
        for one in moves(&sides) {
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
        all
    }

    /// An article that is new, and of one that is gone at least half of the units: it was renamed.
    fn follow_names(&self, all: &mut Together) {
        let mut pairs = Vec::new();
        for (orphan, gone) in all.orphans.iter().enumerate() {
            for (article, new) in all.articles.iter().enumerate() {
                let is_new = new.old_text.is_none() && new.targets.len() == self.locales.len();
                if !is_new {
                    continue;
                }
                let equal = |one: &&Assigned| {
                    matches!(one.rule, Rule::Same | Rule::Moved | Rule::Resegmented)
                };
                let assigned = assign(&gone.old, &new.new_units, &Memory::default());
                let kept = assigned.iter().filter(equal).count();
                if kept > 0 && kept * 2 >= gone.old.units.len() {
                    pairs.push((std::cmp::Reverse(kept), orphan, article));
                }
            }
        }
        pairs.sort_unstable();
        for (_, orphan, article) in pairs {
            let taken = all.renamed.values().any(|other| *other == article);
            if taken || all.renamed.contains_key(&orphan) {
                continue;
            }
            all.renamed.insert(orphan, article);
            all.unite(article, all.articles.len() + orphan);
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
            };
            new.assigned = assign(&gone.old, &new.new_units, &memory);
            new.old = gone.old;
            renew(new);
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
    /// Orphans with translations that nothing took up.
    pub fn orphans_kept(&self) -> impl Iterator<Item = &Orphan> {
        let gone = |index: &usize| {
            let group = self.articles.len() + index;
            self.renamed.contains_key(index) || self.lost.contains_key(&group)
        };
        let orphans = self.orphans.iter().enumerate();
        orphans.filter_map(move |(index, orphan)| {
            let has_text = orphan.targets.iter().any(|target| target.text.is_some());
            (has_text && !gone(&index)).then_some(orphan)
        })
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
