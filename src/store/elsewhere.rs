//! Files that a person names and that lie anywhere: reports and baselines.

use std::fs;
use std::io;
use std::path::Path;

use super::{Error, read_text};
use crate::config::is_git;

/// Refuses to write where a file stands that is not what is to be written there, or in a folder of
/// git. What is no regular file, as `/dev/stderr`, is not replaced.
///
/// # Errors
/// If it is not to be written over.
pub fn replaceable(
    full: &Path,
    file: &Path,
    what: &str,
    is_own: impl Fn(&str) -> bool,
) -> Result<(), Error> {
    let parts = file
        .components()
        .filter_map(|part| part.as_os_str().to_str());
    if let Some(part) = parts.into_iter().find(|part| is_git(part)) {
        let message = format!("git keeps its own files in `{part}`; name another file");
        return Err(Error::new(file, message));
    }
    if !fs::metadata(full).is_ok_and(|meta| meta.is_file()) {
        return Ok(());
    }
    match read_text(full) {
        Ok(Some(text)) if !text.trim().is_empty() && !is_own(&text) => {}
        Ok(_) => return Ok(()),
        Err(_) => {}
    }
    let message =
        format!("is no {what} of satz, and is not replaced; name another file, or remove it");
    Err(Error::new(file, message))
}

/// Writes a file below a folder that a person named, with the folders that it lies in. It replaces only
/// what is `is_own`.
///
/// # Errors
/// If something else is there, or it cannot be written.
pub fn write_below(
    folder: &Path,
    path: &str,
    text: &str,
    what: &str,
    is_own: impl Fn(&str) -> bool,
) -> Result<(), Error> {
    let full = folder.join(path);
    replaceable(&full, Path::new(path), what, is_own)?;
    let failed = |error| Error::io(&full, "write", error);
    if let Some(around) = full.parent() {
        fs::create_dir_all(around).map_err(failed)?;
    }
    fs::write(&full, text).map_err(failed)
}

/// Writes a file that is not there yet.
///
/// # Errors
/// Those of the system.
pub fn create_file(file: &Path, text: &str) -> io::Result<()> {
    fs::write(file, text)
}
