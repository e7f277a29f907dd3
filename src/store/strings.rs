//! Catalogs of an application found and read.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::folder::list;
use super::list::sort_out;
use super::place::is_absent;
use super::prepare::endings;
use super::{Error, Files as _, Kept, Paths, Workspace, pack_fields};
use crate::catalog::Catalog;
use crate::config::{Article, Names, StringsFile};
use crate::text::Parsed;

/// The catalogs of an application, and the folders that were looked into for them.
struct Listed {
    folders: Vec<String>,
    files: Vec<StringsFile>,
}

impl Kept for Listed {
    fn files(&self, _: &Workspace, paths: &mut Paths) {
        for folder in &self.folders {
            paths.push(&[folder]);
        }
    }

    /// Only the folders themselves can tell.
    fn holds(&self, _: &Workspace) -> bool {
        false
    }

    fn are_inputs(&self) -> bool {
        true
    }
}

pack_fields!(Listed { folders, files });
pack_fields!(StringsFile {
    key,
    source,
    targets,
    is_excepted
});

impl Workspace {
    /// Lists the catalogs of an application, sorted by name, and what cannot be listed.
    pub fn strings(&self) -> (Vec<StringsFile>, Vec<Error>) {
        let (articles, _) = self.articles(&endings());
        let keys: Vec<&str> = articles.iter().map(|one| one.key.as_str()).collect();
        let listed = if self.texts.above.is_empty() {
            let cache = self.cache("strings", &keys);
            let listed = cache.recall(self, "", &[], || self.list_strings(&articles));
            cache.save(|_| true);
            listed
        } else {
            self.list_strings(&articles)
        };
        match listed {
            Ok(listed) => (listed.files, Vec::new()),
            Err(found) => found,
        }
    }

    fn list_strings(&self, articles: &[Article]) -> Result<Listed, (Vec<StringsFile>, Vec<Error>)> {
        let project = &self.project;
        let keys = articles.iter().map(|article| article.key.clone()).collect();
        let mut errors = Vec::new();
        let mut folders = Vec::new();
        let files = {
            let locales = std::iter::once(&project.source).chain(&project.locales);
            let ahead = locales.map(|locale| [&project.catalogs, "/", locale].concat());
            let mut lister = self.lister(&ahead.collect::<Vec<String>>(), &mut errors);
            let mut list = |folder: &str| {
                folders.push(folder.to_owned());
                lister(folder)
            };
            project.strings_files(&keys, &mut list)
        };
        if errors.is_empty() {
            folders.sort_unstable();
            folders.dedup();
            return Ok(Listed { folders, files });
        }
        errors.sort_by(|one, two| one.path().cmp(two.path()));
        Err((files, errors))
    }

    /// Reads a catalog of an application; an empty one if there is no such file, and none if it is
    /// one that satz wrote for an article.
    ///
    /// # Errors
    /// As [`Workspace::read`].
    pub fn read_strings(&self, path: &str) -> Result<Option<Parsed<Catalog>>, Error> {
        let text = self.read(path)?.unwrap_or_default();
        let catalog = Catalog::parse(&text);
        Ok(catalog.value.article().is_none().then_some(catalog))
    }

    /// What lists folders of the workspace, each once; a folder that is not there is empty. Those
    /// `ahead` are listed at once, on several threads.
    pub(super) fn lister<'a>(
        &'a self,
        ahead: &[String],
        errors: &'a mut Vec<Error>,
    ) -> impl FnMut(&str) -> Names + 'a {
        let ahead = ahead.par_iter().map(|folder| (folder, self.names(folder)));
        let ahead: Vec<_> = ahead.collect();
        let mut known: BTreeMap<String, Names> = BTreeMap::new();
        // What cannot be listed is an error for those who ask for it.
        for (folder, names) in { ahead.into_iter() }.filter(|(_, (_, errors))| errors.is_empty()) {
            known.insert(folder.clone(), names.0.into());
        }
        move |folder| {
            if let Some(listed) = known.get(folder) {
                return listed.clone();
            }
            let (listed, new) = self.names(folder);
            errors.extend(new);
            let listed = Names::from(listed);
            known.insert(folder.to_owned(), listed.clone());
            listed
        }
    }

    /// The names in a folder in no order, whether they are folders, and what cannot be listed.
    fn names(&self, folder: &str) -> (Vec<(String, bool)>, Vec<Error>) {
        let mut listed = self.texts.above.list(folder);
        if let Some(instead) = &self.texts.instead {
            listed.extend(instead.list(folder));
            return (listed, Vec::new());
        }
        let full = self.root.join(folder);
        let mut errors = Vec::new();
        match list(&full) {
            Ok(entries) => {
                for (name, kind) in entries {
                    match sort_out(&full, name, kind) {
                        Ok(entry) => listed.extend(entry),
                        Err(error) => errors.push(error),
                    }
                }
            }
            Err(error) if is_absent(&error) => {}
            Err(error) => errors.push(Error::io(full, "list", error)),
        }
        if !self.texts.above.is_empty() {
            listed.sort();
            listed.dedup();
        }
        (listed, errors)
    }
}
