//! What cannot be read may own what stands elsewhere: which articles wait until it can.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::Together;
use super::together::key_of;
use crate::catalog::{Id, Source};
use crate::config::Project;
use crate::document::{BlockKind, Format};
use crate::segment::segment;
use crate::text::{Conflict, Span};
use crate::update::{Assigned, NewUnit, Rule, Side};

/// An article that cannot be read together with its source catalog, as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct Closed {
    /// Its source catalog.
    pub old: Source,
    /// Its units.
    pub units: Vec<NewUnit>,
}

/// What a run could not read of the articles and their catalogs.
#[derive(Debug, Clone, Default)]
pub struct Unread {
    /// The articles.
    pub closed: Vec<Closed>,
    /// Whether there may be source catalogs of which nothing is known: any new sentence may come
    /// from one of them.
    pub hides_sources: bool,
    /// Whether there may be articles of which nothing is known: any sentence that is gone may stand
    /// in one of them.
    pub hides_articles: bool,
}

impl Project {
    /// The units of an article's text as `update` sees them.
    pub fn units(&self, key: &str, format: &Format, text: &str) -> Vec<NewUnit> {
        let document = self.parse_article(format, text);
        let units = segment(text, &document, &self.segmentation(key));
        super::prepare::new_units(text, &units, &document.notes)
    }

    /// Finds the markers of an unfinished merge in an article; in code they may be its text.
    pub fn conflict(&self, format: &Format, text: &str) -> Option<Conflict> {
        // Nearly never is there one, and only then is the article parsed for it.
        Conflict::in_article(text, &[])?;
        let document = self.parse_article(format, text);
        let code = document.blocks.iter();
        let code = code.filter(|block| matches!(block.kind, BlockKind::Code | BlockKind::Comment));
        let code: Vec<Span> = code.map(|block| block.span).collect();
        Conflict::in_article(text, &code)
    }

    /// Whether all catalogs of a member of `all` could be read.
    pub(super) fn is_whole(&self, all: &Together, member: usize) -> bool {
        let orphan = member.checked_sub(all.articles.len());
        match (all.articles.get(member), orphan) {
            (Some(article), _) => article.targets.len() == self.locales.len(),
            (None, Some(orphan)) => all.orphans.get(orphan).is_some_and(|gone| gone.is_whole),
            (None, None) => false,
        }
    }

    /// The groups that wait: those that something moves in of which not all could be read, and those
    /// with sentences that something unreadable may own.
    pub(super) fn waiting(&self, all: &Together) -> BTreeSet<usize> {
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        for group in &all.groups {
            *sizes.entry(*group).or_default() += 1;
        }
        let mut waiting = BTreeSet::new();
        for (member, group) in all.groups.iter().enumerate() {
            let is_alone = sizes[group] == 1;
            let is_closed = member >= all.articles.len() + all.orphans.len();
            let may_move = !is_alone && !self.is_whole(all, member);
            if may_move || is_closed || may_be_owned(all, member) {
                waiting.insert(*group);
            }
        }
        waiting
    }
}

/// Whether an article has a sentence that something unreadable may have had before, or has lost one
/// that may stand there now.
fn may_be_owned(all: &Together, member: usize) -> bool {
    let Some(article) = all.articles.get(member) else {
        return false;
    };
    let is_new = |unit: &Assigned| unit.rule == Rule::New && unit.old.is_none();
    if all.unread.hides_sources && article.assigned.iter().any(is_new) {
        return true;
    }
    if !all.unread.hides_articles {
        return false;
    }
    let side = Side {
        old: &article.old,
        units: &article.new_units,
        assigned: &article.assigned,
        worth: &[],
        moved: all.moved.get(&member),
    };
    let lost = all.lost.get(&member).map_or(&[][..], Vec::as_slice);
    let lost: FxHashSet<(Id, &str)> = lost.iter().map(key_of).collect();
    let mut vanished = side.vanished().into_iter();
    vanished.any(|old| !lost.contains(&key_of(&article.old.units[old])))
}
