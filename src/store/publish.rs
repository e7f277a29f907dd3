//! One file replaced, without a moment in which somebody's save could be overwritten unseen.
//!
//! The new text is written beside the file and to the disk. Then both trade their names at once,
//! and what came out is compared with what was read: if somebody saved meanwhile, it goes back.
//! What came out is kept until the end of the call, for an editor may still be writing into it.
//! While it is, its name says what it is, so that after a kill `leftover::recover` knows
//! whether it is anybody's work. Where names cannot be traded, a look just before must do.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::beside::content;
use super::leftover;
use super::rename::{exchange, to_free_name};
use super::{Error, read_text};

/// A new text on the disk, not yet in its place. Removed when dropped before.
pub(super) struct Prepared<'a> {
    pub(super) full: PathBuf,
    temporary: PathBuf,
    old: Option<&'a str>,
    new: &'a str,
}

/// What stood in the file's place, kept until nobody can be writing into it any more.
pub(super) struct Displaced<'a> {
    full: PathBuf,
    /// Where it is now.
    aside: PathBuf,
    old: &'a str,
    new: &'a str,
}

impl<'a> Prepared<'a> {
    /// Writes a text beside the file it is for; to the disk at once, or as the system likes.
    pub(super) fn new(
        full: PathBuf,
        old: Option<&'a str>,
        new: &'a str,
        at_once: bool,
    ) -> Result<Self, Error> {
        let prepared = Self {
            temporary: leftover::temporary(&full),
            full,
            old,
            new,
        };
        let model = prepared.old.map(|_| prepared.full.as_path());
        match fill(&prepared.temporary, model, new, at_once) {
            Ok(()) => Ok(prepared),
            Err(error) => Err(Error::io(&prepared.full, "write", error)),
        }
    }

    /// Puts the text in its place, unless the file is no longer as it was read.
    pub(super) fn publish(mut self) -> Result<Option<Displaced<'a>>, Error> {
        let failed = |error| Error::io(&self.full, "write", error);
        let Some(old) = self.old else {
            return match to_free_name(&self.temporary, &self.full) {
                Ok(()) => {
                    self.temporary.clear();
                    Ok(None)
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(changed(&self.full)),
                Err(error) => Err(failed(error)),
            };
        };
        let Some(aside) = leftover::path(&self.full, old, self.new) else {
            return self.replace();
        };
        to_free_name(&self.temporary, &aside).map_err(failed)?;
        self.temporary.clone_from(&aside);
        match exchange(&aside, &self.full) {
            Ok(true) => {}
            Ok(false) => return self.replace(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(changed(&self.full)),
            Err(error) => return Err(failed(error)),
        }
        // From here on nothing is removed unless it is known what it holds.
        self.temporary.clear();
        let displaced = Displaced {
            full: self.full.clone(),
            aside,
            old,
            new: self.new,
        };
        match displaced.is_as_read() {
            Ok(true) => Ok(Some(displaced)),
            _ => Err(displaced.put_back()),
        }
    }

    /// Without trading names: a look, and over it.
    fn replace(self) -> Result<Option<Displaced<'a>>, Error> {
        if read_text(&self.full)?.as_deref() != self.old {
            return Err(changed(&self.full));
        }
        match fs::rename(&self.temporary, &self.full) {
            Ok(()) => Ok(None),
            Err(error) => Err(Error::io(&self.full, "write", error)),
        }
    }
}

impl Drop for Prepared<'_> {
    fn drop(&mut self) {
        // Once published there is nothing of that name.
        if self.temporary.as_os_str().is_empty() {
            return;
        }
        drop(fs::remove_file(&self.temporary));
    }
}

impl Displaced<'_> {
    /// Removes what was displaced, or puts it back if somebody went on writing into it.
    pub(super) fn settle(self) -> Result<(), Error> {
        match self.is_as_read() {
            Ok(true) => fs::remove_file(&self.aside)
                .map_err(|error| Error::io(&self.aside, "remove", error)),
            Ok(false) => Err(self.put_back()),
            // The next run looks again.
            Err(error) => Err(Error::io(&self.aside, "read", error)),
        }
    }

    fn is_as_read(&self) -> io::Result<bool> {
        Ok(content(&self.aside)?.is_some_and(|bytes| bytes == self.old.as_bytes()))
    }

    /// Gives somebody's text its place again. Saved there once more meanwhile, the later text gets
    /// the place and the earlier one a name beside it.
    fn put_back(self) -> Error {
        match self.trade_until_calm() {
            Ok(Some(bytes)) if bytes == self.new.as_bytes() || bytes == self.old.as_bytes() => {
                drop(fs::remove_file(&self.aside));
                changed(&self.full)
            }
            Ok(_) => leftover::keep(&self.aside, &self.full),
            Err(error) => {
                let message = format!(
                    "has changed while satz was working, and looking at it failed ({error}); run the command again"
                );
                Error::new(self.full, message)
            }
        }
    }

    /// Trades places until nobody saved in between. Gives what is left aside.
    fn trade_until_calm(&self) -> io::Result<Option<Vec<u8>>> {
        let mut out = content(&self.aside).unwrap_or_default();
        let mut placed = Some(self.new.as_bytes().to_vec());
        for _ in 0..3 {
            exchange(&self.aside, &self.full)?;
            let came = content(&self.aside)?;
            if came == placed {
                break;
            }
            placed = std::mem::replace(&mut out, came);
        }
        content(&self.aside)
    }
}

pub(super) fn changed(full: &Path) -> Error {
    let message = "has changed while satz was working; run the command again";
    Error::new(full, message)
}

/// Writes a text to a new file, with the permissions of the file it will replace, if there is one.
fn fill(temporary: &Path, model: Option<&Path>, text: &str, at_once: bool) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(temporary)?;
    file.write_all(text.as_bytes())?;
    if let Some(Ok(meta)) = model.map(fs::metadata) {
        file.set_permissions(meta.permissions())?;
    }
    if at_once { file.sync_all() } else { Ok(()) }
}

/// Makes what happened to a file's name last. Not every system can open or sync a folder; the file
/// is whole in any case.
pub(super) fn sync_folder(file: &Path) {
    if let Some(Ok(folder)) = file.parent().map(File::open) {
        drop(folder.sync_all());
    }
}

/// Whether [`sync_together`] works on this system.
pub(super) const CAN_SYNC_TOGETHER: bool = cfg!(target_os = "linux");

/// Brings to the disk all that was written to the file system of a folder.
pub(super) fn sync_together(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(File::open(folder)?)?;
    #[cfg(not(target_os = "linux"))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    /// A folder with a file that holds `old`, and the new text beside it.
    fn scene(name: &str) -> (PathBuf, PathBuf) {
        let folder = std::env::temp_dir().join(format!("satz-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let full = folder.join("a.ftl");
        fs::write(&full, "old").unwrap();
        (folder, full)
    }

    fn prepared(full: &Path) -> Prepared<'static> {
        Prepared::new(full.to_owned(), Some("old"), "new", true).unwrap()
    }

    fn save(full: &Path, text: &str) {
        let beside = full.with_extension("editor");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, full).unwrap();
    }

    /// What the folder holds, sorted; then it is removed.
    fn end(folder: &Path) -> Vec<(String, String)> {
        let all = super::super::folder::entries(folder).unwrap();
        let read = |name: &OsString| fs::read_to_string(folder.join(name)).unwrap();
        let out = all
            .iter()
            .map(|(name, _)| (name.to_string_lossy().into_owned(), read(name)));
        let out = out.collect();
        fs::remove_dir_all(folder).unwrap();
        out
    }

    fn file(name: &str, text: &str) -> (String, String) {
        (name.to_owned(), text.to_owned())
    }

    #[test]
    fn a_text_takes_its_place_and_leaves_nothing() {
        let (folder, full) = scene("place");
        let displaced = prepared(&full).publish().unwrap();
        displaced.map_or(Ok(()), Displaced::settle).unwrap();
        assert_eq!(end(&folder), [file("a.ftl", "new")]);
    }

    #[test]
    fn what_was_saved_after_the_last_look_stays() {
        let (folder, full) = scene("saved");
        let prepared = prepared(&full);
        save(&full, "typed");
        let error = prepared.publish().err().unwrap().to_string();
        assert!(error.contains("has changed while"), "{error}");
        assert_eq!(end(&folder), [file("a.ftl", "typed")]);
    }

    #[test]
    fn what_was_removed_stays_removed() {
        let (folder, full) = scene("removed");
        let prepared = prepared(&full);
        fs::remove_file(&full).unwrap();
        assert!(prepared.publish().is_err());
        assert_eq!(end(&folder), []);
    }

    #[test]
    fn what_appeared_stays() {
        let (folder, full) = scene("appeared");
        let other = folder.join("b.ftl");
        let prepared = Prepared::new(other.clone(), None, "new", true).unwrap();
        fs::write(&other, "typed").unwrap();
        assert!(prepared.publish().is_err());
        assert_eq!(end(&folder), [file("a.ftl", "old"), file("b.ftl", "typed")]);
        drop(full);
    }

    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    #[test]
    fn an_editor_that_writes_on_into_the_old_file_gets_it_back() {
        let (folder, full) = scene("late");
        let mut open = OpenOptions::new().append(true).open(&full).unwrap();
        let displaced = prepared(&full).publish().unwrap().unwrap();
        open.write_all(b" and more").unwrap();
        let error = displaced.settle().unwrap_err().to_string();
        assert!(error.contains("has changed while"), "{error}");
        assert_eq!(end(&folder), [file("a.ftl", "old and more")]);
    }

    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    #[test]
    fn saved_before_and_after_both_texts_stay() {
        let (folder, full) = scene("twice");
        let mut open = OpenOptions::new().append(true).open(&full).unwrap();
        let displaced = prepared(&full).publish().unwrap().unwrap();
        open.write_all(b" first").unwrap();
        save(&full, "second");
        let error = displaced.settle().unwrap_err().to_string();
        assert!(error.contains("a.ftl.saved-1"), "{error}");
        let both = [file("a.ftl", "second"), file("a.ftl.saved-1", "old first")];
        assert_eq!(end(&folder), both);
    }
}
