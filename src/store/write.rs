//! Files replaced at once or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::leftover::clean;
use super::lock::lock;
use super::place::outside;
use super::publish::{CAN_SYNC_TOGETHER, Displaced, Prepared, changed, sync_folder, sync_together};
use super::read::read_unlinked;
use super::workspace::through_link;
use super::{Error, Writer, read_text};
use crate::article::Change;

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

    fn as_change(&self) -> Change {
        Change {
            path: self.path.clone(),
            old: self.old.clone(),
            new: Some(self.new.clone()),
        }
    }
}

/// From so many files on it is less work to bring all to the disk that the system has.
const FEW: usize = 8;

impl Writer<'_> {
    /// Writes files; one that would not change is not touched. Returns how many were written.
    /// Each changes at once or not at all, in the order given, and keeps its permissions. Files
    /// that do not depend on each other go into calls of their own. The names of many new files are
    /// on the disk when [`Writer::sync`] has been called, and not before.
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
        if let Some(record) = &self.record {
            record.note(changes.iter().map(|write| write.as_change()));
            return Ok(changes.len());
        }
        for write in &changes {
            self.check(write)?;
        }
        let written = self.write_all(&changes);
        if written.is_err() {
            for write in &changes {
                self.mark.doubt(&self.workspace.root.join(&write.path));
            }
        }
        written.map(|()| changes.len())
    }

    /// Brings to the disk what was written, if anything was since the last time.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn sync(&self) -> Result<(), Error> {
        if self.is_pending.swap(false, Ordering::Relaxed) {
            self.sync_all()?;
        }
        Ok(())
    }

    fn sync_all(&self) -> Result<(), Error> {
        let root = &self.workspace.root;
        sync_together(root).map_err(|error| Error::io(root, "write", error))
    }

    fn write_all(&self, changes: &[&Write]) -> Result<(), Error> {
        let is_together = CAN_SYNC_TOGETHER && changes.len() >= FEW;
        // All are on the disk before the first takes its place.
        let prepared: Vec<Prepared<'_>> = changes
            .iter()
            .map(|write| self.prepare(write, !is_together))
            .collect::<Result<_, _>>()?;
        if is_together {
            self.is_pending.store(true, Ordering::Relaxed);
            self.sync_all()?;
        }
        let mut displaced = Vec::new();
        let published = self.publish(changes, prepared, is_together, &mut displaced);
        // Whatever happened: what was taken out of its place is looked at once more.
        let settled: Vec<Result<(), Error>> =
            displaced.into_iter().map(Displaced::settle).collect();
        published?;
        settled.into_iter().collect()
    }

    fn publish<'a>(
        &self,
        changes: &[&Write],
        prepared: Vec<Prepared<'a>>,
        is_together: bool,
        displaced: &mut Vec<Displaced<'a>>,
    ) -> Result<(), Error> {
        let mut prepared = prepared.into_iter().peekable();
        for write in changes {
            // Again: what a person typed meanwhile is worth more than a whole list.
            let full = self.check(write)?;
            let Some(file) = prepared.next() else { break };
            displaced.extend(file.publish()?);
            let next = prepared.peek().and_then(|next| next.full.parent());
            if !is_together && next != full.parent() {
                sync_folder(&full);
            }
        }
        // What was displaced goes only when the new names are there to stay.
        if is_together && !displaced.is_empty() {
            self.sync()?;
        }
        Ok(())
    }

    /// Says whether a file may be written: where it is, and that it is as it was read.
    pub(super) fn check(&self, write: &Write) -> Result<PathBuf, Error> {
        let full = self.workspace.full(&write.path)?;
        let text = match read_unlinked(&full) {
            Some(text) => text?,
            None => self.read_through_no_link(&full)?,
        };
        if text != write.old {
            return Err(changed(&full));
        }
        let is_protected = || fs::metadata(&full).is_ok_and(|meta| meta.permissions().readonly());
        if text.is_some() && is_protected() {
            let message = "is write-protected; change its permissions";
            return Err(Error::new(full, message));
        }
        Ok(full)
    }

    fn read_through_no_link(&self, full: &Path) -> Result<Option<String>, Error> {
        self.refuse_links(full)?;
        read_text(full)
    }

    /// Refuses a path that goes through a link, or out of the workspace.
    pub(super) fn refuse_links(&self, full: &Path) -> Result<(), Error> {
        let root = &self.workspace.root;
        for folder in full.ancestors().skip(1).take_while(|path| *path != root) {
            if !folder.starts_with(root) {
                return Err(outside(full));
            }
            if folder.is_symlink() {
                return Err(through_link(folder));
            }
        }
        if full.is_symlink() {
            return Err(through_link(full));
        }
        Ok(())
    }

    /// Writes the new text beside the file, making the folders it needs.
    fn prepare<'w>(&self, write: &'w Write, at_once: bool) -> Result<Prepared<'w>, Error> {
        self.mark.leave()?;
        if let Some((folder, _)) = write.path.rsplit_once('/') {
            self.workspace.make_folder(folder)?;
        }
        let full = self.workspace.full(&write.path)?;
        Prepared::new(full, write.old.as_deref(), &write.new, at_once)
    }
}

/// Replaces a single file, in no workspace, at once or not at all. `old` is what was read from it. Removes
/// what a killed run left beside it, and returns what a person has to know of that.
///
/// # Errors
/// If the file is a link, is not as it was read, or cannot be written: it stays as it is.
pub fn replace_file(full: &Path, old: &str, new: &str) -> Result<Vec<Error>, Error> {
    if full.is_symlink() {
        return Err(through_link(full));
    }
    let mut notices = Vec::new();
    // Held until the file is written: another run would take its temporary file for one left behind.
    let lock = full.parent().and_then(|folder| lock(folder).ok());
    if let (Some(_), Some(folder)) = (&lock, full.parent()) {
        clean(folder, false, &mut notices);
    }
    let prepared = Prepared::new(full.to_owned(), Some(old), new, true)?;
    if read_text(full)?.as_deref() != Some(old) {
        return Err(changed(full));
    }
    let displaced = prepared.publish()?;
    sync_folder(full);
    displaced.map_or(Ok(()), Displaced::settle)?;
    Ok(notices)
}
