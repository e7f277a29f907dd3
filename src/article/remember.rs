//! What the stubs of articles show of translations that the same sentences have elsewhere.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::{Change, Prepared, TargetFile};
use crate::catalog::{Base, Catalog, Id, SourceUnit, escape};
use crate::compare::{Comparison, Item, State, compare};
use crate::config::{Project, Shown};
use crate::memory::{Entry, Index, Search};
use crate::text::fold;
use crate::update::remember;

/// The sentences of articles, to find others with one of them.
#[derive(Debug, Default)]
pub struct Sentences {
    bases: HashSet<String>,
    values: HashSet<String>,
}

impl Sentences {
    /// Returns the sentences that articles have, and those that they had, as far as somebody lacks a
    /// translation of them: one of these articles, or one that has a sentence of the keys `lacking`.
    pub fn lacked(project: &Project, articles: &[Prepared], lacking: &FxHashSet<u64>) -> Self {
        let mut lacking = lacking.clone();
        lacking.extend(articles.iter().flat_map(|article| project.lacking(article)));
        let mut sentences = Self::default();
        for article in articles {
            let units = article.source.units.iter().chain(&article.old.units);
            for unit in units {
                if keys_of(unit).iter().any(|key| lacking.contains(key)) {
                    sentences.bases.insert(unit.id.base.to_string());
                    sentences.values.insert(escape(&unit.text));
                }
            }
        }
        sentences
    }

    /// Whether a unit is one of them.
    fn has(&self, item: &Item) -> bool {
        self.bases.contains(&item.id.base.to_string())
            || self.values.contains(&escape(&item.source))
    }

    /// Whether one of them seems to stand in the text of a source catalog.
    pub fn stand_in(&self, catalog: &str) -> bool {
        catalog
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .any(|(id, value)| {
                let base = id.split('-').next().unwrap_or_default();
                self.bases.contains(base) || self.values.contains(value)
            })
    }
}

/// By what a sentence is known among those that lack a translation: by its id, and by its text.
fn keys_of(unit: &SourceUnit) -> [u64; 2] {
    let key = |text: &str| {
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        hasher.finish()
    };
    [key(&unit.id.base.to_string()), key(&unit.text)]
}

/// How similar a sentence must be for a stub to show its translation.
const SIMILAR: f64 = 0.6;

/// Sentences with a translation, among which the most similar to another one is looked for.
struct Similar<'a> {
    targets: Vec<&'a str>,
    index: Index,
}

impl<'a> Similar<'a> {
    /// Makes sentences ready, if stubs show such at all.
    fn of(shown: Shown, known: &FxHashMap<String, &'a str>) -> Self {
        let mut pairs: Vec<(&String, &&str)> = match shown {
            Shown::Best => known.iter().collect(),
            Shown::Exact | Shown::Off => Vec::new(),
        };
        pairs.sort_unstable();
        let sources: Vec<&String> = pairs.iter().map(|(source, _)| *source).collect();
        Self {
            index: Index::of(&sources),
            targets: pairs.iter().map(|(_, target)| **target).collect(),
        }
    }

    /// The translation of the most similar sentence, behind how similar it is.
    fn best(&self, words: &str) -> Option<String> {
        if self.index.is_empty() {
            return None;
        }
        let found = { Search::new(&self.index).best(words, SIMILAR, 1) }
            .into_iter()
            .next()?;
        let percent = (1..100)
            .rev()
            .find(|percent| f64::from(*percent) <= found.similarity * 100.0);
        Some(format!(
            "{}%: {}",
            percent.unwrap_or(0),
            self.targets[found.number]
        ))
    }
}

/// A locale's catalog of an article as it will be.
struct Planned<'a> {
    key: &'a str,
    target: &'a TargetFile,
    catalog: Catalog,
    comparison: Comparison,
}

impl Project {
    /// Returns the keys of the sentences of an article that have no message in a catalog whose stubs show
    /// translations from elsewhere.
    pub fn lacking(&self, article: &Prepared) -> Vec<u64> {
        let mut found = Vec::new();
        for target in { article.targets.iter() }.filter(|target| self.notes(&target.locale)) {
            let messages = target.catalog.value.messages();
            let ids = messages.filter_map(|(_, entry)| Id::parse(&entry.id));
            let bases: FxHashSet<Base> = ids.map(|id| id.base).collect();
            let units = article.source.units.iter();
            let lacking = units.filter(|unit| !bases.contains(&unit.id.base));
            found.extend(lacking.flat_map(keys_of));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Returns the catalogs of articles whose stubs must show something else of what the same sentence
    /// has in one of the articles, the first that has it. Only stubs of `sentences` are looked at: what
    /// others show may stand in an article that is not among these. `others` are translations that other
    /// articles have, by locale; `planned` are the texts that catalogs will have at their paths, where
    /// those are not as they were read.
    pub fn remembered(
        &self,
        articles: &[&Prepared],
        others: &BTreeMap<String, Vec<Entry>>,
        sentences: &Sentences,
        planned: &BTreeMap<String, String>,
    ) -> Vec<Change> {
        let mut changes = Vec::new();
        for locale in self.locales.iter().filter(|locale| self.notes(locale)) {
            let planned: Vec<Planned<'_>> = { articles.iter() }
                .filter_map(|article| self.planned(article, locale, planned))
                .collect();
            let others = others.get(locale).into_iter().flatten();
            let mut translations: Vec<[&str; 3]> = others
                .map(|entry| [&entry.article, &entry.source, &entry.target].map(String::as_str))
                .collect();
            for article in &planned {
                let finished = finished(&article.comparison);
                translations.extend(finished.map(|(source, target)| [article.key, source, target]));
            }
            translations.sort_by_key(|[key, ..]| *key);
            let mut known: FxHashMap<String, &str> = FxHashMap::default();
            for [_, source, target] in translations {
                known.entry(fold(source)).or_insert(target);
            }
            let similar = Similar::of(self.memory.show, &known);
            for article in &planned {
                let missing = article.comparison.items.iter();
                let missing =
                    missing.filter(|item| item.state == State::Missing && sentences.has(item));
                let shown: BTreeMap<Base, Option<String>> = missing
                    .map(|item| {
                        let words = fold(&item.source);
                        let exact = known.get(&words).map(|target| (*target).to_owned());
                        (item.id.base, exact.or_else(|| similar.best(&words)))
                    })
                    .collect();
                let new = remember(&article.catalog, &shown);
                if new != article.catalog.text {
                    changes.push(Change {
                        path: article.target.path.clone(),
                        old: article.target.text.clone(),
                        new: Some(new),
                    });
                }
            }
        }
        changes
    }

    fn planned<'a>(
        &self,
        article: &'a Prepared,
        locale: &str,
        planned: &BTreeMap<String, String>,
    ) -> Option<Planned<'a>> {
        let target = article.target(locale)?;
        let text = planned.get(&target.path).or(target.text.as_ref())?;
        let catalog = Catalog::parse(text).value;
        let comparison = compare(&article.source, &catalog, None, &self.source);
        Some(Planned {
            key: &article.key,
            target,
            catalog,
            comparison,
        })
    }
}

/// The sentences that have a translation of their own which somebody has looked at, with it.
fn finished(comparison: &Comparison) -> impl Iterator<Item = (&str, &str)> {
    let items = &comparison.items;
    items.iter().enumerate().filter_map(|(place, item)| {
        let is_alone = items.get(place + 1).is_none_or(|next| next.leader != place);
        let target = item.target.as_deref().filter(|target| !target.is_empty())?;
        (item.state == State::Current && is_alone && item.aligned.is_none())
            .then_some((item.source.as_str(), target))
    })
}
