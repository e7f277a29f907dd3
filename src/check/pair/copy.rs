use unicode_normalization::UnicodeNormalization;

use crate::language::{is_letter, lower_case};

/// Whether two texts are the same but for typography, case and marks.
pub(super) fn is_copy(source: &str, target: &str) -> bool {
    // Texts of different lengths cannot be the same.
    if source.len().abs_diff(target.len()) > 8 + source.len() / 8 {
        return false;
    }
    // Most differ in their first letter.
    if let (Some(one), Some(other)) = (first(source), first(target))
        && one.is_ascii()
        && other.is_ascii()
        && !one.eq_ignore_ascii_case(&other)
    {
        return false;
    }
    let (source, target) = (plain(source), plain(target));
    !source.is_empty() && source == target
}

/// The first letter or digit, if no mark can be combined with it.
fn first(text: &str) -> Option<char> {
    let mut chars = text.chars().skip_while(|c| !is_plain(*c));
    chars
        .next()
        .filter(|_| chars.next().is_none_or(|c| c.is_ascii()))
}

/// A text without what does not make it another one.
pub(in crate::check) fn plain(text: &str) -> String {
    if text.is_ascii() {
        let bytes = text.bytes().filter(u8::is_ascii_alphanumeric);
        return bytes
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
    }
    let kept: String = text.nfc().filter(|c| is_plain(*c)).collect();
    lower_case(&kept).into_owned()
}

fn is_plain(c: char) -> bool {
    // That apostrophe counts as a letter.
    c != 'ʼ' && (is_letter(c) || c.is_numeric())
}
