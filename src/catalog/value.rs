//! The value of a message, as it was parsed: text alone, or a tree with placeables.

use fluent_syntax::ast;

use super::blank::shows_nothing;
use super::part::{Part, parts, text};
use super::pattern::Pattern;
use super::piece::Piece;

/// The value of a message, a term or an attribute.
#[derive(Debug, Clone, PartialEq)]
pub struct Value(Tree);

/// What was parsed.
#[derive(Debug, Clone, PartialEq)]
enum Tree {
    /// Text on one line, without braces.
    Text(String),
    /// Anything else.
    Pattern(Box<ast::Pattern<Piece>>),
}

impl Eq for Value {}

impl Default for Value {
    /// The empty text.
    fn default() -> Self {
        Self::of("")
    }
}

impl Value {
    /// A value of plain text.
    pub fn of(text: &str) -> Self {
        Self(Tree::Text(text.to_owned()))
    }

    pub(super) fn of_tree(tree: ast::Pattern<Piece>) -> Self {
        Self(Tree::Pattern(Box::new(tree)))
    }

    /// The value with its variants and the names that it uses.
    pub fn pattern(&self) -> Pattern<'_> {
        match &self.0 {
            Tree::Text(text) => Pattern::of_text(text),
            Tree::Pattern(tree) => Pattern::of_tree(tree),
        }
    }

    /// Whether the value is the empty text.
    pub fn is_empty(&self) -> bool {
        match &self.0 {
            Tree::Text(text) => text.is_empty(),
            Tree::Pattern(tree) => parts(&tree.elements).is_empty(),
        }
    }

    /// Whether the value is text and nothing else.
    pub fn is_text(&self) -> bool {
        match &self.0 {
            Tree::Text(_) => true,
            Tree::Pattern(tree) => matches!(parts(&tree.elements).as_slice(), [] | [Part::Text(_)]),
        }
    }

    /// Whether readers see nothing of the value: no character, or only comments and empty markup.
    pub fn is_blank(&self) -> bool {
        match &self.0 {
            Tree::Text(text) => shows_nothing(text),
            Tree::Pattern(tree) => match parts(&tree.elements).as_slice() {
                [] => true,
                [Part::Text(text)] => shows_nothing(text),
                _ => false,
            },
        }
    }

    /// The value as text; placeables that are no text stand in their Fluent notation.
    pub fn text(&self) -> String {
        match &self.0 {
            Tree::Text(text) => text.clone(),
            Tree::Pattern(tree) => text(&tree.elements),
        }
    }

    /// Its length, if it is text on one line as it stands in the catalog.
    pub(super) fn plain_length(&self) -> Option<usize> {
        match &self.0 {
            Tree::Text(text) => Some(text.len()),
            Tree::Pattern(_) => None,
        }
    }

    pub(super) fn parts(&self) -> Vec<Part<'_>> {
        match &self.0 {
            Tree::Text(text) => vec![Part::Text(text.as_str().into())],
            Tree::Pattern(tree) => parts(&tree.elements),
        }
    }
}
