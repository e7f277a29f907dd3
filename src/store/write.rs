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
    /// Writes files; one that would not change is not touched. Returns how many were written.
    /// Each changes at once or not at all, in the order given, and keeps its permissions. Files
    /// that do not depend on each other go into calls of their own.
    ///
    /// # Errors
    /// Nothing is written if one of the files is not as it was read, is a link, is protected, lies
    /// outside the workspace, or does not fit on the disk. Only one that changes at the very last
    /// moment stops the list midway.
    pub fn write(&self, writes: &[Write]) -> Result<usize, Error> {
        let changes: Vec<&Write> = writes
            .iter()
            .filter(|write| write.old.as_ref() != Some(&write.new))
            .collect();
        for write in &changes {
            self.check(write)?;
        }
        // All are on the disk before the first takes its place.
        let prepared: Vec<Prepared> = changes
            .iter()
            .enumerate()
            .map(|(number, write)| self.prepare(write, number))
            .collect::<Result<_, _>>()?;
        for (number, (write, file)) in changes.iter().zip(&prepared).enumerate() {
            // Again: what a person typed meanwhile is worth more than a whole list.
            self.check(write)?;
            file.publish()?;
            let next = prepared.get(number + 1);
            if next.and_then(|next| next.full.parent()) != file.full.parent() {
                sync_folder(&file.full);
            }
        }
        Ok(changes.len())
    }

    /// Says whether a file may be written: where it is, and that it is as it was read.
    pub(super) fn check(&self, write: &Write) -> Result<PathBuf, Error> {
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

    /// Writes the new text beside the file, making the folders it needs.
    fn prepare(&self, write: &Write, number: usize) -> Result<Prepared, Error> {
        if let Some((folder, _)) = write.path.rsplit_once('/') {
            self.workspace.make_folder(folder)?;
        }
        let full = self.workspace.full(&write.path)?;
        let name = format!("{TEMPORARY}{}-{number}", std::process::id());
        let temporary = full.with_file_name(name);
        let prepared = Prepared { full, temporary };
        match fill(&prepared.temporary, &prepared.full, &write.new) {
            Ok(()) => Ok(prepared),
            Err(error) => Err(Error::io(&prepared.full, "write", error)),
        }
    }
}

/// Replaces a single file, in no workspace, at once or not at all. `old` is what was read from it.
///
/// # Errors
/// If the file is a link, is not as it was read, or cannot be written: it stays as it is.
pub fn replace_file(full: &Path, old: &str, new: &str) -> Result<(), Error> {
    if full.is_symlink() {
        return Err(through_link(full));
    }
    let name = format!("{TEMPORARY}{}", std::process::id());
    let prepared = Prepared {
        full: full.to_owned(),
        temporary: full.with_file_name(name),
    };
    fill(&prepared.temporary, full, new).map_err(|error| Error::io(full, "write", error))?;
    if read_text(full)?.as_deref() != Some(old) {
        let message = "has changed while satz was working; run the command again";
        return Err(Error::new(full, message));
    }
    prepared.publish()?;
    sync_folder(full);
    Ok(())
}

/// A new text on the disk, not yet in its place. Removed when dropped before.
struct Prepared {
    full: PathBuf,
    temporary: PathBuf,
}

impl Prepared {
    fn publish(&self) -> Result<(), Error> {
        fs::rename(&self.temporary, &self.full)
            .map_err(|error| Error::io(&self.full, "write", error))
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        // Once published there is nothing of that name.
        drop(fs::remove_file(&self.temporary));
    }
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

/// Makes what happened to a file's name last. Not every system can open a folder; the file is
/// whole in any case.
fn sync_folder(file: &Path) {
    if let Some(Ok(folder)) = file.parent().map(File::open) {
        drop(folder.sync_all());
    }
}
