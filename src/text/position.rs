//! Places in a text as editors count them: lines from 0, and columns in UTF-8 bytes or UTF-16 code units.

use super::Span;

/// What the columns of an editor are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: a character beyond the basic plane counts as two.
    #[default]
    Utf16,
}

/// A place as an editor counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    /// Line, from 0. A line ends with a line feed, a carriage return, or both.
    pub line: u32,
    /// Column, from 0.
    pub character: u32,
}

/// Turns byte offsets into an editor's positions and back.
///
/// # Examples
/// ```
/// use satz::text::{Encoding, Position, PositionIndex};
/// let text = "Tor\r\n🚪 zu";
/// let index = PositionIndex::new(text, Encoding::Utf16);
/// assert_eq!(index.position(text, 10), Position { line: 1, character: 3 });
/// assert_eq!(index.offset(text, Position { line: 1, character: 3 }), 10);
/// ```
#[derive(Debug, Clone)]
pub struct PositionIndex {
    encoding: Encoding,
    /// Where the lines begin; the first behind a byte-order mark that the editor does not show.
    starts: Vec<usize>,
    /// Within long lines: places, and the column of each.
    marks: Vec<(usize, u32)>,
}

/// Bytes between two places of a long line whose columns are known.
const STEP: usize = 4096;

impl PositionIndex {
    /// Indexes a text that an editor has.
    pub fn new(text: &str, encoding: Encoding) -> Self {
        Self::behind(text, 0, encoding)
    }

    /// Indexes a text as it is in a file: an editor that opens it takes a byte-order mark off.
    pub fn of_file(text: &str, encoding: Encoding) -> Self {
        let mark = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
        Self::behind(text, mark, encoding)
    }

    fn behind(text: &str, start: usize, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![start];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        let mut marks = Vec::new();
        for (line, from) in starts.iter().enumerate() {
            let end = starts.get(line + 1).copied().unwrap_or(text.len());
            let (mut at, mut column) = (*from, 0);
            while end - at > STEP {
                let next = text.floor_char_boundary(at + STEP);
                column += encoding.length(&text[at..next]);
                at = next;
                marks.push((at, column));
            }
        }
        Self {
            encoding,
            starts,
            marks,
        }
    }

    /// The position of a byte offset; one within a character or behind the text counts as the boundary
    /// before it.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = text.floor_char_boundary(offset).max(self.starts[0]);
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let (from, before) = self.known_before(line, |at, _| at <= offset);
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            character: before + self.encoding.length(&text[from..offset]),
        }
    }

    /// The byte offset of a position. A column behind the end of its line is that end, a line behind the
    /// last one is the end of the text, and half of a character is its beginning.
    pub fn offset(&self, text: &str, position: Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else {
            return text.len();
        };
        let next = self.starts.get(line + 1).copied().unwrap_or(text.len());
        let end = start + text[start..next].trim_end_matches(['\n', '\r']).len();
        let (mut at, mut column) =
            self.known_before(line, |_, column| column <= position.character);
        for c in text[at..end.max(at)].chars() {
            column += self.encoding.width(c);
            if column > position.character {
                break;
            }
            at += c.len_utf8();
        }
        at.min(end)
    }

    /// The byte span between two positions, in whichever order they are.
    pub fn span(&self, text: &str, start: Position, end: Position) -> Span {
        let (one, other) = (self.offset(text, start), self.offset(text, end));
        Span::new(one.min(other), one.max(other))
    }

    /// How many lines there are.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The last place of a line whose column is known and that `is_before` the one that is sought.
    fn known_before(&self, line: usize, is_before: impl Fn(usize, u32) -> bool) -> (usize, u32) {
        let start = self.starts[line];
        let next = self.starts.get(line + 1).copied().unwrap_or(usize::MAX);
        let first = self.marks.partition_point(|(at, _)| *at <= start);
        let last = self.marks.partition_point(|(at, _)| *at < next);
        let of_line = &self.marks[first..last.max(first)];
        let before = of_line.partition_point(|(at, column)| is_before(*at, *column));
        before
            .checked_sub(1)
            .map_or((start, 0), |mark| of_line[mark])
    }
}

impl Encoding {
    /// The length of a text.
    pub fn length(self, text: &str) -> u32 {
        let length = match self {
            Self::Utf8 => text.len(),
            Self::Utf16 if text.is_ascii() => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        };
        u32::try_from(length).unwrap_or(u32::MAX)
    }

    fn width(self, c: char) -> u32 {
        let width = match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        };
        u32::try_from(width).unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every boundary of a text keeps its place through a position, but those within a line's end.
    #[track_caller]
    fn round(text: &str) {
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let index = PositionIndex::new(text, encoding);
            for (offset, c) in text.char_indices() {
                let within_end = c == '\n' && text[..offset].ends_with('\r');
                let position = index.position(text, offset);
                assert!(
                    within_end || index.offset(text, position) == offset,
                    "{text:?} {offset} {encoding:?}"
                );
            }
        }
    }

    #[test]
    fn boundaries_keep_their_places() {
        for text in ["", "a\rb\nc\r\nd", "ä🚪e\u{301}\n\n🚪", "\r\r\n\n\r"] {
            round(text);
        }
        round(&("🚪ä".repeat(4000) + "\n" + &"x".repeat(9000)));
    }

    #[test]
    fn positions_beyond_a_line_or_the_text_are_its_end() {
        let index = PositionIndex::new("ab\r\ncd", Encoding::Utf16);
        let offset = |line, character| index.offset("ab\r\ncd", Position { line, character });
        assert_eq!((offset(0, 9), offset(1, 9), offset(7, 0)), (2, 6, 6));
    }

    #[test]
    fn half_of_a_character_is_its_beginning() {
        let index = PositionIndex::new("🚪x", Encoding::Utf16);
        let half = Position {
            line: 0,
            character: 1,
        };
        assert_eq!(index.offset("🚪x", half), 0);
    }

    #[test]
    fn an_editor_shows_no_byte_order_mark() {
        let text = "\u{FEFF}ab";
        let index = PositionIndex::of_file(text, Encoding::Utf16);
        assert_eq!(index.position(text, 4).character, 1);
        assert_eq!(index.offset(text, Position::default()), 3);
    }
}
