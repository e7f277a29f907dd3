//! A text that an editor has open, changed as the editor says.

use super::protocol::{ContentChange, Position, Range};
use crate::text::{Encoding, PositionIndex, Span};

/// A text whose places can be told to the editor.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: String,
    index: PositionIndex,
}

impl Text {
    /// A text that an editor has.
    pub(super) fn new(text: String, encoding: Encoding) -> Self {
        let index = PositionIndex::new(&text, encoding);
        Self { text, index }
    }

    /// A text as it is in a file that no editor has open.
    pub(super) fn of_file(text: String, encoding: Encoding) -> Self {
        let index = PositionIndex::of_file(&text, encoding);
        Self { text, index }
    }

    pub(super) fn offset(&self, position: Position) -> usize {
        self.index.offset(&self.text, position.into())
    }

    pub(super) fn position(&self, offset: usize) -> Position {
        self.index.position(&self.text, offset).into()
    }

    pub(super) fn range(&self, span: Span) -> Range {
        Range {
            start: self.position(span.start),
            end: self.position(span.end),
        }
    }

    pub(super) fn span(&self, range: Range) -> Span {
        self.index
            .span(&self.text, range.start.into(), range.end.into())
    }
}

/// A text with changes made one after the other.
pub(super) fn changed(text: &str, changes: Vec<ContentChange>, encoding: Encoding) -> String {
    let mut text = text.to_owned();
    for change in changes {
        match change.range {
            None => text = change.text,
            Some(range) => {
                let index = PositionIndex::new(&text, encoding);
                let span = index.span(&text, range.start.into(), range.end.into());
                text.replace_range(span.start..span.end, &change.text);
            }
        }
    }
    text
}

/// The edits that make one text of another: the lines that differ, hunk by hunk.
pub(super) fn difference(old: &Text, new: &str) -> Vec<super::protocol::TextEdit> {
    use similar::{DiffOp, TextDiff};

    if old.text == new {
        return Vec::new();
    }
    let diff = TextDiff::from_lines(old.text.as_str(), new);
    let starts = |text: &str| {
        let lines = text.split_inclusive('\n');
        let mut starts = vec![0];
        starts.extend(lines.scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        }));
        starts
    };
    let (old_starts, new_starts) = (starts(&old.text), starts(new));
    let edits = diff
        .ops()
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let edit = |op: &DiffOp| {
        let (before, after) = (op.old_range(), op.new_range());
        let span = Span::new(old_starts[before.start], old_starts[before.end]);
        super::protocol::TextEdit {
            range: old.range(span),
            new_text: new[new_starts[after.start]..new_starts[after.end]].to_owned(),
        }
    };
    edits.map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_make_the_new_text() {
        let texts = ["", "a\n", "a\r\nb\r\n", "a\nc\nb", "x\ny\na\nb\n", "🚪\nb"];
        for (old, new) in texts.iter().flat_map(|old| texts.map(|new| (*old, new))) {
            let text = Text::new(old.to_owned(), Encoding::Utf16);
            let mut edits = difference(&text, new);
            edits.reverse();
            let changes = edits.into_iter().map(|edit| ContentChange {
                range: Some(edit.range),
                text: edit.new_text,
            });
            assert_eq!(changed(old, changes.collect(), Encoding::Utf16), new);
        }
    }
}
