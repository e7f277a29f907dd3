//! Texts in attributes, and where a page says which language it is in.

use super::element::is_known;
use super::reference::attribute_pieces;
use super::token::{Attribute, Kind, Token, tokens};
use crate::document::template::ALL_PARAMETERS;
use crate::document::{Block, BlockKind, Context};
use crate::text::Span;

/// Attributes that are shown or read out, wherever they stand.
const TEXTS: [&str; 8] = [
    "alt",
    "title",
    "aria-label",
    "aria-description",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "placeholder",
];

/// What `meta` elements say that readers see: in search results and shared links.
const METAS: [&str; 8] = [
    "description",
    "title",
    "og:title",
    "og:description",
    "og:image:alt",
    "twitter:title",
    "twitter:description",
    "twitter:image:alt",
];

/// The blocks of a start tag's attributes, in the order of the article. Of a component, `parameters`
/// are texts as well.
pub(super) fn blocks(text: &str, token: &Token, parameters: &[String]) -> Vec<Block> {
    let Kind::Start(name, attributes) = &token.kind else {
        return Vec::new();
    };
    if name == "meta" {
        return meta(text, token).into_iter().collect();
    }
    attributes
        .iter()
        .filter(|attribute| is_text(name, attribute, token, parameters))
        .filter_map(|attribute| {
            let kind = if attribute.name == "alt" {
                BlockKind::Alt
            } else {
                BlockKind::Title
            };
            block(text, attribute, kind, &attribute.name)
        })
        .collect()
}

/// Whether an attribute of an element is a text that is shown or read out. `parameters` are those of
/// components: `name`, or `component.name`.
pub(crate) fn is_text(
    element: &str,
    attribute: &Attribute,
    token: &Token,
    parameters: &[String],
) -> bool {
    let name = attribute.name.as_str();
    let is_button = || {
        let kind = token
            .attribute("type")
            .map(|found| found.value.to_ascii_lowercase());
        matches!(kind.as_deref(), Some("submit" | "button" | "reset"))
    };
    is_component_text(element, name, parameters)
        || (element == "input" && name == "value" && is_button())
}

/// Whether an attribute is such a text, as far as its name and that of its element tell.
pub(crate) fn is_component_text(element: &str, name: &str, parameters: &[String]) -> bool {
    let is_parameter = |parameter: &String| match parameter.rsplit_once('.') {
        Some((owner, own)) => owner.eq_ignore_ascii_case(element) && own.eq_ignore_ascii_case(name),
        None => parameter.eq_ignore_ascii_case(name) || parameter == ALL_PARAMETERS,
    };
    TEXTS.contains(&name)
        || match (element, name) {
            ("option" | "optgroup" | "track", "label") | ("table", "summary") => true,
            _ => !is_known(element) && parameters.iter().any(is_parameter),
        }
}

fn meta(text: &str, token: &Token) -> Option<Block> {
    let key = token.attribute("name").or(token.attribute("property"))?;
    let key = key.value.to_ascii_lowercase();
    let content = token.attribute("content")?;
    METAS
        .contains(&key.as_str())
        .then(|| block(text, content, BlockKind::Field, &key))?
}

fn block(text: &str, attribute: &Attribute, kind: BlockKind, name: &str) -> Option<Block> {
    let span = attribute.span?;
    let pieces = attribute_pieces(text, span, &attribute.value)?;
    (!attribute.value.trim().is_empty()).then(|| Block {
        kind,
        span,
        name: Some(name.into()),
        reason: None,
        translate: true,
        pieces: pieces.into(),
        atoms: Box::default(),
        context: Context::Attribute(attribute.quote),
    })
}

/// The `lang` attributes of the page's `html` element, as blocks.
pub(super) fn language(text: &str) -> Vec<Block> {
    let found = tokens(text)
        .into_iter()
        .find(|token| matches!(&token.kind, Kind::Start(name, _) if name == "html"));
    let Some(token) = found else {
        return Vec::new();
    };
    let place = |name: &str| {
        let attribute = token.attribute(name)?;
        let span: Span = attribute.span?;
        let mut block = block(text, attribute, BlockKind::Field, name)?;
        block.span = span;
        Some(block)
    };
    ["lang", "xml:lang"].into_iter().filter_map(place).collect()
}
