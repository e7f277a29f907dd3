//! Nothing comes into a Markdown article by its translation that runs in a reader's browser: raw
//! HTML and attributes of headings that the article does not have, and links of schemes that are
//! not allowed, are escaped, so that they read as the text they are.

use super::link::is_allowed;
use super::{Assembled, Assembly};
use crate::document::{FrontMatter, markdown_options};
use crate::text::{Diagnostic, Edit, Severity, Span};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// An escape may show what stood in its shadow; each round escapes at least one thing.
const ROUNDS: usize = 32;

/// Elements whose content is no text: it counts as part of their tag.
const RAW_TEXT: [&str; 12] = [
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "textarea",
    "title",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
    "svg",
];

/// Escapes in the result what the article does not have; tells of each place.
pub(super) fn guard(assembly: &Assembly<'_>, assembled: &mut Assembled) -> Vec<Diagnostic> {
    if assembly.format.name != "markdown" || assembled.text == assembly.article {
        return Vec::new();
    }
    let allowed = Inventory::of(assembly.article);
    let mut escaped = 0;
    for _ in 0..ROUNDS {
        let edits = foreign(assembly, &allowed, &assembled.text);
        if edits.is_empty() {
            break;
        }
        escaped += edits.len();
        apply(assembled, &edits);
    }
    if !foreign(assembly, &allowed, &assembled.text).is_empty() {
        return vec![finding(
            assembly,
            Severity::Error,
            "has raw HTML that its source does not have, and no escape takes it away",
        )];
    }
    if escaped == 0 {
        return Vec::new();
    }
    vec![finding(
        assembly,
        Severity::Warning,
        "had raw HTML or links that its source does not have; they stand there as text",
    )]
}

fn finding(assembly: &Assembly<'_>, severity: Severity, what: &str) -> Diagnostic {
    let message = format!("The article in {} {what}.", assembly.locale);
    Diagnostic::new("foreign-markup", severity, Span::new(0, 0), message)
        .hint("Write the text without tags, and links to http, https or mailto.")
}

/// What an article has of what a translation must not add: each thing with its number.
#[derive(Default)]
struct Inventory {
    things: BTreeMap<String, usize>,
}

impl Inventory {
    fn of(article: &str) -> Self {
        let mut found = Self::default();
        each(article, |thing, _| {
            *found.things.entry(thing).or_default() += 1;
        });
        found
    }
}

/// The escapes of what is not in the inventory.
fn foreign(assembly: &Assembly<'_>, allowed: &Inventory, text: &str) -> Vec<Edit> {
    let mut left = allowed.things.clone();
    let mut edits = Vec::new();
    each(text, |thing, place| {
        if let Some(target) = thing.strip_prefix("link ")
            && is_allowed(target, assembly.schemes)
        {
            return;
        }
        match left.get_mut(&thing) {
            Some(number) if *number > 0 => *number -= 1,
            _ => edits.push(match place {
                Place::Before(at) => Edit::insert(at, "\\"),
                Place::Brace(at) => Edit::replace(Span::new(at, at + 1), "&#123;"),
            }),
        }
    });
    edits.dedup_by_key(|edit| edit.span);
    edits
}

/// Where a thing is escaped.
enum Place {
    Before(usize),
    Brace(usize),
}

/// Walks over raw HTML, link targets and attributes of headings.
fn each(text: &str, mut take: impl FnMut(String, Place)) {
    let start = FrontMatter::body(text);
    let mut block: Option<(usize, String)> = None;
    // Where the last raw-text element ends: what stands in it is part of its tag.
    let mut behind = 0;
    for (event, range) in Parser::new_ext(&text[start..], markdown_options()).into_offset_iter() {
        let range = range.start + start..range.end + start;
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some((range.start, String::new())),
            Event::Html(html) => {
                if let Some((_, raw)) = &mut block {
                    raw.push_str(&html);
                }
            }
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((at, raw)) = block.take() {
                    let at = text[at..].find('<').map_or(at, |less| at + less);
                    take(format!("html {}", raw.trim()), Place::Before(at));
                }
            }
            Event::InlineHtml(_) if range.start >= behind => {
                behind = element_end(text, &range);
                // A tag may stand on several lines in the article and on one in its translation.
                let words: Vec<&str> = text[range.start..behind].split_whitespace().collect();
                let whole = words.join(" ");
                take(format!("html {whole}"), Place::Before(range.start));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                take(format!("link {dest_url}"), Place::Before(range.start));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                take(format!("link {dest_url}"), Place::Before(range.start + 1));
            }
            Event::Start(tag @ Tag::Heading { .. }) => {
                let Tag::Heading {
                    id, classes, attrs, ..
                } = &tag
                else {
                    continue;
                };
                let plain = id.is_none() && classes.is_empty() && attrs.is_empty();
                if let Some(at) = text[range.clone()].rfind('{').filter(|_| !plain) {
                    let thing = format!("heading {id:?} {classes:?} {attrs:?}");
                    take(thing, Place::Brace(range.start + at));
                }
            }
            _ => {}
        }
    }
}

/// Where a tag within running text ends; one of an element without text, with its content.
fn element_end(text: &str, tag: &Range<usize>) -> usize {
    let name: String = text[tag.start + 1..]
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    if !RAW_TEXT.contains(&name.as_str()) {
        return tag.end;
    }
    // Lower case in ASCII keeps every offset.
    let rest = text[tag.end..].to_ascii_lowercase();
    rest.find(&format!("</{name}"))
        .map_or(tag.end, |close| tag.end + close)
}

/// Whether a tag opens or closes an element whose content is no text.
pub(super) fn is_raw_text(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).to_ascii_lowercase();
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    RAW_TEXT.contains(&&name[..end])
}

/// Makes the escapes, and moves the places of blocks and units along.
fn apply(assembled: &mut Assembled, edits: &[Edit]) {
    assembled.text = crate::text::apply(&assembled.text, edits);
    let moved = |at: usize| {
        let before = edits.iter().filter(|edit| edit.span.start < at);
        before.fold(at, |at, edit| at + edit.text.len() - edit.span.len())
    };
    let places = assembled.blocks.iter_mut().chain(&mut assembled.units);
    for span in places.flatten() {
        *span = Span::new(moved(span.start), moved(span.end));
    }
}
