//! What stands around a candidate: bounded looks to the left and the right.

use crate::text::lanes::{LANES, Lanes};

/// Farthest look to either side, in characters.
const REACH: usize = 80;

/// Whether a byte tells that it is part of a word: letters and digits of ASCII and the letters from
/// "À" to "ÿ", which begin with 0xC3. The last bytes of "×" and "÷" are left out.
const fn is_of_word(byte: u8) -> bool {
    match byte {
        0x97 | 0xB7 => false,
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0x80..=0xBF | 0xC3 => true,
        _ => false,
    }
}

/// The same of sixteen bytes at once: a bit for each that is not.
fn edges(bytes: [u8; LANES]) -> u32 {
    let lanes = Lanes::new(bytes);
    let letters = lanes.within(b'a', b'z') | lanes.within(b'A', b'Z') | lanes.are(0xC3);
    let others = lanes.within(b'0', b'9') | lanes.within(0x80, 0xBF);
    let signs = lanes.are(0x97) | lanes.are(0xB7);
    !(letters | others).bits() & 0xFFFF | signs.bits()
}

/// How many tags are passed over before a word, and how long one may be, in bytes.
const TAGS: usize = 3;
const TAG: usize = 300;

/// Elements that a sentence may begin with. Not "sup": a note belongs to the sentence before it.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "u", "var",
];

/// Bytes that are white space or with which it can begin.
const BLANK: [bool; 256] = {
    let mut bytes = [false; 256];
    let blanks = [9, 10, 11, 12, 13, 32, 0xC2, 0xE1, 0xE2, 0xE3];
    let mut at = 0;
    while at < blanks.len() {
        bytes[blanks[at]] = true;
        at += 1;
    }
    bytes
};

/// The last offset at or before `at` where a character of the text begins or ends.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// Marks that can end a sentence.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '。' | '！' | '？')
}

/// Characters without width, which take no part in any decision.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}'
    )
}

/// Quotation marks that can close when they stand right behind a mark.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '´'
            | '`'
            | '*'
            | '_'
            | '」'
            | '』'
    )
}

/// Characters that can stand before the first word of a sentence.
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '„'
            | '“'
            | '”'
            | '‚'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '('
            | '['
            | '{'
            | '*'
            | '_'
            | '`'
            | '´'
            | '¿'
            | '¡'
    )
}

/// Dashes, which can stand before a sentence as well as inside one.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '•' | '·' | '|')
}

/// The run of characters other than white space that ends at `end`, without opening marks.
pub(super) fn token_before(text: &str, end: usize) -> &str {
    let token = &text[token_start(text, end)..end];
    if token.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return token;
    }
    token.trim_start_matches(|c: char| is_opener(c) || is_ignorable(c))
}

/// The token before `end`, if it is a word or number of which every byte says so: most are.
pub(super) fn word_before(text: &str, end: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let near = bytes[..end].last_chunk().map_or(0, |near| edges(*near));
    let start = if near == 0 {
        let near = &bytes[end.saturating_sub(REACH)..end];
        end - near.len() + near.iter().rposition(|byte| !is_of_word(*byte))? + 1
    } else {
        end - LANES + near.ilog2() as usize + 1
    };
    (start < end && bytes[start - 1].is_ascii_whitespace()).then(|| &text[start..end])
}

/// Where the run of characters other than white space begins that ends at `end`.
fn token_start(text: &str, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut start = end;
    while start > 0 && end - start < REACH && !BLANK[usize::from(bytes[start - 1])] {
        start -= 1;
    }
    let plain = end - start < REACH && (start == 0 || bytes[start - 1].is_ascii());
    if plain {
        return start;
    }
    let run = text[..end].char_indices().rev().take(REACH);
    run.take_while(|(_, c)| !c.is_whitespace())
        .last()
        .map_or(end, |(at, _)| at)
}

/// The token before the one that begins at `start`.
pub(super) fn token_left_of(text: &str, start: usize) -> &str {
    token_before(text, end_left_of(text, start).unwrap_or(0))
}

/// Where the token ends before the one that begins at `start`.
pub(super) fn end_left_of(text: &str, start: usize) -> Option<usize> {
    if let [.., last, b' '] = &text.as_bytes()[..start]
        && last.is_ascii_alphanumeric()
    {
        return Some(start - 1);
    }
    let is_skipped = |c: char| c.is_whitespace() || is_opener(c) || is_ignorable(c);
    let head = text[..start].trim_end_matches(is_skipped);
    (start - head.len() <= REACH).then_some(head.len())
}

/// The last run of letters of a token.
pub(super) fn last_word(token: &str) -> &str {
    let bytes = token.as_bytes();
    let edge = bytes.iter().rposition(|byte| !is_of_word(*byte));
    match edge {
        None => return token,
        Some(edge) if bytes[edge].is_ascii() && edge + 1 < bytes.len() => {
            return &token[edge + 1..];
        }
        Some(_) => {}
    }
    let word = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = word
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || is_ignorable(*c))
        .last()
        .map_or(word.len(), |(at, _)| at);
    &word[start..]
}

/// What follows a candidate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Next<'a> {
    /// The first character after the white space.
    pub(super) first: Option<char>,
    /// The first letter or digit after opening marks and dashes.
    pub(super) letter: Option<char>,
    /// The word that begins there.
    pub(super) word: &'a str,
    /// What follows the word.
    pub(super) rest: &'a str,
    /// Whether an opening quotation mark or bracket stands before the word.
    pub(super) opens: bool,
    /// Whether a dash stands before the word.
    pub(super) dash: bool,
}

/// Looks at what begins at `at`. The sign of an agency, "(dpa)", is passed over.
pub(super) fn next(text: &str, at: usize) -> Next<'_> {
    let tail = &text[at..];
    if let Some(first) = tail.bytes().next().filter(u8::is_ascii_alphanumeric) {
        let first = Some(char::from(first));
        let (word, rest) = tail.split_at(word_length(tail));
        return Next {
            first,
            letter: first,
            word,
            rest,
            opens: false,
            dash: false,
        };
    }
    let tail = after_tags(tail);
    let tail = agency(tail).unwrap_or(tail);
    let mut found = Next {
        first: tail.chars().next(),
        letter: None,
        word: "",
        rest: "",
        opens: false,
        dash: false,
    };
    for (offset, c) in tail.char_indices().take(REACH) {
        if is_opener(c) {
            found.opens = true;
        } else if c.is_alphanumeric() {
            found.letter = Some(c);
            let word = &tail[offset..];
            (found.word, found.rest) = word.split_at(word_length(word));
            break;
        }
        found.dash |= is_dash(c);
    }
    found
}

/// What follows the opening tags of inline elements at the start of the text: "<em>Nie</em>" begins
/// with "Nie".
fn after_tags(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..TAGS {
        let Some(tag) = rest.strip_prefix('<') else {
            break;
        };
        let near = &tag.as_bytes()[..tag.len().min(TAG)];
        let name = near
            .iter()
            .take_while(|byte| byte.is_ascii_lowercase())
            .count();
        let end = near.iter().position(|byte| *byte == b'>');
        let Some(end) = end.filter(|_| INLINE.contains(&&tag[..name])) else {
            break;
        };
        rest = &tag[end + 1..];
    }
    rest
}

/// What follows a short word in brackets at the start of the text.
fn agency(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['(', '['])?;
    let close = inner
        .char_indices()
        .take(16)
        .find(|(_, c)| !(c.is_alphabetic() || *c == '/'))?
        .0;
    let rest = inner[close..].strip_prefix([')', ']'])?;
    // "[Text](address)" is a link.
    let link = text.starts_with('[') && rest.starts_with(['(', '[']);
    let rest = rest.trim_start();
    (!rest.is_empty() && !link).then_some(rest)
}

/// Length of the letters and digits at the start of the text, within reach.
pub(super) fn word_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let near = bytes.first_chunk().map_or(0, |near| edges(*near));
    let end = if near == 0 {
        let near = &bytes[..bytes.len().min(REACH)];
        near.iter().position(|byte| !is_of_word(*byte))
    } else {
        Some(near.trailing_zeros() as usize)
    };
    if let Some(end) = end.filter(|end| bytes[*end].is_ascii()) {
        return end;
    }
    text.char_indices()
        .enumerate()
        .find(|(count, (_, c))| *count == REACH || !(c.is_alphanumeric() || is_ignorable(*c)))
        .map_or(text.len(), |(_, (at, _))| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_bytes_at_once_say_what_each_says_alone() {
        for byte in 0..=u8::MAX {
            for at in 0..LANES {
                let mut bytes = [b'a'; LANES];
                bytes[at] = byte;
                let expected = u32::from(!is_of_word(byte)) << at;
                assert_eq!(edges(bytes), expected, "{byte:#x} at {at}");
            }
        }
    }
}
