//! Blocks cut into units: one sentence each.

use crate::document::{BlockKind, Document};
use crate::text::Span;

/// A sentence, or a block that is translated as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Index of its block in the document.
    pub block: usize,
    /// Kind of its block.
    pub kind: BlockKind,
    /// Its place in the article, from its first to after its last character.
    pub span: Span,
    /// Its place in the text of its block.
    pub range: Span,
    /// What it reads as: the catalog's rendering of the segment. A soft line break is a blank, a
    /// hard one a line feed.
    pub text: String,
}

/// Cuts every block that is offered for translation into units.
pub fn segment(document: &Document) -> Vec<Unit> {
    let mut units = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if !block.translate {
            continue;
        }
        let text = block.text();
        let (Some(first), Some(last)) = (block.pieces.first(), block.pieces.last()) else {
            continue;
        };
        units.push(Unit {
            block: index,
            kind: block.kind,
            span: Span::new(first.span.start, last.span.end),
            range: Span::new(0, text.len()),
            text,
        });
    }
    units
}
