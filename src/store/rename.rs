//! Giving files their names in ways that cannot overwrite what nobody has looked at.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Lets two files trade their names, at once. `Ok(false)` if this system or disk cannot.
pub(super) fn exchange(one: &Path, two: &Path) -> io::Result<bool> {
    supported(with_flag(one, two, Flag::Exchange))
}

/// Gives a file a name that is free; fails if it is not.
pub(super) fn to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    if supported(with_flag(from, to, Flag::KeepOther))? {
        return Ok(());
    }
    // As near as such a disk comes to it.
    match fs::symlink_metadata(to) {
        Ok(_) => Err(ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == ErrorKind::NotFound => fs::rename(from, to),
        Err(error) => Err(error),
    }
}

#[derive(Clone, Copy)]
enum Flag {
    Exchange,
    KeepOther,
}

fn supported(result: io::Result<()>) -> io::Result<bool> {
    match result {
        Ok(()) => Ok(true),
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::Unsupported | ErrorKind::InvalidInput
            ) =>
        {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn with_flag(from: &Path, to: &Path, flag: Flag) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    let flags = match flag {
        Flag::Exchange => RenameFlags::EXCHANGE,
        Flag::KeepOther => RenameFlags::NOREPLACE,
    };
    Ok(renameat_with(CWD, from, CWD, to, flags)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn with_flag(_: &Path, _: &Path, _: Flag) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
