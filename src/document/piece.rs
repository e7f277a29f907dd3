//! The content of a block: where it stands in the article and what it reads as.

use crate::text::Span;
use std::borrow::Cow;
use std::ops::Deref;

/// A stretch of a block's content: where it stands in the article and what it reads as.
///
/// Ordinary text reads as the article's bytes; a soft line break with its prefix (`"\n> "`) reads
/// `" "`, a hard one `"\n"`, an escape in a quoted front-matter scalar its character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Place in the article.
    pub span: Span,
    /// What it reads as, if not as the article's bytes at `span`: then it is cut nowhere.
    pub reads: Option<Cow<'static, str>>,
}

impl Piece {
    /// A stretch that reads as the article's own bytes.
    pub fn verbatim(span: Span) -> Self {
        Self { span, reads: None }
    }

    /// Whether it reads as the article's own bytes.
    pub fn is_verbatim(&self) -> bool {
        self.reads.is_none()
    }

    /// What it reads as.
    pub fn text<'a>(&'a self, article: &'a str) -> &'a str {
        self.reads
            .as_deref()
            .unwrap_or_else(|| self.span.of(article))
    }

    /// The length of what it reads as.
    pub(crate) fn length(&self) -> usize {
        self.reads.as_deref().map_or(self.span.len(), str::len)
    }
}

/// The pieces of a block, as a slice. Most blocks have one, which needs no room of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pieces(Kept);

/// A single piece is always `One`.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kept {
    One(Piece),
    Others(Vec<Piece>),
}

impl Pieces {
    /// No pieces: of a block that is carried through.
    pub const NONE: Self = Self(Kept::Others(Vec::new()));

    /// The pieces.
    pub fn as_slice(&self) -> &[Piece] {
        match &self.0 {
            Kept::One(piece) => std::slice::from_ref(piece),
            Kept::Others(pieces) => pieces,
        }
    }
}

impl From<Piece> for Pieces {
    fn from(piece: Piece) -> Self {
        Self(Kept::One(piece))
    }
}

impl From<Vec<Piece>> for Pieces {
    fn from(mut pieces: Vec<Piece>) -> Self {
        match pieces.pop() {
            Some(piece) if pieces.is_empty() => piece.into(),
            last => {
                pieces.extend(last);
                Self(Kept::Others(pieces))
            }
        }
    }
}

impl Deref for Pieces {
    type Target = [Piece];

    fn deref(&self) -> &[Piece] {
        self.as_slice()
    }
}

impl<'a> IntoIterator for &'a Pieces {
    type Item = &'a Piece;
    type IntoIter = std::slice::Iter<'a, Piece>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
