//! Stubs that show what the same sentence has in another article.

use std::collections::{BTreeMap, BTreeSet};

use super::Session;
use super::sink::Report;
use crate::article::{Change, Plan, Prepared, Sentences, Together};
use crate::config::Shown;
use crate::memory::Entry;

impl Session {
    /// Adds to plans what the stubs show of translations that the same sentences have elsewhere. Only
    /// articles are looked at that are not in step, and those that have a sentence of theirs which one of
    /// them lacks, or the others.
    pub(super) fn remember(&self, together: &Together, plans: &mut Vec<Plan>) {
        if self.project().memory.show == Shown::Off || plans.is_empty() {
            return;
        }
        let articles = together.articles.iter().enumerate();
        let articles = articles.filter(|(place, _)| !together.waits(*place));
        let mut articles: Vec<&Prepared> = articles.map(|(_, article)| article).collect();
        let sentences = Sentences::lacked(self.project(), &together.articles, &together.lacking);
        let related = self.related(together, &sentences);
        articles.extend(&related);
        articles.sort_by(|a, b| a.key.cmp(&b.key));
        let others = match self.project().memory.show {
            Shown::Best => self.others(&articles),
            Shown::Exact | Shown::Off => BTreeMap::new(),
        };
        let planned = plans.iter().flat_map(|plan| plan.steps.iter().flatten());
        let planned: BTreeMap<String, String> = planned
            .filter_map(|change| Some((change.path.clone(), change.new.clone()?)))
            .collect();
        for change in self
            .project()
            .remembered(&articles, &others, &sentences, &planned)
        {
            put(plans, change);
        }
    }

    /// What all other articles have, by locale.
    fn others(&self, articles: &[&Prepared]) -> BTreeMap<String, Vec<Entry>> {
        let keys: BTreeSet<&str> = articles
            .iter()
            .map(|article| article.key.as_str())
            .collect();
        let mut others = BTreeMap::new();
        for locale in &self.project().locales {
            // What cannot be read was reported already.
            let entries = self.translations(locale, &mut Report::new(&mut ()));
            let mut entries = entries.unwrap_or_default();
            entries.retain(|entry| !keys.contains(entry.article.as_str()));
            others.insert(locale.clone(), entries);
        }
        others
    }

    /// The articles in step that have a sentence of one that is not.
    fn related(&self, together: &Together, sentences: &Sentences) -> Vec<Prepared> {
        let known: BTreeSet<&str> = { together.articles.iter() }
            .map(|article| article.key.as_str())
            .collect();
        // What cannot be read was reported already.
        let (articles, _) = self.workspace.listed(&[]);
        let keys: Vec<String> = { articles.into_iter().map(|article| article.key) }
            .filter(|key| !known.contains(key.as_str()))
            .filter(|key| {
                let path = self.project().catalog_path(&self.project().source, key);
                let catalog = self.workspace.read(&path).ok().flatten();
                catalog.is_some_and(|catalog| sentences.stand_in(&catalog))
            })
            .collect();
        if keys.is_empty() {
            return Vec::new();
        }
        self.workspace.prepare(&keys, &()).0
    }
}

/// Puts a change of a file into the last step that writes it, or behind the others.
fn put(plans: &mut Vec<Plan>, change: Change) {
    let changes = plans
        .iter_mut()
        .flat_map(|plan| plan.steps.iter_mut().flatten());
    match changes.filter(|other| other.path == change.path).last() {
        Some(last) => last.new = change.new,
        None => plans.push(Plan {
            steps: vec![vec![change]],
            pruned: Vec::new(),
        }),
    }
}
