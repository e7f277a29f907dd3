//! What a killed run left: temporary files, and the text it had just displaced.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Error;
use super::beside::{beside, content};
use super::folder::{Kind, entries};
use super::place::is_absent;
use super::rename::{exchange, to_free_name};
use crate::text::hash;

/// What the names of temporary files begin with.
const TEMPORARY: &str = ".satz-tmp-";

/// A name beside a file for a new text of it, which no other text of this run has.
pub(super) fn temporary(full: &Path) -> PathBuf {
    static LAST: AtomicUsize = AtomicUsize::new(0);
    let number = LAST.fetch_add(1, Ordering::Relaxed);
    full.with_file_name(format!("{TEMPORARY}{}-{number}", std::process::id()))
}

/// What the name of a file begins with that trades places with another one.
const TRADED: &str = ".satz-tmp-swap-";

/// No file system in use takes longer names, in bytes.
const LONGEST_NAME: usize = 255;

/// Where a text waits to trade places with a file, or what it displaced is kept: the name tells
/// both texts and the file. None if the name would be too long.
pub(super) fn path(full: &Path, old: &str, new: &str) -> Option<PathBuf> {
    let name = full.file_name()?.to_str()?;
    let name = format!("{TRADED}{:016x}-{:016x}-{name}", hash(old), hash(new));
    (name.len() <= LONGEST_NAME).then(|| full.with_file_name(name))
}

/// Removes temporary files in a folder, which no living run can own, and puts back what somebody
/// saved just before the run that left it was killed. Gives what a person has to know.
pub(super) fn clean(folder: &Path, deep: bool, notices: &mut Vec<Error>) {
    let Ok(all) = entries(folder) else {
        return;
    };
    for (name, kind) in all {
        let path = folder.join(&name);
        let name = name.to_string_lossy();
        match kind {
            Kind::Folder if deep => clean(&path, true, notices),
            Kind::Folder => {}
            _ if name.starts_with(TRADED) => notices.extend(recover(&path, &name)),
            // What cannot be removed stays: it harms nobody.
            Kind::File if name.starts_with(TEMPORARY) => drop(fs::remove_file(&path)),
            _ => {}
        }
    }
}

/// Whether a folder has temporary files, or is there and cannot be listed.
pub(super) fn is_left_in(folder: &Path) -> bool {
    let is_temporary = |name: &OsString| name.to_string_lossy().starts_with(TEMPORARY);
    match entries(folder) {
        Ok(all) => all.iter().any(|(name, _)| is_temporary(name)),
        Err(error) => !is_absent(&error),
    }
}

/// Decides what becomes of a file that was trading places when its run was killed: the text read
/// and the text to be written are superfluous, anything else is somebody's work.
fn recover(aside: &Path, name: &str) -> Option<Error> {
    let mut parts = name.strip_prefix(TRADED)?.splitn(3, '-');
    let old = u64::from_str_radix(parts.next()?, 16).ok()?;
    let new = u64::from_str_radix(parts.next()?, 16).ok()?;
    let full = aside.with_file_name(parts.next()?);
    match put_back(aside, &full, old, new) {
        Ok(notice) => notice,
        Err(error) => Some(Error::io(aside, "put back", error)),
    }
}

fn put_back(aside: &Path, full: &Path, old: u64, new: u64) -> io::Result<Option<Error>> {
    let own = hash_of(aside)?;
    if own == Some(old) || own == Some(new) {
        fs::remove_file(aside)?;
        return Ok(None);
    }
    match hash_of(full) {
        Err(error) if error.kind() == ErrorKind::NotFound => to_free_name(aside, full)?,
        Ok(place) if place == Some(new) && exchange(aside, full)? => {
            if hash_of(aside)? == Some(new) {
                fs::remove_file(aside)?;
            }
        }
        _ => return Ok(Some(keep(aside, full))),
    }
    let message = "was saved just before satz was killed; that text is in its place again";
    Ok(Some(Error::new(full, message)))
}

/// Gives a text that has no place a name beside the file it was saved to, and says so.
pub(super) fn keep(aside: &Path, full: &Path) -> Error {
    for number in 1..100 {
        let kept = beside(full, &format!(".saved-{number}"));
        match to_free_name(aside, &kept) {
            Ok(()) => {
                let name = kept.file_name().unwrap_or_default().to_string_lossy();
                let message =
                    format!("was saved while satz was writing it; the other text is in {name}");
                return Error::new(full, message);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Error::io(aside, "rename", error),
        }
    }
    let message = format!(
        "was saved while satz was writing it; the other text is in {}",
        aside.display()
    );
    Error::new(full, message)
}

/// The hash of a file's text; None if it is no text.
fn hash_of(path: &Path) -> io::Result<Option<u64>> {
    let text = content(path)?.and_then(|bytes| String::from_utf8(bytes).ok());
    Ok(text.map(|text| hash(&text)))
}
