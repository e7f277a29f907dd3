//! Character references: what they read as, and where.

use super::token::{Kind, inline_tokens};
use crate::document::Piece;
use crate::text::Span;
use html5gum::{Token as Found, Tokenizer};
use std::borrow::Cow;

/// Length of the character reference that `text` begins with, and what it reads as; `None` if it
/// begins with none. A name without its semicolon may read as a character and what follows it.
pub(crate) fn reference(text: &str) -> Option<(usize, String)> {
    let rest = text.strip_prefix('&')?;
    let number = usize::from(rest.starts_with('#'));
    let name = rest[number..].bytes().take_while(u8::is_ascii_alphanumeric);
    let mut length = 1 + number + name.count();
    if text[length..].starts_with(';') {
        length += 1;
    }
    let raw = &text[..length];
    if raw.len() < 3 {
        return None;
    }
    let mut read = String::new();
    for token in Tokenizer::new(raw).flatten() {
        if let Found::String(string) = token {
            read.push_str(&String::from_utf8_lossy(&string));
        }
    }
    (read != raw).then_some((length, read))
}

/// A text of an article with its character references as the signs that they show: letters, blanks,
/// dashes, quotation marks, and `&` where it would not begin another reference. What would be markup, or
/// is not seen, stays as it is written.
pub fn read_references(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for (at, _) in text.match_indices('&') {
        let Some((length, read)) = reference(&text[at..]).filter(|_| at >= done) else {
            continue;
        };
        let after: String = text[at + length..].chars().take(40).collect();
        let is_shown = |c: char| match c {
            '&' => reference(&format!("&{after}")).is_none(),
            '\'' | '"' => true,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}' => false,
            c => c.is_alphanumeric() || !c.is_ascii() && !c.is_control(),
        };
        if read.chars().all(is_shown) {
            out.push_str(&text[done..at]);
            out.push_str(&read);
            done = at + length;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Pieces of an attribute's value, all references decoded; `None` if they do not read as `value`.
pub(super) fn attribute_pieces(text: &str, span: Span, value: &str) -> Option<Vec<Piece>> {
    let pieces = plain_pieces(text, span);
    let read: String = pieces.iter().map(|piece| piece.text(text)).collect();
    let agree = read == value || fold(&read) == fold(value);
    agree.then_some(pieces)
}

/// Pieces of a text that holds no markup, all references decoded.
pub(in crate::document) fn plain_pieces(text: &str, span: Span) -> Vec<Piece> {
    let mut pieces = Vec::new();
    cut(text, span, &mut pieces, &|_, read| Some(read));
    pieces
}

/// Adds the pieces of running text. What would be markup if it were decoded stays as it is
/// written: `&lt;`, and `&amp;` before what would make it a reference.
pub(super) fn text_pieces(text: &str, span: Span, pieces: &mut Vec<Piece>) {
    cut(text, span, pieces, &|after, read| {
        let marks = read.contains('<')
            || read.contains(['\n', '\r'])
            || (read.ends_with('&') && reference(&format!("&{after}")).is_some());
        (!marks).then_some(read)
    });
}

/// Cuts a text at references and at white space that is not a single blank.
fn cut(
    text: &str,
    span: Span,
    pieces: &mut Vec<Piece>,
    keep: &dyn Fn(&str, String) -> Option<String>,
) {
    let (mut run, mut at) = (span.start, span.start);
    while at < span.end {
        let rest = &text[at..span.end];
        let (length, reads) = match rest.as_bytes()[0] {
            b'&' => match reference(rest) {
                Some((length, read)) => {
                    let after: String = rest[length..].chars().take(40).collect();
                    (length, keep(&after, read).map(Cow::Owned))
                }
                None => (1, None),
            },
            byte if byte.is_ascii_whitespace() => {
                let blank = |c: char| c.is_ascii_whitespace();
                let length = rest.len() - rest.trim_start_matches(blank).len();
                let single = length == 1 && byte == b' ';
                (length, (!single).then_some(Cow::Borrowed(" ")))
            }
            _ => {
                let next = rest.find(|c: char| c == '&' || c.is_ascii_whitespace());
                (next.unwrap_or(rest.len()), None)
            }
        };
        if let Some(reads) = reads {
            push(Span::new(run, at), None, pieces);
            push(Span::new(at, at + length), Some(reads), pieces);
            run = at + length;
        }
        at += length;
    }
    push(Span::new(run, span.end), None, pieces);
}

/// Adds a piece; what directly follows a piece that is cut nowhere and reads as a blank, and reads
/// as one itself, is joined with it.
pub(super) fn push(span: Span, reads: Option<Cow<'static, str>>, pieces: &mut Vec<Piece>) {
    if span.is_empty() {
        return;
    }
    if let Some(last) = pieces.last_mut().filter(|last| last.span.end == span.start)
        && reads.is_none()
        && last.is_verbatim()
    {
        last.span.end = span.end;
        return;
    }
    pieces.push(Piece { span, reads });
}

/// Running text as a value writes it: `<` that is no markup, and `&` that is no reference.
pub(crate) fn escape_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' if reference(&text[at..]).is_none() => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// An attribute's value as it is written between `quote`s.
pub(crate) fn escape_attribute(text: &str, quote: char) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' if quote == '"' => out.push_str("&quot;"),
            '\'' if quote == '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Markup read as plain text: without tags, references decoded, `br` as a line feed.
pub(crate) fn plain(markup: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for token in inline_tokens(markup) {
        at = token.span.end;
        match token.kind {
            Kind::Text => {
                let mut pieces = Vec::new();
                cut(markup, token.span, &mut pieces, &|_, read| Some(read));
                out.extend(pieces.iter().map(|piece| piece.text(markup)));
            }
            Kind::Start(name, _) if name == "br" => out.push('\n'),
            _ => {}
        }
    }
    out.push_str(markup.get(at..).unwrap_or_default());
    out
}

/// A text without markup, its character references decoded, its white space as it is.
pub(crate) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in text.match_indices('&') {
        if let Some((length, read)) = reference(&text[at..]).filter(|_| at >= done) {
            out.push_str(&text[done..at]);
            out.push_str(&read);
            done = at + length;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// White space as one blank, the way it is shown.
fn fold(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
