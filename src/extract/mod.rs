//! A raw page made an article: what belongs to it, and why the rest does not.
//!
//! ```text
//! page ─read→ Lines ─judge→ Lines with reasons ─write→ articles/<slug>.md
//! ```
//!
//! A file that is an article already is only asked for its title.

mod article;
mod data;
mod date;
mod judge;
mod markdown;
mod page;
mod pasted;
mod region;
mod slug;

pub use article::{extract_markdown, is_markdown};
pub use markdown::write;
pub use page::extract_page;
pub use pasted::extract_text;
pub use slug::slug;

use crate::document::BlockKind;
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
    /// Where it was taken from: an address, or a name.
    pub source: Option<String>,
    /// The day it was published, as `2024-02-07`.
    pub date: Option<String>,
    /// The language it says it is in.
    pub language: Option<String>,
    /// Everything that could be read on the page, in its order.
    pub lines: Vec<Line>,
}

/// A line of a page: a paragraph, a heading, an entry of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: BlockKind,
    /// How it is written in Markdown, without what stands before it.
    pub markdown: String,
    /// How it reads.
    pub text: String,
    /// What stands before it in Markdown, for example `## ` or `  - `.
    pub marker: String,
    /// The row of the table it is a cell of.
    pub row: Option<usize>,
    /// Why it is left out; `None` for what belongs to the article.
    pub left_out: Option<String>,
}

impl Line {
    /// Whether it is long enough and built like running text.
    fn is_prose(&self) -> bool {
        use BlockKind::{Alt, Cell, Code, Field, Heading, Markup, Title};
        !matches!(
            self.kind,
            Alt | Cell | Code | Field | Heading | Markup | Title
        ) && self.text.chars().count() >= 80
            && self.text.contains(['.', '!', '?'])
    }
}
