//! The translation memories of the house.

use super::{Error, Workspace};

/// The folder that they lie in.
const FOLDER: &str = "memory";

impl Workspace {
    /// Returns the paths and texts of the translation memories (`memory/*.tmx` and below), and what
    /// cannot be read.
    pub fn memories(&self) -> (Vec<(String, String)>, Vec<Error>) {
        let (files, mut errors) = self.files(FOLDER);
        let mut memories = Vec::new();
        let is_memory = |path: &String| path.to_ascii_lowercase().ends_with(".tmx");
        for path in files.into_iter().filter(is_memory) {
            match self.read(&path) {
                Ok(text) => memories.extend(text.map(|text| (path, text))),
                Err(error) => errors.push(error),
            }
        }
        (memories, errors)
    }
}
