//! How complete the gate wants translations.

use serde::Deserialize;

use super::publish::one_or_many;
use super::{Fault, Globs, Project, Require};
use crate::text::Severity;

/// What shuts the gate: `gate` in a `satz.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Gate {
    /// The least severity that shuts it: `error`, `warning`, `hint`, or `never`.
    pub fail: String,
    /// A file of findings that are known and do not shut it.
    pub baseline: Option<String>,
    /// A revision of git: what was found at it does not shut the gate.
    pub since: Option<String>,
    /// How complete translations must be.
    pub complete: Vec<Demand>,
    /// Which checks are on where no entry of `checks` is for them.
    pub checks: CheckSet,
    /// Which translations pass.
    pub require: Require,
}

/// Checks that are on where nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckSet {
    /// All but those that are off by default.
    #[default]
    Usual,
    /// All of them.
    All,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            fail: "error".to_owned(),
            baseline: None,
            since: None,
            complete: Vec::new(),
            checks: CheckSet::default(),
            require: Require::Any,
        }
    }
}

/// How complete some articles must be in some locales. Where it is for an article, a sentence that is
/// missing or stale shuts the gate no more by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Demand {
    /// Locales it is for; all if there is none.
    #[serde(deserialize_with = "one_or_many")]
    pub locale: Vec<String>,
    /// Patterns of articles it is for, as in `news/**`; all if there is none.
    pub article: Globs,
    /// Percent of its sentences that each article must have; of several that fit, the last counts.
    pub minimum: Option<u8>,
    /// Percent of their sentences that the articles of a locale must have together.
    pub total: Option<u8>,
}

/// How complete an article is in a locale, in sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage<'a> {
    /// The locale.
    pub locale: &'a str,
    /// The article.
    pub article: &'a str,
    /// Its sentences that are translated.
    pub covered: usize,
    /// Its sentences.
    pub units: usize,
}

/// What is less complete than it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// The locale.
    pub locale: String,
    /// The article; `None` if it is several together.
    pub article: Option<String>,
    /// Sentences that are translated.
    pub covered: usize,
    /// Sentences.
    pub units: usize,
    /// Percent that are wanted.
    pub wanted: u8,
}

impl Shortfall {
    fn of(coverage: Coverage<'_>, article: Option<&str>, wanted: u8) -> Option<Self> {
        let short = Self {
            locale: coverage.locale.to_owned(),
            article: article.map(str::to_owned),
            covered: coverage.covered,
            units: coverage.units,
            wanted,
        };
        (short.lacking() > 0).then_some(short)
    }

    /// Sentences that must be translated yet.
    pub fn lacking(&self) -> usize {
        let needed = (self.units * usize::from(self.wanted)).div_ceil(100);
        needed.saturating_sub(self.covered)
    }
}

impl Gate {
    /// The least severity that shuts the gate; `None` if none does.
    pub fn fails(&self) -> Option<Severity> {
        let level = LEVELS.iter().find(|(name, _)| *name == self.fail);
        level.and_then(|(_, severity)| *severity)
    }

    /// What is wrong with it, given the locales there are.
    pub(super) fn fault(&self, locales: &[&str]) -> Option<Fault> {
        if LEVELS.iter().all(|(name, _)| *name != self.fail) {
            let message = format!("`{}` is no level of `gate.fail`", self.fail);
            return Some(Fault::new(message, "write error, warning, hint or never"));
        }
        if self.baseline.is_some() && self.since.is_some() {
            let message = "`gate` names both a baseline and a revision";
            return Some(Fault::new(message, "keep `baseline` or `since`"));
        }
        self.complete
            .iter()
            .find_map(|demand| demand.fault(locales))
    }
}

impl Demand {
    fn fault(&self, locales: &[&str]) -> Option<Fault> {
        let percents = [self.minimum, self.total];
        if percents.iter().flatten().any(|percent| *percent > 100) {
            let message = "`gate.complete` wants more than 100 percent";
            return Some(Fault::new(message, "write a whole number from 0 to 100"));
        }
        if percents.iter().all(Option::is_none) {
            let message = "an entry of `gate.complete` says no percent";
            let hint = "write `minimum: 80` for each article, or `total: 80` for all together";
            return Some(Fault::new(message, hint));
        }
        let mut named = self.locale.iter();
        if let Some(stranger) = named.find(|locale| !locales.contains(&locale.as_str())) {
            let message = format!("`gate.complete` names the locale `{stranger}`");
            return Some(Fault::new(
                message,
                "add it to `locales`, or remove it here",
            ));
        }
        self.article.fault("`gate.complete`", "`news/**`")
    }

    fn fits(&self, locale: &str, article: &str) -> bool {
        let named = self.locale.is_empty() || self.locale.iter().any(|own| own == locale);
        named && self.article.allow(article)
    }
}

impl Project {
    /// What is less complete than `gate.complete` demands: first articles, then locales.
    ///
    /// # Examples
    /// ```
    /// use satz::config::{Coverage, Project};
    /// let text = "locales: [fr]\ngate:\n  complete:\n    - {minimum: 50}\n    - {article: 'news/**', minimum: 90}";
    /// let project = Project::parse(text).unwrap();
    /// let of = |article| Coverage { locale: "fr", article, covered: 6, units: 10 };
    /// let short = project.shortfalls(&[of("a"), of("news/b")]);
    /// assert_eq!(short.len(), 1);
    /// assert_eq!(short[0].lacking(), 3);
    /// ```
    pub fn shortfalls(&self, coverage: &[Coverage<'_>]) -> Vec<Shortfall> {
        let mut found = Vec::new();
        for one in coverage {
            let demands = self.gate.complete.iter().rev();
            let mut minimum = demands
                .filter(|demand| demand.fits(one.locale, one.article))
                .filter_map(|demand| demand.minimum);
            if let Some(wanted) = minimum.next() {
                found.extend(Shortfall::of(*one, Some(one.article), wanted));
            }
        }
        for demand in &self.gate.complete {
            let Some(wanted) = demand.total else { continue };
            for locale in &self.locales {
                let fitting = coverage.iter().filter(|one| one.locale == locale);
                let fitting = fitting.filter(|one| demand.fits(one.locale, one.article));
                let (covered, units) = fitting.fold((0, 0), |(covered, units), one| {
                    (covered + one.covered, units + one.units)
                });
                let together = Coverage {
                    locale,
                    article: "",
                    covered,
                    units,
                };
                found.extend(Shortfall::of(together, None, wanted));
            }
        }
        found
    }

    /// What a finding about completeness weighs where `gate.complete` decides: less than shuts the
    /// gate.
    pub(super) fn eased(&self, code: &str, own: Severity, locale: &str, article: &str) -> Severity {
        let counts = matches!(code, "missing" | "stale");
        let mut demands = self.gate.complete.iter();
        if !counts || !demands.any(|demand| demand.fits(locale, article)) {
            return own;
        }
        match self.gate.fails() {
            Some(Severity::Warning) => own.min(Severity::Hint),
            _ => own.min(Severity::Warning),
        }
    }
}

/// The names of what shuts the gate.
const LEVELS: [(&str, Option<Severity>); 4] = [
    ("error", Some(Severity::Error)),
    ("warning", Some(Severity::Warning)),
    ("hint", Some(Severity::Hint)),
    ("never", None),
];
