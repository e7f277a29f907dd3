//! Catalogs with ids that people gave, taken in.

use super::prepare::{endings, is_opaque};
use super::{Error, Workspace, Write, Writer};
use crate::article::{Adoption, Change, Raw};
use crate::catalog::Catalog;
use crate::config::Article;
use crate::document::format_of;
use crate::text::LineIndex;

impl Workspace {
    /// The articles whose source catalog has ids that people gave, and what becomes of their
    /// catalogs; touches nothing. One that cannot be taken in is an error of its own.
    pub fn adoptions(&self) -> (Vec<Adoption>, Vec<Error>) {
        let (articles, mut errors) = self.articles(&endings());
        let mut found = Vec::new();
        for article in &articles {
            match self.adoption(article, &articles) {
                Ok(Some(adoption)) => found.push(adoption),
                Ok(None) => {}
                Err(error) => errors.push(error),
            }
        }
        (found, errors)
    }

    fn adoption(&self, article: &Article, all: &[Article]) -> Result<Option<Adoption>, Error> {
        let key = &article.key;
        let path = self.project.catalog_path(&self.project.source, key);
        let Some(source) = self.read(&path)? else {
            return Ok(None);
        };
        if !is_opaque(&source) {
            return Ok(None);
        }
        if let Some(broken) = Catalog::parse(&source).diagnostics.first() {
            let line = LineIndex::new(&source)
                .place(&source, broken.span.start)
                .line;
            let message = format!("line {line}: {}; repair it first", broken.message);
            return Err(Error::new(self.root.join(&path), message));
        }
        let full = self.root.join(&article.path);
        let format = format_of(&article.extension)
            .ok_or_else(|| Error::new(&full, "is of no known format"))?;
        let text = self
            .read(&article.path)?
            .ok_or_else(|| Error::new(&full, "has vanished; run the command again"))?;
        let (mut targets, mut kept) = (Vec::new(), Vec::new());
        for locale in &self.project.locales {
            kept.extend(self.read(&self.project.rest_path(locale, key))?);
            let path = self.project.catalog_path(locale, key);
            let text = self.read(&path)?;
            targets.push((locale.clone(), path, text));
        }
        let raw = Raw {
            key: key.clone(),
            path: article.path.clone(),
            format,
            text,
            source: Some(source),
            targets,
        };
        let Some(mut adoption) = self.project.adopt(raw, &kept) else {
            let message = format!(
                "holds no German of {}; move it to another file",
                article.path
            );
            return Err(Error::new(self.root.join(path), message));
        };
        let other = all.iter().find(|other| other.key == format!("{key}-rest"));
        if let (Some(other), false) = (other, adoption.rest.is_empty()) {
            let message = format!("needs another name: what is kept of {path} has this one");
            return Err(Error::new(self.root.join(&other.path), message));
        }
        let mut rest = Vec::new();
        for change in adoption.rest {
            match self.read(&change.path)? {
                None => rest.push(change),
                // Of a run that was killed.
                Some(text) if Some(&text) == change.new.as_ref() => {}
                Some(_) => {
                    let message = format!("is in the way of what is kept of {path}; rename it");
                    return Err(Error::new(self.root.join(&change.path), message));
                }
            }
        }
        adoption.rest = rest;
        Ok(Some(adoption))
    }
}

impl Writer<'_> {
    /// Writes what [`Workspace::adoptions`] found: what is kept, the locales' catalogs, and last
    /// the source catalog. A run that is killed is repeated by the same call.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn adopt(&self, adoption: &Adoption) -> Result<(), Error> {
        let writes = |changes: &[Change]| -> Vec<Write> {
            let write = |change: &Change| {
                Some(Write {
                    path: change.path.clone(),
                    old: change.old.clone(),
                    new: change.new.clone()?,
                })
            };
            changes.iter().filter_map(write).collect()
        };
        self.write(&writes(&adoption.rest))?;
        self.write(&writes(&adoption.catalogs))?;
        Ok(())
    }
}

/// Whether a catalog is an article's: its first line says so.
pub fn is_of_article(text: &str) -> bool {
    Catalog::parse(text).value.article().is_some()
}
