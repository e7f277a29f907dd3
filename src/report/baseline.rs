//! Findings that are known, so that only new ones count.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use smol_str::SmolStr;

use super::{Found, Parts, What};
use crate::catalog::Id;

const HEAD: &str = "# satz baseline 1: findings that do not shut the gate, by code, locale, article and id.\n# `satz check --tighten` takes out those that are gone.";

/// What a baseline of any version begins with.
const MARK: &str = "# satz baseline ";

/// What makes two findings the same one, wherever it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) code: SmolStr,
    pub(super) locale: SmolStr,
    pub(super) article: SmolStr,
    /// The id without its tag, which changes with the German.
    pub(super) base: SmolStr,
}

impl Key {
    pub(super) fn of(found: &Found) -> Self {
        let What { code, id, .. } = &*found.what;
        let base = Id::parse(id).map_or_else(|| id.clone(), |id| id.base.to_string().into());
        Self {
            code: code.clone(),
            locale: found.at.locale.clone(),
            article: found.at.article.clone(),
            base,
        }
    }
}

/// Findings that are known, with how much of each there is. They are told by code, locale, article
/// and id, never by line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baseline {
    amounts: BTreeMap<Key, usize>,
}

/// What was looked at: of the rest nothing is said to be gone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// The locales.
    pub locales: BTreeSet<SmolStr>,
    /// The articles that are there.
    pub articles: BTreeSet<SmolStr>,
    /// Whether these are all there are.
    pub whole: bool,
}

impl Scope {
    fn holds(&self, key: &Key) -> bool {
        let article = self.whole || self.articles.contains(&key.article);
        article && self.locales.contains(&key.locale)
    }
}

/// A line of a baseline that is none, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// The line.
    pub line: usize,
}

impl Baseline {
    /// The baseline in which these findings are known.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Found>) -> Self {
        let mut amounts = BTreeMap::new();
        for found in findings {
            *amounts.entry(Key::of(found)).or_default() += found.what.amount;
        }
        Self { amounts }
    }

    /// Reads the text of a baseline: a finding per line, code, locale, article, id and, if it is not
    /// one, how much, divided by tabs. Lines that git left of a conflict are passed over, so that
    /// both sides of it are known.
    ///
    /// # Errors
    /// If a line is none of these.
    ///
    /// # Examples
    /// ```
    /// use satz::report::Baseline;
    /// let text = Baseline::default().to_string();
    /// assert_eq!(Baseline::parse(&text), Ok(Baseline::default()));
    /// assert_eq!(Baseline::parse("missing uk").unwrap_err().line, 1);
    /// ```
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let mut amounts: BTreeMap<Key, usize> = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            let conflict = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
            let skipped = line.trim().is_empty() || line.starts_with('#');
            if skipped || conflict.iter().any(|mark| line.starts_with(mark)) {
                continue;
            }
            let broken = Broken { line: index + 1 };
            let parts: Vec<&str> = line.trim_end_matches('\r').split('\t').collect();
            let (fields, amount) = match parts.as_slice() {
                [fields @ .., amount] if fields.len() == 4 => {
                    (fields, amount.parse().map_err(|_| broken)?)
                }
                fields if fields.len() == 4 => (fields, 1),
                _ => return Err(broken),
            };
            let key = Key {
                code: fields[0].into(),
                locale: fields[1].into(),
                article: fields[2].into(),
                base: fields[3].into(),
            };
            let known = amounts.entry(key).or_default();
            *known = amount.max(*known);
        }
        Ok(Self { amounts })
    }

    /// Marks the findings that are known; returns how many known ones are there no more.
    ///
    /// What was missing and is stale is known, too: it is not worse. And so is what moved along with
    /// its article to another name.
    pub fn mark(&self, findings: &mut Parts<Found>, scope: &Scope) -> usize {
        let mut left = self.amounts.clone();
        let mut open = Vec::new();
        for found in findings.iter_mut() {
            found.known = take(&mut left, &Key::of(found), found.what.amount);
            if !found.known {
                open.push(found);
            }
        }
        open.retain_mut(|found| {
            let was = Key {
                code: "missing".into(),
                ..Key::of(found)
            };
            found.known = found.what.code == "stale" && take(&mut left, &was, found.what.amount);
            !found.known
        });
        for found in open {
            let key = Key::of(found);
            if key.base.is_empty() {
                continue;
            }
            let moved = left.keys().find(|old| {
                let same = (&old.code, &old.locale, &old.base);
                same == (&key.code, &key.locale, &key.base)
                    && !scope.articles.contains(&old.article)
            });
            if let Some(moved) = moved.cloned() {
                found.known = take(&mut left, &moved, found.what.amount);
            }
        }
        let gone = left
            .iter()
            .filter(|(key, amount)| **amount > 0 && scope.holds(key));
        gone.count()
    }

    /// The baseline without what is gone: of what was looked at only what is known and there, of the
    /// rest what there was.
    #[must_use]
    pub fn tightened(&self, findings: &Parts<Found>, scope: &Scope) -> Self {
        let mut tight = Self::of(findings.iter().filter(|found| found.known));
        let elsewhere = self.amounts.iter().filter(|(key, _)| !scope.holds(key));
        for (key, amount) in elsewhere {
            tight.amounts.insert(key.clone(), *amount);
        }
        tight
    }

    /// This baseline and another together.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for (key, amount) in &other.amounts {
            self.amounts.insert(key.clone(), *amount);
        }
        self
    }

    /// Whether a text is a baseline, be it with broken lines.
    pub fn is_one(text: &str) -> bool {
        text.trim_start_matches('\u{FEFF}').starts_with(MARK)
            || Self::parse(text).is_ok_and(|found| !found.is_empty())
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.amounts.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.amounts.is_empty()
    }
}

/// Takes an amount of what is left, if there is as much.
fn take(left: &mut BTreeMap<Key, usize>, key: &Key, amount: usize) -> bool {
    match left.get_mut(key) {
        Some(rest) if *rest >= amount => {
            *rest -= amount;
            true
        }
        _ => false,
    }
}

impl std::fmt::Display for Baseline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = format!("{HEAD}\n");
        for (key, amount) in &self.amounts {
            write!(
                out,
                "{}\t{}\t{}\t{}",
                key.code, key.locale, key.article, key.base
            )?;
            if *amount != 1 {
                write!(out, "\t{amount}")?;
            }
            out.push('\n');
        }
        f.write_str(&out)
    }
}
