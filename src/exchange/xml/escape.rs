//! References and characters of XML.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;

/// Resolves the references of a text whose references are known to be good, and makes line ends line feeds.
pub(super) fn decode(raw: &str) -> Cow<'_, str> {
    if !raw.contains(['&', '\r']) {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\r']) {
        text.push_str(&rest[..at]);
        if let Some(after) = rest[at..].strip_prefix('\r') {
            text.push('\n');
            rest = after.strip_prefix('\n').unwrap_or(after);
            continue;
        }
        let end = rest[at..].find(';').map_or(rest.len(), |end| at + end);
        let name = &rest[at + 1..end];
        match resolve(name) {
            Some(Resolved::Character(c)) => text.push(c),
            Some(Resolved::Text(known)) => text.push_str(known),
            None => text.push_str(&rest[at..(end + 1).min(rest.len())]),
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    text.push_str(rest);
    Cow::Owned(text)
}

enum Resolved {
    Character(char),
    Text(&'static str),
}

/// What a reference stands for: a character by its number, or one of the five names of XML.
fn resolve(name: &str) -> Option<Resolved> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_predefined_entity(name).map(Resolved::Text);
    };
    let code = match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
        .filter(|c| is_encodable(*c))
        .map(Resolved::Character)
}

/// Returns the first reference of a raw text that stands for nothing, as `&name;` or `&`.
pub(super) fn bad_reference(raw: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'&', &raw.as_bytes()[from..]) {
        let start = from + at;
        let end = memchr::memchr(b';', &raw.as_bytes()[start..]);
        let reference = end.map(|end| &raw[start..=start + end]);
        match reference {
            Some(reference) if resolve(&reference[1..reference.len() - 1]).is_some() => {
                from = start + reference.len();
            }
            Some(reference) if reference.len() < 40 => return Some((start, reference)),
            _ => return Some((start, "&")),
        }
    }
    None
}

/// Whether XML 1.0 can hold a character.
pub(crate) fn is_encodable(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Writes a text so that it can stand between tags. A carriage return becomes a reference, since line ends
/// are made line feeds by whoever reads it.
pub(crate) fn encode_text(text: &str, out: &mut String) {
    encode(text, false, out);
}

/// Writes a text so that it can stand between double quotes.
pub(crate) fn encode_attribute(text: &str, out: &mut String) {
    encode(text, true, out);
}

/// Writes ` name="value"`.
pub(crate) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    encode_attribute(value, out);
    out.push('"');
}

fn encode(text: &str, is_attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if is_attribute => out.push_str("&quot;"),
            '\t' if is_attribute => out.push_str("&#9;"),
            '\n' if is_attribute => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c if is_encodable(c) => out.push(c),
            _ => out.push('\u{FFFD}'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{bad_reference, decode, encode_text};

    #[test]
    fn references_are_resolved_and_written_again() {
        assert_eq!(decode("a &lt;&#98;&#x63;&gt; &amp;\r\nd"), "a <bc> &\nd");
        let mut out = String::new();
        encode_text("a <b> & \r", &mut out);
        assert_eq!(decode(&out), "a <b> & \r");
    }

    #[test]
    fn references_to_nothing_are_found() {
        for bad in ["a & b", "&lol;", "&#0;", "&#xD800;", "&amp", "&#x;"] {
            assert!(bad_reference(bad).is_some(), "{bad}");
        }
        assert_eq!(bad_reference("&amp;&#65;"), None);
    }
}
