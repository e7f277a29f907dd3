//! Text made a tree: well-formedness, namespaces and limits.

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesDecl, BytesStart, Event};

use super::escape::{bad_reference, is_encodable};
use super::{AttributeNode, DEEPEST, Node, Range, Tree};
use crate::text::{Diagnostic, Severity, Span};

/// The namespace of `xml:lang` and its kin.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// How many namespaces a document may have.
const NAMESPACES: usize = 4096;

/// How many attributes an element may have.
const ATTRIBUTES: usize = 256;

/// Reads a document. What is no well-formed XML, wants an entity of its own or is nested too deep has no
/// tree: there is nothing to rely on then.
///
/// # Errors
/// The first fault, with its place.
pub(crate) fn parse(text: &str) -> Result<Tree<'_>, Diagnostic> {
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    if let Some(at) = text[start..].find(|c| !is_encodable(c)) {
        let message = "holds a character that XML has none for";
        return Err(fault(
            "xml-character",
            Span::new(start + at, start + at + 1),
            message,
        )
        .hint("take it out, or write <cp hex=\"…\"/> where XLIFF 2 may have it"));
    }
    let mut builder = Builder {
        tree: Tree {
            text,
            nodes: Vec::new(),
            attributes: Vec::new(),
            namespaces: vec!["", XML],
        },
        open: Vec::new(),
        scopes: vec![(0, "xml", 1)],
        last: Vec::new(),
        is_closed: false,
    };
    let mut reader = Reader::from_str(&text[start..]);
    reader.config_mut().enable_all_checks(true);
    loop {
        let from = place(&reader, start, text.len());
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => {
                let to = place(&reader, start, text.len());
                builder.take(&event, Range::new(from, to))?;
            }
            Err(Error::IllFormed(IllFormedError::UnclosedReference)) => {
                let at = Span::new(from, text.len());
                return Err(fault("xml-entity", at, "`&` begins no reference")
                    .hint("write `&amp;` for the character itself"));
            }
            Err(error) => {
                let at = Span::new(from, text.len());
                let message = format!("is no well-formed XML from here on: {error}");
                return Err(fault("xml-syntax", at, message));
            }
        }
    }
    builder.finish()
}

fn place(reader: &Reader<&[u8]>, start: usize, end: usize) -> usize {
    let position = usize::try_from(reader.buffer_position()).unwrap_or(end);
    (start + position).min(end)
}

fn fault(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, span, message)
}

/// What was read so far.
struct Builder<'t> {
    tree: Tree<'t>,
    /// Elements that are open, from outside in.
    open: Vec<u32>,
    /// Prefixes in force: how many elements are open where it was declared, prefix, namespace.
    scopes: Vec<(usize, &'t str, u16)>,
    /// Of each open element, its last child so far.
    last: Vec<u32>,
    is_closed: bool,
}

impl<'t> Builder<'t> {
    fn take(&mut self, event: &Event<'t>, place: Range) -> Result<(), Diagnostic> {
        match event {
            Event::Start(tag) => self.start(tag, place, false),
            Event::Empty(tag) => self.start(tag, place, true),
            Event::End(_) => {
                self.end(place);
                Ok(())
            }
            Event::Text(_) | Event::GeneralRef(_) | Event::CData(_) => {
                self.text(place, matches!(event, Event::CData(_)))
            }
            Event::DocType(declaration) => self.doctype(declaration, place),
            Event::Decl(declaration) => declared(declaration, place.span()),
            _ => Ok(()),
        }
    }

    fn start(
        &mut self,
        tag: &BytesStart<'t>,
        place: Range,
        is_empty: bool,
    ) -> Result<(), Diagnostic> {
        let text = self.tree.text;
        if self.open.is_empty() && !self.tree.nodes.is_empty() {
            let message = "stands behind the end of the document";
            return Err(fault("xml-syntax", place.span(), message));
        }
        if self.open.len() >= DEEPEST {
            let message = format!("is nested deeper than {DEEPEST} elements");
            return Err(fault("xml-depth", place.span(), message));
        }
        let first = self.tree.attributes.len();
        let mut given: Vec<(&str, Range)> = Vec::new();
        for (count, attribute) in tag.attributes().enumerate() {
            if count == ATTRIBUTES {
                let message = format!("has more than {ATTRIBUTES} attributes");
                return Err(fault("xml-syntax", place.span(), message));
            }
            let attribute = attribute.map_err(|error| {
                fault("xml-syntax", place.span(), format!("is no tag: {error}"))
            })?;
            let value = self.value(&attribute.value, place)?;
            let key: &'t str = within(text, attribute.key.0, place);
            if key == "xmlns" || key.starts_with("xmlns:") {
                self.declare(key, value)?;
            } else {
                given.push((key, value));
            }
        }
        for (key, value) in given {
            let (namespace, name) = self.resolve(key, place, true)?;
            let attribute = AttributeNode {
                name,
                value,
                namespace,
            };
            self.tree.attributes.push(attribute);
        }
        self.only_once(first, place)?;
        let name = tag.name();
        let (namespace, name) = self.resolve(within(text, name.0, place), place, false)?;
        let index = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        let parent = self.open.last().copied().unwrap_or(0);
        self.tree.nodes.push(Node {
            parent,
            attributes: Range::new(first, self.tree.attributes.len()),
            name,
            span: place,
            inner: Range {
                start: place.end,
                end: place.end,
            },
            namespace,
            ..Node::default()
        });
        if let Some(last) = self.last.last_mut() {
            let link = std::mem::replace(last, index);
            if link == 0 {
                self.tree.nodes[parent as usize].first_child = index;
            } else {
                self.tree.nodes[link as usize].next_sibling = index;
            }
        }
        if is_empty {
            self.leave_scope();
        } else {
            self.open.push(index);
            self.last.push(0);
        }
        Ok(())
    }

    fn end(&mut self, place: Range) {
        if let Some(index) = self.open.pop() {
            self.last.pop();
            let node = &mut self.tree.nodes[index as usize];
            node.inner.end = place.start;
            node.span.end = place.end;
            self.leave_scope();
            self.is_closed = self.open.is_empty();
        }
    }

    fn leave_scope(&mut self) {
        let depth = self.open.len();
        while self.scopes.last().is_some_and(|(open, _, _)| *open > depth) {
            self.scopes.pop();
        }
    }

    fn text(&mut self, place: Range, is_verbatim: bool) -> Result<(), Diagnostic> {
        let raw = place.span().of(self.tree.text);
        if !is_verbatim {
            no_bad_reference(raw, place)?;
            if let Some(at) = raw.find("]]>") {
                let span = Span::new(place.span().start + at, place.span().end);
                return Err(fault(
                    "xml-syntax",
                    span,
                    "`]]>` stands in a text; write `]]&gt;`",
                ));
            }
        }
        let is_blank = !is_verbatim
            && raw
                .trim_matches(['\u{FEFF}', ' ', '\t', '\r', '\n'])
                .is_empty();
        match self.open.last() {
            _ if is_blank => Ok(()),
            Some(index) => {
                self.tree.nodes[*index as usize].has_text = true;
                Ok(())
            }
            None => Err(fault(
                "xml-syntax",
                place.span(),
                "text stands outside of the outermost element",
            )),
        }
    }

    /// The place of an attribute's value.
    fn value(&self, value: &str, place: Range) -> Result<Range, Diagnostic> {
        let text = within(self.tree.text, value, place);
        let start = text.as_ptr() as usize - self.tree.text.as_ptr() as usize;
        let range = Range::new(start, start + text.len());
        if text.contains('<') {
            return Err(fault(
                "xml-syntax",
                range.span(),
                "`<` stands in an attribute; write `&lt;`",
            ));
        }
        no_bad_reference(text, range)?;
        Ok(range)
    }

    fn declare(&mut self, key: &'t str, value: Range) -> Result<(), Diagnostic> {
        let name = value.span().of(self.tree.text);
        let prefix = key.strip_prefix("xmlns:").unwrap_or_default();
        if (name.is_empty() && !prefix.is_empty()) || prefix == "xmlns" {
            let message = format!("the prefix `{prefix}` is bound to nothing");
            return Err(fault("xml-namespace", value.span(), message));
        }
        let known = self.tree.namespaces.iter().position(|known| *known == name);
        let index = known.unwrap_or_else(|| {
            self.tree.namespaces.push(name);
            self.tree.namespaces.len() - 1
        });
        if index >= NAMESPACES {
            return Err(fault(
                "xml-namespace",
                value.span(),
                "there are too many namespaces",
            ));
        }
        let index = u16::try_from(index).unwrap_or(0);
        self.scopes.push((self.open.len() + 1, prefix, index));
        Ok(())
    }

    /// The namespace and the local part of a name.
    fn resolve(
        &self,
        name: &'t str,
        place: Range,
        is_attribute: bool,
    ) -> Result<(u16, Range), Diagnostic> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let start = local.as_ptr() as usize - self.tree.text.as_ptr() as usize;
        let range = Range::new(start, start + local.len());
        if local.is_empty() || local.contains(':') || !is_name(local) {
            return Err(fault(
                "xml-syntax",
                place.span(),
                format!("`{name}` is no name"),
            ));
        }
        if prefix.is_empty() && is_attribute {
            return Ok((0, range));
        }
        let scope = self
            .scopes
            .iter()
            .rev()
            .find(|(_, known, _)| *known == prefix);
        match scope {
            Some((_, _, index)) => Ok((*index, range)),
            None if prefix.is_empty() => Ok((0, range)),
            None => {
                let message = format!("the prefix `{prefix}` is not declared");
                let hint = format!("declare it: xmlns:{prefix}=\"…\"");
                Err(fault("xml-namespace", place.span(), message).hint(hint))
            }
        }
    }

    /// Two prefixes of one namespace must not give an element one attribute twice.
    fn only_once(&self, first: usize, place: Range) -> Result<(), Diagnostic> {
        let attributes = &self.tree.attributes[first..];
        for (at, attribute) in attributes.iter().enumerate() {
            let name = attribute.name.span().of(self.tree.text);
            let is_again = attributes[..at].iter().any(|other| {
                other.namespace == attribute.namespace
                    && other.name.span().of(self.tree.text) == name
            });
            if is_again {
                let message = format!("the attribute `{name}` stands there twice");
                return Err(fault("xml-syntax", place.span(), message));
            }
        }
        Ok(())
    }

    fn doctype(&self, declaration: &str, place: Range) -> Result<(), Diagnostic> {
        if !self.tree.nodes.is_empty() {
            return Err(fault(
                "xml-syntax",
                place.span(),
                "a DOCTYPE stands before the outermost element",
            ));
        }
        if declaration.contains('[') {
            let message =
                "the DOCTYPE declares entities or elements of its own, which are never read";
            let hint = "write the file without them; nothing of XLIFF, TMX or TBX needs them";
            return Err(fault("xml-entity", place.span(), message).hint(hint));
        }
        Ok(())
    }

    fn finish(self) -> Result<Tree<'t>, Diagnostic> {
        let end = Span::new(self.tree.text.len(), self.tree.text.len());
        match self.open.last() {
            Some(index) => {
                let node = &self.tree.nodes[*index as usize];
                let name = node.name.span().of(self.tree.text);
                let message = format!("`<{name}>` is not closed; the file may have been cut off");
                Err(fault("xml-syntax", node.span.span(), message))
            }
            None if self.tree.nodes.is_empty() => {
                Err(fault("xml-syntax", end, "there is no element in it"))
            }
            None => Ok(self.tree),
        }
    }
}

/// The same text as a part of the document, so that its place is known.
fn within<'t>(text: &'t str, part: &str, place: Range) -> &'t str {
    let start = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    let same = text.get(start..start.wrapping_add(part.len()));
    same.unwrap_or_else(|| {
        // The reader gives parts of the text that it was given; if it ever copied one, it is found again.
        let tag = place.span().of(text);
        let at = tag.find(part).unwrap_or(0);
        tag.get(at..at + part.len()).unwrap_or_default()
    })
}

fn no_bad_reference(raw: &str, place: Range) -> Result<(), Diagnostic> {
    let Some((at, reference)) = bad_reference(raw) else {
        return Ok(());
    };
    let start = place.span().start + at;
    let span = Span::new(start, start + reference.len());
    let message = match reference {
        "&" => "`&` begins no reference".to_owned(),
        reference => format!("`{reference}` stands for nothing that XML knows"),
    };
    Err(fault("xml-entity", span, message).hint("write `&amp;` for the character itself"))
}

fn declared(declaration: &BytesDecl<'_>, span: Span) -> Result<(), Diagnostic> {
    let encoding = declaration.encoding().and_then(Result::ok);
    let is_known = |name: &str| {
        let name = name.to_ascii_lowercase();
        matches!(name.as_str(), "utf-8" | "utf8" | "us-ascii" | "ascii")
    };
    match encoding {
        Some(name) if !is_known(&name) => {
            let message = format!("says that it is written in {name}, and is read as UTF-8");
            Err(fault("xml-encoding", span, message).hint("export it again as UTF-8"))
        }
        _ => Ok(()),
    }
}

/// Whether a text is a name of XML without a colon.
pub(crate) fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    characters
        .next()
        .is_some_and(|c| c == '_' || c.is_alphabetic())
        && characters.all(|c| {
            matches!(c, '_' | '-' | '.' | '·')
                || c.is_alphanumeric()
                || !c.is_ascii() && !c.is_whitespace()
        })
}
