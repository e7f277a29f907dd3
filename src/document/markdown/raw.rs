//! Where the raw HTML of a Markdown text is.

use crate::text::Span;
use pulldown_cmark::{Event, Parser, Tag};
use std::cell::OnceCell;

/// The blocks of raw HTML in a text, where none of these lines is read, nor a fence of code; read
/// when they are first asked for.
pub(super) struct RawBlocks<'a> {
    text: &'a str,
    start: usize,
    spans: OnceCell<Vec<Span>>,
}

impl<'a> RawBlocks<'a> {
    pub(super) fn new(text: &'a str, start: usize) -> Self {
        Self {
            text,
            start,
            spans: OnceCell::new(),
        }
    }

    /// Whether a place of the text is in one of them.
    pub(super) fn holds(&self, at: usize) -> bool {
        if !self.text.contains('<') {
            return false;
        }
        let spans = self.spans.get_or_init(|| self.read());
        let before = spans.partition_point(|span| span.end <= at);
        spans.get(before).is_some_and(|span| span.start <= at)
    }

    fn read(&self) -> Vec<Span> {
        Parser::new_ext(&self.text[self.start..], super::options())
            .into_offset_iter()
            .filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock)))
            .map(|(_, range)| Span::new(range.start + self.start, range.end + self.start))
            .collect()
    }
}
