//! What in a text any program that reads Markdown could take for more than text: code, tags,
//! addresses in pointed brackets, and what stands in braces.

use crate::document::{SCHEMES, Token, TokenKind, inline_tokens, is_allowed, jsx_tag_length};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// The longest tag or group that is looked for; what is longer is text.
const LONGEST: usize = 4000;

/// A part of a text that is more than text.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// Code, with its marks.
    Code,
    /// Marks of code without a partner.
    Stray,
    /// A tag or a comment.
    Tag(Token),
    /// An address in pointed brackets.
    Autolink,
    /// What stands in braces, with them.
    Group,
}

/// Finds the parts of a text, in their order.
pub(super) fn scan(text: &str) -> Vec<(Part, Span)> {
    let mut found = Vec::new();
    let code = Backticks::of(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let (part, length) = match bytes[at] {
            b'\\' => {
                // What is escaped begins nothing.
                at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                continue;
            }
            b'`' => {
                let (length, end) = code.end(at);
                match end {
                    Some(end) => (Part::Code, end - at),
                    None => (Part::Stray, length),
                }
            }
            b'<' if text[..at].trim_end().ends_with("](") => {
                // The target of a link, not a tag.
                at += within(rest, ">").unwrap_or(0) + 1;
                continue;
            }
            b'<' | b'{' => {
                let group = || Some((Part::Group, group(rest)?));
                let part = if bytes[at] == b'<' {
                    component(rest).or_else(|| angle(rest))
                } else {
                    group()
                };
                let Some(part) = part else {
                    at += 1;
                    continue;
                };
                part
            }
            _ => {
                at += 1;
                at += bytes[at..]
                    .iter()
                    .take_while(|byte| !b"\\`<{".contains(byte))
                    .count();
                continue;
            }
        };
        found.push((part, Span::new(at, at + length)));
        at += length;
    }
    found
}

/// The runs of backticks of a text, by their length.
struct Backticks(FxHashMap<usize, Vec<usize>>, FxHashMap<usize, usize>);

impl Backticks {
    fn of(text: &str) -> Self {
        let (mut places, mut lengths) = (FxHashMap::default(), FxHashMap::default());
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'`', &text.as_bytes()[at..]) {
            let start = at + found;
            let rest = &text[start..];
            let length = rest.len() - rest.trim_start_matches('`').len();
            places.entry(length).or_insert_with(Vec::new).push(start);
            lengths.insert(start, length);
            at = start + length;
        }
        Self(places, lengths)
    }

    /// The length of the run at a place, and where the code that it opens ends.
    fn end(&self, at: usize) -> (usize, Option<usize>) {
        // An escaped backtick has shortened its run.
        let Some(length) = self.1.get(&at).copied() else {
            return (1, None);
        };
        let places = self.0.get(&length).map_or(&[][..], Vec::as_slice);
        let next = places.partition_point(|place| *place <= at);
        (length, places.get(next).map(|place| place + length))
    }
}

/// A tag of a component with an expression in it, which stays as it is written.
fn component(rest: &str) -> Option<(Part, usize)> {
    let most = within(rest, ">")?;
    if !rest[..most].contains('{') {
        return None;
    }
    jsx_tag_length(rest)
        .filter(|length| *length <= LONGEST)
        .map(|length| (Part::Group, length))
}

/// What begins with a pointed bracket: a tag, a comment, an address.
fn angle(rest: &str) -> Option<(Part, usize)> {
    if let Some(length) = autolink(rest) {
        return Some((Part::Autolink, length));
    }
    let length = match rest.strip_prefix("<!--") {
        Some(comment) => within(comment, "-->")? + 7,
        None => tag_length(rest)?,
    };
    let raw = &rest[..length];
    let mut tokens = inline_tokens(raw);
    let token = tokens.pop()?;
    let is_one = tokens.is_empty() && token.span == Span::new(0, length);
    (is_one && !matches!(token.kind, TokenKind::Text)).then_some((Part::Tag(token), length))
}

/// The length of an address in pointed brackets that leads to a harmless place.
fn autolink(rest: &str) -> Option<usize> {
    let end = within(&rest[1..], ">")?;
    let address = &rest[1..=end];
    // The mark behind a per cent sign could end a call of a template.
    let is_bare = !address.ends_with('%')
        && !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '<');
    let has_scheme = address.starts_with(|c: char| c.is_ascii_alphabetic())
        && address.contains(':')
        && is_allowed(address, SCHEMES);
    let is_mail = address.contains('@') && !address.contains([':', '/', '=']);
    (is_bare && (has_scheme || is_mail)).then_some(end + 2)
}

/// The length of a tag: up to a `>` that stands in no quotes.
fn tag_length(rest: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, c) in rest.char_indices().skip(1).take(LONGEST) {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return Some(at + 1),
            (None, '<') => return None,
            (None, '"' | '\'') if after_equals => quote = Some(c),
            _ => {}
        }
        after_equals = c == '=' || (after_equals && c.is_ascii_whitespace());
    }
    None
}

/// The length of what stands in braces, inner braces with it.
fn group(rest: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in rest.char_indices().take(LONGEST) {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Where `end` begins, within a stretch that is looked through at most.
fn within(text: &str, end: &str) -> Option<usize> {
    let mut most = text.len().min(LONGEST);
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    text[..most].find(end)
}
