//! Cuts a catalog into entries. An entry begins at a line's first column and goes on as long as
//! lines are indented, blank before an indented one, or inside an open placeable; its value is
//! then read by `fluent-syntax`, so one fault costs one entry, and one in an attribute only that.

use fluent_syntax::{ast, parser};
use memchr::{memchr, memchr_iter, memchr3};

use super::{Catalog, Entry, Id, Kind, Value};
use crate::text::{Diagnostic, Parsed, Severity, Span};

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
        while end < self.lines.len()
            && !self.is_blank(end)
            && !self.starts_entry(end)
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
        if entry.is_none() {
            let mut braces = Braces::default();
            braces.read(self.between(at, last));
            let mut further = last;
            while braces.depth > 0 && further < self.lines.len() && further - at < 200 {
                braces.read("\n");
                braces.read(self.line(further));
                further += 1;
            }
            if further > last {
                entry = self.entry(at, further);
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
        let kind = if offset == 0
            && memchr3(b'{', b'}', b'\n', right.as_bytes()).is_none()
            && !right.trim_matches(' ').is_empty()
        {
            Kind::Message(Some(Value::of(right.trim_matches(' '))))
        } else {
            match read_kind(text)? {
                (kind, None) => kind,
                (_, Some(lines)) => {
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
        };
        Some((entry, to))
    }

    fn push_junk(&mut self, from: usize, to: usize) {
        let span = Span::new(self.lines[from].start, self.lines[to - 1].end);
        let line = self.line(from).trim_start();
        let length = line
            .bytes()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'))
            .count();
        let indent = self.line(from).len() - line.len();
        let id = line[..length].to_owned();
        let begins = line[length..].trim_start().starts_with('=');
        let id_span = Span::new(span.start + indent, span.start + indent + length);
        self.diagnostics
            .push(explain(span, line, &id, begins, indent));
        self.entries.push(Entry {
            kind: Kind::Junk,
            span,
            comment: Span::new(span.start, span.start),
            id: if begins || Id::parse(&id).is_some() {
                id
            } else {
                String::new()
            },
            id_span,
            value_span: Span::new(span.end, span.end),
        });
    }
}

/// Whether a line is one that a version control merge puts between two versions.
fn is_marker(line: &str) -> bool {
    let markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    markers.iter().any(|marker| line.starts_with(marker))
}

fn explain(span: Span, line: &str, id: &str, begins: bool, indent: usize) -> Diagnostic {
    if is_marker(line) {
        return Diagnostic::new(
            "conflict-marker",
            Severity::Error,
            span,
            "a conflict marker of a version control merge is left in the file",
        )
        .hint("keep the text you want and delete the marker lines");
    }
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let (message, hint) = if begins && value.is_empty() {
        (
            format!("`{id} =` has no value"),
            "type the translation after the `=`, or comment the line out with `# `",
        )
    } else if begins && indent > 0 {
        (
            format!("`{id}` is indented, so it is no message"),
            "delete the blanks at the start of the line",
        )
    } else if begins && line.split('=').next().unwrap_or_default().contains('\t') {
        (
            format!("a tab stands before the `=` of `{id}`"),
            "put a blank in its place",
        )
    } else if begins {
        (
            format!("the value of `{id}` is not valid Fluent"),
            "write a brace of the text as { \"{\" } or { \"}\" }, and close every { with }",
        )
    } else if line.starts_with('.') {
        (
            "a line that begins with a full stop is an attribute, and this one has no value"
                .to_owned(),
            "write the full stop of a text as { \".\" }",
        )
    } else if Id::parse(id).is_some() {
        (
            format!("`{id}` has no `=` behind it, so it is no message"),
            "an entry reads `id = text`",
        )
    } else if !id.is_empty() && indent == 0 {
        (
            "this line is neither a comment nor a message".to_owned(),
            "an entry reads `id = text`; indent the further lines of a text by a blank",
        )
    } else {
        (
            "this line belongs to no message".to_owned(),
            "indent the further lines of a text by a blank (no tab), or begin a comment with `# `",
        )
    };
    Diagnostic::new("syntax", Severity::Error, span, message).hint(hint)
}

/// Counts the braces of a text that comes piece by piece, and the parentheses of calls within them;
/// quoted ones do not count.
#[derive(Default)]
struct Braces {
    /// The depth now.
    depth: usize,
    /// Parentheses that are open in a placeable.
    calls: usize,
    /// The greatest depth of both together.
    most: usize,
    quoted: bool,
    escaped: bool,
}

impl Braces {
    fn read(&mut self, text: &str) {
        let mut bytes = text.as_bytes().iter();
        loop {
            // Outside of braces nothing else counts.
            if self.depth == 0 {
                let far = memchr(b'{', bytes.as_slice());
                bytes = bytes.as_slice()[far.unwrap_or(bytes.len())..].iter();
            }
            let Some(&c) = bytes.next() else { return };
            if self.quoted {
                match c {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' | b'\n' => self.quoted = false,
                    _ => {}
                }
                continue;
            }
            match c {
                b'{' => self.depth += 1,
                b'}' => self.depth = self.depth.saturating_sub(1),
                b'(' if self.depth > 0 => self.calls += 1,
                b')' => self.calls = self.calls.saturating_sub(1),
                b'"' if self.depth > 0 => self.quoted = true,
                _ => {}
            }
            if self.depth == 0 {
                self.calls = 0;
            }
            self.most = self.most.max(self.depth + self.calls);
        }
    }
}

/// What `fluent-syntax` makes of the lines of one entry; and how many lines it takes, if there is
/// junk behind it, as an attribute without a value.
fn read_kind(text: &str) -> Option<(Kind, Option<usize>)> {
    let mut braces = Braces::default();
    braces.read(text);
    if braces.most > MAX_DEPTH {
        return None;
    }
    let unix;
    let text = if text.contains('\r') {
        unix = text.replace("\r\n", "\n");
        unix.as_str()
    } else {
        text
    };
    let resource = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    let mut body = resource.body.into_iter();
    let kind = match body.next()? {
        ast::Entry::Message(message) => {
            Kind::Message(message.value.as_ref().map(Value::from_pattern))
        }
        ast::Entry::Term(term) => Kind::Term(Value::from_pattern(&term.value)),
        _ => return None,
    };
    match body.next() {
        None => Some((kind, None)),
        Some(ast::Entry::Junk { content }) => {
            let end = content.as_ptr().addr() - text.as_ptr().addr();
            let lines = text[..end].matches('\n').count();
            (lines > 0).then_some((kind, Some(lines)))
        }
        Some(_) => None,
    }
}
