//! The comment attached to a message: the tool's lines renewed, everybody else's kept.

use std::collections::BTreeSet;

use super::Target;
use crate::catalog::{Id, Note, Notes, unflat};

/// What tells the tool's lines of a comment from a person's.
pub(super) struct Tool<'a> {
    label: &'a str,
    /// What the author says to the translator, or said before; any other `# note:` is a person's.
    said: BTreeSet<&'a str>,
}

impl<'a> Tool<'a> {
    pub(super) fn of(update: &Target<'a>) -> Self {
        let before = update.old.units.iter().map(|unit| &unit.note);
        let now = update.units.iter().map(|unit| &unit.note);
        Self {
            label: update.label,
            said: before.chain(now).flatten().map(|note| &**note).collect(),
        }
    }

    /// The comment with `notes` in place of the tool's lines, each line with its end. A `# de:` line
    /// whose text is none of the `known` ones and fits none of the ids was written by somebody: it
    /// becomes a remark.
    pub(super) fn renewed(
        &self,
        comment: &str,
        notes: &[Note],
        known: &[Option<&str>],
        ids: &[Option<Id>],
    ) -> String {
        let end = if comment.contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        };
        let tool: Vec<String> = notes.iter().map(|note| note.line(self.label)).collect();
        let mut lines: Vec<String> = Vec::new();
        let mut written = false;
        for line in comment.lines() {
            let parsed = self.note(line);
            if parsed.is_none() && !is_tool_stub(line) {
                lines.push(line.to_owned());
                continue;
            }
            if !written {
                lines.extend(tool.iter().cloned());
                written = true;
            }
            let Some(Note::Source(text)) = parsed else {
                continue;
            };
            // What fits one of the message's ids the tool wrote for an older state of the article.
            let wording = unflat(&text);
            if !is_known(&text, known) && !ids.iter().flatten().any(|id| id.fits(&wording)) {
                lines.push(remark(&text));
            }
        }
        if !written {
            lines.extend(tool);
        }
        lines
            .into_iter()
            .fold(String::new(), |out, line| out + &line + end)
    }

    /// The lines of a comment that are none of the tool's.
    pub(super) fn remarks<'c>(&self, comment: &'c str) -> impl Iterator<Item = &'c str> {
        let is_own = |line: &&str| self.note(line).is_none() && !is_tool_stub(line);
        comment.lines().filter(is_own)
    }

    /// Reads a line that the tool wrote.
    fn note(&self, line: &str) -> Option<Note> {
        let is_ours = |note: &Note| match note {
            Note::Author(text) => self.said.contains(text.as_str()),
            _ => true,
        };
        Note::parse(line.strip_prefix("# ")?, self.label).filter(is_ours)
    }
}

/// What somebody typed over the German of a stub: it is neither a `known` text nor one that fits the
/// stub's id.
pub(super) fn typed_over(comment: &str, label: &str, known: &[Option<&str>]) -> Option<String> {
    let text = Notes::read(comment, label).german?;
    let fits = || stub_of(comment).is_none_or(|(id, _)| id.fits(&unflat(text)));
    (!is_known(text, known) && !fits()).then(|| remark(text))
}

fn is_known(text: &str, known: &[Option<&str>]) -> bool {
    let line = |text: &str| Note::Source(text.to_owned()).line("");
    let mut known = known.iter().flatten();
    known.any(|german| line(german) == line(text))
}

fn remark(text: &str) -> String {
    format!("# note: {text}")
}

/// Whether a line is a stub's last line, `# s7k2mq =`, whatever was typed behind it.
pub(in crate::update) fn is_tool_stub(line: &str) -> bool {
    stub_line(line).is_some()
}

/// The id of a stub and what was typed behind its `=`.
pub fn stub_of(comment: &str) -> Option<(Id, String)> {
    comment.lines().find_map(stub_line)
}

fn stub_line(line: &str) -> Option<(Id, String)> {
    let (id, typed) = line.strip_prefix('#')?.split_once('=')?;
    Some((Id::parse(id.trim())?, typed.trim().to_owned()))
}
