//! Admonitions and tabs of Markdown's site generators as boxes of a page.

use super::escape;
use crate::document::{Foreign, ForeignKind};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

/// Puts boxes around what stands between fences or below a header.
pub(super) struct Boxes<'a> {
    text: &'a str,
    foreign: Peekable<IntoIter<Foreign>>,
    /// How many blocks are open around the place.
    depth: usize,
    /// The depths at which containers were opened.
    open: Vec<usize>,
    /// Per open list, whether its items are boxes.
    lists: Vec<bool>,
    /// Whether the empty heading of a header is being left out.
    heading: bool,
}

impl<'a> Boxes<'a> {
    pub(super) fn new(text: &'a str, foreign: Vec<Foreign>) -> Self {
        Self {
            text,
            foreign: foreign.into_iter().peekable(),
            depth: 0,
            open: Vec::new(),
            lists: Vec::new(),
            heading: false,
        }
    }

    /// What stands before an event: the fences before its place.
    pub(super) fn before<'e>(&mut self, event: &Event<'_>, range: &Range<usize>) -> Vec<Event<'e>> {
        // The end of a block may come behind a fence in it.
        let place = match event {
            Event::Start(_) | Event::Rule | Event::Html(_) => range.start,
            Event::End(_) => range.end,
            _ => return Vec::new(),
        };
        let ends = usize::from(matches!(event, Event::End(_)));
        let mut out = Vec::new();
        while let Some(one) = self.foreign.next_if(|one| one.span.end <= place) {
            match one.kind {
                ForeignKind::Open => {
                    self.open.push(self.depth);
                    out.push(self.head(&one));
                }
                ForeignKind::Close => out.extend(self.close(self.depth)),
                ForeignKind::Formula => {
                    let formula = escape(one.span.of(self.text));
                    out.push(html(format!("<p class=\"formula\">{formula}</p>\n")));
                }
                ForeignKind::Header
                | ForeignKind::Call
                | ForeignKind::Module
                | ForeignKind::Tags
                | ForeignKind::Broken => {}
            }
        }
        // What was opened in a block ends with it.
        while ends > 0
            && self.open.last().is_some_and(|depth| *depth >= self.depth)
            && self.depth > 0
        {
            self.open.pop();
            out.push(html("</div>\n".to_owned()));
        }
        out
    }

    /// The event, or what stands in its place.
    pub(super) fn instead<'e>(
        &mut self,
        event: Event<'e>,
        range: &Range<usize>,
    ) -> Option<Event<'e>> {
        let is_header = self.text[range.start..].starts_with(['!', '?', '=']);
        match &event {
            Event::Start(Tag::List(_)) => {
                self.depth += 1;
                self.lists.push(is_header);
                (!is_header).then_some(event)
            }
            Event::End(TagEnd::List(_)) => {
                self.depth -= 1;
                (!self.lists.pop().unwrap_or(false)).then_some(event)
            }
            Event::Start(Tag::Item) if self.lists.last() == Some(&true) => {
                self.depth += 1;
                self.heading = true;
                while let Some(one) = self.foreign.next_if(|one| one.span.start <= range.start) {
                    if one.span.start == range.start {
                        return Some(self.head(&one));
                    }
                }
                Some(html("<div class=\"admonition\">\n".to_owned()))
            }
            Event::End(TagEnd::Item) if self.lists.last() == Some(&true) => {
                self.depth -= 1;
                Some(html("</div>\n".to_owned()))
            }
            Event::Start(Tag::Heading { .. }) if self.heading => None,
            Event::End(TagEnd::Heading(_)) if self.heading => {
                self.heading = false;
                None
            }
            Event::Start(tag) => {
                self.depth += usize::from(is_block(tag.to_end()));
                Some(event)
            }
            Event::End(tag) => {
                self.depth -= usize::from(is_block(*tag));
                Some(event)
            }
            _ => Some(event),
        }
    }

    /// What is still open at the end.
    pub(super) fn end<'e>(&mut self) -> Vec<Event<'e>> {
        let mut out = Vec::new();
        let rest: Vec<Foreign> = self.foreign.by_ref().collect();
        for one in rest {
            if one.kind == ForeignKind::Close {
                out.extend(self.close(0));
            }
        }
        out.extend(self.open.drain(..).map(|_| html("</div>\n".to_owned())));
        out
    }

    fn close<'e>(&mut self, depth: usize) -> Option<Event<'e>> {
        self.open.pop_if(|open| *open == depth)?;
        Some(html("</div>\n".to_owned()))
    }

    /// The start of a box and its title.
    fn head<'e>(&self, one: &Foreign) -> Event<'e> {
        let line = one.span.of(self.text);
        let name: String = line
            .trim_start_matches(|c: char| c.is_ascii_punctuation() || c == ' ')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let name = if line.starts_with("===") {
            "tab"
        } else {
            &name
        };
        let title = one.title.map(|title| {
            format!(
                "<p class=\"admonition-title\">{}</p>\n",
                escape(title.of(self.text))
            )
        });
        html(format!(
            "<div class=\"admonition {}\">\n{}",
            name.to_ascii_lowercase(),
            title.unwrap_or_default()
        ))
    }
}

fn html<'e>(text: String) -> Event<'e> {
    Event::Html(text.into())
}

fn is_block(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}
