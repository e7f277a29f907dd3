//! Words in the form that lexicons have them in.

use super::letter::small;

/// Brings words to the form that lexicons have them in: lower case, one apostrophe, Arabic letters
/// without their varieties and vowel signs.
pub fn normalise(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    push_normalised(word, &mut out);
    out
}

/// Appends the normalised word.
pub(super) fn push_normalised(word: &str, out: &mut String) {
    if word.is_ascii() {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
        return;
    }
    let mut rest = word;
    while !rest.is_empty() {
        let own = rest.find(|c| !is_own(c)).unwrap_or(rest.len());
        out.push_str(&rest[..own]);
        let mut chars = rest[own..].chars();
        match chars.next().map(|c| (small(c), c)) {
            Some((Some(c), _)) => push_plain(c, out),
            Some((None, c)) => c.to_lowercase().for_each(|c| push_plain(c, out)),
            None => {}
        }
        rest = chars.as_str();
    }
}

/// Whether a word in small letters of ASCII is surely in that form.
#[inline]
pub(super) fn is_normal(word: &str) -> bool {
    word.is_ascii() || word.chars().all(|c| c.is_ascii() || is_own(c))
}

/// Whether a letter is its own normal form, as most are.
fn is_own(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'а'..='џ'
        | '\u{626}'..='\u{628}' | '\u{62A}'..='\u{63F}' | '\u{641}'..='\u{648}' | '\u{64A}')
}

fn push_plain(c: char, out: &mut String) {
    match c {
        '\0'..='\x7F' => out.push(c),
        '’' | '‘' | 'ʼ' | '\u{2BB}' | '＇' => out.push('\''),
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' => out.push('ي'),
        'ة' => out.push('ه'),
        '\u{640}' | '\u{64B}'..='\u{652}' | '\u{670}' | '\u{AD}' | '\u{307}' => {}
        c => out.push(c),
    }
}
