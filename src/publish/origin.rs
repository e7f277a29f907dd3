//! What pages say of text that a machine made and nobody has reviewed: to readers a line in the page's
//! language, to programs the kind of source as the IPTC and schema.org name it.

use serde_json::json;

use super::Edition;
use super::words::Words;
use crate::config::MachineLabel;
use crate::document::FrontMatter;
use crate::language::direction;
use crate::text::{Edit, apply};

/// What a page says to readers of its text that a machine made and nobody has reviewed.
pub(super) fn machine_notice(words: &Words, edition: &Edition<'_>) -> Option<String> {
    let text = edition.machine_text()?;
    let is_shown = edition.policy.label >= MachineLabel::Notice;
    is_shown.then(|| words.share("machine", text.count, text.total))
}

/// The address of the kind of source that a page has, for programs: of the IPTC's vocabulary.
pub(super) fn source_type(edition: &Edition<'_>) -> Option<String> {
    let kind = edition.machine_text()?.source_type();
    Some(format!(
        "http://cv.iptc.org/newscodes/digitalsourcetype/{kind}"
    ))
}

/// The same in the vocabulary of schema.org.
pub(super) fn schema_source_type(edition: &Edition<'_>) -> Option<String> {
    let kind = edition.machine_text()?.source_type();
    let (first, rest) = kind.split_at(1);
    let first = first.to_ascii_uppercase();
    Some(format!("https://schema.org/{first}{rest}DigitalSource"))
}

/// Markdown whose front matter, if it has one, says the kind of source to the program that makes a page
/// of it.
pub(super) fn with_source_type(text: String, kind: &str) -> String {
    FrontMatter::with_field(&text, "digital_source_type", kind).unwrap_or(text)
}

/// An article with text that a machine made, as JSON-LD.
pub(super) fn article_data(edition: &Edition<'_>, title: &str) -> Option<String> {
    let kind = schema_source_type(edition)?;
    Some(in_element(&json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "inLanguage": edition.locale,
        "digitalSourceType": kind,
    })))
}

/// JSON in which nothing can end the element that it stands in.
pub(super) fn in_element(data: &serde_json::Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

/// An article's own page with what is to be said of text that a machine made: in its head, and first in
/// its body.
pub(super) fn with_origin(
    edition: &Edition<'_>,
    title: &str,
    words: &Words,
    page: String,
) -> String {
    let Some(kind) = source_type(edition) else {
        return page;
    };
    let lower = page.to_ascii_lowercase();
    let mut edits = Vec::new();
    if let Some(head) = lower.find("</head>") {
        let script = article_data(edition, title).unwrap_or_default();
        let text = format!(
            "<meta name=\"digital-source-type\" content=\"{kind}\">\n<script type=\"application/ld+json\">{script}</script>\n"
        );
        edits.push(Edit::insert(head, text));
    }
    let body = lower
        .find("<body")
        .and_then(|body| Some(body + lower[body..].find('>')? + 1));
    if let (Some(body), Some(notice)) = (body, machine_notice(words, edition)) {
        let (lang, dir) = (&words.locale, direction(&words.locale));
        let text = format!(
            "\n<p class=\"machine-notice\" lang=\"{lang}\" dir=\"{dir}\">{}</p>",
            printable_text(&notice)
        );
        edits.push(Edit::insert(body, text));
    }
    apply(&page, &edits)
}

/// A text as it stands in HTML.
fn printable_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
