//! Why a file or a setting could not be used.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::config::Fault;
use crate::text::Conflict;

/// Why satz could not do something: a path, what is wrong with it, and what to do. One sentence.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    line: Option<usize>,
    message: String,
    source: Option<io::Error>,
    kind: Kind,
}

/// What callers tell errors apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing sets it apart.
    Plain,
    /// There is no workspace.
    Absence,
    /// The work was not wanted any more.
    Cancelled,
}

impl Error {
    /// Makes an error about a path; `message` says what is wrong and what to do.
    pub fn new(path: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line: None,
            message: message.into(),
            source: None,
            kind: Kind::Plain,
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
            kind: Kind::Absence,
            ..Self::new(path, message)
        }
    }

    /// Whether the error is that there is no workspace.
    pub fn is_absence(&self) -> bool {
        self.kind == Kind::Absence
    }

    /// Makes the error that work was stopped before its end.
    pub(super) fn cancelled(path: impl Into<PathBuf>) -> Self {
        Self {
            kind: Kind::Cancelled,
            ..Self::new(path, "the work was stopped")
        }
    }

    /// Whether the error is that the work was stopped before its end.
    pub fn is_cancelled(&self) -> bool {
        self.kind == Kind::Cancelled
    }

    /// Makes an error from a fault of the configuration or of a path.
    pub fn from_fault(path: impl Into<PathBuf>, fault: &Fault) -> Self {
        Self {
            line: fault.line,
            ..Self::new(path, fault.to_string())
        }
    }

    /// The same error at a line, from 1.
    #[must_use]
    pub fn at(self, line: usize) -> Self {
        Self {
            line: Some(line),
            ..self
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
        let path = self.path.display().to_string();
        let mut names = path.split('/').peekable();
        while let Some(name) = names.next() {
            for c in shortened(name).chars() {
                if c.is_control() {
                    write!(f, "{}", c.escape_default())?;
                } else {
                    write!(f, "{c}")?;
                }
            }
            if names.peek().is_some() {
                f.write_str("/")?;
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

/// Characters of a name that are shown whole.
const NAME: usize = 100;

/// A name with its middle left out where it is long: nobody reads all of it, and both ends tell it
/// from others.
pub(crate) fn shortened(name: &str) -> std::borrow::Cow<'_, str> {
    let count = name.chars().count();
    if count <= NAME {
        return name.into();
    }
    let head: String = name.chars().take(NAME / 2).collect();
    let tail: String = name.chars().skip(count - NAME / 4).collect();
    format!("{head}…{tail}").into()
}
