//! Which articles a workspace has.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use super::files::Texts;
use super::folder::{Kind, entries};
use super::place::join;
use super::place::{is_absent, outside};
use super::{Error, Workspace};
use crate::config::{Article, articles};

/// What stands in the folder of the articles.
pub(super) struct Listing {
    /// The articles, sorted by key.
    pub(super) articles: Vec<Article>,
    /// Paths of files that would be articles under another name.
    pub(super) refused: Vec<String>,
    /// What is wrong.
    pub(super) errors: Vec<Error>,
    /// Whether there may be articles that nobody could list.
    pub(super) is_partial: bool,
}

impl Workspace {
    /// Lists the articles, sorted by key, and what stands in the way of others. `extensions` are
    /// the endings of articles, lower case, without a dot.
    pub fn articles(&self, extensions: &[&str]) -> (Vec<Article>, Vec<Error>) {
        let listing = self.listing(extensions);
        (listing.articles, listing.errors)
    }

    /// Lists the folder of the articles.
    pub(super) fn listing(&self, extensions: &[&str]) -> Listing {
        let (paths, mut errors) = self.article_files();
        let is_partial = errors.iter().any(hides_files);
        let found = articles(&self.project, &paths, extensions);
        for (path, fault) in &found.faults {
            errors.push(Error::from_fault(self.root.join(path), fault));
        }
        Listing {
            articles: found.articles,
            refused: found.faults.into_iter().map(|(path, _)| path).collect(),
            errors,
            is_partial,
        }
    }

    /// Lists the files in the folders of the articles, sorted. What is satz' own and what a package
    /// manager has brought is passed over there.
    pub(super) fn article_files(&self) -> (Vec<String>, Vec<Error>) {
        let project = &self.project;
        let is_folder = project.article_folder().is_some();
        let enters = |path: &str| {
            let is_foreign = path == "node_modules" || path.ends_with("/node_modules");
            let is_own = path == project.catalogs || path == project.output;
            is_folder || !is_foreign && !is_own
        };
        let (mut files, mut errors) = (Vec::new(), Vec::new());
        for folder in project.article_folders() {
            let (new, _, faults) = self.walk_below(folder, enters);
            files.extend(new);
            errors.extend(faults);
        }
        files.sort();
        (files, errors)
    }

    /// Lists the files in a folder and below, sorted; none if there is no such folder. Names that
    /// begin with a dot are passed over. A link to a folder is not followed.
    pub(super) fn files(&self, folder: &str) -> (Vec<String>, Vec<Error>) {
        let (files, _, errors) = self.entries_below(folder);
        (files, errors)
    }

    /// Like [`Workspace::files`], with the folders below, too.
    pub(super) fn entries_below(&self, folder: &str) -> (Vec<String>, Vec<String>, Vec<Error>) {
        self.walk_below(folder, |_| true)
    }

    /// The files below a folder, the folders that are entered, and what cannot be listed; with texts
    /// that stand in their place or above them.
    fn walk_below(
        &self,
        folder: &str,
        enters: impl Fn(&str) -> bool,
    ) -> (Vec<String>, Vec<String>, Vec<Error>) {
        let (mut files, mut folders, errors) = match &self.texts.instead {
            Some(instead) => {
                let (files, folders) = Texts::below(&**instead, folder, &enters);
                (files, folders, Vec::new())
            }
            None => self.walk_on_disk(folder, &enters),
        };
        let (more_files, more_folders) = Texts::below(&*self.texts.above, folder, &enters);
        if self.texts.instead.is_some() || !more_files.is_empty() {
            files.extend(more_files);
            folders.extend(more_folders);
            for paths in [&mut files, &mut folders] {
                paths.sort();
                paths.dedup();
            }
        }
        (files, folders, errors)
    }

    fn walk_on_disk(
        &self,
        folder: &str,
        enters: &dyn Fn(&str) -> bool,
    ) -> (Vec<String>, Vec<String>, Vec<Error>) {
        let mut files = Vec::new();
        let mut below = Vec::new();
        let mut errors = Vec::new();
        let full = self.root.join(folder);
        match fs::canonicalize(&full) {
            Ok(real) if real.starts_with(&self.root) => {}
            Ok(_) => return (files, below, vec![outside(&full)]),
            Err(error) if is_absent(&error) => return (files, below, errors),
            Err(error) => return (files, below, vec![Error::io(full, "open", error)]),
        }
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let full = self.root.join(&folder);
            let entries = match entries(&full) {
                Ok(entries) => entries,
                Err(error) => {
                    errors.push(Error::io(full, "list", error));
                    continue;
                }
            };
            for (name, kind) in entries {
                match sort_out(&full, name, kind) {
                    Ok(Some((name, true))) => {
                        let path = join(&folder, &name);
                        if enters(&path) {
                            below.push(path.clone());
                            folders.push(path);
                        }
                    }
                    Ok(Some((name, false))) => files.push(join(&folder, &name)),
                    Ok(None) => {}
                    Err(error) => errors.push(error),
                }
            }
        }
        files.sort();
        errors.sort_by(|one, two| one.path().cmp(two.path()));
        (files, below, errors)
    }
}

/// Folders that a site's generator or a package manager writes into.
const MADE: [&str; 8] = [
    "_site",
    "build",
    "dist",
    "node_modules",
    "public",
    "site",
    "target",
    "vendor",
];

/// Files that are looked at to find out what a site is.
const MOST: usize = 100_000;

/// The files in a folder and below, sorted, but for hidden ones and for those that were made. What
/// cannot be listed is passed over.
pub fn site_files(root: &Path) -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let full = root.join(&folder);
        for (name, kind) in entries(&full).unwrap_or_default() {
            let Ok(Some((name, is_folder))) = sort_out(&full, name, kind) else {
                continue;
            };
            let is_made = MADE.contains(&name.as_str());
            if is_folder && !is_made {
                folders.push(join(&folder, &name));
            } else if !is_folder {
                files.push(join(&folder, &name));
            }
        }
        if files.len() > MOST {
            break;
        }
    }
    files.sort();
    files
}

/// Whether what stands in the way of a listing may hide files that satz knew: a name that is not
/// UTF-8 hides none.
pub(super) fn hides_files(error: &Error) -> bool {
    error.path().to_str().is_some()
}

/// Name of an entry, and whether it is a folder; None if it is passed over.
pub(super) fn sort_out(
    folder: &Path,
    name: OsString,
    kind: Kind,
) -> Result<Option<(String, bool)>, Error> {
    let name = match name.into_string() {
        Ok(name) => name,
        Err(name) => {
            let message = "the name is not UTF-8; rename it";
            return Err(Error::new(folder.join(name), message));
        }
    };
    if name.starts_with('.') {
        return Ok(None);
    }
    if kind == Kind::Link && folder.join(&name).is_dir() {
        let message = "is a link to a folder, which satz does not follow; put the real one there";
        return Err(Error::new(folder.join(name), message));
    }
    Ok(Some((name, kind == Kind::Folder)))
}
