//! What a file is to the workspace, and what is found in it.

use std::sync::Arc;

use super::sink::Sink;
use super::{Answer, Failure, InspectQuestion, Selection, Session};
use crate::config::{CONFIGURATION, GLOSSARY, StringsFile};
use crate::report::Found;

/// What a file is to a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileRole {
    /// An article, by its key.
    Article(String),
    /// The catalog of an article in a locale; the source catalog among them.
    Catalog {
        /// The locale.
        locale: String,
        /// Key of the article.
        article: String,
    },
    /// The glossary of a locale.
    Glossary(String),
    /// A catalog of an application in a locale.
    Strings {
        /// The locale.
        locale: String,
        /// Key of the catalog.
        key: String,
    },
    /// `satz.yaml`.
    Configuration,
    /// Nothing that satz reads.
    Other,
}

impl Session {
    /// Says what a file is, given by its path in the workspace.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{FileRole, Session};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// assert_eq!(session.role_of("articles/markt.md"), FileRole::Article("markt".into()));
    /// assert_eq!(session.role_of("locales/en/glossary.ftl"), FileRole::Glossary("en".into()));
    /// assert_eq!(session.role_of("README.md"), FileRole::Other);
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn role_of(&self, path: &str) -> FileRole {
        if path == CONFIGURATION {
            return FileRole::Configuration;
        }
        let project = self.project();
        let articles = self.articles().unwrap_or_default();
        let key = project.article_key(path).filter(|key| {
            let article = articles.get(key);
            article.is_some_and(|article| article.path == path)
        });
        if let Some(key) = key {
            return FileRole::Article(key);
        }
        let below = path.strip_prefix(project.catalogs.as_str());
        let below = below.and_then(|below| below.strip_prefix('/')?.strip_suffix(".ftl"));
        if let Some((locale, article)) = below.and_then(|below| below.split_once('/')) {
            let is_known =
                locale == project.source || project.locales.iter().any(|own| own == locale);
            if is_known && article == GLOSSARY {
                return FileRole::Glossary(locale.to_owned());
            }
            if is_known && articles.contains_key(article) {
                return FileRole::Catalog {
                    locale: locale.to_owned(),
                    article: article.to_owned(),
                };
            }
        }
        self.strings_role(path).unwrap_or(FileRole::Other)
    }

    fn strings_role(&self, path: &str) -> Option<FileRole> {
        let files = self.strings_files();
        let role = |locale: &str, file: &StringsFile| FileRole::Strings {
            locale: locale.to_owned(),
            key: file.key.clone(),
        };
        files.iter().find_map(|file| {
            if file.source.as_deref() == Some(path) {
                return Some(role(&self.project().source, file));
            }
            let mut targets = file.targets.iter();
            let (locale, _) = targets.find(|(_, (target, _))| target == path)?;
            Some(role(locale, file))
        })
    }

    /// The path of an article, given by its key.
    pub fn article_path(&self, key: &str) -> Option<String> {
        let articles = self.articles().ok()?;
        articles.get(key).map(|article| article.path.clone())
    }

    /// The keys of all articles, sorted.
    ///
    /// # Errors
    /// If the work was stopped.
    pub fn article_keys(&self) -> Result<Vec<String>, Failure> {
        Ok(self.articles()?.keys().cloned().collect())
    }

    /// The paths of a catalog of an application in all locales, the source's first.
    pub fn strings_paths(&self, key: &str) -> Vec<String> {
        let files = self.strings_files();
        let Some(file) = files.iter().find(|file| file.key == key) else {
            return Vec::new();
        };
        let targets = file.targets.values().map(|(path, _)| path);
        file.source.iter().chain(targets).cloned().collect()
    }

    /// The catalogs of an application.
    fn strings_files(&self) -> Arc<Vec<StringsFile>> {
        if self.project().strings.is_empty() {
            return Arc::default();
        }
        self.live.strings(|| self.workspace.strings().0)
    }

    /// What is found in the files that depend on the same article, or on the same catalog of an application,
    /// as a file does: what [`Session::inspect`] says of them, of an article in some locales. None if only the workspace as a whole can
    /// tell.
    ///
    /// # Errors
    /// As [`Session::findings`].
    pub fn findings_around(
        &self,
        path: &str,
        locales: &[String],
        sink: &mut dyn Sink,
    ) -> Result<Option<Vec<Found>>, Failure> {
        match self.role_of(path) {
            FileRole::Article(article) | FileRole::Catalog { article, .. } => {
                let rows = self.findings_in(&article, locales, sink)?;
                let found = rows.iter().flat_map(|row| row.found.iter().cloned());
                Ok(Some(found.collect()))
            }
            FileRole::Strings { key, .. } => {
                let question = InspectQuestion {
                    selection: Selection {
                        articles: vec![key],
                        ..Selection::default()
                    },
                    ..InspectQuestion::default()
                };
                let Answer::Whole(inspection) = self.inspect(question, sink)? else {
                    return Ok(None);
                };
                let found = inspection.findings.iter();
                let found =
                    found.filter(|found| !found.what.id.is_empty() || found.at.path == path);
                Ok(Some(found.cloned().collect()))
            }
            _ => Ok(None),
        }
    }

    /// What is found in the whole workspace, and what could not be read is reported.
    ///
    /// # Errors
    /// As [`Session::inspect`].
    pub fn all_findings(&self, sink: &mut dyn Sink) -> Result<Vec<Found>, Failure> {
        match self.inspect(InspectQuestion::default(), sink)? {
            Answer::Whole(inspection) => Ok(inspection.findings.iter().cloned().collect()),
            Answer::Part(_) => Ok(Vec::new()),
        }
    }
}
