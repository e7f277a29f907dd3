//! The body of a page: Markdown events filtered and marked, or escaped plain text.

use super::content;
use crate::assemble::{Assembled, Assembly};
use crate::document::{FrontMatter, markdown_options};
use crate::text::Span;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};
use std::collections::HashSet;
use std::ops::Range;

/// A rendered Markdown body.
pub(super) struct Body {
    pub(super) html: String,
    /// Whether it has a heading of the first level.
    pub(super) has_title: bool,
    /// The text of its first heading.
    pub(super) heading: String,
}

/// Elements whose content is no text: never kept within running text, where a translation could
/// change what stands in them.
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

pub(super) fn body(assembly: &Assembly<'_>, assembled: &Assembled, start: usize) -> Body {
    let known = raw_html(assembly.article);
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut marker = Marker::new(assembly, assembled);
    let mut raw: Option<String> = None;
    let mut links: Vec<bool> = Vec::new();
    let (mut has_title, mut heading, mut in_heading) = (false, String::new(), None);
    let parser = Parser::new_ext(&assembled.text[start..], markdown_options());
    for (event, range) in parser.into_offset_iter() {
        let range = range.start + start..range.end + start;
        if let (Some(false), Event::Text(text) | Event::Code(text)) = (in_heading, &event) {
            heading.push_str(text);
        }
        match event {
            Event::Start(Tag::HtmlBlock) => raw = Some(String::new()),
            Event::Html(text) => match &mut raw {
                Some(raw) => raw.push_str(&text),
                None => events.push(Event::Text(text)),
            },
            Event::End(TagEnd::HtmlBlock) => {
                let block = raw.take().unwrap_or_default();
                events.push(if known.contains(block.trim()) {
                    Event::Html(block.into())
                } else {
                    Event::Text(block.into())
                });
            }
            Event::InlineHtml(text) => {
                marker.before(&range, &mut events);
                let kept = known.contains(text.trim()) && !is_raw_text(&text);
                events.push(if kept {
                    Event::InlineHtml(text)
                } else {
                    Event::Text(text)
                });
                marker.after(&range, &mut events);
            }
            Event::Start(Tag::Link { ref dest_url, .. } | Tag::Image { ref dest_url, .. }) => {
                marker.before(&range, &mut events);
                marker.images += usize::from(matches!(event, Event::Start(Tag::Image { .. })));
                let safe = is_safe(dest_url);
                links.push(safe);
                if safe {
                    events.push(event);
                }
            }
            Event::End(end @ (TagEnd::Link | TagEnd::Image)) => {
                marker.images -= usize::from(end == TagEnd::Image && marker.images > 0);
                if links.pop().unwrap_or(true) {
                    events.push(event);
                }
                marker.after(&range, &mut events);
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::FootnoteReference(_) => {
                marker.before(&range, &mut events);
                let single = matches!(event, Event::FootnoteReference(_));
                events.push(event);
                if single {
                    marker.after(&range, &mut events);
                }
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough)
            | Event::SoftBreak
            | Event::HardBreak => {
                events.push(event);
                marker.after(&range, &mut events);
            }
            Event::Text(text) => marker.text(text, range, &mut events),
            Event::Code(_) => {
                marker.before(&range, &mut events);
                events.push(event);
                marker.after(&range, &mut events);
            }
            Event::Start(ref tag) => {
                if let Tag::Heading { level, .. } = tag {
                    has_title |= *level == HeadingLevel::H1;
                    in_heading = Some(in_heading.is_some());
                }
                events.push(event);
            }
            Event::End(tag) => {
                marker.close(&mut events);
                if matches!(tag, TagEnd::Heading(_)) {
                    in_heading = Some(true);
                }
                events.push(event);
            }
            _ => events.push(event),
        }
    }
    let mut out = String::with_capacity(assembled.text.len() * 5 / 4);
    html::push_html(&mut out, events.into_iter());
    Body {
        html: out,
        has_title,
        heading,
    }
}

/// The pieces of raw HTML that an article has: blocks and single tags.
fn raw_html(article: &str) -> HashSet<String> {
    let start = FrontMatter::find(article).map_or(0, |(front, _)| front.span.end);
    let mut known = HashSet::new();
    let mut block = String::new();
    for event in Parser::new_ext(&article[start..], markdown_options()) {
        match event {
            Event::Start(Tag::HtmlBlock) => block.clear(),
            Event::Html(text) => block.push_str(&text),
            Event::End(TagEnd::HtmlBlock) => {
                known.insert(block.trim().to_owned());
            }
            Event::InlineHtml(text) => {
                known.insert(text.trim().to_owned());
            }
            _ => {}
        }
    }
    known
}

fn is_raw_text(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).to_ascii_lowercase();
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    RAW_TEXT.contains(&&name[..end])
}

/// Whether an address is relative or of a scheme that runs nothing.
fn is_safe(address: &str) -> bool {
    // Browsers ignore white space and control characters within a scheme.
    let bare: String = address
        .chars()
        .filter(|c| *c > ' ' && !c.is_control())
        .collect();
    let Some(colon) = bare.find([':', '/', '?', '#']) else {
        return true;
    };
    let scheme = bare[..colon].to_ascii_lowercase();
    !bare[colon..].starts_with(':') || matches!(scheme.as_str(), "http" | "https" | "mailto")
}

/// Puts `span` elements around what is still in the source language.
struct Marker<'a> {
    left: std::iter::Peekable<std::slice::Iter<'a, Span>>,
    open: Option<Span>,
    tag: String,
    /// Images around the place: their text becomes an attribute, where no element can stand.
    images: usize,
}

impl<'a> Marker<'a> {
    fn new(assembly: &Assembly<'_>, assembled: &'a Assembled) -> Self {
        Self {
            left: assembled.fallback.iter().peekable(),
            open: None,
            tag: format!(
                "<span class=\"fallback\" lang=\"{0}\" dir=\"{1}\">",
                super::attribute(assembly.source_locale),
                super::direction(assembly.source_locale)
            ),
            images: 0,
        }
    }

    /// Opens a span that starts at or before what comes next and ends after its start.
    fn before(&mut self, range: &Range<usize>, events: &mut Vec<Event<'_>>) {
        while self.left.next_if(|span| span.end <= range.start).is_some() {}
        if self.open.is_none() && self.images == 0 {
            if let Some(span) = self.left.next_if(|span| span.start <= range.start) {
                events.push(Event::InlineHtml(self.tag.clone().into()));
                self.open = Some(*span);
            }
        }
    }

    fn after(&mut self, range: &Range<usize>, events: &mut Vec<Event<'_>>) {
        if self.images == 0 && self.open.is_some_and(|span| span.end <= range.end) {
            self.close(events);
        }
    }

    fn close(&mut self, events: &mut Vec<Event<'_>>) {
        if self.open.take().is_some() {
            events.push(Event::InlineHtml("</span>".into()));
        }
    }

    /// A text, cut where a span begins or ends in it.
    fn text(&mut self, text: CowStr<'_>, range: Range<usize>, events: &mut Vec<Event<'_>>) {
        let whole = text.len() == range.len();
        let mut at = range.start;
        while at < range.end {
            self.before(&(at..range.end), events);
            let cut = match (self.open, self.left.peek()) {
                (Some(span), _) => span.end,
                (None, Some(span)) => span.start,
                (None, None) => range.end,
            };
            let cut = if whole {
                cut.clamp(at, range.end)
            } else {
                range.end
            };
            let part = text
                .get(at - range.start..cut - range.start)
                .filter(|_| whole)
                .unwrap_or(&text);
            events.push(Event::Text(part.to_owned().into()));
            self.after(&(at..cut), events);
            if cut == at {
                break;
            }
            at = cut;
        }
    }
}

/// A block of plain text as escaped paragraphs, with spans around what is untranslated.
pub(super) fn marked(assembly: &Assembly<'_>, assembled: &Assembled, block: Span) -> Vec<String> {
    let mut html = String::new();
    let mut at = block.start;
    for span in &assembled.fallback {
        if span.start < at || span.end > block.end {
            continue;
        }
        html.push_str(&content(&assembled.text[at..span.start]));
        html.push_str(&Marker::new(assembly, assembled).tag);
        html.push_str(&content(span.of(&assembled.text)));
        html.push_str("</span>");
        at = span.end;
    }
    html.push_str(&content(&assembled.text[at..block.end]));
    crate::assemble::text::paragraphs(&html)
}
