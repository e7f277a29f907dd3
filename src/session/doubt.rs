//! What is to be reviewed, the most doubtful first: so that who reads a part of it reads what is most
//! likely wrong.

use std::collections::BTreeMap;

use super::glossary::GlossaryContexts;
use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Id, MarkFault, Marks, Origin};
use crate::compare::{Comparison, Item, changed_facts};
use crate::config::Project;
use crate::report::{Found, ReviewUnit};
use crate::text::Severity;

/// Stands behind every date.
const UNDATED: &str = "~";

/// A question for what is to be reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewListQuestion {
    /// The locale.
    pub locale: String,
    /// Articles by their keys, or patterns; all if there is none.
    pub articles: Vec<String>,
    /// Whether what somebody stands for already is listed, too.
    pub all: bool,
}

impl Session {
    /// The translations that are up to date and for which nobody stands, the most doubtful first: those in
    /// which the checks find something, then what a machine made, what was repaired, what the memory and
    /// other files gave, what a person wrote; of equal ones, those with numbers, dates, names and
    /// negations, then the oldest. What alignment was less sure of comes earlier.
    ///
    /// # Errors
    /// If the locale or an article is not there, a glossary cannot be read, or the work was stopped.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{ReviewListQuestion, Session};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// let question = ReviewListQuestion { locale: "en".into(), ..ReviewListQuestion::default() };
    /// assert!(session.review_list(&question, &mut ())?.is_empty());
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn review_list(
        &self,
        question: &ReviewListQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Vec<ReviewUnit>, Failure> {
        let report = &mut Report::new(sink);
        let locales = [self.locale(&question.locale)?];
        let selection = Selection {
            locales: locales.to_vec(),
            articles: question.articles.clone(),
        };
        let contexts = GlossaryContexts::read(&self.workspace, &locales, true)?;
        let project = self.project();
        let work = |article: &Prepared, target: &TargetFile| {
            let found = contexts.inspect(project, article, target).found;
            units(project, article, target, &found, question.all)
        };
        let made = self.each(&selection, &locales, report, |_| true, work)?;
        let units = made.into_iter().flat_map(|made| made.rows).flatten();
        let mut units: Vec<(ReviewUnit, String)> = units.flatten().collect();
        units.sort_by(|(one, since), (other, other_since)| {
            let by_doubt = other.doubt.cmp(&one.doubt);
            by_doubt.then_with(|| since.cmp(other_since))
        });
        Ok(units.into_iter().map(|(unit, _)| unit).collect())
    }
}

/// The units of an article in a locale that are to be reviewed, in its order, and since when they are
/// there.
fn units(
    project: &Project,
    article: &Prepared,
    target: &TargetFile,
    found: &[Found],
    all: bool,
) -> Vec<(ReviewUnit, String)> {
    if article.is_draft() {
        return Vec::new();
    }
    let comparison = project.compare(article, target);
    let mut findings: BTreeMap<Id, Vec<&Found>> = BTreeMap::new();
    for found in found {
        if let Some(id) = Id::parse(&found.what.id) {
            findings.entry(id).or_default().push(found);
        }
    }
    let is_listed = |(place, item): &(usize, &Item)| {
        let is_text = item.leader == *place && item.entry.is_some() && item.state.is_covered();
        is_text && (all || item.review().is_none())
    };
    let items = comparison.items.iter().enumerate().filter(is_listed);
    items
        .map(|(place, item)| {
            let found = findings.get(&item.id).map_or(&[][..], Vec::as_slice);
            let source = source_of(&comparison, place);
            let weights = { found.iter() }.map(|found| (found.what.code.as_str(), found.severity));
            let doubt = doubt(item, weights, &source, &project.source);
            let review = item.review();
            let since = since(item).to_owned();
            let unit = ReviewUnit {
                locale: target.locale.clone(),
                article: article.key.clone(),
                path: target.path.clone(),
                id: item.id.to_string(),
                source,
                target: item.target.clone().unwrap_or_default(),
                made: item.marks.maker.to_string(),
                review: review.map(|review| (review.name.clone(), review.date.clone())),
                is_void: item.marks.fault == Some(MarkFault::Void) && review.is_none(),
                findings: { found.iter() }
                    .map(|found| {
                        let what = &found.what;
                        (what.code.clone(), found.severity, what.message.clone())
                    })
                    .collect(),
                doubt,
            };
            (unit, since)
        })
        .collect()
}

/// Since when a translation is there: what has no date stands last.
pub(super) fn since(item: &Item) -> &str {
    item.marks.maker.date().unwrap_or(UNDATED)
}

/// The source of a unit with that of the units that its text covers.
pub(super) fn source_of(comparison: &Comparison, unit: usize) -> String {
    let items = comparison.items.iter();
    let group = items.filter(|item| item.leader == unit);
    let texts: Vec<&str> = group.map(|item| item.source.as_str()).collect();
    texts.join(" ")
}

/// How much speaks for reading a translation early. What the checks find weighs more than what made the
/// text, that more than what the sentence is about.
pub(super) fn doubt<'f>(
    item: &Item,
    found: impl Iterator<Item = (&'f str, Severity)>,
    source: &str,
    source_locale: &str,
) -> u32 {
    let mut codes: Vec<&str> = Vec::new();
    let mut weight = 0;
    for (code, severity) in found {
        if !codes.contains(&code) {
            codes.push(code);
            weight += match severity {
                Severity::Error => 300,
                Severity::Warning => 200,
                Severity::Hint => 100,
            };
        }
    }
    let facts = changed_facts("", source, source_locale).len().min(9);
    let facts = u32::try_from(facts).unwrap_or(9);
    let unsure = item.aligned.map_or(0, |percent| 100 - u32::from(percent));
    weight + doubt_of_maker(&item.marks) + unsure + facts
}

/// How much what made a text speaks for reading it early.
fn doubt_of_maker(marks: &Marks) -> u32 {
    let maker = &marks.maker;
    let of_maker = match (&maker.origin, maker.is_machine()) {
        (_, true) if !maker.is_edited => 60,
        (_, true) => 50,
        (Origin::Repair, false) => 40,
        (Origin::Memory, false) => 20,
        (Origin::Import(_), false) => 10,
        (Origin::Person | Origin::Machine, false) => 0,
    };
    // Somebody read it, and it was changed since.
    of_maker + if marks.fault.is_some() { 30 } else { 0 }
}
