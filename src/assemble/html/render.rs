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
    let mut filter = Filter {
        known: raw_html(assembly.article),
        marker: Marker::new(assembly, assembled),
        events: Vec::new(),
        raw: String::new(),
        kept: Vec::new(),
        has_title: false,
        headings: 0,
        heading: String::new(),
    };
    let parser = Parser::new_ext(&assembled.text[start..], markdown_options());
    for (event, range) in parser.into_offset_iter() {
        filter.take(event, &(range.start + start..range.end + start));
    }
    let mut out = String::with_capacity(assembled.text.len() * 5 / 4);
    html::push_html(&mut out, filter.events.into_iter());
    Body {
        html: out,
        has_title: filter.has_title,
        heading: filter.heading,
    }
}

/// Takes events as they come and keeps what may stand in a page.
struct Filter<'a> {
    /// Raw HTML that the article has.
    known: HashSet<String>,
    marker: Marker<'a>,
    events: Vec<Event<'a>>,
    /// The block of raw HTML that is being read.
    raw: String,
    /// Per open link and image, whether it is kept.
    kept: Vec<bool>,
    has_title: bool,
    headings: usize,
    heading: String,
}

impl<'a> Filter<'a> {
    fn take(&mut self, event: Event<'a>, range: &Range<usize>) {
        if let (1, Event::Text(text) | Event::Code(text)) = (self.headings, &event) {
            self.heading.push_str(text);
        }
        match event {
            Event::Start(Tag::HtmlBlock) => self.raw.clear(),
            Event::Html(text) => self.raw.push_str(&text),
            Event::End(TagEnd::HtmlBlock) => {
                let raw = std::mem::take(&mut self.raw);
                let kept = self.known.contains(raw.trim());
                self.events.push(if kept {
                    Event::Html(raw.into())
                } else {
                    Event::Text(raw.into())
                });
            }
            Event::Text(text) => self.marker.text(&text, range, &mut self.events),
            Event::InlineHtml(text) => {
                let kept = self.known.contains(text.trim()) && !is_raw_text(&text);
                let event = if kept {
                    Event::InlineHtml(text)
                } else {
                    Event::Text(text)
                };
                self.inline(Some(event), range, true, true);
            }
            Event::Start(ref tag) => match tag {
                Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                    self.inline(Some(event), range, true, false);
                }
                Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                    let safe = is_safe(dest_url);
                    let image = matches!(tag, Tag::Image { .. });
                    self.kept.push(safe);
                    self.inline(safe.then_some(event), range, true, false);
                    self.marker.images += usize::from(image);
                }
                _ => {
                    if let Tag::Heading { level, .. } = tag {
                        self.has_title |= *level == HeadingLevel::H1;
                        self.headings += 1;
                    }
                    self.events.push(event);
                }
            },
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                self.inline(Some(event), range, false, true);
            }
            Event::End(tag @ (TagEnd::Link | TagEnd::Image)) => {
                let image = usize::from(tag == TagEnd::Image);
                self.marker.images = self.marker.images.saturating_sub(image);
                let safe = self.kept.pop().unwrap_or(true);
                self.inline(safe.then_some(event), range, false, true);
            }
            Event::End(tag) => {
                self.marker.close(&mut self.events);
                if self.headings == 1 && matches!(tag, TagEnd::Heading(_)) {
                    self.headings = 2;
                }
                self.events.push(event);
            }
            Event::SoftBreak | Event::HardBreak => self.inline(Some(event), range, false, true),
            Event::Code(_) | Event::FootnoteReference(_) => {
                self.inline(Some(event), range, true, true);
            }
            _ => self.events.push(event),
        }
    }

    /// Passes an inline event on, with what is marked beginning before it and ending after it.
    fn inline(&mut self, event: Option<Event<'a>>, range: &Range<usize>, begins: bool, ends: bool) {
        if begins {
            self.marker.before(range, &mut self.events);
        }
        self.events.extend(event);
        if ends {
            self.marker.after(range, &mut self.events);
        }
    }
}

/// The pieces of raw HTML that an article has: blocks and single tags.
fn raw_html(article: &str) -> HashSet<String> {
    let start = FrontMatter::body(article);
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
pub(in crate::assemble) fn is_safe(address: &str) -> bool {
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
pub(super) struct Marker<'a> {
    left: std::iter::Peekable<std::slice::Iter<'a, Span>>,
    open: Option<Span>,
    pub(super) tag: String,
    /// Images around the place: their text becomes an attribute, where no element can stand.
    images: usize,
}

impl<'a> Marker<'a> {
    pub(super) fn new(assembly: &Assembly<'_>, assembled: &'a Assembled) -> Self {
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
        if self.open.is_none()
            && self.images == 0
            && let Some(span) = self.left.next_if(|span| span.start <= range.start)
        {
            events.push(Event::InlineHtml(self.tag.clone().into()));
            self.open = Some(*span);
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
    fn text(&mut self, text: &CowStr<'_>, range: &Range<usize>, events: &mut Vec<Event<'_>>) {
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
                .unwrap_or(text);
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
    let first = assembled
        .fallback
        .partition_point(|span| span.start < block.start);
    let inside = |span: &&Span| span.end <= block.end;
    for span in assembled.fallback[first..].iter().take_while(inside) {
        html.push_str(&content(&assembled.text[at..span.start]));
        html.push_str(&Marker::new(assembly, assembled).tag);
        html.push_str(&content(span.of(&assembled.text)));
        html.push_str("</span>");
        at = span.end;
    }
    html.push_str(&content(&assembled.text[at..block.end]));
    crate::assemble::text::paragraphs(&html)
}
