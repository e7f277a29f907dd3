//! Which of the names behind `satz init` are languages, and which is the folder.

use std::path::{Path, PathBuf};

use super::Init;
use crate::cli::Failure;
use crate::config::{language_fault, validate_locale};

impl Init {
    /// Takes languages that were typed with blanks between them for what they are, and refuses what
    /// is no language.
    pub(super) fn settle_names(&mut self, directory: &Path) -> Result<(), Failure> {
        self.refuse_language_as_folder(directory)?;
        self.part_names()?;
        for locale in self.locales.iter().chain(&self.source) {
            let fault = validate_locale(locale.trim()).err();
            let fault = fault.or_else(|| language_fault(locale.trim()));
            if let Some(fault) = fault {
                return Err(Failure::Sentence(fault.to_string()));
            }
        }
        Ok(())
    }

    /// `demo --locales en fr`: all but the folder are languages.
    fn part_names(&mut self) -> Result<(), Failure> {
        if self.more.is_empty() {
            return Ok(());
        }
        let folder = self.folder.to_string_lossy().into_owned();
        let mut names = vec![folder];
        names.append(&mut self.more);
        let mut folders: Vec<usize> = (0..names.len())
            .filter(|index| !is_language(&names[*index]))
            .collect();
        if folders.is_empty() {
            // The folder stands first in the usage; `app` and `doc` are languages, too.
            folders.push(0);
        }
        let [folder] = folders[..] else {
            let message = format!(
                "one folder can be named, and languages joined by commas: `satz init {} --locales en,fr`",
                names[folders[0]]
            );
            return Err(Failure::Sentence(message));
        };
        self.folder = PathBuf::from(names.remove(folder));
        self.locales.extend(names);
        Ok(())
    }

    /// `--locales en fr` would make a folder `fr`, `init en` a folder `en`.
    fn refuse_language_as_folder(&self, directory: &Path) -> Result<(), Failure> {
        let name = self.folder.to_string_lossy();
        let is_code = name.split('-').next().is_some_and(|code| code.len() == 2);
        let is_alone = is_code && self.more.iter().all(|name| is_language(name));
        if !is_alone || !is_language(&name) || directory.join(&self.folder).exists() {
            return Ok(());
        }
        let mut locales = self.locales.clone();
        locales.push(name.clone().into_owned());
        locales.extend(self.more.iter().cloned());
        Err(Failure::Sentence(format!(
            "`{name}` stands where the folder is named; if it is a language, write --locales {}, else ./{name}",
            locales.join(",")
        )))
    }
}

fn is_language(name: &str) -> bool {
    validate_locale(name).is_ok() && language_fault(name).is_none()
}
