//! Stretches of a block's text that no boundary may cut.

use super::Piece;
use crate::text::Span;

/// The outermost of the found stretches of an article, as offsets into the text of the pieces.
pub(super) fn atoms(pieces: &[Piece], mut found: Vec<Span>) -> Vec<Span> {
    if found.is_empty() {
        return found;
    }
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut outer: Vec<Span> = Vec::new();
    for span in found {
        match outer.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => outer.push(span),
        }
    }
    let mut reader = Reader {
        pieces,
        piece: 0,
        at: 0,
    };
    outer
        .into_iter()
        .map(|span| {
            let start = reader.offset(span.start);
            Span::new(start, reader.offset(span.end).max(start))
        })
        .filter(|span| !span.is_empty())
        .collect()
}

/// Maps ascending offsets in the article to offsets in the joined text.
struct Reader<'a> {
    pieces: &'a [Piece],
    piece: usize,
    at: usize,
}

impl Reader<'_> {
    fn offset(&mut self, place: usize) -> usize {
        while let Some(piece) = self.pieces.get(self.piece) {
            if place < piece.span.end {
                let inside = piece.is_verbatim() && place > piece.span.start;
                return self.at + if inside { place - piece.span.start } else { 0 };
            }
            self.at += piece.length();
            self.piece += 1;
        }
        self.at
    }
}
