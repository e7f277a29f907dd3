//! Finds the places where a sentence could end.

use super::context::{is_closer, is_ignorable, is_mark};

/// A place where a sentence could end: marks, closing marks, white space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Offset of the first mark.
    pub(super) mark: usize,
    /// Offset after the marks.
    pub(super) marks_end: usize,
    /// Offset after closing quotes, brackets and note numbers: where the sentence would end.
    pub(super) end: usize,
    /// Offset of the first character after the white space.
    pub(super) next: usize,
    /// Whether no white space follows.
    pub(super) glued: bool,
    /// The mark that decides: `…` for any ellipsis, `!`, `?`, `:` or `.`.
    pub(super) kind: char,
    /// Whether a quotation mark closes after the marks.
    pub(super) quote: bool,
    /// Whether a bracket closes after the marks.
    pub(super) bracket: bool,
}

/// What takes part in a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A mark or an emoticon: a candidate.
    Mark,
    /// The first letter of a word that may open a sentence without a mark before it.
    Capital,
    /// An opening bracket.
    Opening,
    /// A closing bracket.
    Closing,
}

/// The first sign at or after `from`, and its offset. `opens` tells whether the word at the start of
/// a text may be one that only opens sentences: of the other capitals nothing is said.
pub(super) fn sign(
    text: &str,
    from: usize,
    colon: bool,
    opens: impl Fn(&str) -> bool,
) -> Option<(usize, Sign)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        // Most bytes say nothing.
        let mut rest = bytes.get(at..)?.iter();
        at += rest.position(|byte| BYTES[usize::from(*byte)] != Byte::Plain)?;
        match BYTES[usize::from(bytes[at])] {
            Byte::Dot => return Some((at, Sign::Mark)),
            Byte::Opening => return Some((at, Sign::Opening)),
            Byte::Closing => return Some((at, Sign::Closing)),
            Byte::Capital if begins(bytes, at) && opens(&text[at..]) => {
                return Some((at, Sign::Capital));
            }
            // The rest of an "Ü", the only initial of an opener that is no letter of ASCII.
            Byte::Umlaut
                if bytes[from..at].ends_with(&[0xC3])
                    && begins(bytes, at - 1)
                    && opens(&text[at - 1..]) =>
            {
                return Some((at - 1, Sign::Capital));
            }
            Byte::Plain | Byte::Capital | Byte::Umlaut => at += 1,
            Byte::Lead => {
                let tail = &text[at..];
                let c = tail.chars().next()?;
                if is_mark(c) || (colon && c == ':') || emoticon(tail).is_some() {
                    return Some((at, Sign::Mark));
                }
                at += c.len_utf8();
            }
        }
    }
}

/// Whether a word begins at `at`: behind white space.
fn begins(bytes: &[u8], at: usize) -> bool {
    at > 0 && bytes[at - 1].is_ascii_whitespace()
}

/// What a byte says without its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// Nothing: almost all text is passed over by this alone.
    Plain,
    /// It is a mark.
    Dot,
    /// It may begin a mark or an emoticon.
    Lead,
    /// It may begin a word with a capital.
    Capital,
    /// It may be the second byte of an "Ü".
    Umlaut,
    /// It is an opening bracket.
    Opening,
    /// It is a closing bracket.
    Closing,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Plain; 256];
    let mut at = 0;
    while at < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "there are 256 bytes")]
        let byte = at as u8;
        bytes[at] = match byte {
            b'.' | b'!' | b'?' => Byte::Dot,
            b':' | b';' | 0xE2 | 0xE3 | 0xEF | 0xF0 => Byte::Lead,
            b'A'..=b'Z' => Byte::Capital,
            0x9C => Byte::Umlaut,
            b'(' | b'[' => Byte::Opening,
            b')' | b']' => Byte::Closing,
            _ => Byte::Plain,
        };
        at += 1;
    }
    bytes
};

/// The first candidate whose marks begin at or after `from`.
pub(super) fn candidate(text: &str, mut from: usize, colon: bool) -> Option<Candidate> {
    loop {
        match sign(text, from, colon, |_| false)? {
            (at, Sign::Mark) => return Some(Candidate::new(text, at, colon)),
            (at, _) => from = at + 1,
        }
    }
}

impl Candidate {
    /// The candidate whose first mark or emoticon stands at `mark`.
    pub(super) fn new(text: &str, mark: usize, colon: bool) -> Self {
        if let Some(plain) = Self::plain(text, mark) {
            return plain;
        }
        let marks = &text[mark..];
        let mut marks_end = mark
            + marks
                .find(|c: char| !(is_mark(c) || (colon && c == ':') || is_ignorable(c)))
                .unwrap_or(marks.len());
        // ". . ." is an ellipsis too.
        while text[marks_end..].starts_with(" .") {
            marks_end += 2;
        }
        let mut found = Self {
            mark,
            marks_end,
            end: marks_end,
            next: marks_end,
            glued: false,
            kind: if mark == marks_end {
                '☺'
            } else {
                kind(&text[mark..marks_end])
            },
            quote: false,
            bracket: false,
        };
        close(text, &mut found);
        while let Some(length) = emoticon_after(&text[found.end..]) {
            found.end += length;
        }
        found.end_at(text, found.end);
        found
    }

    /// A single mark at the end of the text, or before a blank and a letter or digit, as most are:
    /// nothing closes behind it.
    fn plain(text: &str, mark: usize) -> Option<Self> {
        let (kind, blanks) = match &text.as_bytes()[mark..] {
            [kind @ (b'.' | b'!' | b'?')] => (*kind, 0),
            [kind @ (b'.' | b'!' | b'?'), b' ', next, ..] if next.is_ascii_alphanumeric() => {
                (*kind, 1)
            }
            _ => return None,
        };
        Some(Self {
            mark,
            marks_end: mark + 1,
            end: mark + 1,
            next: mark + 1 + blanks,
            glued: blanks == 0,
            kind: char::from(kind),
            quote: false,
            bracket: false,
        })
    }

    /// Sets where the sentence would end, and what that says of the character after it.
    pub(super) fn end_at(&mut self, text: &str, end: usize) {
        let rest = &text[end..];
        let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || is_ignorable(c));
        self.end = end;
        self.next = text.len() - trimmed.len();
        self.glued = self.next == self.end;
    }
}

/// The mark that decides among several.
fn kind(marks: &str) -> char {
    if let [mark] = marks.as_bytes() {
        return char::from(*mark);
    }
    if marks.contains(['?', '‽']) {
        '?'
    } else if marks.contains('!') {
        '!'
    } else if marks.contains('…') || marks.contains("..") || marks.contains(". .") {
        '…'
    } else if marks.ends_with(':') {
        ':'
    } else {
        '.'
    }
}

/// Takes in what closes after the marks: quotation marks, brackets, note numbers.
fn close(text: &str, found: &mut Candidate) {
    while let Some(c) = text[found.end..].chars().next() {
        if c == ' ' {
            break;
        } else if matches!(c, ')' | ']' | '}') {
            found.bracket = true;
        } else if is_closer(c) {
            // "!"„Nein" opens anew: a low quotation mark never closes.
            found.quote = true;
        } else if matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹') || is_ignorable(c) {
        } else if let Some(entity) = closing_entity(&text[found.end..]) {
            found.quote = true;
            found.end += entity;
            continue;
        } else if let Some(note) = note(&text[found.end..]) {
            found.end += note;
            continue;
        } else if is_mark(c) && found.end > found.marks_end {
            // `Hallo!".` or `(usw.).`: the last mark is the sentence's own.
            found.kind = kind(&text[found.end..found.end + c.len_utf8()]);
        } else {
            break;
        }
        found.end += c.len_utf8();
    }
}

/// Length of an emoticon, ":-)" or "😀", at the start of the text.
fn emoticon(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if matches!(first, '\u{1F300}'..='\u{1FAFF}' | '☀'..='➿') {
        let tail = text.trim_start_matches(
            |c: char| matches!(c, '\u{1F300}'..='\u{1FAFF}' | '☀'..='➿' | '\u{FE0F}' | '\u{200D}'),
        );
        return Some(text.len() - tail.len());
    }
    let face = text.strip_prefix([':', ';'])?;
    let nose = usize::from(face.starts_with('-'));
    let mouth = face[nose..].strip_prefix([')', '(', 'D', 'P'])?;
    let mouth = mouth.trim_start_matches([')', '(']);
    let ends = mouth.is_empty() || mouth.starts_with(char::is_whitespace);
    ends.then_some(text.len() - mouth.len())
}

/// Length of an emoticon after at most one blank.
fn emoticon_after(text: &str) -> Option<usize> {
    let tail = text.strip_prefix(' ').unwrap_or(text);
    emoticon(tail).map(|length| text.len() - tail.len() + length)
}

/// Length of a quotation mark that is written as an entity of HTML.
fn closing_entity(text: &str) -> Option<usize> {
    let name = text.strip_prefix('&')?;
    [
        "quot;", "ldquo;", "rdquo;", "lsquo;", "rsquo;", "laquo;", "raquo;", "lsaquo;", "rsaquo;",
    ]
    .iter()
    .find(|entity| name.starts_with(**entity))
    .map(|entity| entity.len() + 1)
}

/// Length of a note reference such as `[12]` or `[^source]`.
fn note(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    if inner.starts_with('^') {
        let mut label = inner.char_indices().take(40);
        let (end, last) = label.find(|(_, c)| *c == ']' || c.is_whitespace())?;
        return (last == ']').then_some(end + 2);
    }
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3)
        .contains(&digits)
        .then(|| inner[digits..].starts_with(']').then_some(digits + 2))
        .flatten()
}
