//! One run writes at a time, in an order that a killed run can repeat.

use std::fs::{self, File, TryLockError};
use std::path::Path;
#[cfg(any(not(unix), test))]
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::leftover::clean;
use super::mark::Mark;
use super::{Error, Workspace};
use crate::article::Change;

/// How long a run waits for another to finish writing.
const PATIENCE: Duration = Duration::from_secs(10);

/// The right to write in a workspace: one run has it at a time, and the system takes it back when
/// the run ends, however it ends. Take it before reading what is to be changed.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(super) workspace: &'a Workspace,
    /// What a killed run left and people have to know of.
    pub notices: Vec<Error>,
    pub(super) mark: Mark,
    /// Whether files got names that may not be on the disk yet.
    pub(super) is_pending: AtomicBool,
    /// Where what would be written is noted, if nothing is to be written.
    pub(super) record: Option<Record>,
    // Held for its lock, released when closed.
    _lock: Option<File>,
}

/// What a run would have written: the files in the order of the writing, each as often as it would have been
/// written. Copies share what they note.
///
/// # Examples
/// ```
/// use satz::store::Record;
/// let record = Record::default();
/// assert!(record.take().is_empty());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Record(Arc<Mutex<Vec<Change>>>);

impl Record {
    pub(super) fn note(&self, changes: impl IntoIterator<Item = Change>) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.extend(changes);
    }

    /// Takes out what was noted.
    pub fn take(&self) -> Vec<Change> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Writer<'_> {
    /// The workspace that it writes in.
    pub fn workspace(&self) -> &Workspace {
        self.workspace
    }

    /// Ends the writing: what was written is on the disk. Who drops it instead does not hear of what
    /// went wrong with that, nor of a mark that stays.
    ///
    /// # Errors
    /// If the disk fails, or if the mark of the run cannot be removed.
    pub fn close(mut self) -> Result<(), Error> {
        self.sync()?;
        self.mark.take_away()
    }
}

impl Workspace {
    /// Waits until no other run writes in this workspace, then removes what a killed run left; a
    /// text that somebody saved at that very moment is put back, and is among the `notices`.
    ///
    /// # Errors
    /// If another run goes on writing for ten seconds, or no lock can be had.
    pub fn writer(&self) -> Result<Writer<'_>, Error> {
        if self.texts.instead.is_some() {
            let message = "the workspace is not in a folder, and cannot be written";
            return Err(Error::new(&self.root, message));
        }
        let lock = lock(&self.root)?;
        let mut notices = Vec::new();
        // Git's merge driver leaves no mark. It writes where git has its folder.
        clean(&self.root, false, &mut notices);
        self.clean_repository(&mut notices);
        if Mark::is_there(&self.root) {
            self.clean(&mut notices);
        }
        Ok(Writer {
            workspace: self,
            notices,
            mark: Mark::new(&self.root),
            is_pending: AtomicBool::new(false),
            record: None,
            _lock: Some(lock),
        })
    }

    /// A writer that writes nothing, and notes what it would write.
    pub fn recorder(&self, record: Record) -> Writer<'_> {
        Writer {
            workspace: self,
            notices: Vec::new(),
            mark: Mark::new(&self.root),
            is_pending: AtomicBool::new(false),
            record: Some(record),
            _lock: None,
        }
    }

    /// Removes what a killed merge driver left in the folder of the repository that the workspace lies
    /// in, unless one is at work there.
    fn clean_repository(&self, notices: &mut Vec<Error>) {
        let mut folders = self.root.ancestors();
        let repository = folders.find(|folder| folder.join(".git").exists());
        if let Some(folder) = repository.filter(|folder| *folder != self.root)
            && let Ok(_lock) = acquire(folder, Duration::ZERO)
        {
            clean(folder, false, notices);
        }
    }

    /// Removes what a killed run left, its mark last.
    fn clean(&self, notices: &mut Vec<Error>) {
        let project = &self.project;
        let mut folders = project.target_folders();
        folders.extend(project.article_folders().into_iter().map(str::to_owned));
        folders.extend([project.catalogs.clone(), project.output.clone()]);
        for folder in folders {
            let folder = self.root.join(folder);
            // A folder that is a link to elsewhere is none of ours.
            if fs::canonicalize(&folder).is_ok_and(|real| real.starts_with(&self.root)) {
                clean(&folder, true, notices);
            }
        }
        notices.extend(Mark::remove(&self.root).err());
    }
}

/// The right to write in a folder; waits for who has it.
pub(super) fn lock(folder: &Path) -> Result<File, Error> {
    acquire(folder, PATIENCE)
}

fn acquire(root: &Path, patience: Duration) -> Result<File, Error> {
    let failed = |error| Error::io(root, "lock", error);
    let file = open(root).map_err(failed)?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
            Err(TryLockError::WouldBlock) if start.elapsed() < patience => {
                thread::sleep(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => {
                let message = "another satz is writing here; wait for it to end and try again";
                return Err(Error::new(root, message));
            }
        }
    }
}

/// On Unix the folder itself carries the lock, so that no file is left behind.
#[cfg(unix)]
fn open(root: &Path) -> std::io::Result<File> {
    File::open(root)
}

#[cfg(not(unix))]
fn open(root: &Path) -> std::io::Result<File> {
    fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(lock_file(root))
}

/// Elsewhere a file carries it: among the temporary ones, so that none is in the way in the workspace.
#[cfg(any(not(unix), test))]
fn lock_file(root: &Path) -> PathBuf {
    let root = root.as_os_str().as_encoded_bytes();
    let name = blake3::hash(root).to_hex();
    std::env::temp_dir().join(format!("satz-{}.lock", &name[..32]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_is_a_file_lies_outside_the_workspace() {
        let root = Path::new("C:/hof/seiten");
        let file = lock_file(root);
        assert_eq!(file, lock_file(root));
        assert_ne!(file, lock_file(Path::new("C:/hof/seite")));
        assert!(!file.starts_with(root), "{}", file.display());
    }

    #[test]
    fn a_second_writer_is_told_to_wait() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
        let first = acquire(&root, PATIENCE).unwrap();
        let error = acquire(&root, Duration::ZERO).unwrap_err().to_string();
        assert!(error.ends_with("another satz is writing here; wait for it to end and try again"));
        drop(first);
        assert!(acquire(&root, Duration::ZERO).is_ok());
    }
}
