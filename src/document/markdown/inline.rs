//! The content of a Markdown block: its pieces, and the inline elements no boundary may cut.

use super::jsx;
use crate::document::html::is_inline_element;
use crate::document::outline::{line_end, line_ending};
use crate::document::template::{Marks, formulas, templates};
use crate::document::{Piece, Pieces};
use crate::text::Span;
use pulldown_cmark::{CowStr, Event, LinkType, Tag};
use std::borrow::Cow;

/// What an inline event is, as far as it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    SoftBreak,
    HardBreak,
    /// Begins emphasis.
    Emphasis,
    /// Begins an image whose text is not also the name of a definition.
    Image,
    /// Begins anything else.
    Start,
    End,
    /// A raw tag.
    Tag,
    /// Code or the mark of a footnote.
    Element,
    Other,
}

/// An inline event and its place in the article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inline {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

impl Inline {
    pub(super) fn new(event: &Event<'_>, span: Span) -> Self {
        let kind = match event {
            Event::Text(_) => Kind::Text,
            Event::SoftBreak => Kind::SoftBreak,
            Event::HardBreak => Kind::HardBreak,
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => Kind::Emphasis,
            // In `![a]` and `![a][]` the text is also the name of a definition.
            Event::Start(Tag::Image {
                link_type: LinkType::Inline | LinkType::Reference,
                ..
            }) => Kind::Image,
            Event::Start(_) => Kind::Start,
            Event::End(_) => Kind::End,
            Event::InlineHtml(_) => Kind::Tag,
            Event::Code(_) | Event::FootnoteReference(_) => Kind::Element,
            _ => Kind::Other,
        };
        Self { kind, span }
    }
}

/// The inline events of a leaf.
#[derive(Debug, Default)]
pub(super) struct Run<'a> {
    pub(super) events: Vec<Inline>,
    /// The title of its first image, empty if that has none of its own.
    pub(super) title: Option<CowStr<'a>>,
}

impl<'a> Run<'a> {
    pub(super) fn push(&mut self, event: &Event<'a>, span: Span) {
        self.events.push(Inline::new(event, span));
        if let Event::Start(Tag::Image {
            link_type, title, ..
        }) = event
            && self.title.is_none()
        {
            let own = *link_type == LinkType::Inline;
            let title = own.then(|| title.clone());
            self.title = Some(title.unwrap_or(CowStr::Borrowed("")));
        }
    }

    pub(super) fn clear(&mut self) {
        self.events.clear();
        self.title = None;
    }
}

/// Takes emphasis off that spans all of the content; `None` if there is no content.
pub(super) fn peel<'e>(text: &str, events: &'e [Inline]) -> Option<(&'e [Inline], Span)> {
    let mut events = events;
    loop {
        let span = edges(text, begin(text, events.first()?), events.last()?.span.end);
        if span.is_empty() {
            return None;
        }
        match events {
            [first, inner @ .., last]
                if first.kind == Kind::Emphasis
                    && last.kind == Kind::End
                    && first.span == span
                    && !inner.is_empty() =>
            {
                events = inner;
            }
            _ => return Some((events, span)),
        }
    }
}

/// Takes tags of MDX off that stand around all of the content.
pub(super) fn peel_tags<'e>(text: &str, events: &'e [Inline], span: Span) -> (&'e [Inline], Span) {
    let (mut events, mut span) = (events, span);
    while let [first, inner @ .., last] = events
        && !inner.is_empty()
        && first.span.start == span.start
        && last.span.end == span.end
        && is_around(text, events)
    {
        let content = edges(text, first.span.end, last.span.start);
        if content.is_empty() {
            break;
        }
        let Some((rest, whole)) = peel(text, inner) else {
            break;
        };
        (events, span) = (rest, whole);
    }
    (events, span)
}

/// Whether the first of some events is a tag that the last one closes.
fn is_around(text: &str, events: &[Inline]) -> bool {
    let mut open: Vec<String> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let tag = match event.kind {
            Kind::Tag => jsx::tag(event.span.of(text)),
            _ => None,
        };
        match tag {
            Some(tag) if tag.form == jsx::Form::Open => open.push(tag.name),
            Some(tag)
                if tag.form == jsx::Form::Close
                    && open.pop().as_deref() != Some(tag.name.as_str()) =>
            {
                return false;
            }
            _ => {}
        }
        if open.is_empty() {
            return index > 0 && index + 1 == events.len();
        }
    }
    false
}

/// Whether content is one element that does not stand within a sentence, such as a list of options or
/// a component, and holds only text and tags.
pub(super) fn is_element(text: &str, events: &[Inline], span: Span) -> bool {
    let [first, .., last] = events else {
        return false;
    };
    let is_part = |event: &Inline| {
        let other = event.span.of(text).contains(['\\', '{', '*', '_', '`']);
        matches!(event.kind, Kind::Tag | Kind::SoftBreak) || (event.kind == Kind::Text && !other)
    };
    let (name, _) = tag_name(first.span.of(text));
    first.kind == Kind::Tag
        && first.span.start == span.start
        && last.span.end == span.end
        && !is_inline_element(&name.to_ascii_lowercase())
        && events.iter().all(is_part)
        && is_around(text, events)
}

/// Whether content is tags and nothing to read between them.
pub(super) fn is_markup(text: &str, events: &[Inline]) -> bool {
    let is_part = |event: &Inline| match event.kind {
        Kind::Tag | Kind::SoftBreak | Kind::HardBreak => true,
        Kind::Text => !event.span.of(text).contains(char::is_alphanumeric),
        _ => false,
    };
    events.iter().any(|event| event.kind == Kind::Tag) && events.iter().all(is_part)
}

/// Where an event begins in the text; one that begins with an escape, at its backslash.
fn begin(text: &str, event: &Inline) -> usize {
    let start = event.span.start;
    let escape = event.kind == Kind::Text && text[..start].ends_with('\\');
    start - usize::from(escape)
}

/// The span without blanks, tabs and line ends at its edges.
fn edges(text: &str, start: usize, end: usize) -> Span {
    let raw = &text.as_bytes()[start..end];
    let shows = |byte: &u8| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let front = raw.iter().position(shows).unwrap_or(raw.len());
    let back = raw.iter().rposition(shows).map_or(front, |last| last + 1);
    Span::new(start + front, start + back)
}

/// Cuts content at its line breaks, each with the prefix of the next line.
pub(super) fn pieces(text: &str, span: Span, events: &[Inline], quotes: usize) -> Pieces {
    // Text ends where its line does.
    let is_line = matches!(events, [only] if only.kind == Kind::Text);
    if !span.is_empty() && (is_line || line_end(span.of(text)).is_none()) {
        return Piece::verbatim(span).into();
    }
    let mut pieces = Vec::new();
    let mut run = span.start;
    let mut at = span.start;
    let mut push = |from: usize, to: usize, reads: Option<&'static str>| {
        if from < to {
            pieces.push(Piece {
                span: Span::new(from, to),
                reads: reads.map(Cow::Borrowed),
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
        while breaks < events.len()
            && !(is_break(events[breaks].kind) && events[breaks].span.end > at)
        {
            breaks += 1;
        }
        let event = events.get(breaks).filter(|event| event.span.contains(at));
        let hard = event.is_some_and(|event| event.kind == Kind::HardBreak);
        let head = &text[run..at];
        let mut start = run + head.trim_end_matches([' ', '\t']).len();
        if hard && start == at && head.ends_with('\\') {
            start -= 1;
        }
        let mut end = next_line(text, at + length, quotes);
        if let Some(next) = event.and(events.get(breaks + 1))
            && next.kind != Kind::End
            && next.span.start >= at + length
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
    pieces.into()
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

fn is_break(kind: Kind) -> bool {
    matches!(kind, Kind::SoftBreak | Kind::HardBreak)
}

/// The stretches of the text that are inline elements, outermost only.
pub(super) fn atoms(
    text: &str,
    span: Span,
    pieces: &[Piece],
    events: &[Inline],
    marks: Marks,
) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut depth = 0usize;
    let mut tags: Vec<(&str, usize)> = Vec::new();
    for event in events {
        let whole = event.span;
        match event.kind {
            Kind::Emphasis | Kind::Image | Kind::Start => {
                if depth == 0 {
                    found.push(whole);
                }
                depth += 1;
            }
            Kind::End => depth = depth.saturating_sub(1),
            Kind::Tag => {
                found.push(whole);
                let (name, closes) = tag_name(whole.of(text));
                if !closes {
                    tags.push((name, whole.start));
                } else if let Some(open) = tags.iter().rposition(|(other, _)| *other == name) {
                    found.push(Span::new(tags[open].1, whole.end));
                    tags.truncate(open);
                }
            }
            Kind::Element => found.push(whole),
            Kind::Text | Kind::SoftBreak | Kind::HardBreak | Kind::Other => {}
        }
    }
    if marks.calls {
        found.extend(templates(text, span));
    }
    if marks.formulas {
        found.extend(formulas(text, span));
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
