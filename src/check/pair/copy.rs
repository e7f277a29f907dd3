//! Whether a translation is the German again.

use unicode_normalization::UnicodeNormalization;

use crate::language::{is_letter, lower_case, small};
use crate::text::is_surely_nfc;

/// Whether two texts are the same but for typography, case and marks.
pub(super) fn is_copy(source: &str, target: &str) -> bool {
    if source == target {
        return source.contains(is_plain);
    }
    // Texts of different lengths cannot be the same.
    if source.len().abs_diff(target.len()) > 8 + source.len() / 8 {
        return false;
    }
    if differ_surely(source, target) {
        return false;
    }
    let (source, target) = (plain(source), plain(target));
    !source.is_empty() && source == target
}

/// Whether two texts have another letter somewhere, as most have among their first.
fn differ_surely(one: &str, other: &str) -> bool {
    let mut letters = plain_head(one).zip(plain_head(other));
    letters.any(|(one, other)| one != other)
}

/// The small letters and digits of a text, as far as no mark is combined with them.
fn plain_head(text: &str) -> impl Iterator<Item = char> {
    let mut chars = text.chars().peekable();
    let first = std::iter::from_fn(move || {
        let c = chars.by_ref().find(|c| is_plain(*c))?;
        let is_whole = chars
            .peek()
            .is_some_and(|c| !matches!(c, '\u{300}'..='\u{36F}'));
        // The small sigma depends on its neighbours.
        small(c).filter(|_| is_whole && c < '\u{600}' && c != 'Σ')
    });
    first.fuse()
}

/// Whether two texts are the same in that way, or both have no letter.
pub(in crate::check) fn is_same(one: &str, other: &str) -> bool {
    // Most of what differs at all differs in a word or two. Nothing is combined with a blank.
    let (a, b) = (one.as_bytes(), other.as_bytes());
    let is_cut = |bytes: &[u8], at: usize| bytes[at] == b' ';
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let from = (0..same).rev().find(|at| is_cut(a, *at)).unwrap_or(0);
    let (a, b) = (&a[from..], &b[from..]);
    let pairs = a.iter().rev().zip(b.iter().rev());
    let same = pairs.take_while(|(a, b)| a == b).count();
    let rest = a.len() - same;
    let to = (rest..a.len()).find(|at| is_cut(a, *at)).unwrap_or(a.len());
    let behind = a.len() - to;
    let one = &one[from..one.len() - behind];
    let other = &other[from..other.len() - behind];
    !differ_surely(one, other) && plain(one) == plain(other)
}

/// Letters and digits of a part that is no chance.
const PART: usize = 12;

/// Whether a text has a part word for word, but for typography, case and marks.
pub(in crate::check) fn has_words(text: &str, part: &str) -> bool {
    let part = plain(part);
    part.len() >= PART && plain(text).contains(&part)
}

/// A text without what does not make it another one.
fn plain(text: &str) -> String {
    if text.is_ascii() {
        let bytes = text.bytes().filter(u8::is_ascii_alphanumeric);
        return bytes
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
    }
    let kept: String = if is_surely_nfc(text) {
        text.chars().filter(|c| is_plain(*c)).collect()
    } else {
        text.nfc().filter(|c| is_plain(*c)).collect()
    };
    lower_case(&kept).into_owned()
}

fn is_plain(c: char) -> bool {
    // That apostrophe counts as a letter.
    c != 'ʼ' && (is_letter(c) || c.is_numeric())
}
