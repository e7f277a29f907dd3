//! A raw page as a tree: its elements and texts in the order of the page, in one list, so that depth
//! costs no stack. Browsers would move some elements elsewhere; here they stay where they are written.

use crate::document::{
    HtmlAttribute, HtmlRole, TokenKind, decode_html, ends_before, html_role, is_void_html,
    page_tokens, shields,
};
use std::collections::HashMap;
use std::ops::Range;

/// A page: the node 0 is its root.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) nodes: Vec<Node>,
}

/// An element or a text.
#[derive(Debug)]
pub(super) struct Node {
    /// Its name in lower case; empty for a text, `html` for the root.
    pub(super) name: String,
    /// Its class, id and role in lower case.
    pub(super) marks: String,
    /// What it reads as, if it is a text.
    pub(super) text: String,
    /// The element around it; the root's is the root.
    pub(super) parent: usize,
    /// The first node behind all that is in it.
    pub(super) end: usize,
    attributes: Vec<HtmlAttribute>,
}

impl Page {
    /// Reads a page.
    pub(super) fn read(text: &str) -> Self {
        let mut builder = Builder::new();
        for token in page_tokens(text) {
            match token.kind {
                TokenKind::Start(name, attributes) => builder.start(name, attributes),
                TokenKind::End(name) => builder.end(&name),
                TokenKind::Text => builder.text(token.span.of(text)),
                TokenKind::Aside => {}
            }
        }
        builder.finish()
    }

    pub(super) fn name(&self, at: usize) -> &str {
        &self.nodes[at].name
    }

    /// The value of an attribute, without white space around it; none where it is empty.
    pub(super) fn attribute(&self, at: usize, name: &str) -> Option<&str> {
        let mut attributes = self.nodes[at].attributes.iter();
        let found = attributes.find(|attribute| attribute.name == name)?;
        Some(found.value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether an element has an attribute, with a value or without.
    pub(super) fn has_attribute(&self, at: usize, name: &str) -> bool {
        let mut attributes = self.nodes[at].attributes.iter();
        attributes.any(|attribute| attribute.name == name)
    }

    /// Whether a node is an element that ends a line.
    pub(super) fn is_block(&self, at: usize) -> bool {
        is_block(&self.nodes[at].name)
    }

    /// The node itself and the elements around it, the innermost first, the root last.
    pub(super) fn ancestors(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(at), |at| (*at > 0).then(|| self.nodes[*at].parent))
    }

    /// The elements that end a line, the innermost first: the node itself and those around it.
    pub(super) fn blocks(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.ancestors(at).filter(|at| self.is_block(*at))
    }

    /// All nodes within an element.
    pub(super) fn inside(&self, at: usize) -> Range<usize> {
        at + 1..self.nodes[at].end
    }

    /// The nodes directly within an element.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.nodes[at].end;
        let first = Some(at + 1).filter(|child| *child < end);
        std::iter::successors(first, move |child| {
            Some(self.nodes[*child].end).filter(|next| *next < end)
        })
    }

    /// The elements of a name within an element.
    pub(super) fn all<'a>(&'a self, at: usize, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.inside(at).filter(move |node| self.name(*node) == name)
    }

    /// The text within a node as it is written.
    pub(super) fn text(&self, at: usize) -> String {
        let nodes = &self.nodes[at..self.nodes[at].end];
        nodes.iter().map(|node| node.text.as_str()).collect()
    }

    /// Whether one of the words of an element's class, id and role is `word`.
    pub(super) fn is_marked(&self, at: usize, word: &str) -> bool {
        let mut words = self.nodes[at].marks.split_ascii_whitespace();
        words.any(|found| found == word)
    }
}

fn is_block(name: &str) -> bool {
    !name.is_empty()
        && matches!(
            html_role(name),
            HtmlRole::Block | HtmlRole::Closed | HtmlRole::Void
        )
}

/// A page that is being read.
struct Builder {
    nodes: Vec<Node>,
    /// The open elements, the innermost last.
    open: Vec<usize>,
    /// How many open elements there are of each name.
    count: HashMap<String, usize>,
}

impl Builder {
    fn new() -> Self {
        let mut builder = Self {
            nodes: Vec::new(),
            open: Vec::new(),
            count: HashMap::new(),
        };
        builder.push("html".to_owned(), String::new(), Vec::new());
        builder.open.push(0);
        builder
    }

    fn push(&mut self, name: String, text: String, attributes: Vec<HtmlAttribute>) -> usize {
        let mut marks = String::new();
        for key in ["class", "id", "role", "itemprop", "data-component"] {
            if let Some(found) = attributes.iter().find(|attribute| attribute.name == key) {
                marks.push_str(&found.value.to_lowercase());
                marks.push(' ');
            }
        }
        let at = self.nodes.len();
        self.nodes.push(Node {
            name,
            marks,
            text,
            parent: self.open.last().copied().unwrap_or(0),
            end: at + 1,
            attributes,
        });
        at
    }

    fn start(&mut self, name: String, mut attributes: Vec<HtmlAttribute>) {
        for attribute in &mut attributes {
            attribute.value = with_line_feeds(std::mem::take(&mut attribute.value));
        }
        if is_block(&name) && !matches!(name.as_str(), "script" | "style") {
            self.imply(&name);
        }
        if name == "a" {
            self.close_link();
        }
        let void = is_void_html(&name);
        let at = self.push(name.clone(), String::new(), attributes);
        if !void {
            *self.count.entry(name).or_default() += 1;
            self.open.push(at);
        }
    }

    /// Closes what ends by itself before an element begins.
    fn imply(&mut self, next: &str) {
        loop {
            let is_block = |at: &usize| is_block(&self.nodes[*at].name);
            let Some(depth) = self.open.iter().rposition(is_block) else {
                return;
            };
            if !ends_before(&self.nodes[self.open[depth]].name, next) {
                return;
            }
            self.close_to(depth);
        }
    }

    /// A link ends where another begins, in the same line.
    fn close_link(&mut self) {
        let mut open = self.open.iter().enumerate().rev();
        let link = open.find_map(|(depth, at)| match self.nodes[*at].name.as_str() {
            "a" => Some(Some(depth)),
            name => is_block(name).then_some(None),
        });
        if let Some(Some(depth)) = link {
            self.close_to(depth);
        }
    }

    fn end(&mut self, name: &str) {
        if self.count.get(name).copied().unwrap_or(0) == 0 {
            return;
        }
        let found = |at: &usize| self.nodes[*at].name == name;
        let Some(depth) = self.open.iter().rposition(found) else {
            return;
        };
        let part = matches!(
            name,
            "table" | "tr" | "tbody" | "thead" | "tfoot" | "td" | "th" | "body" | "html"
        );
        let mut inner = self.open[depth + 1..]
            .iter()
            .map(|at| &self.nodes[*at].name);
        let stays = if is_block(name) {
            !part && inner.any(|name| shields(name))
        } else {
            inner.any(|name| is_block(name))
        };
        if !stays {
            self.close_to(depth);
        }
    }

    /// Closes the open elements down to the one at `depth`, that one as well.
    fn close_to(&mut self, depth: usize) {
        let end = self.nodes.len();
        for at in self.open.drain(depth..) {
            self.nodes[at].end = end;
            if let Some(count) = self.count.get_mut(&self.nodes[at].name) {
                *count = count.saturating_sub(1);
            }
        }
    }

    fn text(&mut self, raw: &str) {
        let inner = self.open.last().map(|at| self.nodes[*at].name.as_str());
        let text = match inner {
            Some("script" | "style") => raw.to_owned(),
            _ => with_line_feeds(decode_html(raw)),
        };
        self.push(String::new(), text, Vec::new());
    }

    fn finish(mut self) -> Page {
        self.close_to(0);
        Page { nodes: self.nodes }
    }
}

/// A text whose lines end with line feeds alone, as a browser reads it. A carriage return that a
/// reference stands for is no line end there; in Markdown it would be one.
fn with_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}
