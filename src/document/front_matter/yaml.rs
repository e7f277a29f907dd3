//! Texts in YAML. `serde_yaml` says what a field reads as, the events of `saphyr-parser` where it
//! stands; a text is used only if both agree with its pieces.

use super::{Scalar, fold_break, push, readable};
use crate::document::outline::lines;
use crate::document::{Context, Piece};
use crate::text::Span;
use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_yaml::Value;
use std::borrow::Cow;

/// A mapping or list that is being read.
enum Level {
    /// A mapping, with the key whose value comes next.
    Mapping(Option<String>),
    /// A list, with the number of its next item.
    List(usize),
}

/// Reads YAML; also with tabs before its comments, which the reader does not take, though YAML does.
pub(super) fn parse(raw: &str) -> Result<(Value, Cow<'_, str>), serde_yaml::Error> {
    if let Some(start) = readable::too_deep(raw) {
        let read: Result<Value, _> = serde_yaml::from_str(start);
        if let Some(error) = read.err().filter(is_depth) {
            return Err(error);
        }
    }
    let error = match serde_yaml::from_str(raw) {
        Ok(value) => return Ok((value, raw.into())),
        Err(error) => error,
    };
    let blank = readable::without_tabs(raw);
    match serde_yaml::from_str(&blank) {
        Ok(value) => Ok((value, blank.into())),
        Err(_) => Err(error),
    }
}

/// Whether the reader refuses a text for its depth.
fn is_depth(error: &serde_yaml::Error) -> bool {
    error.to_string().contains("recursion limit exceeded")
}

/// The texts of a mapping in `inner`, which stands there for its readers as `raw`.
pub(super) fn scalars(text: &str, inner: Span, raw: &str, value: &Value) -> Vec<Scalar> {
    let blank = raw
        .contains(":\t")
        .then(|| readable::without_tabs_behind_keys(raw));
    let raw = blank.as_deref().unwrap_or(raw);
    let is_whole = Parser::new_from_str(raw).all(|event| event.is_ok());
    let joined = (!is_whole).then(|| readable::joined(raw));
    let raw = joined.as_deref().unwrap_or(raw);
    // Where line breaks were made blanks, white space is not what it was.
    let agree = |known: &str, read: &str| match joined {
        None => known == read,
        Some(_) => known.split_whitespace().eq(read.split_whitespace()),
    };
    let places: Vec<usize> = raw.char_indices().map(|(at, _)| at).collect();
    let place = |index: usize| inner.start + places.get(index).copied().unwrap_or(raw.len());
    let mut found = Vec::new();
    let mut levels: Vec<Level> = Vec::new();
    // How many of the open levels are written in brackets.
    let mut flow = 0;
    let mut flows = Vec::new();
    for event in Parser::new_from_str(raw) {
        let Ok((event, span)) = event else {
            break;
        };
        let start = place(span.start.index());
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                levels.push(match event {
                    Event::MappingStart(..) => Level::Mapping(None),
                    _ => Level::List(0),
                });
                let bracket = flow > 0 || text[start..].starts_with(['{', '[']);
                flow += usize::from(bracket);
                flows.push(bracket);
            }
            Event::MappingEnd | Event::SequenceEnd => {
                levels.pop();
                flow -= usize::from(flows.pop().unwrap_or(false));
                next(&mut levels);
            }
            Event::Alias(_) => next(&mut levels),
            Event::Scalar(read, style, ..) => {
                if let Some(Level::Mapping(key @ None)) = levels.last_mut() {
                    *key = Some(read.into_owned());
                    continue;
                }
                let end = place(span.end.index()).max(start);
                let span = Span::new(after_properties(text, start, end), end);
                let known = look_up(value, &levels).and_then(Value::as_str);
                let scalar = known.filter(|known| agree(known, &read)).and_then(|known| {
                    let (style, pieces) = read_scalar(text, inner, span, style, flow > 0)?;
                    let own: String = pieces.iter().map(|piece| piece.text(text)).collect();
                    let agrees = own == known.trim_end_matches('\n') && !own.is_empty();
                    agrees.then(|| Scalar {
                        path: path(&levels),
                        pieces,
                        context: Context::Yaml(style),
                    })
                });
                found.extend(scalar);
                next(&mut levels);
            }
            _ => {}
        }
    }
    found
}

/// Where a scalar begins after its anchor and tag.
fn after_properties(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    while text[at..end].starts_with(['&', '!']) {
        let rest = &text[at..end];
        let name = rest.find([' ', '\t', '\r', '\n']).unwrap_or(rest.len());
        at = end - rest[name..].trim_start().len();
    }
    at
}

/// Goes on to the next key or item.
fn next(levels: &mut [Level]) {
    match levels.last_mut() {
        Some(Level::Mapping(key)) => *key = None,
        Some(Level::List(item)) => *item += 1,
        None => {}
    }
}

fn look_up<'a>(value: &'a Value, levels: &[Level]) -> Option<&'a Value> {
    levels.iter().try_fold(value, |value, level| match level {
        Level::Mapping(key) => value.get(key.as_deref()?),
        Level::List(item) => value.get(item),
    })
}

fn path(levels: &[Level]) -> String {
    let names: Vec<&str> = levels
        .iter()
        .filter_map(|level| match level {
            Level::Mapping(key) => key.as_deref(),
            Level::List(_) => None,
        })
        .collect();
    names.join(".")
}

/// The style and pieces of a scalar.
fn read_scalar(
    text: &str,
    inner: Span,
    span: Span,
    style: ScalarStyle,
    flow: bool,
) -> Option<(Option<char>, Vec<Piece>)> {
    Some(match style {
        ScalarStyle::Plain => (flow.then_some(','), plain(text, span)),
        ScalarStyle::SingleQuoted => (
            Some('\''),
            quoted(text, Span::new(span.start, inner.end), '\'')?,
        ),
        ScalarStyle::DoubleQuoted => (
            Some('"'),
            quoted(text, Span::new(span.start, inner.end), '"')?,
        ),
        ScalarStyle::Literal | ScalarStyle::Folded => {
            // The place of a block scalar is that of its mark, or of its first line.
            let head = text[inner.start..span.start]
                .rfind(['\n', '\r'])
                .map_or(inner.start, |at| inner.start + at + 1);
            let mark = if style == ScalarStyle::Literal {
                '|'
            } else {
                '>'
            };
            let from = usize::from(text[span.start..].starts_with(mark));
            let below = lines(&text[..inner.end], head).skip(from);
            (Some(mark), block(text, below, mark == '|')?)
        }
    })
}

/// Writes a text as the inside of a scalar of the given style; a plain or single-quoted scalar
/// that cannot hold it is closed and written anew in double quotes by the caller's splice.
pub(crate) fn encode(value: &str, style: Option<char>, indent: &str, eol: &str) -> String {
    match style {
        Some('|' | '>') => {
            let between = if style == Some('|') { 1 } else { 2 };
            let gap = format!("{}{indent}", eol.repeat(between));
            let lines: Vec<&str> = value.split('\n').map(str::trim).collect();
            // A block of lines knows no escapes.
            lines.join(&gap).replace(is_no_character, "\u{FFFD}")
        }
        Some('\'') if holds_in_single_quotes(value) => value.replace('\'', "''"),
        Some('"') => double_quoted(value),
        None if reads_plain(value) => value.to_owned(),
        Some(',') if reads_plain(value) && reads_in_list(value) => value.to_owned(),
        _ => format!("\"{}\"", double_quoted(value)),
    }
}

/// Whether a text can stand between single quotes, which know no escapes.
pub(crate) fn holds_in_single_quotes(value: &str) -> bool {
    !value.contains(|c: char| c.is_control() || is_no_character(c))
}

/// Whether a file of YAML may not hold a character as it is, besides most control characters.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn double_quoted(value: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || is_no_character(c) || matches!(c, '\u{2028}' | '\u{2029}') => {
                // Writing into a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

fn reads_plain(value: &str) -> bool {
    !value.contains(char::is_control)
        && serde_yaml::from_str::<Value>(&format!("k: {value}"))
            .is_ok_and(|read| read.get("k").and_then(Value::as_str) == Some(value))
}

/// Whether a value reads as itself within brackets.
fn reads_in_list(value: &str) -> bool {
    serde_yaml::from_str::<Value>(&format!("[{value}]")).is_ok_and(|read| {
        read.as_sequence().is_some_and(|items| items.len() == 1)
            && read.get(0).and_then(Value::as_str) == Some(value)
    })
}

/// The pieces of a plain scalar.
fn plain(text: &str, span: Span) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let end = span.start + span.of(text).trim_end().len();
    let (mut run, mut at) = (span.start, span.start);
    while at < end {
        match fold_break(&text[at..end]) {
            (length, Some(reads)) => {
                push(Span::new(run, at), None, &mut pieces);
                push(Span::new(at, at + length), Some(reads), &mut pieces);
                at += length;
                run = at;
            }
            (0, None) => at += text[at..].chars().next().map_or(1, char::len_utf8),
            (length, None) => at += length,
        }
    }
    push(Span::new(run, end), None, &mut pieces);
    pieces
}

/// The pieces between the quotes of a scalar that begins at the start of `scalar`.
fn quoted(text: &str, scalar: Span, quote: char) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = scalar.start + 1;
    let mut run = at;
    loop {
        let rest = &text[at..scalar.end];
        let c = rest.chars().next()?;
        let (length, reads) = match c {
            '\'' if quote == '\'' && rest.starts_with("''") => (2, "'".to_owned()),
            '\\' if quote == '"' => escape(rest)?,
            c if c == quote => break,
            c => match fold_break(rest) {
                (length, Some(reads)) => (length, reads),
                (length, None) => {
                    at += length.max(c.len_utf8());
                    continue;
                }
            },
        };
        push(Span::new(run, at), None, &mut pieces);
        push(Span::new(at, at + length), Some(reads), &mut pieces);
        at += length;
        run = at;
    }
    push(Span::new(run, at), None, &mut pieces);
    Some(pieces)
}

/// The length of an escape in a double-quoted scalar and what it reads as.
fn escape(rest: &str) -> Option<(usize, String)> {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
    if rest[1..].starts_with(['\r', '\n']) {
        // A line end that reads as nothing.
        return Some((
            rest.len() - rest[1..].trim_start_matches(blank).len(),
            String::new(),
        ));
    }
    let c = rest.chars().nth(1)?;
    let digits = match c {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    let length = 1 + c.len_utf8() + digits;
    let read = serde_yaml::from_str::<String>(&format!("\"{}\"", rest.get(..length)?)).ok()?;
    Some((length, read))
}

/// The pieces of a block scalar: its lines at one indentation.
fn block(text: &str, below: impl Iterator<Item = Span>, literal: bool) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut blank = 0;
    let mut indent = None;
    for line in below {
        let raw = line.of(text);
        let body = raw.trim_start_matches(' ');
        if body.trim().is_empty() {
            blank += 1;
            continue;
        }
        let depth = raw.len() - body.len();
        let first = *indent.get_or_insert(depth);
        if depth < first || depth == 0 {
            break;
        }
        if depth > first && !literal {
            return None;
        }
        let start = line.start + first;
        if let Some(last) = pieces.last() {
            let reads = match (literal, blank) {
                (false, 0) => " ".to_owned(),
                (false, _) => "\n".repeat(blank),
                (true, _) => "\n".repeat(blank + 1),
            };
            let gap = Span::new(last.span.end, start);
            push(gap, Some(reads), &mut pieces);
        }
        blank = 0;
        let end = line.start + raw.trim_end().len();
        push(Span::new(start, end), None, &mut pieces);
    }
    Some(pieces)
}
