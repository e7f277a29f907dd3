//! The translation memories of the house.

use std::collections::BTreeSet;

use super::read::utf16_text;
use super::{Error, Workspace};

impl Workspace {
    /// Returns the paths and texts of the translation memories that the configuration names
    /// (`memory/*.tmx` and below, if it names none), and what cannot be read.
    pub fn memories(&self) -> (Vec<(String, String)>, Vec<Error>) {
        let patterns = &self.project.memory.files;
        let folders: BTreeSet<&str> = patterns
            .patterns()
            .iter()
            .map(|glob| folder(glob))
            .collect();
        let (mut memories, mut errors) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for folder in folders {
            let (files, faults) = self.files(folder);
            errors.extend(faults);
            for path in files.into_iter().filter(|path| patterns.fit(path)) {
                if !seen.insert(path.clone()) {
                    continue;
                }
                match self.memory(&path) {
                    Ok(text) => memories.extend(text.map(|text| (path, text))),
                    Err(error) => errors.push(error),
                }
            }
        }
        (memories, errors)
    }

    /// The text of a memory, which may be in UTF-16.
    fn memory(&self, path: &str) -> Result<Option<String>, Error> {
        self.read(path).or_else(|error| {
            let bytes = self.bytes(path).ok().flatten();
            let text = bytes.and_then(|bytes| utf16_text(&bytes));
            text.map(Some).ok_or(error)
        })
    }
}

/// The folder that all files lie in which a pattern fits: what stands before its first sign.
fn folder(pattern: &str) -> &str {
    let end = pattern.find(['*', '?', '[', '{']).unwrap_or(pattern.len());
    pattern[..end]
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
}
