//! An article renamed with its catalogs: the new files first, the article in between, the old
//! catalogs last, so that a call that is killed can be repeated.

use std::path::Path;

use super::place::outside;
use super::prepare::endings;
use super::{Error, Workspace, Write, Writer};
use crate::catalog::Catalog;
use crate::config::{Article, articles, folder_fault, suggest};
use crate::update::with_header;

/// A file that gets a new name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    old: String,
    new: String,
    /// Its text; None if it has its new name already.
    text: Option<String>,
    /// What stands under the new name already.
    there: Option<String>,
    /// The text that it shall have under the new name.
    renamed: String,
}

/// The files of an article that is renamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renaming {
    article: File,
    catalogs: Vec<File>,
}

impl Renaming {
    /// Old and new path of each file, the article first.
    pub fn paths(&self) -> impl Iterator<Item = (&str, &str)> {
        std::iter::once(&self.article)
            .chain(&self.catalogs)
            .map(|file| (file.old.as_str(), file.new.as_str()))
    }
}

impl Workspace {
    /// Finds out what renaming an article means; both are given by path or by key.
    ///
    /// # Errors
    /// If there is no such article, if the new name cannot be one, or if something else has it.
    pub fn renaming(&self, old: &str, new: &str) -> Result<Renaming, Error> {
        let (paths, mut errors) = self.article_files();
        if !errors.is_empty() {
            return Err(errors.swap_remove(0));
        }
        let known = articles(&self.project, &paths, &endings()).articles;
        let (old, new) = (self.place(old)?, self.place(new)?);
        let article = article_named(&known, &old).cloned();
        let done = || self.renamed_article(&known, &old, &new);
        let Some(article) = article.or_else(done) else {
            let keys: Vec<&str> = known.iter().map(|one| one.key.as_str()).collect();
            let hint = match suggest(&self.project.named_key(&old, &endings()), &keys) {
                Some(other) => format!("did you mean `{other}`?"),
                None => "`satz status` lists them".to_owned(),
            };
            let message = format!("there is no such article; {hint}");
            let place = self.root.join(self.project.place_of(&old));
            return Err(Error::new(place, message));
        };
        let (_, ending) = article.path.rsplit_once('.').unwrap_or_default();
        let new = match new.rsplit_once('.') {
            Some((_, other))
                if other.to_lowercase() != article.extension
                    && endings().contains(&other.to_lowercase().as_str()) =>
            {
                let message = format!(
                    "an article in another format is another article; end it in `.{ending}`"
                );
                let place = self.root.join(self.project.place_of(&new));
                return Err(Error::new(place, message));
            }
            _ => self.project.article_path(&new, ending),
        };
        let target = self.target(&paths, &article, &new)?;
        let file = self.file(&article.path, &new, str::to_owned)?;
        let mut catalogs = Vec::new();
        let (files, mut errors) = self.files(&self.project.catalogs);
        if !errors.is_empty() {
            return Err(errors.swap_remove(0));
        }
        let suffix = format!("/{}.ftl", article.key);
        let source = self
            .project
            .catalog_path(&self.project.source, &article.key);
        // The source catalog last: while it is there, the call can be repeated.
        let mut olds: Vec<String> = files
            .into_iter()
            .filter(|path| self.is_catalog(path, &suffix) && *path != source)
            .collect();
        if self.read(&source)?.is_some() {
            olds.push(source);
        }
        for path in olds {
            let folder = path.strip_suffix(&suffix).unwrap_or_default();
            let to = format!("{folder}/{}.ftl", target.key);
            catalogs.push(self.file(&path, &to, |text| with_header(text, &new))?);
        }
        Ok(Renaming {
            article: file,
            catalogs,
        })
    }

    /// What a person typed, path or key, without what leads to the workspace.
    pub(super) fn place(&self, typed: &str) -> Result<String, Error> {
        let root = format!("{}/", self.root.display());
        let inside = typed.strip_prefix(&root).unwrap_or(typed);
        let inside = inside.strip_prefix("./").unwrap_or(inside);
        if Path::new(inside).is_absolute() {
            return Err(outside(Path::new(inside)));
        }
        Ok(inside.to_owned())
    }

    /// The article of a call that was killed after the article had its new name.
    fn renamed_article(&self, known: &[Article], old: &str, new: &str) -> Option<Article> {
        let there = article_named(known, new)?;
        let (_, ending) = there.path.rsplit_once('.')?;
        let path = self.project.article_path(old, ending);
        let key = self.project.article_key(&path)?;
        let source = self.project.catalog_path(&self.project.source, &key);
        let left = self.read(&source).ok()??;
        let is_ours = Catalog::parse(&left).value.article() == Some(path.as_str());
        is_ours.then(|| Article {
            key,
            path,
            extension: there.extension.clone(),
        })
    }

    /// The article under its new name, if it may have it.
    fn target(&self, paths: &[String], article: &Article, new: &str) -> Result<Article, Error> {
        let full = self.full(new)?;
        if let Some(fault) = folder_fault(new) {
            return Err(Error::from_fault(full, &fault));
        }
        if new == article.path {
            return Err(Error::new(full, "is its name already; give another one"));
        }
        let mut after: Vec<String> = paths
            .iter()
            .filter(|path| **path != article.path && *path != new)
            .cloned()
            .collect();
        after.push(new.to_owned());
        let found = articles(&self.project, &after, &endings());
        let target = found.new_article(&self.project, new);
        let target = target.map_err(|fault| Error::from_fault(&full, &fault))?;
        target
            .cloned()
            .ok_or_else(|| Error::new(full, "is no name for an article; give another one"))
    }

    pub(super) fn is_catalog(&self, path: &str, suffix: &str) -> bool {
        let below = path.strip_prefix(&self.project.catalogs);
        let locale = below.and_then(|below| below.strip_suffix(suffix));
        locale.is_some_and(|locale| !locale.is_empty() && !locale[1..].contains('/'))
    }

    fn file(&self, old: &str, new: &str, rename: impl Fn(&str) -> String) -> Result<File, Error> {
        let text = self.read(old)?;
        let there = self.read(new)?;
        let renamed = text.as_deref().map(rename);
        let renamed = renamed.or_else(|| there.clone()).unwrap_or_default();
        if there.as_ref().is_some_and(|there| *there != renamed) {
            let message = format!("stands where `{old}` would go; nothing was renamed");
            return Err(Error::new(self.root.join(new), message));
        }
        Ok(File {
            old: old.to_owned(),
            new: new.to_owned(),
            text,
            there,
            renamed,
        })
    }
}

impl Writer<'_> {
    /// Gives an article and its catalogs their new names.
    ///
    /// # Errors
    /// If a file is not as it was read or cannot be written; the same call goes on from there.
    pub fn rename(&self, renaming: &Renaming) -> Result<(), Error> {
        let write = |file: &File| Write {
            path: file.new.clone(),
            old: file.there.clone(),
            new: file.renamed.clone(),
        };
        let mut writes: Vec<Write> = renaming.catalogs.iter().map(write).collect();
        writes.push(write(&renaming.article));
        self.write(&writes)?;
        for file in std::iter::once(&renaming.article).chain(&renaming.catalogs) {
            if let Some(text) = &file.text {
                self.retire(&file.old, text)?;
            }
        }
        Ok(())
    }
}

/// The article of this name: its path, or its key, each with or without the ending.
pub(super) fn article_named<'a>(articles: &'a [Article], name: &str) -> Option<&'a Article> {
    let without_ending = |path: &'a str| path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let by = |is_it: &dyn Fn(&Article) -> bool| articles.iter().find(|article| is_it(article));
    by(&|article| article.path == name)
        .or_else(|| by(&|article| article.key == name))
        .or_else(|| by(&|article| format!("{}.{}", article.key, article.extension) == name))
        .or_else(|| {
            articles
                .iter()
                .find(|article| without_ending(&article.path) == name)
        })
}
