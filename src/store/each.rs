//! Articles one by one: memory does not grow with their number, and what an earlier run made of
//! one is not made again.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::cache::{Cache, Glance, Kept, Open};
use super::list::Listing;
use super::prepare::endings;
use super::{Error, Paths, Steps, Workspace};
use crate::article::{Departed, Foreseen, Orphan, Prepared, Raw, TargetFile, Together, Unread};
use crate::config::Article;

/// Articles that are worked on before what was made of them is taken.
const BATCH: usize = 64;

/// What is known of an article.
enum Look<T> {
    /// What an earlier run made of it.
    Known(T),
    /// Its texts; with what the cache has to know, if anything can be kept.
    Open(Raw, Option<Open>),
}

impl Workspace {
    /// Prepares the articles whose key is among `keys` (all if that is empty) one by one, and keeps
    /// what `work` makes of each, in their order. Several threads work at once; each holds one
    /// article at a time. What cannot be read is an error of its own.
    pub fn each<T: Send>(
        &self,
        keys: &[String],
        steps: &dyn Steps,
        work: impl Fn(Prepared) -> T + Sync,
    ) -> (Vec<T>, Vec<Error>) {
        let mut made = Vec::new();
        let one = |article: &Article, faults: &mut Vec<Error>| {
            let raw = self.read_article(article, faults)?;
            Ok(work(self.project.prepare(raw)))
        };
        let errors = self.walk(self.listing(&endings()), keys, steps, one, |_, one| {
            made.push(one);
        });
        (made, errors)
    }

    /// Like [`Workspace::each`], but takes from the cache what an earlier run made of an article
    /// that has not changed since, unless it is not `fit` any more, and keeps there what this run
    /// makes without a fault. Everything is handed to `take`, with the article's key and in the order of the articles. Gives
    /// the keys of all articles there are, for [`Cache::save`].
    pub fn each_kept<T: Kept>(
        &self,
        keys: &[String],
        cache: &Cache,
        steps: &dyn Steps,
        fit: impl Fn(&T) -> bool + Sync,
        work: impl Fn(Prepared, &mut Vec<Error>) -> T + Sync,
        take: impl FnMut(&str, T),
    ) -> (HashSet<String>, Vec<Error>) {
        let one = |article: &Article, faults: &mut Vec<Error>| {
            let (raw, open) = match self.look(cache, article, &fit, faults)? {
                Look::Known(value) => return Ok(value),
                Look::Open(raw, open) => (raw, open),
            };
            let made = work(self.project.prepare(raw), faults);
            if let Some(open) = open.filter(|_| faults.is_empty()) {
                let mut files = Paths::default();
                made.files(self, &mut files);
                let open = if files.is_empty() {
                    open
                } else {
                    open.unseen()
                };
                cache.keep(&article.key, &open, &made);
            }
            Ok(made)
        };
        let listing = self.listing(&endings());
        let all = keys_of(&listing.articles);
        let errors = self.walk(listing, keys, steps, one, take);
        (all, errors)
    }

    /// The articles, what cannot be listed, and what is wrong with those of `keys` that are none.
    pub fn listed(&self, keys: &[String]) -> (Vec<Article>, Vec<Error>) {
        let (articles, mut errors) = self.articles(&endings());
        errors.extend(self.strangers(&articles, keys));
        (articles, errors)
    }

    /// Reads and prepares together the articles that are not in step with their catalogs, and the
    /// catalogs whose article is gone, so that what moved from one to another is known. An article
    /// that is in step has no part in that, unless it has a sentence that is gone from one of these.
    pub fn prepare_together(&self, steps: &dyn Steps) -> (Together, Vec<Error>) {
        let cache = self.cache("sync", &[] as &[&str]);
        let listing = self.listing(&endings());
        let all = keys_of(&listing.articles);
        let lacking = Mutex::new(FxHashSet::default());
        let (mut together, errors) = self.gather(listing, steps, |article, faults| {
            self.out_of_step(&cache, article, &lacking, faults)
        });
        cache.save(|key| all.contains(key));
        together.lacking = lacking.into_inner().unwrap_or_else(PoisonError::into_inner);
        (together, errors)
    }

    /// Reads and prepares an article if it is not in step with its catalogs. What one that is in step lacks
    /// a translation of goes into `lacking`.
    fn out_of_step(
        &self,
        cache: &Cache,
        article: &Article,
        lacking: &Mutex<FxHashSet<u64>>,
        faults: &mut Vec<Error>,
    ) -> Result<Option<Prepared>, Error> {
        let note = |keys: &[u64]| {
            let mut lacking = lacking.lock().unwrap_or_else(PoisonError::into_inner);
            lacking.extend(keys);
        };
        let (raw, open) = match self.look(cache, article, |_: &Vec<u64>| true, faults)? {
            Look::Known(keys) => {
                note(&keys);
                return Ok(None);
            }
            Look::Open(raw, open) => (raw, open),
        };
        let mut prepared = self.project.prepare(raw);
        self.refuse_conflicts(&mut prepared, faults);
        // What cannot be read is reported on every run.
        let has_faults = |target: &TargetFile| !target.faults().is_empty();
        if !faults.is_empty()
            || !self.project.is_in_step(&prepared)
            || prepared.targets.iter().any(has_faults)
        {
            return Ok(Some(prepared));
        }
        let keys = self.project.lacking(&prepared);
        note(&keys);
        if let Some(open) = open {
            cache.keep(&article.key, &open, &keys);
        }
        Ok(None)
    }

    /// What the next `sync` makes of articles that are not settled, as far as they can be read. `is_settled`
    /// says it of those of `keys` (no keys: of all articles). Nothing if all of these are: then nothing
    /// moves to or from them.
    pub fn foreseen(&self, keys: &[String], is_settled: impl Fn(&str) -> bool + Sync) -> Foreseen {
        if keys.is_empty() {
            return self
                .project
                .foresee(self.prepare_unsettled(&(), is_settled).0);
        }
        let (articles, _) = self.articles(&endings());
        let mut asked = { articles.iter() }.filter(|article| keys.contains(&article.key));
        if asked.all(|article| is_settled(&article.key)) {
            return Foreseen::default();
        }
        self.project.foresee(self.prepare_together(&()).0)
    }

    /// Like [`Workspace::prepare_together`], but with the articles that are in step: they may have
    /// something to prune.
    pub fn prepare_all_together(&self, steps: &dyn Steps) -> (Together, Vec<Error>) {
        self.prepare_unsettled(steps, |_| false)
    }

    /// Reads and prepares together the articles that are not settled, by their keys.
    fn prepare_unsettled(
        &self,
        steps: &dyn Steps,
        is_settled: impl Fn(&str) -> bool + Sync,
    ) -> (Together, Vec<Error>) {
        self.gather(self.listing(&endings()), steps, |article, faults| {
            if is_settled(&article.key) {
                return Ok(None);
            }
            let raw = self.read_article(article, faults)?;
            let mut prepared = self.project.prepare(raw);
            self.refuse_conflicts(&mut prepared, faults);
            Ok(Some(prepared))
        })
    }

    /// Brings together what `one` makes of the articles, the catalogs whose article is gone, and
    /// what could not be read.
    fn gather(
        &self,
        listing: Listing,
        steps: &dyn Steps,
        one: impl Fn(&Article, &mut Vec<Error>) -> Result<Option<Prepared>, Error> + Sync,
    ) -> (Together, Vec<Error>) {
        let mut unread = Unread {
            hides_articles: listing.is_partial,
            hides_sources: listing.is_partial,
            ..Unread::default()
        };
        let mut closed = listing.refused.clone();
        let paths = listing.articles.iter().map(|article| &article.path);
        let known: BTreeSet<String> = paths
            .chain(&closed)
            .filter_map(|path| self.project.article_key(path))
            .collect();
        let failed = Mutex::new(Vec::new());
        let attempt = |article: &Article, faults: &mut Vec<Error>| {
            one(article, faults).inspect_err(|_| {
                let mut failed = failed.lock().unwrap_or_else(PoisonError::into_inner);
                failed.push(article.path.clone());
            })
        };
        let mut articles = Vec::new();
        let all = listing.articles.clone();
        let mut errors = self.walk(listing, &[], steps, attempt, |_, one| {
            articles.extend(one);
        });
        closed.extend(failed.into_inner().unwrap_or_else(PoisonError::into_inner));
        closed.sort();
        for path in &closed {
            let closed = self.closed(path, &mut unread);
            unread.closed.push(closed);
        }
        // Where nobody knows which articles there are, nobody knows which are gone.
        let orphans = if unread.hides_sources && unread.hides_articles {
            Vec::new()
        } else {
            let gone = self.orphans(&known);
            unread.hides_sources |= gone.hides_sources;
            errors.extend(gone.errors);
            gone.orphans
        };
        errors.extend(self.add_related(&all, &mut articles, &orphans));
        (self.project.join(articles, orphans, unread), errors)
    }

    /// Adds to `articles` those of `all` whose source catalogs have a sentence that is gone from one of
    /// them, or from an orphan.
    fn add_related(
        &self,
        all: &[Article],
        articles: &mut Vec<Prepared>,
        orphans: &[Orphan],
    ) -> Vec<Error> {
        let gone = Departed::of(articles, orphans);
        if gone.is_empty() {
            return Vec::new();
        }
        let known: HashSet<String> = { articles.iter() }.map(|one| one.key.clone()).collect();
        let is_related = |article: &&Article| {
            let path = self
                .project
                .catalog_path(&self.project.source, &article.key);
            let text = self.read(&path).ok().flatten();
            text.is_some_and(|text| gone.stands_in(&text))
        };
        let others: Vec<&Article> = all.iter().filter(|one| !known.contains(&one.key)).collect();
        let related: Vec<&Article> = others.into_par_iter().filter(is_related).collect();
        let mut errors = Vec::new();
        for article in related {
            // What cannot be read of it has been reported.
            if let Ok(raw) = self.read_article(article, &mut Vec::new()) {
                let mut prepared = self.project.prepare(raw);
                self.refuse_conflicts(&mut prepared, &mut errors);
                articles.push(prepared);
            }
        }
        let places: HashMap<&str, usize> = { all.iter().enumerate() }
            .map(|(place, article)| (article.key.as_str(), place))
            .collect();
        articles.sort_by_key(|article| places.get(article.key.as_str()).copied());
        errors
    }

    /// Calls `one` for every article that is asked for, on several threads, and hands what comes of
    /// it to `take` in the order of the articles.
    fn walk<T: Send>(
        &self,
        listing: Listing,
        keys: &[String],
        steps: &dyn Steps,
        one: impl Fn(&Article, &mut Vec<Error>) -> Result<T, Error> + Sync,
        mut take: impl FnMut(&str, T),
    ) -> Vec<Error> {
        let (mut articles, mut errors) = (listing.articles, listing.errors);
        errors.extend(self.strangers(&articles, keys));
        let wanted: HashSet<&String> = keys.iter().collect();
        articles.retain(|article| wanted.is_empty() || wanted.contains(&article.key));
        let attempt = |article: &Article| {
            let mut faults = Vec::new();
            let made = one(article, &mut faults);
            steps.step();
            (made, faults)
        };
        for batch in articles.chunks(BATCH) {
            if steps.is_cancelled() {
                errors.push(Error::cancelled(&self.root));
                break;
            }
            let results: Vec<_> = batch.par_iter().map(attempt).collect();
            for (article, (result, faults)) in batch.iter().zip(results) {
                errors.extend(faults);
                match result {
                    Ok(one) => take(&article.key, one),
                    Err(error) => errors.push(error),
                }
            }
        }
        errors
    }

    /// What is wrong with `keys`: those of no article and of no catalog of an application.
    fn strangers(&self, articles: &[Article], keys: &[String]) -> Vec<Error> {
        let is_article = |key: &&String| articles.iter().any(|article| article.key == **key);
        let strange: Vec<&String> = keys.iter().filter(|key| !is_article(key)).collect();
        if strange.is_empty() {
            return Vec::new();
        }
        let (strings, _) = self.strings();
        let is_strings = |key: &&String| strings.iter().any(|file| file.key == **key);
        let strange = strange.into_iter().filter(|key| !is_strings(key));
        let known: Vec<&str> = articles.iter().map(|one| one.key.as_str()).collect();
        let fault = |key: &String| self.no_such_article(key, &known);
        strange.map(fault).collect()
    }

    /// What the cache knows of an article, if that is `fit`, else its texts.
    fn look<T: Kept>(
        &self,
        cache: &Cache,
        article: &Article,
        fit: impl Fn(&T) -> bool,
        faults: &mut Vec<Error>,
    ) -> Result<Look<T>, Error> {
        let locales = || std::iter::once(&self.project.source).chain(&self.project.locales);
        let catalogs = locales().map(|locale| self.project.catalog_path(locale, &article.key));
        if self.is_covered(catalogs.chain([article.path.clone()])) {
            return Ok(Look::Open(self.read_article(article, faults)?, None));
        }
        let (glance, known): (Glance, Option<T>) = cache.glance(&article.key, |known| {
            let project = &self.project;
            let mut paths = Paths::default();
            paths.push(&[&article.path]);
            for locale in std::iter::once(&project.source).chain(&project.locales) {
                paths.push(&project.catalog_parts(locale, &article.key));
            }
            if let Some(known) = known {
                T::files(known, self, &mut paths);
            }
            paths
        });
        if let Some(known) = known.filter(&fit) {
            return Ok(Look::Known(known));
        }
        let raw = self.read_article(article, faults)?;
        if !faults.is_empty() {
            return Ok(Look::Open(raw, None));
        }
        let texts = [
            Some(raw.path.as_str()),
            Some(raw.text.as_str()),
            raw.source.as_deref(),
        ];
        let targets = raw.targets.iter().map(|(_, _, text)| text.as_deref());
        let (open, known) = cache.compare(&article.key, &glance, texts.into_iter().chain(targets));
        Ok(match known.filter(fit).filter(|known| known.holds(self)) {
            Some(known) => {
                cache.renew(&article.key, &open);
                Look::Known(known)
            }
            None => Look::Open(raw, Some(open)),
        })
    }
}

fn keys_of(articles: &[Article]) -> HashSet<String> {
    articles.iter().map(|article| article.key.clone()).collect()
}
