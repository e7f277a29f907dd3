//! Plain text: blocks between blank lines, items of lists; headings, sources and furniture by the form
//! of a line.

mod list;

use super::furniture::{Role, ends_sentence, roles};
use super::outline::{Node, Outline, body_start, lines, trimmed};
use super::work::leave_idle;
use super::{Block, BlockKind, Context, Document, Format, Options, Piece};
use crate::language::language;
use crate::text::{Parsed, Span};
use std::borrow::Cow;

/// Longest line that can be a headline, in characters.
const HEADLINE: usize = 200;
/// Longest line that can be a subhead, in characters.
const SUBHEAD: usize = 120;

/// The format's row.
pub(super) const FORMAT: Format = Format {
    name: "plain",
    extensions: &["txt", "text"],
    parse,
    outline,
    language: |_| Vec::new(),
};

fn parse(text: &str, options: &Options) -> Parsed<Document> {
    let chunks = chunks(text);
    let all: Vec<Span> = chunks
        .iter()
        .flat_map(|chunk| chunk.lines.iter().copied())
        .collect();
    let shown: Vec<&str> = all.iter().map(|line| line.of(text)).collect();
    let roles = roles(&shown, language(&options.language));
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    for (index, chunk) in chunks.iter().enumerate() {
        let end = at + chunk.lines.len();
        if chunk.marker > 0 {
            blocks.push(item(chunk));
            at = end;
        }
        while at < end {
            let role = roles[at].clone();
            let mut next = at + 1;
            if role.is_none() {
                while next < end && roles[next].is_none() {
                    next += 1;
                }
            }
            let alone = chunk.lines.len() == 1 && !chunk.joined;
            let role = role.or_else(|| {
                let inside = index > 0 && index + 1 < chunks.len();
                let first = blocks.iter().all(|block| block.kind == BlockKind::Byline);
                heading(all[at].of(text), first, inside).filter(|_| alone)
            });
            blocks.push(block(&all[at..next], role));
            at = next;
        }
    }
    leave_idle(text, &mut blocks);
    let outline = tree(&chunks);
    Parsed {
        value: Document {
            blocks,
            outline,
            notes: Vec::new(),
        },
        diagnostics: Vec::new(),
    }
}

fn outline(text: &str) -> Outline {
    tree(&chunks(text))
}

/// The tree of a plain text is flat: its blocks between blank lines, and its items.
fn tree(chunks: &[Chunk]) -> Outline {
    let node = |chunk: &Chunk| {
        let (first, last) = (chunk.lines.first()?, chunk.lines.last()?);
        Some(Node {
            label: if chunk.marker > 0 { "item" } else { "text" },
            parent: None,
            depth: 0,
            span: Span::new(first.start, last.end),
            form: 0,
            droppable: true,
            holder: false,
        })
    };
    Outline {
        nodes: chunks.iter().filter_map(node).collect(),
        active: Vec::new(),
        refers: false,
    }
}

/// Lines that belong together.
#[derive(Debug, Default)]
struct Chunk {
    /// Trimmed, in the order of the text.
    lines: Vec<Span>,
    /// Length of the marker that makes it an item of a list, with the blanks behind it.
    marker: usize,
    /// Whether no blank line parts it from an item.
    joined: bool,
}

/// The lines between blank lines, lists cut into their items.
fn chunks(text: &str) -> Vec<Chunk> {
    let mut chunks = vec![Chunk::default()];
    for line in lines(text, body_start(text)) {
        let line = trimmed(text, line);
        match chunks.last_mut() {
            Some(chunk) if !line.is_empty() => chunk.lines.push(line),
            Some(chunk) if !chunk.lines.is_empty() => chunks.push(Chunk::default()),
            _ => {}
        }
    }
    chunks.retain(|chunk| !chunk.lines.is_empty());
    list::cut(text, chunks)
}

/// The block of an item: what stands behind its marker.
fn item(chunk: &Chunk) -> Block {
    let mut lines = chunk.lines.clone();
    let start = lines[0].start;
    lines[0].start += chunk.marker;
    let role = Role {
        kind: BlockKind::ListItem,
        reason: "one of several lines with the same mark before them".into(),
    };
    let mut block = block(&lines, Some(role));
    block.span.start = start;
    block
}

fn heading(line: &str, first: bool, inside: bool) -> Option<Role> {
    let length = line.chars().count();
    let reason = if first && length <= HEADLINE && !line.ends_with('.') {
        "the first line of the page, standing alone"
    } else if inside && length <= SUBHEAD && !ends_sentence(line) {
        "a short line between paragraphs, without a mark at its end"
    } else {
        return None;
    };
    Some(Role {
        kind: BlockKind::Heading,
        reason: reason.into(),
    })
}

fn block(lines: &[Span], role: Option<Role>) -> Block {
    let span = Span::new(
        lines.first().map_or(0, |line| line.start),
        lines.last().map_or(0, |line| line.end),
    );
    let (kind, reason) = match role {
        Some(role) => (role.kind, Some(role.reason)),
        None => (BlockKind::Paragraph, None),
    };
    let translate = kind != BlockKind::Furniture;
    let mut pieces: Vec<Piece> = Vec::new();
    for line in lines.iter().filter(|_| translate) {
        if let Some(last) = pieces.last() {
            pieces.push(Piece {
                span: Span::new(last.span.end, line.start),
                reads: Some(Cow::Borrowed(" ")),
            });
        }
        pieces.push(Piece::verbatim(*line));
    }
    Block {
        kind,
        span,
        name: None,
        reason,
        translate,
        pieces: pieces.into(),
        atoms: Box::default(),
        context: Context::Plain,
    }
}
