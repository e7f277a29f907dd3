//! The content of a Markdown block: its pieces, and the inline elements no boundary may cut.

use super::tree::Placed;
use crate::document::Piece;
use crate::document::outline::{line_end, line_ending};
use crate::document::template::templates;
use crate::text::Span;
use pulldown_cmark::{Event, Tag};

/// The content of a leaf without markup around all of it.
pub(super) struct Content<'e, 'a> {
    pub(super) events: &'e [Placed<'a>],
    pub(super) span: Span,
    pub(super) pieces: Vec<Piece>,
    pub(super) atoms: Vec<Span>,
}

impl<'e, 'a> Content<'e, 'a> {
    /// Reads inline events that stand inside `quotes` quotations; `None` if there is no content.
    pub(super) fn read(text: &str, events: &'e [Placed<'a>], quotes: usize) -> Option<Self> {
        let (events, span) = peel(text, events)?;
        let pieces = pieces(text, span, events, quotes);
        let atoms = atoms(text, &pieces, events);
        Some(Self {
            events,
            span,
            pieces,
            atoms,
        })
    }
}

/// Takes emphasis off that spans all of the content.
fn peel<'e, 'a>(text: &str, events: &'e [Placed<'a>]) -> Option<(&'e [Placed<'a>], Span)> {
    let mut events = events;
    loop {
        let span = edges(text, begin(text, events.first()?), events.last()?.1.end);
        if span.is_empty() {
            return None;
        }
        match events {
            [
                (Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough), range),
                inner @ ..,
                (Event::End(_), _),
            ] if range.start == span.start && range.end == span.end && !inner.is_empty() => {
                events = inner;
            }
            _ => return Some((events, span)),
        }
    }
}

/// Where an event begins in the text; one that begins with an escape, at its backslash.
fn begin(text: &str, (event, range): &Placed<'_>) -> usize {
    let escape = matches!(event, Event::Text(_)) && text[..range.start].ends_with('\\');
    range.start - usize::from(escape)
}

/// The span without blanks, tabs and line ends at its edges.
fn edges(text: &str, start: usize, end: usize) -> Span {
    let blank = [' ', '\t', '\n', '\r'];
    let raw = &text[start..end];
    let front = raw.len() - raw.trim_start_matches(blank).len();
    Span::new(start + front, start + front + raw.trim_matches(blank).len())
}

/// Cuts content at its line breaks, each with the prefix of the next line.
pub(super) fn pieces(text: &str, span: Span, events: &[Placed<'_>], quotes: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut run = span.start;
    let mut at = span.start;
    let mut push = |from: usize, to: usize, reads: Option<&str>| {
        if from < to {
            let span = Span::new(from, to);
            pieces.push(Piece {
                span,
                text: reads.unwrap_or(span.of(text)).to_owned(),
                verbatim: reads.is_none(),
            });
        }
    };
    let mut breaks = 0;
    while at < span.end {
        let Some(line) = line_end(&text[at..span.end]) else {
            break;
        };
        at += line;
        let length = line_ending(text, at);
        while breaks < events.len() && !(is_break(&events[breaks].0) && events[breaks].1.end > at) {
            breaks += 1;
        }
        let event = events
            .get(breaks)
            .filter(|(_, range)| range.start <= at && at < range.end);
        let hard = matches!(event, Some((Event::HardBreak, _)));
        let head = &text[run..at];
        let mut start = run + head.trim_end_matches([' ', '\t']).len();
        if hard && start == at && head.ends_with('\\') {
            start -= 1;
        }
        let mut end = next_line(text, at + length, quotes);
        if let Some(next) = event.and(events.get(breaks + 1))
            && !matches!(next.0, Event::End(_))
            && next.1.start >= at + length
        {
            end = begin(text, next);
        }
        let end = end.min(span.end);
        push(run, start, None);
        push(start, end, Some(if hard { "\n" } else { " " }));
        run = end;
        at = end.max(at + length);
    }
    push(run, span.end, None);
    pieces
}

/// Where the content of a line begins, after at most `quotes` quotation marks.
fn next_line(text: &str, start: usize, quotes: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut left = quotes;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' => at += 1,
            b'>' if left > 0 => {
                left -= 1;
                at += 1;
            }
            _ => break,
        }
    }
    at
}

fn is_break(event: &Event<'_>) -> bool {
    matches!(event, Event::SoftBreak | Event::HardBreak)
}

/// The stretches of the text that are inline elements, outermost only.
fn atoms(text: &str, pieces: &[Piece], events: &[Placed<'_>]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut depth = 0usize;
    let mut tags: Vec<(&str, usize)> = Vec::new();
    for (event, range) in events {
        let whole = Span::new(range.start, range.end);
        match event {
            Event::Start(_) => {
                if depth == 0 {
                    found.push(whole);
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::InlineHtml(_) => {
                found.push(whole);
                let (name, closes) = tag_name(whole.of(text));
                if !closes {
                    tags.push((name, whole.start));
                } else if let Some(open) = tags.iter().rposition(|(other, _)| *other == name) {
                    found.push(Span::new(tags[open].1, whole.end));
                    tags.truncate(open);
                }
            }
            Event::Code(_) | Event::FootnoteReference(_) => found.push(whole),
            _ => {}
        }
    }
    if let (Some(first), Some(last)) = (pieces.first(), pieces.last()) {
        let content = Span::new(first.span.start, last.span.end);
        found.extend(templates(text, content));
    }
    crate::document::atom::atoms(pieces, found)
}

/// The name of a raw tag and whether it is an end tag.
fn tag_name(raw: &str) -> (&str, bool) {
    let inner = raw.trim_start_matches('<');
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let end = inner
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(inner.len());
    (&inner[..end], closes)
}
