//! What a page shows of an article, as HTML that is safe to stand in any page.
//!
//! Raw HTML is kept only where the article itself has exactly it, so that a translation can add
//! none; links lead to relative addresses and allowed schemes only.

mod admonition;
mod anchor;
mod bidi;
mod inline;
mod mark;
mod own;
mod render;
mod row;

pub use own::page as own_page;
pub use row::{Row, passage, rows};

use std::borrow::Cow;

use super::{Assembled, Assembly, text};
use crate::document::{BlockKind, FrontMatter};
use crate::language::direction;
use mark::{Marker, is_fallback};
use pulldown_cmark_escape::{escape_html, escape_html_body_text};

/// What is to be said of a unit: an element of this class and language stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The element's class, for example `stale`; may be empty.
    pub class: &'static str,
    /// The language of its text.
    pub locale: String,
    /// Which unit it is, if the page is to say so, as `data-unit`.
    pub unit: Option<String>,
}

/// The parts of a page that come from an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// The title as text: from the front matter, else the first heading.
    pub title: String,
    /// The language of the title.
    pub title_locale: String,
    /// The description of the front matter, as text.
    pub description: Option<String>,
    /// What the first heading holds, as HTML; none if a heading of the first level stands in the
    /// body, behind something else.
    pub heading: Option<String>,
    /// The name of that heading, by which links lead to it.
    pub heading_id: Option<String>,
    /// The body as HTML, without that heading.
    pub body: String,
}

/// Gives the parts of a page. `labels` may say of units what stands in their places; units that
/// are still in the source language are labelled `fallback` by themselves.
pub fn content(
    assembly: &Assembly<'_>,
    assembled: &Assembled,
    labels: &[Option<Label>],
) -> Content {
    let found = match assembly.format.name {
        "markdown" | "mdx" => markdown(assembly, assembled, labels),
        "html" => own::content(assembly, assembled),
        _ => plain(assembly, assembled, labels),
    };
    Content {
        title: into_printable(found.title),
        description: found.description.map(into_printable),
        heading: found.heading.map(into_printable),
        body: into_printable(found.body),
        ..found
    }
}

/// Text without the characters that no page can hold: replacement characters stand for them.
pub fn printable(text: &str) -> Cow<'_, str> {
    let is_foreign = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            || matches!(c, '\u{FDD0}'..='\u{FDEF}')
            || u32::from(c) & 0xFFFE == 0xFFFE
    };
    // None of them has but these bytes.
    let is_plain = |byte: u8| {
        byte.is_ascii_graphic()
            || matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0x80..=0xC1 | 0xC3..=0xEE)
    };
    if text.bytes().fold(true, |all, byte| all & is_plain(byte)) || !text.contains(is_foreign) {
        return text.into();
    }
    text.replace(is_foreign, "\u{FFFD}").into()
}

/// The same of a text that is owned.
fn into_printable(text: String) -> String {
    match printable(&text) {
        Cow::Owned(other) => other,
        Cow::Borrowed(_) => text,
    }
}

fn markdown(assembly: &Assembly<'_>, assembled: &Assembled, labels: &[Option<Label>]) -> Content {
    let front = FrontMatter::find(&assembled.text).map(|(front, _)| front);
    let field = |name: &str| {
        let block = front.as_ref()?.field(&assembled.text, name)?;
        Some(block.text(&assembled.text).into_owned())
    };
    let start = FrontMatter::body(&assembled.text);
    let rendered = render::body(assembly, assembled, labels, start);
    let title_locale = title_locale(assembly);
    let heading = match (rendered.heading, field("title")) {
        (Some(heading), _) => Some(heading),
        (None, Some(title)) if !rendered.has_title => {
            let html = mark::escaped(&title, direction(&title_locale) == "rtl");
            let differs = title_locale != assembly.locale;
            Some(if differs {
                let label = Label {
                    class: "fallback",
                    locale: title_locale.clone(),
                    unit: None,
                };
                format!(
                    "{}{html}</span>",
                    label.tag(
                        assembly.locale,
                        direction(&label.locale) != direction(assembly.locale)
                    )
                )
            } else {
                html
            })
        }
        _ => None,
    };
    Content {
        title: field("title").unwrap_or(rendered.title),
        title_locale,
        description: field("description"),
        heading,
        heading_id: rendered.heading_id,
        body: rendered.html,
    }
}

/// The language of the title: the source's if no unit of it is translated.
fn title_locale(assembly: &Assembly<'_>) -> String {
    let blocks = &assembly.document.blocks;
    let is_title =
        |kind: BlockKind, name: Option<&str>| kind == BlockKind::Field && name == Some("title");
    let title = blocks
        .iter()
        .position(|block| is_title(block.kind, block.name.as_deref()))
        .or_else(|| {
            blocks
                .iter()
                .position(|block| block.kind == BlockKind::Heading)
        });
    let mut units = (0..assembly.units.len())
        .filter(|unit| Some(assembly.units[*unit].block) == title)
        .peekable();
    let untranslated = units.peek().is_some() && units.all(|unit| is_fallback(assembly, unit));
    if untranslated {
        assembly.source_locale.to_owned()
    } else {
        assembly.locale.to_owned()
    }
}

/// A plain-text article; furniture is left out.
fn plain(assembly: &Assembly<'_>, assembled: &Assembled, labels: &[Option<Label>]) -> Content {
    let mut found = Content {
        title_locale: title_locale(assembly),
        ..Content::default()
    };
    let marker = Marker::new(assembly, assembled, labels);
    for (kind, span) in text::shown(assembly, assembled) {
        let html = marker.paragraphs(assembled, span);
        if kind == BlockKind::Heading && found.title.is_empty() {
            span.of(&assembled.text).trim().clone_into(&mut found.title);
            if found.body.is_empty() {
                found.heading = Some(html.join(" "));
                continue;
            }
        }
        let (open, close) = match kind {
            BlockKind::Heading => ("<h2>".to_owned(), "</h2>"),
            BlockKind::Byline | BlockKind::Dateline | BlockKind::Attribution => {
                (format!("<p class=\"{}\">", kind.name()), "</p>")
            }
            _ => ("<p>".to_owned(), "</p>"),
        };
        for paragraph in html {
            found.body.extend([open.as_str(), &paragraph, close, "\n"]);
        }
    }
    found
}

/// Escapes a text for the value of an attribute.
fn attribute(text: &str) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = escape_html(&mut out, text);
    out
}

fn escape(text: &str) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = escape_html_body_text(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_page_can_hold_is_replaced_and_nothing_else() {
        for c in '\0'..=char::MAX {
            let foreign = (c.is_control() && !"\n\r\t".contains(c))
                || ('\u{FDD0}'..='\u{FDEF}').contains(&c)
                || u32::from(c) % 0x1_0000 >= 0xFFFE;
            let text = format!("ä{c}");
            let replaced = if foreign { "ä\u{FFFD}" } else { &text };
            assert_eq!(printable(&text), replaced, "{c:?}");
        }
    }
}
