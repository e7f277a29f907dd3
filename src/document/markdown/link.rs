//! Alternative texts and titles: of images that stand alone, and of link definitions.

use super::inline::{Inline, pieces};
use crate::document::template::call_length;
use crate::document::{Block, BlockKind, Context, Piece, Pieces};
use crate::text::Span;
use std::borrow::Cow;

/// The blocks of an image that is all of a paragraph: its alternative text and its title.
pub(super) fn image_blocks(
    text: &str,
    image: Span,
    inner: &[Inline],
    title: Option<&str>,
    quotes: usize,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut after = image.start + 2;
    if let (Some(first), Some(last)) = (inner.first(), inner.last()) {
        let alt = Span::new(first.span.start, last.span.end);
        after = alt.end;
        blocks.push(block(
            BlockKind::Alt,
            Context::Alt,
            pieces(text, alt, inner, quotes),
        ));
    }
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        let tail = text[after..image.end].trim_start().strip_prefix("](");
        let start = tail.map_or(image.end, |tail| image.end - tail.len());
        let area = Span::new(start, image.end.saturating_sub(1).max(start));
        blocks.extend(title_block(text, area, title));
    }
    blocks.retain(|block| !block.text(text).trim().is_empty());
    blocks
}

/// The block of the title of a link definition.
pub(super) fn definition_title(text: &str, definition: &(Span, String)) -> Option<Block> {
    let (span, title) = definition;
    let raw = span.of(text);
    let mut escaped = false;
    let label = raw.char_indices().skip(1).find(|(_, c)| {
        let found = *c == ']' && !escaped;
        escaped = *c == '\\' && !escaped;
        found
    })?;
    let rest = raw[label.0 + 1..].strip_prefix(':')?;
    let area = Span::new(span.end - rest.len(), span.end);
    title_block(text, area, title)
}

/// Finds the title in what follows a link's opening bracket or a definition's colon. Both the
/// parser and this reading must agree; otherwise the title is carried through.
fn title_block(text: &str, area: Span, title: &str) -> Option<Block> {
    let raw = area.of(text);
    let target = raw.trim_start();
    let length = if let Some(pointed) = target.strip_prefix('<') {
        pointed.find('>')? + 2
    } else {
        address_length(target)?
    };
    let quoted = target[length..].trim();
    let open = quoted.chars().next()?;
    let close = match open {
        '"' | '\'' => open,
        '(' => ')',
        _ => return None,
    };
    let inner = quoted.strip_prefix(open)?.strip_suffix(close)?;
    if inner.trim().is_empty() || inner.contains(['\n', '\r']) {
        return None;
    }
    let at = quoted.as_ptr() as usize - text.as_ptr() as usize + 1;
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut run, mut here) = (at, at);
    let end = at + inner.len();
    while here < end {
        let rest = &text[here..end];
        let mut chars = rest.chars();
        let (first, second) = (chars.next()?, chars.next());
        if first != '\\' {
            here += first.len_utf8();
            continue;
        }
        let delimiter = second.filter(|c| *c == close || (close == ')' && *c == '('));
        if let Some(delimiter) = delimiter {
            push(&mut pieces, Span::new(run, here), None);
            let escape = Span::new(here, here + 2);
            push(&mut pieces, escape, Some(delimiter.to_string()));
            run = here + 2;
        }
        here += 1 + second.map_or(0, char::len_utf8);
    }
    push(&mut pieces, Span::new(run, end), None);
    let found = block(BlockKind::Title, Context::Title(close), pieces.into());
    agrees(&found.text(text), title).then_some(found)
}

/// The length of an address before white space; calls of templates are part of it.
fn address_length(target: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = &target[at..];
        let next = rest.chars().next()?;
        if next.is_whitespace() {
            return Some(at);
        }
        at += call_length(rest).unwrap_or(next.len_utf8());
    }
}

/// Whether a title as it is written can be what the parser read: equal but for escapes and
/// character references.
fn agrees(written: &str, read: &str) -> bool {
    written.contains(['\\', '&']) || written == read
}

fn push(pieces: &mut Vec<Piece>, span: Span, reads: Option<String>) {
    if !span.is_empty() {
        let reads = reads.map(Cow::Owned);
        pieces.push(Piece { span, reads });
    }
}

/// A block that is a stretch of a line.
pub(super) fn line_block(kind: BlockKind, span: Span, context: Context) -> Block {
    let piece = (!span.is_empty()).then(|| Piece::verbatim(span));
    block(kind, context, piece.map_or(Pieces::NONE, Pieces::from))
}

fn block(kind: BlockKind, context: Context, pieces: Pieces) -> Block {
    let start = pieces.first().map_or(0, |piece| piece.span.start);
    let end = pieces.last().map_or(start, |piece| piece.span.end);
    Block {
        kind,
        span: Span::new(start, end),
        name: None,
        reason: None,
        translate: true,
        pieces,
        atoms: Box::default(),
        context,
    }
}
