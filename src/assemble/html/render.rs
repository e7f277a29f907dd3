//! The body of a page: Markdown events filtered and marked.

use super::Label;
use super::admonition::Boxes;
use super::anchor::{self, Met};
use super::mark::Marker;
use crate::assemble::{Assembled, Assembly, is_allowed};
use crate::document::{
    FrontMatter, html_actions, is_raw_text, markdown_options, shown_shadow, tag_identity,
};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};
use std::collections::HashSet;
use std::ops::Range;

/// A rendered Markdown body.
pub(super) struct Body {
    /// Its HTML, without the heading.
    pub(super) html: String,
    /// What its first heading holds, as HTML, if that is of the first level and begins the body.
    pub(super) heading: Option<String>,
    /// The name of that heading.
    pub(super) heading_id: Option<String>,
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
        headings: Vec::new(),
        in_heading: false,
    };
    let (shadow, foreign) = shown_shadow(assembly.format, &assembled.text, start);
    let mut boxes = Boxes::new(&assembled.text, foreign);
    for (event, range) in shadow.events(start) {
        filter.events.extend(boxes.before(&event, &range));
        if let Some(event) = boxes.instead(event, &range) {
            filter.take(event, &range);
        }
    }
    filter.events.extend(boxes.end());
    let title = filter.headings.first().map(|met| met.text.clone());
    let aliases = anchor::name(assembly, assembled, &filter.headings, &mut filter.events);
    let events = filter.marker.isolated(filter.events);
    let mut events = anchor::with_aliases(events, &aliases);
    let heading = first_heading(&mut events);
    Body {
        html: push(events, assembled.text.len() * 5 / 4),
        has_title: filter.has_title && heading.is_none(),
        heading_id: heading.as_ref().and_then(|(id, _)| id.clone()),
        heading: heading.map(|(_, events)| push(events, 64)),
        title: title.unwrap_or_default(),
    }
}

fn push(events: Vec<Event<'_>>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    html::push_html(&mut out, events.into_iter());
    // A wide table is moved sideways, which must be possible by keyboard.
    if out.contains("<table>") {
        out = out.replace("<table>", "<table tabindex=\"0\">");
    }
    out
}

/// Takes the heading of the first level out that the events begin with: its name, and what it holds.
fn first_heading<'a>(events: &mut Vec<Event<'a>>) -> Option<(Option<String>, Vec<Event<'a>>)> {
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
    let id = match taken.remove(0) {
        Event::Start(Tag::Heading { id, .. }) => id.map(CowStr::into_string),
        _ => None,
    };
    Some((id, taken))
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
    /// The inline elements that are open in this block; raw ones by name.
    elements: Vec<Option<String>>,
    has_title: bool,
    headings: Vec<Met>,
    in_heading: bool,
}

impl<'a> Filter<'a> {
    fn take(&mut self, event: Event<'a>, range: &Range<usize>) {
        if let (true, Some(heading)) = (self.in_heading, self.headings.last_mut()) {
            match &event {
                Event::Text(text) | Event::Code(text) => heading.text.push_str(text),
                Event::SoftBreak | Event::HardBreak => heading.text.push(' '),
                _ => {}
            }
        }
        match event {
            Event::Start(Tag::HtmlBlock) => self.raw.clear(),
            Event::Html(text) => self.raw.push_str(&text),
            Event::End(TagEnd::HtmlBlock) => {
                let raw = std::mem::take(&mut self.raw);
                let kept = html_actions(&raw)
                    .iter()
                    .all(|one| self.known.contains(one));
                self.events.push(if kept {
                    Event::Html(raw.into())
                } else {
                    Event::Text(raw.into())
                });
            }
            Event::Text(text) => self.marker.text(&text, range, &mut self.events),
            Event::InlineHtml(text) => self.raw_tag(text, range),
            Event::Start(tag) => self.open(tag, range),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                self.leave(range);
                self.inline(Some(event), range, false, true);
            }
            Event::End(tag @ (TagEnd::Link | TagEnd::Image)) => {
                self.leave(range);
                let image = usize::from(tag == TagEnd::Image);
                self.marker.images = self.marker.images.saturating_sub(image);
                let safe = self.kept.pop().unwrap_or(true);
                self.inline(safe.then_some(event), range, false, true);
            }
            Event::End(tag) => {
                while !self.elements.is_empty() {
                    self.leave(range);
                }
                self.marker.leave(range, &mut self.events);
                self.in_heading &= !matches!(tag, TagEnd::Heading(_));
                self.events.push(event);
            }
            // A box that nobody can tick, and without a name, is none.
            Event::TaskListMarker(is_done) => {
                let mark = if is_done { "☑ " } else { "☐ " };
                self.events.push(Event::Text(mark.into()));
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
                self.enter(None);
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                let safe = !dest_url.is_empty() && is_allowed(dest_url, self.schemes);
                let image = matches!(tag, Tag::Image { .. });
                self.kept.push(safe);
                self.marker.before(range, &mut self.events);
                if image {
                    self.marker.around(range, &mut self.events);
                }
                self.events.extend(safe.then_some(Event::Start(tag)));
                self.marker.images += usize::from(image);
                self.enter(None);
            }
            Tag::Heading { level, attrs, .. } => {
                self.has_title |= *level == HeadingLevel::H1;
                self.in_heading = true;
                self.headings.push(Met {
                    event: self.events.len(),
                    start: range.start,
                    text: String::new(),
                });
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

    fn enter(&mut self, name: Option<String>) {
        self.elements.push(name);
        self.marker.depth = self.elements.len();
    }

    /// Leaves the innermost element that Markdown opened, or else the innermost one; raw elements
    /// that are still open in it are closed.
    fn leave(&mut self, range: &Range<usize>) {
        while let Some(name) = self.elements.pop() {
            self.marker.leave(range, &mut self.events);
            self.marker.depth = self.elements.len();
            match name {
                Some(name) => self
                    .events
                    .push(Event::InlineHtml(format!("</{name}>").into())),
                None => return,
            }
        }
    }

    /// A raw tag within running text. One that the article has not is text; one that would leave
    /// the elements not nested is left out: a translation may have moved it.
    fn raw_tag(&mut self, tag: CowStr<'a>, range: &Range<usize>) {
        let is_known = is_tag_known(&self.known, tag.trim()) && !is_raw_text(&tag);
        if !is_known || self.marker.images > 0 {
            self.inline(Some(Event::Text(tag)), range, true, true);
            return;
        }
        let name: String = tag
            .trim_start_matches(['<', '/'])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect::<String>()
            .to_ascii_lowercase();
        let is_end = tag.starts_with("</");
        if name.is_empty() || VOID.contains(&name.as_str()) {
            if !is_end {
                self.inline(Some(Event::InlineHtml(tag)), range, true, true);
            }
        } else if !is_end {
            self.inline(Some(Event::InlineHtml(tag)), range, true, false);
            self.enter(Some(name));
        } else if self.elements.last() == Some(&Some(name)) {
            self.marker.leave(range, &mut self.events);
            self.elements.pop();
            self.marker.depth = self.elements.len();
            self.inline(Some(Event::InlineHtml(tag)), range, false, true);
        }
    }
}

/// Elements without content and end tag.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Whether an article has a tag, apart from the texts in it.
fn is_tag_known(known: &HashSet<String>, raw: &str) -> bool {
    match tag_identity(raw) {
        Some(identity) => known.contains(&identity),
        None => known.contains(raw),
    }
}

/// The raw HTML that an article has: tags by what they do, elements that are not looked into as they
/// are written.
fn raw_html(article: &str) -> HashSet<String> {
    let start = FrontMatter::body(article);
    let mut known = HashSet::new();
    let mut block = String::new();
    for event in Parser::new_ext(&article[start..], markdown_options()) {
        match event {
            Event::Start(Tag::HtmlBlock) => block.clear(),
            Event::Html(text) => block.push_str(&text),
            Event::End(TagEnd::HtmlBlock) => {
                known.extend(html_actions(&block));
            }
            Event::InlineHtml(text) => {
                let raw = text.trim();
                known.insert(tag_identity(raw).unwrap_or_else(|| raw.to_owned()));
            }
            _ => {}
        }
    }
    known
}
