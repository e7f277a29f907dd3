//! Outputs of `build` put in their places.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::leftover::temporary;
use super::place::is_absent;
use super::publish::{CAN_SYNC_TOGETHER, sync_folder};
use super::read::{open_existing, open_unlinked};
use super::{Error, Writer};

/// The largest file that is copied, in bytes.
const LIMIT: u64 = 256 << 20;

/// A file beside an output, which takes its place. Removed when dropped before.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // Once in its place there is nothing of that name.
        if !self.0.as_os_str().is_empty() {
            drop(fs::remove_file(&self.0));
        }
    }
}

impl Temporary {
    fn place(mut self, full: &Path) -> io::Result<()> {
        fs::rename(&self.0, full)?;
        self.0.clear();
        Ok(())
    }
}

impl Writer<'_> {
    /// Writes a file that can be made again at any time, over whatever file is there; it changes at
    /// once or not at all, and keeps its permissions. One that would not change is not touched:
    /// whether it was is returned. It is on the disk when [`Writer::sync`] has been called, and not
    /// before.
    ///
    /// # Errors
    /// If it is a link, is protected, lies outside the workspace or behind a link, or cannot be
    /// written.
    pub fn write_output(&self, path: &str, new: &[u8]) -> Result<bool, Error> {
        let full = self.workspace.full(path)?;
        let old = self.open_through_no_link(&full)?;
        let mut permissions = None;
        if let Some(old) = old {
            let failed = |error| Error::io(&full, "read", error);
            let meta = old.metadata().map_err(failed)?;
            if !meta.is_file() {
                return Err(Error::new(full, "is no regular file; move it away"));
            }
            if meta.len() == new.len() as u64 && holds(old, new).map_err(failed)? {
                return Ok(false);
            }
            if meta.permissions().readonly() {
                let message = "is write-protected; change its permissions";
                return Err(Error::new(full, message));
            }
            permissions = Some(meta.permissions());
        }
        self.mark.leave()?;
        let written = self.replace(path, &full, new, permissions);
        if written.is_err() {
            self.mark.doubt(&full);
        }
        written.map(|()| true)
    }

    /// Copies a file of the workspace into its output folder, as [`Writer::write_output`] writes,
    /// and gives its bytes; None if there is no such file.
    ///
    /// # Errors
    /// If the file lies outside the workspace or behind a link, is larger than 256 MiB, or cannot
    /// be read or written.
    pub fn copy(&self, from: &str, to: &str) -> Result<Option<Vec<u8>>, Error> {
        let source = self.workspace.full(from)?;
        let root = &self.workspace.root;
        for part in source.ancestors().take_while(|part| *part != root) {
            if part.is_symlink() {
                return Err(Error::new(
                    part,
                    "is a symbolic link; put the real one there",
                ));
            }
        }
        match fs::metadata(&source) {
            Ok(meta) if !meta.is_file() => return Ok(None),
            Ok(meta) if meta.len() > LIMIT => {
                return Err(Error::new(
                    source,
                    "is larger than 256 MiB; link to it instead",
                ));
            }
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Error::io(&source, "read", error)),
        }
        let bytes = fs::read(&source).map_err(|error| Error::io(&source, "read", error))?;
        self.write_output(to, &bytes)?;
        Ok(Some(bytes))
    }

    /// Opens what is in an output's place, without waiting; None if nothing is.
    fn open_through_no_link(&self, full: &Path) -> Result<Option<File>, Error> {
        if let Ok(found) = open_unlinked(full) {
            return Ok(found);
        }
        self.refuse_links(full)?;
        open_existing(full).map_err(|error| Error::io(full, "read", error))
    }

    fn replace(
        &self,
        path: &str,
        full: &Path,
        new: &[u8],
        permissions: Option<fs::Permissions>,
    ) -> Result<(), Error> {
        let failed = |error| Error::io(full, "write", error);
        let create = || {
            let path = temporary(full);
            let file = OpenOptions::new().write(true).create_new(true).open(&path);
            file.map(|file| (file, Temporary(path)))
        };
        // Most folders are there.
        let (mut file, temporary) = match (create(), path.rsplit_once('/')) {
            (Err(error), Some((folder, _))) if is_absent(&error) => {
                self.workspace.make_folder(folder)?;
                create()
            }
            (created, _) => created,
        }
        .map_err(failed)?;
        file.write_all(new).map_err(failed)?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions).map_err(failed)?;
        }
        if !CAN_SYNC_TOGETHER {
            file.sync_all().map_err(failed)?;
        }
        drop(file);
        temporary.place(full).map_err(failed)?;
        self.is_pending.store(true, Ordering::Relaxed);
        if !CAN_SYNC_TOGETHER {
            sync_folder(full);
        }
        Ok(())
    }
}

/// Whether a file holds these bytes and no others.
fn holds(file: File, bytes: &[u8]) -> io::Result<bool> {
    let length = bytes.len() + 1;
    let mut there = Vec::with_capacity(length);
    file.take(length as u64).read_to_end(&mut there)?;
    Ok(there == bytes)
}
