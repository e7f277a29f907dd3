//! Files read whole, within limits.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::Error;
use super::place::is_absent;

/// The largest file that is read, in bytes: far beyond any article, small enough to hold.
const LIMIT: u64 = 64 * 1024 * 1024;

/// Reads a file whole; None if there is none.
///
/// # Errors
/// If it is no regular file, not UTF-8, larger than 64 MiB, or cannot be read.
pub fn read_text(path: &Path) -> Result<Option<String>, Error> {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if is_absent(&error) => return Ok(None),
        Err(error) => return Err(Error::io(path, "read", error)),
    };
    // Asked before opening: opening a pipe would wait for its writer.
    if !meta.is_file() {
        return Err(Error::new(
            path,
            "is no regular file; put a text file there",
        ));
    }
    let file = open(path).map_err(|error| Error::io(path, "read", error))?;
    text_of(file, path).map(Some)
}

/// Reads a file whole whose path goes through no link; None if there is none, or if this system
/// cannot tell, or if it is not so simple: then it is to be looked at more closely.
pub(super) fn read_unlinked(path: &Path) -> Option<Result<Option<String>, Error>> {
    let file = open_unlinked(path).ok()?;
    Some(file.map(|file| text_of(file, path)).transpose())
}

/// What a path leads to is to be looked at more closely.
#[derive(Debug)]
pub(super) struct Unclear;

/// Opens what a path that goes through no link leads to, without waiting, as [`read_unlinked`] does.
#[cfg(target_os = "linux")]
pub(super) fn open_unlinked(path: &Path) -> Result<Option<fs::File>, Unclear> {
    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat2};
    use rustix::io::Errno;

    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let resolve = ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    match openat2(CWD, path, flags, Mode::empty(), resolve) {
        Ok(file) => Ok(Some(fs::File::from(file))),
        Err(Errno::NOENT) => Ok(None),
        Err(_) => Err(Unclear),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn open_unlinked(_: &Path) -> Result<Option<fs::File>, Unclear> {
    Err(Unclear)
}

/// Opens a file; None if there is none.
pub(super) fn open_existing(path: &Path) -> std::io::Result<Option<fs::File>> {
    match open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The text of bytes in UTF-16 with its mark at the beginning, as tools for translators write memories;
/// none if it is no such text.
pub fn utf16_text(bytes: &[u8]) -> Option<String> {
    let (mark, rest) = bytes.split_at_checked(2)?;
    let unit: fn([u8; 2]) -> u16 = match mark {
        [0xFF, 0xFE] => u16::from_le_bytes,
        [0xFE, 0xFF] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, odd) = rest.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|_| odd.is_empty())
}

fn text_of(file: fs::File, path: &Path) -> Result<String, Error> {
    let length = match file.metadata() {
        Ok(meta) if meta.is_file() => meta.len().min(LIMIT),
        _ => {
            let message = "is no regular file; put a text file there";
            return Err(Error::new(path, message));
        }
    };
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io(path, "read", error))?;
    if bytes.len() as u64 > LIMIT {
        return Err(Error::new(path, "is larger than 64 MiB; split it"));
    }
    if is_wide(&bytes) {
        return Err(Error::new(path, "is UTF-16 or UTF-32; save it as UTF-8"));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.split(|byte| *byte == b'\n').count();
            Err(Error::new(path, "is not UTF-8; save it as UTF-8").at(line))
        }
    }
}

/// Opens without waiting, should a pipe have taken the file's place.
#[cfg(unix)]
fn open(path: &Path) -> std::io::Result<fs::File> {
    use rustix::fs::{Mode, OFlags, open};

    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(fs::File::from(open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open(path: &Path) -> std::io::Result<fs::File> {
    fs::File::open(path)
}

/// Whether bytes are text in units of two or four bytes: every other one of plain letters is zero.
/// With or without a byte-order mark; a zero here and there is somebody's slip.
pub(super) fn is_wide(bytes: &[u8]) -> bool {
    let begins_wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = memchr::memchr_iter(0, head).count();
    begins_wide || zeros * 8 > head.len()
}
