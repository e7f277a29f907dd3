//! Changes of the German that a person declares minor: translations stay up to date.

use super::{TargetFile, Together};
use crate::catalog::{Catalog, Id, is_review};
use crate::compare::is_slip;
use crate::text::{Edit, apply};
use crate::update::Rule;

/// A unit that is reworded in this run, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewording {
    /// Number of its article.
    pub article: usize,
    /// Its id before.
    pub old: Id,
    /// Its id now.
    pub new: Id,
    /// Its German before.
    pub was: String,
    /// Its German now.
    pub now: String,
    /// The locales whose translation is up to date before.
    pub locales: Vec<String>,
    /// Those of them in which somebody stands for the translation: not for that of the new German.
    pub reviewed: Vec<String>,
}

impl Rewording {
    /// Whether it looks like the correction of a slip. Only a person can say whether it is.
    pub fn is_slip(&self, source_locale: &str) -> bool {
        is_slip(&self.was, &self.now, source_locale)
    }
}

impl Together {
    /// The units that this run makes stale because their German changed, one for one.
    pub fn rewordings(&self) -> Vec<Rewording> {
        let mut out = Vec::new();
        for (index, article) in self.articles.iter().enumerate() {
            let units = article.new_units.iter().zip(&article.assigned);
            for (number, (unit, assigned)) in units.enumerate() {
                let one_for_one = matches!(assigned.rule, Rule::Reworded | Rule::Arrived);
                let Some(old) = assigned.old.filter(|_| one_for_one) else {
                    continue;
                };
                let before = &article.old.units[old];
                let is_whole = !article
                    .assigned
                    .iter()
                    .any(|one| one.part_of == Some(number));
                if before.id == assigned.id || !is_whole {
                    continue;
                }
                let is_current = |catalog: &Catalog| message(catalog, &before.id).is_some();
                let current = article
                    .targets
                    .iter()
                    .filter(|target| is_current(&target.catalog.value));
                let current: Vec<&TargetFile> = current.collect();
                let is_reviewed = |target: &&&TargetFile| {
                    let catalog = &target.catalog.value;
                    message(catalog, &before.id).is_some_and(|entry| has_review(catalog, entry))
                };
                let reviewed = current.iter().filter(is_reviewed);
                let reviewed = reviewed.map(|target| target.locale.clone()).collect();
                out.push(Rewording {
                    article: index,
                    old: before.id,
                    new: assigned.id,
                    was: before.text.clone(),
                    now: unit.text.clone(),
                    locales: current.iter().map(|target| target.locale.clone()).collect(),
                    reviewed,
                });
            }
        }
        out
    }

    /// Declares a rewording minor: what was up to date moves to the new id.
    pub fn keep_current(&mut self, rewording: &Rewording) {
        for target in &mut self.articles[rewording.article].targets {
            let catalog = &target.catalog.value;
            let Some(entry) = message(catalog, &rewording.old) else {
                continue;
            };
            if message(catalog, &rewording.new).is_some() {
                continue;
            }
            let span = catalog.entries[entry].id_span;
            let text = apply(
                &catalog.text,
                &[Edit::replace(span, rewording.new.to_string())],
            );
            target.catalog = Catalog::parse(&text);
        }
    }
}

/// Whether somebody stands for the text of a message, as its comment says.
fn has_review(catalog: &Catalog, entry: usize) -> bool {
    let comment = catalog.entries[entry].comment.of(&catalog.text);
    comment.lines().any(is_review)
}

/// The entry with exactly this id.
fn message(catalog: &Catalog, id: &Id) -> Option<usize> {
    let id = id.to_string();
    let own = |(index, entry): (usize, &crate::catalog::Entry)| (entry.id == id).then_some(index);
    catalog.messages().find_map(own)
}
