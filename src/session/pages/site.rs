//! The end of a build in a site: what satz has written there, what it left alone, what is gone.

use std::collections::{BTreeMap, BTreeSet};

use super::end::{Built, Leftover, LeftoverState};
use super::kept::{BuiltArticle, PageRecord};
use crate::config::Article;
use crate::publish::{Written, hash};
use crate::session::Failure;
use crate::session::sink::Report;
use crate::store::{Error, Removal, Workspace, Write, Writer};

/// What satz has written into the site so far, for each locale.
///
/// # Errors
/// If a list cannot be read.
pub(in crate::session) fn read(workspace: &Workspace) -> Result<BTreeMap<String, Written>, Error> {
    let project = &workspace.project;
    if !project.is_site() {
        return Ok(BTreeMap::new());
    }
    let list = |locale: &String| {
        let text = workspace.read(&project.written_path(locale))?;
        let written = Written::parse(text.as_deref().unwrap_or_default());
        Ok((locale.clone(), written))
    };
    project.locales.iter().map(list).collect()
}

/// Writes the list of a locale, if it has changed.
///
/// # Errors
/// If it cannot be written.
pub(in crate::session) fn save(
    writer: &Writer<'_>,
    locale: &str,
    written: &Written,
) -> Result<(), Error> {
    let workspace = writer.workspace();
    let path = workspace.project.written_path(locale);
    let (old, new) = (workspace.read(&path)?, written.text());
    if old.as_deref().unwrap_or_default() != new {
        writer.write(&[Write { path, old, new }])?;
    }
    Ok(())
}

/// A build in a site, as it ends.
pub(super) struct Ending<'a> {
    pub(super) writer: &'a Writer<'a>,
    /// What satz had written before.
    pub(super) written: &'a BTreeMap<String, Written>,
    /// The locales that are written.
    pub(super) locales: &'a [String],
    pub(super) made: &'a [BuiltArticle],
    /// All articles that there are.
    pub(super) articles: &'a [Article],
}

impl Ending<'_> {
    /// Notes what was written, removes translations of articles that are gone, and puts into `built` what
    /// was left alone and what was proved.
    pub(super) fn finish(&self, report: &mut Report<'_>, built: &mut Built) -> Result<(), Failure> {
        let project = &self.writer.workspace().project;
        if !project.is_site() {
            return Ok(());
        }
        for (locale, before) in self.written {
            if self.locales.contains(locale) {
                let new = self.note(report, locale, before, built);
                save(self.writer, locale, &new)?;
            }
        }
        if self.locales.contains(&project.source) {
            let proved = self.made.iter().filter(|article| {
                article.is_wanted
                    && article.made.is_some()
                    && project.has_target(&article.facts.path)
            });
            built.proved = proved.count();
        }
        Ok(())
    }

    /// The list of a locale after this build; what is in the way of its pages goes into `built`.
    fn note(
        &self,
        report: &mut Report<'_>,
        locale: &str,
        before: &Written,
        built: &mut Built,
    ) -> Written {
        let project = &self.writer.workspace().project;
        let mut new = before.clone();
        // What an article has stays, though it be unpublished now or could not be written.
        let articles = self.articles.iter();
        let places = articles.filter_map(|article| project.target_path(locale, &article.path));
        let mut places: BTreeSet<String> = places.collect();
        for article in self.made.iter().filter(|article| article.is_wanted) {
            let Some(made) = &article.made else { continue };
            let is_own = |page: &&PageRecord| page.form.is_site() && page.locale == *locale;
            for page in made.pages.iter().filter(is_own) {
                let place = page.place(project, &article.facts);
                if page.is_refused {
                    built.refused.push(place);
                } else {
                    new.note(&place, &page.hash);
                }
            }
            let files = { made.files.iter() }.filter(|file| file.is_in_site);
            for file in files.filter(|file| file.locale == *locale) {
                if let Some(hash) = &file.hash {
                    new.note(&file.to, hash);
                }
                places.insert(file.to.clone());
            }
        }
        let wanted = self.made.iter().filter(|article| article.is_wanted);
        if wanted.count() == self.articles.len() {
            let gone = self.forget(report, (locale, before), &places, &mut new);
            built.leftovers.extend(gone);
        }
        new
    }

    /// Removes the translations that no article has any more.
    fn forget(
        &self,
        report: &mut Report<'_>,
        (locale, before): (&str, &Written),
        places: &BTreeSet<String>,
        new: &mut Written,
    ) -> Vec<Leftover> {
        let mut leftovers = Vec::new();
        let project = &self.writer.workspace().project;
        for path in before.paths().filter(|path| !places.contains(*path)) {
            new.forget(path);
            let is_article = self.articles.iter().any(|article| article.path == path);
            if is_article || !project.is_target(locale, path) {
                continue;
            }
            let is_ours = |bytes: &[u8]| before.has(path, &hash(bytes));
            let state = match self.writer.remove_from_site(path, is_ours) {
                Ok(Removal::Removed) => LeftoverState::Removed,
                Ok(Removal::Changed) => LeftoverState::ChangedInSite,
                Ok(Removal::Absent) => continue,
                Err(error) => {
                    report.fail(error);
                    continue;
                }
            };
            let path = path.to_owned();
            leftovers.push(Leftover { path, state });
        }
        leftovers
    }
}
