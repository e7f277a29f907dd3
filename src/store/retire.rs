use std::fs;

use super::publish::sync_folder;
use super::{Error, Write, Writer};

impl Writer<'_> {
    /// Removes an article or catalog that holds what was read from it, and the folders that it
    /// leaves empty.
    ///
    /// # Errors
    /// If it is not as it was read, is a link, is protected, lies outside the workspace, or cannot
    /// be removed: it stays as it is.
    pub fn retire(&self, path: &str, old: &str) -> Result<(), Error> {
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
                || folder == project.articles
                || fs::remove_dir(self.workspace.root.join(folder)).is_err()
            {
                break;
            }
        }
        Ok(())
    }
}
