//! Patterns of paths with `*`, `**`, `?`, `[ab]` and `{a,b}`, compiled once.

use globset::{GlobBuilder, GlobSet};
use serde::{Deserialize, Deserializer};

use super::Fault;
use super::publish::one_or_many;

/// Patterns of paths or of names of articles. `*` stands for any part of one name, `**` for any
/// folders. One that is broken fits nothing; `satz config` names it.
#[derive(Debug, Clone, Default)]
pub struct Globs {
    patterns: Vec<String>,
    set: GlobSet,
}

impl Globs {
    /// Compiles patterns.
    ///
    /// # Examples
    /// ```
    /// use satz::config::Globs;
    /// let globs = Globs::new(vec!["news/**".into(), "*.{pdf,odt}".into()]);
    /// assert!(globs.fit("news/2026/raketen"));
    /// assert!(globs.fit_path("docs/plan.pdf"));
    /// assert!(!globs.fit("docs/plan.pdf"));
    /// ```
    pub fn new(patterns: Vec<String>) -> Self {
        let mut set = GlobSet::builder();
        for glob in patterns.iter().filter_map(|pattern| compiled(pattern).ok()) {
            set.add(glob);
        }
        let set = set.build().unwrap_or_default();
        Self { patterns, set }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The patterns as they were written.
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// Whether one of them fits a whole name or path.
    pub fn fit(&self, name: &str) -> bool {
        !self.patterns.is_empty() && self.set.is_match(name)
    }

    /// Whether one of them fits, or there are none: then all are meant.
    pub fn allow(&self, name: &str) -> bool {
        self.patterns.is_empty() || self.set.is_match(name)
    }

    /// Whether one of them fits a path, or, being without a `/`, the name of its file.
    pub fn fit_path(&self, path: &str) -> bool {
        if self.patterns.is_empty() {
            return false;
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        let is_bare = |index: usize| !self.patterns[index].contains('/');
        self.set.is_match(path) || self.set.matches(name).into_iter().any(is_bare)
    }

    /// What is wrong with one of them, which stands in `place`; `example` is one that is right.
    pub(super) fn fault(&self, place: &str, example: &str) -> Option<Fault> {
        let mut errors = self.patterns.iter();
        let broken = errors.find_map(|pattern| Some((pattern, compiled(pattern).err()?)))?;
        let (pattern, error) = broken;
        let message = format!("`{pattern}` in {place} is no pattern: {}", error.kind());
        Some(Fault::new(message, format!("write one like {example}")))
    }
}

impl PartialEq for Globs {
    fn eq(&self, other: &Self) -> bool {
        self.patterns == other.patterns
    }
}

impl Eq for Globs {}

impl<'de> Deserialize<'de> for Globs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_or_many(deserializer).map(Self::new)
    }
}

fn compiled(pattern: &str) -> Result<globset::Glob, globset::Error> {
    GlobBuilder::new(pattern)
        .literal_separator(true)
        .backslash_escape(true)
        .build()
}
