//! What stands in a folder. On Unix by way of `rustix`: the standard library's reader ends the
//! program when a folder cannot be closed, as on a disk that is failing.

use std::ffi::OsString;
use std::io;
use std::path::Path;

/// What an entry of a folder is; a link is a link, wherever it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    Link,
    /// A pipe, a device and the like.
    Other,
}

/// Lists a folder, sorted by name.
pub(super) fn entries(folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
    let mut out = list(folder)?;
    out.sort_by(|one, two| one.0.cmp(&two.0));
    Ok(out)
}

/// Whether a folder has nothing in it but names that begin with a dot, or cannot be listed.
pub fn is_bare(folder: &Path) -> bool {
    let hidden = |name: &OsString| name.as_encoded_bytes().starts_with(b".");
    entries(folder).map_or(true, |all| all.iter().all(|(name, _)| hidden(name)))
}

/// Lists a folder in the order in which the system tells its entries.
#[cfg(unix)]
pub(super) fn list(folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
    use std::os::unix::ffi::OsStringExt;

    use rustix::fs::{Dir, FileType, Mode, OFlags, open};

    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut out = Vec::new();
    for entry in Dir::new(open(folder, flags, Mode::empty())?)? {
        let entry = entry?;
        let name = OsString::from_vec(entry.file_name().to_bytes().to_vec());
        if name == "." || name == ".." {
            continue;
        }
        let kind = match entry.file_type() {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Folder,
            FileType::Symlink => Kind::Link,
            FileType::Unknown => kind_of(&std::fs::symlink_metadata(folder.join(&name))?),
            _ => Kind::Other,
        };
        out.push((name, kind));
    }
    Ok(out)
}

/// Lists a folder in the order in which the system tells its entries.
#[cfg(not(unix))]
pub(super) fn list(folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        out.push((entry.file_name(), kind_of(&entry.metadata()?)));
    }
    Ok(out)
}

fn kind_of(meta: &std::fs::Metadata) -> Kind {
    if meta.is_symlink() {
        Kind::Link
    } else if meta.is_dir() {
        Kind::Folder
    } else if meta.is_file() {
        Kind::File
    } else {
        Kind::Other
    }
}
