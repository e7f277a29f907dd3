//! A `satz.yaml` read with the names that satz itself defines: checks, languages of code, formats.

use crate::check::CHECKS;
use crate::config::{Fault, Project, Vocabulary};
use crate::document::{comment_languages, formats};

impl Project {
    /// Reads the text of a `satz.yaml`.
    ///
    /// # Errors
    /// The first fault found: broken YAML, an unknown or repeated key, a value of the wrong kind,
    /// an invalid locale or folder.
    ///
    /// # Examples
    /// ```
    /// use satz::config::Project;
    /// let project = Project::parse("locales: [en, fr]").unwrap();
    /// assert_eq!(project.source, "de");
    /// assert_eq!(project.catalog_path("fr", "news/raketen"), "locales/fr/news/raketen.ftl");
    /// let fault = Project::parse("locals: [en]").unwrap_err();
    /// assert!(fault.to_string().contains("did you mean `locales`"));
    /// ```
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse_with(text, &[])
    }

    /// Reads the text of a `satz.yaml` that names no locales, with those that were found.
    ///
    /// # Errors
    /// As [`Project::parse`].
    pub fn parse_with(text: &str, locales: &[String]) -> Result<Self, Fault> {
        let off_by_default = CHECKS.iter().filter(|check| check.is_off_by_default());
        let vocabulary = Vocabulary {
            checks: CHECKS.iter().map(|check| check.code).collect(),
            off_by_default: off_by_default.map(|check| check.code).collect(),
            comments: comment_languages(),
            endings: formats()
                .iter()
                .flat_map(|format| format.extensions.iter().copied())
                .collect(),
        };
        Self::read(text, locales, &vocabulary)
    }
}
