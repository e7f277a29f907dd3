//! Sentence alignment: which sentences of two languages translate each other.
//!
//! ```text
//! sentences ─read→ tokens ─cognates→ Lexicon ─score→ Scores ─path→ beads ─moved→ beads
//!                               ▲                                    │
//!                               └────────────── induce ──────────────┘
//! ```
//!
//! No model, no network, no chance: the lexicon is learnt from the texts themselves. The method and its
//! figures are in `docs/alignment.md`, its numbers in [`Parameters`].

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sentences and words are counted in 32 bits, and scores need no more than six digits"
)]

mod align;
mod anchor;
mod basic;
mod bead;
mod class;
mod coarse;
mod cognate;
mod corridor;
mod habit;
mod induce;
mod length;
mod lexicon;
mod moved;
mod parameters;
mod path;
mod posterior;
mod posting;
mod score;
mod shape;
mod structure;
mod token;
mod vocabulary;
mod words;

pub use align::align;
pub use bead::{Bead, Reason};
pub use parameters::Parameters;
pub use words::{WordAligner, WordPair};

/// A sentence as it is aligned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence<'a> {
    /// What it reads as.
    pub text: &'a str,
    /// Number of its block; sentences of a text without blocks all have the same.
    pub block: usize,
    /// Kind of its block, for example `heading`; empty if the text has none.
    pub kind: &'a str,
}

/// The two versions of a document, sentence by sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pair<'a> {
    /// The original.
    pub source: Vec<Sentence<'a>>,
    /// The translation.
    pub target: Vec<Sentence<'a>>,
}

/// What is known of the two languages beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// Words, or terms of several words, that translate each other.
    pub words: Vec<(String, String)>,
    /// Sentences that translate each other.
    pub sentences: Vec<(String, String)>,
}
