//! What stands around a candidate: bounded looks to the left and the right.

/// Farthest look to either side, in characters.
const REACH: usize = 80;

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
    let mut start = end;
    for (at, c) in text[..end].char_indices().rev().take(REACH) {
        if c.is_whitespace() {
            break;
        }
        start = at;
    }
    text[start..end].trim_start_matches(|c: char| is_opener(c) || is_ignorable(c))
}

/// The token before the one that begins at `start`.
pub(super) fn token_left_of(text: &str, start: usize) -> &str {
    let head = text[..start]
        .trim_end_matches(|c: char| c.is_whitespace() || is_opener(c) || is_ignorable(c));
    if start - head.len() > REACH {
        return "";
    }
    token_before(text, head.len())
}

/// The last run of letters of a token.
pub(super) fn last_word(token: &str) -> &str {
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
        if c.is_alphanumeric() {
            found.letter = Some(c);
            let word = &tail[offset..];
            let end = word
                .char_indices()
                .take(REACH)
                .find(|(_, c)| !c.is_alphanumeric() && !is_ignorable(*c))
                .map_or_else(|| word.len().min(cut(word)), |(at, _)| at);
            found.word = &word[..end];
            found.rest = &word[end..];
            break;
        }
        found.opens |= is_opener(c);
        found.dash |= is_dash(c);
    }
    found
}

/// What follows a short word in brackets at the start of the text.
fn agency(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['(', '['])?;
    let close = inner
        .char_indices()
        .take(16)
        .find(|(_, c)| !(c.is_alphabetic() || *c == '/'))?
        .0;
    let rest = inner[close..].strip_prefix([')', ']'])?.trim_start();
    (!rest.is_empty()).then_some(rest)
}

/// Offset of the end of the reach in `text`.
fn cut(text: &str) -> usize {
    text.char_indices()
        .nth(REACH)
        .map_or(text.len(), |(at, _)| at)
}
