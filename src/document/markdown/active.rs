//! What acts on a reader's browser in a Markdown text: raw HTML, addresses, attributes of headings.

use crate::document::{Active, ActiveKind, tag_identity};
use crate::text::Span;
use pulldown_cmark::{Event, Tag};

/// Elements whose content is no text: it counts as part of their tag.
const RAW_TEXT: [&str; 12] = [
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "textarea",
    "title",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
    "svg",
];

/// Collects what acts from events in their order.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub(super) found: Vec<Active>,
    /// Where the last raw-text element ends: what stands in it is part of its tag.
    behind: usize,
    /// Elements of which it is known that no end tag comes any more.
    endless: Vec<&'static str>,
}

impl Collector {
    /// Takes an event and its place in `text`.
    pub(super) fn take(&mut self, text: &str, event: &Event<'_>, span: Span) {
        match event {
            Event::InlineHtml(_) if span.start >= self.behind => {
                self.behind = self.element_end(text, span);
                self.push(
                    ActiveKind::Html,
                    tag(&text[span.start..self.behind]),
                    span.start,
                );
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.push(ActiveKind::Address, dest_url.to_string(), span.start);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.push(ActiveKind::Address, dest_url.to_string(), span.start + 1);
            }
            Event::Start(Tag::Heading {
                id, classes, attrs, ..
            }) => {
                let plain = id.is_none() && classes.is_empty() && attrs.is_empty();
                if let Some(at) = (!plain).then(|| span.of(text).rfind('{')).flatten() {
                    let all = format!("{id:?} {classes:?} {attrs:?}");
                    self.push(ActiveKind::Attributes, all, span.start + at);
                }
            }
            _ => {}
        }
    }

    pub(super) fn push(&mut self, kind: ActiveKind, text: String, at: usize) {
        self.found.push(Active { kind, text, at });
    }

    /// Where a tag within running text ends; one of an element without text, with its content.
    fn element_end(&mut self, text: &str, tag: Span) -> usize {
        let Some(name) = raw_text(&text[tag.start..tag.end]) else {
            return tag.end;
        };
        if self.endless.contains(&name) || text[tag.start..].starts_with("</") {
            return tag.end;
        }
        let rest = &text.as_bytes()[tag.end..];
        let close = text[tag.end..].match_indices("</").find(|(at, _)| {
            rest.get(at + 2..at + 2 + name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        });
        if close.is_none() {
            self.endless.push(name);
        }
        close.map_or(tag.end, |(at, _)| tag.end + at)
    }
}

/// What a tag within running text does. A tag may stand on several lines in the article and on one in
/// its translation.
fn tag(raw: &str) -> String {
    let identity = tag_identity(raw).filter(|_| !is_raw_text(raw));
    identity.unwrap_or_else(|| {
        let words: Vec<&str> = raw.split_whitespace().collect();
        words.join(" ")
    })
}

/// Whether a tag opens or closes an element whose content is no text.
pub(crate) fn is_raw_text(tag: &str) -> bool {
    raw_text(tag).is_some()
}

/// The name of such an element.
fn raw_text(tag: &str) -> Option<&'static str> {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    RAW_TEXT
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(&name[..end]))
}
