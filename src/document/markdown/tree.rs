//! The block tree of a Markdown text, in a flat list, so that depth costs no stack.

use super::active::Collector;
use super::comment::{self, Comments};
use super::inline::Run;
use super::shadow::Shadow;
use crate::document::html::{embedded, inline_tokens};
use crate::document::outline::{line_ending, trimmed};
use crate::document::template::Marks;
use crate::document::voice::Voice;
use crate::document::{ActiveKind, Block, BlockKind, Node, Options, Outline};
use crate::text::Span;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use rustc_hash::FxHasher;
use std::borrow::Cow;
use std::hash::{Hash, Hasher};

/// The usual length of a block: room is made for that many at once, and for twice as many nodes.
const USUAL: usize = 128;

/// The tree of a text as it is read, with the blocks of its leaves in their order.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    pub(super) nodes: Vec<Node>,
    pub(super) blocks: Vec<Block>,
    /// Places and titles of link definitions.
    pub(super) definitions: Vec<(Span, String)>,
    labels: Vec<(usize, Box<str>)>,
    open: Vec<usize>,
    /// How to read the content.
    options: Option<&'a Options>,
    /// Comments of the code that is being read.
    comments: Option<Comments>,
    /// The lines of the raw HTML that is being read.
    raw: Vec<Span>,
    /// Whether it is MDX.
    pub(super) is_mdx: bool,
    /// What to look for in their content.
    pub(super) marks: Marks,
    /// The inline events since the last block, if so, and where they stand.
    run: Run<'a>,
    range: Option<Span>,
    active: Collector,
    /// What the author says to the translator.
    pub(super) voice: Voice,
    refers: bool,
    pub(super) text: &'a str,
}

impl<'a> Tree<'a> {
    /// Parses `text` from `start` on, as `shadow` shows it; all offsets are those of the whole text.
    /// Its blocks come behind those that are there.
    pub(super) fn grow(
        text: &'a str,
        shadow: &'a Shadow<'_>,
        start: usize,
        is_mdx: bool,
        mut blocks: Vec<Block>,
        options: &'a Options,
    ) -> Self {
        blocks.reserve_exact(text.len() / USUAL);
        let mut tree = Self {
            text,
            options: Some(options),
            is_mdx,
            marks: Marks::of(text),
            blocks,
            nodes: Vec::with_capacity(2 * text.len() / USUAL),
            ..Self::default()
        };
        let parser = Parser::new_ext(&shadow.text[start..], super::options());
        tree.definitions = parser
            .reference_definitions()
            .iter()
            .filter_map(|(_, definition)| {
                let span = shadow.place(definition.span.start + start, definition.span.end + start);
                Some((span, definition.title.as_ref()?.to_string()))
            })
            .collect();
        tree.definitions.sort();
        tree.fill(parser, shadow, start);
        tree
    }

    /// The same without its content, for less.
    pub(super) fn outline(text: &str, start: usize) -> Outline {
        let (shadow, _) = Shadow::of(text, start);
        Self::outline_of(text, &shadow, start, false)
    }

    /// The same of a text whose shadow is given.
    pub(super) fn outline_of(
        text: &str,
        shadow: &Shadow<'_>,
        start: usize,
        is_mdx: bool,
    ) -> Outline {
        let parser = Parser::new_ext(&shadow.text[start..], super::options());
        let mut tree = Tree {
            is_mdx,
            text,
            ..Tree::default()
        };
        tree.fill(parser, shadow, start);
        tree.into_outline()
    }

    pub(super) fn into_outline(self) -> Outline {
        Outline {
            nodes: self.nodes,
            active: self.active.found,
            refers: self.refers,
        }
    }

    fn fill(&mut self, parser: Parser<'a>, shadow: &Shadow<'_>, start: usize) {
        self.refers = parser.reference_definitions().iter().next().is_some();
        for (event, range) in parser.into_offset_iter() {
            let end = match event {
                Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {
                    range.start + whole_lines(&shadow.text[start..][range.clone()])
                }
                _ => range.end,
            };
            let span = shadow.place(range.start + start, end + start);
            self.active.take(self.text, &event, span);
            self.take(&event, span);
        }
        self.flush();
    }

    fn take(&mut self, event: &Event<'a>, span: Span) {
        match event {
            Event::Start(tag) => match block_label(tag) {
                Some(label) => {
                    self.flush();
                    let begins = || self.text[span.start..].starts_with(['!', '?', '=']);
                    let label = if label == "item" && begins() {
                        "admonition"
                    } else {
                        label
                    };
                    let form = form(tag, span.of(self.text));
                    let index = self.push(label, form, span);
                    if let Tag::CodeBlock(CodeBlockKind::Fenced(info)) = tag {
                        let languages = self.options.map_or(&[][..], |options| &options.comments);
                        let mark = comment::mark(info, languages);
                        self.comments = mark.map(Comments::new);
                    }
                    if let Tag::FootnoteDefinition(name) = tag {
                        self.labels.push((index, name.as_ref().into()));
                    }
                    self.open.push(index);
                }
                None => self.inline(event, span),
            },
            Event::End(tag) if is_block_end(*tag) => {
                self.flush();
                if let Some(comments) = self.comments.take() {
                    self.comments_in_code(comments);
                }
                let node = self.open.pop();
                if let (TagEnd::HtmlBlock, Some(node)) = (tag, node) {
                    self.raw_html(node);
                }
            }
            Event::Rule => {
                self.flush();
                self.push("rule", 0, span);
            }
            Event::TaskListMarker(done) => {
                let item = self.open.iter().rfind(|at| is_item(self.nodes[**at].label));
                if let Some(item) = item {
                    self.nodes[*item].label = if *done { "done" } else { "task" };
                }
            }
            _ => {
                let within = self.open.last().map(|index| self.nodes[*index].label);
                if within == Some("html") {
                    self.raw.push(span);
                } else if within != Some("code") {
                    self.inline(event, span);
                } else if let Some(comments) = &mut self.comments {
                    comments.take(self.text, span);
                }
            }
        }
    }

    /// Blocks of the comments in the code that has just been read, in the place of its own.
    fn comments_in_code(&mut self, comments: Comments) {
        let code = self.blocks.pop();
        let before = self.blocks.len();
        self.blocks.extend(comments.blocks());
        if self.blocks.len() == before {
            self.blocks.extend(code);
        }
    }

    /// Reads the raw HTML whose node is given.
    fn raw_html(&mut self, node: usize) {
        let lines = std::mem::take(&mut self.raw);
        let Node { span, depth, .. } = self.nodes[node];
        let is_prefixed = lines.windows(2).any(|pair| pair[0].end != pair[1].start);
        let raw = if is_prefixed {
            Cow::Owned(without_prefixes(self.text, span, &lines))
        } else {
            Cow::Borrowed(span.of(self.text))
        };
        let found = embedded(
            &raw,
            span.start,
            is_prefixed || depth > 0,
            self.options,
            &mut self.voice,
        );
        let base = self.nodes.len();
        self.nodes[node].form = found.form;
        self.nodes.extend(found.nodes.into_iter().map(|inner| Node {
            parent: Some(inner.parent.map_or(node, |parent| base + parent)),
            depth: inner.depth + depth + 1,
            ..inner
        }));
        for (action, at) in found.actions {
            self.active.push(ActiveKind::Html, action, at);
        }
        if self.options.is_none() {
            return;
        }
        let is_read = found.blocks.iter().any(|block| block.translate);
        if is_read && !super::raw::ends_in_text(&raw) {
            self.blocks.extend(found.blocks);
        } else {
            let reason = "html is carried through";
            self.blocks
                .push(super::opaque(BlockKind::Markup, span, reason));
        }
    }

    fn inline(&mut self, event: &Event<'a>, span: Span) {
        let start = self.range.map_or(span.start, |run| run.start);
        self.range = Some(Span {
            start,
            end: span.end,
        });
        if let Some(options) = self.options {
            self.run.push(event, span);
            if matches!(event, Event::InlineHtml(_)) {
                let raw = span.of(self.text);
                for token in inline_tokens(raw) {
                    self.voice.token(&token, raw, span, &options.language);
                }
            }
        }
    }

    fn push(&mut self, label: &'static str, form: u64, span: Span) -> usize {
        let span = trimmed(self.text, span);
        let carried = match label {
            "code" => Some((BlockKind::Code, "code is carried through")),
            "rule" => Some((BlockKind::Opaque, "rule is carried through")),
            _ => None,
        };
        if let Some((kind, reason)) = carried.filter(|_| self.options.is_some()) {
            self.blocks.push(super::opaque(kind, span, reason));
        }
        self.nodes.push(Node {
            label,
            parent: self.open.last().copied(),
            depth: self.open.len(),
            span,
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
            _ => self.push("text", 0, range),
        };
        if let Some(options) = self.options {
            let mut blocks = std::mem::take(&mut self.blocks);
            super::leaf_blocks(self, node, &self.run, options, &mut blocks);
            self.blocks = blocks;
            self.run.clear();
        }
    }

    /// The nodes around the leaf that has just been read, the outermost first.
    fn around(&self, leaf: usize) -> &[usize] {
        match self.open.split_last() {
            Some((last, around)) if *last == leaf => around,
            _ => &self.open,
        }
    }

    /// The number of quotations around the leaf that has just been read.
    pub(super) fn quotes(&self, leaf: usize) -> usize {
        let is_quote = |at: &&usize| self.nodes[**at].label == "quote";
        self.around(leaf).iter().filter(is_quote).count()
    }

    /// The label of what immediately holds that leaf.
    pub(super) fn home(&self, leaf: usize) -> Option<&'static str> {
        self.around(leaf).last().map(|at| self.nodes[*at].label)
    }

    /// The name of the footnote that leaf is in.
    pub(super) fn label(&self, leaf: usize) -> Option<Box<str>> {
        let mut around = self.around(leaf).iter().rev();
        let note = around.find(|at| self.nodes[**at].label == "footnote")?;
        let found = self.labels.binary_search_by_key(note, |(at, _)| *at).ok()?;
        Some(self.labels[found].1.clone())
    }

    /// What every line but the first of that leaf's content begins with.
    pub(super) fn prefix(&self, leaf: usize) -> String {
        let text = self.text;
        let mut prefix = String::new();
        let mut end = 0;
        let marked = |at: &usize| {
            let label = self.nodes[*at].label;
            is_item(label) || matches!(label, "quote" | "footnote" | "definition" | "admonition")
        };
        for at in self.around(leaf).iter().copied().filter(marked) {
            let span = self.nodes[at].span;
            let line = line_start(text, span.start);
            let from = if end > line { end } else { line };
            let marker = marker_end(self.nodes[at].label, span.of(text)) + span.start;
            if from == line && self.nodes[at].label != "footnote" {
                prefix.clear();
            }
            if self.nodes[at].label == "admonition" {
                let head = text[from.min(span.start)..span.start].chars();
                prefix.extend(head.map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }));
            }
            if matches!(self.nodes[at].label, "footnote" | "admonition") {
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

/// A stretch of a text with blanks for what stands before its lines.
fn without_prefixes(text: &str, span: Span, lines: &[Span]) -> String {
    let is_end = |byte: u8| matches!(byte, b'\n' | b'\r');
    let blank = |byte: u8| if is_end(byte) { byte } else { b' ' };
    let mut out: Vec<u8> = span.of(text).bytes().map(blank).collect();
    for line in lines {
        let (start, end) = (line.start.max(span.start), line.end.min(span.end));
        if start < end {
            out[start - span.start..end - span.start].copy_from_slice(&text.as_bytes()[start..end]);
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The offset of the first byte of the line that holds `at`.
fn line_start(text: &str, at: usize) -> usize {
    let end = memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..at]);
    let start = end.map_or(0, |end| end + 1);
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
            // Comments may be translated, and a translation may need fewer lines.
            info.as_ref().hash(&mut hasher);
            comment::bare(info, raw.trim()).for_each(|line| line.hash(&mut hasher));
        }
        Tag::CodeBlock(_) => raw.trim().hash(&mut hasher),
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

/// The length of a block of raw HTML without the indentation of a blank line below, which the parser
/// counts among it.
fn whole_lines(block: &str) -> usize {
    let lines = block.trim_end_matches([' ', '\t']);
    if lines.ends_with('\n') {
        lines.len()
    } else {
        block.len()
    }
}
