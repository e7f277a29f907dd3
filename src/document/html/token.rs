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

/// What a text is that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// A page: the content of `script`, `title` and the like is text.
    Page,
    /// A drawing or a formula in a page, where these elements are like any other.
    Drawing,
    /// A piece of running text.
    Inline,
}

/// The tokens of a whole page. An empty drawing (`<svg/>`) has an end tag of no length.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        at = read(text, at, Scope::Page, &mut found, is_drawing);
        let name = match found.last().map(|token| &token.kind) {
            Some(Kind::Start(name, _)) if at < text.len() => name.clone(),
            _ => break,
        };
        let mut depth = 1_usize;
        at = read(text, at, Scope::Drawing, &mut found, |kind| {
            match kind {
                Kind::Start(inner, _) if *inner == name => depth += 1,
                Kind::End(inner) if *inner == name => depth -= 1,
                _ => {}
            }
            depth == 0
        });
    }
    found
}

/// Whether a tag begins a drawing or a formula.
fn is_drawing(kind: &Kind) -> bool {
    matches!(kind, Kind::Start(name, _) if matches!(name.as_str(), "svg" | "math"))
}

/// The tokens of a piece of running text, where no element changes how its content is read.
pub(crate) fn inline_tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    read(text, 0, Scope::Inline, &mut found, |_| false);
    found
}

/// Reads the tokens from a place on, up to one that is the last; gives the place behind it.
fn read(
    text: &str,
    start: usize,
    scope: Scope,
    found: &mut Vec<Token>,
    mut is_last: impl FnMut(&Kind) -> bool,
) -> usize {
    let piece = &text[start..];
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(scope == Scope::Page);
    for token in Tokenizer::new_with_emitter(piece, emitter).flatten() {
        let is_empty = matches!(&token, Found::StartTag(tag) if tag.self_closing);
        let Some((kind, span)) = read_one(piece, token, start) else {
            continue;
        };
        // A place that is none in this text would be a fault of the tokenizer: such a token is left.
        if text.get(span.start..span.end).is_none() {
            continue;
        }
        if let Kind::Start(name, _) = &kind
            && (is_empty && scope != Scope::Inline && is_drawing(&kind))
        {
            let end = Kind::End(name.clone());
            let place = Span::new(span.end, span.end);
            found.extend([(kind, span), (end, place)].map(|(kind, span)| Token { kind, span }));
            continue;
        }
        let ends = is_last(&kind);
        found.push(Token { kind, span });
        if ends {
            return span.end;
        }
    }
    text.len()
}

/// A token that was found in a piece of a text that begins at `start`, by its place in the text.
fn read_one(piece: &str, token: Found<usize>, start: usize) -> Option<(Kind, Span)> {
    let (kind, span) = match token {
        Found::StartTag(tag) => {
            let attributes = tag.attributes.iter().map(|(name, value)| {
                let raw = Span::new(value.span.start, tag.span.end);
                let mut found = attribute(piece, lossy(name), lossy(&value.value), raw);
                found.span = found.span.map(|span| span.shifted(start));
                found
            });
            let mut attributes: Vec<Attribute> = attributes.collect();
            attributes.sort_by_key(|attribute| attribute.span);
            (Kind::Start(lossy(&tag.name), attributes), tag.span)
        }
        Found::EndTag(tag) => (Kind::End(lossy(&tag.name)), tag.span),
        Found::String(string) => (Kind::Text, string.span),
        Found::Comment(comment) => (Kind::Aside, comment.span),
        Found::Doctype(doctype) => (Kind::Aside, doctype.span),
        Found::Error(_) => return None,
    };
    Some((kind, Span::new(span.start, span.end).shifted(start)))
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
