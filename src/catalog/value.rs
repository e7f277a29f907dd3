use fluent_syntax::unicode::unescape_unicode_to_string;
use fluent_syntax::{ast, serializer};
use std::borrow::Cow;

use super::blank::shows_nothing;

/// A part of a message's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text, string literals decoded.
    Text(String),
    /// A glossary term without arguments, named without its `-`.
    Term(String),
    /// A variable, named without its `$`.
    Variable(String),
    /// Any other placeable, in Fluent notation with its braces.
    Other(String),
}

impl Part {
    /// The part in Fluent notation; a text as it is.
    pub(super) fn notation(&self) -> String {
        match self {
            Self::Text(text) | Self::Other(text) => text.clone(),
            Self::Term(id) => format!("{{ -{id} }}"),
            Self::Variable(id) => format!("{{ ${id} }}"),
        }
    }
}

/// A message's value, decoded: neighbouring texts are one part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Value {
    /// The parts in order; an empty value has none.
    pub parts: Vec<Part>,
}

impl Value {
    /// A value of plain text.
    pub fn of(text: &str) -> Self {
        let mut value = Self::default();
        value.push_text(text);
        value
    }

    /// Whether the value is the empty text.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether readers see nothing of the value: no character, or only comments and empty markup.
    pub fn is_blank(&self) -> bool {
        match self.parts.as_slice() {
            [] => true,
            [Part::Text(text)] => shows_nothing(text),
            _ => false,
        }
    }

    /// The value as text; placeables that are no text stand in their Fluent notation.
    pub fn text(&self) -> String {
        self.parts.iter().map(Part::notation).collect()
    }

    pub(super) fn from_pattern(pattern: &ast::Pattern<&str>) -> Self {
        let mut value = Self::default();
        let mut begins_line = false;
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value: text } => {
                    // Blanks are no part of a blank line: fluent-syntax leaves those in that stand
                    // behind the common indent.
                    let is_blank_line = begins_line && text.trim_matches(' ') == "\n";
                    value.push_text(if is_blank_line { "\n" } else { text });
                    begins_line = text.ends_with('\n');
                }
                ast::PatternElement::Placeable { expression } => {
                    value.push_placeable(expression);
                    begins_line = false;
                }
            }
        }
        value
    }

    fn push_text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.parts.last_mut() {
            Some(Part::Text(last)) => last.push_str(text),
            _ => self.parts.push(Part::Text(text.to_owned())),
        }
    }

    fn push_placeable(&mut self, expression: &ast::Expression<&str>) {
        use ast::InlineExpression as Inline;
        let part = match expression {
            ast::Expression::Inline(Inline::StringLiteral { value }) => {
                return self.push_text(&unescape_unicode_to_string(value));
            }
            ast::Expression::Inline(Inline::NumberLiteral { value }) => {
                return self.push_text(value);
            }
            ast::Expression::Inline(Inline::Placeable { expression }) => {
                return self.push_placeable(expression);
            }
            ast::Expression::Inline(Inline::TermReference {
                id,
                attribute: None,
                arguments: None,
            }) => Part::Term(id.name.to_owned()),
            ast::Expression::Inline(Inline::VariableReference { id }) => {
                Part::Variable(id.name.to_owned())
            }
            other => Part::Other(notation(other)),
        };
        self.parts.push(part);
    }
}

/// A placeable in Fluent notation.
fn notation(expression: &ast::Expression<&str>) -> String {
    let element = ast::PatternElement::Placeable {
        expression: expression.clone(),
    };
    let message = ast::Message {
        id: ast::Identifier { name: "m" },
        value: Some(ast::Pattern {
            elements: vec![element],
        }),
        attributes: Vec::new(),
        comment: None,
    };
    let text = serializer::serialize(&ast::Resource {
        body: vec![ast::Entry::Message(message)],
    });
    let bare = text.trim_start_matches("m =").trim();
    bare.to_owned()
}

/// Returns what a catalog gives back for a text that was written into it: the text, with a blank for
/// each line break that Fluent cannot hold.
///
/// # Examples
/// ```
/// use satz::catalog::rendering;
/// assert_eq!(rendering("Ein\u{2028}Satz."), "Ein Satz.");
/// ```
pub fn rendering(text: &str) -> Cow<'_, str> {
    if text.contains(is_foreign_break) {
        text.replace(is_foreign_break, " ").into()
    } else {
        text.into()
    }
}

/// Whether a character is a line break that Fluent cannot hold: CR, VT, FF, NEL, LS or PS.
fn is_foreign_break(c: char) -> bool {
    matches!(
        c,
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Writes text as the right-hand side of `id = …`, on one line; decoded it is the [`rendering`] of
/// the text.
pub fn escape(text: &str) -> String {
    if text.is_empty() {
        return "{ \"\" }".to_owned();
    }
    let head = text.len() - text.trim_start().len();
    let tail = text.trim_end().len().max(head);
    let mut out = String::with_capacity(text.len() + 16);
    let mut literal = String::new();
    for (at, c) in text.char_indices() {
        let edge = at < head || at >= tail;
        match c {
            '\n' => literal.push_str("\\u000A"),
            c if is_foreign_break(c) => {
                if edge {
                    literal.push(' ');
                } else {
                    close(&mut out, &mut literal);
                    out.push(' ');
                }
            }
            '{' | '}' => literal.push(c),
            c if edge => literal.push(c),
            c => {
                close(&mut out, &mut literal);
                out.push(c);
            }
        }
    }
    close(&mut out, &mut literal);
    out
}

fn close(out: &mut String, literal: &mut String) {
    if !literal.is_empty() {
        out.push_str("{ \"");
        out.push_str(literal);
        out.push_str("\" }");
        literal.clear();
    }
}
