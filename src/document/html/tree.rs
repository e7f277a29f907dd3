//! The block tree of a page, in a flat list, so that depth costs no stack. What browsers would
//! move or invent stays where it is written: the tree only has to say where sentences end.

use super::element::{Role, ends_before, label, role, shields};
use super::run::{Run, skip};
use super::token::{Kind, Token, tokens};
use crate::document::outline::{body_start, trimmed};
use crate::document::{BlockKind, Node, Reason};
use crate::text::Span;
use std::ops::Range;

/// Nodes, and what stands between block-level tags.
#[derive(Debug, Default)]
pub(crate) struct Tree<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) runs: Vec<Run>,
    /// Elements that are not looked into, by their tokens.
    pub(crate) closed: Vec<Range<usize>>,
    /// Block-level start tags whose attributes may be read, by their tokens.
    pub(crate) tags: Vec<usize>,
    open: Vec<Frame>,
    language: String,
    /// First token of the run that is being read.
    start: Option<usize>,
}

/// An open element.
#[derive(Debug)]
struct Frame {
    name: String,
    node: usize,
    tag: usize,
    children: usize,
    /// Why its content is not translated.
    stop: Option<Reason>,
    /// The runs that stand directly in it.
    runs: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// Reads a page whose own language is `language`, unless its `html` element says otherwise.
    pub(crate) fn grow(text: &'a str, language: &str) -> Self {
        let mut tree = Self {
            text,
            tokens: tokens(text),
            language: language.to_owned(),
            ..Self::default()
        };
        let mut at = 0;
        while at < tree.tokens.len() {
            at = tree.take(at);
        }
        tree.flush(tree.tokens.len());
        while !tree.open.is_empty() {
            tree.close(text.len());
        }
        tree
    }

    /// Reads the token at `at`; returns the one to go on with.
    fn take(&mut self, at: usize) -> usize {
        let (role, name, starts) = match &self.tokens[at].kind {
            Kind::Start(name, _) => (role(name), name.clone(), true),
            Kind::End(name) => (role(name), name.clone(), false),
            _ => (Role::Inline, String::new(), true),
        };
        match (role, starts) {
            (Role::Inline, _) | (Role::Void | Role::Closed | Role::Picture, false) => {
                self.start.get_or_insert(at);
                at + 1
            }
            (Role::Picture, true) => {
                self.start.get_or_insert(at);
                skip(&self.tokens, at) + 1
            }
            (Role::Void, true) => {
                self.flush(at);
                self.imply(&name, at);
                self.push(label(&name), self.tokens[at].span);
                if self.stop().is_none() {
                    self.tags.push(at);
                }
                at + 1
            }
            (Role::Closed, true) => {
                self.flush(at);
                if !matches!(name.as_str(), "script" | "style") {
                    self.imply(&name, at);
                }
                let last = skip(&self.tokens, at);
                let span = Span::new(self.tokens[at].span.start, self.tokens[last].span.end);
                self.push(label(&name), span);
                if self.stop().is_none() {
                    self.tags.push(at);
                }
                self.closed.push(at..last + 1);
                last + 1
            }
            (Role::Block, true) => {
                self.flush(at);
                self.imply(&name, at);
                self.begin(name, at);
                at + 1
            }
            (Role::Block, false) => {
                self.flush(at);
                self.end(&name, at);
                at + 1
            }
        }
    }

    fn begin(&mut self, name: String, at: usize) {
        let tag = &self.tokens[at];
        let value = |name: &str| tag.attribute(name).map(|found| found.value.to_lowercase());
        let mut stop = self.stop().cloned();
        let lang = value("lang").filter(|lang| !lang.is_empty());
        if let Some(lang) = lang {
            let own = lang.split(['-', '_']).next().unwrap_or_default().to_owned();
            if name == "html" {
                self.language = own;
            } else if own != self.language.to_lowercase() {
                stop = Some(Reason::Language(lang));
            } else if matches!(stop, Some(Reason::Language(_))) {
                stop = None;
            }
        }
        let classes = value("class").unwrap_or_default();
        match value("translate").as_deref() {
            Some("no") => stop = Some(Reason::Untranslated("no")),
            Some("yes" | "") => stop = stop.filter(|stop| !matches!(stop, Reason::Untranslated(_))),
            _ if classes
                .split_ascii_whitespace()
                .any(|one| one == "notranslate") =>
            {
                stop = Some(Reason::Untranslated("notranslate"));
            }
            _ => {}
        }
        let node = self.push(label(&name), self.tokens[at].span);
        if stop.is_none() {
            self.tags.push(at);
        }
        self.open.push(Frame {
            name,
            node,
            tag: at,
            children: 0,
            stop,
            runs: Vec::new(),
        });
    }

    /// Closes what ends by itself before an element begins.
    fn imply(&mut self, next: &str, at: usize) {
        let place = self.tokens[at].span.start;
        while self
            .open
            .last()
            .is_some_and(|frame| ends_before(&frame.name, next))
        {
            self.close(place);
        }
    }

    fn end(&mut self, name: &str, at: usize) {
        let found = self.open.iter().rposition(|frame| frame.name == name);
        let Some(found) = found else {
            return;
        };
        let part = matches!(
            name,
            "table" | "tr" | "tbody" | "thead" | "tfoot" | "td" | "th" | "body" | "html"
        );
        let shielded = !part
            && self.open[found + 1..]
                .iter()
                .any(|frame| shields(&frame.name));
        if shielded {
            return;
        }
        let span = self.tokens[at].span;
        while self.open.len() > found + 1 {
            self.close(span.start);
        }
        self.close(span.end);
    }

    fn push(&mut self, label: &'static str, span: Span) -> usize {
        if let Some(frame) = self.open.last_mut() {
            frame.children += 1;
        }
        self.nodes.push(Node {
            label,
            parent: self.open.last().map(|frame| frame.node),
            depth: self.open.len(),
            span,
            form: 0,
            droppable: matches!(
                label,
                "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "figcaption" | "text"
            ),
            holder: matches!(label, "ul" | "ol" | "blockquote"),
        });
        self.nodes.len() - 1
    }

    /// Closes the innermost element, which ends at `end`.
    fn close(&mut self, end: usize) {
        let Some(frame) = self.open.pop() else {
            return;
        };
        let node = &mut self.nodes[frame.node];
        let whole = trimmed(self.text, Span::new(node.span.start, end));
        node.span.end = whole.end.max(node.span.end);
        // A text that is all there is in an element needs no node of its own.
        if let ([run], 1) = (frame.runs.as_slice(), frame.children)
            && self.runs[*run].node.is_some()
        {
            self.nodes.pop();
            self.runs[*run].node = Some(frame.node);
            self.runs[*run].alone = true;
        }
    }

    fn stop(&self) -> Option<&Reason> {
        self.open.last().and_then(|frame| frame.stop.as_ref())
    }

    /// Ends the run that is being read before the token at `end`.
    fn flush(&mut self, end: usize) {
        let Some(start) = self.start.take() else {
            return;
        };
        let mut run = Run::read(self.text, &self.tokens, start..end);
        run.kind = self.kind();
        run.stop = self.stop().cloned();
        run.tag = self.open.last().map(|frame| frame.tag);
        if run.has_text {
            let bom = body_start(self.text);
            let span = Span::new(run.span.start.max(bom), run.span.end.max(bom));
            run.node = Some(self.push("text", span));
        }
        let index = self.runs.len();
        if run.node.is_some()
            && let Some(frame) = self.open.last_mut()
        {
            frame.runs.push(index);
        }
        self.runs.push(run);
    }

    /// What a text is to a reader, by the elements around it.
    fn kind(&self) -> BlockKind {
        let mut paragraph = false;
        for frame in self.open.iter().rev() {
            match frame.name.as_str() {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => return BlockKind::Heading,
                "title" => return BlockKind::Field,
                "td" | "th" if !paragraph => return BlockKind::Cell,
                "li" | "dd" | "dt" => return BlockKind::ListItem,
                "blockquote" => return BlockKind::Quote,
                "p" => paragraph = true,
                _ => break,
            }
        }
        BlockKind::Paragraph
    }
}
