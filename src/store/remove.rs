//! Files removed, if they are what they were believed to be.

use std::fs;
use std::path::Path;

use super::beside::content;
use super::place::is_absent;
use super::workspace::through_link;
use super::{Error, Workspace, Writer};

/// What became of a file that was to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// It is gone, and so are the folders that it leaves empty.
    Removed,
    /// There was none.
    Absent,
    /// It is not what was expected there, and stays.
    Changed,
}

impl Writer<'_> {
    /// Removes a file of the output folder if `is_ours` says of its bytes that it may go.
    ///
    /// # Errors
    /// If it cannot be removed, or lies outside the output folder or behind a link.
    pub fn remove(&self, path: &str, is_ours: impl Fn(&[u8]) -> bool) -> Result<Removal, Error> {
        let output = &self.workspace.project.output;
        let below = path.strip_prefix(output.as_str());
        if below.is_none_or(|rest| !rest.starts_with('/')) {
            let full = self.workspace.root.join(path);
            return Err(Error::new(full, "lies outside the output folder"));
        }
        self.remove_below(&self.workspace.root.join(output), path, is_ours)
    }

    /// Removes a translation that satz has written into a site, if `is_ours` says of its bytes that
    /// it may go. Whoever calls it knows that the path is one of a translation.
    ///
    /// # Errors
    /// If it cannot be removed, or lies outside the workspace or behind a link.
    pub fn remove_from_site(
        &self,
        path: &str,
        is_ours: impl Fn(&[u8]) -> bool,
    ) -> Result<Removal, Error> {
        self.remove_below(&self.workspace.root, path, is_ours)
    }

    fn remove_below(
        &self,
        root: &Path,
        path: &str,
        is_ours: impl Fn(&[u8]) -> bool,
    ) -> Result<Removal, Error> {
        let full = self.workspace.full(path)?;
        for part in full.ancestors().take_while(|part| part.starts_with(root)) {
            if part.is_symlink() {
                return Err(through_link(part));
            }
        }
        match content(&full) {
            Ok(Some(bytes)) if is_ours(&bytes) => {}
            Err(error) if is_absent(&error) => return Ok(Removal::Absent),
            // What cannot be read is not what was written.
            Ok(_) | Err(_) => return Ok(Removal::Changed),
        }
        fs::remove_file(&full).map_err(|error| Error::io(&full, "remove", error))?;
        for folder in full.ancestors().skip(1).take_while(|part| *part != root) {
            // A folder with something in it stays.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(Removal::Removed)
    }
}

impl Workspace {
    /// Path and text of every file in a folder and below, sorted, and what cannot be read.
    pub fn texts(&self, folder: &str) -> (Vec<(String, String)>, Vec<Error>) {
        let (paths, mut errors) = self.files(folder);
        let mut texts = Vec::new();
        for path in paths {
            match self.read(&path) {
                Ok(text) => texts.extend(text.map(|text| (path, text))),
                Err(error) => errors.push(error),
            }
        }
        (texts, errors)
    }
}
