//! Places for people and editors: lines and columns.

use super::Span;

/// A place for people: both counted from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
}

/// Turns byte offsets into lines and columns.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// Within long lines: places, and how many characters of the line stand before each.
    marks: Vec<(usize, usize)>,
}

/// Bytes between two places of a long line whose columns are known.
const STEP: usize = 4096;

impl LineIndex {
    /// Indexes the line feeds of `text`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        let mut marks = Vec::new();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        for (start, end) in starts.iter().copied().zip(ends) {
            let (mut at, mut column) = (start, 0);
            while end - at > STEP {
                let next = text.floor_char_boundary(at + STEP);
                column += characters(&text[at..next]);
                at = next;
                marks.push((at, column));
            }
        }
        Self { starts, marks }
    }

    /// The line that a byte offset is in, without its line feed.
    pub fn line(&self, text: &str, offset: usize) -> Span {
        let next = self.starts.partition_point(|start| *start <= offset);
        let end = self.starts.get(next).map_or(text.len(), |start| start - 1);
        Span::new(self.starts[next - 1], end)
    }

    /// The place of a byte offset in the text the index was made from.
    pub fn place(&self, text: &str, offset: usize) -> LineColumn {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let mark = self.marks.partition_point(|(at, _)| *at <= offset);
        let mark = mark.checked_sub(1).map(|mark| self.marks[mark]);
        let (from, before) = mark.filter(|(at, _)| *at > start).unwrap_or((start, 0));
        let head = text.get(from..offset).unwrap_or_default();
        LineColumn {
            line,
            column: before + characters(head) + 1,
        }
    }

    /// The byte offset of a place: the way back from [`LineIndex::place`]. What lies behind a line is its end.
    pub fn offset(&self, text: &str, place: LineColumn) -> usize {
        let Some(start) = self.starts.get(place.line.saturating_sub(1)) else {
            return text.len();
        };
        let line = self.line(text, *start);
        let mark = self.marks.partition_point(|(at, column)| {
            *at <= line.start || (*at <= line.end && *column < place.column)
        });
        let mark = mark.checked_sub(1).map(|mark| self.marks[mark]);
        let (from, before) = mark
            .filter(|(at, _)| *at > line.start)
            .unwrap_or((line.start, 0));
        let mut left = place.column.saturating_sub(1).saturating_sub(before);
        for (at, c) in text[from..line.end].char_indices() {
            if c != '\u{FEFF}' {
                if left == 0 {
                    return from + at;
                }
                left -= 1;
            }
        }
        line.end
    }
}

/// How many characters a part of a line has for people, who see no byte order mark.
fn characters(text: &str) -> usize {
    text.chars().filter(|c| *c != '\u{FEFF}').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_their_offsets() {
        let long = "ä🚪".repeat(5000);
        for text in ["", "ab\r\ncä\n\nd", &format!("x\n{long}\nfin")] {
            let lines = LineIndex::new(text);
            for (offset, _) in text.char_indices() {
                assert_eq!(lines.offset(text, lines.place(text, offset)), offset);
            }
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let text = "\u{FEFF}ab";
        let place = LineColumn { line: 1, column: 2 };
        assert_eq!(LineIndex::new(text).offset(text, place), 4);
    }
}
