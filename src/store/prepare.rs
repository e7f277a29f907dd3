use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::adopt::is_opaque;
use super::{Error, Workspace};
use crate::catalog::{Catalog, Id, Resolver, Source};
use crate::document::{format_of, formats};
use crate::project::{Article, GLOSSARY, Orphan, Prepared, Raw, TargetFile, suggest};

impl Workspace {
    /// Reads every article whose key is among `keys` (all if that is empty) with its catalogs, and
    /// prepares it. What cannot be read is an error of its own; the rest is complete.
    pub fn prepare(&self, keys: &[String]) -> (Vec<Prepared>, Vec<Error>) {
        self.each(keys, |article| article)
    }

    /// The keys of all articles, and whether there are files that could not be listed.
    pub fn article_keys(&self) -> (Vec<String>, bool) {
        let (articles, errors) = self.articles(&endings());
        let keys = articles.into_iter().map(|article| article.key);
        (keys.collect(), !errors.is_empty())
    }

    /// What to say of an article that is not there.
    pub fn no_such_article(&self, key: &str, known: &[&str]) -> Error {
        let path = self.root.join(&self.project.articles).join(key);
        let hint = match suggest(key, known) {
            Some(other) => format!("did you mean `{other}`?"),
            None => "`satz status` lists them".to_owned(),
        };
        Error::new(path, format!("there is no such article; {hint}"))
    }

    /// The source catalogs whose article is gone, with the locales' catalogs. One that is not all
    /// readable is left alone.
    ///
    /// # Errors
    /// If a folder cannot be listed: then nobody knows whether an article is gone.
    pub(super) fn orphans(&self) -> Result<Vec<Orphan>, Error> {
        let listed = |folder: &str| {
            let (files, errors) = self.files(folder);
            errors.into_iter().next().map_or(Ok(files), Err)
        };
        let known: BTreeSet<String> = listed(&self.project.articles)?
            .iter()
            .filter_map(|path| self.project.article_key(path))
            .collect();
        let prefix = self.project.catalog_path(&self.project.source, "");
        let prefix = prefix.trim_end_matches(".ftl");
        let catalogs = listed(prefix.trim_end_matches('/'))?;
        // Only where an article is gone.
        let mut everywhere: Option<Vec<String>> = None;
        let mut out = Vec::new();
        for path in &catalogs {
            let stem = path.strip_prefix(prefix);
            let Some(key) = stem.and_then(|stem| stem.strip_suffix(".ftl")) else {
                continue;
            };
            let key: String = key.nfc().collect();
            if key == GLOSSARY || known.contains(&key) {
                continue;
            }
            let Ok(Some(text)) = self.read(path) else {
                continue;
            };
            let catalog = Catalog::parse(&text).value;
            if catalog.article().is_none() || self.refuse_foreign(path, &text).is_err() {
                continue;
            }
            let paths: Vec<(String, String)> = self
                .project
                .locales
                .iter()
                .map(|locale| (locale.clone(), self.project.catalog_path(locale, &key)))
                .collect();
            let ending = format!("/{key}.ftl");
            let everywhere = match &mut everywhere {
                Some(all) => all,
                none => none.insert(listed(&self.project.catalogs)?),
            };
            let elsewhere = everywhere.iter().any(|other| {
                other.ends_with(&ending)
                    && other != path
                    && !paths.iter().any(|(_, path)| path == other)
            });
            let mut targets = Vec::new();
            for (locale, path) in paths {
                let Ok(text) = self.read(&path) else { break };
                targets.push(TargetFile::new(locale, path, text));
            }
            if targets.len() == self.project.locales.len() {
                out.push(Orphan {
                    key,
                    path: path.clone(),
                    old: Source::of(&catalog),
                    text,
                    targets,
                    elsewhere,
                });
            }
        }
        Ok(out)
    }

    /// Reads an article and its catalogs. A locale's catalog that cannot be read is left out, and an
    /// error of its own.
    pub(super) fn read_article(
        &self,
        article: &Article,
        errors: &mut Vec<Error>,
    ) -> Result<Raw, Error> {
        let full = self.root.join(&article.path);
        let format = format_of(&article.extension)
            .ok_or_else(|| Error::new(&full, "is of no known format"))?;
        let text = self
            .read(&article.path)?
            .ok_or_else(|| Error::new(&full, "has vanished; run the command again"))?;
        if text
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
            .is_empty()
        {
            return Err(Error::new(
                &full,
                "the article is empty; write it or remove the file",
            ));
        }
        let path = self
            .project
            .catalog_path(&self.project.source, &article.key);
        let source = self.read(&path)?;
        if let Some(source) = &source {
            self.refuse_foreign(&path, source)?;
        }
        let mut targets = Vec::new();
        for locale in &self.project.locales {
            let path = self.project.catalog_path(locale, &article.key);
            match self.read(&path) {
                Ok(text) => targets.push((locale.clone(), path, text)),
                Err(error) => errors.push(error),
            }
        }
        Ok(Raw {
            key: article.key.clone(),
            path: article.path.clone(),
            format,
            text,
            source,
            targets,
        })
    }

    /// Refuses a source catalog that satz did not write, or that holds more than satz wrote:
    /// `sync` would write it anew.
    fn refuse_foreign(&self, path: &str, text: &str) -> Result<(), Error> {
        let parsed = Catalog::parse(text);
        let foreign = parsed
            .value
            .messages()
            .find(|(_, entry)| Id::parse(&entry.id).is_none());
        let full = self.root.join(path);
        if let Some((_, entry)) = foreign {
            let todo = if is_opaque(text) {
                "take it in with `satz init --adopt`, or move it to another file"
            } else {
                "move it to another file"
            };
            let message = format!(
                "holds the message `{}`, which satz did not write; {todo}",
                entry.id
            );
            return Err(Error::new(full, message));
        }
        let broken = parsed
            .diagnostics
            .iter()
            .find(|diagnostic| diagnostic.code != "conflict-marker");
        match broken {
            Some(broken) => {
                let line = crate::text::LineIndex::new(text)
                    .place(text, broken.span.start)
                    .line;
                let message = format!(
                    "line {line}: {}; restore the file from its last version",
                    broken.message
                );
                Err(Error::new(full, message))
            }
            None => Ok(()),
        }
    }

    /// The glossary of a locale; empty if there is none.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn glossary(&self, locale: &str) -> Result<Catalog, Error> {
        let text = self.read(&self.project.glossary_path(locale))?;
        Ok(Catalog::parse(text.as_deref().unwrap_or_default()).value)
    }

    /// The texts of the glossaries of all locales, the source first.
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn glossaries(&self) -> Result<Vec<String>, Error> {
        let locales = std::iter::once(&self.project.source).chain(&self.project.locales);
        let text = |locale: &String| self.read(&self.project.glossary_path(locale));
        let texts = locales
            .map(text)
            .map(|text| text.map(Option::unwrap_or_default));
        texts.collect()
    }

    /// What the catalogs of a locale may refer to: its glossary's terms, and those of the locales
    /// that it falls back to.
    ///
    /// # Errors
    /// If a glossary cannot be read.
    pub fn resolver(&self, locale: &str) -> Result<Resolver, Error> {
        let chain = self.project.chain(locale).into_iter();
        let glossaries = std::iter::once(locale)
            .chain(chain)
            .map(|locale| self.glossary(locale))
            .collect::<Result<Vec<Catalog>, Error>>()?;
        Ok(Resolver::new(
            locale,
            &glossaries.iter().collect::<Vec<_>>(),
        ))
    }
}

/// The endings of articles.
pub(super) fn endings() -> Vec<&'static str> {
    formats()
        .iter()
        .flat_map(|format| format.extensions)
        .copied()
        .collect()
}
