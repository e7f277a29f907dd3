//! Fluent catalogs, read without losing a byte. Nothing outside this folder sees a Fluent syntax
//! tree, and no file goes through a serializer.

mod blank;
mod braces;
mod broken_escape;
mod escape;
mod function;
mod id;
mod junk;
mod maker;
mod mark;
mod note;
mod part;
mod pattern;
mod piece;
mod resolve;
mod source;
mod syntax;
mod target;
mod value;

use rustc_hash::FxHashMap;

use crate::text::{Parsed, Span};

pub use blank::is_blank;
pub use escape::{escape, rendering};
pub use id::{Base, Bases, Id, Tag, Word, digest, fingerprint};
pub use junk::Slip;
pub use maker::{Maker, Origin};
pub use mark::{
    MarkFault, Marks, Review, Subject, is_mark, is_review, maker_of_parts, renew_marks, with_maker,
    with_review,
};
pub use note::{ALIGNED, Note, Notes, UNALIGNED, UNKNOWN, group, is_group, unflat};
pub use pattern::{Key, Named, Pattern, Select, Selection, Use};
pub use resolve::{Resolver, Unresolved};
pub use source::{Source, SourceUnit};
pub use target::{Served, Target};
pub use value::Value;

/// What an entry of a catalog is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A message; `None` if it has attributes only.
    Message(Option<Value>),
    /// A term, its id without the `-`.
    Term(Value),
    /// A comment that belongs to no message, with its number of `#`.
    Comment(usize),
    /// Lines that are no Fluent.
    Junk,
}

/// An entry of a catalog with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// The whole entry: attached comment, id, value and attributes; without the last line's end.
    pub span: Span,
    /// The attached comment's lines, or those of a free comment; empty if there are none.
    pub comment: Span,
    /// The id, for messages and terms; for junk that begins like a message, or with
    /// an id that satz makes, the id it would have.
    pub id: String,
    /// Place of the id (without the `-` of a term); empty if there is none.
    pub id_span: Span,
    /// Place of what stands right of `=`; empty for comments and junk.
    pub value_span: Span,
    /// The attributes of a message or term, in the order of the file.
    pub attributes: Vec<Attribute>,
}

/// An attribute of a message or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name, without the full stop.
    pub name: String,
    /// Place of the name.
    pub span: Span,
    /// Its value.
    pub value: Value,
}

/// A message or term with its attributes, to be looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Content<'a> {
    /// Its value, if it has one.
    pub value: Option<Pattern<'a>>,
    /// Its attributes, in the order of the file.
    pub attributes: &'a [Attribute],
}

impl Entry {
    /// Whether it is the message or term of that id, as people write it.
    pub fn is_called(&self, id: &str) -> bool {
        match (&self.kind, id.strip_prefix('-')) {
            (Kind::Term(_), Some(id)) => self.id == id,
            (Kind::Message(_), None) => self.id == id,
            _ => false,
        }
    }

    /// The id as people write it: that of a term with its `-`.
    pub fn written_id(&self) -> String {
        match self.kind {
            Kind::Term(_) => format!("-{}", self.id),
            _ => self.id.clone(),
        }
    }

    /// What a message or term holds; nothing for any other entry.
    pub fn content(&self) -> Content<'_> {
        let value = match &self.kind {
            Kind::Message(value) => value.as_ref(),
            Kind::Term(value) => Some(value),
            Kind::Comment(_) | Kind::Junk => None,
        };
        Content {
            value: value.map(Value::pattern),
            attributes: &self.attributes,
        }
    }

    /// The texts of an attribute, divided by commas or line breaks: `.forms = a, b`.
    pub fn list(&self, attribute: &str) -> Vec<String> {
        let mut attributes = self.attributes.iter();
        let list = attributes.find(|own| own.name == attribute);
        let reading = list.map_or(String::new(), |list| list.value.pattern().reading());
        let parts = reading.split([',', '\n']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// What a message or term reads as, its attributes after its value.
    pub fn reading(&self) -> String {
        let content = self.content();
        let attributes = content.attributes.iter();
        let attributes = attributes.map(|attribute| attribute.value.pattern());
        let values = content.value.into_iter().chain(attributes);
        let texts: Vec<String> = values.map(Pattern::reading).collect();
        texts.join("\n")
    }

    /// Whether it is a message without attributes whose value is text alone, as it stands there.
    pub fn is_plain(&self) -> bool {
        let length = self.value().and_then(Value::plain_length);
        length == Some(self.value_span.len())
    }

    /// The message's decoded value, if the entry is a message that has one.
    pub fn value(&self) -> Option<&Value> {
        match &self.kind {
            Kind::Message(value) => value.as_ref(),
            _ => None,
        }
    }
}

/// A catalog: its text, and the entries in it. The bytes between entries are blank lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalog {
    /// The file's text.
    pub text: String,
    /// The entries in the order of the file.
    pub entries: Vec<Entry>,
}

impl Catalog {
    /// Reads a catalog. What is no Fluent is junk with a diagnostic; everything else works on.
    pub fn parse(text: &str) -> Parsed<Self> {
        syntax::parse(text)
    }

    /// The messages, in the order of the file.
    pub fn messages(&self) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| matches!(entry.kind, Kind::Message(_)))
    }

    /// Returns the value of an entry as it can be written behind another `=`, on one line; none if it
    /// has none, or one with placeables that stands on several lines.
    pub fn pattern_line(&self, entry: usize) -> Option<String> {
        let entry = &self.entries[entry];
        let value = entry.value()?;
        if value.is_text() {
            return Some(escape(&value.text()));
        }
        let written = entry.value_span.of(&self.text).trim();
        (!written.contains(['\n', '\r'])).then(|| written.to_owned())
    }

    /// The terms by their ids, with their texts; of two with one id the first.
    pub fn terms(&self) -> FxHashMap<&str, (&Entry, String)> {
        let terms = self
            .entries
            .iter()
            .rev()
            .filter_map(|entry| match &entry.kind {
                Kind::Term(value) => Some((entry.id.as_str(), (entry, value.text()))),
                _ => None,
            });
        terms.collect()
    }

    /// The path in the header `### satz 1: <path>`, if this is an article's catalog.
    pub fn article(&self) -> Option<&str> {
        self.entries
            .iter()
            .filter(|entry| entry.kind == Kind::Comment(3))
            .find_map(|entry| {
                let line = entry.span.of(&self.text).lines().next()?;
                Some(line.strip_prefix("### satz 1: ")?.trim())
            })
    }

    /// The line end the file uses: that of its first line.
    pub fn line_end(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }
}
