//! Finds the places where a sentence could end.

use super::context::{is_closer, is_ignorable, is_mark};
use crate::language::Openers;
use crate::text::lanes::{CHUNK, Lanes, Set, bits, chunk};

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

/// Walks from sign to sign of a text.
pub(super) struct Signs<'a> {
    text: &'a str,
    /// Whether a colon is a mark.
    colon: bool,
    /// The words that open sentences without a mark before them.
    openers: Option<&'a Openers>,
    /// Where the bytes begin of which `hits` speaks.
    chunk: usize,
    /// A bit for each byte from there that may begin a sign.
    hits: u64,
}

impl<'a> Signs<'a> {
    /// Those of `text`: with `colon` a colon is a mark, without `openers` no capital is a sign.
    pub(super) fn new(text: &'a str, colon: bool, openers: Option<&'a Openers>) -> Self {
        let mut signs = Self {
            text,
            colon,
            openers,
            chunk: 0,
            hits: 0,
        };
        signs.look();
        signs
    }

    /// The first sign at or after `from`, and its offset; `from` never goes back.
    pub(super) fn next(&mut self, from: usize) -> Option<(usize, Sign)> {
        let mut at = from;
        loop {
            at = self.hit(at)?;
            let sign = match self.text.as_bytes()[at] {
                b'.' | b'!' | b'?' => Sign::Mark,
                b'A'..=b'Z' | 0xC3 => Sign::Capital,
                b'(' | b'[' => Sign::Opening,
                b')' | b']' => Sign::Closing,
                _ => {
                    // A continuation of what is no mark.
                    let Some(tail) = self.text.get(at..) else {
                        at += 1;
                        continue;
                    };
                    let c = tail.chars().next()?;
                    if !(is_mark(c) || (self.colon && c == ':') || emoticon(tail).is_some()) {
                        at += c.len_utf8();
                        continue;
                    }
                    Sign::Mark
                }
            };
            return Some((at, sign));
        }
    }

    /// The first byte at or after `from` that may begin a sign.
    fn hit(&mut self, mut from: usize) -> Option<usize> {
        loop {
            let passed = from - self.chunk;
            if passed < CHUNK {
                let left = self.hits & (u64::MAX << passed);
                if left != 0 {
                    return Some(self.chunk + left.trailing_zeros() as usize);
                }
                from = self.chunk + CHUNK;
            }
            if from >= self.text.len() {
                return None;
            }
            self.chunk = from;
            self.look();
        }
    }

    /// Looks at the bytes from `chunk` on.
    fn look(&mut self) {
        let bytes = self.text.as_bytes();
        let chunk = chunk(&bytes[self.chunk..]);
        self.hits = bits(&chunk, marks);
        let Some(openers) = self.openers else {
            return;
        };
        // A text has something before an opener.
        let before = self.chunk.checked_sub(1).map(|last| bytes[last]);
        let carried = u64::from(before.is_some_and(is_blank));
        let begins = bits(&chunk, blanks) << 1 | carried;
        let mut words = begins & bits(&chunk, capitals);
        while words != 0 {
            let at = words.trailing_zeros();
            words &= words - 1;
            let word = bytes[self.chunk + at as usize..].first_chunk();
            let may_begin = word.is_some_and(|word| openers.may_begin(*word));
            self.hits |= u64::from(may_begin) << at;
        }
    }

    /// The first candidate whose marks begin at or after `from`.
    pub(super) fn candidate(&mut self, mut from: usize) -> Option<Candidate> {
        loop {
            match self.next(from)? {
                (at, Sign::Mark) => return Some(Candidate::new(self.text, at, self.colon)),
                (at, _) => from = at + 1,
            }
        }
    }
}

/// Brackets, marks, and what may begin a mark or an emoticon; also `>`, which is like them.
fn marks(lanes: Lanes) -> Set {
    lanes.are(b'.')
        | lanes.are(b'!')
        // `:`, `;`, `>` and `?`.
        | lanes.are_like(b':', 5)
        // `(` and `)`.
        | lanes.are_like(b'(', 1)
        | lanes.are(b'[')
        | lanes.are(b']')
        | lanes.from(0xE2)
}

/// What a word with a capital may begin with: what is not of ASCII begins with 0xC3, as "Ü" does.
fn capitals(lanes: Lanes) -> Set {
    lanes.within(b'A', b'Z') | lanes.are(0xC3)
}

/// White space of ASCII.
fn blanks(lanes: Lanes) -> Set {
    lanes.are(b' ') | lanes.within(b'\t', b'\r')
}

/// The same of a single byte.
fn is_blank(byte: u8) -> bool {
    byte == b' ' || (b'\t'..=b'\r').contains(&byte)
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
            let dots = text[marks_end + 1..].trim_start_matches('.');
            marks_end = text.len() - dots.len();
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
            // "xD" is an emoticon.
            [kind @ (b'.' | b'!' | b'?'), b' ', next, ..]
                if next.is_ascii_alphanumeric() && !matches!(next, b'x' | b'X') =>
            {
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
    let mouth = face[nose..].strip_prefix([')', '(', 'D', 'P', 'p', '/', 'o', 'O'])?;
    let mouth = mouth.trim_start_matches([')', '(']);
    let ends = mouth.is_empty() || mouth.starts_with(char::is_whitespace);
    ends.then_some(text.len() - mouth.len())
}

/// Length of an emoticon after at most one blank.
fn emoticon_after(text: &str) -> Option<usize> {
    let tail = text.strip_prefix(' ').unwrap_or(text);
    let length = emoticon(tail).or_else(|| face(tail))?;
    Some(text.len() - tail.len() + length)
}

/// Length of a face that is none without a mark before it, since it may be a word: "XD", "^^".
fn face(text: &str) -> Option<usize> {
    let faces = [
        "xD", "XD", "xd", "^^", "^_^", "<3", "=)", "=D", ":'(", "*g*", "*lol*",
    ];
    let found = faces.iter().find(|face| text.starts_with(**face))?;
    let rest = text[found.len()..].trim_start_matches(['D', '^', ')', '(', '3']);
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    ends.then(|| text.len() - rest.len())
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
pub(super) fn note(text: &str) -> Option<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The signs of a text, read byte by byte.
    fn plainly(text: &str, colon: bool, openers: Option<&Openers>) -> Vec<(usize, Sign)> {
        let sign = |(at, c): (usize, char)| {
            let tail = &text[at..];
            let follows = text[..at].ends_with([' ', '\t', '\n', '\x0B', '\x0C', '\r']);
            let near = tail.as_bytes().first_chunk();
            let opens = openers
                .zip(near)
                .is_some_and(|(list, near)| list.may_begin(*near));
            let sign = match c {
                '(' | '[' => Sign::Opening,
                ')' | ']' => Sign::Closing,
                ':' if colon => Sign::Mark,
                _ if is_mark(c) || emoticon(tail).is_some() => Sign::Mark,
                'A'..='Z' | 'À'..='ÿ' if follows && opens => Sign::Capital,
                _ => return None,
            };
            Some((at, sign))
        };
        text.char_indices().filter_map(sign).collect()
    }

    fn quickly(text: &str, colon: bool, openers: Option<&Openers>) -> Vec<(usize, Sign)> {
        let mut signs = Signs::new(text, colon, openers);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some((at, sign)) = signs.next(from) {
            found.push((at, sign));
            from = at + 1;
        }
        found
    }

    proptest! {
        #[test]
        fn signs_are_those_that_a_plain_reading_finds(
            text in "([a-zA-ZÜüßÀ\\x7f-\u{00ff}]|[ \t\n\x0B\x0C]|[.!?…‽。！？:;()]|\\[|\\]|:-[)]|😀|☀|„|“| Der|\nÜber| Er\u{00a0}| Er|.){0,150}",
            colon: bool,
            opens: bool,
        ) {
            let openers = Openers::new("Der Über Er");
            let openers = opens.then_some(&openers);
            prop_assert_eq!(quickly(&text, colon, openers), plainly(&text, colon, openers));
        }
    }
}
