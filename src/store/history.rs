//! Who wrote what in the files of some folders, as git tells it: the commit in which a text came to a file,
//! whichever of the files it was in before.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Git;
use super::clock::day;

/// So many files are held at once.
const AT_ONCE: usize = 1000;

/// A commit, and who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its name.
    pub hash: String,
    /// The author's name.
    pub name: String,
    /// The author's address.
    pub email: String,
    /// The day it was made by its author, as `2026-11-30`.
    pub date: String,
    /// What git says of its signature: `good`, `unknown`, `bad` or `none`.
    pub signature: &'static str,
}

/// A commit that changed something in the folders.
struct Version {
    commit: Commit,
    /// The versions before it, by number.
    parents: Vec<usize>,
    /// Its files, each with the number of its texts.
    files: BTreeMap<String, usize>,
}

/// The history of some folders. What is asked for is a text of a file, known by a number.
pub struct History {
    versions: Vec<Version>,
    texts: Vec<FxHashSet<u64>>,
    prefix: String,
}

impl History {
    /// Reads the history of folders of the workspace. `texts` gives the numbers of the texts in a file.
    ///
    /// # Errors
    /// If git cannot be run.
    pub fn of(
        git: &Git,
        folders: &[String],
        texts: impl Fn(&str) -> FxHashSet<u64>,
    ) -> Result<Self, String> {
        let format = "--format=%x01%H%x00%P%x00%an%x00%ae%x00%at";
        let mut ask = vec![
            "log",
            "--parents",
            "--full-history",
            "--topo-order",
            format,
            "--",
        ];
        ask.extend(folders.iter().map(String::as_str));
        let log = git.text(&ask).unwrap_or_default();
        let rows: Vec<Vec<&str>> = { log.split('\u{1}').skip(1) }
            .map(|row| row.trim_end().split('\0').collect())
            .collect();
        let numbers: FxHashMap<&str, usize> = { rows.iter().enumerate() }
            .map(|(number, row)| (row[0], number))
            .collect();
        let mut history = Self {
            versions: Vec::new(),
            texts: Vec::new(),
            prefix: git.prefix().to_owned(),
        };
        let mut objects: Vec<String> = Vec::new();
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for row in &rows {
            let [hash, parents, name, email, seconds] = row.as_slice() else {
                return Err("git gave an answer that cannot be read".to_owned());
            };
            let parents = parents.split(' ').filter_map(|name| numbers.get(name));
            let mut files = BTreeMap::new();
            for (path, object) in git.files(hash, folders)? {
                let number = *known.entry(object).or_insert_with_key(|object| {
                    objects.push(object.clone());
                    objects.len() - 1
                });
                files.insert(path, number);
            }
            history.versions.push(Version {
                parents: parents.copied().collect(),
                files,
                commit: Commit {
                    hash: (*hash).to_owned(),
                    name: (*name).to_owned(),
                    email: (*email).to_owned(),
                    date: day(seconds.parse().unwrap_or_default()),
                    signature: "none",
                },
            });
        }
        for objects in objects.chunks(AT_ONCE) {
            let contents = git.contents(objects)?;
            history
                .texts
                .extend(contents.iter().map(|text| texts(text)));
        }
        Ok(history)
    }

    /// The commit in which a text came to where it is now: to a file, or to the one from which it moved
    /// there. None if it is not committed.
    pub fn origin(&self, path: &str, text: u64) -> Option<&Commit> {
        let mut path = format!("{}{path}", self.prefix);
        let mut at = 0;
        if !self.has(at, &path, text) {
            return None;
        }
        loop {
            let version = &self.versions[at];
            let mut parents = version.parents.iter();
            if let Some(parent) = parents.find(|parent| self.has(**parent, &path, text)) {
                at = *parent;
                continue;
            }
            let mut parents = version.parents.iter();
            let moved = parents.find_map(|parent| Some((*parent, self.left(at, *parent, text)?)));
            match moved {
                Some((parent, from)) => {
                    at = parent;
                    path = from;
                }
                None => return Some(&version.commit),
            }
        }
    }

    /// Whether a file had a text in a version.
    fn has(&self, version: usize, path: &str, text: u64) -> bool {
        let version = self.versions.get(version);
        let file = version.and_then(|version| version.files.get(path));
        file.is_some_and(|file| self.texts[*file].contains(&text))
    }

    /// The file that had a text in a version, and has it no more in the next one.
    fn left(&self, next: usize, version: usize, text: u64) -> Option<String> {
        let files = self.versions[version].files.iter();
        let mut had = files.filter(|(_, file)| self.texts[**file].contains(&text));
        let left = had.find(|(path, _)| !self.has(next, path, text));
        left.map(|(path, _)| path.clone())
    }
}
