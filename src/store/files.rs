//! Where the texts of a workspace come from, if not from its folder alone: texts in memory in its
//! place, and texts above it that an editor has not saved yet.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::Error;
use super::place::join;

/// Files of a workspace that need not lie on a disk. Paths are relative to the workspace and written
/// with `/`.
///
/// # Examples
/// ```
/// use std::collections::BTreeMap;
/// use satz::store::Files;
/// let files = BTreeMap::from([("articles/news/a.md".to_owned(), "Ein Satz.".to_owned())]);
/// assert_eq!(files.list("articles"), [("news".to_owned(), true)]);
/// assert_eq!(files.read("articles/news/a.md").unwrap().as_deref(), Some("Ein Satz."));
/// ```
pub trait Files: fmt::Debug + Send + Sync {
    /// Reads a file; `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read.
    fn read(&self, path: &str) -> Result<Option<String>, Error>;

    /// Lists a folder: the names in it, sorted, and whether each is a folder. One that is not there is
    /// empty.
    fn list(&self, folder: &str) -> Vec<(String, bool)>;
}

impl Files for BTreeMap<String, String> {
    fn read(&self, path: &str) -> Result<Option<String>, Error> {
        Ok(self.get(path).cloned())
    }

    fn list(&self, folder: &str) -> Vec<(String, bool)> {
        let prefix = join(folder, "");
        let paths = self.range(prefix.clone()..).map(|(path, _)| path);
        let below = paths.map_while(|path| path.strip_prefix(&prefix));
        let names = below.map(|path| match path.split_once('/') {
            Some((name, _)) => (name.to_owned(), true),
            None => (path.to_owned(), false),
        });
        let names: BTreeSet<(String, bool)> = names.collect();
        names.into_iter().collect()
    }
}

/// What stands in the place of a folder, and above it.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    /// In its place.
    pub(super) instead: Option<Arc<dyn Files>>,
    /// Above it, by their paths; shared by the copies of a workspace.
    pub(super) above: Arc<BTreeMap<String, String>>,
}

impl Texts {
    /// The paths of all files of `files` below a folder, and those of the folders that are entered.
    pub(super) fn below(
        files: &dyn Files,
        folder: &str,
        enters: &dyn Fn(&str) -> bool,
    ) -> (Vec<String>, Vec<String>) {
        let (mut paths, mut folders) = (Vec::new(), Vec::new());
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            let names = files.list(&folder).into_iter();
            for (name, is_folder) in names.filter(|(name, _)| !name.starts_with('.')) {
                let path = join(&folder, &name);
                if !is_folder {
                    paths.push(path);
                } else if enters(&path) {
                    folders.push(path.clone());
                    open.push(path);
                }
            }
        }
        (paths, folders)
    }
}
