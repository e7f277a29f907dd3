//! Which locales and articles a question is about, and what is made of each of them.

use super::share::{Answer, Share, Whole, gather};
use super::sink::Report;
use super::{Failure, Session};
use crate::article::{Prepared, TargetFile};
use crate::config::{CONFIGURATION, Globs};
use crate::store::{Cache, Error, Kept, Pack};

/// Which locales and articles a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Locales; all if there is none.
    pub locales: Vec<String>,
    /// Articles and catalogs of an application by their keys, or patterns like `news/**`; all if there
    /// is none.
    pub articles: Vec<String>,
}

/// What is asked of every article in every locale, where much of the answer may be known already.
pub(super) struct Rows<'a> {
    /// Name of the question.
    pub(super) question: &'static str,
    pub(super) selection: &'a Selection,
    pub(super) locales: &'a [String],
    /// What the answers depend on, as a person gives it.
    pub(super) options: &'a str,
    pub(super) cache: Cache,
    pub(super) share: Share,
}

impl Session {
    /// The locales that a selection names, each once and in its order; all if it names none.
    ///
    /// # Errors
    /// If one is not configured.
    pub fn locales(&self, selection: &Selection) -> Result<Vec<String>, Failure> {
        let mut locales: Vec<String> = Vec::new();
        for locale in self.named_locales(&selection.locales)? {
            if !locales.contains(&locale) {
                locales.push(locale);
            }
        }
        if locales.is_empty() {
            locales.clone_from(&self.project().locales);
        }
        Ok(locales)
    }

    /// A configured locale.
    pub(super) fn locale(&self, name: &str) -> Result<String, Error> {
        let locale = self.project().locale(name).map(str::to_owned);
        let file = self.workspace.root.join(CONFIGURATION);
        locale.map_err(|fault| Error::from_fault(file, &fault))
    }

    pub(super) fn named_locales(&self, names: &[String]) -> Result<Vec<String>, Error> {
        let named = names.iter().map(|name| self.project().locale(name));
        named
            .map(|locale| locale.map(str::to_owned))
            .collect::<Result<_, _>>()
            .map_err(|fault| Error::from_fault(self.workspace.root.join(CONFIGURATION), &fault))
    }

    /// The keys of the selected articles, patterns made into what they fit; none for all.
    pub(super) fn keys(&self, selection: &Selection) -> Result<Vec<String>, Error> {
        let workspace = &self.workspace;
        let is_pattern = |name: &&String| name.contains(['*', '?', '[']);
        if selection.articles.is_empty() {
            return Ok(Vec::new());
        }
        let (mut all, is_partial) = workspace.article_keys();
        all.extend(workspace.strings().0.into_iter().map(|file| file.key));
        let mut keys = Vec::new();
        for typed in &selection.articles {
            let named = self.key_of_path(typed).filter(|key| all.contains(key));
            let name = named.as_ref().unwrap_or(typed);
            if !is_pattern(&name) || all.contains(name) {
                // One whose file cannot be listed is reported with the reason, later.
                if !all.contains(name) && !is_partial {
                    let known: Vec<&str> = all.iter().map(String::as_str).collect();
                    return Err(workspace.no_such_article(name, &known));
                }
                keys.push(name.clone());
                continue;
            }
            let pattern = Globs::new(vec![name.clone()]);
            let fitting = all.iter().filter(|key| pattern.fit(key));
            let before = keys.len();
            keys.extend(fitting.cloned());
            if keys.len() == before {
                let folder = workspace.project.article_folder().unwrap_or_default();
                let folder = workspace.root.join(folder);
                let message = format!("no article fits `{name}`; `satz status` lists them");
                return Err(Error::new(folder, message));
            }
        }
        Ok(keys)
    }

    /// The key of an article that is named by its path, as a shell completes it.
    fn key_of_path(&self, name: &str) -> Option<String> {
        let path = name.replace('\\', "/");
        let (_, ending) = path.rsplit_once('.')?;
        let project = self.project();
        project.article_key(&project.article_path(&path, ending))
    }

    /// What `work` makes of every selected article in every locale. Only what it makes is held, so that
    /// memory does not grow with the articles. What cannot be read is reported and left out.
    pub(super) fn each<T: Send>(
        &self,
        selection: &Selection,
        locales: &[String],
        report: &mut Report<'_>,
        is_settled: impl Fn(&Prepared) -> bool + Sync,
        work: impl Fn(&Prepared, &TargetFile) -> T + Sync,
    ) -> Result<Vec<Made<T>>, Failure> {
        let keys = self.keys(selection)?;
        let steps = report.begin("articles");
        let (made, errors) = self.workspace.each(&keys, &*steps, |article| {
            Made::of(&article, locales, &is_settled, &work)
        });
        drop(steps);
        report.fail_all(errors)?;
        Ok(made)
    }

    /// The same, but what an earlier run made of an article that has not changed since is taken from
    /// the cache, and what shares of this run made from their parts.
    pub(super) fn each_row<T: Pack + Send>(
        &self,
        rows: Rows<'_>,
        report: &mut Report<'_>,
        is_settled: impl Fn(&Prepared) -> bool + Sync,
        work: impl Fn(&Prepared, &TargetFile) -> T + Sync,
    ) -> Result<Answer<Vec<Made<T>>>, Failure> {
        let Rows {
            selection,
            locales,
            cache,
            ..
        } = rows;
        let keys = self.keys(selection)?;
        let whole = Whole {
            locales: selection.locales.clone(),
            articles: selection.articles.clone(),
            options: rows.options.to_owned(),
        };
        gather(
            &self.workspace,
            rows.share,
            rows.question,
            whole,
            &keys,
            report,
            |report, keys| {
                let steps = report.begin("articles");
                let mut rows = Vec::new();
                let (all, errors) = self.workspace.each_kept(
                    keys,
                    &cache,
                    &*steps,
                    |_| true,
                    |article, _| Made::of(&article, locales, &is_settled, &work),
                    |key, row| rows.push((key.to_owned(), row)),
                );
                cache.save(|key| all.contains(key));
                drop(steps);
                report.fail_all(errors)?;
                Ok(rows)
            },
        )
    }
}

/// What was made of an article.
#[derive(Debug)]
pub(super) struct Made<T> {
    /// The article's key.
    pub(super) article: String,
    /// Whether no `sync` can make anything else of it.
    pub(super) is_settled: bool,
    /// By locale what was made; `None` where its catalog cannot be read.
    pub(super) rows: Vec<Option<T>>,
}

impl<T> Made<T> {
    fn of(
        article: &Prepared,
        locales: &[String],
        is_settled: impl Fn(&Prepared) -> bool,
        work: impl Fn(&Prepared, &TargetFile) -> T,
    ) -> Self {
        let row = |locale: &String| Some(work(article, article.target(locale)?));
        Self {
            article: article.key.clone(),
            is_settled: is_settled(article),
            rows: locales.iter().map(row).collect(),
        }
    }
}

impl<T: Pack> Pack for Made<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.article.pack(out);
        self.is_settled.pack(out);
        self.rows.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(Self {
            article: Pack::unpack(from)?,
            is_settled: Pack::unpack(from)?,
            rows: Pack::unpack(from)?,
        })
    }
}

impl<T: Pack + Send> Kept for Made<T> {}

/// What was made article by article, locale by locale.
pub(super) fn by_locale<T>(made: Vec<Made<T>>, locales: &[String]) -> Vec<T> {
    let mut out = Vec::with_capacity(made.iter().map(|one| one.rows.len()).sum());
    let mut rows: Vec<_> = made.into_iter().map(|one| one.rows.into_iter()).collect();
    for _ in locales {
        out.extend(rows.iter_mut().filter_map(|row| row.next().flatten()));
    }
    out
}

/// The articles that have a readable catalog (or none yet) in a locale, with that catalog.
pub(super) fn in_locale<'a>(
    prepared: &'a [Prepared],
    locale: &'a str,
) -> impl Iterator<Item = (&'a Prepared, &'a TargetFile)> {
    prepared
        .iter()
        .filter_map(move |article| Some((article, article.target(locale)?)))
}
