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
mod private;
mod record;

use std::fs::{self, File, OpenOptions};
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
use record::{Learned, Record, sum};

/// What a file begins with. Then come the environment and the records; of two with one key the later
/// one counts, so that a run only adds what it has learned.
const MAGIC: &[u8; 8] = b"satzkep3";

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
    /// Whether the bytes are records to their end.
    is_whole: bool,
    records: FxHashMap<String, Record>,
    learned: Mutex<FxHashMap<String, Learned>>,
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
            is_whole: false,
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
        let value = record.and_then(|record| unpacked(self.value(key, record)?));
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
        let value = same.and_then(|record| unpacked(self.value(key, record)?));
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
            let value = unpacked::<T>(self.value(&key, record)?)?;
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
        let record = self.records.get(key);
        if let Some(value) = record.and_then(|record| self.value(key, record)) {
            self.learn(key, open, value);
        }
    }

    /// The bytes of what was made of an article; None if they are damaged.
    fn value(&self, key: &str, record: &Record) -> Option<&[u8]> {
        let value = &self.bytes[record.value.clone()];
        let is_whole = record.sum == sum(self.environment, key, record.contents, value);
        is_whole.then_some(value)
    }

    /// Keeps what this run made of an article.
    pub(super) fn keep(&self, key: &str, open: &Open, value: &impl Pack) {
        self.learn(key, open, &packed(value));
    }

    fn learn(&self, key: &str, open: &Open, value: &[u8]) {
        if self.file.is_none() {
            return;
        }
        let sum = sum(self.environment, key, open.contents, value);
        let mut whole = Vec::with_capacity(value.len() + key.len() + 60);
        pack_text(key, &mut whole);
        (open.glance, (open.contents, sum)).pack(&mut whole);
        value.len().pack(&mut whole);
        whole.extend_from_slice(value);
        if let Ok(mut learned) = self.learned.lock() {
            learned.insert(
                key.to_owned(),
                Learned {
                    whole,
                    contents: open.contents,
                    sum,
                },
            );
        }
    }

    /// What tells what is kept of some articles from anything else; None where nothing is kept.
    pub fn digest<'a>(&self, keys: impl Iterator<Item = &'a str>) -> Option<[u8; 16]> {
        let learned = self.learned.lock().ok()?;
        let mut hasher = blake3::Hasher::new();
        for key in keys {
            let learned = learned.get(key).map(|new| (new.contents, new.sum));
            let known = || self.records.get(key).map(|one| (one.contents, one.sum));
            let (contents, sum) = learned.or_else(known)?;
            hasher.update(&contents).update(&sum);
        }
        Some(short(&hasher))
    }

    fn load(&mut self, file: &Path) {
        let mut bytes = Vec::new();
        let read = File::open(file).and_then(|mut file| file.read_to_end(&mut bytes));
        if read.is_err() {
            return;
        }
        let head = [&MAGIC[..], &self.environment].concat();
        let Some(mut rest) = bytes.strip_prefix(&head[..]) else {
            return;
        };
        self.is_whole = true;
        while !rest.is_empty() {
            let start = bytes.len() - rest.len();
            let Some((key, record)) = Record::read(&bytes, start) else {
                self.is_whole = false;
                break;
            };
            rest = &bytes[record.whole.end..];
            self.records.insert(key.to_owned(), record);
        }
        self.bytes = bytes;
    }

    /// Writes down what this run has learned, if that is anything, and forgets articles of which
    /// `is_there` does not hold. What cannot be written is lost, and nothing else.
    pub fn save(self, is_there: impl Fn(&str) -> bool) {
        let Some(file) = &self.file else { return };
        let learned = self.learned.into_inner().unwrap_or_default();
        let stays = |key: &str| key.starts_with(UNLIKE_KEYS) || is_there(key);
        let mut old: Vec<(&str, &Record)> = { self.records.iter() }
            .map(|(key, record)| (key.as_str(), record))
            .filter(|(key, _)| stays(key) && !learned.contains_key(*key))
            .collect();
        let mut new: Vec<(&str, &[u8])> = { learned.iter() }
            .map(|(key, new)| (key.as_str(), &new.whole[..]))
            .filter(|(key, _)| stays(key))
            .collect();
        if new.is_empty() && old.len() == self.records.len() {
            return;
        }
        new.sort_unstable();
        let new: Vec<&[u8]> = new.into_iter().map(|(_, bytes)| bytes).collect();
        let new = new.concat();
        let of_old: usize = old.iter().map(|(_, record)| record.whole.len()).sum();
        // What is of no use any more stays until it is as much as the rest.
        if self.is_whole && self.bytes.len() + new.len() <= 2 * (of_old + new.len()) {
            let to = OpenOptions::new().append(true).open(file);
            drop(to.and_then(|mut to| to.write_all(&new)));
            return;
        }
        old.sort_unstable_by_key(|(key, _)| *key);
        let old = old.iter().map(|(_, one)| &self.bytes[one.whole.clone()]);
        let head = [&MAGIC[..], &self.environment];
        let all: Vec<&[u8]> = head.into_iter().chain(old).chain([&new[..]]).collect();
        let temporary = file.with_extension(format!("{}", std::process::id()));
        let written = File::create(&temporary).and_then(|mut to| to.write_all(&all.concat()));
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
    use crate::config::Project;

    /// A workspace of which something is kept in a folder of its own.
    struct World(Workspace);

    impl World {
        fn new(name: &str) -> Self {
            let root = std::env::temp_dir().join(format!("satz-{name}-{}", std::process::id()));
            fs::create_dir_all(&root).unwrap();
            let root = fs::canonicalize(root).unwrap();
            let project = Project::parse("locales: [en]").unwrap();
            let mut workspace = Workspace::new(root.clone(), project);
            workspace.cache_folder = Some(root.join("kept"));
            Self(workspace)
        }

        /// What is known of an article that hangs on two files; else this is kept now.
        fn look(&self, environment: &str, key: &str, text: &str, value: &str) -> Option<String> {
            let cache = self.0.cache("test", &[environment]);
            let paths = |_: Option<&String>| {
                let mut paths = Paths::default();
                paths.push(&["a"]);
                paths.push(&["b"]);
                paths
            };
            let (glance, known) = cache.glance::<String>(key, paths);
            let known = known.or_else(|| {
                let (open, known) = cache.compare(key, &glance, [Some(text)].into_iter());
                match known {
                    Some(_) => cache.renew(key, &open),
                    None => cache.keep(key, &open, &value.to_owned()),
                }
                known
            });
            cache.save(|_| true);
            known
        }

        /// What lies in the only file.
        fn file(&self) -> PathBuf {
            self.0.make_cache_folder().unwrap().join("test.kept")
        }
    }

    impl Drop for World {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0.root).unwrap();
        }
    }

    #[test]
    fn what_was_kept_is_known_again_in_the_same_environment() {
        let world = World::new("kept");
        let look = |environment, text| world.look(environment, "key", text, "made");
        let made = || Some("made".to_owned());
        assert_eq!(look("one", "text"), None);
        assert_eq!(look("one", "text"), made());
        assert_eq!(look("two", "text"), None);
        // A file that is another one, and holds the same.
        fs::write(world.0.root.join("a"), "").unwrap();
        assert_eq!(look("two", "text"), made());
        // A file that is another one, and holds something else.
        fs::write(world.0.root.join("b"), "").unwrap();
        assert_eq!(look("two", "other"), None);
    }

    #[test]
    fn what_is_learned_is_added_until_the_rest_is_of_no_use() {
        let world = World::new("added");
        // A file that has only just been written tells nothing, so that the texts do.
        fs::write(world.0.root.join("a"), "").unwrap();
        let long = "long ".repeat(40);
        for number in 0..20 {
            let key = format!("article-{number}");
            assert_eq!(world.look("one", &key, "text", &long), None);
        }
        let mut lengths = Vec::new();
        for number in 0..60 {
            let before = fs::read(world.file()).unwrap();
            assert_eq!(
                world.look("one", "article-7", &number.to_string(), &long),
                None
            );
            let after = fs::read(world.file()).unwrap();
            assert!(after.starts_with(&before) || after.len() < before.len());
            lengths.push(after.len());
        }
        assert!(lengths.iter().max() < Some(&(3 * lengths[0])));
        assert!(
            lengths.windows(2).any(|two| two[1] < two[0]),
            "it only grows"
        );
        for number in (0..20).filter(|number| *number != 7) {
            let key = format!("article-{number}");
            assert_eq!(world.look("one", &key, "text", ""), Some(long.clone()));
        }
    }

    #[test]
    fn what_another_environment_added_is_not_known() {
        let world = World::new("foreign");
        assert_eq!(world.look("one", "key", "text", "one"), None);
        let own = fs::read(world.file()).unwrap();
        assert_eq!(world.look("two", "other", "text", "two"), None);
        let foreign = fs::read(world.file()).unwrap();
        // As if that run had ended between this one's beginning and end.
        let head = MAGIC.len() + size_of::<Digest>();
        fs::write(world.file(), [&own[..], &foreign[head..]].concat()).unwrap();
        assert_eq!(world.look("one", "other", "text", "mine"), None);
        assert_eq!(world.look("one", "key", "text", ""), Some("one".to_owned()));
    }

    #[test]
    fn a_file_cut_off_or_changed_gives_what_was_kept_or_nothing() {
        let world = World::new("damaged");
        assert_eq!(world.look("one", "key", "text", "first"), None);
        assert_eq!(world.look("one", "other", "text", "second"), None);
        let whole = fs::read(world.file()).unwrap();
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            for bytes in [&whole[..at], &changed] {
                for (key, value) in [("key", "first"), ("other", "second")] {
                    fs::write(world.file(), bytes).unwrap();
                    let known = world.look("one", key, "text", value);
                    assert!(known.is_none_or(|known| known == value));
                    // What was learned anew is there from now on.
                    assert_eq!(world.look("one", key, "text", ""), Some(value.to_owned()));
                }
            }
        }
    }
}
