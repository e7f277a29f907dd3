//! A single unit as HTML: inline markup rendered, raw HTML left out.

use super::bidi::{Run, runs};
use super::escape;
use crate::assemble::is_allowed;
use crate::document::{Anchors, FrontMatter, markdown_options, readable_markdown};
use pulldown_cmark::{BrokenLink, CowStr, Event, Parser, Tag, TagEnd, TextMergeStream, html};
use std::collections::BTreeMap;

/// What a unit's links may lead to.
pub(super) struct Links<'a> {
    /// The article's link definitions: label, address, title.
    definitions: BTreeMap<String, (String, String)>,
    schemes: &'a [&'a str],
    /// The places of the article that links can name.
    pub(super) anchors: Anchors,
    /// Names in the article of headings, by their translated words.
    pub(super) translated: BTreeMap<String, String>,
}

impl<'a> Links<'a> {
    pub(super) fn of(article: &str, schemes: &'a [&'a str]) -> Self {
        let body = readable_markdown(&article[FrontMatter::body(article)..]);
        let parser = Parser::new_ext(&body, markdown_options());
        let definitions = parser
            .reference_definitions()
            .iter()
            .map(|(label, definition)| {
                let title = definition.title.as_deref().unwrap_or_default();
                (
                    label.to_lowercase(),
                    (definition.dest.to_string(), title.to_owned()),
                )
            })
            .collect();
        Self {
            definitions,
            schemes,
            anchors: Anchors::default(),
            translated: BTreeMap::new(),
        }
    }
}

impl Links<'_> {
    /// Where a link leads; nowhere if it names what is no heading, or has a scheme that is not allowed.
    fn leads<'e>(&self, address: &CowStr<'e>) -> Option<CowStr<'e>> {
        let Some(fragment) = address.strip_prefix('#') else {
            return is_allowed(address, self.schemes).then(|| address.clone());
        };
        let headings = &self.anchors.headings;
        let found = self.anchors.find(fragment);
        let found = found.filter(|name| headings.iter().any(|heading| heading.id == *name));
        let name =
            found.or_else(|| Some(self.translated.get(&fragment.to_lowercase())?.as_str()))?;
        Some(format!("#{name}").into())
    }
}

/// Inline Markdown as HTML. A line break is a `br` element.
pub(super) fn markdown(value: &str, links: &Links<'_>, is_rtl: bool) -> String {
    // Behind a full stop nothing begins a block; the line separator is white space to Markdown.
    let line = format!(".{}", value.trim().replace(['\n', '\r'], "\u{2028}"));
    let mut find = |link: BrokenLink<'_>| {
        let (address, title) = links.definitions.get(&link.reference.to_lowercase())?;
        Some((CowStr::from(address.clone()), CowStr::from(title.clone())))
    };
    let parser = Parser::new_with_broken_link_callback(&line, markdown_options(), Some(&mut find));
    let mut events = Vec::new();
    let mut kept: Vec<bool> = Vec::new();
    let mut images = 0;
    for event in TextMergeStream::new(parser) {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) | Event::InlineHtml(_) => {
            }
            Event::Start(mut tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                images += usize::from(matches!(tag, Tag::Image { .. }));
                let (Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = &mut tag else {
                    continue;
                };
                let address = links.leads(dest_url);
                kept.push(address.is_some());
                if let Some(address) = address {
                    *dest_url = address;
                    events.push(Event::Start(tag));
                }
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                images = images.saturating_sub(usize::from(event == Event::End(TagEnd::Image)));
                let safe = kept.pop().unwrap_or(true);
                events.extend(safe.then_some(event));
            }
            Event::Text(text) => {
                let text = if events.is_empty() {
                    text.strip_prefix('.').unwrap_or(&text).to_owned()
                } else {
                    text.to_string()
                };
                push_text(&text, is_rtl && images == 0, images > 0, &mut events);
            }
            event => events.push(event),
        }
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    out
}

fn push_text(text: &str, is_rtl: bool, plain: bool, events: &mut Vec<Event<'_>>) {
    for (number, line) in text.split('\u{2028}').enumerate() {
        if number > 0 {
            events.push(Event::InlineHtml(if plain { " " } else { "<br>" }.into()));
        }
        if plain {
            events.push(Event::Text(line.to_owned().into()));
            continue;
        }
        for Run { text, isolate } in runs(line, is_rtl) {
            let tag = isolate.map(|dir| format!("<bdi dir=\"{dir}\">"));
            events.extend(tag.map(|tag| Event::InlineHtml(tag.into())));
            events.push(Event::Text(text.to_owned().into()));
            events.extend(isolate.map(|_| Event::InlineHtml("</bdi>".into())));
        }
    }
}

/// Text as HTML.
pub(super) fn text(value: &str, is_rtl: bool) -> String {
    let lines: Vec<String> = value
        .trim()
        .lines()
        .map(|line| super::mark::escaped(line, is_rtl))
        .collect();
    lines.join("<br>")
}

/// A value that is HTML itself: its tags are left out.
pub(super) fn tagged(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value.trim();
    while let Some(at) = rest.find('<') {
        let (head, tail) = rest.split_at(at);
        out.push_str(&escape_keeping_references(head));
        let is_tag = tail[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        if let Some(end) = tail.find('>').filter(|_| is_tag) {
            rest = &tail[end + 1..];
        } else {
            out.push_str("&lt;");
            rest = &tail[1..];
        }
    }
    out.push_str(&escape_keeping_references(rest));
    out.replace('\n', "<br>")
}

fn escape_keeping_references(text: &str) -> String {
    escape(text).replace("&amp;", "&")
}
