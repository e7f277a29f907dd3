//! What the elements of a parsed value make: decoded text, and placeables that are none.

use std::borrow::Cow;

use fluent_syntax::unicode::unescape_unicode_to_string;
use fluent_syntax::{ast, serializer};

use super::piece::Piece;

/// Text or a placeable, as it was parsed.
pub(super) type Element = ast::PatternElement<Piece>;

/// An element of a value: decoded text, or a placeable that is none.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part<'a> {
    Text(Cow<'a, str>),
    Placeable(&'a ast::Expression<Piece>),
}

impl Part<'_> {
    /// The part in Fluent notation; a text as it is.
    pub(super) fn notation(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.as_ref().into(),
            Self::Placeable(expression) => notation(expression).into(),
        }
    }
}

/// Elements as text; placeables that are no text stand in their Fluent notation.
pub(super) fn text<'a>(elements: impl IntoIterator<Item = &'a Element>) -> String {
    parts(elements).iter().map(Part::notation).collect()
}

/// The parts that elements make, neighbouring texts and literals as one.
pub(super) fn parts<'a>(elements: impl IntoIterator<Item = &'a Element>) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let mut begins_line = false;
    for element in elements {
        match element {
            ast::PatternElement::TextElement { value: text } => {
                let text: &str = text;
                // Blanks are no part of a blank line: fluent-syntax leaves those in that stand
                // behind the common indent.
                let is_blank_line = begins_line && text.trim_matches(' ') == "\n";
                push_text(if is_blank_line { "\n" } else { text }.into(), &mut parts);
                begins_line = text.ends_with('\n');
            }
            ast::PatternElement::Placeable { expression } => {
                match bare(expression) {
                    ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }) => {
                        push_text(unescape_unicode_to_string(value.as_ref()), &mut parts);
                    }
                    ast::Expression::Inline(ast::InlineExpression::NumberLiteral { value }) => {
                        push_text(value.as_ref().into(), &mut parts);
                    }
                    other => parts.push(Part::Placeable(other)),
                }
                begins_line = false;
            }
        }
    }
    parts
}

fn push_text<'a>(text: Cow<'a, str>, parts: &mut Vec<Part<'a>>) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(last)) => last.to_mut().push_str(&text),
        _ => parts.push(Part::Text(text)),
    }
}

/// A placeable in Fluent notation.
fn notation(expression: &ast::Expression<Piece>) -> String {
    let name = Piece::of_entry("m", 0);
    let element = ast::PatternElement::Placeable {
        expression: expression.clone(),
    };
    let message = ast::Message {
        id: ast::Identifier { name },
        value: Some(ast::Pattern {
            elements: vec![element],
        }),
        attributes: Vec::new(),
        comment: None,
    };
    let text = serializer::serialize(&ast::Resource {
        body: vec![ast::Entry::Message(message)],
    });
    text.trim_start_matches("m =").trim().to_owned()
}

/// An expression without the braces within its braces.
pub(super) fn bare(expression: &ast::Expression<Piece>) -> &ast::Expression<Piece> {
    match expression {
        ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => {
            bare(expression)
        }
        other => other,
    }
}
