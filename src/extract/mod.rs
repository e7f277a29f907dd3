//! A raw page made an article: what belongs to it, and why the rest does not.
//!
//! ```text
//! page ─dom→ elements ─read→ Lines ─region→ Lines with reasons ─write→ articles/<slug>.md
//! ```
//!
//! A file that is an article already is only asked for its title.

mod address;
mod article;
mod code;
mod data;
mod date;
mod dom;
mod element;
mod escape;
mod furniture;
mod inline;
mod judge;
mod left_out;
mod line;
mod note;
mod page;
mod pasted;
mod piece;
mod read;
mod region;
mod slug;
mod style;
mod table;
mod weight;
mod word;
mod write;

pub use article::{extract_markdown, is_markdown};
pub use left_out::{About, LeftOut};
pub use line::{Container, Line};
pub use page::extract_page;
pub use pasted::extract_text;
pub use slug::slug;
pub use write::write;

use crate::language::USUAL_SOURCE;

/// What a house knows of its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Language of the articles.
    pub language: String,
    /// Phrases of the house: a line that is one of them, or begins with one that ends in `…`, is
    /// left out.
    pub furniture: Vec<String>,
}

impl Default for Options {
    /// German, without phrases of its own.
    fn default() -> Self {
        Self {
            language: USUAL_SOURCE.to_owned(),
            furniture: Vec::new(),
        }
    }
}

/// What was found in a raw page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extract {
    /// Its headline.
    pub title: Option<String>,
    /// Who wrote it, several names with commas between.
    pub author: Option<String>,
    /// Where it was taken from: an address, or a name.
    pub source: Option<String>,
    /// The day it was published, as `2024-02-07`.
    pub date: Option<String>,
    /// The language it says it is in.
    pub language: Option<String>,
    /// Everything that could be read on the page, in its order.
    pub lines: Vec<Line>,
}
