//! The addresses that an article names: of links, pictures, sounds.

use super::html::{TokenKind, page_tokens};
use super::{ActiveKind, Document, Format};

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
