//! Articles cut into units.

use super::{Decision, Options, decisions, lines::line_spans, sentences::cut};
use crate::document::{Block, BlockKind, Context, Document, Piece, has_work};
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
    /// What it reads as, if not as the article's bytes at `span`.
    pub reads: Option<Box<str>>,
    /// Where the article says it again: the first heading, of the title in the front matter.
    pub again: Option<Box<Unit>>,
}

impl Unit {
    /// What it reads as: the catalog's rendering of the segment. A soft line break is a blank, a
    /// hard one a line feed.
    pub fn text<'a>(&'a self, article: &'a str) -> &'a str {
        let own = || article.get(self.span.start..self.span.end);
        self.reads.as_deref().or_else(own).unwrap_or_default()
    }
}

/// The usual length of a sentence: room is made for that many at once.
const USUAL: usize = 48;

/// Cuts every block that is offered for translation into units, in the order of the article.
///
/// Running text is cut into sentences; headings, cells, titles and the like stay whole. A piece
/// that is not the article's own bytes is never cut: a boundary inside it moves to its end. A first
/// heading that reads as the title in the front matter is no unit of its own.
pub fn segment(article: &str, document: &Document, options: &Options) -> Vec<Unit> {
    let mut units = Vec::with_capacity(article.len() / USUAL);
    let (mut joined, mut ranges) = (String::new(), Vec::new());
    for (index, block) in document.blocks.iter().enumerate() {
        if !block.translate {
            continue;
        }
        let text = match block.pieces.as_slice() {
            [piece] => piece.text(article),
            pieces => {
                joined.clear();
                joined.extend(pieces.iter().map(|piece| piece.text(article)));
                &joined
            }
        };
        ranges.clear();
        cut_block(block, text, options, &mut ranges);
        if ranges.len() > 1 {
            ranges.retain(|range| has_work(range.of(text), &block.context));
        }
        if let [piece] = block.pieces.as_slice()
            && piece.is_verbatim()
        {
            units.extend(ranges.iter().map(|range| Unit {
                block: index,
                kind: block.kind,
                span: range.shifted(piece.span.start),
                range: *range,
                reads: None,
                again: None,
            }));
            continue;
        }
        if !block.pieces.iter().all(Piece::is_verbatim) {
            join_uncut(block, text, &mut ranges);
        }
        let mut places = Places::new(block);
        for range in &ranges {
            let Some((span, verbatim)) = places.span(*range) else {
                continue;
            };
            units.push(Unit {
                block: index,
                kind: block.kind,
                span,
                range: *range,
                reads: (!verbatim).then(|| range.of(text).into()),
                again: None,
            });
        }
    }
    join_title(article, document, &mut units);
    units
}

/// Takes a first heading that reads as the title in the front matter for the same unit.
fn join_title(article: &str, document: &Document, units: &mut Vec<Unit>) {
    let is_title = |unit: &Unit| {
        let block = &document.blocks[unit.block];
        let in_front = matches!(block.context, Context::Yaml(_) | Context::Toml(_));
        in_front && block.name.as_deref() == Some("title")
    };
    let heading = units
        .iter()
        .position(|unit| unit.kind == BlockKind::Heading);
    let Some((title, heading)) = units.iter().position(is_title).zip(heading) else {
        return;
    };
    if title < heading && units[title].text(article) == units[heading].text(article) {
        let again = units.remove(heading);
        units[title].again = Some(Box::new(again));
    }
}

/// All places of units in the order of the article, each with the index of its unit.
pub fn places(units: &[Unit]) -> (Vec<Unit>, Vec<usize>) {
    let numbered = units.iter().enumerate();
    let mut places: Vec<(usize, &Unit)> = numbered.collect();
    for (index, unit) in units.iter().enumerate() {
        if let Some(again) = &unit.again {
            let at = places.partition_point(|(_, place)| place.block < again.block);
            places.insert(at, (index, again));
        }
    }
    places
        .into_iter()
        .map(|(index, place)| (place.clone(), index))
        .unzip()
}

/// Adds the units of one block as ranges of its text.
fn cut_block(block: &Block, text: &str, options: &Options, out: &mut Vec<Span>) {
    match block.kind {
        BlockKind::Paragraph
        | BlockKind::ListItem
        | BlockKind::Quote
        | BlockKind::Footnote
        | BlockKind::Comment => {
            cut(text, 0, &block.atoms, options, out);
        }
        BlockKind::Furniture => out.extend(line_spans(text, &block.atoms, options)),
        _ => {
            // The whole text without the white space at its edges.
            let inner = text.trim_start();
            let start = text.len() - inner.len();
            let whole = Span::new(start, start + inner.trim_end().len());
            out.extend((!whole.is_empty()).then_some(whole));
        }
    }
}

/// Joins ranges whose boundary lies within a piece that is cut nowhere, unless that piece is
/// nothing but the white space between them.
fn join_uncut(block: &Block, text: &str, ranges: &mut Vec<Span>) {
    let mut pieces = block.pieces.iter();
    let mut piece = pieces.next();
    let mut at = 0;
    ranges.dedup_by(|range, last| {
        while let Some(current) = piece.filter(|piece| at + piece.length() <= range.start) {
            at += current.length();
            piece = pieces.next();
        }
        let cuts = piece.is_some_and(|piece| !piece.is_verbatim() && at < range.start)
            && !text[at..range.start].trim().is_empty();
        if cuts {
            last.end = range.end;
        }
        cuts
    });
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

    /// The place of a range that begins no earlier than the one before it, and whether it reads as
    /// the article's bytes there.
    fn span(&mut self, range: Span) -> Option<(Span, bool)> {
        self.seek(range.start + 1);
        let (first, piece) = (self.piece, self.block.pieces.get(self.piece)?);
        let start = if piece.is_verbatim() {
            piece.span.start + (range.start - self.at)
        } else {
            piece.span.start
        };
        self.seek(range.end);
        let piece = self.block.pieces.get(self.piece)?;
        let end = if piece.is_verbatim() {
            piece.span.start + (range.end - self.at)
        } else {
            piece.span.end
        };
        let verbatim = first == self.piece && piece.is_verbatim();
        Some((Span::new(start, end), verbatim))
    }

    /// Moves to the piece that holds the byte before `offset`.
    fn seek(&mut self, offset: usize) {
        while let Some(piece) = self.block.pieces.get(self.piece) {
            if offset <= self.at + piece.length() {
                break;
            }
            self.at += piece.length();
            self.piece += 1;
        }
    }
}

/// Why a document is cut as it is: for each block of running text, by its index, every place in the
/// block's text where a sentence could end, and what was decided there.
pub fn explain(article: &str, document: &Document, options: &Options) -> Vec<(usize, Decision)> {
    let running = |block: &Block| {
        use BlockKind::{Comment, Footnote, ListItem, Paragraph, Quote};
        let runs = matches!(
            block.kind,
            Paragraph | ListItem | Quote | Footnote | Comment
        );
        block.translate && runs
    };
    document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| running(block))
        .flat_map(|(index, block)| {
            decisions(&block.text(article), &block.atoms, options)
                .into_iter()
                .map(move |decision| (index, decision))
        })
        .collect()
}
