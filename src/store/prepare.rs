//! Articles and their catalogs read and prepared.

use super::error::shortened;
use super::{Error, Steps, Workspace};
use crate::article::{Prepared, Raw};
use crate::catalog::{Catalog, Id, Resolver};
use crate::config::{Article, suggest};
use crate::document::{Format, format_of, formats};
use crate::text::{Conflict, LineIndex};

impl Workspace {
    /// Reads every article whose key is among `keys` (all if that is empty) with its catalogs, and
    /// prepares it, for commands that write. What cannot be read is an error of its own, and so is a
    /// catalog with conflict markers; the rest is complete.
    pub fn prepare(&self, keys: &[String], steps: &dyn Steps) -> (Vec<Prepared>, Vec<Error>) {
        let (mut prepared, mut errors) = self.each(keys, steps, |article| article);
        for article in &mut prepared {
            self.refuse_conflicts(article, &mut errors);
        }
        (prepared, errors)
    }

    /// Reads one article with its catalogs, and prepares it. A locale's catalog that cannot be read is left
    /// out, and an error of its own.
    ///
    /// # Errors
    /// If the article or its source catalog cannot be read.
    pub fn prepare_one(
        &self,
        article: &Article,
        errors: &mut Vec<Error>,
    ) -> Result<Prepared, Error> {
        Ok(self.project.prepare(self.read_article(article, errors)?))
    }

    /// Takes out the locales' catalogs in which conflict markers stand.
    pub fn refuse_conflicts(&self, article: &mut Prepared, errors: &mut Vec<Error>) {
        article.targets.retain(|target| {
            let conflict = target.text.as_deref().and_then(Conflict::in_catalog);
            let error =
                conflict.map(|conflict| Error::in_conflict(self.root.join(&target.path), conflict));
            let is_sound = error.is_none();
            errors.extend(error);
            is_sound
        });
    }

    /// The keys of all articles, and whether there are files that could not be listed.
    pub fn article_keys(&self) -> (Vec<String>, bool) {
        let (articles, errors) = self.articles(&endings());
        let keys = articles.into_iter().map(|article| article.key);
        (keys.collect(), !errors.is_empty())
    }

    /// What to say of an article that is not there.
    pub fn no_such_article(&self, key: &str, known: &[&str]) -> Error {
        let path = self.root.join(self.project.place_of(key));
        let hint = match suggest(key, known) {
            Some(other) => format!("did you mean `{other}`?"),
            None => "`satz status` lists them".to_owned(),
        };
        Error::new(path, format!("there is no such article; {hint}"))
    }

    /// Reads an article and its catalogs. A locale's catalog that cannot be read is left out, and an
    /// error of its own.
    ///
    /// # Errors
    /// If the article or its source catalog cannot be read.
    pub fn read_article(&self, article: &Article, errors: &mut Vec<Error>) -> Result<Raw, Error> {
        let text = self.article_text(article);
        let path = self
            .project
            .catalog_path(&self.project.source, &article.key);
        let source = self.read(&path).and_then(|source| {
            let refused = source
                .as_deref()
                .map(|text| self.refuse_foreign(&path, text));
            refused.unwrap_or(Ok(())).map(|()| source)
        });
        let mut targets = Vec::new();
        for locale in &self.project.locales {
            let path = self.project.catalog_path(locale, &article.key);
            match self.read(&path) {
                Ok(text) => targets.push((locale.clone(), path, text)),
                Err(error) => errors.push(error),
            }
        }
        let ((format, text), source) = match (text, source) {
            (Ok(text), Ok(source)) => (text, source),
            (Err(error), Ok(_)) | (Ok(_), Err(error)) => return Err(error),
            (Err(error), Err(other)) => {
                errors.push(other);
                return Err(error);
            }
        };
        Ok(Raw {
            key: article.key.clone(),
            path: article.path.clone(),
            format,
            text,
            source,
            targets,
        })
    }

    /// The text of an article, if it is one.
    fn article_text(&self, article: &Article) -> Result<(&'static Format, String), Error> {
        let full = self.root.join(&article.path);
        let format = format_of(&article.extension)
            .ok_or_else(|| Error::new(&full, "is of no known format"))?;
        let text = self
            .read(&article.path)?
            .ok_or_else(|| Error::new(&full, "has vanished; run the command again"))?;
        let is_empty = { &text }
            .chars()
            .all(|c| c.is_whitespace() || c == '\u{FEFF}');
        if is_empty && !is_section(&article.key) {
            let message = "the article is empty; write it or remove the file";
            return Err(Error::new(&full, message));
        }
        match self.project.conflict(format, &text) {
            Some(conflict) => Err(Error::in_conflict(&full, conflict)),
            None => Ok((format, text)),
        }
    }

    /// Refuses a source catalog that satz did not write, or that holds more than satz wrote:
    /// `sync` would write it anew.
    pub(super) fn refuse_foreign(&self, path: &str, text: &str) -> Result<(), Error> {
        let parsed = Catalog::parse(text);
        let foreign = parsed
            .value
            .messages()
            .find(|(_, entry)| Id::parse(&entry.id).is_none());
        let full = self.root.join(path);
        let line = |at| LineIndex::new(text).place(text, at).line;
        if let Some((_, entry)) = foreign {
            let todo = if is_opaque(text) {
                "take it in with `satz init --adopt`, or move it to another file"
            } else {
                "move it to another file"
            };
            let message = format!(
                "holds the message `{}`, which satz did not write; {todo}",
                shortened(&entry.id)
            );
            return Err(Error::new(full, message).at(line(entry.id_span.start)));
        }
        let broken = parsed
            .diagnostics
            .iter()
            .find(|diagnostic| diagnostic.code != "conflict-marker");
        match broken {
            Some(broken) => {
                let message = format!("{}; restore the file from its last version", broken.message);
                Err(Error::new(full, message).at(line(broken.span.start)))
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

/// Whether an article stands for its folder, as in Hugo: its file says by its name alone that there is a
/// section.
fn is_section(key: &str) -> bool {
    key.rsplit('/').next() == Some("_index")
}

/// Whether a catalog is somebody's: no header of satz, and ids that satz does not make.
pub(super) fn is_opaque(text: &str) -> bool {
    let catalog = Catalog::parse(text).value;
    catalog.article().is_none()
        && catalog
            .messages()
            .any(|(_, entry)| Id::parse(&entry.id).is_none())
}
