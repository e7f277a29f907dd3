//! Values written into HTML. Of the markup in a translation only what the block's German has too
//! is kept: a translation can reword the text of a link, but never add an element.

use super::Place;
use crate::assemble::{SCHEMES, is_allowed};
use crate::document::{
    Block, BlockKind, Token, TokenKind, escape_attribute, escape_text, inline_tokens, is_void_html,
};
use std::collections::HashMap;

/// Attributes that a translation may change or add.
const FREE: [&str; 8] = [
    "alt",
    "aria-description",
    "aria-label",
    "dir",
    "hreflang",
    "lang",
    "placeholder",
    "title",
];
/// Attributes that hold an address, which a translation may change to another harmless one.
const ADDRESSES: [&str; 3] = ["cite", "href", "src"];

/// Running text; also says how many paragraphs it adds to those of the page.
pub(super) fn text(
    value: &str,
    block: &Block,
    paragraph: Option<&str>,
    line_break: &str,
    place: &Place<'_>,
) -> (String, usize) {
    let kept = escaped(value, block, place.article);
    let lines: Vec<&str> = kept
        .split('\n')
        .map(|line| line.trim_matches([' ', '\t']))
        .collect();
    let mut out = String::new();
    let (mut added, mut blank) = (0, false);
    for line in lines {
        if line.is_empty() {
            blank = true;
            continue;
        }
        match paragraph {
            _ if out.is_empty() => {}
            _ if block.kind == BlockKind::Heading && blank => out.push(' '),
            Some(tag) if blank => {
                out.extend(["</p>", place.eol, tag]);
                added += 1;
            }
            _ => {
                out.push_str(line_break);
                if blank {
                    out.push_str(line_break);
                }
            }
        }
        blank = false;
        out.push_str(line);
    }
    (out, added)
}

/// Text of an element without markup.
pub(super) fn title(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;")
}

/// The value of an attribute; where it stands without quotes, with quotes.
pub(super) fn attribute(value: &str, quote: Option<char>) -> String {
    match quote {
        Some(quote) => escape_attribute(value, quote),
        None => format!("\"{}\"", escape_attribute(value, '"')),
    }
}

/// A value with the markup that is kept, all else escaped.
fn escaped(value: &str, block: &Block, article: &str) -> String {
    if !value.contains(['<', '&']) {
        return value.to_owned();
    }
    let german = block.text(article);
    let allowed: Vec<String> = inline_tokens(&german).iter().filter_map(key).collect();
    let tokens = inline_tokens(value);
    let kept = kept(value, &german, &tokens, &allowed);
    let mut out = String::with_capacity(value.len() + 16);
    let mut at = 0;
    for (token, keep) in tokens.iter().zip(kept) {
        out.push_str(&escape_text(&value[at..token.span.start.max(at)]));
        let raw = token.span.of(value);
        if keep {
            out.extend(raw.split('\n').flat_map(|line| [line, " "]));
            out.pop();
        } else {
            out.push_str(&escape_text(raw));
        }
        at = token.span.end;
    }
    // What a broken tag at the end has swallowed.
    out.push_str(&escape_text(&value[at..]));
    out
}

/// Per token of a value, whether it is written as markup.
fn kept(value: &str, german: &str, tokens: &[Token], allowed: &[String]) -> Vec<bool> {
    let source = inline_tokens(german);
    let known = |token: &Token| key(token).is_some_and(|key| allowed.contains(&key));
    // A tag without its partner would reach into what follows; the German's own may.
    let loose: Vec<&str> = source
        .iter()
        .zip(partners(&source, &|_| true))
        .filter(|(_, partner)| partner.is_none())
        .map(|(token, _)| token.span.of(german))
        .collect();
    let partners = partners(tokens, &known);
    let fits = |(token, partner): (&Token, &Option<usize>)| {
        let raw = token.span.of(value);
        match &token.kind {
            TokenKind::Start(name, _) => {
                known(token) && (is_void_html(name) || partner.is_some() || loose.contains(&raw))
            }
            TokenKind::End(_) => partner.is_some() || loose.contains(&raw),
            TokenKind::Aside => german.contains(raw),
            TokenKind::Text => false,
        }
    };
    tokens.iter().zip(&partners).map(fits).collect()
}

/// Pairs the start tags that count with end tags.
fn partners(tokens: &[Token], counts: &dyn Fn(&Token) -> bool) -> Vec<Option<usize>> {
    let mut partners = vec![None; tokens.len()];
    let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, token) in tokens.iter().enumerate() {
        match &token.kind {
            TokenKind::Start(name, _) if counts(token) => open.entry(name).or_default().push(at),
            TokenKind::End(name) => {
                if let Some(start) = open.get_mut(name.as_str()).and_then(Vec::pop) {
                    partners[at] = Some(start);
                    partners[start] = Some(at);
                }
            }
            _ => {}
        }
    }
    partners
}

/// What a start tag does, without what a translation may change in it; `None` for other tokens.
fn key(token: &Token) -> Option<String> {
    let TokenKind::Start(name, attributes) = &token.kind else {
        return None;
    };
    let mut parts: Vec<String> = attributes
        .iter()
        .filter(|attribute| !FREE.contains(&attribute.name.as_str()))
        .map(|attribute| {
            let address = ADDRESSES.contains(&attribute.name.as_str());
            if address && is_allowed(&attribute.value, SCHEMES) {
                format!("{}=safe", attribute.name)
            } else {
                format!("{}={:?}", attribute.name, attribute.value)
            }
        })
        .collect();
    parts.sort();
    parts.insert(0, name.clone());
    Some(parts.join(" "))
}
