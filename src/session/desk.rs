//! An article in a locale as a translator's desk shows it: its units in reading order, each with its
//! German, its translation as it is typed, and all that is known of both.

mod pattern;
mod save;
mod trial;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::diff::facts;
use super::doubt::{doubt, since, source_of};
use super::sink::{Report, Sink};
use super::{Failure, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Catalog, Entry, Id, Note, is_mark};
use crate::compare::{Comparison, Item, State};
use crate::report::{FactChange, Found, words};
use crate::store::Error;
use crate::text::{Severity, fold};
use pattern::typed;

pub use save::{DeskChange, DeskOrigin, DeskSaved, Restored};
pub use trial::{Trial, TrialQuestion};

/// Characters of a version.
const VERSION: usize = 16;

/// Where a unit is: the locale, the key of the article, the id with or without the part behind the hyphen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskPlace {
    /// The locale.
    pub locale: String,
    /// Key of the article.
    pub article: String,
    /// Id of the unit.
    pub id: String,
}

/// An article in a locale.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DeskArticle {
    /// Key of the article.
    pub article: String,
    /// The locale.
    pub locale: String,
    /// Path of the catalog.
    pub path: String,
    /// Whether the source catalog has the article's sentences as they are: else `sync` comes first, and
    /// nothing can be saved.
    pub is_in_step: bool,
    /// Whether the catalog has comments of satz, and so marks and reviews.
    pub has_notes: bool,
    /// The units, in reading order.
    pub units: Vec<DeskUnit>,
}

/// A unit of an article in a locale.
#[derive(Debug, Clone, PartialEq)]
pub struct DeskUnit {
    /// Its id in the source catalog.
    pub id: String,
    /// Its state.
    pub state: State,
    /// What its block is, for example `heading`.
    pub kind: &'static str,
    /// Whether it begins its block.
    pub begins: bool,
    /// Which unit its text belongs to: its own place, or that of the one before it whose text covers it.
    pub leader: usize,
    /// Its German.
    pub source: String,
    /// The German that an old translation was made from.
    pub was: Option<String>,
    /// What changed in it of numbers, dates, names and negations.
    pub facts: Vec<FactChange>,
    /// Its translation as it is typed: a Fluent pattern with line breaks as they are. None if there is none.
    pub typed: Option<String>,
    /// Its translation as it reads.
    pub target: Option<String>,
    /// What made it, for example `person`.
    pub made: String,
    /// Whether a machine made it, and nobody stands for it.
    pub is_raw_machine: bool,
    /// Who stands for it, and since when.
    pub review: Option<(String, String)>,
    /// What the author says to the translator.
    pub notes: Vec<String>,
    /// What translators wrote above it.
    pub comments: Vec<String>,
    /// What the checks find in it.
    pub findings: Vec<DeskFinding>,
    /// How much speaks for reading it early, of what is up to date and nobody stands for, as
    /// [`Session::review_list`] has it; and since when it is there, of which the oldest comes first.
    pub doubt: Option<(u32, String)>,
    /// Changes whenever the German, the translation, its state or a translator's comment does.
    pub version: String,
    /// Words of its German.
    pub words: usize,
}

/// What a check found in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskFinding {
    /// The check's code.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
    /// Whether it can be set right by itself.
    pub is_fixable: bool,
}

/// An article with one of its catalogs, as the next `sync` makes it of what is on the disk.
pub(super) struct Open {
    pub(super) article: Arc<Prepared>,
    /// The catalog as it is on the disk.
    pub(super) old: TargetFile,
    /// The same, in order.
    pub(super) target: TargetFile,
    pub(super) comparison: Comparison,
}

impl Session {
    /// Returns the units of an article in a locale, in reading order, with what is known of each. Their
    /// findings are those of [`Session::findings`].
    ///
    /// # Errors
    /// If the locale or the article is not there, or one of its files cannot be read.
    ///
    /// # Examples
    /// ```
    /// use satz::session::Session;
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "# Der Markt\n\nEr ist offen. Er schließt um sechs."),
    /// ])?;
    /// let article = session.desk("en", "markt", &mut ())?;
    /// let sources: Vec<&str> = article.units.iter().map(|unit| unit.source.as_str()).collect();
    /// assert_eq!(sources, ["Der Markt", "Er ist offen.", "Er schließt um sechs."]);
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn desk(
        &self,
        locale: &str,
        key: &str,
        sink: &mut dyn Sink,
    ) -> Result<DeskArticle, Failure> {
        let open = self.open_article(locale, key, &mut Report::new(sink))?;
        let inspected = self.findings(key, sink)?;
        let found = { inspected.iter() }.find(|found| found.status.locale == open.target.locale);
        let found = found.map_or(&[][..], |found| &found.found);
        Ok(DeskArticle {
            article: key.to_owned(),
            locale: open.target.locale.clone(),
            path: open.target.path.clone(),
            is_in_step: self.project().is_source_in_step(&open.article),
            has_notes: self.project().notes(&open.target.locale),
            units: self.desk_units(&open, found),
        })
    }

    /// The same units without what the checks find.
    ///
    /// # Errors
    /// As [`Session::desk`].
    pub fn desk_texts(
        &self,
        locale: &str,
        key: &str,
        sink: &mut dyn Sink,
    ) -> Result<Vec<DeskUnit>, Failure> {
        let open = self.open_article(locale, key, &mut Report::new(sink))?;
        Ok(self.desk_units(&open, &[]))
    }

    /// Reads an article with its catalog in a locale.
    pub(super) fn open_article(
        &self,
        locale: &str,
        key: &str,
        report: &mut Report<'_>,
    ) -> Result<Open, Failure> {
        let locale = self.locale(locale)?;
        let (article, errors) = self.prepared(key)?;
        let Some(old) = article.target(&locale).cloned() else {
            let path = self.project().catalog_path(&locale, key);
            let error = errors
                .into_iter()
                .find(|error| error.path().ends_with(&path));
            let unread = || Error::new(path, "cannot be read").into();
            return Err(error.map_or_else(unread, Failure::from));
        };
        report.fail_all(errors)?;
        let (text, _) = self.project().update(&article, &old, false);
        let target = if old.text.as_deref() == Some(&text) {
            old.clone()
        } else {
            old.with_text(text)
        };
        let comparison = self.project().compare(&article, &target);
        Ok(Open {
            article,
            old,
            target,
            comparison,
        })
    }

    /// The units of an article that was read, with what was found in it.
    pub(super) fn desk_units(&self, open: &Open, found: &[Found]) -> Vec<DeskUnit> {
        let mut findings: BTreeMap<&str, Vec<DeskFinding>> = BTreeMap::new();
        for found in found.iter().filter(|found| !found.what.id.is_empty()) {
            let of_unit = findings.entry(base(&found.what.id)).or_default();
            of_unit.push(DeskFinding::of(found));
        }
        let units = open.comparison.items.iter().enumerate();
        units
            .map(|(place, item)| {
                let findings = findings.remove(base(&item.id.to_string()));
                self.desk_unit(open, place, item, findings.unwrap_or_default())
            })
            .collect()
    }

    /// A unit of an article that was read.
    pub(super) fn desk_unit(
        &self,
        open: &Open,
        place: usize,
        item: &Item,
        findings: Vec<DeskFinding>,
    ) -> DeskUnit {
        let source_locale = &self.project().source;
        let catalog = &open.target.catalog.value;
        let new_units = &open.article.new_units;
        let before = place.checked_sub(1).map(|before| new_units[before].block);
        let comment = item.entry.map(|entry| catalog.entries[entry].comment);
        let comment = comment.map_or("", |comment| comment.of(&catalog.text));
        let was = item.was.as_deref();
        let was = was.filter(|was| fold(was) != fold(&item.source));
        let review = item.review();
        let is_unread = item.leader == place && item.entry.is_some() && item.state.is_covered();
        let doubt = (is_unread && review.is_none()).then(|| {
            let weights = { findings.iter() }.map(|found| (found.code.as_str(), found.severity));
            let source = source_of(&open.comparison, place);
            let weight = doubt(item, weights, &source, source_locale);
            (weight, since(item).to_owned())
        });
        DeskUnit {
            id: item.id.to_string(),
            state: item.state,
            kind: new_units[place].kind,
            begins: before != Some(new_units[place].block),
            leader: item.leader,
            source: item.source.clone(),
            was: was.map(str::to_owned),
            facts: facts(item.was.as_deref(), &item.source, source_locale),
            typed: typed_of(catalog, item),
            target: item.target.clone(),
            made: item.marks.maker.to_string(),
            is_raw_machine: item.marks.maker.is_machine() && review.is_none(),
            review: review.map(|review| (review.name.clone(), review.date.clone())),
            notes: { new_units[place].note.iter() }
                .map(ToString::to_string)
                .collect(),
            comments: comments(comment, source_locale),
            findings,
            doubt,
            version: version(open, item, source_locale),
            words: words(&item.source),
        }
    }
}

impl DeskFinding {
    pub(super) fn of(found: &Found) -> Self {
        Self {
            code: found.what.code.to_string(),
            severity: found.severity,
            message: found.what.message.clone(),
            hints: found.what.hints.clone(),
            is_fixable: found.fixable,
        }
    }
}

/// The part of an id that stays.
fn base(id: &str) -> &str {
    id.split_once('-').map_or(id, |(base, _)| base)
}

/// The item of a unit that is named by its id.
pub(super) fn item_of<'o>(open: &'o Open, id: &str) -> Result<&'o Item, Failure> {
    let parsed = Id::parse(id)
        .ok_or_else(|| Failure::from(format!("`{id}` is no id; one reads like s83fqt0")))?;
    let mut items = open.comparison.items.iter();
    items
        .find(|item| item.id.base == parsed.base)
        .ok_or_else(|| {
            Failure::from(format!(
                "no unit of {} has the id `{id}` any more; its sentence is gone",
                open.article.key
            ))
        })
}

/// A unit's own translation as it is typed.
fn typed_of(catalog: &Catalog, item: &Item) -> Option<String> {
    let value = catalog.entries[item.entry?].value()?;
    let written = catalog.entries[item.entry?].value_span.of(&catalog.text);
    Some(typed(value, written))
}

/// What changes whenever somebody else changes a unit.
pub(super) fn version(open: &Open, item: &Item, label: &str) -> String {
    let catalog = &open.target.catalog.value;
    let entry: Option<&Entry> = item.entry.map(|entry| &catalog.entries[entry]);
    let own = entry.map(|entry| comments(entry.comment.of(&catalog.text), label).join("\n"));
    let mut hasher = blake3::Hasher::new();
    let id = item.id.to_string();
    let of_translation = [
        entry.map_or("", |entry| entry.id.as_str()),
        entry.map_or("", |entry| entry.value_span.of(&catalog.text)),
        own.as_deref().unwrap_or_default(),
    ];
    for text in [id.as_str(), item.state.name()]
        .into_iter()
        .chain(of_translation)
    {
        hasher.update(&text.len().to_le_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize().to_hex()[..VERSION].to_owned()
}

/// The lines of a comment that a person wrote, without their `# `.
fn comments(comment: &str, label: &str) -> Vec<String> {
    let own = comment.lines().filter(|line| is_own(line, label));
    own.map(|line| line.trim_start_matches('#').trim().to_owned())
        .collect()
}

/// Whether a line of a comment is a person's, and no note or mark of satz.
fn is_own(line: &str, label: &str) -> bool {
    let tools = ["# aligned:", "# omitted:", "# check:"];
    let is_note = line
        .strip_prefix("# ")
        .is_some_and(|text| Note::parse(text, label).is_some());
    !is_note && !is_mark(line) && !tools.iter().any(|begin| line.starts_with(begin))
}
