//! All articles of a workspace seen together, with the catalogs whose article is gone.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::{Prepared, TargetFile, Unread};
use crate::catalog::{Id, Source, SourceUnit};

/// Catalogs whose article is gone.
#[derive(Debug, Clone)]
pub struct Orphan {
    /// Key of the article that is gone.
    pub key: String,
    /// Path of the source catalog.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What it holds.
    pub old: Source,
    /// The locales' catalogs.
    pub targets: Vec<TargetFile>,
    /// Its catalogs in locales that are not configured.
    pub others: Vec<String>,
    /// Whether all of them could be read.
    pub is_whole: bool,
}

/// All articles of a workspace, with what came from where.
///
/// Articles, orphans and articles that cannot be read are counted through in this order: its
/// *members*.
#[derive(Debug, Clone, Default)]
pub struct Together {
    /// The articles; their catalogs have the messages of arrived units in them.
    pub articles: Vec<Prepared>,
    /// The ids that the units of each article would have without the other articles.
    pub alone: Vec<Vec<Id>>,
    /// The catalogs without an article.
    pub orphans: Vec<Orphan>,
    /// What could not be read.
    pub unread: Unread,
    /// Renamed articles: index of the orphan → index of the article.
    pub renamed: BTreeMap<usize, usize>,
    /// Which members hang together: member → number of the group.
    pub groups: Vec<usize>,
    /// Groups that are left as they are, since what they hold may belong to something unreadable.
    pub waiting: BTreeSet<usize>,
    /// Units that a member lost to another one, as its source catalog had them.
    pub lost: BTreeMap<usize, Vec<SourceUnit>>,
    /// Units of a member that came to another one in an earlier run, which was interrupted before they
    /// left this one: their indexes in its source catalog.
    pub moved: BTreeMap<usize, BTreeSet<usize>>,
    /// Where the arrived units of each article come from: index of the unit → key.
    pub origins: Vec<BTreeMap<usize, String>>,
    /// What articles that are in step lack a translation of: the keys that `Project::lacking` gives.
    pub lacking: FxHashSet<u64>,
    /// What became superfluous in a catalog: path → entries, verbatim.
    pub left: BTreeMap<String, BTreeSet<String>>,
}

/// What a unit of a source catalog is known by.
pub(super) fn key_of(unit: &SourceUnit) -> (Id, &str) {
    (unit.id, &unit.text)
}
