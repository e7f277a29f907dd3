//! Files that a write looks at or makes beside the one it is about.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The bytes of a regular file; None if it is none.
pub(super) fn content(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// A name beside a file: its own and an ending.
pub(super) fn beside(full: &Path, ending: &str) -> PathBuf {
    let mut name = full.file_name().map(OsString::from).unwrap_or_default();
    name.push(ending);
    full.with_file_name(name)
}
