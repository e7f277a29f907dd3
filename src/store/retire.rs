//! An article and its catalogs taken away.

use std::fs;

use super::prepare::endings;
use super::publish::sync_folder;
use super::renaming::article_named;
use super::{Error, Workspace, Write, Writer};
use crate::article::Change;
use crate::catalog::Catalog;
use crate::config::GLOSSARY;

impl Writer<'_> {
    /// Removes an article or catalog that holds what was read from it, and the folders that it
    /// leaves empty.
    ///
    /// # Errors
    /// If it is not as it was read, is a link, is protected, lies outside the workspace, or cannot
    /// be removed: it stays as it is.
    pub fn retire(&self, path: &str, old: &str) -> Result<(), Error> {
        if let Some(record) = &self.record {
            record.note([Change {
                path: path.to_owned(),
                old: Some(old.to_owned()),
                new: None,
            }]);
            return Ok(());
        }
        let full = self.check(&Write {
            path: path.to_owned(),
            old: Some(old.to_owned()),
            new: String::new(),
        })?;
        // What it held may just have got another place.
        self.sync()?;
        fs::remove_file(&full).map_err(|error| Error::io(&full, "remove", error))?;
        sync_folder(&full);
        let project = &self.workspace.project;
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            let is_locale = |above: &str| above == project.catalogs;
            let is_top = folder
                .rsplit_once('/')
                .is_none_or(|(above, _)| is_locale(above));
            // A folder with something in it stays.
            if is_top
                || project.article_folders().contains(&folder)
                || fs::remove_dir(self.workspace.root.join(folder)).is_err()
            {
                break;
            }
        }
        Ok(())
    }
}

impl Workspace {
    /// Path and text of the files of an article, given by path or key: the article, if it is there,
    /// then its catalogs, that of the source last. While that one is there, a call can be repeated.
    ///
    /// # Errors
    /// If there is no such article, if one of the files cannot be read, or if sentences of it have
    /// come to another article, or may have: `sync` has to carry their translations first.
    pub fn retirement(&self, name: &str) -> Result<Vec<(String, String)>, Error> {
        let listing = self.listing(&endings());
        let name = self.place(name)?;
        let article = article_named(&listing.articles, &name);
        let key = match article {
            Some(article) => article.key.clone(),
            None => self.project.named_key(&name, &endings()),
        };
        let source = self.project.catalog_path(&self.project.source, &key);
        let suffix = format!("/{key}.ftl");
        let (mut paths, mut errors) = self.files(&self.project.catalogs);
        errors.extend(listing.errors);
        if !errors.is_empty() {
            return Err(errors.swap_remove(0));
        }
        paths.retain(|path| self.is_catalog(path, &suffix));
        // Without an article, only what satz wrote is an article's.
        if key == GLOSSARY || (article.is_none() && self.orphan_header(&source)?.is_none()) {
            let known: Vec<&str> = listing
                .articles
                .iter()
                .map(|one| one.key.as_str())
                .collect();
            return Err(self.no_such_article(&key, &known));
        }
        self.refuse_moving(&key)?;
        paths.sort_by_key(|path| *path == source);
        if let Some(article) = article {
            paths.insert(0, article.path.clone());
        }
        let mut files = Vec::new();
        for path in paths {
            let text = self.read(&path)?;
            files.extend(text.map(|text| (path, text)));
        }
        Ok(files)
    }

    /// The article that a source catalog says that it belongs to.
    fn orphan_header(&self, source: &str) -> Result<Option<String>, Error> {
        let text = self.read(source)?.unwrap_or_default();
        let catalog = Catalog::parse(&text).value;
        Ok(catalog.article().map(str::to_owned))
    }

    /// Refuses an article whose sentences stand in another one, as far as `sync` has not seen that.
    fn refuse_moving(&self, key: &str) -> Result<(), Error> {
        let (together, mut errors) = self.prepare_together(&());
        let articles = together.articles.iter().map(|article| &article.key);
        let orphans = together.orphans.iter().map(|orphan| &orphan.key);
        let Some(member) = articles.chain(orphans).position(|other| other == key) else {
            return Ok(());
        };
        let may_be_elsewhere = together.unread.hides_articles || together.unread.hides_sources;
        if may_be_elsewhere && !errors.is_empty() {
            return Err(errors.swap_remove(0));
        }
        let group = together.groups[member];
        let hang_together = together.groups.iter().filter(|other| **other == group);
        if hang_together.count() > 1 {
            let path = self.root.join(self.project.place_of(key));
            let message = "sentences of it are in another article now; run `satz sync` first";
            return Err(Error::new(path, message));
        }
        Ok(())
    }
}
