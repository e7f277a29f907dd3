//! What `satz fill` gives open units.

/// What open units got, or would get.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fills {
    /// The locale.
    pub locale: String,
    /// Whether it is written.
    pub is_written: bool,
    /// The units that have a translation now, or would have.
    pub units: Vec<FilledSentence>,
    /// Units that a machine was asked to translate, in vain.
    pub refused: Vec<RefusedSentence>,
    /// What a machine would be sent, if nothing is sent and it was asked for.
    pub plan: Option<FillPlan>,
    /// Units that are left because of a limit.
    pub left: usize,
}

/// A unit with the translation that it gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledSentence {
    /// Path of its catalog.
    pub path: String,
    /// Its id.
    pub id: String,
    /// Its source.
    pub source: String,
    /// The translation.
    pub target: String,
    /// The article that the translation stands in, or what made it; and the id there, if there is one.
    pub from: (String, String),
}

/// A unit that a machine was asked to translate, in vain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedSentence {
    /// Its article.
    pub article: String,
    /// Its id.
    pub id: String,
    /// Its source.
    pub source: String,
    /// What the machine answered last.
    pub answer: Option<String>,
    /// Why that is not taken, a sentence each.
    pub faults: Vec<String>,
}

/// What a machine would be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FillPlan {
    /// The machine's name.
    pub machine: String,
    /// The articles that have something to fill.
    pub articles: Vec<PlannedArticle>,
}

/// What there is to fill in an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlannedArticle {
    /// Its key.
    pub article: String,
    /// Units that the memory has.
    pub memory: usize,
    /// Units for the machine.
    pub units: usize,
    /// The characters of their texts.
    pub characters: usize,
}
