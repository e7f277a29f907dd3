//! The content of a part of a run: its pieces, and the inline elements no boundary may cut.

use super::reference::{push, text_pieces};
use super::run::{Run, content_span, is_break};
use super::token::{Kind, Token};
use crate::document::Piece;
use crate::document::atom::atoms;
use crate::document::template::templates;
use crate::text::Span;
use std::borrow::Cow;
use std::ops::Range;

/// The pieces and atoms of the tokens in `part`.
pub(super) fn content(
    text: &str,
    tokens: &[Token],
    run: &Run,
    part: &Range<usize>,
) -> (Vec<Piece>, Vec<Span>) {
    let span = content_span(text, tokens, part);
    let mut pieces: Vec<Piece> = Vec::new();
    // Per element: its place in the article.
    let mut elements: Vec<Span> = Vec::new();
    for at in part.clone() {
        let token = &tokens[at];
        let inside = Span::new(
            token.span.start.clamp(span.start, span.end),
            token.span.end.clamp(span.start, span.end),
        );
        match &token.kind {
            _ if is_break(token) => line_break(text, inside, &mut pieces),
            Kind::Text => {
                let mut own = inside;
                if pieces
                    .last()
                    .is_some_and(|last| last.reads.as_deref() == Some("\n"))
                {
                    own = after_break(text, own, &mut pieces);
                }
                text_pieces(text, own, &mut pieces);
            }
            _ => {
                markup(text, inside, &mut pieces);
                let end = match run.partner(at) {
                    Some(close) if close > at => tokens[close].span.end.min(span.end),
                    _ => inside.end,
                };
                elements.push(Span::new(inside.start, end.max(inside.end)));
            }
        }
    }
    elements.extend(templates(text, span));
    let atoms = atoms(&pieces, elements);
    (pieces, atoms)
}

/// A tag or comment: the article's bytes, line ends as blanks.
fn markup(text: &str, span: Span, pieces: &mut Vec<Piece>) {
    let mut run = span.start;
    let ends = |c: char| c == '\n' || c == '\r';
    while let Some(found) = text[run..span.end].find(ends) {
        let from = run + text[run..run + found].trim_end_matches([' ', '\t']).len();
        let rest = &text[run + found..span.end];
        let to = span.end
            - rest
                .trim_start_matches(|c: char| c.is_ascii_whitespace())
                .len();
        push(Span::new(run, from), None, pieces);
        push(Span::new(from, to), Some(Cow::Borrowed(" ")), pieces);
        run = to;
    }
    push(Span::new(run, span.end), None, pieces);
}

/// A line break, and the white space before it.
fn line_break(text: &str, span: Span, pieces: &mut Vec<Piece>) {
    let mut start = span.start;
    if let Some(last) = pieces.last_mut() {
        match last.reads.as_deref() {
            None => {
                let kept = last.span.of(text).trim_end_matches([' ', '\t']).len();
                start = last.span.start + kept;
                last.span.end = start;
            }
            Some(" ") => start = last.span.start,
            Some(_) => {}
        }
        if start == last.span.start {
            pieces.pop();
        }
    }
    push(
        Span::new(start, span.end),
        Some(Cow::Borrowed("\n")),
        pieces,
    );
}

/// Gives the white space after a line break to it; returns what is left.
fn after_break(text: &str, span: Span, pieces: &mut [Piece]) -> Span {
    let raw = span.of(text);
    let blank = |c: char| c.is_ascii_whitespace();
    let start = span.start + raw.len() - raw.trim_start_matches(blank).len();
    if let Some(last) = pieces.last_mut() {
        last.span.end = start;
    }
    Span::new(start, span.end)
}
