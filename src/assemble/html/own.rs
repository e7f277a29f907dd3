//! An article that is a page already: only what is untranslated in it is marked.

use super::render::Marker;
use crate::assemble::{Assembled, Assembly};
use crate::document::Context;

/// The page with `span` elements around running text that is still in the source language.
pub(super) fn page(assembly: &Assembly<'_>, assembled: &Assembled) -> String {
    let tag = Marker::new(assembly, assembled).tag;
    let text = &assembled.text;
    let blocks = assembly.document.blocks.iter().zip(&assembled.blocks);
    // In attributes and in the title no element can stand.
    let mut running = blocks
        .filter(|(block, _)| matches!(block.context, Context::Html { .. }))
        .filter_map(|(_, span)| *span)
        .peekable();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for span in &assembled.fallback {
        while running.next_if(|block| block.end <= span.start).is_some() {}
        let inside = running
            .peek()
            .is_some_and(|block| block.start <= span.start && span.end <= block.end);
        if !inside || span.start < at {
            continue;
        }
        out.push_str(&text[at..span.start]);
        out.push_str(&tag);
        out.push_str(span.of(text));
        out.push_str("</span>");
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}
