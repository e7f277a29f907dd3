//! Escapes that a character of several bytes cuts short, as in `{ "\u00é0" }`: the parser names the
//! fault by the one byte behind the digits, which is no character, and must not see it.

use fluent_syntax::{ast, parser};
use std::borrow::Cow;

use crate::text::Span;

/// A text of the same length in which such characters are question marks, so that the escapes are
/// syntax errors and nothing more. What the parser takes for text has no escapes, and stays.
pub(super) fn without_broken_escapes(text: &str) -> Cow<'_, str> {
    let mut cuts = cuts(text);
    if cuts.is_empty() {
        return Cow::Borrowed(text);
    }
    let marked = with_question_marks(text, &cuts);
    let Err((resource, _)) = parser::parse(marked.as_str()) else {
        return Cow::Borrowed(text);
    };
    let junk = resource.body.iter().filter_map(|entry| match entry {
        ast::Entry::Junk { content } => {
            let start = content.as_ptr().addr() - marked.as_ptr().addr();
            Some(Span::new(start, start + content.len()))
        }
        _ => None,
    });
    let junk: Vec<Span> = junk.collect();
    cuts.retain(|cut| junk.iter().any(|junk| junk.contains(cut.start)));
    Cow::Owned(with_question_marks(text, &cuts))
}

/// The characters of several bytes that stand where a digit of `\uXXXX` or `\UXXXXXX` should.
fn cuts(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('\\') {
        let length = match text.as_bytes().get(at + 1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => continue,
        };
        let rest = &text.as_bytes()[at + 2..];
        let is_digit = |byte: &&u8| byte.is_ascii_hexdigit();
        let digits = rest.iter().take(length).take_while(is_digit).count();
        let start = at + 2 + digits;
        let next = text[start..].chars().next().filter(|c| !c.is_ascii());
        if let Some(c) = next.filter(|_| digits < length) {
            found.push(Span::new(start, start + c.len_utf8()));
        }
    }
    found
}

fn with_question_marks(text: &str, places: &[Span]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for place in places {
        out.push_str(&text[at..place.start]);
        out.extend(std::iter::repeat_n('?', place.len()));
        at = place.end;
    }
    out + &text[at..]
}
