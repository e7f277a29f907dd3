//! The addresses that an article names: of links, pictures, sounds; and where they lead.

use super::html::{TokenKind, page_tokens};
use super::{ActiveKind, Document, Format, FrontMatter, shown_shadow};
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

/// Attributes of HTML that hold an address.
const ATTRIBUTES: [&str; 4] = ["href", "src", "poster", "data"];

/// Every address that an article names, as it is written there.
pub(crate) fn addresses(format: &Format, text: &str, document: &Document) -> Vec<String> {
    if format.name != "html" {
        let active = document.outline.active.iter();
        let named = active.filter(|one| one.kind == ActiveKind::Address);
        return named.map(|one| one.text.clone()).collect();
    }
    let mut found = Vec::new();
    for token in page_tokens(text) {
        let TokenKind::Start(_, attributes) = token.kind else {
            continue;
        };
        for attribute in attributes {
            if ATTRIBUTES.contains(&attribute.name.as_str()) {
                found.push(attribute.value);
            } else if attribute.name == "srcset" {
                let each = attribute.value.split(',');
                found
                    .extend(each.filter_map(|one| Some(one.split_whitespace().next()?.to_owned())));
            }
        }
    }
    found
}

/// The addresses of the links of an article, each with its place.
pub(crate) fn links(format: &Format, text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    match format.name {
        "plain" => {}
        "html" => {
            for token in page_tokens(text) {
                let href = token.attribute("href");
                if let Some((href, span)) = href.and_then(|href| Some((href, href.span?))) {
                    found.push((span.start..span.end, href.value.clone()));
                }
            }
        }
        _ => {
            let start = FrontMatter::body(text);
            let (shadow, _) = shown_shadow(format, text, start);
            for (event, place) in shadow.events(start) {
                if let Event::Start(Tag::Link { dest_url, .. }) = event {
                    found.push((place, dest_url.to_string()));
                }
            }
        }
    }
    found
}

/// Whether a path is one that an article could have.
pub(crate) fn is_article_path(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, extension)| super::format_of(extension).is_some())
}

/// The path in the workspace that a relative address leads to from a file in `folder`, and what follows
/// the path in it; none for all other addresses.
pub(crate) fn resolve<'a>(folder: &str, address: &'a str) -> Option<(String, &'a str)> {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    let has_scheme = path
        .find(':')
        .is_some_and(|colon| !path[..colon].contains('/'));
    if path.is_empty() || path.starts_with('/') || has_scheme || path.contains('\\') {
        return None;
    }
    let decoded = String::from_utf8(percent_decoded(path)).ok()?;
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part if part.contains(['\\', '\0', ':']) => return None,
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| (parts.join("/"), rest))
}

/// The bytes of an address with its `%20` read.
pub(crate) fn percent_decoded(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        let digits = (*first == b'%').then(|| tail.get(..2)).flatten();
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &tail[2..];
            }
            None => out.push(*first),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_stay_below_the_articles() {
        let path = |folder, address| resolve(folder, address).map(|(path, _)| path);
        assert_eq!(path("", "a%20b.jpg").as_deref(), Some("a b.jpg"));
        assert_eq!(path("n/m", "../b.md#x").as_deref(), Some("n/b.md"));
        assert_eq!(path("n", "../../b.md"), None);
        for address in [
            "https://a.b/c.md",
            "/c.md",
            "#x",
            "mailto:a@b",
            "//a/b.md",
            "c:d.md",
        ] {
            assert_eq!(path("n", address), None, "{address}");
        }
    }
}
