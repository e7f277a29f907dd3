//! What the memory offers for open units, and units filled with it.

use std::collections::BTreeMap;

use super::checks::{TextPair, check_texts};
use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Id, escape};
use crate::compare::{Comparison, Item, State};
use crate::config::CheckSet;
use crate::config::{Project, suggest};
use crate::exchange::{TmxUnit, read_tmx};
use crate::memory::{Entry, Index, Memory, Offer, OfferKind, Query, Search, repair};
use crate::report::{MemoryOffer, Suggestion};
use crate::store::Write;
use crate::text::LineIndex;
use crate::update::{FilledUnit, fill};

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
    /// Whether sentences are filled, too, that differ from others in figures alone.
    pub repairs: bool,
    /// Whether it is written.
    pub writes: bool,
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
        let (articles, errors) = self.workspace.prepare(&[], &*report.begin("articles"));
        report.fail_all(errors)?;
        let known = self.known(&articles, &locale, report)?;
        let mut suggestions = Vec::new();
        for open in known.open() {
            if !question.ids.is_empty() && !question.ids.iter().any(|id| is_named(open.item, id)) {
                continue;
            }
            if !keys.is_empty() && !keys.contains(&open.article.key) {
                continue;
            }
            let proposals = known.proposals(&open.query(), question.least, question.count);
            if !proposals.is_empty() || !question.ids.is_empty() {
                suggestions.push(open.suggestion(&locale, &proposals));
            }
        }
        for id in &question.ids {
            let parsed = Id::parse(id);
            let is_its = |unit: &Suggestion| {
                Id::parse(&unit.id).map(|id| id.base) == parsed.map(|id| id.base)
            };
            if parsed.is_none() || !suggestions.iter().any(is_its) {
                let open: Vec<String> = known.open().map(|open| open.item.id.to_string()).collect();
                let open: Vec<&str> = open.iter().map(String::as_str).collect();
                let hint = match suggest(id, &open) {
                    Some(other) => format!("did you mean `{other}`?"),
                    None => format!("see `satz diff {locale}`"),
                };
                return Err(format!("no open unit of {locale} has the id `{id}`; {hint}").into());
            }
        }
        Ok(suggestions)
    }

    /// Gives open units of a locale the translation that the same sentence has elsewhere, marked
    /// as `# made: memory`, and if that is asked for those of sentences that differ in figures alone,
    /// with their own figures. What somebody typed behind a stub stays.
    ///
    /// # Errors
    /// If the locale or an article is not there, or the work was stopped.
    pub fn fill(
        &self,
        question: &FillQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Filled>, Failure> {
        let report = &mut Report::new(sink);
        let locale = self.locale(&question.locale)?;
        let keys = self.keys(&of_articles(&question.articles))?;
        let (articles, errors) = self.workspace.prepare(&[], &*report.begin("articles"));
        report.fail_all(errors)?;
        let writer = if question.writes {
            Some(self.writer(report)?)
        } else {
            None
        };
        let known = self.known(&articles, &locale, report)?;
        let mut all_filled = Vec::new();
        for (article, target, comparison) in &known.articles {
            if !keys.is_empty() && !keys.contains(&article.key) {
                continue;
            }
            let found = known.fillings(article, comparison, question.repairs);
            let Some((new, filled)) = self.filled(article, target, found) else {
                continue;
            };
            if let Some(writer) = &writer {
                let write = Write {
                    path: target.path.clone(),
                    old: target.text.clone(),
                    new,
                };
                if let Err(error) = writer.write(&[write]) {
                    report.fail(error);
                    continue;
                }
            }
            all_filled.extend(filled);
        }
        if let Some(writer) = writer {
            writer.close()?;
        }
        Ok(all_filled)
    }

    /// Returns what is known of a locale: its articles, and the memory of them and of the house. What
    /// cannot be read of the house's memories is reported.
    fn known<'a>(
        &'a self,
        articles: &'a [Prepared],
        locale: &'a str,
        report: &mut Report<'_>,
    ) -> Result<Known<'a>, Failure> {
        let (files, errors) = self.workspace.memories();
        report.fail_all(errors)?;
        let mut entries = Vec::new();
        for (path, text) in files {
            let memory = read_tmx(&text);
            for fault in &memory.diagnostics {
                let line = LineIndex::new(&text).place(&text, fault.span.start).line;
                report.fail(format_args!("{path}:{line}: {}", fault.message));
            }
            let pairs = { memory.value.iter() }
                .filter_map(|unit| of_house(unit, &self.project().source, locale, &path));
            entries.extend(pairs);
        }
        Ok(Known::of(self.project(), articles, locale, entries))
    }

    /// Returns the catalog of an article with open units filled, and these; none if there is none.
    fn filled(
        &self,
        article: &Prepared,
        target: &TargetFile,
        found: Vec<(&Item, Proposal<'_>)>,
    ) -> Option<(String, Vec<Filled>)> {
        let project = self.project();
        let units: Vec<FilledUnit<'_>> = { found.iter() }
            .map(|(item, proposal)| FilledUnit {
                id: item.id,
                source: &item.source,
                pattern: &proposal.pattern,
                maker: match proposal.offer.kind {
                    OfferKind::Repaired => "memory repaired",
                    _ => "memory",
                },
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
        Some((new, filled.collect()))
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
        let (articles, errors) = self.workspace.prepare(&[], &*report.begin("articles"));
        report.fail_all(errors)?;
        let known = self.known(&articles, &locale, report)?;
        Ok(known.memory.find(text).cloned().collect())
    }
}

/// Texts of no workspace among which similar ones are looked for.
///
/// # Examples
/// ```
/// use satz::session::SimilarTexts;
/// let texts = ["Das Tor schließt um sechs.", "Hunde bleiben draußen."];
/// let texts = SimilarTexts::of(texts.iter().map(|text| text.to_string()).collect());
/// let found = texts.best(&["Das Tor schließt um acht."], 0.5);
/// assert_eq!(found[0].as_ref().map(|(text, _)| *text), Some("Das Tor schließt um sechs."));
/// ```
#[derive(Debug)]
pub struct SimilarTexts {
    texts: Vec<String>,
    index: Index,
}

impl SimilarTexts {
    /// Makes texts ready.
    pub fn of(texts: Vec<String>) -> Self {
        Self {
            index: Index::of(&texts),
            texts,
        }
    }

    /// Returns for each query the text that is most similar, with its similarity (1 less the edit
    /// distance over the characters of the longer text); none if it is less than `least`.
    pub fn best(&self, queries: &[&str], least: f64) -> Vec<Option<(&str, f64)>> {
        let mut search = Search::new(&self.index);
        let mut best = |query: &&str| {
            let found = search.best(query, least, 1).into_iter().next()?;
            Some((self.texts[found.number].as_str(), found.similarity))
        };
        queries.iter().map(&mut best).collect()
    }
}

/// How similar a sentence must be for its figures to be exchanged.
const REPAIRABLE: f64 = 0.5;

/// A translation that is offered, as it would be written.
struct Proposal<'m> {
    offer: Offer<'m>,
    target: String,
    pattern: String,
}

/// The articles of a workspace in one locale, and its memory.
struct Known<'a> {
    source_locale: &'a str,
    locale: &'a str,
    articles: Vec<(&'a Prepared, &'a TargetFile, Comparison)>,
    memory: Memory,
}

/// A unit that has no translation, or an old one.
struct OpenUnit<'a> {
    article: &'a Prepared,
    item: &'a Item,
    before: &'a str,
    after: &'a str,
}

impl<'a> Known<'a> {
    fn of(
        project: &'a Project,
        articles: &'a [Prepared],
        locale: &'a str,
        of_house: Vec<Entry>,
    ) -> Self {
        let mut known = Self {
            source_locale: &project.source,
            locale,
            articles: Vec::new(),
            memory: Memory::default(),
        };
        let mut entries = Vec::new();
        for article in articles {
            let Some(target) = article.target(locale) else {
                continue;
            };
            let comparison = project.compare(article, target);
            entries.extend(finished(article, target, &comparison));
            known.articles.push((article, target, comparison));
        }
        entries.extend(of_house);
        known.memory = Memory::of(entries);
        known
    }

    /// Returns at most `count` offers for a sentence, the best first. Where figures alone differ, they
    /// are exchanged if the result passes the checks.
    fn proposals(&self, query: &Query<'_>, least: f64, count: usize) -> Vec<Proposal<'_>> {
        let offers = self.memory.offers(query, least, count).into_iter();
        let mut proposals: Vec<Proposal<'_>> = offers
            .map(|offer| {
                self.repaired(query, offer).unwrap_or_else(|| Proposal {
                    target: offer.entry.target.clone(),
                    pattern: offer.entry.pattern.clone(),
                    offer,
                })
            })
            .collect();
        proposals.sort_by_key(|proposal| proposal.offer.kind);
        proposals
    }

    fn repaired<'m>(&self, query: &Query<'_>, offer: Offer<'m>) -> Option<Proposal<'m>> {
        let entry = offer.entry;
        // A value with placeables is more than its text.
        if offer.kind != OfferKind::Similar || entry.pattern != escape(&entry.target) {
            return None;
        }
        let (source_locale, locale) = (self.source_locale, self.locale);
        let target = repair(
            source_locale,
            locale,
            query.source,
            &entry.source,
            &entry.target,
        )?;
        let pair = TextPair {
            source: query.source.to_owned(),
            target: target.clone(),
            ..TextPair::default()
        };
        let flaws = check_texts(source_locale, locale, vec![pair], CheckSet::Usual);
        flaws.is_empty().then(|| Proposal {
            pattern: escape(&target),
            target,
            offer: Offer {
                kind: OfferKind::Repaired,
                ..offer
            },
        })
    }

    /// Returns the open units of an article that have no translation yet and for which there is one.
    fn fillings<'u>(
        &self,
        article: &'u Prepared,
        comparison: &'u Comparison,
        repairs: bool,
    ) -> Vec<(&'u Item, Proposal<'_>)> {
        let missing = open_units(article, comparison);
        let missing = missing.filter(|open| open.item.state == State::Missing);
        let least = if repairs { REPAIRABLE } else { 1.0 };
        missing
            .filter_map(|open| {
                let proposal = self.proposals(&open.query(), least, 3).into_iter().next()?;
                (proposal.offer.kind != OfferKind::Similar).then_some((open.item, proposal))
            })
            .collect()
    }

    fn open(&self) -> impl Iterator<Item = OpenUnit<'_>> {
        { self.articles.iter() }
            .flat_map(|(article, _, comparison)| open_units(article, comparison))
    }
}

impl OpenUnit<'_> {
    fn query(&self) -> Query<'_> {
        Query {
            source: &self.item.source,
            before: self.before,
            after: self.after,
        }
    }

    fn suggestion(&self, locale: &str, proposals: &[Proposal<'_>]) -> Suggestion {
        let offer = |proposal: &Proposal<'_>| MemoryOffer {
            kind: proposal.offer.kind.name(),
            is_same: proposal.offer.kind <= OfferKind::Exact,
            similarity: proposal.offer.similarity,
            times: proposal.offer.times,
            source: proposal.offer.entry.source.clone(),
            target: proposal.target.clone(),
            article: proposal.offer.entry.article.clone(),
            id: proposal.offer.entry.id.clone(),
        };
        Suggestion {
            locale: locale.to_owned(),
            article: self.article.key.clone(),
            id: self.item.id.to_string(),
            state: self.item.state,
            source: self.item.source.clone(),
            target: self.item.target.clone().filter(|target| !target.is_empty()),
            offers: proposals.iter().map(offer).collect(),
        }
    }
}

/// The open units of an article, those of a draft not.
fn open_units<'a>(
    article: &'a Prepared,
    comparison: &'a Comparison,
) -> impl Iterator<Item = OpenUnit<'a>> {
    let items = &comparison.items;
    let is_draft = article.is_draft();
    let open = items.iter().enumerate().filter(move |(_, item)| {
        !is_draft && matches!(item.state, State::Missing | State::Stale | State::Edited)
    });
    open.map(|(place, item)| {
        let (before, after) = neighbours(items, place);
        OpenUnit {
            article,
            item,
            before,
            after,
        }
    })
}

/// The finished translations of an article: of one sentence each, and looked at by somebody.
fn finished(article: &Prepared, target: &TargetFile, comparison: &Comparison) -> Vec<Entry> {
    let items = &comparison.items;
    let mut members: BTreeMap<usize, usize> = BTreeMap::new();
    for item in items {
        *members.entry(item.leader).or_default() += 1;
    }
    let mut entries = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let (Some(text), Some(entry)) = (&item.target, item.entry) else {
            continue;
        };
        let pattern = target.catalog.value.pattern_line(entry);
        if let Some(pattern) = pattern.filter(|_| {
            item.state == State::Current && !item.aligned && members.get(&place) == Some(&1)
        }) {
            let (before, after) = neighbours(items, place);
            entries.push(Entry {
                source: item.source.clone(),
                target: text.clone(),
                pattern,
                article: article.key.clone(),
                id: item.id.to_string(),
                before: before.to_owned(),
                after: after.to_owned(),
            });
        }
    }
    entries
}

/// A unit of the house's memory as a translation into a locale, or into its language if the memory has
/// no other.
fn of_house(unit: &TmxUnit, source_locale: &str, locale: &str, path: &str) -> Option<Entry> {
    let text = |locale: &str| {
        let is_same = |language: &&(String, String)| language.0.eq_ignore_ascii_case(locale);
        let of_language =
            |language: &&(String, String)| bare(&language.0).eq_ignore_ascii_case(bare(locale));
        let mut texts = unit.texts.iter();
        let exact = texts.find(is_same);
        exact
            .or_else(|| unit.texts.iter().find(of_language))
            .map(|(_, text)| text.clone())
    };
    let (source, target) = (text(source_locale)?, text(locale)?);
    Some(Entry {
        pattern: escape(&target),
        source,
        target,
        article: path.to_owned(),
        ..Entry::default()
    })
}

/// The language of a locale, without script and region.
fn bare(locale: &str) -> &str {
    locale.split(['-', '_']).next().unwrap_or_default()
}

/// The sources of the units before and behind one.
fn neighbours(items: &[Item], place: usize) -> (&str, &str) {
    let source = |place: Option<usize>| {
        let item = place.and_then(|place| items.get(place));
        item.map_or("", |item| item.source.as_str())
    };
    (source(place.checked_sub(1)), source(Some(place + 1)))
}

fn is_named(item: &Item, id: &str) -> bool {
    Id::parse(id).is_some_and(|id| id.base == item.id.base)
}

fn of_articles(articles: &[String]) -> Selection {
    Selection {
        locales: Vec::new(),
        articles: articles.to_vec(),
    }
}
