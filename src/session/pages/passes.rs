//! All articles made, in two passes.

use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use super::faulty;
use super::kept::BuiltArticle;
use super::maker::Maker;
use crate::session::Failure;
use crate::session::sink::Report;
use crate::store::{Cache, Error};

/// Makes the articles with one of the `keys` (all if there are none) that have changed: first all
/// that lead to no other one, then those for whose links it must be known what is published. Gives
/// all that there is, by the articles' keys, and whether the cache keeps all of it.
pub(super) fn make(
    report: &mut Report<'_>,
    mut maker: Maker<'_>,
    cache: &Cache,
    keys: &[String],
) -> Result<(Vec<(String, BuiltArticle)>, bool), Failure> {
    let workspace = maker.workspace;
    let mut errors = Vec::new();
    let mut pass = |maker: &Maker<'_>, keys: &[String]| {
        let mut made: Vec<BuiltArticle> = Vec::new();
        let steps = report.begin("articles");
        let work = |article, errors: &mut Vec<Error>| maker.make(article, errors);
        // In the second pass whatever is kept does not fit any more.
        let fit = |built: &BuiltArticle| !maker.knows_all && !built.is_refused();
        let take = |_: &str, one| made.push(one);
        let (all, new) = workspace.each_kept(keys, cache, &*steps, fit, work, take);
        errors.extend(new);
        (made, all)
    };
    let (mut articles, all) = pass(&maker, keys);
    maker.site.published = published(&articles);
    if !keys.is_empty() && !waiting(&maker, &articles).is_empty() {
        // They may lead to articles that are not among these.
        let others = all.into_iter().filter(|key| !keys.contains(key));
        let others: Vec<String> = others.collect();
        if !others.is_empty() {
            let wanted = std::mem::take(&mut maker.wanted);
            maker
                .site
                .published
                .extend(published(&pass(&maker, &others).0));
            maker.wanted = wanted;
        }
    }
    maker.knows_all = true;
    let waiting = waiting(&maker, &articles);
    if !waiting.is_empty() && maker.fault.get().is_none() {
        let (new, _) = pass(&maker, &waiting);
        let new = new.into_iter().map(|one| (one.facts.key.clone(), one));
        let mut again: BTreeMap<String, BuiltArticle> = new.collect();
        for one in &mut articles {
            if let Some(new) = again.remove(&one.facts.key) {
                *one = new;
            }
        }
    }
    // Only what has no fault is kept.
    let is_kept = errors.is_empty();
    // Both passes may have met the same.
    let mut reported = BTreeSet::new();
    errors.retain(|error| reported.insert(error.to_string()));
    report.fail_all(errors)?;
    if let Some(fault) = maker.fault.get() {
        return Err(faulty(workspace, fault));
    }
    for one in &mut articles {
        one.is_wanted = maker.wanted.contains(&one.facts.key);
    }
    let keyed = articles.into_iter().map(|one| (one.facts.key.clone(), one));
    Ok((keyed.collect(), is_kept))
}

/// Path of each article, and the locales in which it is published.
pub(super) fn published(articles: &[BuiltArticle]) -> BTreeMap<String, Vec<SmolStr>> {
    let articles = articles.iter();
    let one = |one: &BuiltArticle| (one.facts.path.clone(), one.facts.locales());
    articles.map(one).collect()
}

/// The articles that are wanted and not made, or that lead to others that are not what they were.
fn waiting(maker: &Maker<'_>, articles: &[BuiltArticle]) -> Vec<String> {
    let waits = |one: &&BuiltArticle| {
        let made = one.made.as_ref();
        let is_made = made.is_some_and(|made| made.is_up_to_date(&maker.site.published));
        maker.wanted.contains(&one.facts.key) && !is_made
    };
    let waiting = articles.iter().filter(waits);
    waiting.map(|one| one.facts.key.clone()).collect()
}
