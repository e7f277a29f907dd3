//! The tokens of an HTML text with their places. `html5gum` finds them as browsers do; nothing is
//! dropped but what the end of the file cuts off.

use crate::text::Span;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token as Found, Tokenizer};

/// A token and its place.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// What a token is.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// A start tag: its name in lower case, and its attributes in the order of the article.
    Start(String, Vec<Attribute>),
    /// An end tag: its name in lower case.
    End(String),
    /// Text, character references included.
    Text,
    /// A comment, declaration or processing instruction.
    Aside,
}

/// An attribute of a start tag.
#[derive(Debug, Clone)]
pub(crate) struct Attribute {
    /// Its name in lower case.
    pub(crate) name: String,
    /// What its value reads as, character references decoded.
    pub(crate) value: String,
    /// The place of its value inside the quotes; `None` where it has no value.
    pub(crate) span: Option<Span>,
    /// The quotes around its value, if any.
    pub(crate) quote: Option<char>,
}

impl Token {
    /// The value of an attribute of a start tag.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute> {
        match &self.kind {
            Kind::Start(_, attributes) => attributes.iter().find(|found| found.name == name),
            _ => None,
        }
    }
}

/// The tokens of a whole page: the content of `script`, `title` and the like is text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    read(text, true)
}

/// The tokens of a piece of running text, where no element changes how its content is read.
pub(crate) fn inline_tokens(text: &str) -> Vec<Token> {
    read(text, false)
}

fn read(text: &str, switch: bool) -> Vec<Token> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(switch);
    let mut found = Vec::new();
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        let (kind, span) = match token {
            Found::StartTag(tag) => {
                let mut attributes: Vec<Attribute> = tag
                    .attributes
                    .iter()
                    .map(|(name, value)| {
                        let name = lossy(name);
                        let raw = Span::new(value.span.start, tag.span.end);
                        attribute(text, name, lossy(&value.value), raw)
                    })
                    .collect();
                attributes.sort_by_key(|attribute| attribute.span);
                (Kind::Start(lossy(&tag.name), attributes), tag.span)
            }
            Found::EndTag(tag) => (Kind::End(lossy(&tag.name)), tag.span),
            Found::String(string) => (Kind::Text, string.span),
            Found::Comment(comment) => (Kind::Aside, comment.span),
            Found::Doctype(doctype) => (Kind::Aside, doctype.span),
            Found::Error(_) => continue,
        };
        let span = Span::new(span.start, span.end);
        // A place that is none in this text would be a fault of the tokenizer: such a token is left.
        if text.get(span.start..span.end).is_some() {
            found.push(Token { kind, span });
        }
    }
    found
}

/// Finds the value of the attribute whose name begins at the start of `raw`.
fn attribute(text: &str, name: String, value: String, raw: Span) -> Attribute {
    let mut found = Attribute {
        name,
        value,
        span: None,
        quote: None,
    };
    let blank = |c: char| c.is_ascii_whitespace();
    let Some(rest) = text.get(raw.start + found.name.len()..raw.end) else {
        return found;
    };
    let Some(rest) = rest.trim_start_matches(blank).strip_prefix('=') else {
        return found;
    };
    let rest = rest.trim_start_matches(blank);
    let start = raw.end - rest.len();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (start, length) = match quote {
        Some(quote) => (start + 1, rest[1..].find(quote)),
        None => (start, rest.find(|c: char| blank(c) || c == '>')),
    };
    found.quote = quote;
    found.span = length.map(|length| Span::new(start, start + length));
    found
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
