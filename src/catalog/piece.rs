//! A slice of an entry's text that knows its place in the catalog: what the parsed tree is made of.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use fluent_syntax::parser::Slice;

use super::broken_escape::without_broken_escapes;
use crate::text::Span;

/// A part of an entry's text.
#[derive(Clone)]
pub(super) struct Piece {
    entry: Arc<EntryText>,
    start: usize,
    end: usize,
}

/// An entry as the parser sees it: its lines end with `\n` alone.
struct EntryText {
    text: String,
    /// Where the entry begins in its catalog.
    offset: usize,
    /// Places in the text before which a `\r` was left out.
    returns: Vec<usize>,
}

impl Piece {
    /// The whole text of an entry that begins at an offset of its catalog.
    pub(super) fn of_entry(text: &str, offset: usize) -> Self {
        let mut returns = Vec::new();
        let mut lines = String::with_capacity(text.len());
        let mut parts = text.split("\r\n").peekable();
        while let Some(part) = parts.next() {
            lines.push_str(part);
            if parts.peek().is_some() {
                returns.push(lines.len());
                lines.push('\n');
            }
        }
        let text = without_broken_escapes(&lines).into_owned();
        Self {
            start: 0,
            end: text.len(),
            entry: Arc::new(EntryText {
                text,
                offset,
                returns,
            }),
        }
    }

    /// Its place in the catalog.
    pub(super) fn span(&self) -> Span {
        Span::new(self.place(self.start), self.place(self.end))
    }

    /// How many lines of the entry end before it.
    pub(super) fn lines_before(&self) -> usize {
        self.entry.text[..self.start].matches('\n').count()
    }

    fn place(&self, at: usize) -> usize {
        let returns = self.entry.returns.partition_point(|place| *place < at);
        self.entry.offset + at + returns
    }
}

impl Deref for Piece {
    type Target = str;

    fn deref(&self) -> &str {
        &self.entry.text[self.start..self.end]
    }
}

impl AsRef<str> for Piece {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Slice<'_> for Piece {
    fn slice(&self, range: Range<usize>) -> Self {
        Self {
            entry: Arc::clone(&self.entry),
            start: self.start + range.start,
            end: self.start + range.end,
        }
    }

    fn trim(&mut self) {
        let trimmed = self.trim_end_matches([' ', '\r', '\n']);
        self.end = self.start + trimmed.len();
    }
}

impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
