//! What earlier runs of a command made of each article, so that a run redoes only what its inputs
//! ask for. It lies outside the workspace, and may be deleted at any time: a run without it, or with
//! one that is damaged or of another version, comes to the same result.
//!
//! An article's inputs are known by their contents. Not to read them again, the file also says what
//! the system told of them: device, number, length, and both times to the nanosecond. If all is the
//! same, so are the contents; a file that changed in the very moment in which it was looked at, so
//! that its times could be the same again, is read.

mod glance;
mod pack;

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rustc_hash::FxHashMap;

use super::{Paths, Workspace};
pub(super) use glance::Glance;
use glance::{Clock, Glancer};
pub use pack::Pack;
pub(crate) use pack::{pack_all, pack_fields, pack_text, unpack_text};
use pack::{packed, unpacked};

/// What a file begins with.
const MAGIC: &[u8; 8] = b"satzkept";

/// What the names of records begin with that are of no article.
const UNLIKE_KEYS: char = '/';

/// Bytes of a hash; long enough that no two inputs ever share one.
type Digest = [u8; 16];

/// What a command made of the articles in earlier runs, and what this one adds.
#[derive(Debug)]
pub struct Cache {
    /// None if nothing can be kept.
    file: Option<PathBuf>,
    /// What the results hang on beside the articles.
    environment: Digest,
    glancer: Glancer,
    clock: Option<Clock>,
    bytes: Vec<u8>,
    records: FxHashMap<String, Record>,
    learned: Mutex<Vec<(String, Vec<u8>)>>,
}

/// An article as an earlier run saw it.
#[derive(Debug)]
struct Record {
    glance: Option<Digest>,
    contents: Digest,
    /// Where what was made of it is among the bytes.
    value: std::ops::Range<usize>,
    /// Where the whole record is.
    whole: std::ops::Range<usize>,
}

/// An article that has to be looked at.
#[derive(Debug)]
pub(super) struct Open {
    glance: Option<Digest>,
    contents: Digest,
}

impl Open {
    /// The same, but what its files looked like is not what they look like now.
    pub(super) fn unseen(self) -> Self {
        Self {
            glance: None,
            ..self
        }
    }
}

/// What can be kept of an article between runs.
pub trait Kept: Pack + Send {
    /// Adds the paths of files in the workspace that it hangs on, beside the article and its catalogs.
    fn files(&self, _: &Workspace, _: &mut Paths) {}

    /// Whether those files still hold what they held.
    fn holds(&self, _: &Workspace) -> bool {
        true
    }

    /// Whether those files were read when this was made, and not written.
    fn are_inputs(&self) -> bool {
        false
    }
}

impl Kept for () {}

impl<T: Pack + Send> Kept for Vec<T> {}

impl Workspace {
    /// What the command `name` made of the articles in earlier runs in the same `environment`: all
    /// that its results hang on beside the articles, their catalogs and the configuration.
    pub fn cache(&self, name: &str, environment: &[impl AsRef<str>]) -> Cache {
        let mut hasher = blake3::Hasher::new();
        let configuration = format!("{:?}", self.project);
        let program = program();
        let own = [program.as_str(), name, &configuration];
        for part in own.into_iter().chain(environment.iter().map(AsRef::as_ref)) {
            hasher.update(&part.len().to_le_bytes());
            hasher.update(part.as_bytes());
        }
        let mut cache = Cache {
            file: None,
            environment: short(&hasher),
            glancer: Glancer::new(&self.root),
            clock: None,
            bytes: Vec::new(),
            records: FxHashMap::default(),
            learned: Mutex::default(),
        };
        if let Some(folder) = self.make_cache_folder() {
            let file = folder.join(format!("{name}.kept"));
            cache.clock = Clock::start(&folder);
            cache.load(&file);
            cache.file = Some(file);
        }
        cache
    }
}

impl Workspace {
    /// The folder for what is kept of this workspace, made if it is not there; None if it cannot be.
    fn make_cache_folder(&self) -> Option<PathBuf> {
        let name = blake3::hash(self.root.as_os_str().as_encoded_bytes()).to_hex();
        let folder = self.cache_folder.as_ref()?.join(&name[..32]);
        fs::create_dir_all(&folder).ok()?;
        Some(folder)
    }
}

impl Cache {
    /// What an earlier run made of an article, if its files are as that run saw them: those that
    /// `paths` names, given what was made.
    pub(super) fn glance<T: Pack>(
        &self,
        key: &str,
        paths: impl FnOnce(Option<&T>) -> Paths,
    ) -> (Glance, Option<T>) {
        if self.file.is_none() {
            return (Glance::default(), None);
        }
        let record = self.records.get(key);
        let value = record.and_then(|record| unpacked(&self.bytes[record.value.clone()]));
        let glance = self.glancer.look(&paths(value.as_ref()));
        let is_same =
            record.is_some_and(|record| record.glance.is_some() && record.glance == glance.digest);
        (glance, value.filter(|_| is_same))
    }

    /// What an earlier run made of an article, if its files hold what that run read.
    pub(super) fn compare<'a, T: Pack>(
        &self,
        key: &str,
        glance: &Glance,
        texts: impl Iterator<Item = Option<&'a str>>,
    ) -> (Open, Option<T>) {
        let mut hasher = blake3::Hasher::new();
        if self.file.is_some() {
            for text in texts {
                let length = text.map_or(u64::MAX, |text| text.len() as u64);
                hasher.update(&length.to_le_bytes());
                hasher.update(text.unwrap_or_default().as_bytes());
            }
        }
        let open = self.open(glance, short(&hasher));
        let record = self.records.get(key);
        let same = record.filter(|record| record.contents == open.contents);
        let value = same.and_then(|record| unpacked(&self.bytes[record.value.clone()]));
        (open, value)
    }

    /// What an earlier run made of something that is no article but has a name, if it was made of the
    /// same `inputs` and its files still hold what they held; else what `make` makes of it now.
    ///
    /// # Errors
    /// Those of `make`: then nothing is kept.
    pub fn recall<T: Kept, E>(
        &self,
        workspace: &Workspace,
        name: &str,
        inputs: &[u8],
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        // No article has such a key.
        let key = format!("{UNLIKE_KEYS}{name}");
        let mut hasher = blake3::Hasher::new();
        let contents = short(hasher.update(inputs));
        let look = |value: &T| {
            let mut paths = Paths::default();
            value.files(workspace, &mut paths);
            self.glancer.look(&paths)
        };
        let record = self.records.get(&key);
        let record = record.filter(|record| record.contents == contents);
        let known = record.and_then(|record| {
            let value = unpacked::<T>(&self.bytes[record.value.clone()])?;
            let glance = look(&value);
            if record.glance.is_some() && record.glance == glance.digest {
                return Some(value);
            }
            let open = self.open(&glance, contents);
            value.holds(workspace).then(|| self.renew(&key, &open))?;
            Some(value)
        });
        if let Some(known) = known {
            return Ok(known);
        }
        let made = make()?;
        let glance = if made.are_inputs() {
            look(&made)
        } else {
            Glance::default()
        };
        self.keep(&key, &self.open(&glance, contents), &made);
        Ok(made)
    }

    fn open(&self, glance: &Glance, contents: Digest) -> Open {
        let is_old = self.clock.is_some_and(|clock| glance.is_before(clock));
        Open {
            glance: glance.digest.filter(|_| is_old),
            contents,
        }
    }

    /// Keeps what an earlier run made of an article, with what its files look like now.
    pub(super) fn renew(&self, key: &str, open: &Open) {
        if let Some(record) = self.records.get(key) {
            self.learn(key, open, &self.bytes[record.value.clone()]);
        }
    }

    /// Keeps what this run made of an article.
    pub(super) fn keep(&self, key: &str, open: &Open, value: &impl Pack) {
        self.learn(key, open, &packed(value));
    }

    fn learn(&self, key: &str, open: &Open, value: &[u8]) {
        if self.file.is_none() {
            return;
        }
        let mut bytes = Vec::with_capacity(value.len() + key.len() + 40);
        (key.to_owned(), (open.glance, open.contents)).pack(&mut bytes);
        value.len().pack(&mut bytes);
        bytes.extend_from_slice(value);
        if let Ok(mut learned) = self.learned.lock() {
            learned.push((key.to_owned(), bytes));
        }
    }

    fn load(&mut self, file: &Path) {
        let mut bytes = Vec::new();
        let read = File::open(file).and_then(|mut file| file.read_to_end(&mut bytes));
        if read.is_err() || self.index(&bytes).is_none() {
            self.records.clear();
            return;
        }
        self.bytes = bytes;
    }

    /// Notes where the records are; None if the file is not whole, or of another environment.
    fn index(&mut self, bytes: &[u8]) -> Option<()> {
        let (content, sum) = bytes.split_last_chunk()?;
        let mut hasher = blake3::Hasher::new();
        if short(hasher.update(content)) != *sum {
            return None;
        }
        let mut rest = content.strip_prefix(MAGIC)?;
        if Digest::unpack(&mut rest)? != self.environment {
            return None;
        }
        while !rest.is_empty() {
            let start = content.len() - rest.len();
            let (key, (glance, contents)) =
                <(String, (Option<Digest>, Digest))>::unpack(&mut rest)?;
            let length = usize::unpack(&mut rest)?;
            let first = content.len() - rest.len();
            rest = rest.get(length..)?;
            let record = Record {
                glance,
                contents,
                value: first..first + length,
                whole: start..first + length,
            };
            self.records.insert(key, record);
        }
        Some(())
    }

    /// Writes down what this run has learned, if that is anything, and forgets articles of which
    /// `is_there` does not hold. What cannot be written is lost, and nothing else.
    pub fn save(self, is_there: impl Fn(&str) -> bool) {
        let Some(file) = &self.file else { return };
        let learned = self.learned.into_inner().unwrap_or_default();
        let learned: FxHashMap<String, Vec<u8>> = learned.into_iter().collect();
        let mut out = MAGIC.to_vec();
        self.environment.pack(&mut out);
        let mut keys: Vec<&str> = self
            .records
            .keys()
            .chain(learned.keys())
            .map(String::as_str)
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let mut kept = 0;
        let stays = |key: &&str| key.starts_with(UNLIKE_KEYS) || is_there(key);
        for key in keys.into_iter().filter(stays) {
            if let Some(bytes) = learned.get(key) {
                out.extend_from_slice(bytes);
            } else if let Some(record) = self.records.get(key) {
                out.extend_from_slice(&self.bytes[record.whole.clone()]);
                kept += 1;
            }
        }
        if learned.is_empty() && kept == self.records.len() {
            return;
        }
        let mut hasher = blake3::Hasher::new();
        let sum = short(hasher.update(&out));
        out.extend_from_slice(&sum);
        let temporary = file.with_extension(format!("{}", std::process::id()));
        let written = File::create(&temporary).and_then(|mut to| to.write_all(&out));
        if written.and_then(|()| fs::rename(&temporary, file)).is_err() {
            drop(fs::remove_file(&temporary));
        }
    }
}

fn short(hasher: &blake3::Hasher) -> Digest {
    let mut out = [0; 16];
    hasher.finalize_xof().fill(&mut out);
    out
}

/// What tells this program from every other build of it.
fn program() -> String {
    let file = std::env::current_exe().and_then(fs::metadata);
    let built = file.map(|file| (file.len(), file.modified().ok()));
    format!("{} {:?}", env!("CARGO_PKG_VERSION"), built.ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    #[test]
    fn what_was_kept_is_known_again_in_the_same_environment() {
        let root = std::env::temp_dir().join(format!("satz-kept-{}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        let root = fs::canonicalize(root).unwrap();
        let workspace = Workspace {
            root: root.clone(),
            project: Project::parse("locales: [en]").unwrap(),
            cache_folder: Some(root.join("kept")),
        };
        let paths = |_: Option<&usize>| {
            let mut paths = Paths::default();
            paths.push(&["a"]);
            paths.push(&["b"]);
            paths
        };
        let look = |environment: &str, text: &str| {
            let cache = workspace.cache("test", &[environment]);
            let (glance, known) = cache.glance::<usize>("key", paths);
            let known = known.or_else(|| {
                let (open, known) = cache.compare("key", &glance, [Some(text)].into_iter());
                match known {
                    Some(_) => cache.renew("key", &open),
                    None => cache.keep("key", &open, &7_usize),
                }
                known
            });
            cache.save(|_| true);
            known
        };
        assert_eq!(look("one", "text"), None);
        assert_eq!(look("one", "text"), Some(7));
        assert_eq!(look("two", "text"), None);
        // A file that is another one, and holds the same.
        fs::write(root.join("a"), "").unwrap();
        assert_eq!(look("two", "text"), Some(7));
        // A file that is another one, and holds something else.
        fs::write(root.join("b"), "").unwrap();
        assert_eq!(look("two", "other"), None);
        fs::remove_dir_all(root).unwrap();
    }
}
