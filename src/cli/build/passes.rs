//! All articles made, in two passes.

use std::collections::{BTreeMap, BTreeSet};

use super::article::Maker;
use super::faulty;
use super::kept::Built;
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::context::progress::Progress;
use crate::publish::Site;
use crate::store::{Cache, Error};

/// Makes the articles that have changed: first all that lead to no other one, then those for whose
/// links it must be known what is published. Gives what their pages share, and all that there is.
pub(super) fn make<'a>(
    context: &mut Context<'_>,
    mut maker: Maker<'a>,
    cache: &Cache,
) -> Result<(Site<'a>, Vec<Built>), Failure> {
    let workspace = maker.workspace;
    let mut articles: Vec<Built> = Vec::new();
    let pass =
        |maker: &Maker<'_>, keys: &[String], knows_all: bool, take: &mut dyn FnMut(Built)| {
            let progress = Progress::new("articles");
            let work = |article, errors: &mut Vec<Error>| {
                progress.step();
                maker.make(&article, errors)
            };
            // In the second pass whatever is kept does not fit any more.
            let found = workspace.each_kept(keys, cache, |_| !knows_all, work, take);
            progress.end();
            found
        };
    let (_, mut errors) = pass(&maker, &[], false, &mut |one| articles.push(one));
    let published = articles
        .iter()
        .map(|one| (one.facts.path.clone(), one.facts.locales()));
    maker.site.published = published.collect();
    maker.knows_all = true;
    let waits = |one: &&Built| {
        let made = one.made.as_ref();
        let is_made = made.is_some_and(|made| made.is_up_to_date(&maker.site.published));
        maker.wanted.contains(&one.facts.key) && !is_made
    };
    let waiting = articles
        .iter()
        .filter(waits)
        .map(|one| one.facts.key.clone());
    let waiting: Vec<String> = waiting.collect();
    if !waiting.is_empty() && maker.fault.get().is_none() {
        let mut again = BTreeMap::new();
        let mut take = |one: Built| drop(again.insert(one.facts.key.clone(), one));
        errors.extend(pass(&maker, &waiting, true, &mut take).1);
        for one in &mut articles {
            if let Some(new) = again.remove(&one.facts.key) {
                *one = new;
            }
        }
    }
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
    Ok((maker.site, articles))
}
