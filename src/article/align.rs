//! An existing translation taken into a locale's catalog.

use std::collections::{BTreeMap, BTreeSet};

use super::prepare::new_units;
use super::{Prepared, TargetFile};
use super::{bilingual, gap};
use crate::bitext::{Bead, Known, Pair, Parameters, Sentence, align};
use crate::catalog::{Catalog, Maker};
use crate::compare::State;
use crate::config::Project;
use crate::document::{self, BlockKind, Document, ForeignDefinitions, Format};
use crate::segment::{Options, Unit, segment};
use crate::text::{Parsed, Span};
use crate::update::{Found, Memory, Open, assign, keep_unaligned, write_translations};

/// A translation of an article that was made elsewhere.
#[derive(Debug, Clone)]
pub struct Translation<'a> {
    /// The article.
    pub article: &'a Prepared,
    /// The locale's catalog.
    pub target: &'a TargetFile,
    /// Its file, as its messages name it.
    pub file: String,
    /// Its text.
    pub text: String,
    /// Its format.
    pub format: &'static Format,
    /// The article that it was made from, if that is not the article of today.
    pub older: Option<String>,
    /// Whether it is the published page, of which nothing may get lost when it is built again.
    pub is_page: bool,
}

/// What became of a group of sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Written, and sure.
    Written,
    /// Written, and to be looked at.
    Doubtful,
    /// Not written: there was a translation, or the sentence is no longer in the article.
    Kept,
    /// German without translation.
    Missing,
    /// Translation without German.
    Unaligned,
}

impl Outcome {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Doubtful => "doubtful",
            Self::Kept => "kept",
            Self::Missing => "missing",
            Self::Unaligned => "unaligned",
        }
    }
}

/// A group of sentences that translate each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Ids of its units, as their messages have them.
    pub ids: Vec<String>,
    /// The German sentences.
    pub source: Vec<String>,
    /// Their translations.
    pub target: Vec<String>,
    /// The sentences by number.
    pub bead: Bead,
    /// What became of it.
    pub outcome: Outcome,
}

/// The result for one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Aligned {
    /// The groups, in the order of the German.
    pub rows: Vec<Row>,
    /// The text that the locale's catalog shall have.
    pub text: String,
}

impl Project {
    /// Aligns translations into one locale with their articles, which share what is learnt of the
    /// words, and takes them into the catalogs. Touches nothing.
    ///
    /// `finished` are articles whose translations teach words, `words` the user's word list.
    pub fn align(
        &self,
        translations: &[Translation<'_>],
        finished: &[(&Prepared, &TargetFile)],
        words: Vec<(String, String)>,
    ) -> Vec<Aligned> {
        let known = Known {
            words,
            sentences: self.finished(finished),
        };
        let drafts: Vec<Draft<'_>> = translations
            .iter()
            .map(|translation| self.draft(translation))
            .collect();
        let pairs: Vec<Pair> = drafts.iter().map(Draft::pair).collect();
        let parameters = Parameters::default();
        aligned(&pairs, &known, &parameters)
            .into_iter()
            .zip(&pairs)
            .zip(translations)
            .map(|((beads, pair), translation)| gap::closed(pair, &beads, translation.is_page))
            .zip(&drafts)
            .zip(translations)
            .map(|((beads, draft), translation)| {
                self.take_in(translation, draft, beads, &parameters)
            })
            .collect()
    }

    /// German sentences with their current translations.
    fn finished(&self, articles: &[(&Prepared, &TargetFile)]) -> Vec<(String, String)> {
        let mut out = Vec::new();
        for (article, target) in articles {
            for item in self.compare(article, target).items {
                if item.state == State::Current
                    && let Some(target) = item.target
                {
                    out.push((item.source, target));
                }
            }
        }
        out
    }

    fn draft<'a>(&self, translation: &'a Translation<'_>) -> Draft<'a> {
        let article = translation.article;
        let comparison = self.compare(article, translation.target);
        // Whether a unit of today lacks a translation, by its base: of equal ones the first.
        let mut lacking = BTreeMap::new();
        for (assigned, item) in article.assigned.iter().zip(&comparison.items) {
            let lacks = item.state == State::Missing;
            lacking.entry(assigned.id.base).or_insert(lacks);
        }
        let german = translation.older.as_ref().unwrap_or(&article.text);
        let (source, ids) = if translation.older.is_none() {
            let ids = article.assigned.iter().map(|assigned| assigned.id);
            (article.units.clone(), ids.collect::<Vec<_>>())
        } else {
            let document = self.parse_article(article.format, german);
            let units = segment(german, &document, &self.segmentation(&article.key));
            let new = new_units(german, &units, &[]);
            let assigned = assign(&article.source, &new, &Memory::default());
            let ids = assigned.into_iter().map(|assigned| assigned.id);
            (units, ids.collect())
        };
        let today: BTreeSet<String> = article
            .assigned
            .iter()
            .map(|assigned| assigned.id.to_string())
            .collect();
        let open = ids
            .iter()
            .zip(&source)
            .map(|(id, unit)| {
                let known = today.contains(&id.to_string());
                let was = (!known).then(|| unit.text(german).to_owned());
                let id = *id;
                (lacking.get(&id.base) == Some(&true)).then_some(Open { id, was })
            })
            .collect();
        let locale = &translation.target.locale;
        let options = document::Options {
            fields: self.fields.clone(),
            comments: self.comments.clone(),
            parameters: self.parameters.clone(),
            language: locale.clone(),
        };
        let text = translation.text.as_str();
        let document = (translation.format.parse)(text, &options).value;
        let target = segment(text, &document, &Options::of(locale));
        let target = with_words(german, &source, text, closed(text, &document, target));
        let has_labels = matches!(translation.format.name, "markdown" | "mdx");
        let definitions = has_labels.then(|| ForeignDefinitions::of(text, &article.text));
        Draft {
            german,
            text,
            definitions: definitions.unwrap_or_default(),
            translated: ids
                .iter()
                .map(|id| lacking.get(&id.base) == Some(&false))
                .collect(),
            ids: ids.iter().map(ToString::to_string).collect(),
            open,
            source,
            target,
            document,
        }
    }

    fn take_in(
        &self,
        translation: &Translation<'_>,
        draft: &Draft<'_>,
        beads: Vec<Bead>,
        parameters: &Parameters,
    ) -> Aligned {
        let article = translation.article;
        let found: Vec<Found> = beads
            .iter()
            .filter(|bead| !bead.source.is_empty() && !bead.target.is_empty())
            .map(|bead| Found {
                units: bead.source.clone().collect(),
                text: draft.joined(bead),
                doubt: (bead.confidence < parameters.sure).then_some(bead.confidence),
                maker: Some(Maker::of_file(&translation.file)),
            })
            .collect();
        // First what stands in the file: stubs that were filled in become messages.
        let renewed = |text: String| TargetFile {
            catalog: Catalog::parse(&text),
            text: Some(text),
            ..translation.target.clone()
        };
        let (text, _) = self.update(article, translation.target, false);
        let ready: Parsed<Catalog> = Catalog::parse(&text);
        let notes = self.notes(&translation.target.locale);
        let (text, written) = write_translations(&ready.value, &draft.open, &found, notes);
        let (text, _) = self.update(article, &renewed(text), false);
        let mut written = written.into_iter();
        let rows: Vec<Row> = beads
            .into_iter()
            .map(|bead| {
                let outcome = match (bead.source.is_empty(), bead.target.is_empty()) {
                    (true, _) => Outcome::Unaligned,
                    (_, true) => Outcome::Missing,
                    _ if written.next() != Some(true) => Outcome::Kept,
                    _ if bead.confidence < parameters.sure => Outcome::Doubtful,
                    _ => Outcome::Written,
                };
                draft.row(bead, outcome)
            })
            .collect();
        let mut unaligned: Vec<String> = Vec::new();
        for row in &rows {
            let lost = match row.outcome {
                Outcome::Unaligned => true,
                Outcome::Kept => !draft.is_translated(row),
                _ => false,
            };
            if lost {
                unaligned.extend(row.target.iter().cloned());
            }
        }
        let text = if notes {
            keep_unaligned(&text, &unaligned)
        } else {
            text
        };
        Aligned { rows, text }
    }
}

/// Aligns documents; where the source quotes an original beside its own words, and the target is the
/// original, it translates both.
fn aligned(pairs: &[Pair<'_>], known: &Known, parameters: &Parameters) -> Vec<Vec<Bead>> {
    let beads = align(pairs, known, parameters);
    let originals = pairs.iter().zip(&beads);
    let originals: Vec<_> = { originals }
        .map(|(pair, beads)| bilingual::originals(pair, beads))
        .collect();
    if originals.iter().all(BTreeSet::is_empty) {
        return beads;
    }
    let left: Vec<Pair<'_>> = { pairs.iter().zip(&originals) }
        .map(|(pair, originals)| bilingual::without(pair, originals))
        .collect();
    let beads = align(&left, known, parameters).into_iter();
    let counts = pairs.iter().map(|pair| pair.source.len());
    { beads.zip(&originals).zip(counts) }
        .map(|((beads, originals), count)| bilingual::with_left_out(beads, originals, count))
        .collect()
}

/// A translation before it is aligned.
struct Draft<'a> {
    /// The text of the German that it was made from.
    german: &'a str,
    /// Its own text.
    text: &'a str,
    ids: Vec<String>,
    open: Vec<Option<Open>>,
    /// Units that have a translation already.
    translated: Vec<bool>,
    source: Vec<Unit>,
    target: Vec<Unit>,
    /// The translation's blocks.
    document: Document,
    /// Definitions of links that the article does not have.
    definitions: ForeignDefinitions,
}

impl Draft<'_> {
    fn pair(&self) -> Pair<'_> {
        Pair {
            source: sentences(self.german, &self.source),
            target: sentences(self.text, &self.target),
        }
    }

    /// The translation of a group as one value: a blank line between blocks, and before it where the
    /// source goes on and the translation begins a paragraph.
    fn joined(&self, bead: &Bead) -> String {
        let mut out = String::new();
        if self.begins_paragraph(bead) {
            out.push_str("\n\n");
        }
        let mut last: Option<&Unit> = None;
        for unit in &self.target[bead.target.clone()] {
            if let Some(last) = last {
                if last.block == unit.block {
                    let text = self.document.blocks[unit.block].text(self.text);
                    out.push_str(&text[last.range.end..unit.range.start]);
                } else {
                    out.push_str("\n\n");
                }
            }
            out.push_str(&self.definitions.resolved(unit.text(self.text)));
            last = Some(unit);
        }
        out
    }

    /// Whether the translation begins a paragraph where the source goes on with one.
    fn begins_paragraph(&self, bead: &Bead) -> bool {
        let both = |units: &[Unit], at: usize| {
            let before = units.get(at.checked_sub(1)?)?;
            let unit = units.get(at)?;
            let is_paragraph = |unit: &Unit| unit.kind == BlockKind::Paragraph;
            (is_paragraph(before) && is_paragraph(unit)).then_some(before.block == unit.block)
        };
        let goes_on = both(&self.source, bead.source.start) == Some(true);
        goes_on && both(&self.target, bead.target.start) == Some(false)
    }

    fn row(&self, bead: Bead, outcome: Outcome) -> Row {
        let texts = |text: &str, units: &[Unit]| {
            let own = units.iter().map(|unit| unit.text(text).to_owned());
            own.collect()
        };
        Row {
            ids: self.ids[bead.source.clone()].to_vec(),
            source: texts(self.german, &self.source[bead.source.clone()]),
            target: texts(self.text, &self.target[bead.target.clone()]),
            bead,
            outcome,
        }
    }

    /// Whether every unit of a group that was not written has a translation already.
    fn is_translated(&self, row: &Row) -> bool {
        row.bead.source.clone().all(|unit| self.translated[unit])
    }
}

/// The units of a text as the aligner sees them.
fn sentences<'a>(text: &'a str, units: &'a [Unit]) -> Vec<Sentence<'a>> {
    let sentence = |unit: &'a Unit| Sentence {
        text: unit.text(text),
        block: unit.block,
        kind: unit.kind.name(),
    };
    units.iter().map(sentence).collect()
}

/// The units of a translation without those of tags alone that the article does not have: they
/// translate nothing.
fn with_words(german: &str, source: &[Unit], text: &str, mut units: Vec<Unit>) -> Vec<Unit> {
    let known: BTreeSet<&str> = source.iter().map(|unit| unit.text(german)).collect();
    units.retain(|unit| {
        let words = unit.text(text);
        !words.contains('<') || known.contains(words) || document::has_words(words)
    });
    units
}

/// Gives a closing guillemet that was cut off to the sentence that it closes: "« Non. »".
fn closed(text: &str, document: &Document, units: Vec<Unit>) -> Vec<Unit> {
    const MARK: char = '»';
    let mut out: Vec<Unit> = Vec::with_capacity(units.len());
    for mut unit in units {
        if let Some(last) = out.last_mut()
            && last.block == unit.block
            && let Some(rest) = unit.text(text).strip_prefix(MARK)
            && let opened = last.text(text)
            && opened.matches('«').count() > opened.matches(MARK).count()
        {
            let rest = rest.trim_start().to_owned();
            let block = document.blocks[unit.block].text(text);
            let end = unit.range.start + MARK.len_utf8();
            last.range = Span::new(last.range.start, end);
            last.reads = Some(last.range.of(&block).into());
            last.span = Span::new(last.span.start, unit.span.start + MARK.len_utf8());
            if rest.is_empty() {
                continue;
            }
            unit.range = Span::new(unit.range.end - rest.len(), unit.range.end);
            unit.reads = Some(rest.into());
        }
        out.push(unit);
    }
    out
}
