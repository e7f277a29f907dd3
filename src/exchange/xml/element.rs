//! Elements of a tree, and what stands in them.

use std::borrow::Cow;

use super::escape::decode;
use super::{Node, Tree};
use crate::text::Span;

/// An element of a tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'e, 't> {
    tree: &'e Tree<'t>,
    index: u32,
}

/// An attribute of an element, other than the declarations of namespaces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribute<'t> {
    /// The namespace; empty for a name without a prefix.
    pub(crate) namespace: &'t str,
    /// The name without its prefix.
    pub(crate) name: &'t str,
    raw: &'t str,
    /// The place of its value.
    pub(crate) span: Span,
}

impl<'t> Attribute<'t> {
    /// The value with its references resolved.
    pub(crate) fn value(self) -> Cow<'t, str> {
        decode(self.raw)
    }
}

/// What stands in an element.
#[derive(Debug, Clone)]
pub(crate) enum Piece<'e, 't> {
    /// Text between two elements, decoded.
    Text(Cow<'t, str>),
    /// An element.
    Element(Element<'e, 't>),
}

impl PartialEq for Element<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<'e, 't> Element<'e, 't> {
    pub(super) fn new(tree: &'e Tree<'t>, index: u32) -> Self {
        Self { tree, index }
    }

    fn node(self) -> &'e Node {
        &self.tree.nodes[self.index as usize]
    }

    fn at(self, index: u32) -> Option<Self> {
        (index > 0).then(|| Self::new(self.tree, index))
    }

    /// Its number in the order of the document.
    pub(crate) fn index(self) -> u32 {
        self.index
    }

    /// The name without its prefix.
    pub(crate) fn name(self) -> &'t str {
        self.node().name.span().of(self.tree.text)
    }

    /// The namespace; empty if it is in none.
    pub(crate) fn namespace(self) -> &'t str {
        self.tree.namespaces[usize::from(self.node().namespace)]
    }

    /// From its start tag to the end of its end tag.
    pub(crate) fn span(self) -> Span {
        self.node().span.span()
    }

    /// What stands between its tags; empty behind an empty tag.
    pub(crate) fn inner(self) -> Span {
        self.node().inner.span()
    }

    /// Whether text other than blanks stands in it directly.
    pub(crate) fn has_text(self) -> bool {
        self.node().has_text
    }

    /// Its attributes, without declarations of namespaces.
    pub(crate) fn attributes(self) -> impl Iterator<Item = Attribute<'t>> + use<'e, 't> {
        let (tree, run) = (self.tree, self.node().attributes.span());
        tree.attributes[run.start..run.end]
            .iter()
            .map(|attribute| Attribute {
                namespace: tree.namespaces[usize::from(attribute.namespace)],
                name: attribute.name.span().of(tree.text),
                raw: attribute.value.span().of(tree.text),
                span: attribute.value.span(),
            })
    }

    /// The value of an attribute without a prefix.
    pub(crate) fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        self.attribute_in("", name)
    }

    /// The value of an attribute of a namespace.
    pub(crate) fn attribute_in(self, namespace: &str, name: &str) -> Option<Cow<'t, str>> {
        let mut all = self.attributes();
        all.find(|attribute| attribute.name == name && attribute.namespace == namespace)
            .map(Attribute::value)
    }

    /// The value of `xml:lang`, `xml:space` or `xml:id`.
    pub(crate) fn xml(self, name: &str) -> Option<Cow<'t, str>> {
        self.attribute_in(super::read::XML, name)
    }

    pub(crate) fn parent(self) -> Option<Self> {
        (self.index > 0).then(|| Self::new(self.tree, self.node().parent))
    }

    /// The element itself and those that it stands in, from inside out.
    pub(crate) fn lineage(self) -> impl Iterator<Item = Self> + use<'e, 't> {
        std::iter::successors(Some(self), |element| element.parent())
    }

    pub(crate) fn children(self) -> impl Iterator<Item = Self> + use<'e, 't> {
        let first = self.at(self.node().first_child);
        std::iter::successors(first, |child| child.at(child.node().next_sibling))
    }

    /// All elements in it, in their order, without itself.
    pub(crate) fn descendants(self) -> impl Iterator<Item = Self> + use<'e, 't> {
        let (tree, end) = (self.tree, self.node().span.end);
        let all = u32::try_from(tree.nodes.len()).unwrap_or(u32::MAX);
        (self.index + 1..all)
            .map(move |index| Self::new(tree, index))
            .take_while(move |element| element.node().span.start < end)
    }

    /// Texts and elements that stand in it, in their order. Comments and instructions are left out.
    pub(crate) fn pieces(self) -> Vec<Piece<'e, 't>> {
        let mut pieces = Vec::new();
        let inner = self.inner();
        let mut at = inner.start;
        for child in self.children() {
            let span = child.span();
            push_text(&mut pieces, &self.tree.text[at..span.start]);
            pieces.push(Piece::Element(child));
            at = span.end;
        }
        push_text(&mut pieces, &self.tree.text[at..inner.end]);
        pieces
    }

    /// All its text, that of elements in it too.
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        for piece in self.pieces() {
            match piece {
                Piece::Text(part) => text.push_str(&part),
                Piece::Element(element) => text.push_str(&element.text()),
            }
        }
        text
    }
}

/// Appends the text that stands between two tags.
fn push_text<'t>(pieces: &mut Vec<Piece<'_, 't>>, raw: &'t str) {
    if raw.is_empty() {
        return;
    }
    if !raw.contains('<') {
        pieces.push(Piece::Text(decode(raw)));
        return;
    }
    let mut text = String::new();
    let mut rest = raw;
    while let Some(at) = rest.find('<') {
        text.push_str(&decode(&rest[..at]));
        rest = &rest[at..];
        let (length, verbatim) = if let Some(body) = rest.strip_prefix("<![CDATA[") {
            let end = body.find("]]>").unwrap_or(body.len());
            ("<![CDATA[".len() + end + "]]>".len(), &body[..end])
        } else {
            let end = if rest.starts_with("<!--") {
                "-->"
            } else {
                "?>"
            };
            let at = rest.find(end).unwrap_or(rest.len());
            (at + end.len(), "")
        };
        text.push_str(verbatim);
        rest = rest.get(length..).unwrap_or_default();
    }
    text.push_str(&decode(rest));
    if !text.is_empty() {
        pieces.push(Piece::Text(Cow::Owned(text)));
    }
}
