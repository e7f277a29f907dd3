use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

/// A part of a message's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text, string literals decoded.
    Text(String),
    /// A glossary term without arguments, named without its `-`.
    Term(String),
    /// A variable, named without its `$`.
    Variable(String),
    /// Any other placeable, named by what it is, for example `selector`.
    Other(&'static str),
}

impl Part {
    /// The part as text, in Fluent notation if it is none.
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Term(id) => format!("{{ -{id} }}"),
            Self::Variable(id) => format!("{{ ${id} }}"),
            Self::Other(what) => format!("{{ {what} }}"),
        }
    }
}

/// As many bytes of terms go into one text.
const MAX_TERMS: usize = 1024 * 1024;

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

    /// Whether the value has only white space.
    pub fn is_blank(&self) -> bool {
        self.parts
            .iter()
            .all(|part| matches!(part, Part::Text(text) if text.trim().is_empty()))
    }

    /// The value as text; placeables that are no text stand in their Fluent notation.
    pub fn text(&self) -> String {
        self.parts.iter().map(Part::text).collect()
    }

    /// The value as text, terms replaced by what `term` knows of them. None if they make it longer
    /// than a mebibyte: a hundred references to a long term would fill the memory.
    pub fn resolve(&self, term: impl Fn(&str) -> Option<String>) -> Option<String> {
        let mut out = String::new();
        let mut replaced = 0;
        for part in &self.parts {
            let known = match part {
                Part::Term(id) => term(id),
                _ => None,
            };
            replaced += known.as_ref().map_or(0, String::len);
            if replaced > MAX_TERMS {
                return None;
            }
            out.push_str(&known.unwrap_or_else(|| part.text()));
        }
        Some(out)
    }

    pub(super) fn from_pattern(pattern: &ast::Pattern<&str>) -> Self {
        let mut value = Self::default();
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value: text } => value.push_text(text),
                ast::PatternElement::Placeable { expression } => value.push_placeable(expression),
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
            ast::Expression::Select { .. } => Part::Other("selector"),
            ast::Expression::Inline(inline) => match inline {
                Inline::StringLiteral { value } => {
                    return self.push_text(&unescape_unicode_to_string(value));
                }
                Inline::NumberLiteral { value } => return self.push_text(value),
                Inline::TermReference {
                    id,
                    attribute: None,
                    arguments: None,
                } => Part::Term(id.name.to_owned()),
                Inline::TermReference { .. } => Part::Other("term"),
                Inline::VariableReference { id } => Part::Variable(id.name.to_owned()),
                Inline::FunctionReference { .. } => Part::Other("function"),
                Inline::MessageReference { .. } => Part::Other("message"),
                Inline::Placeable { expression } => return self.push_placeable(expression),
            },
        };
        self.parts.push(part);
    }
}

/// Writes text as the right-hand side of `id = …`, on one line; decoded it is `text` again, except
/// that the line breaks which Fluent cannot hold (CR, VT, FF, NEL, LS, PS) become blanks.
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
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
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
