//! What the memory offers for open units, and units filled with it.

pub(super) mod known;
mod recall;

use super::glossary::GlossaryContext;
use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Base, Id, Maker};
use crate::compare::Item;
use crate::config::Filling;
use crate::memory::{Entry, OfferKind};
use crate::report::Suggestion;
use crate::store::Write;
use crate::update::{FilledUnit, fill};
use known::Proposal;

/// A question for what the memory has for open units of a locale.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestQuestion {
    /// The locale.
    pub locale: String,
    /// Ids of units, with or without the part behind the hyphen; all that are open if there is none.
    pub ids: Vec<String>,
    /// Articles by their keys, or patterns; all if there is none.
    pub articles: Vec<String>,
    /// So many offers at most for a unit.
    pub count: usize,
    /// How similar a source must be at least, 0.0–1.0.
    pub least: f64,
}

/// A question for open units to be filled with what was translated before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FillQuestion {
    /// The locale.
    pub locale: String,
    /// Articles by their keys, or patterns; all if there is none.
    pub articles: Vec<String>,
    /// Whether sentences are filled, too, that differ from others in facts alone.
    pub repairs: bool,
    /// Whether it is written.
    pub writes: bool,
}

/// An article in which units are filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledArticle {
    /// Its key.
    pub key: String,
    /// Its catalog as it is to be written.
    pub write: Write,
    /// The units.
    pub units: Vec<Filled>,
}

/// A unit that was filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Path of its catalog.
    pub path: String,
    /// Its id.
    pub id: String,
    /// Its source.
    pub source: String,
    /// The translation it has now.
    pub target: String,
    /// The article that the translation stands in, and the id there.
    pub from: (String, String),
}

impl Session {
    /// Returns what the memory of a locale offers for its open units, each with the best offer first.
    /// Units for which there is nothing are left out, unless they were asked for by their ids.
    ///
    /// # Errors
    /// If the locale or an article is not there, an id is no open unit's, or the work was stopped.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{Session, SuggestQuestion};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/hof.md", "Bitte das Tor schließen."),
    ///     ("articles/tor.md", "Bitte das Tor schließen."),
    /// ])?;
    /// let question = SuggestQuestion {
    ///     locale: "en".into(),
    ///     ids: Vec::new(),
    ///     articles: Vec::new(),
    ///     count: 3,
    ///     least: 0.6,
    /// };
    /// assert!(session.suggest(&question, &mut ())?.is_empty());
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn suggest(
        &self,
        question: &SuggestQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Suggestion>, Failure> {
        let report = &mut Report::new(sink);
        let locale = self.locale(&question.locale)?;
        let keys = self.keys(&of_articles(&question.articles))?;
        let is_asked = |id: &String| {
            let mut ids = question.ids.iter();
            question.ids.is_empty() || ids.any(|asked| base_of(asked) == base_of(id))
        };
        let is_wanted = |key: &str, open: &[String]| {
            (keys.is_empty() || keys.iter().any(|chosen| chosen == key))
                && open.iter().any(is_asked)
        };
        let remembered = self.remembered(&locale, is_wanted, report)?;
        let known = remembered.known(self.project(), &locale);
        let mut suggestions = Vec::new();
        for open in known.open() {
            if !is_asked(&open.item.id.to_string()) {
                continue;
            }
            let proposals = known.proposals_for(&open, question.least, question.count);
            if question.ids.is_empty() {
                if !proposals.is_empty() {
                    suggestions.push(open.suggestion(&locale, &proposals));
                }
                continue;
            }
            suggestions.push(Suggestion {
                fragments: known.fragments(&open.item.source, &proposals),
                terms: self.terms_within(&locale, &open.item.source)?,
                ..open.suggestion(&locale, &proposals)
            });
        }
        let is_shown = |id: &Id| {
            let mut shown = suggestions.iter();
            shown.any(|unit| Id::parse(&unit.id).is_some_and(|other| other.base == id.base))
        };
        for id in &question.ids {
            if !Id::parse(id).is_some_and(|id| is_shown(&id)) {
                return Err(known.no_such_unit(id));
            }
        }
        Ok(suggestions)
    }

    /// The terms of the house that stand in a text, with what they must become.
    fn terms_within(&self, locale: &str, text: &str) -> Result<Vec<(String, String)>, Failure> {
        let context = GlossaryContext::read(&self.workspace, locale)?;
        let lower = text.to_lowercase();
        let terms = context.terms().iter();
        let terms = terms.filter(|term| lower.contains(&term.source.to_lowercase()));
        Ok(terms
            .map(|term| (term.source.clone(), term.target.clone()))
            .collect())
    }

    /// Says which open units of a locale would be filled, article by article, and writes nothing: with
    /// the translation that the same sentence has elsewhere, marked as `# made: memory`, and if that is
    /// asked for with those of sentences that differ in facts alone, with their own facts. What
    /// somebody typed behind a stub stays.
    ///
    /// # Errors
    /// If the locale or an article is not there, or the work was stopped.
    pub fn plan_fill(
        &self,
        question: &FillQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Vec<FilledArticle>, Failure> {
        self.fillings(question, &mut Report::new(sink))
    }

    fn fillings(
        &self,
        question: &FillQuestion,
        report: &mut Report<'_>,
    ) -> Result<Vec<FilledArticle>, Failure> {
        let locale = self.locale(&question.locale)?;
        let keys = self.keys(&of_articles(&question.articles))?;
        let remembered = self.remembered(&locale, of_open(&keys), report)?;
        let known = remembered.known(self.project(), &locale);
        let has_marks = self.project().notes(&locale);
        let filled = known
            .articles
            .iter()
            .filter_map(|(article, target, comparison)| {
                let found = known.fillings(article, comparison, question.repairs, has_marks);
                self.filled(article, target, found)
            });
        Ok(filled.collect())
    }

    /// Fills open units as [`Session::plan_fill`] says.
    ///
    /// # Errors
    /// As there, or if another run writes.
    pub fn fill(
        &self,
        question: &FillQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Filled>, Failure> {
        let report = &mut Report::new(sink);
        let writer = question.writes.then(|| self.writer(report)).transpose()?;
        let mut filled = Vec::new();
        for article in self.fillings(question, report)? {
            match writer.as_ref().map(|writer| writer.write(&[article.write])) {
                Some(Err(error)) => report.fail(error),
                _ => filled.extend(article.units),
            }
        }
        if let Some(writer) = writer {
            writer.close()?;
        }
        Ok(filled)
    }

    /// Fills repeats in every locale that has comments, if `memory.fill` says so.
    ///
    /// # Errors
    /// As [`Session::fill`].
    pub fn fill_by_setting(&self, sink: &mut dyn Sink) -> Result<Vec<Filled>, Failure> {
        let project = self.project();
        let mut filled = Vec::new();
        if project.memory.fill == Filling::No {
            return Ok(filled);
        }
        for locale in project
            .locales
            .iter()
            .filter(|locale| project.notes(locale))
        {
            let question = FillQuestion {
                locale: locale.clone(),
                writes: true,
                ..FillQuestion::default()
            };
            filled.extend(self.fill(&question, sink)?);
        }
        Ok(filled)
    }

    /// Fills open units of an article; none if there is none.
    fn filled(
        &self,
        article: &Prepared,
        target: &TargetFile,
        found: Vec<(&Item, Proposal<'_>)>,
    ) -> Option<FilledArticle> {
        let project = self.project();
        let maker = |proposal: &Proposal<'_>| {
            let is_repaired = proposal.offer.kind == OfferKind::Repaired;
            proposal.offer.entry.maker.copied(is_repaired)
        };
        let makers: Vec<Maker> = { found.iter() }
            .map(|(_, proposal)| maker(proposal))
            .collect();
        let units: Vec<FilledUnit<'_>> = { found.iter().zip(&makers) }
            .map(|((item, proposal), maker)| FilledUnit {
                id: item.id,
                source: &item.source,
                pattern: &proposal.pattern,
                maker,
            })
            .collect();
        let label = project
            .notes(&target.locale)
            .then_some(project.source.as_str());
        let (written, text) = fill(&target.catalog.value, &units, label);
        if written.is_empty() {
            return None;
        }
        let (new, _) = project.update(article, &target.with_text(text), false);
        let found = found
            .into_iter()
            .filter(|(item, _)| written.contains(&item.id));
        let filled = found.map(|(item, proposal)| Filled {
            path: target.path.clone(),
            id: item.id.to_string(),
            source: item.source.clone(),
            target: proposal.target,
            from: (
                proposal.offer.entry.article.clone(),
                proposal.offer.entry.id.clone(),
            ),
        });
        Some(FilledArticle {
            key: article.key.clone(),
            write: Write {
                path: target.path.clone(),
                old: target.text.clone(),
                new,
            },
            units: filled.collect(),
        })
    }

    /// Returns the finished translations of a locale that have `text` in their source or target,
    /// whatever its case.
    ///
    /// # Errors
    /// If the locale is not configured, or the work was stopped.
    pub fn find_in_memory(
        &self,
        locale: &str,
        text: &str,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Entry>, Failure> {
        let report = &mut Report::new(sink);
        let locale = self.locale(locale)?;
        let remembered = self.remembered(&locale, |_, _| false, report)?;
        Ok(remembered.memory.find(text).cloned().collect())
    }
}

fn base_of(id: &str) -> Option<Base> {
    Id::parse(id).map(|id| id.base)
}

/// Wants the articles of these keys (of all, if there is none) that have open units.
pub(super) fn of_open(keys: &[String]) -> impl Fn(&str, &[String]) -> bool + Sync {
    move |key, open| {
        !open.is_empty() && (keys.is_empty() || keys.iter().any(|chosen| chosen == key))
    }
}

fn of_articles(articles: &[String]) -> Selection {
    Selection {
        locales: Vec::new(),
        articles: articles.to_vec(),
    }
}
