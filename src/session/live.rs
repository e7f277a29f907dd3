//! What is found in one article while somebody types: only what a change touches is looked at again.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::ahead::bring;
use super::glossary::GlossaryContexts;
use super::inspect::of_completeness;
use super::sink::{Report, Sink};
use super::{Failure, Session};
use crate::article::{Prepared, Raw, TargetFile};
use crate::compare::State;
use crate::config::{Article, Project, StringsFile};
use crate::report::Inspected;
use crate::store::Error;

/// Articles whose findings are held: those that people have open.
const HELD: usize = 16;

/// So many catalogs at most are all listed after every key, to see what moved from one to another.
const FEW: usize = 2000;

/// Articles that are held as they were prepared.
const PREPARED: usize = 4;

/// What a session that lives on need not find out twice.
#[derive(Debug, Clone, Default)]
pub(super) struct Live(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    /// The articles by their keys, once they were listed.
    articles: Option<Arc<BTreeMap<String, Article>>>,
    /// The catalogs of an application, once they were listed.
    strings: Option<Arc<Vec<StringsFile>>>,
    /// Articles whose source catalogs are in step with them, once all were looked at.
    settled: Option<BTreeSet<String>>,
    /// What translations are checked with, once it was read.
    contexts: Option<Arc<GlossaryContexts>>,
    /// Articles as they were prepared last, each with the hash of its texts; the last ones asked for.
    prepared: VecDeque<(blake3::Hash, Arc<Prepared>)>,
    /// Key of an article, and per locale what was found and in which texts; the last ones asked for.
    found: VecDeque<(String, BTreeMap<String, Held>)>,
}

/// What was found in a catalog.
#[derive(Debug, Clone)]
struct Held {
    /// Hash of all texts that it depends on.
    texts: blake3::Hash,
    inspected: Arc<Inspected>,
}

impl Live {
    /// The catalogs of an application, listed by `list` if they are not known.
    pub(super) fn strings(&self, list: impl FnOnce() -> Vec<StringsFile>) -> Arc<Vec<StringsFile>> {
        if let Some(strings) = self.with(|known| known.strings.clone()) {
            return strings;
        }
        let strings = Arc::new(list());
        let held = Arc::clone(&strings);
        self.with(|known| known.strings = Some(held));
        strings
    }

    /// Whether a path is that of an article that is known.
    pub(super) fn knows_article(&self, project: &Project, path: &str) -> bool {
        let key = project.article_key(path);
        self.with(|known| {
            let article = known.articles.as_ref()?.get(&key?)?;
            Some(article.path == path)
        }) == Some(true)
    }

    /// Notes which articles are in step with their source catalogs.
    pub(super) fn note_settled(&self, keys: BTreeSet<String>) {
        self.with(|known| known.settled = Some(keys));
    }

    /// Runs `work` on what is known. A thread that panicked left nothing half done.
    fn with<T>(&self, work: impl FnOnce(&mut Known) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Session {
    /// What is found in one article in every locale, and how complete it is there, as [`Session::inspect`]
    /// says it. Only that a translation stands in another catalog, where the article moved its sentence there, is
    /// found by that one alone if there are more than 2,000 catalogs. A catalog whose texts are what they were is not looked at again.
    ///
    /// Files may have changed beneath the session: [`Session::refresh`] says so.
    ///
    /// # Errors
    /// If there is no such article, or it cannot be read.
    ///
    /// # Examples
    /// ```
    /// use satz::session::Session;
    /// let mut session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en, fr]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// assert_eq!(session.findings("markt", &mut ())?[1].found.len(), 1);
    /// session.set_text("articles/markt.md", Some("Der Markt ist zu. Er öffnet morgen.".into()));
    /// assert_eq!(session.findings("markt", &mut ())?[1].found.len(), 2);
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn findings(&self, key: &str, sink: &mut dyn Sink) -> Result<Vec<Arc<Inspected>>, Failure> {
        self.findings_in(key, &self.project().locales, sink)
    }

    /// The same in some locales. What is wrong with the article itself is found in the first of all.
    ///
    /// # Errors
    /// As [`Session::findings`].
    pub fn findings_in(
        &self,
        key: &str,
        locales: &[String],
        sink: &mut dyn Sink,
    ) -> Result<Vec<Arc<Inspected>>, Failure> {
        let report = &mut Report::new(sink);
        let (prepared, errors) = self.prepared(key)?;
        report.fail_all(errors)?;
        let contexts = self.contexts()?;
        let held = self.live.with(|known| {
            let at = known.found.iter().position(|(held, _)| held == key);
            at.and_then(|at| known.found.remove(at))
        });
        let (_, mut held) = held.unwrap_or_default();
        let targets: Vec<(&TargetFile, blake3::Hash)> = { prepared.targets.iter() }
            .map(|target| (target, self.texts_of(&prepared, target)))
            .collect();
        held.retain(|locale, one| {
            let mut targets = targets.iter();
            targets.any(|(target, texts)| target.locale == *locale && one.texts == *texts)
        });
        let is_wanted = |target: &TargetFile| locales.contains(&target.locale);
        let open = { &targets }
            .into_par_iter()
            .filter(|(target, _)| is_wanted(target) && !held.contains_key(&target.locale));
        let new: Vec<(String, Held)> = open
            .map(|(target, texts)| {
                let inspected = contexts.inspect(self.project(), &prepared, target);
                let (texts, inspected) = (*texts, Arc::new(inspected));
                (target.locale.clone(), Held { texts, inspected })
            })
            .collect();
        held.extend(new);
        let rows = targets.iter().filter(|(target, _)| is_wanted(target));
        let rows =
            rows.filter_map(|(target, _)| Some(Arc::clone(&held.get(&target.locale)?.inspected)));
        let found = self.with_neighbours(&prepared, rows.collect());
        self.live.with(|known| {
            known.found.push_front((key.to_owned(), held));
            known.found.truncate(HELD);
        });
        Ok(found)
    }

    /// Adds to what was found in an article what depends on other articles: where links lead, what another
    /// catalog has of what is missing, and what that comes to.
    fn with_neighbours(
        &self,
        article: &Prepared,
        rows: Vec<Arc<Inspected>>,
    ) -> Vec<Arc<Inspected>> {
        let is_settled = self.project().is_source_in_step(article);
        let is_missing = rows.iter().any(|row| row.status.counts[State::Missing] > 0);
        let settled = self.live.with(|known| known.settled.clone());
        let settled = settled.filter(|_| is_missing && !is_settled && self.is_small());
        let foreseen = settled.map(|settled| {
            self.workspace
                .foreseen(&[], |key| settled.contains(key) && key != article.key)
        });
        let complete = |row: Arc<Inspected>| {
            let mut row = Arc::unwrap_or_clone(row);
            if let Some(foreseen) = &foreseen {
                let locale = row.status.locale.clone();
                bring(self.project(), foreseen, &locale, &mut row);
            }
            self.follow_links([&mut row]);
            row.found
                .extend(of_completeness(&self.workspace, &row.status));
            Arc::new(row)
        };
        rows.into_iter().map(complete).collect()
    }

    /// Whether all files can be listed after every key.
    fn is_small(&self) -> bool {
        let articles = self.articles().map_or(0, |articles| articles.len());
        articles * self.project().locales.len() <= FEW
    }

    /// An article with its catalogs, prepared again only if one of its texts is another, and what could not
    /// be read.
    ///
    /// # Errors
    /// If there is no such article, or it cannot be read.
    pub(super) fn prepared(&self, key: &str) -> Result<(Arc<Prepared>, Vec<Error>), Failure> {
        let known = self.articles()?;
        let Some(article) = known.get(key) else {
            let keys: Vec<&str> = known.keys().map(String::as_str).collect();
            return Err(self.workspace.no_such_article(key, &keys).into());
        };
        let mut errors = Vec::new();
        let raw = self.workspace.read_article(article, &mut errors)?;
        let texts = hash_of_texts(&raw);
        let cached = self.live.with(|known| {
            let at = known.prepared.iter().position(|(hash, _)| *hash == texts)?;
            let cached = known.prepared.remove(at)?;
            known.prepared.push_front(cached);
            known
                .prepared
                .front()
                .map(|(_, prepared)| Arc::clone(prepared))
        });
        if let Some(prepared) = cached {
            return Ok((prepared, errors));
        }
        let before = self.live.with(|known| {
            let mut held = known.prepared.iter().map(|(_, prepared)| prepared);
            held.find(|prepared| prepared.key == key).cloned()
        });
        let prepared = Arc::new(self.project().prepare_again(raw, before.as_deref()));
        let held = Arc::clone(&prepared);
        self.live.with(|known| {
            known.prepared.retain(|(_, other)| other.key != held.key);
            known.prepared.push_front((texts, held));
            known.prepared.truncate(PREPARED);
        });
        Ok((prepared, errors))
    }

    /// Says that files may have changed beneath the session: nothing is held any more.
    pub fn refresh(&mut self) {
        self.live = Live::default();
    }

    /// Says that files changed beneath the session, and returns the keys of the articles that they belong to:
    /// none if they may concern all, as a glossary or an article that is new.
    ///
    /// # Errors
    /// If the work was stopped.
    pub fn files_changed(&self, paths: &[String]) -> Result<Option<Vec<String>>, Failure> {
        let before = self.articles()?;
        for path in paths {
            let stays = self.live.knows_article(self.project(), path) && self.read(path)?.is_some();
            self.forget(path, stays);
        }
        let after = self.articles()?;
        if !before.keys().eq(after.keys()) {
            return Ok(None);
        }
        let project = self.project();
        let mut keys: HashMap<String, &str> = HashMap::new();
        for (key, article) in after.iter() {
            keys.insert(article.path.clone(), key);
            for locale in std::iter::once(&project.source).chain(&project.locales) {
                keys.insert(project.catalog_path(locale, key), key);
            }
        }
        let mut found = BTreeSet::new();
        for path in paths {
            match keys.get(path) {
                Some(key) => {
                    found.insert((*key).to_owned());
                }
                // A program writes into a file of another name first, and gives it the right one then.
                None if self.is_passing(path, keys.keys()) => {}
                None => return Ok(None),
            }
        }
        Ok(Some(found.into_iter().collect()))
    }

    /// Whether a file that is of no article came and went: it is not there, its name is none of a file that
    /// matters, and it was no folder of such files.
    fn is_passing<'a>(&self, path: &str, mut known: impl Iterator<Item = &'a String>) -> bool {
        let (_, ending) = path.rsplit_once('.').unwrap_or_default();
        let matters = ["ftl", "html", "css", "tmx", "yaml"].contains(&ending)
            || crate::document::format_of(ending).is_some();
        let folder = format!("{path}/");
        !matters
            && !known.any(|known| known.starts_with(&folder))
            && self.read(path).is_ok_and(|text| text.is_none())
    }

    /// Forgets what depends on a file. `stays` says that it is an article as it was before.
    pub(super) fn forget(&self, path: &str, stays: bool) {
        let project = self.project();
        let article = project.article_key(path);
        let catalog = || {
            let source = format!("{}/{}/", project.catalogs, project.source);
            Some(path.strip_prefix(&source)?.strip_suffix(".ftl")?.to_owned())
        };
        let unsettled = article.clone().or_else(catalog);
        let mut locales = std::iter::once(&project.source).chain(&project.locales);
        let is_glossary = locales.any(|locale| project.glossary_path(locale) == path);
        self.live.with(|known| {
            if article.is_some() && !stays {
                known.articles = None;
            }
            if !project.strings.is_empty() && !stays {
                known.strings = None;
            }
            if let (Some(settled), Some(key)) = (&mut known.settled, unsettled) {
                settled.remove(&key);
            }
            if is_glossary {
                known.contexts = None;
                known.found.clear();
            }
        });
    }

    /// The articles by their keys.
    pub(super) fn articles(&self) -> Result<Arc<BTreeMap<String, Article>>, Failure> {
        if let Some(articles) = self.live.with(|known| known.articles.clone()) {
            return Ok(articles);
        }
        let (articles, errors) = self.workspace.listed(&[]);
        if let Some(error) = errors.into_iter().find(Error::is_cancelled) {
            return Err(error.into());
        }
        let articles = articles.into_iter();
        let articles = articles.map(|article| (article.key.clone(), article));
        let articles: Arc<BTreeMap<String, Article>> = Arc::new(articles.collect());
        let held = Arc::clone(&articles);
        self.live.with(|known| known.articles = Some(held));
        Ok(articles)
    }

    /// What translations are checked with in every locale.
    pub(super) fn contexts(&self) -> Result<Arc<GlossaryContexts>, Failure> {
        if let Some(contexts) = self.live.with(|known| known.contexts.clone()) {
            return Ok(contexts);
        }
        let locales = &self.project().locales;
        let contexts = GlossaryContexts::read(&self.workspace, locales, true)?;
        let contexts = Arc::new(contexts);
        let held = Arc::clone(&contexts);
        self.live.with(|known| known.contexts = Some(held));
        Ok(contexts)
    }

    /// A hash of all texts that the findings in a catalog depend on: the article, its source catalog, and
    /// the catalogs of the locale and of those that it falls back to.
    fn texts_of(&self, prepared: &Prepared, target: &TargetFile) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        let chain = self.project().chain(&target.locale);
        let parents = chain.iter().filter_map(|parent| prepared.target(parent));
        let catalogs = std::iter::once(target).chain(parents);
        let catalogs = catalogs.map(|catalog| catalog.text.as_deref());
        let of_article = [Some(prepared.text.as_str()), prepared.old_text.as_deref()];
        for text in of_article.into_iter().chain(catalogs) {
            let text = text.unwrap_or_default();
            hasher.update(&text.len().to_le_bytes());
            hasher.update(text.as_bytes());
        }
        hasher.finalize()
    }
}

/// A hash of an article's path and of all its texts.
fn hash_of_texts(raw: &Raw) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    let targets = raw.targets.iter();
    let targets = targets.flat_map(|(locale, _, text)| [Some(locale.as_str()), text.as_deref()]);
    let of_article = [
        Some(raw.path.as_str()),
        Some(&raw.text),
        raw.source.as_deref(),
    ];
    for text in of_article.into_iter().chain(targets) {
        // A file that is not there is another one than an empty file.
        let length = text.map_or(u64::MAX, |text| text.len() as u64);
        hasher.update(&length.to_le_bytes());
        hasher.update(text.unwrap_or_default().as_bytes());
    }
    hasher.finalize()
}
