//! Where the raw HTML of a Markdown text is, and where it ends.

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
        let body = super::readable(&self.text[self.start..]);
        Parser::new_ext(&body, super::options())
            .into_offset_iter()
            .filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock)))
            .map(|(_, range)| Span::new(range.start + self.start, range.end + self.start))
            .collect()
    }
}

/// Whether a block of raw HTML ends for Markdown at a mark that is text for HTML, and that a translation
/// need not have: `<?php 1 > 0 ?>` is over for HTML at its first `>`.
pub(super) fn ends_in_text(block: &str) -> bool {
    const ASIDES: [(&str, &str, &[&str]); 3] = [
        ("<!--", "-->", &["-->", "--!>"]),
        ("<?", "?>", &[">"]),
        ("<![CDATA[", "]]>", &[">"]),
    ];
    let block = block.trim_start();
    let aside = ASIDES.iter().find(|aside| block.starts_with(aside.0));
    let Some((start, mark, marks)) = aside else {
        return false;
    };
    let rest = &block[start.len()..];
    let is_over = *start == "<!--" && (rest.starts_with('>') || rest.starts_with("->"));
    let end = |mark: &&str| rest.find(*mark).map(|at| at + mark.len());
    is_over || marks.iter().filter_map(end).min() != end(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asides_end_alike_for_both_or_not() {
        for alike in [
            "<!-- a -->\nWort",
            "  <!-- a > b -->",
            "<?php echo 1 ?>Wort",
            "<![CDATA[ a ]]>Wort",
            "<p>Wort ?></p>",
            "<!DOCTYPE html>",
            "<!-- offen",
        ] {
            assert!(!ends_in_text(alike), "{alike}");
        }
        for other in [
            "<!-->Wort -->",
            "<!--->Wort -->",
            "<!-- a --!> Wort -->",
            "<?php 1 > 0 ?>Wort",
            "<![CDATA[ a > b ]]>Wort",
            "<?xml version=\"1.0\">\nWort",
        ] {
            assert!(ends_in_text(other), "{other}");
        }
    }
}
