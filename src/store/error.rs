use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::project::Fault;
use crate::text::Conflict;

/// Why satz could not do something: a path, what is wrong with it, and what to do. One sentence.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    line: Option<usize>,
    message: String,
    source: Option<io::Error>,
    absence: bool,
}

impl Error {
    /// Makes an error about a path; `message` says what is wrong and what to do.
    pub fn new(path: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line: None,
            message: message.into(),
            source: None,
            absence: false,
        }
    }

    /// Makes the error that a merge of a file is not finished.
    pub fn in_conflict(path: impl Into<PathBuf>, conflict: Conflict) -> Self {
        Self {
            line: Some(conflict.first),
            ..Self::new(path, conflict.to_string())
        }
    }

    /// Makes the error that there is no workspace.
    pub(super) fn absence(path: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self {
            absence: true,
            ..Self::new(path, message)
        }
    }

    /// Whether the error is that there is no workspace.
    pub fn is_absence(&self) -> bool {
        self.absence
    }

    /// Makes an error from a fault of the configuration or of a path.
    pub fn from_fault(path: impl Into<PathBuf>, fault: &Fault) -> Self {
        Self {
            line: fault.line,
            ..Self::new(path, fault.to_string())
        }
    }

    /// The path the error is about.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// `doing` is a verb, for example `read`.
    pub(super) fn io(path: impl Into<PathBuf>, doing: &str, source: io::Error) -> Self {
        let message = match source.kind() {
            io::ErrorKind::PermissionDenied => {
                format!("no right to {doing} it; change its permissions")
            }
            io::ErrorKind::StorageFull => {
                format!("could not {doing} it: the disk is full; make room")
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                format!("could not {doing} it; the file system is read-only")
            }
            _ => format!("could not {doing} it: {source}"),
        };
        Self {
            source: Some(source),
            ..Self::new(path, message)
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A path may hold line feeds and worse; a message is one line.
        for c in self.path.display().to_string().chars() {
            if c.is_control() {
                write!(f, "{}", c.escape_default())?;
            } else {
                write!(f, "{c}")?;
            }
        }
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
