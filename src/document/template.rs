//! Calls of template engines within an article: they are carried through.

use crate::text::Span;

/// Marks around a call: Hugo, Zola, Jekyll, Jinja, Twig, Liquid, Handlebars; ERB, EJS.
const MARKS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("<%", "%>")];

/// A name of a parameter that stands for all.
pub(super) const ALL_PARAMETERS: &str = "*";

/// What a text can have at all, as far as single signs of it tell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    /// Calls.
    pub(super) calls: bool,
    /// Formulas.
    pub(super) formulas: bool,
}

impl Marks {
    /// Looks through all of a text once.
    pub(super) fn of(text: &str) -> Self {
        let has = |one: u8, other: u8| memchr::memchr2(one, other, text.as_bytes()).is_some();
        Self {
            calls: has(b'{', b'<'),
            formulas: has(b'$', b'\\'),
        }
    }
}

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

/// The mark that ends the call which a text begins with.
pub(super) fn call_end(text: &str) -> Option<&'static str> {
    let found = MARKS.iter().find(|(open, _)| text.starts_with(open))?;
    Some(found.1)
}

/// The longest call that is looked for.
const LONGEST: usize = 8000;

/// The length of the call that a text begins with.
pub(crate) fn call_length(text: &str) -> Option<usize> {
    let close = call_end(text)?;
    let mut most = text.len().min(LONGEST);
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    let end = text[2..most].find(close)?;
    Some(2 + end + close.len())
}

/// The parameters of a call that are texts by their names, `name` or `call.name`; a parameter without
/// a name has its number, from 0. Gives the place of each between its quotes, and the quotes.
pub(super) fn parameters(call: &str, names: &[String]) -> Vec<(Span, char)> {
    let mut found = Vec::new();
    let head = call.trim_start_matches(|c: char| !is_name(c));
    let owner = &head[..head.find(|c: char| !is_name(c)).unwrap_or(head.len())];
    let escapes = escapes(call);
    let mut position = 0;
    let mut at = 0;
    while let Some(open) = call[at..].find(['"', '\'', '`']) {
        let open = at + open;
        let quote = char::from(call.as_bytes()[open]);
        let Some(length) = text_length(&call[open + 1..], quote, escapes) else {
            break;
        };
        let span = Span::new(open + 1, open + 1 + length);
        at = span.end + 1;
        let before = call[..open].trim_end();
        let named = before
            .strip_suffix("=>")
            .or_else(|| before.strip_suffix(['=', ':']))
            .map(str::trim_end);
        let name = if let Some(named) = named {
            last_name(named.trim_end_matches(['"', '\'']))
        } else {
            position += 1;
            (position - 1).to_string()
        };
        let is_wanted = |wanted: &String| match wanted.rsplit_once('.') {
            Some((call, own)) => call == owner && own == name,
            None => named.is_some() && (*wanted == name || wanted == ALL_PARAMETERS),
        };
        if names.iter().any(is_wanted) && !span.is_empty() {
            found.push((span, quote));
        }
    }
    found
}

/// Names of parameters that hold texts in whatever call.
const TEXTS: [&str; 7] = [
    "title",
    "alt",
    "caption",
    "label",
    "text",
    "description",
    "summary",
];

/// A call without the texts of its parameters, which a translation of the sentence that it stands in may
/// change. None for what is no call, or has a text that could be more than a text.
pub(crate) fn call_frame(call: &str) -> Option<String> {
    if call_length(call) != Some(call.len()) {
        return None;
    }
    let texts = parameters(call, &TEXTS.map(str::to_owned));
    let mut frame = String::new();
    let mut at = 0;
    for (span, _) in texts {
        if span
            .of(call)
            .contains(['{', '}', '<', '>', '%', '\\', '`', '\n'])
        {
            return None;
        }
        frame.push_str(&call[at..span.start]);
        at = span.end;
    }
    frame.push_str(&call[at..]);
    Some(frame)
}

/// Whether a character can be part of a name.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// The name that a text ends with.
pub(super) fn last_name(text: &str) -> String {
    let name = text.rsplit(|c| !is_name(c)).next();
    name.unwrap_or_default().to_owned()
}

/// Whether a backslash escapes a quotation mark in a call: in those of Hugo and of ERB.
pub(super) fn escapes(call: &str) -> bool {
    ["{{<", "{{%", "<%"]
        .iter()
        .any(|open| call.starts_with(open))
}

/// The length of a quoted text, up to its closing quotation mark.
fn text_length(text: &str, quote: char, escapes: bool) -> Option<usize> {
    let mut after_backslash = false;
    for (at, c) in text.char_indices() {
        if c == quote && !(after_backslash && escapes && quote != '`') {
            return Some(at);
        }
        after_backslash = c == '\\' && !after_backslash;
    }
    None
}

/// The places of formulas within `span`: `$…$`, `$$…$$`, `\(…\)`. Amounts of money are none: a
/// formula has no white space inside its marks, and no digit stands behind it.
pub(crate) fn formulas(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let raw = span.of(text);
    let mut at = 0;
    while let Some(start) = memchr::memchr2(b'$', b'\\', &raw.as_bytes()[at..]) {
        let start = at + start;
        let rest = &raw[start..];
        let marks = [("$$", "$$"), ("\\(", "\\)"), ("$", "$")];
        let open = marks.iter().find(|(open, _)| rest.starts_with(open));
        at = start + 1;
        let Some((open, close)) = open else {
            // An escaped dollar is one.
            at += usize::from(rest.starts_with("\\$"));
            continue;
        };
        let inner = &rest[open.len()..];
        let Some(end) = inner.find(close).filter(|end| *end > 0) else {
            at = start + open.len();
            continue;
        };
        let (content, after) = (&inner[..end], &inner[end + close.len()..]);
        let tight =
            !content.starts_with(char::is_whitespace) && !content.ends_with(char::is_whitespace);
        if *open == "$" && (!tight || after.starts_with(|c: char| c.is_ascii_digit())) {
            continue;
        }
        at = start + open.len() + end + close.len();
        found.push(Span::new(start, at).shifted(span.start));
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
