//! Sentences that are gone from where they stood, which may stand in an article that is in step.

use rustc_hash::FxHashSet;

use super::{Orphan, Prepared};
use crate::catalog::{Base, Catalog, Id, Source, escape};
use crate::update::{Assigned, Rule, Side, worth};

/// Units of source catalogs that are gone from their articles, and those that have other words now
/// and no translation that would say so.
#[derive(Debug, Default)]
pub struct Departed {
    bases: FxHashSet<Base>,
    /// Their German, as a source catalog has it.
    texts: FxHashSet<String>,
}

impl Departed {
    /// Takes those of articles, and all of those that are gone.
    pub fn of(articles: &[Prepared], orphans: &[Orphan]) -> Self {
        let mut departed = Self::default();
        for article in articles {
            let side = Side {
                old: &article.old,
                units: &article.new_units,
                assigned: &article.assigned,
                worth: &[],
                moved: None,
            };
            let is_reworded = |unit: &&Assigned| unit.rule == Rule::Reworded;
            let reworded = { &article.assigned }.iter().filter(is_reworded);
            let reworded: Vec<usize> = reworded.filter_map(|unit| unit.old).collect();
            let catalogs = article.targets.iter().map(|file| &file.catalog.value);
            let worth = || worth(&article.old, &catalogs.collect::<Vec<&Catalog>>());
            let worth = if reworded.is_empty() {
                Vec::new()
            } else {
                worth()
            };
            let untranslated = reworded.into_iter().filter(|old| worth[*old] == 0);
            departed.add(
                &article.old,
                side.vanished().into_iter().chain(untranslated),
            );
        }
        for orphan in orphans {
            departed.add(&orphan.old, 0..orphan.old.units.len());
        }
        departed
    }

    fn add(&mut self, source: &Source, units: impl Iterator<Item = usize>) {
        for unit in units.map(|unit| &source.units[unit]) {
            self.bases.insert(unit.id.base);
            self.texts.insert(escape(&unit.text));
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.bases.is_empty()
    }

    /// Whether one of them may stand in the article of a source catalog, given as text.
    pub fn stands_in(&self, source: &str) -> bool {
        let messages = source.lines().filter_map(|line| line.split_once(" = "));
        messages.into_iter().any(|(id, text)| {
            let is_known = |id: Id| self.bases.contains(&id.base);
            self.texts.contains(text) || Id::parse(id).is_some_and(is_known)
        })
    }
}
