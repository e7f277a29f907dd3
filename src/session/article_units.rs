//! An article as an editor shows it: its sentences, and where each stands in which file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::diff::{facts, source_before};
use super::{Failure, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Base, Catalog, Entry, Id, Kind, MarkFault, Review};
use crate::compare::{Comparison, Item, State};
use crate::document::BlockKind;
use crate::memory::repair;
use crate::report::FactChange;
use crate::text::Span;
use crate::update::stub_of;

/// An article's sentences, and where they stand in its files. Spans are UTF-8 byte offsets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleUnits {
    /// The article's key.
    pub article: String,
    /// Its path.
    pub path: String,
    /// Path of its source catalog.
    pub source_path: String,
    /// Its units in the order of the article.
    pub units: Vec<ArticleUnit>,
    /// Its catalogs in the locales that were asked for.
    pub catalogs: Vec<CatalogUnits>,
    /// Whether it is a draft: its units are no work yet.
    pub is_draft: bool,
}

/// A sentence of an article, or what is translated as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleUnit {
    /// Its id.
    pub id: String,
    /// Kind of its block, as `heading`.
    pub kind: &'static str,
    /// Level of the heading that it is, from 1; 0 if it is none.
    pub level: usize,
    /// Its source text.
    pub text: String,
    /// What the author says of it to the translator.
    pub note: Option<String>,
    /// Its place in the article.
    pub span: Span,
    /// Where the article says it once more: a heading that repeats the title.
    pub again: Option<Span>,
    /// Index of its block.
    pub block: usize,
    /// Its message in the source catalog, if that is there already.
    pub place: Option<EntryPlace>,
}

/// The units of an article in a locale's catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogUnits {
    /// The locale.
    pub locale: String,
    /// Path of the catalog.
    pub path: String,
    /// Whether satz writes comments into it.
    pub has_notes: bool,
    /// One for each unit of the article, in its order.
    pub units: Vec<UnitInLocale>,
    /// Messages whose sentence is gone: id and place.
    pub obsolete: Vec<(String, EntryPlace)>,
}

/// What a locale has for a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitInLocale {
    /// Its state.
    pub state: State,
    /// Its translation.
    pub target: Option<String>,
    /// The id of the message that holds it.
    pub target_id: Option<String>,
    /// The source text that a stale translation was made for.
    pub was: Option<String>,
    /// What made the translation, if not a person.
    pub made: Option<String>,
    /// Whether a machine made it.
    pub is_machine: bool,
    /// Who stands for it.
    pub review: Option<Review>,
    /// Whether somebody stood for another text.
    pub is_review_void: bool,
    /// Whether alignment found it and nobody has looked at it.
    pub is_aligned: bool,
    /// Index of the unit that its group begins with: its own, or that of the one whose text covers it.
    pub leader: usize,
    /// Its message.
    pub place: Option<EntryPlace>,
    /// The comment that stands for a message that is missing.
    pub stub: Option<StubPlace>,
}

/// Where a message or term stands in a catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryPlace {
    /// The whole, with its comment.
    pub whole: Span,
    /// Its id.
    pub id: Span,
    /// What stands right of `=`.
    pub value: Span,
}

/// Where a stub stands, `# s7k2mq =`, and what was typed behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StubPlace {
    /// The whole comment.
    pub whole: Span,
    /// Its last line, without its end.
    pub line: Span,
    /// What was typed behind the `=`.
    pub typed: String,
}

impl EntryPlace {
    pub(super) fn of(entry: &Entry) -> Self {
        Self {
            whole: entry.span,
            id: entry.id_span,
            value: entry.value_span,
        }
    }
}

impl CatalogUnits {
    /// The span that stands for a unit in the catalog: its message or its stub.
    pub fn span_of(&self, unit: usize) -> Option<Span> {
        let unit = self.units.get(unit)?;
        let message = unit.place.map(|place| place.whole);
        message.or_else(|| unit.stub.as_ref().map(|stub| stub.whole))
    }

    /// Index of the unit whose message or stub holds the byte at `offset`, its end included.
    pub fn unit_at(&self, offset: usize) -> Option<usize> {
        (0..self.units.len())
            .find(|unit| self.span_of(*unit).is_some_and(|span| holds(span, offset)))
    }
}

impl ArticleUnits {
    /// Index of the unit that holds the byte of the article at `offset`, its end included.
    pub fn unit_at(&self, offset: usize) -> Option<usize> {
        let is_at = |unit: &ArticleUnit| {
            holds(unit.span, offset) || unit.again.is_some_and(|again| holds(again, offset))
        };
        self.units.iter().position(is_at)
    }

    /// Index of the unit whose message in the source catalog holds the byte at `offset`.
    pub fn unit_in_source(&self, offset: usize) -> Option<usize> {
        let is_at = |unit: &ArticleUnit| unit.place.is_some_and(|place| holds(place.whole, offset));
        self.units.iter().position(is_at)
    }
}

fn holds(span: Span, offset: usize) -> bool {
    span.start <= offset && offset <= span.end
}

impl Session {
    /// Returns the sentences of an article, and where each stands in the article, in its source catalog and
    /// in the catalogs of some locales.
    ///
    /// # Errors
    /// If there is no such article, it cannot be read, or a locale is not configured.
    ///
    /// # Examples
    /// ```
    /// use satz::compare::State;
    /// use satz::session::Session;
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "# Markt\n\nDer Markt ist offen."),
    /// ])?;
    /// let article = session.article_units("markt", &["en".to_owned()])?;
    /// assert_eq!(article.units[1].span.start, 9);
    /// assert_eq!(article.catalogs[0].units[1].state, State::Missing);
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn article_units(&self, key: &str, locales: &[String]) -> Result<ArticleUnits, Failure> {
        let (prepared, _) = self.prepared(key)?;
        let old = prepared.old_text.as_deref().unwrap_or_default();
        let old = places(&Catalog::parse(old).value);
        let units = prepared.units.iter().zip(&prepared.source.units);
        let units = units.map(|(unit, known)| ArticleUnit {
            id: known.id.to_string(),
            kind: unit.kind.name(),
            level: level(&prepared, unit.block),
            text: known.text.clone(),
            note: known.note.as_deref().map(str::to_owned),
            span: unit.span,
            again: unit.again.as_ref().map(|again| again.span),
            block: unit.block,
            place: old.get(&known.id.base).copied(),
        });
        let units = units.collect();
        let mut catalogs = Vec::new();
        for locale in locales {
            let locale = self.locale(locale)?;
            if let Some(target) = prepared.target(&locale) {
                catalogs.push(self.catalog_units(&prepared, target));
            }
        }
        let project = self.project();
        Ok(ArticleUnits {
            article: prepared.key.clone(),
            path: prepared.path.clone(),
            source_path: project.catalog_path(&project.source, key),
            units,
            catalogs,
            is_draft: prepared.is_draft(),
        })
    }

    /// What changed between two source texts of numbers, dates, names and negations.
    pub fn changed_facts(&self, was: &str, now: &str) -> Vec<FactChange> {
        facts(Some(was), now, &self.project().source)
    }

    /// Where a translation says of an old source text what the new one does not say any more: the words that
    /// have to be others, if facts alone changed. Bytes of `target`.
    pub fn outdated_words(
        &self,
        locale: &str,
        [now, was]: [&str; 2],
        target: &str,
    ) -> Option<Span> {
        let source_locale = &self.project().source;
        let repaired = repair(source_locale, locale, [now, was], target, &|_| false)?;
        let same = |pair: &(char, char)| pair.0 == pair.1;
        let length = |pair: (char, char)| pair.0.len_utf8();
        let pairs = target.chars().zip(repaired.chars());
        let mut start: usize = pairs.take_while(same).map(length).sum();
        let rest = target[start..].chars().rev();
        let pairs = rest.zip(repaired[start..].chars().rev());
        let mut end = target.len() - pairs.take_while(same).map(length).sum::<usize>();
        // Whole words, so that what is typed stands for them.
        let is_word = |c: char| c.is_alphanumeric();
        start = target[..start].trim_end_matches(is_word).len();
        end = target.len() - target[end..].trim_start_matches(is_word).len();
        (start < end).then(|| Span::new(start, end))
    }

    fn catalog_units(&self, prepared: &Arc<Prepared>, target: &TargetFile) -> CatalogUnits {
        let comparison = self.project().compare(prepared, target);
        let catalog = &target.catalog.value;
        let stubs = stubs(catalog);
        let in_locale = |item: &Item| UnitInLocale {
            state: item.state,
            target: item.target.clone(),
            target_id: item.target_id.map(|id| id.to_string()),
            was: source_before(prepared, item),
            made: Some(&item.marks.maker)
                .filter(|maker| !maker.is_person())
                .map(ToString::to_string),
            is_machine: item.marks.maker.is_machine(),
            review: item.review().cloned(),
            is_review_void: item.marks.fault == Some(MarkFault::Void) && item.review().is_none(),
            is_aligned: item.aligned.is_some(),
            leader: item.leader,
            place: item
                .entry
                .map(|entry| EntryPlace::of(&catalog.entries[entry])),
            stub: stubs
                .get(&item.id.base)
                .filter(|_| item.entry.is_none())
                .cloned(),
        };
        CatalogUnits {
            locale: target.locale.clone(),
            path: target.path.clone(),
            has_notes: self.project().notes(&target.locale),
            units: comparison.items.iter().map(in_locale).collect(),
            obsolete: obsolete(catalog, &comparison),
        }
    }
}

fn obsolete(catalog: &Catalog, comparison: &Comparison) -> Vec<(String, EntryPlace)> {
    let obsolete = comparison.obsolete.iter();
    let placed = obsolete.map(|gone| {
        let place = EntryPlace::of(&catalog.entries[gone.entry]);
        (gone.id.clone(), place)
    });
    placed.collect()
}

/// The messages of the source catalog by the bases of their ids, whatever their revisions; of equal ones the first.
fn places(catalog: &Catalog) -> BTreeMap<Base, EntryPlace> {
    let messages = catalog.messages();
    let mut places: Vec<(Base, EntryPlace)> = messages
        .filter_map(|(_, entry)| Some((Id::parse(&entry.id)?.base, EntryPlace::of(entry))))
        .collect();
    places.reverse();
    places.into_iter().collect()
}

/// The stubs of a catalog, by the bases of their ids; of equal ones the first.
fn stubs(catalog: &Catalog) -> BTreeMap<Base, StubPlace> {
    let comments = catalog.entries.iter();
    let comments = comments.filter(|entry| entry.kind == Kind::Comment(1));
    comments
        .filter_map(|entry| {
            let mut start = entry.span.start;
            for line in entry.span.of(&catalog.text).split_inclusive('\n') {
                let bare = line.trim_end_matches(['\n', '\r']);
                if let Some((id, typed)) = stub_of(bare) {
                    let line = Span::new(start, start + bare.len());
                    let whole = entry.span;
                    return Some((id.base, StubPlace { whole, line, typed }));
                }
                start += line.len();
            }
            None
        })
        .rev()
        .collect()
}

/// Level of the heading that a block is.
fn level(prepared: &Prepared, block: usize) -> usize {
    let block = &prepared.document.blocks[block];
    if block.kind != BlockKind::Heading {
        return usize::from(block.name.as_deref() == Some("title"));
    }
    let text = block.span.of(&prepared.text).trim_start();
    let marks = text.bytes().take_while(|byte| *byte == b'#').count();
    let of_tag = || {
        let digit = text
            .strip_prefix("<h")
            .or_else(|| text.strip_prefix("<H"))?;
        digit.chars().next()?.to_digit(10)
    };
    let underlined = || text.trim_end().ends_with("--").then_some(2);
    match marks {
        0 => of_tag().or_else(underlined).unwrap_or(1) as usize,
        marks => marks,
    }
}
