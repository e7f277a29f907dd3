//! Which articles are others under a new name.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::{Orphan, Prepared};
use crate::text::fold;
use crate::update::{Assigned, Memory, Rule, assign};

/// With so many articles at most one that is gone is compared: those that share most of its rare
/// sentences. What all articles have says nothing about any.
const MOST: usize = 16;

/// Articles that are gone and those that they became, by their indexes, each once: an article that is
/// new, and has of one that is gone at least half of the units.
pub(super) fn renames(orphans: &[Orphan], articles: &[Prepared]) -> Vec<(usize, usize)> {
    let mut new = New::of(articles);
    let mut compared: FxHashMap<(Vec<String>, usize), usize> = FxHashMap::default();
    let mut pairs = Vec::new();
    for (index, orphan) in orphans.iter().enumerate() {
        let folds: Vec<String> = { orphan.old.units.iter() }
            .map(|unit| fold(&unit.text))
            .collect();
        for class in new.candidates(&folds) {
            let key = (folds.clone(), class);
            let kept = *compared.entry(key).or_insert_with(|| {
                let article = &articles[new.classes[class][0]];
                kept(&assign(&orphan.old, &article.new_units, &Memory::default()))
            });
            if kept > 0 && kept * 2 >= orphan.old.units.len() {
                pairs.push((Reverse(kept), index, class));
            }
        }
    }
    pairs.sort_unstable();
    new.classes.iter_mut().for_each(|class| class.reverse());
    let mut renamed = BTreeMap::new();
    for (_, orphan, class) in pairs {
        if !renamed.contains_key(&orphan)
            && let Some(article) = new.classes[class].pop()
        {
            renamed.insert(orphan, article);
        }
    }
    renamed.into_iter().collect()
}

/// How many units are the same, if cut in another way.
fn kept(assigned: &[Assigned]) -> usize {
    let is_equal =
        |unit: &&Assigned| matches!(unit.rule, Rule::Same | Rule::Moved | Rule::Resegmented);
    assigned.iter().filter(is_equal).count()
}

/// The articles that are new, those of equal sentences together.
struct New {
    /// The indexes of the articles of each class, ascending; the classes by their first one.
    classes: Vec<Vec<usize>>,
    /// The classes that have a sentence, or one that begins like it.
    having: FxHashMap<String, Vec<usize>>,
}

impl New {
    fn of(articles: &[Prepared]) -> Self {
        let mut by_folds: FxHashMap<Vec<String>, usize> = FxHashMap::default();
        let mut new = Self {
            classes: Vec::new(),
            having: FxHashMap::default(),
        };
        let all = articles.iter().enumerate();
        for (index, article) in all.filter(|(_, article)| article.old_text.is_none()) {
            let folds: Vec<String> = { article.new_units.iter() }
                .map(|unit| fold(&unit.text))
                .collect();
            let next = new.classes.len();
            let class = *by_folds.entry(folds.clone()).or_insert(next);
            if class == next {
                new.classes.push(Vec::new());
                for key in keys(&folds) {
                    new.having.entry(key).or_default().push(class);
                }
            }
            new.classes[class].push(index);
        }
        new
    }

    /// The classes that share most with an article, ascending.
    fn candidates(&self, folds: &[String]) -> Vec<usize> {
        let keys = keys(folds).into_iter();
        let mut having: Vec<&Vec<usize>> = keys.filter_map(|key| self.having.get(&key)).collect();
        having.sort_by_key(|classes| classes.len());
        let is_rare = |classes: &&&Vec<usize>| classes.len() <= MOST;
        let rare = having.iter().filter(is_rare).count().max(1);
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for class in having
            .iter()
            .take(rare)
            .flat_map(|classes| classes.iter().take(MOST))
        {
            *votes.entry(*class).or_default() += 1;
        }
        let mut found: Vec<(Reverse<usize>, usize)> = { votes.into_iter() }
            .map(|(class, count)| (Reverse(count), class))
            .collect();
        found.sort_unstable();
        let mut found: Vec<usize> = found
            .into_iter()
            .take(MOST)
            .map(|(_, class)| class)
            .collect();
        found.sort_unstable();
        found
    }
}

/// What articles with the same sentences share, if they are cut in another way: the sentences, and the
/// first words of each.
fn keys(folds: &[String]) -> BTreeSet<String> {
    const WORDS: usize = 4;
    let beginning = |fold: &String| {
        let words: Vec<&str> = fold.split(' ').take(WORDS).collect();
        (words.len() == WORDS).then(|| words.join(" "))
    };
    let beginnings = folds.iter().filter_map(beginning);
    folds.iter().cloned().chain(beginnings).collect()
}
