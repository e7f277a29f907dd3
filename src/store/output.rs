use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::leftover::TEMPORARY;
use super::publish::sync_folder;
use super::workspace::through_link;
use super::{Error, Writer, read_text};

impl Writer<'_> {
    /// Writes files that satz makes and nobody edits: path and text. One that holds its text
    /// already is not touched; whatever else stands there is replaced, at once or not at all.
    /// All are on the disk before the first takes its place. Gives how many were written.
    ///
    /// # Errors
    /// Nothing is written if one of them is a link, is protected, lies outside the workspace, or
    /// does not fit on the disk.
    pub fn replace(&self, files: &[(String, String)]) -> Result<usize, Error> {
        let mut folders = BTreeSet::new();
        let mut fresh = Vec::new();
        for (number, (path, text)) in files.iter().enumerate() {
            let full = self.workspace.full(path)?;
            if let Some((folder, _)) = path.rsplit_once('/')
                && folders.insert(folder)
            {
                self.workspace.make_folder(folder)?;
            }
            if full.is_symlink() {
                return Err(through_link(&full));
            }
            if read_text(&full).is_ok_and(|old| old.as_ref() == Some(text)) {
                continue;
            }
            fresh.push(Fresh::new(full, text, number)?);
        }
        let Some(first) = fresh.first() else {
            return Ok(0);
        };
        if fresh.len() == 1 || !sync_all(&first.temporary) {
            for file in &fresh {
                file.sync()?;
            }
        }
        let count = fresh.len();
        for file in fresh {
            file.publish()?;
        }
        for folder in folders {
            sync_folder(&self.workspace.full(folder)?.join("."));
        }
        Ok(count)
    }
}

/// A new text beside the file it is for. Removed when dropped before it is in its place.
struct Fresh {
    full: PathBuf,
    temporary: PathBuf,
    published: bool,
}

impl Fresh {
    fn new(full: PathBuf, text: &str, number: usize) -> Result<Self, Error> {
        let failed = |error| Error::io(&full, "write", error);
        let meta = fs::symlink_metadata(&full).ok();
        if meta.as_ref().is_some_and(|meta| !meta.is_file()) {
            let message = "is no regular file; move it away";
            return Err(Error::new(full, message));
        }
        if meta
            .as_ref()
            .is_some_and(|meta| meta.permissions().readonly())
        {
            let message = "is write-protected; change its permissions";
            return Err(Error::new(full, message));
        }
        let name = format!("{TEMPORARY}{}-{number}", std::process::id());
        let temporary = full.with_file_name(name);
        fs::write(&temporary, text).map_err(failed)?;
        if let Some(meta) = meta {
            fs::set_permissions(&temporary, meta.permissions()).map_err(failed)?;
        }
        Ok(Self {
            full,
            temporary,
            published: false,
        })
    }

    fn sync(&self) -> Result<(), Error> {
        let synced = fs::File::open(&self.temporary).and_then(|file| file.sync_all());
        synced.map_err(|error| Error::io(&self.full, "write", error))
    }

    fn publish(mut self) -> Result<(), Error> {
        fs::rename(&self.temporary, &self.full)
            .map_err(|error| Error::io(&self.full, "write", error))?;
        self.published = true;
        Ok(())
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if !self.published {
            drop(fs::remove_file(&self.temporary));
        }
    }
}

/// Brings everything on a file's disk to it at once; false where the system cannot do that.
#[cfg(target_os = "linux")]
fn sync_all(file: &Path) -> bool {
    fs::File::open(file).is_ok_and(|file| rustix::fs::syncfs(file).is_ok())
}

#[cfg(not(target_os = "linux"))]
fn sync_all(_: &Path) -> bool {
    false
}
