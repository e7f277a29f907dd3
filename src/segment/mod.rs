//! Blocks cut into units: one sentence each.
//!
//! ```text
//! text ─scan→ candidates ─decide→ Decisions ─cut→ spans ─map→ Units
//! ```

mod abbreviation;
mod clause;
mod context;
mod decide;
mod form;
mod gap;
mod item;
mod lines;
mod lower;
mod number;
mod scan;
mod sentences;
mod state;
mod tail;
mod unicode;
mod unit;
mod unmarked;
mod verdict;

use crate::language::USUAL_SOURCE;

pub use lines::lines;
pub use sentences::{Decision, decisions, sentences};
pub use unit::{Unit, explain, places, segment};

/// By which language a text is cut, and what a house decides about its sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Locale of the text: German is cut by rules made for it, anything else by Unicode's.
    pub locale: String,
    /// Abbreviations of the house that never end a sentence, with or without the last dot.
    pub abbreviations: Vec<String>,
    /// Words or abbreviations with a dot that do end a sentence, against the built-in lists.
    pub exceptions: Vec<String>,
    /// Whether a colon before a capitalised clause ends a sentence.
    pub colon: bool,
}

impl Options {
    /// The rules for texts in `locale`, with nothing that a house decides.
    ///
    /// # Examples
    /// ```
    /// use satz::segment::{Options, lines};
    ///
    /// let english = lines("Mr. Ito left. Why?", &Options::of("en"));
    /// assert_eq!(english, ["Mr. Ito left.", "Why?"]);
    /// ```
    pub fn of(locale: &str) -> Self {
        Self {
            locale: locale.to_owned(),
            abbreviations: Vec::new(),
            exceptions: Vec::new(),
            colon: false,
        }
    }
}

impl Default for Options {
    /// German.
    fn default() -> Self {
        Self::of(USUAL_SOURCE)
    }
}
