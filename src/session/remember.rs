//! Stubs that show what the same sentence has in another article.

use std::collections::{BTreeMap, BTreeSet};

use super::Session;
use crate::article::{Change, Plan, Prepared, Sentences, Together};
use crate::config::Shown;

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
        let related = match self.project().memory.show {
            Shown::Best => self.others(together),
            Shown::Exact | Shown::Off => self.related(together, &sentences),
        };
        articles.extend(&related);
        articles.sort_by(|a, b| a.key.cmp(&b.key));
        let planned = plans.iter().flat_map(|plan| plan.steps.iter().flatten());
        let planned: BTreeMap<String, String> = planned
            .filter_map(|change| Some((change.path.clone(), change.new.clone()?)))
            .collect();
        for change in self.project().remembered(&articles, &sentences, &planned) {
            put(plans, change);
        }
    }

    /// All articles in step.
    fn others(&self, together: &Together) -> Vec<Prepared> {
        let is_known = |article: &Prepared| {
            let mut known = together.articles.iter();
            known.any(|other| other.key == article.key)
        };
        // What cannot be read was reported already.
        let (mut articles, _) = self.workspace.prepare(&[], &());
        articles.retain(|article| !is_known(article));
        articles
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
