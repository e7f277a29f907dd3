//! What a tag does, apart from the texts in it: what a translation may not change.

use super::reference::plain;
use super::token::{Attribute, Kind, Token, inline_tokens};
use crate::document::{SCHEMES, is_allowed};

/// Attributes that hold texts, of elements or components, or say what language a text is in: a
/// translation may change or add them.
const FREE: [&str; 19] = [
    "abbr",
    "alt",
    "aria-braillelabel",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "caption",
    "description",
    "dir",
    "hreflang",
    "label",
    "lang",
    "placeholder",
    "summary",
    "text",
    "title",
    "xml:lang",
];

/// Whether a translation may change or add an attribute.
pub(crate) fn is_free(name: &str) -> bool {
    FREE.contains(&name)
}

/// What a raw tag does; None for what is not exactly one start or end tag.
pub(crate) fn tag_identity(raw: &str) -> Option<String> {
    match inline_tokens(raw).as_slice() {
        [token] if token.span.len() == raw.len() => token_identity(token),
        _ => None,
    }
}

/// What a tag does: its name and its attributes, without those that hold texts. A link may lead to
/// another harmless place, a picture may be another one of the same site. None for what is no tag.
pub(crate) fn token_identity(token: &Token) -> Option<String> {
    match &token.kind {
        Kind::Start(name, attributes) => {
            let rigid = attributes.iter().filter(|found| !is_free(&found.name));
            let mut parts: Vec<String> = rigid.map(attribute).collect();
            parts.sort();
            parts.insert(0, format!("<{name}"));
            Some(parts.join(" "))
        }
        Kind::End(name) => Some(format!("</{name}")),
        Kind::Text | Kind::Aside => None,
    }
}

/// Whether markup has anything to read: text, or a text in a tag.
pub(crate) fn has_words(markup: &str) -> bool {
    let is_text = |found: &Attribute| {
        is_free(&found.name)
            && !matches!(
                found.name.as_str(),
                "dir" | "hreflang" | "lang" | "xml:lang"
            )
            && !found.value.trim().is_empty()
    };
    let in_tags = |token: &Token| match &token.kind {
        Kind::Start(_, attributes) => attributes.iter().any(is_text),
        _ => false,
    };
    !plain(markup).trim().is_empty() || inline_tokens(markup).iter().any(in_tags)
}

/// What an attribute does.
pub(crate) fn attribute(found: &Attribute) -> String {
    let value = found.value.as_str();
    match found.name.as_str() {
        "cite" | "href" if is_allowed(value, SCHEMES) => format!("{}=safe", found.name),
        "src" if is_local(value) => "src=local".to_owned(),
        name => format!("{name}={value:?}"),
    }
}

/// Whether an address is one of the same site: without a scheme and a host.
fn is_local(address: &str) -> bool {
    // Browsers ignore white space and control characters.
    let mut shown = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    let has_host = shown
        .by_ref()
        .take(2)
        .filter(|c| matches!(c, '/' | '\\'))
        .count()
        == 2;
    is_allowed(address, &[]) && !has_host
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_no_part_of_what_a_tag_does() {
        let same = |one: &str, other: &str| tag_identity(one) == tag_identity(other);
        assert!(same(
            "<abbr title=\"Verein\">",
            "<ABBR title='club' lang=en>"
        ));
        assert!(same(
            "<img src=a.svg alt=eins>",
            "<img alt=one src=\"b.svg\">"
        ));
        assert!(same("<a href=/eins>", "<a href=https://example.org/one>"));
        for other in [
            "<img src=https://example.org/b.svg>",
            "<img src=//example.org/b.svg>",
            "<img src=/\\example.org/b.svg>",
            "<img src=data:x>",
            "<img src=a.svg onerror=x>",
            "<img src=a.svg><b>",
            "<a href=a.svg>",
        ] {
            assert!(!same("<img src=a.svg>", other), "{other}");
        }
        assert!(!same("<a href=/eins>", "<a href=javascript:x>"));
    }
}
