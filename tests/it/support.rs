//! What the test modules share: cases from data files, and temporary folders.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::test_runner::{Config as ProptestConfig, RngSeed};

/// A case of a data file: the text between its `--- name ---` line and the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Case {
    /// Stem of the file and name of the section: `bad-input/no-configuration`.
    pub(crate) name: String,
    /// The lines of the section, each with its line feed.
    pub(crate) body: String,
}

/// Reads the cases of all files in `tests/data/<subject>/`, sorted by file.
///
/// # Panics
/// If there is none, if a file does not begin with a section, or if two have one name.
pub(crate) fn cases(subject: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(subject);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut found: Vec<Case> = Vec::new();
    for file in files {
        let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&file).unwrap();
        for case in sections(&stem, &text) {
            assert!(
                found.iter().all(|other| other.name != case.name),
                "{} twice",
                case.name
            );
            found.push(case);
        }
    }
    assert!(!found.is_empty(), "no cases in {}", folder.display());
    found
}

/// How many cases a property is tried on: as many as `PROPTEST_CASES` says, else the usual number.
pub(crate) fn property_cases(usual: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked
        .and_then(|number| number.parse().ok())
        .unwrap_or(usual)
}

/// How a property is tried: on the same cases at every run, and with `PROPTEST_RNG_SEED` on others.
pub(crate) fn properties(usual: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    let rng_seed = match std::env::var_os("PROPTEST_RNG_SEED") {
        Some(_) => default.rng_seed,
        None => RngSeed::Fixed(1),
    };
    ProptestConfig {
        cases: property_cases(usual),
        rng_seed,
        failure_persistence: None,
        ..default
    }
}

/// Writes a case's lines anew in its file.
pub(crate) fn bless(subject: &str, case: &Case, body: &str) {
    let (stem, name) = case.name.split_once('/').unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(subject)
        .join(format!("{stem}.txt"));
    let text = fs::read_to_string(&file).unwrap();
    let old = format!("--- {name} ---\n{}", case.body);
    assert!(text.contains(&old), "{}", case.name);
    fs::write(file, text.replace(&old, &format!("--- {name} ---\n{body}"))).unwrap();
}

fn sections(stem: &str, text: &str) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    for line in text.split_inclusive('\n') {
        let name = line
            .trim_end()
            .strip_prefix("--- ")
            .and_then(|rest| rest.strip_suffix(" ---"));
        match (name, found.last_mut()) {
            (Some(name), _) => found.push(Case {
                name: format!("{stem}/{name}"),
                body: String::new(),
            }),
            (None, Some(case)) => case.body.push_str(line),
            (None, None) => panic!("{stem}: text before the first `--- name ---`"),
        }
    }
    found
}

/// Says something past the capture of the test runner: nobody shall think that a thing was checked
/// that was not.
pub(crate) fn loudly(note: &str) {
    let line = format!("{note}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// The program, keeping nothing between runs.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_satz"));
    command.env("SATZ_CACHE", "");
    command
}

/// A folder that is removed when it goes out of scope.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("satz-it-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(fs::canonicalize(path).unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file and the folders above it.
    pub(crate) fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let full = self.0.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, content).unwrap();
    }

    /// Reads a file.
    pub(crate) fn get(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    /// All files and folders below, sorted, files with their bytes.
    pub(crate) fn tree(&self) -> Vec<(PathBuf, Option<Vec<u8>>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let bytes = path.is_file().then(|| fs::read(&path).unwrap());
                if path.is_dir() && !path.is_symlink() {
                    folders.push(path.clone());
                }
                found.push((path, bytes));
            }
        }
        found.sort();
        found
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn sections_keep_their_lines() {
    let found = sections("x", "--- one ---\na\n\nb\n--- two ---\n");
    assert_eq!(found.len(), 2);
    assert_eq!(
        (found[0].name.as_str(), found[0].body.as_str()),
        ("x/one", "a\n\nb\n")
    );
    assert_eq!(
        (found[1].name.as_str(), found[1].body.as_str()),
        ("x/two", "")
    );
}
