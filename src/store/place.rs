//! Places in a workspace: paths put together, and what is absent or lies outside.

use std::io::ErrorKind;
use std::path::Path;

use super::Error;

pub(super) fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

pub(super) fn outside(path: &Path) -> Error {
    Error::new(path, "lies outside the workspace; move it into it")
}

/// Whether the way from a folder to one below it leads through a symbolic link.
pub fn leads_through_link(from: &Path, to: &Path) -> bool {
    let below = to.ancestors().take_while(|path| *path != from);
    below.into_iter().any(Path::is_symlink)
}

/// The path of a name in a folder, which is empty for the workspace itself.
pub(super) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}
