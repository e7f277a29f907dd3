use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::workspace::{outside, through_link};
use super::{Error, Writer, read_text};

/// What the names of temporary files begin with.
pub(super) const TEMPORARY: &str = ".satz-tmp-";

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// Its path in the workspace.
    pub path: String,
    /// What was read from it before; None if there was no such file.
    pub old: Option<String>,
    /// What it shall hold.
    pub new: String,
}

impl Write {
    /// A file that does not exist yet.
    pub fn create(path: impl Into<String>, new: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            old: None,
            new: new.into(),
        }
    }
}

impl Writer<'_> {
    /// Writes files in the order given, so that a run that ends midway leaves the last as they were.
    /// Files that do not depend on each other go into calls of their own. One that would not change is not touched. Returns how many
    /// were written. Each file changes at once or not at all, and keeps its permissions.
    ///
    /// # Errors
    /// Nothing is written if one of the files is not as it was read, is a link, is protected, or
    /// lies outside the workspace. If the system fails midway, the files before it are written.
    pub fn write(&self, writes: &[Write]) -> Result<usize, Error> {
        let changes: Vec<&Write> = writes
            .iter()
            .filter(|write| write.old.as_ref() != Some(&write.new))
            .collect();
        for write in &changes {
            self.check(write)?;
        }
        for (index, write) in changes.iter().enumerate() {
            let folder = self.replace(write)?;
            let next = changes.get(index + 1).map(|next| parent(&next.path));
            if next != Some(parent(&write.path)) {
                keep(&folder);
            }
        }
        Ok(changes.len())
    }

    /// Says whether a file may be written: where it is, and that it is as it was read.
    fn check(&self, write: &Write) -> Result<PathBuf, Error> {
        let full = self.workspace.full(&write.path)?;
        let root = &self.workspace.root;
        for folder in full.ancestors().skip(1).take_while(|path| *path != root) {
            if !folder.starts_with(root) {
                return Err(outside(&full));
            }
            if folder.is_symlink() {
                return Err(through_link(folder));
            }
        }
        if full.is_symlink() {
            return Err(through_link(&full));
        }
        if read_text(&full)? != write.old {
            let message = "has changed while satz was working; run the command again";
            return Err(Error::new(full, message));
        }
        if fs::metadata(&full).is_ok_and(|meta| meta.permissions().readonly()) {
            let message = "is write-protected; change its permissions";
            return Err(Error::new(full, message));
        }
        Ok(full)
    }

    /// Puts the new file in the place of the old one, and returns its folder.
    fn replace(&self, write: &Write) -> Result<PathBuf, Error> {
        if let Some(folder) = parent(&write.path) {
            self.workspace.make_folder(folder)?;
        }
        let full = self.workspace.full(&write.path)?;
        let folder = full.parent().unwrap_or(&self.workspace.root);
        let temporary = folder.join(format!("{TEMPORARY}{}", std::process::id()));
        let done = fill(&temporary, &full, &write.new)
            .map_err(|error| Error::io(&full, "write", error))
            .and_then(|()| self.check(write))
            .and_then(|_| {
                fs::rename(&temporary, &full).map_err(|error| Error::io(&full, "write", error))
            });
        match done {
            Ok(()) => Ok(folder.to_owned()),
            Err(error) => {
                drop(fs::remove_file(&temporary));
                Err(error)
            }
        }
    }
}

fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

/// Writes a text to a new file and to the disk, with the permissions of the file it will replace.
fn fill(temporary: &Path, model: &Path, text: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(temporary)?;
    file.write_all(text.as_bytes())?;
    if let Ok(meta) = fs::metadata(model) {
        file.set_permissions(meta.permissions())?;
    }
    file.sync_all()
}

/// Makes the renaming last. Not every system can open a folder; the file is whole in any case.
fn keep(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        drop(folder.sync_all());
    }
}
