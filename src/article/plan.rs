//! What a run of `sync` writes, and in which order: a message is in its new catalog before it
//! leaves the old one, and source catalogs come last. So a run that is killed can be repeated.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::together::key_of;
use super::{Prepared, TargetFile, Together};
use crate::catalog::{Base, Catalog, Id, SourceUnit};
use crate::config::Project;
use crate::update::{Assigned, NewUnit, Rule, bases, is_plain, is_spent, source_catalog, without};

/// What a file becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path in the workspace.
    pub path: String,
    /// Its text as it was read; None if there is no such file.
    pub old: Option<String>,
    /// Its new text; None if it is removed.
    pub new: Option<String>,
}

impl Change {
    /// Whether there is anything to write. A difference in white space between entries alone is
    /// none.
    pub fn differs(&self) -> bool {
        let (Some(old), Some(new)) = (&self.old, &self.new) else {
            return self.old != self.new;
        };
        let bare = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            lines.map(str::to_owned).collect()
        };
        old != new && bare(old) != bare(new)
    }

    /// What the file holds once the change is made.
    fn after(&self) -> Option<&str> {
        let after = if self.differs() { &self.new } else { &self.old };
        after.as_deref()
    }
}

/// The changes of articles that hang together, in steps: a step begins when the one before it is
/// on the disk, and not at all if that failed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The steps.
    pub steps: Vec<Vec<Change>>,
    /// Path and id of what pruning removes.
    pub pruned: Vec<(String, String)>,
}

impl Project {
    /// What is to be written, for each group of articles that hang together, unless it waits.
    pub fn plan(&self, all: &Together, prune: bool) -> Vec<Plan> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, group) in all.groups.iter().enumerate() {
            if all.waiting.contains(group) {
                continue;
            }
            groups.entry(*group).or_default().push(index);
        }
        let mut plans: Vec<(usize, Plan)> = groups
            .into_values()
            .map(|members| (members[0], self.plan_group(all, &members, prune)))
            .collect();
        plans.sort_by_key(|(first, _)| *first);
        plans.into_iter().map(|(_, plan)| plan).collect()
    }

    /// Whether `sync` has nothing to say of an article and nothing to write, unless it prunes. Then
    /// no unit of it can have moved to or from another one.
    pub fn is_in_step(&self, article: &Prepared) -> bool {
        let is_in_step = |target: &TargetFile| self.is_target_in_step(article, target);
        self.is_source_in_step(article) && article.targets.iter().all(is_in_step)
    }

    /// Whether the source catalog of an article has its units as they are, and all of the locales'
    /// catalogs could be read.
    pub fn is_source_in_step(&self, article: &Prepared) -> bool {
        let is_same = |assigned: &Assigned| assigned.rule == Rule::Same;
        article.targets.len() == self.locales.len()
            && article.assigned.iter().all(is_same)
            && !change("", article.old_text.as_deref(), &article.source_text).differs()
    }

    /// Whether no `sync` can change the state of a unit of an article, unless one comes from another
    /// article.
    pub fn is_settled(&self, article: &Prepared) -> bool {
        let is_settled = |target: &TargetFile| {
            is_plain(&target.catalog.value) || self.is_target_in_step(article, target)
        };
        self.is_source_in_step(article) && article.targets.iter().all(is_settled)
    }

    fn is_target_in_step(&self, article: &Prepared, target: &TargetFile) -> bool {
        let (new, _) = self.update(article, target, false);
        let is_none = target.text.is_none() && new.is_empty();
        is_none || !change(&target.path, target.text.as_deref(), &new).differs()
    }

    fn plan_group(&self, all: &Together, members: &[usize], prune: bool) -> Plan {
        let mut plan = Plan::default();
        let (mut arrive, mut leave) = (Vec::new(), Vec::new());
        let (mut both, mut sources) = (Vec::new(), Vec::new());
        // What arrived anywhere in the group: what is left of an orphan may be among it.
        let mut arrived: BTreeMap<&str, String> = BTreeMap::new();
        let articles = members.iter().filter(|index| **index < all.articles.len());
        for index in articles {
            let article = &all.articles[*index];
            for target in &article.targets {
                let (new, pruned) = self.update(article, target, prune);
                let path = &target.path;
                plan.pruned
                    .extend(pruned.into_iter().map(|id| (path.clone(), id)));
                let text = arrived.entry(&target.locale).or_default();
                text.push_str(&new);
                if target.text.is_none() && new.is_empty() {
                    continue;
                }
                let first = change(path, target.text.as_deref(), &new);
                if let Some(left) = all.left.get(path) {
                    leave.push(change(path, first.after(), &without(&new, left)));
                }
                arrive.push(first);
            }
            // Not while a locale's file could not be read: the old German is what its stale units
            // need.
            if article.targets.len() != self.locales.len() {
                continue;
            }
            let path = self.catalog_path(&self.source, &article.key);
            let lost = all.lost.get(index).map_or(&[][..], Vec::as_slice);
            let mut old = article.old_text.clone();
            if !lost.is_empty() && !all.origins[*index].is_empty() {
                let first = change(&path, old.as_deref(), &with_lost(article, lost));
                old = first.after().map(str::to_owned);
                both.push(first);
            }
            let last = change(&path, old.as_deref(), &article.source_text);
            if lost.is_empty() {
                both.push(last);
            } else {
                sources.push(last);
            }
        }
        for index in members {
            if let Some(orphan) = index.checked_sub(all.articles.len()) {
                plan_orphan(all, orphan, &arrived, &mut leave, &mut sources);
            }
        }
        plan.steps = if members.len() == 1 {
            vec![[arrive, both, sources, leave].concat()]
        } else {
            vec![arrive, leave, both, sources]
        };
        plan
    }
}

/// What becomes of the catalogs of an article that is gone. `arrived` is what the articles of its
/// group hold then, by locale.
fn plan_orphan(
    all: &Together,
    orphan: usize,
    arrived: &BTreeMap<&str, String>,
    leave: &mut Vec<Change>,
    sources: &mut Vec<Change>,
) {
    let gone = &all.orphans[orphan];
    if !gone.is_whole {
        return;
    }
    let is_renamed = all.renamed.contains_key(&orphan);
    let lost = all.lost.get(&(all.articles.len() + orphan));
    let lost = lost.map_or(&[][..], Vec::as_slice);
    let mut remembered_bases: BTreeSet<Base> = BTreeSet::new();
    let mut is_spent_everywhere = gone.others.is_empty();
    for target in &gone.targets {
        let Some(text) = &target.text else { continue };
        let left = all.left.get(&target.path).cloned().unwrap_or_default();
        let rest = without(text, &left);
        let catalog = Catalog::parse(&rest).value;
        let other = arrived.get(target.locale.as_str());
        let other = other.map_or("", String::as_str);
        if (is_renamed || !lost.is_empty()) && is_spent(&catalog, other) {
            leave.push(Change {
                new: None,
                ..change(&target.path, Some(text), "")
            });
        } else {
            is_spent_everywhere = false;
            remembered_bases.extend(bases(&catalog));
            leave.push(change(&target.path, Some(text), &rest));
        }
    }
    if is_spent_everywhere {
        sources.push(Change {
            new: None,
            ..change(&gone.path, Some(&gone.text), "")
        });
        return;
    }
    // What no locale has any more needs no memory: it came to another article, perhaps in a run
    // that was killed.
    let lost: FxHashSet<(Id, &str)> = lost.iter().map(key_of).collect();
    let is_kept = |unit: &&SourceUnit| {
        let is_known = remembered_bases.contains(&unit.id.base);
        !lost.contains(&key_of(unit)) && (is_known || !gone.others.is_empty())
    };
    let kept: Vec<&SourceUnit> = gone.old.units.iter().filter(is_kept).collect();
    if kept.len() < gone.old.units.len() {
        let header = gone.old.article.clone().unwrap_or_default();
        let (units, assigned) = remembered(&kept, 0);
        let text = source_catalog(&header, &units, &assigned);
        sources.push(change(&gone.path, Some(&gone.text), &text));
    }
}

fn change(path: &str, old: Option<&str>, new: &str) -> Change {
    Change {
        path: path.to_owned(),
        old: old.map(str::to_owned),
        new: Some(new.to_owned()),
    }
}

/// The source catalog with the units that are on their way to another article.
fn with_lost(article: &Prepared, lost: &[SourceUnit]) -> String {
    let kept: Vec<&SourceUnit> = lost.iter().collect();
    let block = article.new_units.last().map_or(0, |unit| unit.block + 1);
    let (units, assigned) = remembered(&kept, block);
    let units = [article.new_units.clone(), units].concat();
    let assigned = [article.assigned.clone(), assigned].concat();
    source_catalog(&article.path, &units, &assigned)
}

/// Units of a source catalog as they are written again.
fn remembered(kept: &[&SourceUnit], first_block: usize) -> (Vec<NewUnit>, Vec<Assigned>) {
    let unit = |unit: &&SourceUnit| NewUnit {
        text: unit.text.clone(),
        note: unit.note.clone(),
        block: first_block + unit.block,
        kind: "paragraph",
    };
    let assigned = |unit: &&SourceUnit| Assigned {
        id: unit.id,
        rule: Rule::Same,
        old: None,
        joined: Vec::new(),
        part_of: None,
    };
    (
        kept.iter().map(unit).collect(),
        kept.iter().map(assigned).collect(),
    )
}
