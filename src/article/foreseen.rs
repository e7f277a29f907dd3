//! What the next `sync` makes of the articles that are not in step.

use std::collections::BTreeMap;

use super::{Prepared, TargetFile, Together};
use crate::catalog::Id;
use crate::config::Project;

/// The articles that are not in step, with the catalogs that they will have, by their keys.
#[derive(Debug, Default)]
pub struct Foreseen(BTreeMap<String, Later>);

/// An article as it will be.
#[derive(Debug)]
struct Later {
    article: Prepared,
    /// The ids that its units have now.
    before: Vec<Id>,
}

impl Project {
    /// Foresees what the next `sync` makes of articles; without those that wait.
    pub fn foresee(&self, together: Together) -> Foreseen {
        let plans = self.plan(&together, false);
        let changes = plans.iter().flat_map(|plan| plan.steps.iter().flatten());
        let texts = changes.filter_map(|change| Some((change.path.as_str(), change.new.as_ref()?)));
        let texts: BTreeMap<&str, &String> = texts.collect();
        let waits: Vec<bool> = (0..together.articles.len())
            .map(|member| together.waits(member))
            .collect();
        let articles = together.articles.into_iter().zip(together.alone);
        let articles = { articles.zip(waits) }.filter(|(_, waits)| !waits).map(
            |((mut article, before), _)| {
                for target in &mut article.targets {
                    let text = texts.get(target.path.as_str()).copied();
                    let text = text.or(target.text.as_ref()).cloned();
                    *target = TargetFile::new(target.locale.clone(), target.path.clone(), text);
                }
                for unit in &mut article.assigned {
                    unit.part_of = None;
                    unit.joined.clear();
                }
                (article.key.clone(), Later { article, before })
            },
        );
        Foreseen(articles.collect())
    }
}

impl Foreseen {
    /// An article that is not in step, by its key, with its catalog in a locale as it will be.
    pub fn find(&self, key: &str, locale: &str) -> Option<(&Prepared, &TargetFile)> {
        let article = &self.0.get(key)?.article;
        Some((article, article.target(locale)?))
    }

    /// The ids that the units of an article have now.
    pub fn ids_before(&self, key: &str) -> &[Id] {
        self.0.get(key).map_or(&[], |later| &later.before)
    }
}
