//! What the commands have to show, in every form that it can be shown in. One file per form.

mod align;
mod json;
mod text;

use crate::text::Severity;

pub use align::{ALIGN_FORMS, AlignForm, AlignedArticle, AlignedGroup};
pub use text::word_diff;

/// Completeness of one article in one locale, in units and in words of the German.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// The locale.
    pub locale: String,
    /// The article: its path below the folder of articles, without its ending.
    pub article: String,
    /// Units of the source.
    pub units: usize,
    /// Units with an up-to-date translation.
    pub current: usize,
    /// Units whose German has changed.
    pub stale: usize,
    /// Stale units whose translation has changed since, to be accepted.
    pub edited: usize,
    /// Units without a translation.
    pub missing: usize,
    /// Units that another one covers.
    pub empty: usize,
    /// Units that a parent locale supplies.
    pub inherited: usize,
    /// Messages whose sentence is gone.
    pub obsolete: usize,
    /// Units whose translation alignment found and nobody has looked at.
    pub aligned: usize,
    /// Words of the source.
    pub words: usize,
    /// Words of the source in units that are current, empty or inherited.
    pub words_current: usize,
}

/// A unit that is not up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The locale.
    pub locale: String,
    /// The article.
    pub article: String,
    /// The unit's id in the source catalog, or that of an obsolete message.
    pub id: String,
    /// Its state.
    pub state: &'static str,
    /// Its German.
    pub source: String,
    /// The German that the translation was made from, if it is known.
    pub was: Option<String>,
    /// The translation, if there is one.
    pub target: Option<String>,
    /// What changed in the German of numbers, dates, names and negations.
    pub facts: Vec<FactChange>,
}

/// A fact that is not what it was in the German: a number, a date, a name, a negation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// Its kind, for example `number`.
    pub kind: &'static str,
    /// As it was.
    pub was: Option<String>,
    /// As it is.
    pub now: Option<String>,
}

/// A unit that is not simply unchanged, and how it came to its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The article.
    pub article: String,
    /// The unit's id.
    pub id: String,
    /// The rule, for example `reworded`.
    pub rule: &'static str,
    /// The article it came from, if that is another one.
    pub from: Option<String>,
    /// Its German.
    pub source: String,
    /// The German of the unit it was matched with, if it reads otherwise.
    pub was: Option<String>,
    /// What changed of numbers, dates, names and negations.
    pub facts: Vec<FactChange>,
}

/// A finding with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The check's code.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The locale.
    pub locale: String,
    /// The article.
    pub article: String,
    /// The unit's id; empty if it is about none.
    pub id: String,
    /// Path of the file in the workspace.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
}

/// A unit as `segment` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentUnit {
    /// Its id; empty outside a workspace.
    pub id: String,
    /// Number of its block.
    pub block: usize,
    /// Kind of its block.
    pub kind: &'static str,
    /// Place in the article in UTF-8 bytes: first, and after the last.
    pub span: (usize, usize),
    /// What it reads as.
    pub text: String,
}

/// A block as `segment` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentBlock {
    /// Its kind.
    pub kind: &'static str,
    /// Place in the article in UTF-8 bytes.
    pub span: (usize, usize),
    /// Whether it is offered for translation.
    pub translate: bool,
    /// Why it is what it is.
    pub reason: Option<String>,
    /// Its bytes.
    pub text: String,
}

/// A place where a sentence could end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentDecision {
    /// Number of its block.
    pub block: usize,
    /// The words before the place.
    pub before: String,
    /// The words after it.
    pub after: String,
    /// Whether a sentence ends there.
    pub boundary: bool,
    /// Why, in a few words.
    pub reason: String,
}

/// An article cut into blocks and units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segments {
    /// The article's path as it was given.
    pub article: String,
    /// The blocks.
    pub blocks: Vec<SegmentBlock>,
    /// The units.
    pub units: Vec<SegmentUnit>,
    /// What was decided where a sentence could end, if that was asked for.
    pub decisions: Vec<SegmentDecision>,
}

/// A form of output.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What it is called on the command line.
    pub name: &'static str,
    /// Shows completeness; the first argument is the source locale.
    pub status: fn(&str, &[Status]) -> String,
    /// Shows what is not up to date.
    pub diff: fn(&[Change]) -> String,
    /// Shows how units came to their ids.
    pub explain: fn(&[Explained]) -> String,
    /// Shows findings.
    pub check: fn(&[Found]) -> String,
    /// Shows an article's units.
    pub segment: fn(&Segments) -> String,
}

/// The forms; the first is the one for people.
pub const FORMS: &[Form] = &[text::FORM, json::FORM];

/// Words of a text: runs without white space that have a letter or digit.
pub fn words(text: &str) -> usize {
    let (mut count, mut is_word) = (0, false);
    for c in text.chars() {
        if c.is_whitespace() {
            count += usize::from(is_word);
            is_word = false;
        } else {
            is_word = is_word || c.is_alphanumeric();
        }
    }
    count + usize::from(is_word)
}
