//! Lines that are no Fluent: what is wrong with them, and what would make messages of them.

use super::braces::Braces;
use super::{Catalog, Entry, Id, Kind};
use crate::text::{Diagnostic, Edit, Severity, Span};

/// A slip of typing that made junk of a message or of a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Lines that go on the value of the entry before them, but are not indented.
    Unindented,
    /// A message that is indented.
    Indented,
    /// A tab before the `=`.
    Tab,
    /// A colon in the place of the `=`.
    Colon,
    /// Nothing in the place of the `=`.
    NoEquals,
    /// A stub whose `#` has no blank behind it.
    Hash,
}

/// The first line of junk, taken apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Junk<'a> {
    text: &'a str,
    /// How many bytes stand before what may be an id.
    pub(super) indent: usize,
    /// What may be an id; empty if the line begins with none.
    pub(super) id: &'a str,
    /// The line behind it.
    rest: &'a str,
}

impl<'a> Junk<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let line = text.lines().next().unwrap_or_default();
        let mut head = line.trim_start();
        let stub = head.strip_prefix('#').map(str::trim_start).filter(|stub| {
            let id = &stub[..name_length(stub)];
            Id::parse(id).is_some() && stub[id.len()..].trim_start().starts_with('=')
        });
        head = stub.unwrap_or(head);
        let length = name_length(head);
        Self {
            text,
            indent: line.len() - head.len(),
            id: &head[..length],
            rest: &head[length..],
        }
    }

    /// The id of the message that the lines seem to be; empty if they seem to be none.
    pub(super) fn entry_id(&self) -> &'a str {
        if self.has_equals() || Id::parse(self.id).is_some() {
            self.id
        } else {
            ""
        }
    }

    fn has_equals(&self) -> bool {
        self.rest.trim_start().starts_with('=')
    }

    fn value(&self) -> &str {
        self.rest
            .split_once('=')
            .map_or("", |(_, value)| value.trim())
    }

    fn is_stub(&self) -> bool {
        self.text.trim_start().starts_with('#') && !self.id.is_empty()
    }

    /// The slip that made junk of the lines, where `before` is the entry on the line before them.
    fn slip(&self, before: Option<&Entry>) -> Option<Slip> {
        let is_id = Id::parse(self.id).is_some();
        let gap = &self.rest[..self.rest.len() - self.rest.trim_start().len()];
        if is_marker(self.text) {
            None
        } else if self.is_stub() {
            Some(Slip::Hash)
        } else if self.has_equals() && self.indent > 0 && !self.value().is_empty() {
            Some(Slip::Indented)
        } else if self.has_equals() {
            (gap.contains('\t') && !self.value().is_empty()).then_some(Slip::Tab)
        } else if is_id && self.indent == 0 && self.rest.trim_start().starts_with(':') {
            Some(Slip::Colon)
        } else if is_id && self.indent == 0 && !gap.is_empty() {
            Some(Slip::NoEquals)
        } else {
            let goes_on = self.entry_id().is_empty() && self.text.lines().all(is_prose);
            let has_value = before.is_some_and(|entry| entry.value().is_some());
            (goes_on && has_value).then_some(Slip::Unindented)
        }
    }

    /// The finding about the lines, which lie at `span`.
    pub(super) fn explain(&self, span: Span, before: Option<&Entry>) -> Diagnostic {
        if is_marker(self.text) {
            let message = "a conflict marker of a version control merge is left in the file";
            return Diagnostic::new("conflict-marker", Severity::Error, span, message)
                .hint("keep the text you want and delete the marker lines");
        }
        let id = self.id;
        let (message, hint) = match self.slip(before) {
            Some(slip) => slip.explain(before.map_or(id, |before| match slip {
                Slip::Unindented => before.id.as_str(),
                _ => id,
            })),
            None if self.has_equals() && self.value().is_empty() => (
                format!("`{id} =` has no value"),
                "type the translation after the `=`, or comment the line out with `# `",
            ),
            None if self.has_equals() => self.explain_value(),
            None if self.text.trim_start().starts_with('.') => (
                "a line that begins with a full stop is an attribute, and this one has no value"
                    .to_owned(),
                "write the full stop of a text as { \".\" }",
            ),
            None if !id.is_empty() && self.indent == 0 => (
                "this line is neither a comment nor a message".to_owned(),
                "an entry reads `id = text`; indent the further lines of a text by a blank",
            ),
            None => (
                "this line belongs to no message".to_owned(),
                "indent the further lines of a text by a blank (no tab), or begin a comment with `# `",
            ),
        };
        Diagnostic::new("syntax", Severity::Error, span, message).hint(hint)
    }

    /// What is wrong with a value.
    fn explain_value(&self) -> (String, &'static str) {
        let mut braces = Braces::default();
        braces.read(self.text);
        let id = self.id;
        if braces.depth > 0 {
            let message = format!("a `{{` in the value of `{id}` is not closed");
            (
                message,
                "close it with `}`; a brace of the text itself is { \"{\" }",
            )
        } else {
            let message = format!("the value of `{id}` is not valid Fluent");
            let hint =
                "write a brace of the text as { \"{\" } or { \"}\" }, and close every { with }";
            (message, hint)
        }
    }
}

impl Slip {
    fn explain(self, id: &str) -> (String, &'static str) {
        match self {
            Self::Unindented => (
                format!("this line goes on the text of `{id}`, but is not indented"),
                "put a blank before it",
            ),
            Self::Indented => (
                format!("`{id}` is indented, so it is no message"),
                "delete the blanks at the start of the line",
            ),
            Self::Tab => (
                format!("a tab stands before the `=` of `{id}`"),
                "put a blank in its place",
            ),
            Self::Colon => (
                format!("`{id}` has a colon in the place of its `=`"),
                "an entry reads `id = text`",
            ),
            Self::NoEquals => (
                format!("`{id}` has no `=` behind it, so it is no message"),
                "an entry reads `id = text`",
            ),
            Self::Hash => (
                format!(
                    "`#{id}` is neither a stub nor a message: a blank is missing behind the `#`"
                ),
                "delete the `#`, or put a blank behind it if nothing is typed yet",
            ),
        }
    }
}

impl Catalog {
    /// What keeps a text that is typed behind a stub from being the value of a message.
    pub fn typed_fault(id: &Id, typed: &str) -> Option<Diagnostic> {
        if !typed.contains(['{', '}']) {
            return None;
        }
        let parsed = Self::parse(&format!("{id} = {typed}"));
        parsed.diagnostics.into_iter().next()
    }

    /// The texts typed behind stubs that are no valid values.
    pub fn typed_faults(&self) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        let comments = self
            .entries
            .iter()
            .filter(|entry| entry.kind == Kind::Comment(1));
        for entry in comments {
            let text = entry.span.of(&self.text);
            let mut start = entry.span.start;
            for line in text.split_inclusive('\n') {
                let stub = line
                    .strip_prefix("# ")
                    .and_then(|stub| stub.split_once('='));
                if let Some((id, typed)) = stub
                    && let Some(id) = Id::parse(id.trim())
                    && let Some(fault) = Self::typed_fault(&id, typed.trim())
                {
                    let span = Span::new(start, start + line.trim_end().len());
                    faults.push(Diagnostic { span, ..fault });
                }
                start += line.len();
            }
        }
        faults
    }

    /// The entry that junk goes on, if its lines only lack their indentation.
    pub fn continued(&self, junk: usize) -> Option<usize> {
        (self.slip(junk)? == Slip::Unindented).then(|| junk - 1)
    }

    /// The slip that made junk of an entry.
    pub fn slip(&self, junk: usize) -> Option<Slip> {
        let entry = self
            .entries
            .get(junk)
            .filter(|entry| entry.kind == Kind::Junk)?;
        let before = junk.checked_sub(1).map(|before| &self.entries[before]);
        let adjoins = |before: &&Entry| {
            let between = &self.text[before.span.end..entry.span.start];
            between.matches('\n').count() == 1
        };
        Junk::of(entry.span.of(&self.text)).slip(before.filter(adjoins))
    }

    /// The edit that makes what it was to be of junk, where a slip is all that is wrong with it.
    pub fn repair(&self, junk: usize) -> Option<Edit> {
        let slip = self.slip(junk)?;
        let entry = &self.entries[junk];
        let text = entry.span.of(&self.text);
        let id = entry.id_span;
        let behind = &self.text[id.end..entry.span.end];
        let gap = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        Some(match slip {
            Slip::Unindented => {
                let indented = text.replace('\n', "\n    ");
                Edit::replace(entry.span, format!("    {indented}"))
            }
            Slip::Tab => Edit::replace(Span::new(id.end, id.end + gap), " "),
            Slip::Colon => {
                let value = behind[gap + 1..].trim_start_matches([' ', '\t']);
                let value = Span::new(id.end, entry.span.end - value.len());
                Edit::replace(value, " = ")
            }
            Slip::NoEquals => Edit::replace(Span::new(id.end, id.end + gap), " = "),
            Slip::Hash
                if behind
                    .trim_start()
                    .trim_start_matches('=')
                    .trim()
                    .is_empty() =>
            {
                Edit::insert(id.start, " ")
            }
            Slip::Hash | Slip::Indented => Edit::replace(Span::new(entry.span.start, id.start), ""),
        })
    }
}

/// How long the name is that a text begins with.
fn name_length(text: &str) -> usize {
    let is_part = |c: &u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
    text.bytes().take_while(|c| is_part(c)).count()
}

/// Whether a line begins an entry, or seems to: `name =`, or an id that satz makes.
pub(super) fn begins_entry(line: &str) -> bool {
    let bare = line.strip_prefix('-').unwrap_or(line);
    let (name, rest) = bare.split_at(name_length(bare));
    bare.starts_with(|c: char| c.is_ascii_alphabetic())
        && (rest.trim_start().starts_with('=') || Id::parse(name).is_some())
        || line.starts_with('#') && !Junk::of(line).id.is_empty()
}

/// Whether a line can be text that goes on: no note of satz without its `#`, nothing that an
/// indented line would be read as.
pub(super) fn is_prose(line: &str) -> bool {
    let label = line
        .split_once(": ")
        .map_or(line, |(label, _)| label)
        .trim_end();
    let is_label = label != line && (!label.contains(' ') || label == "merged into");
    let is_note = is_label || matches!(line.trim(), "missing" | "missing in:");
    !is_note && !line.starts_with([' ', '\t', '.', '[', '*', '{', '}', '#'])
}

/// Whether a line is one that a version control merge puts between two versions.
pub(super) fn is_marker(line: &str) -> bool {
    let markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    markers.iter().any(|marker| line.starts_with(marker))
}
