//! Blocks cut into units: one sentence each.
//!
//! ```text
//! text ─scan→ candidates ─decide→ Decisions ─cut→ spans ─map→ Units
//! ```

mod context;
mod decide;
mod lines;
mod number;
mod scan;
mod sentences;
mod unit;

pub use lines::lines;
pub use sentences::{Decision, decisions, sentences};
pub use unit::{Unit, explain, segment};

/// What a house decides about its sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Abbreviations of the house that never end a sentence, with or without the last dot.
    pub abbreviations: Vec<String>,
    /// Words or abbreviations with a dot that do end a sentence, against the built-in lists.
    pub exceptions: Vec<String>,
    /// Whether a colon before a capitalised clause ends a sentence.
    pub colon: bool,
}
