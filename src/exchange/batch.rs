//! Texts on their way out to another tool, and what comes back, whatever the format.

use super::code::Markup;

/// Texts of articles in one language, for another tool.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    /// The source locale.
    pub source: String,
    /// The locale that is translated into.
    pub locale: String,
    /// The articles.
    pub articles: Vec<BatchArticle>,
    /// All terms of the house.
    pub terms: Vec<BatchTerm>,
}

/// An article of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BatchArticle {
    /// Its key.
    pub key: String,
    /// Its path in the workspace.
    pub path: String,
    /// How its texts are marked up.
    pub markup: Markup,
    /// Its units in their order.
    pub units: Vec<BatchUnit>,
}

/// A unit of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BatchUnit {
    /// Its id: base and tag.
    pub id: String,
    /// Number of its block in the article.
    pub block: usize,
    /// What its block is: `paragraph`.
    pub kind: String,
    /// Its text with its codes.
    pub source: String,
    /// The translation that there is.
    pub target: Option<String>,
    /// How far it is.
    pub state: UnitState,
    /// Whether there is nothing to translate: its text is a part of another unit's.
    pub is_covered: bool,
    /// The source that a stale translation was made from.
    pub was: Option<String>,
    /// What the author says of it.
    pub notes: Vec<String>,
    /// What made the translation, if not a person.
    pub maker: Option<String>,
    /// Who stands for it, and since when.
    pub review: Option<String>,
    /// What was translated before.
    pub offers: Vec<UnitOffer>,
    /// Terms of the house in it.
    pub terms: Vec<UnitTerm>,
}

impl BatchUnit {
    /// What tells whether a translation is still the one that was sent out.
    pub fn digest(&self) -> String {
        digest_of(self.target.as_deref())
    }
}

/// A short digest of a translation; `none` of none.
pub fn digest_of(target: Option<&str>) -> String {
    match target {
        Some(target) => crate::catalog::digest(target, 6),
        None => "none".to_owned(),
    }
}

/// Something that was translated before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitOffer {
    /// Its source.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// How similar its source is, in percent.
    pub similarity: u8,
    /// The article that it stands in.
    pub origin: String,
}

/// A term of the house.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitTerm {
    /// The term as it stands in the source.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// What must not be written for it.
    pub forbidden: Vec<String>,
}

/// A term of the house by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BatchTerm {
    /// Its id in the glossary, without the hyphen before it.
    pub id: String,
    /// The term in the source language.
    pub source: String,
    /// Its translation, if there is one.
    pub target: Option<String>,
    /// Further forms of the translation.
    pub forms: Vec<String>,
    /// What must not be written for it.
    pub forbidden: Vec<String>,
    /// Where it stands in the file, in bytes.
    pub place: usize,
}

/// How far a translation is, from nothing to signed off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum UnitState {
    /// Nobody has said anything of it.
    #[default]
    Initial,
    /// It has to be looked at again: made for an older source, or not finished.
    NeedsWork,
    /// It is translated.
    Translated,
    /// Somebody has read it and stands for it.
    Reviewed,
    /// It is signed off.
    Final,
}

impl UnitState {
    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::NeedsWork => "needs work",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
            Self::Final => "final",
        }
    }
}

/// What came back in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// The locale as the file names it, if it does.
    pub locale: Option<String>,
    /// Its units in their order.
    pub units: Vec<ReturnedUnit>,
    /// Its terms, if it is a file of terms.
    pub terms: Vec<BatchTerm>,
}

/// A unit that came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReturnedUnit {
    /// The article's path or key, as the file has it.
    pub article: String,
    /// Its id: base and tag.
    pub id: String,
    /// The source as the file has it.
    pub source: String,
    /// The translation with its codes as they are written; none if there is none.
    pub target: Option<String>,
    /// How far the file says it is.
    pub state: UnitState,
    /// Who the file says stands for it.
    pub reviewer: Option<String>,
    /// The digest of the translation that was sent out, if the file still has it.
    pub digest: Option<String>,
    /// What the file's own markup makes impossible to read, one sentence each.
    pub faults: Vec<String>,
    /// Where it stands in the file, in bytes.
    pub place: usize,
}
