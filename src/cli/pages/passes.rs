//! All articles made, in two passes.

use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use super::article::Maker;
use super::kept::Built;
use crate::cli::Failure;
use crate::cli::build::faulty;
use crate::cli::context::Context;
use crate::cli::context::progress::Progress;
use crate::store::{Cache, Error};

/// Makes the articles with one of the `keys` (all if there are none) that have changed: first all
/// that lead to no other one, then those for whose links it must be known what is published. Gives
/// all that there is, by the articles' keys, and whether the cache keeps all of it.
pub(in crate::cli) fn make(
    context: &mut Context<'_>,
    mut maker: Maker<'_>,
    cache: &Cache,
    keys: &[String],
) -> Result<(Vec<(String, Built)>, bool), Failure> {
    let workspace = maker.workspace;
    let mut errors = Vec::new();
    let mut pass = |maker: &Maker<'_>, keys: &[String]| {
        let mut made: Vec<Built> = Vec::new();
        let progress = Progress::new("articles");
        let work = |article, errors: &mut Vec<Error>| {
            progress.step();
            maker.make(article, errors)
        };
        // In the second pass whatever is kept does not fit any more.
        let fit = |built: &Built| !maker.knows_all && !built.is_refused();
        let take = |_: &str, one| made.push(one);
        let (all, new) = workspace.each_kept(keys, cache, fit, work, take);
        progress.end();
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
        let mut again: BTreeMap<String, Built> = new.collect();
        for one in &mut articles {
            if let Some(new) = again.remove(&one.facts.key) {
                *one = new;
            }
        }
    }
    // Only what has no fault is kept.
    let is_kept = errors.is_empty();
    // Both passes may have met the same.
    let mut said = BTreeSet::new();
    for error in errors
        .into_iter()
        .filter(|error| said.insert(error.to_string()))
    {
        context.fail(error);
    }
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
pub(in crate::cli) fn published(articles: &[Built]) -> BTreeMap<String, Vec<SmolStr>> {
    let articles = articles.iter();
    let one = |one: &Built| (one.facts.path.clone(), one.facts.locales());
    articles.map(one).collect()
}

/// The articles that are wanted and not made, or that lead to others that are not what they were.
fn waiting(maker: &Maker<'_>, articles: &[Built]) -> Vec<String> {
    let waits = |one: &&Built| {
        let made = one.made.as_ref();
        let is_made = made.is_some_and(|made| made.is_up_to_date(&maker.site.published));
        maker.wanted.contains(&one.facts.key) && !is_made
    };
    let waiting = articles.iter().filter(waits);
    waiting.map(|one| one.facts.key.clone()).collect()
}
