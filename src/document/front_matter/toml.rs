//! Texts in TOML. `toml_edit` says where a text stands and what it reads as; it is used only if its
//! pieces read the same.

use super::{Scalar, push};
use crate::document::{Context, Piece};
use crate::text::{Edit, Span};
use toml_edit::{Document, Item, TableLike, Value};

/// The delimiters of a text, longest first.
const DELIMITERS: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

/// The texts of a table, or what is wrong with it.
pub(super) fn scalars(text: &str, inner: Span) -> Result<Vec<Scalar>, String> {
    let raw = inner.of(text);
    let document = Document::parse(raw).map_err(|error| error.message().to_owned())?;
    let mut found = Vec::new();
    table(text, inner, "", document.as_table(), &mut found);
    found.sort_by_key(|scalar| scalar.pieces.first().map(|piece| piece.span));
    Ok(found)
}

// `toml_edit` refuses what is nested too deeply for this.
fn table(text: &str, inner: Span, path: &str, table: &dyn TableLike, found: &mut Vec<Scalar>) {
    for (key, item) in table.iter() {
        let path = if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        };
        match item {
            Item::Value(value) => self::value(text, inner, &path, value, found),
            Item::Table(inside) => self::table(text, inner, &path, inside, found),
            Item::ArrayOfTables(tables) => {
                for inside in tables {
                    self::table(text, inner, &path, inside, found);
                }
            }
            Item::None => {}
        }
    }
}

fn value(text: &str, inner: Span, path: &str, value: &Value, found: &mut Vec<Scalar>) {
    match value {
        Value::String(string) => {
            let Some(span) = value.span() else {
                return;
            };
            let span = Span::new(span.start, span.end).shifted(inner.start);
            let Some((delimiter, pieces)) = pieces(text, span) else {
                return;
            };
            let read: String = pieces.iter().map(|piece| piece.text(text)).collect();
            if read == string.value().trim_end_matches('\n') && !read.is_empty() {
                found.push(Scalar {
                    path: path.to_owned(),
                    pieces,
                    context: Context::Toml(delimiter),
                });
            }
        }
        Value::Array(items) => {
            for item in items {
                self::value(text, inner, path, item, found);
            }
        }
        Value::InlineTable(inside) => table(text, inner, path, inside, found),
        _ => {}
    }
}

/// The delimiter of a text, and the pieces within.
fn pieces(text: &str, span: Span) -> Option<(&'static str, Vec<Piece>)> {
    let raw = span.of(text);
    let delimiter = DELIMITERS
        .into_iter()
        .find(|mark| raw.starts_with(mark) && raw.ends_with(mark) && raw.len() >= 2 * mark.len())?;
    let (mut at, mut end) = (span.start + delimiter.len(), span.end - delimiter.len());
    if delimiter.len() == 3 {
        at += crate::document::outline::line_ending(text, at);
        end = at + text[at..end.max(at)].trim_end_matches(['\r', '\n']).len();
    }
    let mut pieces = Vec::new();
    let mut run = at;
    while at < end {
        let rest = &text[at..end];
        let (length, reads) = if rest.starts_with("\r\n") {
            (2, "\n".to_owned())
        } else if rest.starts_with('\\') && delimiter.starts_with('"') {
            escape(rest)?
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        push(Span::new(run, at), None, &mut pieces);
        push(Span::new(at, at + length), Some(reads), &mut pieces);
        at += length;
        run = at;
    }
    push(Span::new(run, end), None, &mut pieces);
    Some((delimiter, pieces))
}

/// The length of an escape and what it reads as; one before a line's end reads as nothing.
fn escape(rest: &str) -> Option<(usize, String)> {
    let blank = rest[1..].len() - rest[1..].trim_start().len();
    if blank > 0 {
        return Some((1 + blank, String::new()));
    }
    let c = rest.chars().nth(1)?;
    let digits = match c {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    let length = 1 + c.len_utf8() + digits;
    let raw = format!("k = \"{}\"", rest.get(..length)?);
    let read = Document::parse(raw.as_str()).ok()?;
    Some((length, read.get("k")?.as_str()?.to_owned()))
}

/// The edit that writes a text in place of the one at `span`, whose delimiters stand around it; where
/// they cannot hold it, with others.
pub(crate) fn write(article: &str, span: Span, delimiter: &str, value: &str, eol: &str) -> Edit {
    let long = delimiter.len() == 3;
    let odd = |c: char| c.is_control() && !(long && c == '\n');
    if delimiter.starts_with('\'') {
        let fits = !value.contains(odd)
            && if long {
                !value.contains("'''") && !value.ends_with('\'')
            } else {
                !value.contains('\'')
            };
        if fits {
            return Edit::replace(span, value.replace('\n', eol));
        }
        let start = article[..span.start].rfind(delimiter).unwrap_or(span.start);
        let end = article[span.end..].find(delimiter);
        let end = end.map_or(span.end, |at| span.end + at + delimiter.len());
        return Edit::replace(
            Span::new(start, end),
            format!("\"{}\"", escaped(value, None)),
        );
    }
    Edit::replace(span, escaped(value, long.then_some(eol)))
}

/// The inside of a basic string; line feeds are line ends of the article where it may have any.
fn escaped(value: &str, eol: Option<&str>) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match (c, eol) {
            ('\n', Some(eol)) => out.push_str(eol),
            ('"' | '\\', _) => out.extend(['\\', c]),
            ('\n', None) => out.push_str("\\n"),
            ('\t', _) => out.push_str("\\t"),
            (c, _) if c.is_control() => {
                // Writing into a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            (c, _) => out.push(c),
        }
    }
    out
}
