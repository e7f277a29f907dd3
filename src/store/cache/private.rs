//! The folder of the cache: only the user's own may say what need not be looked at again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::store::{Error, Workspace};

impl Workspace {
    /// The folder for what is kept of this workspace, made if it is not there; None if it cannot be.
    pub(super) fn make_cache_folder(&self) -> Option<PathBuf> {
        let name = blake3::hash(self.root.as_os_str().as_encoded_bytes()).to_hex();
        let folder = self.cache_folder.as_ref()?.join(&name[..32]);
        make_private(&folder).ok()?;
        Some(folder)
    }

    /// Keeps nothing, and says why, if the folder of the cache is not the user's own and private:
    /// whoever can write to it could open the gate.
    ///
    /// # Errors
    /// If it is not; the error says what to do.
    pub fn keep_in(&mut self, folder: PathBuf) -> Result<(), Error> {
        // One that cannot be made is nobody's, and nothing is kept there.
        if make_private(&folder).is_err() {
            return Ok(());
        }
        trusted(&folder, true)?;
        self.cache_folder = Some(folder);
        let own = self.make_cache_folder();
        if let Some(Err(error)) = own.map(|folder| trusted(&folder, false)) {
            self.cache_folder = None;
            return Err(error);
        }
        Ok(())
    }
}

/// Makes a folder and those above it, for the user alone; one that is there stays as it is.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whether nobody but the user can have written what lies in a folder. One of satz' own is closed to
/// the others if it was open to their looks; one that is `shared` may hold other things.
///
/// # Errors
/// If somebody else can write there.
#[cfg(unix)]
fn trusted(folder: &Path, shared: bool) -> Result<(), Error> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    let refuse = |why: &str| {
        let message = format!(
            "{why}, so nothing is kept there; make it yours with `chown` and `chmod 700`, or name another folder in SATZ_CACHE"
        );
        Err(Error::new(folder, message))
    };
    // A link is followed to a folder that a person named, and to no other.
    let meta = if shared {
        fs::metadata(folder)
    } else {
        fs::symlink_metadata(folder)
    };
    let Ok(meta) = meta else {
        return refuse("cannot be looked at");
    };
    let own = rustix::process::geteuid().as_raw();
    if !meta.is_dir() {
        return refuse("is no folder");
    }
    if meta.uid() != own && !(shared && meta.uid() == 0) {
        return refuse("belongs to somebody else");
    }
    // In a folder like /tmp nobody can take away what belongs to another.
    let is_sticky = shared && meta.mode() & 0o1000 != 0;
    if meta.mode() & 0o022 != 0 && !is_sticky {
        return refuse("can be written to by others");
    }
    if !shared && meta.mode() & 0o077 != 0 {
        let closed = fs::Permissions::from_mode(0o700);
        if fs::set_permissions(folder, closed).is_err() {
            return refuse("can be looked into by others");
        }
    }
    Ok(())
}

/// Whether nobody but the user can have written what lies in a folder: where the system has no such
/// owners and modes, the folder is in the user's profile.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on other systems")]
fn trusted(_: &Path, _: bool) -> Result<(), Error> {
    Ok(())
}
