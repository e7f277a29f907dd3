//! Cuts a catalog into entries. An entry begins at a line's first column and goes on as long as
//! lines are indented, blank before an indented one, or inside an open placeable; its value is
//! then read by `fluent-syntax`, so one fault costs one entry, and one in an attribute only that.

use fluent_syntax::{ast, parser};
use memchr::{memchr_iter, memchr3};

use super::braces::Braces;
use super::junk::{Junk, begins_entry, is_marker, is_prose};
use super::piece::Piece;
use super::{Attribute, Catalog, Entry, Kind, Value};
use crate::text::{Diagnostic, Parsed, Span};

/// Deeper nesting is refused before a recursive parser sees it.
const MAX_DEPTH: usize = 50;

pub(super) fn parse(text: &str) -> Parsed<Catalog> {
    let mut reader = Reader {
        text,
        lines: lines(text),
        entries: Vec::new(),
        diagnostics: Vec::new(),
    };
    reader.read();
    Parsed {
        value: Catalog {
            text: text.to_owned(),
            entries: reader.entries,
        },
        diagnostics: reader.diagnostics,
    }
}

/// The lines without their ends, a byte-order mark left out.
fn lines(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    for end in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        if start < text.len() {
            let bare = text[start..end].strip_suffix('\r').map_or(end, |_| end - 1);
            out.push(Span::new(start, bare));
        }
        start = end + 1;
    }
    out
}

struct Reader<'a> {
    text: &'a str,
    lines: Vec<Span>,
    entries: Vec<Entry>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |span| span.of(self.text))
    }

    fn is_blank(&self, at: usize) -> bool {
        self.line(at).trim_matches(' ').is_empty()
    }

    fn starts_entry(&self, at: usize) -> bool {
        let line = self.line(at).as_bytes();
        line.first()
            .is_some_and(|c| c.is_ascii_alphabetic() || *c == b'-')
    }

    fn comment_level(&self, at: usize) -> usize {
        let line = self.line(at);
        let level = line.len() - line.trim_start_matches('#').len();
        let rest = &line[level..];
        if (1..=3).contains(&level) && (rest.is_empty() || rest.starts_with(' ')) {
            level
        } else {
            0
        }
    }

    fn read(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            if self.is_blank(at) {
                at += 1;
                continue;
            }
            let level = self.comment_level(at);
            if level > 0 {
                let mut end = at + 1;
                while end < self.lines.len() && self.comment_level(end) == level {
                    end += 1;
                }
                let attaches = level == 1 && end < self.lines.len() && self.starts_entry(end);
                if !(attaches && self.read_message(end, at, &mut end)) {
                    self.push_comment(level, at, end);
                }
                at = end;
            } else {
                let mut end = at;
                if !(self.starts_entry(at) && self.read_message(at, at, &mut end)) {
                    end = self.junk_end(at);
                    self.push_junk(at, end);
                }
                at = end;
            }
        }
    }

    fn push_comment(&mut self, level: usize, from: usize, to: usize) {
        let span = Span::new(self.lines[from].start, self.lines[to - 1].end);
        self.entries.push(Entry {
            kind: Kind::Comment(level),
            span,
            comment: span,
            id: String::new(),
            id_span: Span::new(span.end, span.end),
            value_span: Span::new(span.end, span.end),
            attributes: Vec::new(),
        });
    }

    /// The line after the last one that belongs to the entry at `at` by its indentation.
    fn entry_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        let mut next = end;
        while next < self.lines.len() {
            if self.is_blank(next) {
                next += 1;
            } else if matches!(
                self.line(next).as_bytes().first(),
                Some(b' ' | b'{' | b'}' | b'.')
            ) {
                next += 1;
                end = next;
            } else {
                break;
            }
        }
        end
    }

    fn junk_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        let goes_on = |line: &str| is_prose(line) && !begins_entry(line);
        while end < self.lines.len()
            && !self.is_blank(end)
            && (!self.starts_entry(end) || goes_on(self.line(at)) && goes_on(self.line(end)))
            && !begins_entry(self.line(end))
            && !is_marker(self.line(end))
            && self.comment_level(end) == 0
        {
            end += 1;
        }
        end
    }

    /// Reads the message or term at line `at`, its comment beginning at line `comment`.
    fn read_message(&mut self, at: usize, comment: usize, end: &mut usize) -> bool {
        let last = self.entry_end(at);
        let mut entry = self.entry(at, last);
        if entry.as_ref().is_none_or(|(_, end)| *end < last) {
            let mut braces = Braces::default();
            braces.read(self.between(at, last));
            let mut further = last;
            while further < self.lines.len() && further - at < 200 {
                let end = if braces.depth > 0 {
                    further + 1
                } else {
                    self.entry_end(further - 1)
                };
                if end == further {
                    break;
                }
                for line in further..end {
                    braces.read("\n");
                    braces.read(self.line(line));
                }
                further = end;
            }
            if further > last {
                let longer = self.entry(at, further);
                let end = entry.as_ref().map_or(at, |(_, end)| *end);
                entry = longer.filter(|(_, further)| *further > end).or(entry);
            }
        }
        let Some((mut entry, last)) = entry else {
            return false;
        };
        if comment < at {
            entry.comment = Span::new(self.lines[comment].start, self.lines[at - 1].end);
            entry.span.start = entry.comment.start;
        }
        self.entries.push(entry);
        *end = last;
        true
    }

    fn between(&self, from: usize, to: usize) -> &str {
        Span::new(self.lines[from].start, self.lines[to - 1].end).of(self.text)
    }

    /// The entry in a range of lines, and the line after its last one.
    fn entry(&self, from: usize, to: usize) -> Option<(Entry, usize)> {
        let span = Span::new(self.lines[from].start, self.lines[to - 1].end);
        let text = span.of(self.text);
        let offset = usize::from(text.starts_with('-'));
        let length = text[offset..]
            .bytes()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'))
            .count();
        let id_span = Span::new(span.start + offset, span.start + offset + length);
        let rest = &text[offset + length..];
        let right = rest.trim_start_matches(' ').strip_prefix('=')?;
        let start = span.end - right.trim_start_matches(' ').len();
        let (kind, attributes) = if offset == 0
            && memchr3(b'{', b'}', b'\n', right.as_bytes()).is_none()
            && !right.trim_matches(' ').is_empty()
        {
            let value = Value::of(right.trim_matches(' '));
            (Kind::Message(Some(value)), Vec::new())
        } else {
            let (kind, attributes, lines) = read_content(text, span.start)?;
            match lines {
                None => (kind, attributes),
                Some(lines) => {
                    let blank = (from + 1..from + lines).rev();
                    let blank = blank.take_while(|at| self.is_blank(*at)).count();
                    return self.entry(from, from + lines - blank);
                }
            }
        };
        let entry = Entry {
            kind,
            span,
            comment: Span::new(span.start, span.start),
            id: id_span.of(self.text).to_owned(),
            id_span,
            value_span: Span::new(start, span.end),
            attributes,
        };
        Some((entry, to))
    }

    fn push_junk(&mut self, from: usize, to: usize) {
        let span = Span::new(self.lines[from].start, self.lines[to - 1].end);
        let junk = Junk::of(span.of(self.text));
        let id_start = span.start + junk.indent;
        let before = self.entries.last().filter(|entry| {
            let between = &self.text[entry.span.end..span.start];
            between.matches('\n').count() == 1
        });
        self.diagnostics.push(junk.explain(span, before));
        self.entries.push(Entry {
            kind: Kind::Junk,
            span,
            comment: Span::new(span.start, span.start),
            id: junk.entry_id().to_owned(),
            id_span: Span::new(id_start, id_start + junk.id.len()),
            value_span: Span::new(span.end, span.end),
            attributes: Vec::new(),
        });
    }
}

/// What `fluent-syntax` makes of the lines of one entry that begin at an offset of the catalog: its
/// kind and its attributes; and how many lines it takes, if there is junk behind it, as an attribute
/// without a value.
fn read_content(text: &str, offset: usize) -> Option<(Kind, Vec<Attribute>, Option<usize>)> {
    let mut braces = Braces::default();
    braces.read(text);
    if braces.most > MAX_DEPTH {
        return None;
    }
    let parsed = parser::parse(Piece::of_entry(text, offset));
    let mut body = parsed
        .unwrap_or_else(|(resource, _)| resource)
        .body
        .into_iter();
    let (kind, attributes) = match body.next()? {
        ast::Entry::Message(message) => (
            Kind::Message(message.value.map(Value::of_tree)),
            message.attributes,
        ),
        ast::Entry::Term(term) => (Kind::Term(Value::of_tree(term.value)), term.attributes),
        _ => return None,
    };
    let attributes = attributes.into_iter().map(|attribute| Attribute {
        name: attribute.id.name.as_ref().to_owned(),
        span: attribute.id.name.span(),
        value: Value::of_tree(attribute.value),
    });
    let lines = match body.next() {
        None => None,
        Some(ast::Entry::Junk { content }) => match content.lines_before() {
            0 => return None,
            lines => Some(lines),
        },
        Some(_) => return None,
    };
    Some((kind, attributes.collect(), lines))
}
