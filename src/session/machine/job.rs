//! The texts that are sent to a machine.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Id;
use crate::compare::State;
use crate::exchange::Markup;
use crate::session::exchange::markup_of;
use crate::session::memory::known::{Known, open_units};

/// A text and where its translation goes.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) source: String,
    pub(super) markup: Markup,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) note: String,
    /// The keys of its articles, and its id in each.
    pub(super) places: Vec<(String, Id)>,
}

/// The texts of the units that have no translation, each once, in the order of the articles.
pub(super) fn jobs(known: &Known<'_>, is_filled: &BTreeSet<(&str, &str)>) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    let mut by_source: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (article, target, comparison) in &known.articles {
        let markup = markup_of(article.format);
        for open in open_units(article, comparison) {
            let item = open.item;
            let is_known =
                is_filled.contains(&(target.path.as_str(), item.id.to_string().as_str()));
            if item.state != State::Missing || is_known {
                continue;
            }
            let place = (article.key.clone(), item.id);
            let query = open.query();
            let note = { article.source.units.iter() }.find(|unit| unit.id.base == item.id.base);
            let note = note
                .and_then(|unit| unit.note.as_deref())
                .unwrap_or_default();
            let job = *by_source
                .entry((item.source.clone(), format!("{markup:?}{note}")))
                .or_insert_with(|| {
                    jobs.push(Job {
                        source: item.source.clone(),
                        markup,
                        before: query.before.to_owned(),
                        after: query.after.to_owned(),
                        note: note.to_owned(),
                        places: Vec::new(),
                    });
                    jobs.len() - 1
                });
            jobs[job].places.push(place);
        }
    }
    jobs
}
