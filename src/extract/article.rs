//! A Markdown file that is an article already: nothing is left out and nothing written anew.

use super::Extract;
use crate::document::{
    BlockKind, FrontMatter, Options as Reading, format_of, markdown_options, readable_markdown,
};
use crate::text::Parsed;
use pulldown_cmark::{Event, Parser};

/// Reads what a Markdown article says of itself: title, source, date and language of its front
/// matter; without a title there, its first heading. Gives no lines, since none is in question.
///
/// # Examples
/// ```
/// use satz::extract::extract_markdown;
/// let extract = extract_markdown("Vorab.\n\n## Die *neue* [Brücke](/b)\n").value;
/// assert_eq!(extract.title.as_deref(), Some("Die neue Brücke"));
/// ```
pub fn extract_markdown(text: &str) -> Parsed<Extract> {
    let (front, problem) = FrontMatter::find(text).unzip();
    let field = |name: &str| {
        let front = front.as_ref()?;
        let known = front
            .field(text, name)
            .map(|block| block.text(text).into_owned());
        let plain = || {
            let mut all = front.scalars().into_iter();
            all.find_map(|(field, value, _)| (field == name).then_some(value))
        };
        known.or_else(plain)
    };
    let value = Extract {
        title: field("title").or_else(|| heading(text)),
        author: field("author"),
        source: field("source"),
        date: field("date"),
        language: ["lang", "language", "locale"].into_iter().find_map(field),
        lines: Vec::new(),
    };
    let diagnostics = problem.flatten().into_iter().collect();
    Parsed { value, diagnostics }
}

/// Whether a text without a name is a Markdown article: it begins with front matter, as no text
/// copied from a page does.
pub fn is_markdown(text: &str) -> bool {
    FrontMatter::find(text).is_some()
}

/// The first heading of the body as it reads, without its markup.
fn heading(text: &str) -> Option<String> {
    let format = format_of("md")?;
    let document = (format.parse)(text, &Reading::default()).value;
    let read = |markdown: &str| -> String {
        let parsed = readable_markdown(markdown);
        let texts = Parser::new_ext(&parsed, markdown_options()).filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
            _ => None,
        });
        texts.collect()
    };
    let headings = document.blocks.iter();
    headings
        .filter(|block| block.kind == BlockKind::Heading)
        .map(|block| read(&block.text(text)))
        .find(|title| !title.trim().is_empty())
}
