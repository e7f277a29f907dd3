//! A file in the workspace that says that a run is writing, or was when it was killed. Only if it is
//! there has the workspace to be looked through for what that run left.

use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use super::Error;
use super::leftover::is_left_in;
use super::publish::sync_folder;

const NAME: &str = ".satz-writing.tmp";

/// The mark of a run, which it leaves before it makes its first temporary file.
#[derive(Debug)]
pub(super) struct Mark {
    path: PathBuf,
    is_left: OnceLock<()>,
    /// Folders in which something went wrong, so that a temporary file may be left.
    doubtful: Mutex<Vec<PathBuf>>,
}

impl Mark {
    pub(super) fn new(root: &Path) -> Self {
        Self {
            path: root.join(NAME),
            is_left: OnceLock::new(),
            doubtful: Mutex::default(),
        }
    }

    /// Whether a run was killed, or left something.
    pub(super) fn is_there(root: &Path) -> bool {
        fs::symlink_metadata(root.join(NAME)).is_ok()
    }

    pub(super) fn remove(root: &Path) -> Result<(), Error> {
        remove(&root.join(NAME))
    }

    /// Leaves the mark, once. Who may only write below the workspace's own folder does without: what a
    /// killed run leaves there then stays.
    pub(super) fn leave(&self) -> Result<(), Error> {
        if self.is_left() {
            return Ok(());
        }
        let made = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&self.path);
        match made.map_err(|error| (error.kind(), error)) {
            Ok(_) => sync_folder(&self.path),
            Err((ErrorKind::AlreadyExists | ErrorKind::PermissionDenied, _)) => {}
            Err((_, error)) => return Err(Error::io(&self.path, "write", error)),
        }
        self.is_left.get_or_init(|| ());
        Ok(())
    }

    /// Whether the run has written something.
    pub(super) fn is_left(&self) -> bool {
        self.is_left.get().is_some()
    }

    /// Notes that something went wrong beside a file.
    pub(super) fn doubt(&self, file: &Path) {
        if let (Some(folder), Ok(mut all)) = (file.parent(), self.doubtful.lock()) {
            all.push(folder.to_owned());
        }
    }
    /// The run has ended, and takes its mark away, unless the next one has something to do.
    pub(super) fn take_away(&mut self) -> Result<(), Error> {
        let doubtful = self.doubtful.get_mut();
        let is_done = doubtful.is_ok_and(|all| !all.iter().any(|folder| is_left_in(folder)));
        if self.is_left.take().is_some() && is_done {
            return remove(&self.path);
        }
        Ok(())
    }
}

/// After an error, of which the user knows.
impl Drop for Mark {
    fn drop(&mut self) {
        drop(self.take_away());
    }
}

fn remove(mark: &Path) -> Result<(), Error> {
    fs::remove_file(mark).map_err(|error| Error::io(mark, "remove", error))
}
