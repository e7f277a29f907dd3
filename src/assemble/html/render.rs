//! The body of a page: Markdown events filtered and marked.

use super::Label;
use super::mark::Marker;
use crate::assemble::guard::is_raw_text;
use crate::assemble::link::is_allowed;
use crate::assemble::{Assembled, Assembly};
use crate::document::{FrontMatter, markdown_options};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd, html};
use std::collections::HashSet;
use std::ops::Range;

/// A rendered Markdown body.
pub(super) struct Body {
    /// Its HTML, without the heading.
    pub(super) html: String,
    /// What its first heading holds, as HTML, if that is of the first level and begins the body.
    pub(super) heading: Option<String>,
    /// Whether it has another heading of the first level.
    pub(super) has_title: bool,
    /// The text of its first heading.
    pub(super) title: String,
}

pub(super) fn body(
    assembly: &Assembly<'_>,
    assembled: &Assembled,
    labels: &[Option<Label>],
    start: usize,
) -> Body {
    let mut filter = Filter {
        known: raw_html(assembly.article),
        schemes: assembly.schemes,
        marker: Marker::new(assembly, assembled, labels),
        events: Vec::new(),
        raw: String::new(),
        kept: Vec::new(),
        elements: Vec::new(),
        has_title: false,
        headings: 0,
        heading: String::new(),
    };
    let parser = Parser::new_ext(&assembled.text[start..], markdown_options());
    for (event, range) in parser.into_offset_iter() {
        filter.take(event, &(range.start + start..range.end + start));
    }
    let mut events = filter.events;
    let heading = first_heading(&mut events).map(|events| push(events, 64));
    Body {
        html: push(events, assembled.text.len() * 5 / 4),
        has_title: filter.has_title && heading.is_none(),
        heading,
        title: filter.heading,
    }
}

fn push(events: Vec<Event<'_>>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    html::push_html(&mut out, events.into_iter());
    out
}

/// Takes the heading of the first level out that the events begin with.
fn first_heading<'a>(events: &mut Vec<Event<'a>>) -> Option<Vec<Event<'a>>> {
    let level = HeadingLevel::H1;
    if !matches!(events.first(), Some(Event::Start(Tag::Heading { level: found, .. })) if *found == level)
    {
        return None;
    }
    let end = events
        .iter()
        .position(|event| *event == Event::End(TagEnd::Heading(level)))?;
    let mut taken: Vec<Event<'a>> = events.drain(..=end).collect();
    taken.pop();
    taken.remove(0);
    Some(taken)
}

/// Takes events as they come and keeps what may stand in a page.
struct Filter<'a> {
    /// Raw HTML that the article has.
    known: HashSet<String>,
    schemes: &'a [&'a str],
    marker: Marker,
    events: Vec<Event<'a>>,
    /// The block of raw HTML that is being read.
    raw: String,
    /// Per open link and image, whether it is kept.
    kept: Vec<bool>,
    /// Names of the raw elements that are open in this block.
    elements: Vec<String>,
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
                let event = if !self.known.contains(text.trim()) || is_raw_text(&text) {
                    Some(Event::Text(text))
                } else {
                    self.fits(&text).then_some(Event::InlineHtml(text))
                };
                self.inline(event, range, true, true);
            }
            Event::Start(tag) => self.open(tag, range),
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
                let open = std::mem::take(&mut self.elements);
                let close = |name: String| Event::InlineHtml(format!("</{name}>").into());
                self.events.extend(open.into_iter().rev().map(close));
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

    fn open(&mut self, mut tag: Tag<'a>, range: &Range<usize>) {
        match &mut tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                self.inline(Some(Event::Start(tag)), range, true, false);
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                let safe = is_allowed(dest_url, self.schemes);
                let image = matches!(tag, Tag::Image { .. });
                self.kept.push(safe);
                self.inline(safe.then_some(Event::Start(tag)), range, true, false);
                self.marker.images += usize::from(image);
            }
            Tag::Heading { level, attrs, .. } => {
                self.has_title |= *level == HeadingLevel::H1;
                self.headings += 1;
                attrs.retain(|(name, _)| !name.to_ascii_lowercase().starts_with("on"));
                self.events.push(Event::Start(tag));
            }
            _ => self.events.push(Event::Start(tag)),
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

    /// Whether a raw tag leaves the elements of its block nested: a translation may have moved it.
    fn fits(&mut self, tag: &str) -> bool {
        let is_end = tag.starts_with("</");
        let name: String = tag
            .trim_start_matches(['<', '/'])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect::<String>()
            .to_ascii_lowercase();
        if name.is_empty() || VOID.contains(&name.as_str()) {
            return !is_end;
        }
        if is_end {
            return self.elements.pop_if(|open| *open == name).is_some();
        }
        self.elements.push(name);
        true
    }
}

/// Elements without content and end tag.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

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
