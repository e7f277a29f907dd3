//! Catalogs whose article is gone, and articles that cannot be read as a whole.

use std::collections::BTreeSet;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::list::hides_files;
use super::prepare::endings;
use super::{Error, Workspace};
use crate::article::{Closed, Orphan, TargetFile, Unread};
use crate::catalog::{Catalog, Source};
use crate::config::GLOSSARY;
use crate::document::format_of;
use crate::text::Conflict;

/// What is left of articles that are gone.
pub(super) struct Gone {
    pub(super) orphans: Vec<Orphan>,
    pub(super) errors: Vec<Error>,
    /// Whether there may be source catalogs of which nothing is known.
    pub(super) hides_sources: bool,
}

impl Workspace {
    /// What cannot be read of the catalogs whose article is gone.
    pub fn unreadable_orphans(&self) -> Vec<Error> {
        let listing = self.listing(&endings());
        if listing.is_partial {
            return Vec::new();
        }
        let paths = listing.articles.iter().map(|article| &article.path);
        let known = paths
            .chain(&listing.refused)
            .filter_map(|path| self.project.article_key(path));
        self.orphans(&known.collect()).errors
    }

    /// The source catalogs that satz wrote and whose article is not among the `known` keys, with the
    /// locales' catalogs.
    pub(super) fn orphans(&self, known: &BTreeSet<String>) -> Gone {
        let source = &self.project.source;
        let folder = [&self.project.catalogs, "/", source].concat();
        // A folder in a catalog's place is a catalog that cannot be read.
        let (mut paths, folders, errors) = self.entries_below(&folder);
        paths.extend(folders);
        paths.sort();
        let mut gone = Gone {
            orphans: Vec::new(),
            hides_sources: errors.iter().any(hides_files),
            errors,
        };
        let prefix = folder + "/";
        // Listed only where an article is gone.
        let mut everywhere: Option<(Vec<String>, bool)> = None;
        for path in paths {
            let stem = path.strip_prefix(&prefix);
            let Some(key) = stem.and_then(|stem| stem.strip_suffix(".ftl")) else {
                continue;
            };
            let key: String = key.nfc().collect();
            if key == GLOSSARY || known.contains(&key) {
                continue;
            }
            let (all, is_listed) = everywhere.get_or_insert_with(|| {
                let (all, errors) = self.files(&self.project.catalogs);
                let is_listed = !errors.iter().any(hides_files);
                gone.errors.extend(errors);
                (all, is_listed)
            });
            if let Some(mut orphan) = self.orphan(key, path, all, &mut gone) {
                orphan.is_whole &= *is_listed;
                gone.orphans.push(orphan);
            }
        }
        gone
    }

    /// The catalogs of an article that is gone, by the path of its source catalog; none if satz did
    /// not write that.
    fn orphan(
        &self,
        key: String,
        path: String,
        everywhere: &[String],
        gone: &mut Gone,
    ) -> Option<Orphan> {
        let before = gone.errors.len();
        let text = match self.read(&path) {
            Ok(text) => Some(text?),
            Err(error) => {
                gone.errors.push(error);
                gone.hides_sources = true;
                None
            }
        };
        let catalog = text.as_deref().map(|text| Catalog::parse(text).value);
        if let (Some(text), Some(catalog)) = (&text, &catalog) {
            catalog.article()?;
            gone.errors.extend(self.refuse_foreign(&path, text).err());
        }
        let mut paths = vec![path.clone()];
        let mut targets = Vec::new();
        for locale in &self.project.locales {
            let path = self.project.catalog_path(locale, &key);
            paths.push(path.clone());
            let read = self.read(&path).and_then(|text| {
                let conflict = text.as_deref().and_then(Conflict::in_catalog);
                let error =
                    conflict.map(|conflict| Error::in_conflict(self.root.join(&path), conflict));
                error.map_or(Ok(text), Err)
            });
            match read {
                Ok(text) => targets.push(TargetFile::new(locale.clone(), path, text)),
                Err(error) => gone.errors.push(error),
            }
        }
        let ending = format!("/{key}.ftl");
        let others = everywhere
            .iter()
            .filter(|other| other.ends_with(&ending) && !paths.contains(other));
        Some(Orphan {
            old: Source::salvaged(&catalog?),
            others: others.cloned().collect(),
            is_whole: gone.errors.len() == before,
            text: text.unwrap_or_default(),
            key,
            path,
            targets,
        })
    }

    /// What is known of an article that cannot be read as a whole.
    pub(super) fn closed(&self, path: &str, unread: &mut Unread) -> Closed {
        let Some(key) = self.project.article_key(path) else {
            return Closed::default();
        };
        let catalog = self.project.catalog_path(&self.project.source, &key);
        let old = match self.read(&catalog) {
            Ok(Some(text)) => Source::salvaged(&Catalog::parse(&text).value),
            Ok(None) => Source::default(),
            Err(_) => {
                unread.hides_sources = true;
                Source::default()
            }
        };
        let ending = Path::new(path)
            .extension()
            .and_then(|ending| ending.to_str());
        let format = ending.and_then(format_of);
        let units = if let (Some(format), Ok(Some(text))) = (format, self.read(path)) {
            self.project.units(&key, format, &text)
        } else {
            unread.hides_articles = true;
            Vec::new()
        };
        Closed { old, units }
    }
}
