use super::{Decision, Options, decisions, lines::line_spans, sentences};
use crate::document::{Block, BlockKind, Document};
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

/// Cuts every block that is offered for translation into units, in the order of the article.
///
/// Running text is cut into sentences; headings, cells, titles and the like stay whole. A piece
/// that is not the article's own bytes is never cut: a boundary inside it moves to its end.
pub fn segment(document: &Document, options: &Options) -> Vec<Unit> {
    let mut units = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if !block.translate {
            continue;
        }
        let text = block.text();
        let ranges = ranges(block, &text, options);
        let mut places = Places::new(block);
        for range in ranges {
            let Some(span) = places.span(range) else {
                continue;
            };
            units.push(Unit {
                block: index,
                kind: block.kind,
                span,
                range,
                text: range.of(&text).to_owned(),
            });
        }
    }
    units
}

/// The units of one block as ranges of its text.
fn ranges(block: &Block, text: &str, options: &Options) -> Vec<Span> {
    let found = match block.kind {
        BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote | BlockKind::Footnote => {
            sentences(text, &block.atoms, options)
        }
        BlockKind::Furniture => line_spans(text, &block.atoms, options),
        _ => whole(text),
    };
    uncut_replacements(block, text, found)
}

/// The whole text without the white space at its edges.
fn whole(text: &str) -> Vec<Span> {
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    if start < end {
        vec![Span::new(start, end)]
    } else {
        Vec::new()
    }
}

/// Joins ranges whose boundary lies within a piece that is cut nowhere, unless that piece is
/// nothing but the white space between them.
fn uncut_replacements(block: &Block, text: &str, ranges: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(ranges.len());
    let mut pieces = block.pieces.iter();
    let mut piece = pieces.next();
    let mut at = 0;
    for range in ranges {
        while let Some(current) = piece.filter(|piece| at + piece.text.len() <= range.start) {
            at += current.text.len();
            piece = pieces.next();
        }
        let cuts = piece.is_some_and(|piece| !piece.verbatim && at < range.start)
            && !text[at..range.start].trim().is_empty();
        match out.last_mut() {
            Some(last) if cuts => last.end = range.end,
            _ => out.push(range),
        }
    }
    out
}

/// Maps ascending ranges of a block's text to places in the article.
struct Places<'a> {
    block: &'a Block,
    /// The piece that is looked at, and where it begins in the text.
    piece: usize,
    at: usize,
}

impl<'a> Places<'a> {
    fn new(block: &'a Block) -> Self {
        Self {
            block,
            piece: 0,
            at: 0,
        }
    }

    /// The place of a range that begins no earlier than the one before it.
    fn span(&mut self, range: Span) -> Option<Span> {
        self.seek(range.start + 1);
        let piece = self.block.pieces.get(self.piece)?;
        let start = if piece.verbatim {
            piece.span.start + (range.start - self.at)
        } else {
            piece.span.start
        };
        self.seek(range.end);
        let piece = self.block.pieces.get(self.piece)?;
        let end = if piece.verbatim {
            piece.span.start + (range.end - self.at)
        } else {
            piece.span.end
        };
        Some(Span::new(start, end))
    }

    /// Moves to the piece that holds the byte before `offset`.
    fn seek(&mut self, offset: usize) {
        while let Some(piece) = self.block.pieces.get(self.piece) {
            if offset <= self.at + piece.text.len() {
                break;
            }
            self.at += piece.text.len();
            self.piece += 1;
        }
    }
}

/// Why a document is cut as it is: for each block of running text, by its index, every place in the
/// block's text where a sentence could end, and what was decided there.
pub fn explain(document: &Document, options: &Options) -> Vec<(usize, Decision)> {
    let running = |block: &Block| {
        use BlockKind::{Footnote, ListItem, Paragraph, Quote};
        block.translate && matches!(block.kind, Paragraph | ListItem | Quote | Footnote)
    };
    document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| running(block))
        .flat_map(|(index, block)| {
            decisions(&block.text(), &block.atoms, options)
                .into_iter()
                .map(move |decision| (index, decision))
        })
        .collect()
}
