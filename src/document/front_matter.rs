//! Front matter: YAML between `---` lines at the start of an article. `serde_yaml` says what a
//! field reads as; its place is found by hand and used only if both agree. TOML (`+++`) is carried
//! through.

use super::outline::{body_start, lines};
use super::{Block, BlockKind, Context, Options, Piece};
use crate::text::{Diagnostic, Severity, Span};
use serde_yaml::Value;

/// The front matter of an article.
#[derive(Debug, Clone)]
pub(crate) struct FrontMatter {
    /// From the first to after the last delimiter line, without the line's end.
    pub(crate) span: Span,
    /// The lines between the delimiters.
    lines: Vec<Span>,
    /// What they read as, if they are YAML.
    value: Option<Value>,
}

impl FrontMatter {
    /// Finds the front matter, and what is wrong with it.
    pub(crate) fn find(text: &str) -> Option<(Self, Option<Diagnostic>)> {
        let all = lines(text, body_start(text));
        let mark = all.first()?.of(text).trim_end();
        if mark != "---" && mark != "+++" {
            return None;
        }
        let end = all.iter().skip(1).position(|line| {
            let line = line.of(text).trim_end();
            line == mark || (mark == "---" && line == "...")
        })? + 1;
        let inner = Span::new(all[1].start, all[end].start);
        let mut found = Self {
            span: Span::new(all[0].start, all[end].end),
            lines: all[1..end].to_vec(),
            value: None,
        };
        if mark == "+++" {
            return Some((found, None));
        }
        match serde_yaml::from_str::<Value>(inner.of(text)) {
            Ok(value @ Value::Mapping(_)) => found.value = Some(value),
            Ok(Value::Null) if found.lines.iter().all(|line| is_aside(line.of(text))) => {
                return (!found.lines.is_empty() && !is_aside_only_blank(text, &found.lines))
                    .then_some((found, None));
            }
            Ok(_) => return None,
            Err(error) => {
                let first = found.lines.iter().find(|line| !is_aside(line.of(text)))?;
                key(first.of(text))?;
                let problem = Diagnostic::new(
                    "broken-front-matter",
                    Severity::Warning,
                    found.span,
                    format!("The front matter is no valid YAML: {error}."),
                )
                .hint("Mend it; until then it is carried through untranslated.");
                return Some((found, Some(problem)));
            }
        }
        Some((found, None))
    }

    /// Where the body of an article starts: after its front matter, or its byte-order mark.
    pub(crate) fn body(text: &str) -> usize {
        Self::find(text).map_or_else(|| body_start(text), |(front, _)| front.span.end)
    }

    /// The fields at the top level that have a plain value: name and value as text, and whether it
    /// is a number.
    pub(crate) fn scalars(&self) -> Vec<(String, String, bool)> {
        let Some(Value::Mapping(fields)) = &self.value else {
            return Vec::new();
        };
        let scalar = |(name, value): (&Value, &Value)| {
            let (text, is_number) = match value {
                Value::String(text) => (text.clone(), false),
                Value::Number(number) => (number.to_string(), true),
                Value::Bool(flag) => (flag.to_string(), false),
                _ => return None,
            };
            Some((name.as_str()?.to_owned(), text, is_number))
        };
        fields.iter().filter_map(scalar).collect()
    }

    /// The blocks of the fields that are translated, in the order of the article.
    pub(super) fn blocks(&self, text: &str, options: &Options) -> Vec<Block> {
        let mut blocks: Vec<Block> = options
            .fields
            .iter()
            .filter_map(|field| self.field(text, field))
            .collect();
        blocks.sort_by_key(|block| block.span);
        blocks.dedup_by_key(|block| block.span);
        blocks
    }

    /// The block of a field at the top level whose value is a text that can be written back.
    pub(crate) fn field(&self, text: &str, field: &str) -> Option<Block> {
        let value = self.value.as_ref()?.get(field)?.as_str()?;
        let at = self
            .lines
            .iter()
            .position(|line| key(line.of(text)) == Some(field))?;
        let line = self.lines[at];
        let raw = line.of(text);
        let start = raw.find(':')? + 1;
        let start = start + raw[start..].len() - raw[start..].trim_start().len();
        let scalar = Span::new(line.start + start, line.start + raw.trim_end().len());
        if scalar.is_empty() {
            return None;
        }
        let (style, pieces) = match raw.as_bytes()[start] {
            quote @ (b'"' | b'\'') => (
                Some(char::from(quote)),
                quoted(text, scalar, char::from(quote))?,
            ),
            mark @ (b'|' | b'>') => (
                Some(char::from(mark)),
                folded(text, &self.lines[at + 1..], mark == b'|')?,
            ),
            _ => (None, vec![verbatim(text, plain(text, scalar))]),
        };
        let read: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let end = pieces.last()?.span.end;
        (read == value.trim_end_matches('\n') && !read.trim().is_empty()).then(|| Block {
            kind: BlockKind::Field,
            span: Span::new(line.start, end),
            name: Some(field.to_owned()),
            reason: None,
            translate: true,
            pieces,
            atoms: Vec::new(),
            context: Context::Yaml(style),
        })
    }
}

/// Writes a text as the inside of a scalar of the given style; a plain or single-quoted scalar
/// that cannot hold it is closed and written anew in double quotes by the caller's splice.
pub(crate) fn encode(value: &str, style: Option<char>, indent: &str, eol: &str) -> String {
    match style {
        Some('|' | '>') => {
            let between = if style == Some('|') { 1 } else { 2 };
            let gap = format!("{}{indent}", eol.repeat(between));
            let lines: Vec<&str> = value.split('\n').map(str::trim).collect();
            lines.join(&gap)
        }
        Some('\'') if !value.contains(char::is_control) => value.replace('\'', "''"),
        Some('"') => double_quoted(value),
        None if reads_plain(value) => value.to_owned(),
        _ => format!("\"{}\"", double_quoted(value)),
    }
}

fn double_quoted(value: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}') => {
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

/// The key of a line at the top level.
fn key(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let fits = !key.is_empty()
        && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c))
        && (rest.is_empty() || rest.starts_with([' ', '\t']));
    fits.then_some(key)
}

fn is_aside(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

fn is_aside_only_blank(text: &str, lines: &[Span]) -> bool {
    lines.iter().all(|line| line.of(text).trim().is_empty())
}

fn verbatim(text: &str, span: Span) -> Piece {
    Piece {
        span,
        text: span.of(text).to_owned(),
        verbatim: true,
    }
}

/// A plain scalar up to a comment.
fn plain(text: &str, scalar: Span) -> Span {
    let raw = scalar.of(text);
    let end = raw
        .find(" #")
        .map_or(raw.len(), |at| raw[..at].trim_end().len());
    Span::new(scalar.start, scalar.start + end)
}

/// The pieces between the quotes of a scalar on one line.
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
            c => {
                at += c.len_utf8();
                continue;
            }
        };
        if run < at {
            pieces.push(verbatim(text, Span::new(run, at)));
        }
        pieces.push(Piece {
            span: Span::new(at, at + length),
            text: reads,
            verbatim: false,
        });
        at += length;
        run = at;
    }
    if run < at {
        pieces.push(verbatim(text, Span::new(run, at)));
    }
    let rest = text[at + 1..scalar.end].trim_start();
    (rest.is_empty() || rest.starts_with('#')).then_some(pieces)
}

/// The length of an escape in a double-quoted scalar and what it reads as.
fn escape(rest: &str) -> Option<(usize, String)> {
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
fn folded(text: &str, below: &[Span], literal: bool) -> Option<Vec<Piece>> {
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
        if depth == 0 {
            break;
        }
        if *indent.get_or_insert(depth) != depth {
            return None;
        }
        let start = line.start + depth;
        if let Some(last) = pieces.last() {
            let reads = match (literal, blank) {
                (false, 0) => " ".to_owned(),
                (false, _) => "\n".repeat(blank),
                (true, _) => "\n".repeat(blank + 1),
            };
            pieces.push(Piece {
                span: Span::new(last.span.end, start),
                text: reads,
                verbatim: false,
            });
        }
        blank = 0;
        pieces.push(verbatim(
            text,
            Span::new(start, line.start + raw.trim_end().len()),
        ));
    }
    Some(pieces)
}
