//! The block tree of a Markdown text, in a flat list, so that depth costs no stack.

use super::active::Collector;
use crate::document::outline::{line_ending, trimmed};
use crate::document::{Block, Node, Outline};
use crate::text::Span;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// An event and its place in the article.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// The tree of a text as it is read, with the blocks of its leaves.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    pub(super) nodes: Vec<Node>,
    pub(super) blocks: Vec<Block>,
    /// Places and titles of link definitions.
    pub(super) definitions: Vec<(Span, String)>,
    labels: Vec<(usize, String)>,
    open: Vec<usize>,
    /// The inline events since the last block, if blocks are asked for, and where they stand.
    run: Vec<Placed<'a>>,
    range: Option<Range<usize>>,
    active: Collector,
    refers: bool,
    text: &'a str,
}

impl<'a> Tree<'a> {
    /// Parses `text` from `start` on; all offsets are those of the whole text.
    pub(super) fn grow(text: &'a str, start: usize) -> Self {
        let parser = Parser::new_ext(&text[start..], super::options());
        let mut tree = Self {
            text,
            ..Self::default()
        };
        tree.definitions = parser
            .reference_definitions()
            .iter()
            .filter_map(|(_, definition)| {
                let span = Span::new(definition.span.start + start, definition.span.end + start);
                Some((span, definition.title.as_ref()?.to_string()))
            })
            .collect();
        tree.definitions.sort();
        tree.fill(parser, start, true);
        tree
    }

    /// The same without its content, for less.
    pub(super) fn outline(text: &'a str, start: usize) -> Outline {
        let parser = Parser::new_ext(&text[start..], super::options());
        let mut tree = Self {
            text,
            ..Self::default()
        };
        tree.fill(parser, start, false);
        tree.into_outline()
    }

    pub(super) fn into_outline(self) -> Outline {
        Outline {
            nodes: self.nodes,
            active: self.active.found,
            refers: self.refers,
        }
    }

    fn fill(&mut self, parser: Parser<'a>, start: usize, with_content: bool) {
        self.refers = parser.reference_definitions().iter().next().is_some();
        for (event, range) in parser.into_offset_iter() {
            let range = range.start + start..range.end + start;
            self.active.take(self.text, &event, &range);
            self.take(event, range, with_content);
        }
        self.flush();
    }

    fn take(&mut self, event: Event<'a>, range: Range<usize>, with_content: bool) {
        match &event {
            Event::Start(tag) => match block_label(tag) {
                Some(label) => {
                    self.flush();
                    let form = form(tag, Span::new(range.start, range.end).of(self.text));
                    let index = self.push(label, form, &range);
                    if let Tag::FootnoteDefinition(name) = tag {
                        self.labels.push((index, name.to_string()));
                    }
                    self.open.push(index);
                }
                None => self.inline(event, range, with_content),
            },
            Event::End(tag) if is_block_end(*tag) => {
                self.flush();
                self.open.pop();
            }
            Event::Rule => {
                self.flush();
                self.push("rule", 0, &range);
            }
            Event::TaskListMarker(done) => {
                let item = self.open.iter().rfind(|at| is_item(self.nodes[**at].label));
                if let Some(item) = item {
                    self.nodes[*item].label = if *done { "done" } else { "task" };
                }
            }
            _ => {
                let within = self.open.last().map(|index| self.nodes[*index].label);
                if !matches!(within, Some("code" | "html")) {
                    self.inline(event, range, with_content);
                }
            }
        }
    }

    fn inline(&mut self, event: Event<'a>, range: Range<usize>, with_content: bool) {
        let start = self.range.as_ref().map_or(range.start, |run| run.start);
        self.range = Some(start..range.end);
        if with_content {
            self.run.push((event, range));
        }
    }

    fn push(&mut self, label: &'static str, form: u64, range: &Range<usize>) -> usize {
        self.nodes.push(Node {
            label,
            parent: self.open.last().copied(),
            depth: self.open.len(),
            span: trimmed(self.text, Span::new(range.start, range.end)),
            form,
            droppable: matches!(label, "text" | "heading"),
            holder: matches!(label, "quote" | "list" | "item"),
        });
        self.nodes.len() - 1
    }

    /// Gives the inline events since the last block to the node they belong to.
    fn flush(&mut self) {
        let Some(range) = self.range.take() else {
            return;
        };
        let node = match self.open.last() {
            Some(open) if is_leaf(self.nodes[*open].label) => *open,
            // The text of a tight list item has no paragraph of its own.
            _ => self.push("text", 0, &range),
        };
        if !self.run.is_empty() {
            let mut events = std::mem::take(&mut self.run);
            let blocks = super::leaf_blocks(self.text, self, node, &events);
            self.blocks.extend(blocks);
            events.clear();
            self.run = events;
        }
    }

    fn ancestors(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.nodes[node].parent, |at| self.nodes[*at].parent)
    }

    /// The number of nodes with this label around a node.
    pub(super) fn around(&self, node: usize, label: &str) -> usize {
        self.ancestors(node)
            .filter(|at| self.nodes[*at].label == label)
            .count()
    }

    /// The label of what immediately holds a paragraph.
    pub(super) fn home(&self, node: usize) -> Option<&'static str> {
        self.nodes[node].parent.map(|at| self.nodes[at].label)
    }

    /// The name of the footnote a node is in.
    pub(super) fn label(&self, node: usize) -> Option<String> {
        let note = self
            .ancestors(node)
            .find(|at| self.nodes[*at].label == "footnote")?;
        let found = self
            .labels
            .binary_search_by_key(&note, |(at, _)| *at)
            .ok()?;
        Some(self.labels[found].1.clone())
    }

    /// What every line but the first of a node's content begins with.
    pub(super) fn prefix(&self, text: &str, node: usize) -> String {
        let mut chain: Vec<usize> = self
            .ancestors(node)
            .filter(|at| {
                let label = self.nodes[*at].label;
                is_item(label) || matches!(label, "quote" | "footnote" | "definition")
            })
            .collect();
        chain.reverse();
        let mut prefix = String::new();
        let mut end = 0;
        for at in chain {
            let span = self.nodes[at].span;
            let line = line_start(text, span.start);
            let from = if end > line { end } else { line };
            let marker = marker_end(self.nodes[at].label, span.of(text)) + span.start;
            if from == line && self.nodes[at].label != "footnote" {
                prefix.clear();
            }
            if self.nodes[at].label == "footnote" {
                prefix.push_str("    ");
            } else {
                prefix.extend(text[from.min(marker)..marker].chars().map(|c| match c {
                    '>' | '\t' => c,
                    _ => ' ',
                }));
                if matches!(text[..marker].chars().last(), Some(c) if !c.is_whitespace()) {
                    prefix.push(' ');
                }
            }
            end = marker;
        }
        prefix
    }
}

/// The offset of the first byte of the line that holds `at`.
fn line_start(text: &str, at: usize) -> usize {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    start.max(if at >= 3 {
        crate::document::outline::body_start(text)
    } else {
        0
    })
}

/// The length of a container's marker with the blanks that belong to it.
fn marker_end(label: &str, raw: &str) -> usize {
    let bytes = raw.as_bytes();
    let mut at = match label {
        label if is_item(label) => {
            let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
            digits + 1
        }
        "footnote" => raw.find("]:").map_or(0, |at| at + 2),
        _ => 1,
    }
    .min(raw.len());
    while !raw.is_char_boundary(at) {
        at += 1;
    }
    let blanks = bytes[at..].iter().take_while(|b| **b == b' ').count();
    let empty = line_ending(raw, at + blanks) > 0 || at + blanks == raw.len();
    match (label, blanks) {
        _ if empty => at,
        ("quote", 1..) => at + 1,
        (_, 1..=4) => at + blanks,
        (_, 0) if bytes.get(at) == Some(&b'\t') => at + 1,
        (_, 0) => at,
        _ => at + 1,
    }
}

fn block_label(tag: &Tag<'_>) -> Option<&'static str> {
    Some(match tag {
        Tag::Paragraph => "text",
        Tag::Heading { .. } => "heading",
        Tag::BlockQuote(_) => "quote",
        Tag::CodeBlock(_) => "code",
        Tag::HtmlBlock | Tag::MetadataBlock(_) => "html",
        Tag::List(_) => "list",
        Tag::Item => "item",
        Tag::FootnoteDefinition(_) => "footnote",
        Tag::DefinitionList => "definitions",
        Tag::DefinitionListTitle => "term",
        Tag::DefinitionListDefinition => "definition",
        Tag::Table(_) => "table",
        Tag::TableHead => "head",
        Tag::TableRow => "row",
        Tag::TableCell => "cell",
        _ => return None,
    })
}

/// What tells a block from others of its label, as a number: see [`Node::form`].
fn form(tag: &Tag<'_>, raw: &str) -> u64 {
    let mut hasher = FxHasher::default();
    match tag {
        Tag::Heading { level, .. } => return *level as u64,
        Tag::List(first) => return u64::from(first.is_some()),
        Tag::BlockQuote(kind) => return kind.map_or(0, |kind| kind as u64 + 1),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            (info.as_ref(), raw.trim()).hash(&mut hasher);
        }
        Tag::CodeBlock(_) | Tag::HtmlBlock => raw.trim().hash(&mut hasher),
        Tag::FootnoteDefinition(name) => name.hash(&mut hasher),
        Tag::Table(columns) => {
            for column in columns {
                (*column as u8).hash(&mut hasher);
            }
        }
        _ => return 0,
    }
    hasher.finish()
}

fn is_block_end(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd as End;
    !matches!(
        tag,
        End::Emphasis
            | End::Strong
            | End::Strikethrough
            | End::Superscript
            | End::Subscript
            | End::Link
            | End::Image
    )
}

/// Whether a node is an item of a list: `task` is one to be done, `done` one that is.
fn is_item(label: &str) -> bool {
    matches!(label, "item" | "task" | "done")
}

fn is_leaf(label: &str) -> bool {
    matches!(label, "text" | "heading" | "cell" | "term")
}
