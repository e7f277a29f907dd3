//! XML as a tree that knows where everything stands: every element, attribute and text has its bytes, so
//! that a change touches nothing else. No entity is fetched or expanded.

mod element;
mod escape;
mod read;

pub(crate) use element::{Attribute, Element, Piece};
pub(crate) use escape::{attribute, encode_attribute, encode_text, is_encodable};
pub(crate) use read::parse;

use crate::text::Span;

/// How deep elements may stand in one another.
pub(crate) const DEEPEST: usize = 256;

/// A document whose markup is whole.
#[derive(Debug)]
pub(crate) struct Tree<'t> {
    pub(crate) text: &'t str,
    nodes: Vec<Node>,
    attributes: Vec<AttributeNode>,
    /// Names of namespaces; the first is none, the second that of `xml:`.
    namespaces: Vec<&'t str>,
}

impl<'t> Tree<'t> {
    /// The outermost element.
    pub(crate) fn root(&self) -> Element<'_, 't> {
        Element::new(self, 0)
    }
}

/// Offsets into a text of less than 4 GiB.
#[derive(Debug, Clone, Copy, Default)]
struct Range {
    start: u32,
    end: u32,
}

impl Range {
    fn new(start: usize, end: usize) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// An element. Links that lead nowhere are 0: the outermost element is nobody's child or sibling.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    parent: u32,
    first_child: u32,
    next_sibling: u32,
    /// Its attributes, as a run of the tree's.
    attributes: Range,
    /// Its local name.
    name: Range,
    /// From its start tag to its end tag.
    span: Range,
    /// What stands between the tags.
    inner: Range,
    namespace: u16,
    /// Whether text other than blanks stands in it directly.
    has_text: bool,
}

#[derive(Debug, Clone, Copy)]
struct AttributeNode {
    /// The local name.
    name: Range,
    /// The value without its quotes, as it is written.
    value: Range,
    namespace: u16,
}
