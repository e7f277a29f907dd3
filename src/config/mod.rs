//! A workspace's configuration as a value, and the rules of its paths. Pure: reads no file.
//!
//! All paths here are relative to the workspace and written with `/`.

mod articles;
mod colon;
mod demand;
mod fault;
mod gate;
mod globs;
mod layout;
mod locale;
mod machine;
mod path;
mod policy;
mod publish;
mod read;
pub mod site;
mod strings;

use std::collections::BTreeMap;

use crate::language::parents;

pub use articles::{Article, Articles, articles};
pub use colon::Colon;
pub use demand::{CheckSet, Coverage, Demand, Gate, Shortfall};
pub use fault::{Fault, suggest};
pub use gate::GateRule;
pub use globs::Globs;
pub use layout::{Layout, PathPattern};
pub use locale::{language_fault, validate_locale};
pub use machine::Machine;
pub use path::{folder_fault, is_git};
pub use policy::{Filling, MachineLabel, Missing, Recall, Require, Shown, Stale};
pub use publish::{HeadingNames, Policy, Publish, Rule};
pub use read::{Origin, Setting};
pub use strings::{Names, StringsFile, StringsRule};

/// Name of the configuration file; its folder is the workspace.
pub const CONFIGURATION: &str = "satz.yaml";

/// Stem of the catalogs that hold a house's terms; no article may have it.
pub const GLOSSARY: &str = "glossary";

/// Names that a `satz.yaml` may use and that others define.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// Codes of the checks.
    pub checks: Vec<&'static str>,
    /// Codes of those that are off by default.
    pub off_by_default: Vec<&'static str>,
    /// Languages of code whose comments can be translated.
    pub comments: Vec<&'static str>,
    /// Endings of the files that can be articles.
    pub endings: Vec<&'static str>,
}

/// What `satz.yaml` says. Every locale is valid, none occurs twice, the three folders are apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Locale of the articles.
    pub source: String,
    /// Locales to translate into, in the order of the file; never the source. None if they are to be
    /// found by the patterns of `strings`.
    pub locales: Vec<String>,
    /// Where the articles lie, and where a site has their translations; at least one.
    pub layouts: Vec<Layout>,
    /// What locales are called in the site, where that is not their own name.
    pub folders: BTreeMap<String, String>,
    /// Per locale, the people and teams that the summary of a change names.
    pub owners: BTreeMap<String, String>,
    /// Folder of the catalogs, one folder per locale below it.
    pub catalogs: String,
    /// Folder of the assembled articles, one folder per locale below it.
    pub output: String,
    /// Where a colon ends a sentence.
    pub colon: Colon,
    /// Abbreviations of the house, with their full stop, after which a sentence goes on.
    pub abbreviations: Vec<String>,
    /// Words and abbreviations with a full stop that end a sentence here, against the built-in lists.
    pub exceptions: Vec<String>,
    /// Fields of the front matter that are translated.
    pub fields: Vec<String>,
    /// Languages of code blocks whose comments are translated.
    pub comments: Vec<String>,
    /// Names of texts among the parameters of components and shortcodes.
    pub parameters: Vec<String>,
    /// Phrases of the house that belong to pages, not to articles.
    pub furniture: Vec<String>,
    /// Patterns of files among the articles that are none and of which nothing is said.
    pub ignore: Globs,
    /// Locales whose catalogs get no stubs and no comments.
    pub without_notes: Vec<String>,
    /// What is done with translations that were made before.
    pub memory: Recall,
    /// Commands that translate, by their names.
    pub machines: BTreeMap<String, Machine>,
    /// What stands in an assembled article for a unit without a translation.
    pub missing: Missing,
    /// What stands in an assembled article for a unit whose German has changed.
    pub stale: Stale,
    /// Per locale, those that supply what it lacks, the nearest first; for others CLDR decides.
    pub fallback: BTreeMap<String, Vec<String>>,
    /// How much findings weigh, where it is not what the checks say; later entries win.
    pub checks: Vec<GateRule>,
    /// Codes of the checks that are off where no entry of `checks` turns them on.
    pub off_by_default: Vec<&'static str>,
    /// What shuts the gate.
    pub gate: Gate,
    /// Where the catalogs of an application are.
    pub strings: Vec<StringsRule>,
    /// How pages are published.
    pub publish: Publish,
    /// Whether nobody may review what he wrote himself.
    pub two_person: bool,
}

impl Default for Project {
    /// What holds outside a workspace: the defaults, and no locale to translate into.
    fn default() -> Self {
        read::default()
    }
}

impl Project {
    /// Reads the text of a `satz.yaml`; where it names no locales, `found` are those of its patterns.
    /// [`Project::parse`] does it with the names of all checks, languages of code and formats there are.
    ///
    /// # Errors
    /// The first fault found.
    pub fn read(text: &str, found: &[String], vocabulary: &Vocabulary) -> Result<Self, Fault> {
        read::parse(text, found, vocabulary)
    }

    /// The text of a `satz.yaml` with settings put into it, each above the file's and those before it.
    ///
    /// # Errors
    /// If the text is no configuration, or a setting names no key.
    ///
    /// # Examples
    /// ```
    /// use satz::config::{Project, Setting};
    /// let setting = Setting {
    ///     key: "gate.fail".into(),
    ///     value: "warning".into(),
    ///     origin: "SATZ_GATE_FAIL".into(),
    /// };
    /// let text = Project::layered("locales: [en]", &[setting]).unwrap();
    /// assert_eq!(Project::parse(&text).unwrap().gate.fail, "warning");
    /// ```
    pub fn layered(text: &str, settings: &[Setting]) -> Result<String, Fault> {
        read::layered(text, settings)
    }

    /// The keys of a `satz.yaml` that can be set one by one.
    pub fn setting_keys() -> Vec<&'static str> {
        read::setting_keys()
    }

    /// Every key of a `satz.yaml` with its value under some settings, and where that comes from.
    ///
    /// # Errors
    /// If the text is no configuration, or a setting names no key.
    pub fn origins(text: &str, settings: &[Setting]) -> Result<Vec<Origin>, Fault> {
        read::origins(text, settings)
    }

    /// Whether the catalogs of `locale` get stubs and comments.
    pub fn notes(&self, locale: &str) -> bool {
        !self.without_notes.iter().any(|other| other == locale)
    }

    /// The configured locales, the source included, that supply what `locale` lacks, the nearest
    /// first: those that `fallback` names, else its parents by CLDR, `de` for `de-CH`.
    ///
    /// # Examples
    /// ```
    /// use satz::config::Project;
    /// let project = Project::parse("locales: [es-MX, es, fr, oc]\nfallback: {oc: [fr]}").unwrap();
    /// assert_eq!(project.chain("es-MX"), ["es"]);
    /// assert_eq!(project.chain("oc"), ["fr"]);
    /// assert!(project.chain("fr").is_empty());
    /// ```
    pub fn chain(&self, locale: &str) -> Vec<&str> {
        let wanted = match self.fallback.get(locale) {
            Some(named) => named.clone(),
            None => parents(locale),
        };
        let known = || std::iter::once(&self.source).chain(&self.locales);
        let found = wanted
            .iter()
            .filter_map(|parent| known().find(|known| *known == parent));
        found.map(String::as_str).collect()
    }

    /// Finds one of the configured locales, the source included, by the name a person typed.
    ///
    /// # Errors
    /// If it is not configured; the fault names those that are.
    pub fn locale(&self, name: &str) -> Result<&str, Fault> {
        let known = || std::iter::once(&self.source).chain(&self.locales);
        if let Some(locale) = known().find(|locale| *locale == name) {
            return Ok(locale);
        }
        let names: Vec<&str> = known().map(String::as_str).collect();
        let hint = match fault::suggest(name, &names) {
            Some(other) => format!("did you mean `{other}`?"),
            None => format!(
                "known are {}; add it to `locales` in {CONFIGURATION}",
                names.join(", ")
            ),
        };
        Err(Fault::new(
            format!("the locale `{name}` is not configured"),
            hint,
        ))
    }
}
