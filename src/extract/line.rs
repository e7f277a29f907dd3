//! A line of a page: a paragraph, a heading, a cell, a picture, an entry of a menu.

use super::LeftOut;
use crate::document::BlockKind;

/// A line of a page, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: BlockKind,
    /// How it is written in Markdown, without what stands before it.
    pub markdown: String,
    /// How it reads.
    pub text: String,
    /// Level of a heading, 1–6; 0 for anything else.
    pub level: usize,
    /// Whether it is the text below a picture, or above a table.
    pub is_caption: bool,
    /// The labels of the notes that it has marks of.
    pub notes: Vec<String>,
    /// What it stands in, the outermost first.
    pub within: Vec<Container>,
    /// Why it is left out; `None` for what belongs to the article.
    pub left_out: Option<LeftOut>,
}

/// What a line stands in. The numbers of a page's elements tell one from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Container {
    /// A quotation.
    Quote(usize),
    /// An item of a list.
    Item {
        /// Its list.
        list: usize,
        /// The item.
        item: usize,
        /// Its number, in a numbered list.
        number: Option<u32>,
    },
    /// What a list of definitions explains.
    Term(usize),
    /// How it explains it.
    Definition(usize),
    /// A cell of a table.
    Cell {
        /// Its table.
        table: usize,
        /// Its row, counted from 0.
        row: usize,
        /// Its column, counted from 0.
        column: usize,
        /// How many columns the table has.
        columns: usize,
        /// Whether the table's first row is its head.
        has_head: bool,
    },
    /// The text of a note, by its label.
    Note(String),
}

impl Line {
    /// A line by itself.
    pub(super) fn new(kind: BlockKind, markdown: String, text: String) -> Self {
        Self {
            kind,
            markdown,
            text,
            level: 0,
            is_caption: false,
            notes: Vec::new(),
            within: Vec::new(),
            left_out: None,
        }
    }

    /// Whether it is long enough and built like running text.
    pub(super) fn is_prose(&self) -> bool {
        use BlockKind::{Alt, Cell, Code, Field, Heading, Markup, Title};
        !matches!(
            self.kind,
            Alt | Cell | Code | Field | Heading | Markup | Title
        ) && self.text.chars().count() >= 80
            && self.text.contains(['.', '!', '?'])
    }

    /// Whether it is a cell of a table, an item of a list or part of a definition.
    pub(super) fn is_entry(&self) -> bool {
        self.within
            .iter()
            .any(|container| !matches!(container, Container::Quote(_) | Container::Note(_)))
    }

    /// The label of the note that it is a text of.
    pub(super) fn note(&self) -> Option<&str> {
        self.within.iter().find_map(|container| match container {
            Container::Note(label) => Some(label.as_str()),
            _ => None,
        })
    }

    /// Whether it is a picture.
    pub(super) fn is_picture(&self) -> bool {
        self.kind == BlockKind::Alt
    }
}
