use std::fs;

use super::{Error, Write, Writer};

impl Writer<'_> {
    /// Removes a file that holds what was read from it.
    ///
    /// # Errors
    /// If it is not as it was read, is a link, is protected, lies outside the workspace, or cannot
    /// be removed: it stays as it is.
    pub fn remove(&self, path: &str, old: &str) -> Result<(), Error> {
        let full = self.check(&Write {
            path: path.to_owned(),
            old: Some(old.to_owned()),
            new: String::new(),
        })?;
        fs::remove_file(&full).map_err(|error| Error::io(&full, "remove", error))?;
        if let Some(Ok(folder)) = full.parent().map(fs::File::open) {
            // Not every system can sync a folder.
            drop(folder.sync_all());
        }
        Ok(())
    }
}
