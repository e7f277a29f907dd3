//! The structure of an article, by which it is compared with what is assembled from it.

use crate::text::Span;
use crate::text::lanes::{Lanes, offsets};

/// The tree of an article's blocks, and what in it acts on a reader's browser.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// The tree, in the order of the article, parents first.
    pub nodes: Vec<Node>,
    /// What a translation must not add to. Pages of HTML say nothing here: there every tag is
    /// weighed as it is written.
    pub active: Vec<Active>,
    /// Whether one block's reading can depend on another: there are definitions of links.
    pub refers: bool,
}

/// Something in an article that acts on a reader's browser: a tag, an address, an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Active {
    /// What it is.
    pub kind: ActiveKind,
    /// What it does: of a tag its name and its attributes without texts, of a link its address, of
    /// all else how it is written, white space at line breaks aside.
    pub text: String,
    /// Where a backslash or a reference takes its power away.
    pub at: usize,
}

/// What acts on a reader's browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActiveKind {
    /// Raw HTML.
    Html,
    /// The address of a link or an image.
    Address,
    /// Attributes in braces behind a heading.
    Attributes,
}

/// A node of an article's block tree, in the order of the article, parents first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is, for example `quote`, `item` or `text`.
    pub label: &'static str,
    /// Index of the node that holds it.
    pub parent: Option<usize>,
    /// Number of nodes around it.
    pub depth: usize,
    /// Its place in the article, without white space at the edges.
    pub span: Span,
    /// What else tells it from others of its label, as a number: the level of a heading, the content
    /// of a block of code. Equal numbers mean equal blocks.
    pub form: u64,
    /// Whether it goes when nothing of it is left: a paragraph does, a cell does not.
    pub droppable: bool,
    /// Whether it is there only to hold others and goes when all of them go: a list, a quotation.
    pub holder: bool,
}

/// The length of the line ending at `at`, 0 where there is none.
pub(crate) fn line_ending(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}

/// Where the first line of `text` ends, if it does.
pub(crate) fn line_end(text: &str) -> Option<usize> {
    memchr::memchr2(b'\n', b'\r', text.as_bytes())
}

/// The lines of `text` from `at` on, without their endings; line ends are CRLF, LF and CR.
pub(crate) fn lines(text: &str, at: usize) -> impl Iterator<Item = Span> + '_ {
    let is_end = |lanes: Lanes| lanes.are(b'\n') | lanes.are(b'\r');
    let mut ends = offsets(text.as_bytes(), at, is_end);
    let mut next = at;
    std::iter::from_fn(move || {
        let start = next;
        if start >= text.len() {
            return None;
        }
        // The end of CRLF is one more, which has been passed.
        let end = ends.find(|end| *end >= start).unwrap_or(text.len());
        next = end + line_ending(text, end);
        Some(Span::new(start, end))
    })
}

/// The span without white space at its edges.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text).trim_start();
    let start = span.end - inner.len();
    Span::new(start, start + inner.trim_end().len())
}

/// The offset of the first byte after a byte-order mark.
pub(crate) fn body_start(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { 3 } else { 0 }
}
