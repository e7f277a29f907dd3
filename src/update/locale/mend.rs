//! Messages made of what people typed where it is no message yet.

use std::ops::Range;

use super::comment::{is_tool_stub, stub_of};
use super::{Plan, Slot};
use crate::catalog::{Catalog, Id, Kind, Note, Slip};

impl Plan<'_> {
    /// The message made of a stub behind whose `=` somebody typed.
    pub(super) fn filled(&self, index: usize, leader: Option<usize>) -> Option<Slot> {
        let (text, id, typed) = self.typed(index)?;
        let mut lines: Vec<&str> = text.lines().filter(|line| !is_tool_stub(line)).collect();
        let message = format!("{id} = {typed}");
        lines.push(&message);
        self.made_of(index, leader, &lines.join("\n"))
            .map(Slot::Filled)
    }

    /// A unit's stub behind whose `=` somebody typed, its id, and what was typed.
    pub(super) fn typed(&self, index: usize) -> Option<(&str, Id, String)> {
        let entry = *self.stubs.get(&self.update.assigned[index].id.base)?;
        let text = self.catalog.entries[entry].span.of(&self.catalog.text);
        let (id, typed) = stub_of(text).filter(|(_, typed)| !typed.is_empty())?;
        Some((text, id, typed))
    }

    /// The message made of one that stands indented, as when of `# s7k2mq = …` only the `#` went, or
    /// behind a `#` whose blank is lost.
    pub(super) fn mended(
        &mut self,
        index: usize,
        leader: Option<usize>,
        lines: Range<usize>,
    ) -> Option<Slot> {
        let texts = lines.clone().map(|index| {
            let entry = &self.catalog.entries[index];
            let text = entry.span.of(&self.catalog.text);
            match self.catalog.slip(index) {
                Some(Slip::Indented | Slip::Hash) => {
                    &text[entry.id_span.start - entry.span.start..]
                }
                _ => text,
            }
        });
        let text = texts.collect::<Vec<_>>().join("\n");
        let text = self.made_of(index, leader, &text)?;
        self.gone.extend(lines);
        Some(Slot::Made(text))
    }

    fn made_of(&self, index: usize, leader: Option<usize>, text: &str) -> Option<String> {
        let is_ours =
            |line: &&str| line.starts_with('#') && self.tool.remarks(line).next().is_none();
        let bare = |line: &&str| self.update.notes || !is_ours(line);
        let text: Vec<&str> = text.lines().filter(bare).collect();
        let parsed = Catalog::parse(&text.join("\n")).value;
        let usable = parsed.entries.len() == 1 && parsed.entries[0].value().is_some();
        usable.then(|| self.renewed(index, (&parsed, 0), leader, None, (None, &[])))
    }

    /// Takes away the lines above a message from which somebody removed the `#` of tool's notes.
    pub(super) fn take_bare_notes(&mut self, index: usize, entry: usize) {
        let german = Note::Source(self.update.units[index].text.clone()).line(self.update.label);
        let missing = Note::Missing.line(self.update.label);
        let notes = [Some(missing), Some(german), self.authored(index)];
        let is_bare = |entry: usize| {
            let line = self.catalog.entries[entry].span.of(&self.catalog.text);
            self.catalog.entries[entry].kind == Kind::Junk
                && notes
                    .iter()
                    .flatten()
                    .any(|note| note.strip_prefix("# ") == Some(line.trim()))
        };
        let above = (0..entry).rev().take_while(|entry| is_bare(*entry));
        let above: Vec<usize> = above.collect();
        self.gone.extend(above);
    }

    /// Junk with the comment above it and the junk below it, as long as no blank line divides them.
    pub(super) fn lines_of(&self, junk: usize) -> Range<usize> {
        let entries = &self.catalog.entries;
        let adjoin = |entry: usize| {
            let between =
                &self.catalog.text[entries[entry].span.end..entries[entry + 1].span.start];
            between.matches('\n').count() == 1
        };
        let (mut start, mut end) = (junk, junk + 1);
        if entries[junk].kind == Kind::Junk {
            if start > 0 && entries[start - 1].kind == Kind::Comment(1) && adjoin(start - 1) {
                start -= 1;
            }
            let is_rest = |entry: usize| {
                entries[entry].kind == Kind::Junk
                    && entries[entry].id.is_empty()
                    && adjoin(entry - 1)
            };
            while end < entries.len() && is_rest(end) {
                end += 1;
            }
        }
        start..end
    }
}
