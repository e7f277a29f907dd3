//! The end of a build in a site: what satz has written there, what it left alone, what is gone.

use std::collections::{BTreeMap, BTreeSet};

use super::kept::{Built, Page};
use crate::cli::context::Context;
use crate::cli::{Failure, Outcome};
use crate::config::Article;
use crate::publish::{Written, hash};
use crate::store::{Error, Removal, Workspace, Write, Writer};

/// Files that are named when satz left them alone.
const NAMED: usize = 5;

/// What satz has written into the site so far, for each locale.
///
/// # Errors
/// If a list cannot be read.
pub(in crate::cli) fn read(workspace: &Workspace) -> Result<BTreeMap<String, Written>, Error> {
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
pub(in crate::cli) fn save(
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
pub(in crate::cli) struct Ending<'a> {
    pub(in crate::cli) writer: &'a Writer<'a>,
    /// What satz had written before.
    pub(in crate::cli) written: &'a BTreeMap<String, Written>,
    /// The locales that are written.
    pub(in crate::cli) locales: &'a [String],
    pub(in crate::cli) made: &'a [Built],
    /// All articles that there are.
    pub(in crate::cli) articles: &'a [Article],
}

impl Ending<'_> {
    /// Notes what was written, removes translations of articles that are gone, and says what was
    /// left alone and what was proved.
    pub(in crate::cli) fn finish(
        &self,
        context: &mut Context<'_>,
        outcome: Outcome,
    ) -> Result<Outcome, Failure> {
        let workspace = self.writer.workspace();
        let project = &workspace.project;
        if !project.is_site() {
            return Ok(outcome);
        }
        let mut refused = Vec::new();
        for (locale, before) in self.written {
            if self.locales.contains(locale) {
                let new = self.note(context, locale, before, &mut refused);
                save(self.writer, locale, &new)?;
            }
        }
        if !refused.is_empty() {
            context.fail(left_alone(&refused));
        }
        let proved = self.made.iter().filter(|built| {
            built.is_wanted && built.made.is_some() && project.has_target(&built.facts.path)
        });
        let proved = proved.count();
        if self.locales.contains(&project.source) && proved > 0 && !context.has_failed() {
            let articles = if proved == 1 { "article" } else { "articles" };
            context.note(format_args!(
                "{}: {proved} {articles}, byte for byte what their catalogs give back; not written",
                project.source
            ));
        }
        Ok(outcome)
    }

    /// The list of a locale after this build; what is in the way of its pages goes to `refused`.
    fn note(
        &self,
        context: &mut Context<'_>,
        locale: &str,
        before: &Written,
        refused: &mut Vec<String>,
    ) -> Written {
        let project = &self.writer.workspace().project;
        let mut new = before.clone();
        let mut places = BTreeSet::new();
        for built in self.made.iter().filter(|built| built.is_wanted) {
            let Some(made) = &built.made else { continue };
            let is_own = |page: &&Page| page.form.is_site() && page.locale == *locale;
            for page in made.pages.iter().filter(is_own) {
                let place = page.place(project, &built.facts);
                if page.is_refused {
                    refused.push(place.clone());
                } else {
                    new.note(&place, &page.hash);
                }
                places.insert(place);
            }
            let files = { made.files.iter() }.filter(|file| file.is_in_site);
            for file in files.filter(|file| file.locale == *locale) {
                if let Some(hash) = &file.hash {
                    new.note(&file.to, hash);
                }
                places.insert(file.to.clone());
            }
        }
        let wanted = self.made.iter().filter(|built| built.is_wanted);
        if wanted.count() == self.articles.len() {
            self.forget(context, (locale, before), &places, &mut new);
        }
        new
    }

    /// Removes the translations that no article has any more.
    fn forget(
        &self,
        context: &mut Context<'_>,
        (locale, before): (&str, &Written),
        places: &BTreeSet<String>,
        new: &mut Written,
    ) {
        let project = &self.writer.workspace().project;
        for path in before.paths().filter(|path| !places.contains(*path)) {
            new.forget(path);
            let is_article = self.articles.iter().any(|article| article.path == path);
            if is_article || !project.is_target(locale, path) {
                continue;
            }
            let is_ours = |bytes: &[u8]| before.has(path, &hash(bytes));
            match self.writer.remove_from_site(path, is_ours) {
                Ok(Removal::Removed) => context.note(format_args!("{path}: removed")),
                Ok(Removal::Absent) => {}
                Ok(Removal::Changed) => context.note(format_args!(
                    "{path}: no article has this translation any more, but it was changed since it was built; remove it yourself"
                )),
                Err(error) => context.fail(error),
            }
        }
    }
}

/// What to say of files in the site that satz has not written.
fn left_alone(paths: &[String]) -> String {
    let named = paths
        .iter()
        .take(NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let more = match paths.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let are = if paths.len() == 1 { "is" } else { "are" };
    format!(
        "{named}{more}: {are} not what satz has written, and left alone; `satz align --site` takes in what others translated, `satz build --overwrite` gives it up"
    )
}
