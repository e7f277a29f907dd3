//! How much findings weigh, per check, locale and article.

use serde::Deserialize;

use super::publish::one_or_many;
use super::{Fault, Globs, Project, suggest};
use crate::text::Severity;

/// How much the findings of some checks weigh: an entry of `checks` in a `satz.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GateRule {
    /// Codes of the checks it is for.
    #[serde(deserialize_with = "one_or_many")]
    pub check: Vec<String>,
    /// Locales it is for; all if there is none.
    #[serde(deserialize_with = "one_or_many")]
    pub locale: Vec<String>,
    /// Patterns of articles it is for, as in `news/**`; all if there is none.
    pub article: Globs,
    /// What they weigh: `off`, `hint`, `warning` or `error`.
    pub severity: String,
}

impl GateRule {
    /// What is wrong with it, given the locales and the checks there are.
    pub(super) fn fault(&self, locales: &[&str], checks: &[&str]) -> Option<Fault> {
        if self.severity.is_empty() {
            let hint = "write `severity: off`, hint, warning or error";
            return Some(Fault::new("an entry of `checks` names no severity", hint));
        }
        if WEIGHTS.iter().all(|(name, _)| *name != self.severity) {
            let message = format!("`{}` is no severity", self.severity);
            return Some(Fault::new(message, "write off, hint, warning or error"));
        }
        let unknown = |code: &&String| !checks.contains(&code.as_str());
        if let Some(code) = self.check.iter().find(unknown) {
            let hint = match suggest(code, checks) {
                Some(other) => format!("did you mean `{other}`?"),
                None => "see all of them with `satz explain`".to_owned(),
            };
            return Some(Fault::new(format!("no check is called `{code}`"), hint));
        }
        if self.check.is_empty() {
            let hint = "write `check: CODE`, see `satz explain`";
            return Some(Fault::new("an entry of `checks` names no check", hint));
        }
        let stranger = self
            .locale
            .iter()
            .find(|locale| !locales.contains(&locale.as_str()));
        if let Some(locale) = stranger {
            let message = format!("`checks` names the locale `{locale}`");
            return Some(Fault::new(
                message,
                "add it to `locales`, or remove it here",
            ));
        }
        self.article.fault("`checks`", "`news/**`")
    }

    fn fits(&self, code: &str, locale: &str, article: &str) -> bool {
        self.check.iter().any(|own| own == code)
            && (self.locale.is_empty() || self.locale.iter().any(|own| own == locale))
            && self.article.allow(article)
    }
}

impl Project {
    /// What a finding weighs in an article and a locale, given what the check says itself; `None` if
    /// the check is off there. Later entries of `checks` win. Without one, a check is off if it is so by
    /// default and `gate.checks` does not turn on all of them, and what is missing or stale weighs less where `gate.complete` says how much of it is allowed.
    ///
    /// # Examples
    /// ```
    /// use satz::config::Project;
    /// use satz::text::Severity;
    /// let project = Project::parse(
    ///     "locales: [fr, ar]\nchecks:\n  - {check: number, severity: warning}\n  - {check: number, locale: ar, article: 'news/**', severity: off}",
    /// )
    /// .unwrap();
    /// let weigh = |locale, article| project.weigh("number", Severity::Error, locale, article);
    /// assert_eq!(weigh("fr", "news/a"), Some(Severity::Warning));
    /// assert_eq!(weigh("ar", "news/a"), None);
    /// assert_eq!(project.weigh("no-break-space", Severity::Hint, "fr", "a"), None);
    /// assert_eq!(project.weigh("month", Severity::Error, "fr", "a"), Some(Severity::Error));
    /// ```
    pub fn weigh(
        &self,
        code: &str,
        own: Severity,
        locale: &str,
        article: &str,
    ) -> Option<Severity> {
        let rule = self
            .checks
            .iter()
            .rev()
            .find(|rule| rule.fits(code, locale, article));
        let weight = WEIGHTS
            .iter()
            .find(|(name, _)| rule.is_some_and(|rule| rule.severity == *name));
        match weight {
            Some((_, severity)) => *severity,
            None if self.off_by_default.contains(&code) => None,
            None => Some(self.eased(code, own, locale, article)),
        }
    }

    /// The patterns in `checks`, `gate.complete` and `publish.rules` that fit none of the keys of
    /// articles, each after the setting it stands in. Catalogs of applications are checked, but not
    /// published: their keys do not count for `publish.rules`.
    ///
    /// # Examples
    /// ```
    /// use satz::config::Project;
    /// let project = Project::parse(
    ///     "locales: [fr]\nchecks:\n  - {check: number, article: [news/**, nws/**], severity: off}",
    /// )
    /// .unwrap();
    /// let articles = ["news/a".to_owned()];
    /// assert_eq!(project.idle_patterns(&articles, &[]), [("checks", "nws/**")]);
    /// ```
    pub fn idle_patterns(
        &self,
        articles: &[String],
        catalogs: &[String],
    ) -> Vec<(&'static str, &str)> {
        let checks = self.checks.iter().map(|rule| &rule.article);
        let checks = checks.map(|patterns| ("checks", patterns, catalogs));
        let demands = self.gate.complete.iter().map(|demand| &demand.article);
        let demands = demands.map(|patterns| ("gate.complete", patterns, catalogs));
        let rules = self.publish.rules.iter().map(|rule| &rule.article);
        let rules = rules.map(|patterns| ("publish.rules", patterns, &[][..]));
        let mut idle = Vec::new();
        for (setting, patterns, others) in checks.chain(demands).chain(rules) {
            for pattern in patterns.patterns() {
                let fitting = Globs::new(vec![pattern.clone()]);
                let mut keys = articles.iter().chain(others);
                if !keys.any(|key| fitting.fit(key)) {
                    idle.push((setting, pattern.as_str()));
                }
            }
        }
        idle
    }
}

/// The names of severities; `off` is none.
const WEIGHTS: [(&str, Option<Severity>); 4] = [
    ("off", None),
    ("hint", Some(Severity::Hint)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];
