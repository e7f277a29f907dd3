//! Texts written for other tools.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Prepared;
use crate::check::Term;
use crate::compare::{Comparison, Item, State};
use crate::document::Format;
use crate::exchange::{
    Batch, BatchArticle, BatchUnit, FILE_FORMATS, Markup, UnitOffer, UnitState, UnitTerm,
    file_format,
};
use crate::memory::OfferKind;
use crate::session::glossary::GlossaryContext;
use crate::session::memory::known::{Known, open_units};
use crate::session::sink::{Report, Sink};
use crate::session::{Failure, Selection, Session};

/// A question for texts as a file for another tool.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportQuestion {
    /// The locales.
    pub locales: Vec<String>,
    /// Articles by their keys, or patterns; all if there is none.
    pub articles: Vec<String>,
    /// Only units in these states; all if there is none.
    pub states: Vec<State>,
    /// The name of the format.
    pub format: String,
    /// So many offers of the memory at most for an open unit.
    pub offers: usize,
    /// Whether every article has a file of its own.
    pub is_split: bool,
}

/// A file for another tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Its path below the folder that it is for: `en/markt.xlf`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// How many units it has.
    pub units: usize,
}

/// The names of the formats that texts are written in.
pub fn export_formats() -> impl Iterator<Item = &'static str> {
    FILE_FORMATS.iter().map(|format| format.name)
}

/// Whether a file is one that satz writes for another tool.
pub fn is_export(text: &str) -> bool {
    let marks = [
        "category=\"satz\"",
        "X-Generator: satz",
        "creationtool=\"satz\"",
        "\"article\",\"id\",\"state\"",
        "tool-id=\"satz\"",
        "<sourceDesc><p>satz</p>",
    ];
    marks.iter().any(|mark| text.contains(mark))
}

/// How an article's texts are marked up.
pub(in crate::session) fn markup_of(format: &Format) -> Markup {
    match format.name {
        _ if format.is_markdown() => Markup::Markdown,
        "html" => Markup::Html,
        _ => Markup::Plain,
    }
}

impl Session {
    /// Writes the texts of articles for another tool: a file per locale, or per locale and article.
    ///
    /// # Errors
    /// If a locale, an article or the format is not there, or the work was stopped.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{ExportQuestion, Session};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der **Markt** ist offen."),
    /// ])?;
    /// let question = ExportQuestion {
    ///     locales: vec!["en".into()],
    ///     format: "po".into(),
    ///     ..ExportQuestion::default()
    /// };
    /// let files = session.export(&question, &mut ())?;
    /// assert!(files[0].text.contains("msgid \"Der **Markt** ist offen.\""));
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn export(
        &self,
        question: &ExportQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Exported>, Failure> {
        let report = &mut Report::new(sink);
        let format = file_format(&question.format).ok_or_else(|| {
            Failure::from(format!(
                "`{}` is no format that is written",
                question.format
            ))
        })?;
        let mut files = Vec::new();
        for locale in self.named_locales(&question.locales)? {
            let context = GlossaryContext::read(&self.workspace, &locale)?;
            let terms = Terms::of(context.terms());
            let articles = match question.offers {
                _ if format.name == "tbx" => Vec::new(),
                0 => self.plain_articles(question, &locale, &terms, report)?,
                _ => self.remembered_articles(question, &locale, &terms, report)?,
            };
            let house = self.terms_for(&locale)?;
            let batch = |articles: Vec<BatchArticle>| Batch {
                source: self.project().source.clone(),
                locale: locale.clone(),
                articles,
                terms: house.clone(),
            };
            let mut write = |name: &str, batch: &Batch| {
                let units = batch.articles.iter().map(|article| article.units.len());
                files.push(Exported {
                    path: format!("{name}.{}", format.ending),
                    text: (format.write)(batch),
                    units: match format.name {
                        "tbx" => batch.terms.len(),
                        _ => units.sum(),
                    },
                });
            };
            if question.is_split && format.name != "tbx" {
                for article in articles {
                    let name = format!("{locale}/{}", article.key);
                    write(&name, &batch(vec![article]));
                }
            } else {
                write(&locale, &batch(articles));
            }
        }
        Ok(files)
    }

    /// The articles that are asked for, one by one: what is held is what is written.
    fn plain_articles(
        &self,
        question: &ExportQuestion,
        locale: &str,
        terms: &Terms<'_>,
        report: &mut Report<'_>,
    ) -> Result<Vec<BatchArticle>, Failure> {
        let selection = Selection {
            locales: Vec::new(),
            articles: question.articles.clone(),
        };
        let keys = self.keys(&selection)?;
        let work = |mut article: Prepared| {
            let mut faults = Vec::new();
            self.workspace.refuse_conflicts(&mut article, &mut faults);
            let target = article.target(locale).filter(|_| !article.is_draft());
            let batch = target.map(|target| {
                let comparison = self.project().compare(&article, target);
                batch_article(&article, &comparison, question, terms, BTreeMap::new())
            });
            (batch, faults)
        };
        let (made, mut errors) = self.workspace.each(&keys, &*report.begin("articles"), work);
        let mut articles = Vec::new();
        for (article, faults) in made {
            errors.extend(faults);
            articles.extend(article.filter(|article| !article.units.is_empty()));
        }
        report.fail_all(errors)?;
        Ok(articles)
    }

    /// The same with what the memory offers, which is made of all articles.
    fn remembered_articles(
        &self,
        question: &ExportQuestion,
        locale: &str,
        terms: &Terms<'_>,
        report: &mut Report<'_>,
    ) -> Result<Vec<BatchArticle>, Failure> {
        let selection = Selection {
            locales: Vec::new(),
            articles: question.articles.clone(),
        };
        let keys = self.keys(&selection)?;
        let is_wanted =
            |key: &str, _: &[String]| keys.is_empty() || keys.iter().any(|chosen| chosen == key);
        let remembered = self.remembered(locale, is_wanted, report)?;
        let known = remembered.known(self.project(), locale);
        let chosen = { known.articles.iter() }.filter(|(article, _, _)| !article.is_draft());
        let articles = chosen.map(|(article, _, comparison)| {
            let offers = offers(&known, article, comparison, question.offers);
            batch_article(article, comparison, question, terms, offers)
        });
        Ok(articles
            .filter(|article| !article.units.is_empty())
            .collect())
    }
}

/// What the memory offers for the open units of an article, by their places.
fn offers(
    known: &Known<'_>,
    article: &Prepared,
    comparison: &Comparison,
    count: usize,
) -> BTreeMap<String, Vec<UnitOffer>> {
    if count == 0 {
        return BTreeMap::new();
    }
    let open = open_units(article, comparison);
    let each = open.map(|open| {
        let proposals = known.proposals_for(&open, 0.6, count).into_iter();
        let offers = proposals.map(|proposal| UnitOffer {
            source: proposal.offer.entry.source.clone(),
            similarity: match proposal.offer.kind {
                OfferKind::Similar | OfferKind::Repaired => percent(proposal.offer.similarity),
                _ => 100,
            },
            origin: proposal.offer.entry.article.clone(),
            target: proposal.target,
        });
        (open.item.id.to_string(), offers.collect())
    });
    each.collect()
}

/// A share of one as a whole number of per cent.
fn percent(share: f64) -> u8 {
    (0..=100_u8)
        .rev()
        .find(|percent| f64::from(*percent) <= share * 100.0)
        .unwrap_or(0)
}

fn batch_article(
    article: &Prepared,
    comparison: &Comparison,
    question: &ExportQuestion,
    terms: &Terms<'_>,
    mut offers: BTreeMap<String, Vec<UnitOffer>>,
) -> BatchArticle {
    let is_asked =
        |item: &Item| question.states.is_empty() || question.states.contains(&item.state);
    let units = comparison
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| is_asked(item));
    let units = units.map(|(place, item)| {
        let source = article
            .source
            .units
            .get(place)
            .filter(|unit| unit.id.base == item.id.base);
        let id = item.id.to_string();
        let offers = offers.remove(&id).unwrap_or_default();
        BatchUnit {
            block: source.map_or(0, |unit| unit.block),
            kind: kind_of(source.map_or("", |unit| &unit.group)),
            source: item.source.clone(),
            target: item
                .target
                .clone()
                .filter(|_| item.state != State::Inherited),
            state: state_of(item),
            is_covered: item.leader != place || item.state == State::Empty,
            was: item.was.clone(),
            notes: source
                .and_then(|unit| unit.note.as_deref())
                .map(str::to_owned)
                .into_iter()
                .collect(),
            maker: Some(&item.marks.maker)
                .filter(|maker| !maker.is_person())
                .map(ToString::to_string),
            review: item.marks.review.as_ref().map(ToString::to_string),
            offers,
            terms: terms.within(&item.source),
            id,
        }
    });
    BatchArticle {
        key: article.key.clone(),
        path: article.path.clone(),
        markup: markup_of(article.format),
        units: units.collect(),
    }
}

/// The kind of a block, as the comment of the source catalog names it: `## List item`.
fn kind_of(group: &str) -> String {
    let name = group.trim_start_matches('#').trim().to_lowercase();
    let plain: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    if plain.is_empty() {
        "block".to_owned()
    } else {
        plain
    }
}

fn state_of(item: &Item) -> UnitState {
    match item.state {
        State::Current if item.marks.review.is_some() => UnitState::Reviewed,
        State::Current | State::Empty => UnitState::Translated,
        State::Stale | State::Edited => UnitState::NeedsWork,
        State::Missing | State::Inherited | State::Obsolete => UnitState::Initial,
    }
}

/// The terms of a house, by the first word of each.
struct Terms<'t>(BTreeMap<&'t str, Vec<&'t Term>>);

impl<'t> Terms<'t> {
    fn of(terms: &'t [Term]) -> Self {
        let mut by_word: BTreeMap<&str, Vec<&Term>> = BTreeMap::new();
        for term in terms {
            if let Some(word) = words(&term.source).next() {
                by_word.entry(word).or_default().push(term);
            }
        }
        Self(by_word)
    }

    /// The terms that stand in a text.
    fn within(&self, text: &str) -> Vec<UnitTerm> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let found: BTreeSet<&str> = words(text).collect();
        let terms = found.iter().filter_map(|word| self.0.get(word)).flatten();
        let terms = terms.filter(|term| text.contains(&term.source));
        terms
            .map(|term| UnitTerm {
                source: term.source.clone(),
                target: term.target.clone(),
                forbidden: term.forbidden.clone(),
            })
            .collect()
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
