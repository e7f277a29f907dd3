//! An article that is a page already: only what is not simply translated in it is marked.

use super::mark::Marker;
use super::{Content, Label, title_locale};
use crate::assemble::{Assembled, Assembly};
use crate::document::{BlockKind, Context, plain_html};

/// The page of an article that is HTML, with elements around running text that is still in the
/// source language or has a label.
pub fn page(assembly: &Assembly<'_>, assembled: &Assembled, labels: &[Option<Label>]) -> String {
    let text = &assembled.text;
    // In attributes and in the title no element can stand.
    let blocks = assembly.document.blocks.iter();
    let running = blocks.filter(|block| matches!(block.context, Context::Html { .. }));
    let places = assembled.places(running.map(|block| block.span));
    let mut running = places.flatten().peekable();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, tag) in Marker::new(assembly, assembled, labels).marks() {
        while running.next_if(|block| block.end <= span.start).is_some() {}
        let inside = running
            .peek()
            .is_some_and(|block| block.start <= span.start && span.end <= block.end);
        if !inside || span.start < at {
            continue;
        }
        out.push_str(&text[at..span.start]);
        out.push_str(tag);
        out.push_str(span.of(text));
        out.push_str("</span>");
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Its title: that of its head, else its first heading.
pub(super) fn content(assembly: &Assembly<'_>, assembled: &Assembled) -> Content {
    let mut blocks = assembly.document.blocks.iter();
    let found = blocks
        .clone()
        .find(|block| block.name.as_deref() == Some("title"))
        .or_else(|| blocks.find(|block| block.kind == BlockKind::Heading));
    let span = assembled.places(found.map(|block| block.span).into_iter());
    let span = span.flatten().next();
    Content {
        title: span.map_or_else(String::new, |span| {
            plain_html(span.of(&assembled.text)).trim().to_owned()
        }),
        title_locale: title_locale(assembly),
        ..Content::default()
    }
}
