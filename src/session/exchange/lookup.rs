//! Articles and units found again by what a file says of them.

use std::collections::BTreeMap;

use crate::article::Prepared;
use crate::catalog::{Base, Id};
use crate::exchange::ReturnedUnit;

/// The articles of a workspace, by path, key and the ids of their units.
pub(super) struct Lookup {
    by_name: BTreeMap<String, usize>,
    by_base: BTreeMap<Base, Vec<usize>>,
}

impl Lookup {
    pub(super) fn of(articles: &[Prepared]) -> Self {
        let mut lookup = Self {
            by_name: BTreeMap::new(),
            by_base: BTreeMap::new(),
        };
        for (at, article) in articles.iter().enumerate() {
            lookup.by_name.insert(article.path.clone(), at);
            lookup.by_name.insert(article.key.clone(), at);
            for unit in &article.source.units {
                lookup.by_base.entry(unit.id.base).or_default().push(at);
            }
        }
        lookup
    }

    /// The article and the id of a unit that came back. If the file names no article that has the id, the
    /// only one that has it counts.
    pub(super) fn find(&self, unit: &ReturnedUnit) -> Option<(usize, Id)> {
        let id = Id::parse(&unit.id)?;
        let having = self.by_base.get(&id.base)?;
        let named = self
            .by_name
            .get(&unit.article)
            .filter(|at| having.contains(at));
        let only = || having.first().filter(|_| having.len() == 1);
        named.or_else(only).map(|at| (*at, id))
    }
}
