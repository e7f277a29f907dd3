//! Values written into HTML. Of the markup in a translation only what the block's German has too
//! is kept: a translation can reword the text of a link, but never add an element.

use super::Place;
use super::german::German;
use super::tag::Fate;
use crate::document::{Block, BlockKind, TokenKind, escape_attribute, escape_text, inline_tokens};

/// Running text; also says how many paragraphs it adds to those of the page.
pub(super) fn text(
    value: &str,
    block: &Block,
    paragraph: Option<&str>,
    line_break: &str,
    place: &Place<'_>,
) -> (String, usize) {
    let kept = escaped(value, place.german);
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
pub(super) fn title(value: &str, german: &German<'_>) -> String {
    without_calls(&value.replace('&', "&amp;").replace('<', "&lt;"), german)
}

/// The value of an attribute; where it stands without quotes, with quotes.
pub(super) fn attribute(value: &str, quote: Option<char>, german: &German<'_>) -> String {
    let escaped = |quote| without_calls(&escape_attribute(value, quote), german);
    match quote {
        Some(quote) => escaped(quote),
        None => format!("\"{}\"", escaped('"')),
    }
}

/// A text with references for braces, but in groups that the German has, too, and for what could end a
/// call: programs that make the page could take what stands in them for one.
fn without_calls(text: &str, german: &German<'_>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = german.group_at(rest);
        let reference = if rest.starts_with('{') {
            "&#123;"
        } else {
            "&#125;"
        };
        out.push_str(known.unwrap_or(reference));
        rest = &rest[known.map_or(1, str::len)..];
    }
    out.push_str(rest);
    out.replace("%>", "%&gt;")
}

/// A value with the markup that is kept, all else escaped.
fn escaped(value: &str, german: &German<'_>) -> String {
    if !value.contains(['<', '&', '{', '}']) && !value.contains("%>") {
        return value.to_owned();
    }
    let tokens = inline_tokens(value).into_iter();
    let tokens = tokens.filter(|token| !matches!(token.kind, TokenKind::Text));
    let tokens: Vec<_> = tokens
        .map(|token| {
            let raw = token.span.of(value).to_owned();
            (token, raw)
        })
        .collect();
    let mut out = String::with_capacity(value.len() + 16);
    let mut at = 0;
    for ((token, raw), fate) in tokens.iter().zip(german.tags.fates(&tokens, false)) {
        let text = &value[at..token.span.start.max(at)];
        out.push_str(&without_calls(&escape_text(text), german));
        at = token.span.end;
        match fate {
            Fate::Markup(markup) => out.push_str(&markup),
            Fate::Text => out.push_str(&without_calls(&escape_text(raw), german)),
            // Two blanks around it would be one too many.
            Fate::Nothing if out.is_empty() || out.ends_with([' ', '\n']) => {
                at += usize::from(value[at..].starts_with(' '));
            }
            Fate::Nothing => {}
        }
    }
    // What a broken tag at the end has swallowed.
    out.push_str(&without_calls(&escape_text(&value[at..]), german));
    out
}
