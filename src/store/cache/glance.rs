//! What the system tells of files without their being read.

use std::path::Path;

use super::{Digest, Paths};

/// A time that the file system's own clock told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clock(i64, i64);

/// What was seen of some files.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::store) struct Glance {
    /// Hash of what the system tells of all; None if that does not tell their contents.
    pub(super) digest: Option<Digest>,
    /// When the last of them changed.
    newest: Option<Clock>,
}

impl Glance {
    /// Whether all were as they are before a point in time: whatever changed later has other times.
    pub(super) fn is_before(&self, clock: Clock) -> bool {
        self.newest.is_none_or(|newest| newest < clock)
    }
}

#[cfg(unix)]
pub(super) use unix::Glancer;

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::hash::{Hash, Hasher};
    use std::os::fd::OwnedFd;
    use std::sync::OnceLock;

    use rustc_hash::FxHasher;
    use rustix::fs::{AtFlags, FileType, Mode, OFlags, Stat, fstat, open, openat, statat};

    use super::{Clock, Glance, Path, Paths};

    /// Folders that are kept open at most.
    const FOLDERS: usize = 128;

    /// Places where one of them is looked for.
    const NEAR: usize = 4;

    /// Looks at files below a folder.
    #[derive(Debug)]
    pub(in crate::store::cache) struct Glancer {
        root: Option<OwnedFd>,
        /// Folders in it that were opened, each at the place that its name gives it or near it, if
        /// one was free: a file is found sooner from its own folder.
        folders: [OnceLock<Folder>; FOLDERS],
    }

    /// A path, and the folder there if it can be opened.
    type Folder = (Box<str>, Option<OwnedFd>);

    const FLAGS: OFlags = OFlags::RDONLY
        .union(OFlags::DIRECTORY)
        .union(OFlags::CLOEXEC);

    impl Glancer {
        pub(in crate::store::cache) fn new(root: &Path) -> Self {
            Self {
                root: open(root, FLAGS, Mode::empty()).ok(),
                folders: [const { OnceLock::new() }; FOLDERS],
            }
        }

        /// What is at a path; no link is followed to it.
        fn stat(&self, root: &OwnedFd, path: &str) -> rustix::io::Result<Stat> {
            if let Some((folder, name)) = path.rsplit_once('/')
                && let Some(folder) = self.folder(root, folder)
            {
                return statat(folder, name, AtFlags::SYMLINK_NOFOLLOW);
            }
            statat(root, path, AtFlags::SYMLINK_NOFOLLOW)
        }

        fn folder(&self, root: &OwnedFd, path: &str) -> Option<&OwnedFd> {
            let mut hasher = FxHasher::default();
            path.hash(&mut hasher);
            let place = usize::try_from(hasher.finish() % FOLDERS as u64).ok()?;
            let open = || {
                let folder = openat(root, path, FLAGS, Mode::empty());
                (path.into(), folder.ok())
            };
            let known = (place..place + NEAR).find_map(|place| {
                let (known, folder) = self.folders[place % FOLDERS].get_or_init(open);
                (**known == *path).then_some(folder)
            });
            known?.as_ref()
        }

        /// Looks at files, and at folders for the names in them; what is not there counts as well.
        pub(in crate::store::cache) fn look(&self, paths: &Paths) -> Glance {
            let mut hasher = blake3::Hasher::new();
            let mut newest: Option<Clock> = None;
            let mut device = None;
            let mut bytes = Vec::with_capacity(33 * paths.len() + 8);
            for path in paths.iter() {
                let Some(root) = &self.root else {
                    return Glance::default();
                };
                // The workspace's own folder has no name in it.
                let path = if path.is_empty() { "." } else { path };
                match self.stat(root, path) {
                    Ok(stat) if is_plain(stat.st_mode) => {
                        let (modified, changed) = times(&stat);
                        newest = newest.max(Some(modified.max(changed)));
                        // Most are on the same device as the one before.
                        if device.replace(stat.st_dev) == Some(stat.st_dev) {
                            bytes.push(b'=');
                        } else {
                            bytes.push(b'+');
                            bytes.extend_from_slice(&stat.st_dev.to_le_bytes());
                        }
                        bytes.extend_from_slice(&modified.nanoseconds().to_le_bytes());
                        bytes.extend_from_slice(&changed.nanoseconds().to_le_bytes());
                        bytes.extend_from_slice(&stat.st_ino.to_le_bytes());
                        bytes.extend_from_slice(&stat.st_size.to_le_bytes());
                    }
                    Err(rustix::io::Errno::NOENT) => bytes.push(b'-'),
                    // A link, a pipe or the like.
                    _ => return Glance::default(),
                }
            }
            hasher.update(&bytes);
            Glance {
                digest: Some(super::super::short(&hasher)),
                newest,
            }
        }
    }

    fn is_plain(mode: rustix::fs::RawMode) -> bool {
        let kind = FileType::from_raw_mode(mode);
        matches!(kind, FileType::RegularFile | FileType::Directory)
    }

    #[allow(
        clippy::useless_conversion,
        clippy::cast_possible_wrap,
        reason = "the types differ between systems"
    )]
    fn times(stat: &Stat) -> (Clock, Clock) {
        let modified = Clock(i64::from(stat.st_mtime), stat.st_mtime_nsec as i64);
        let changed = Clock(i64::from(stat.st_ctime), stat.st_ctime_nsec as i64);
        (modified, changed)
    }

    impl Clock {
        /// As one number, which is as good as the two for five hundred years.
        fn nanoseconds(self) -> i64 {
            self.0.wrapping_mul(1_000_000_000).wrapping_add(self.1)
        }

        /// The time on the file system's clock, as it gives it to a new file in the folder; two
        /// seconds less, since the workspace may lie on a file system with a coarser clock.
        pub(in crate::store::cache) fn start(folder: &Path) -> Option<Self> {
            let path = folder.join(format!("clock.{}", std::process::id()));
            let file = fs::File::create(&path).ok()?;
            let stat = fstat(&file).ok();
            drop(fs::remove_file(&path));
            let Self(seconds, rest) = times(&stat?).0;
            Some(Self(seconds - 2, rest))
        }
    }
}

#[cfg(not(unix))]
pub(super) use other::Glancer;

#[cfg(not(unix))]
mod other {
    use super::{Clock, Glance, Path, Paths};

    /// Where the system keeps no time of change that nobody can set, files are read.
    #[derive(Debug)]
    pub(in crate::store::cache) struct Glancer;

    impl Glancer {
        pub(in crate::store::cache) fn new(_: &Path) -> Self {
            Self
        }

        pub(in crate::store::cache) fn look(&self, _: &Paths) -> Glance {
            Glance::default()
        }
    }

    impl Clock {
        pub(in crate::store::cache) fn start(_: &Path) -> Option<Self> {
            None
        }
    }
}
