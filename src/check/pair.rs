//! Two texts side by side, and what the checks read in them: each text is read once.

pub(super) mod acronyms;
mod alike;
pub(super) mod characters;
pub(super) mod copy;
pub(super) mod difference;
pub(super) mod exonym;
pub(super) mod glossary;
mod length;
pub(super) mod markup;
pub(super) mod names;
pub(super) mod numbers;
mod opaque;
pub(super) mod reading;
pub(super) mod run;
pub(super) mod sound;
pub(super) mod stretches;
pub(super) mod terms;
pub(super) mod tongue;
mod unmatched;
pub(super) mod values;
pub(super) mod words;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::Check;
use crate::language::{Language, Lexicon, Writing, language, lower_in_place, writing};
use crate::mention::Mentions;
use crate::text::Span;

use acronyms::Renderings;
use characters::{Characters, Marks};
use copy::is_copy;
use glossary::Glossary;
use length::Lengths;
use names::Name;
use reading::Reading;
use unmatched::Unmatched;
use words::Vocabulary;

/// A term of the house's glossary.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// The German, in its basic form.
    pub source: String,
    /// What it must become, in its basic form.
    pub target: String,
    /// Other forms that it may have.
    pub forms: Vec<String>,
    /// What it must not become.
    pub forbidden: Vec<String>,
}

/// A unit that has a translation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// What it is called; unique in its translation.
    pub id: String,
    /// The German. Of a unit that covers its neighbours, their German as well.
    pub source: String,
    /// The translation, decoded.
    pub target: String,
    /// The terms that hold for this unit.
    pub terms: Arc<[Term]>,
}

/// The translated units of one article in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Translation {
    /// The locale that was translated from.
    pub source_locale: String,
    /// The locale.
    pub locale: String,
    /// The units, in the order of the article.
    pub units: Vec<Unit>,
}

/// The translations in small letters, where each word has the same place in them.
#[derive(Debug)]
pub(super) struct Lowered(Vec<Option<String>>);

/// What is known of one of the two languages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tongue {
    /// Lists of its words.
    pub(super) lists: &'static Language,
    /// Its words for numbers, dates and the like.
    pub(super) lexicon: &'static Lexicon,
    /// How it is written, if that is known.
    pub(super) writing: Option<&'static Writing>,
}

/// A translation as its checks see it.
#[derive(Debug)]
pub(super) struct Article<'a> {
    /// The units themselves.
    pub(super) translation: &'a Translation,
    /// The language that was translated from.
    pub(super) from: Tongue,
    /// The language of the translation.
    pub(super) to: Tongue,
    /// What was read in each unit.
    readings: Vec<Readings<'a>>,
    /// The marks that the language puts a space before, and guillemets.
    pub(super) spaced: Marks,
    lengths: OnceCell<Option<Lengths>>,
    kept: OnceCell<FxHashSet<&'a str>>,
    common: OnceCell<FxHashSet<&'a str>>,
    translated: OnceCell<FxHashSet<&'a str>>,
    acronyms: OnceCell<Renderings<'a>>,
    /// The glossary that was asked for last: most often all units have the same.
    glossary: RefCell<Option<Rc<Glossary>>>,
}

/// What was read in a unit: at once, or when first asked for.
#[derive(Debug)]
struct Readings<'a> {
    source: Reading<'a>,
    target: Reading<'a>,
    there: OnceCell<Vocabulary<'a>>,
    is_copy: OnceCell<bool>,
    mentions: OnceCell<(Mentions<'a>, Mentions<'a>)>,
    names: OnceCell<(Vec<Name<'a>>, Vec<Name<'a>>)>,
    numbers: OnceCell<Unmatched>,
}

/// A unit within its article: what one check of a unit may look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    /// All units.
    pub(super) article: &'a Article<'a>,
    /// Index of this one.
    pub(super) index: usize,
}

/// Something wrong with the translation of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Place in the unit's target, in UTF-8 bytes; empty if something is not there.
    pub span: Span,
    /// What it is about, in a word or two: `9`, `Mittwoch`.
    pub detail: String,
    /// What is wrong, one plain sentence.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
    /// What has to stand in the place of `span`, if that is certain.
    pub fix: Option<String>,
}

/// A flaw, the check that found it, and the unit it is in.
#[derive(Debug, Clone)]
pub struct Flawed {
    /// The check.
    pub check: &'static Check,
    /// Index of the unit in its translation.
    pub unit: usize,
    /// The flaw.
    pub flaw: Flaw,
}

impl Translation {
    /// A translation with its units.
    pub fn new(
        source_locale: impl Into<String>,
        locale: impl Into<String>,
        units: Vec<Unit>,
    ) -> Self {
        Self {
            source_locale: source_locale.into(),
            locale: locale.into(),
            units,
        }
    }

    /// The locale's language, without region and script: `pt` of `pt-BR`.
    pub fn language(&self) -> &str {
        code(&self.locale)
    }

    /// The language that was translated from.
    pub fn source_language(&self) -> &str {
        code(&self.source_locale)
    }
}

fn code(locale: &str) -> &str {
    locale.split('-').next().unwrap_or_default()
}

impl Tongue {
    fn of(locale: &str) -> Self {
        let code = code(locale);
        Self {
            lists: language(code),
            lexicon: Lexicon::of(code),
            writing: writing(code),
        }
    }
}

impl Lowered {
    pub(super) fn of(translation: &Translation) -> Self {
        let units = translation.units.iter();
        Self(units.map(|unit| lower_in_place(&unit.target)).collect())
    }
}

impl<'a> Article<'a> {
    pub(super) fn of(translation: &'a Translation, lowered: &'a Lowered) -> Self {
        let units = translation.units.iter().zip(&lowered.0);
        // Few words of the German are asked for in small letters.
        let readings = units.map(|(unit, lowered)| Readings {
            source: Reading::of(&unit.source, None),
            target: Reading::of(&unit.target, lowered.as_deref()),
            there: OnceCell::new(),
            is_copy: OnceCell::new(),
            mentions: OnceCell::new(),
            names: OnceCell::new(),
            numbers: OnceCell::new(),
        });
        let from = Tongue::of(&translation.source_locale);
        let to = Tongue::of(&translation.locale);
        let spaced = to.writing.map_or(&[][..], |writing| &writing.spaced);
        let spaced = spaced
            .iter()
            .fold(Characters::of("«»"), |set, c| set.with(*c..=*c));
        Self {
            translation,
            from,
            to,
            spaced: Marks::from(&spaced),
            readings: readings.collect(),
            lengths: OnceCell::new(),
            kept: OnceCell::new(),
            common: OnceCell::new(),
            translated: OnceCell::new(),
            acronyms: OnceCell::new(),
            glossary: RefCell::new(None),
        }
    }

    /// What becomes of the German's short forms.
    pub(super) fn acronyms(&'a self) -> &'a Renderings<'a> {
        self.acronyms.get_or_init(|| Renderings::of(self))
    }

    /// The units as pairs.
    pub(super) fn pairs(&'a self) -> impl Iterator<Item = Pair<'a>> {
        (0..self.readings.len()).map(|index| Pair {
            article: self,
            index,
        })
    }

    /// Whether the language puts a space before a mark.
    pub(super) fn has_space_before(&self, mark: char) -> bool {
        self.to
            .writing
            .is_some_and(|writing| writing.spaced.contains(&mark))
    }

    /// Words with a capital that some unit has on both sides as they are: names, most of them.
    pub(super) fn kept(&'a self) -> &'a FxHashSet<&'a str> {
        self.kept.get_or_init(|| names::kept(self))
    }

    /// Words of the source with a capital that several units have, and no translation.
    pub(super) fn translated(&'a self) -> &'a FxHashSet<&'a str> {
        self.translated.get_or_init(|| names::translated(self))
    }

    /// Words of the source with a capital that have an article somewhere: no names, most of them.
    pub(super) fn common(&'a self) -> &'a FxHashSet<&'a str> {
        self.common.get_or_init(|| names::common(self))
    }
}

impl<'a> Pair<'a> {
    /// The unit itself.
    pub(super) fn unit(self) -> &'a Unit {
        &self.article.translation.units[self.index]
    }

    /// The terms that hold for the unit.
    pub(super) fn glossary(self) -> Rc<Glossary> {
        let terms = &self.unit().terms;
        let mut last = self.article.glossary.borrow_mut();
        match last.as_ref().filter(|glossary| glossary.is_of(terms)) {
            Some(glossary) => Rc::clone(glossary),
            None => Rc::clone(last.insert(Rc::new(Glossary::of(terms)))),
        }
    }

    /// The German.
    pub(super) fn source(self) -> &'a str {
        &self.unit().source
    }

    /// The translation.
    pub(super) fn target(self) -> &'a str {
        &self.unit().target
    }

    /// The language of the translation.
    pub(super) fn language(self) -> &'a str {
        self.article.translation.language()
    }

    /// The language that was translated from.
    pub(super) fn source_language(self) -> &'a str {
        self.article.translation.source_language()
    }

    /// How the source's language is written, if that is known.
    pub(super) fn source_writing(self) -> Option<&'static Writing> {
        self.article.from.writing
    }

    /// The lists of the source's language.
    pub(super) fn source_lists(self) -> &'static Language {
        self.article.from.lists
    }

    /// Whether both texts are in one language, as for a region or in plain words.
    pub(super) fn is_one_language(self) -> bool {
        self.language() == self.source_language()
    }

    /// How that language is written, if that is known.
    pub(super) fn writing(self) -> Option<&'static Writing> {
        self.article.to.writing
    }

    /// What was read in the German and in the translation.
    pub(super) fn readings(self) -> (&'a Reading<'a>, &'a Reading<'a>) {
        let readings = self.own();
        (&readings.source, &readings.target)
    }

    /// The German and the translation without what is no language; places stay.
    pub(super) fn bare(self) -> (&'a str, &'a str) {
        let (source, target) = self.readings();
        (source.bare(), target.bare())
    }

    /// The words that the German has, as they are written.
    pub(super) fn there(self) -> &'a Vocabulary<'a> {
        let readings = self.own();
        let words = &readings.source.words;
        readings.there.get_or_init(|| Vocabulary::of(words))
    }

    /// Whether the two texts are the same but for typography, case and marks.
    pub(super) fn is_copy(self) -> bool {
        let readings = self.own();
        *readings
            .is_copy
            .get_or_init(|| is_copy(self.source(), self.target()))
    }

    /// What the German and the translation mention.
    pub(super) fn mentions(self) -> (&'a Mentions<'a>, &'a Mentions<'a>) {
        // Digits within addresses and marks of footnotes are no figures.
        let (source, target) = self.own().mentions.get_or_init(|| {
            let (source, target) = self.readings();
            let (from, to) = (self.article.from.lexicon, self.article.to.lexicon);
            (
                Mentions::of(source.bare(), &source.tokens, from),
                Mentions::of(target.bare(), &target.tokens, to),
            )
        });
        (source, target)
    }

    /// Their words with a Latin capital.
    pub(super) fn names(self) -> (&'a [Name<'a>], &'a [Name<'a>]) {
        let (source, target) = self.own().names.get_or_init(|| names::names(self));
        (source, target)
    }

    /// Their numbers without an answer.
    pub(super) fn numbers(self) -> &'a Unmatched {
        self.own().numbers.get_or_init(|| numbers::compare(self))
    }

    /// How far the length of the translation is from what its language and its article make likely,
    /// in standard deviations: below zero it is too short. None if satz does not know the language.
    pub(super) fn deviation(self) -> Option<f64> {
        let lengths = self
            .article
            .lengths
            .get_or_init(|| Lengths::of(self.article));
        lengths.as_ref().map(|lengths| lengths.deviation(self))
    }

    /// How many characters the German and the translation have.
    pub(super) fn counts(self) -> (usize, usize) {
        let (source, target) = self.readings();
        (source.count, target.count)
    }

    fn own(self) -> &'a Readings<'a> {
        &self.article.readings[self.index]
    }
}

impl Flaw {
    /// A flaw without hints and fix.
    pub fn new(span: Span, detail: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            span,
            detail: detail.into(),
            message: message.into(),
            hints: Vec::new(),
            fix: None,
        }
    }

    /// Adds a sentence that says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Says what certainly has to stand in the place.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }
}
