//! Calls of template engines within an article: they are carried through.

use crate::text::Span;

/// Marks around a call: Hugo, Zola, Jekyll, Jinja, Twig, Liquid, Handlebars; ERB, EJS.
const MARKS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("<%", "%>")];

/// The places of calls within `span`.
pub(super) fn templates(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let raw = span.of(text);
    if memchr::memchr2(b'{', b'<', raw.as_bytes()).is_none() {
        return found;
    }
    for (open, close) in MARKS {
        let mut at = 0;
        while let Some(start) = raw[at..].find(open) {
            let start = at + start;
            let Some(end) = raw[start..].find(close) else {
                break;
            };
            at = start + end + close.len();
            found.push(Span::new(start, at).shifted(span.start));
        }
    }
    found
}

/// Whether a text holds only calls, white space aside.
pub(super) fn is_template(text: &str) -> bool {
    let text = text.trim();
    if !MARKS.iter().any(|(open, _)| text.starts_with(open)) {
        return false;
    }
    let mut at = 0;
    let mut found = templates(text, Span::new(0, text.len()));
    found.sort();
    for call in &found {
        if call.start >= at && !text[at..call.start].trim().is_empty() {
            return false;
        }
        at = at.max(call.end);
    }
    !found.is_empty() && text[at..].trim().is_empty()
}
