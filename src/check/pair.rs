use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use super::Check;
use super::markup::Markup;
use super::name_match::kept;
use super::shape::Shape;
use super::words::Word;
use crate::language::Lexicon;
use crate::mention::Mentions;
use crate::text::Span;

/// A term of the house's glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// The translated units of one article in one locale: what one check of a unit may look at beside it.
#[derive(Debug, Default)]
pub struct Translation {
    /// The locale.
    pub locale: String,
    /// The units, in the order of the article.
    pub units: Vec<Unit>,
    /// What each unit's German and its translation mention, read when first asked for.
    mentions: Vec<OnceCell<(Mentions, Mentions)>>,
    /// How each unit's German and its translation are built, read when first asked for.
    shapes: Vec<OnceCell<(Shape, Shape)>>,
    /// Names that some unit keeps as they are, found when first asked for.
    kept: OnceCell<HashSet<String>>,
}

/// A unit within its translation.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// All units.
    pub translation: &'a Translation,
    /// Index of this one.
    pub index: usize,
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
    pub fn new(locale: impl Into<String>, units: Vec<Unit>) -> Self {
        let mentions = units.iter().map(|_| OnceCell::new()).collect();
        let shapes = units.iter().map(|_| OnceCell::new()).collect();
        Self {
            locale: locale.into(),
            units,
            mentions,
            shapes,
            kept: OnceCell::new(),
        }
    }

    /// The locale's language, without region and script: `pt` of `pt-BR`.
    pub fn language(&self) -> &str {
        self.locale.split('-').next().unwrap_or_default()
    }

    /// What is known of the language's words.
    pub fn lexicon(&self) -> &'static Lexicon {
        Lexicon::of(self.language())
    }

    /// Words with a capital that some unit has on both sides as they are: names, most of them.
    pub fn kept(&self) -> &HashSet<String> {
        self.kept.get_or_init(|| kept(self))
    }

    /// The units as pairs.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'_>> {
        (0..self.units.len()).map(|index| Pair {
            translation: self,
            index,
        })
    }
}

impl<'a> Pair<'a> {
    /// The unit itself.
    pub fn unit(self) -> &'a Unit {
        &self.translation.units[self.index]
    }

    /// The German.
    pub fn source(self) -> &'a str {
        &self.unit().source
    }

    /// The translation.
    pub fn target(self) -> &'a str {
        &self.unit().target
    }

    /// What the German and the translation mention.
    pub fn mentions(self) -> (&'a Mentions, &'a Mentions) {
        // Digits within addresses and marks of footnotes are no figures.
        let (source, target) = self.translation.mentions[self.index].get_or_init(|| {
            let (source, target) = self.bare();
            (
                Mentions::of(source, Lexicon::of("de")),
                Mentions::of(target, self.translation.lexicon()),
            )
        });
        (source, target)
    }

    /// The German and the translation without what is no language; places stay.
    pub(super) fn bare(self) -> (&'a str, &'a str) {
        let (source, target) = self.shapes();
        (source.bare(self.source()), target.bare(self.target()))
    }

    /// Their words.
    pub(super) fn words(self) -> (Vec<Word<'a>>, Vec<Word<'a>>) {
        let (source, target) = self.shapes();
        (source.words(self.source()), target.words(self.target()))
    }

    /// What they have besides their words.
    pub(super) fn markup(self) -> (&'a Markup, &'a Markup) {
        let (source, target) = self.shapes();
        (&source.markup, &target.markup)
    }

    fn shapes(self) -> &'a (Shape, Shape) {
        self.translation.shapes[self.index]
            .get_or_init(|| (Shape::of(self.source()), Shape::of(self.target())))
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
