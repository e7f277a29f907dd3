use std::fs;
use std::io::{ErrorKind, Read as _, Write as _};

use super::leftover::temporary;
use super::publish::{CAN_SYNC_TOGETHER, sync_folder};
use super::workspace::through_link;
use super::{Error, Writer};

/// The largest file that is copied, in bytes.
const LIMIT: u64 = 256 << 20;

impl Writer<'_> {
    /// Copies a file of the workspace into its output folder and gives its bytes; None if there is
    /// no such file. A copy that is the same already is not touched. It is on the disk as what
    /// [`Writer::write_output`] writes.
    ///
    /// # Errors
    /// If the file lies outside the workspace or behind a link, is larger than 256 MiB, or cannot
    /// be read or written.
    pub fn copy(&self, from: &str, to: &str) -> Result<Option<Vec<u8>>, Error> {
        let source = self.workspace.full(from)?;
        let root = &self.workspace.root;
        for part in source.ancestors().take_while(|part| *part != root) {
            if part.is_symlink() {
                return Err(Error::new(
                    part,
                    "is a symbolic link; put the real one there",
                ));
            }
        }
        match fs::metadata(&source) {
            Ok(meta) if !meta.is_file() => return Ok(None),
            Ok(meta) if meta.len() > LIMIT => {
                return Err(Error::new(
                    source,
                    "is larger than 256 MiB; link to it instead",
                ));
            }
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Error::io(&source, "read", error)),
        }
        let bytes = fs::read(&source).map_err(|error| Error::io(&source, "read", error))?;
        let full = self.workspace.full(to)?;
        if let Some((folder, _)) = to.rsplit_once('/') {
            self.workspace.make_folder(folder)?;
        }
        if full.is_symlink() {
            return Err(through_link(&full));
        }
        let same = fs::File::open(&full).is_ok_and(|file| {
            let mut old = Vec::new();
            file.take(LIMIT).read_to_end(&mut old).is_ok() && old == bytes
        });
        if !same {
            self.mark.leave()?;
            let temporary = temporary(&full);
            let written = fs::File::create_new(&temporary).and_then(|mut file| {
                file.write_all(&bytes)?;
                if CAN_SYNC_TOGETHER {
                    Ok(())
                } else {
                    file.sync_all()
                }
            });
            let placed = written.and_then(|()| fs::rename(&temporary, &full));
            if let Err(error) = placed {
                drop(fs::remove_file(&temporary));
                self.mark.doubt(&full);
                return Err(Error::io(&full, "write", error));
            }
            if !CAN_SYNC_TOGETHER {
                sync_folder(&full);
            }
        }
        Ok(Some(bytes))
    }
}
