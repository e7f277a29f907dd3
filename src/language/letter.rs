//! Questions about characters that are asked of every one of a text: answered at once for the
//! scripts of most articles, and by the tables of Unicode for the rest.

use std::borrow::Cow;

/// Whether a character is a letter: what `char::is_alphabetic` says.
#[inline]
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        '\u{D7}' | '\u{F7}' | '\u{2000}'..='\u{206F}' => false,
        '\u{C0}'..='\u{2C1}'
        | '\u{391}'..='\u{3A1}'
        | '\u{3A3}'..='\u{3F5}'
        | '\u{400}'..='\u{481}'
        | '\u{48A}'..='\u{52F}'
        | '\u{5D0}'..='\u{5EA}'
        | '\u{620}'..='\u{657}' => true,
        c => c.is_alphabetic(),
    }
}

/// Bytes of the letter that begins with a byte, as far as the byte tells: 0 if none does.
static LENGTHS: [u8; 256] = {
    let mut lengths = [UNSURE; 256];
    let mut byte = 0_u8;
    loop {
        lengths[byte as usize] = match byte {
            0..0x80 => byte.is_ascii_alphabetic() as u8,
            0xC4..=0xCA | 0xD0 | 0xD1 | 0xD3 => 2,
            _ => UNSURE,
        };
        if byte == u8::MAX {
            break lengths;
        }
        byte += 1;
    }
};
/// What the first byte does not tell.
const UNSURE: u8 = u8::MAX;

/// Bytes of the letter that stands at a place of a text; 0 if none does. What [`is_letter`] says, without
/// reading the character where its first two bytes tell.
#[inline]
pub fn letter_length(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(&lead) = bytes.get(at) else {
        return 0;
    };
    match LENGTHS[usize::from(lead)] {
        UNSURE => match (lead, bytes[at + 1]) {
            (0xC3, 0x97 | 0xB7) | (0xE2, 0x80) => 0,
            // Greek has a gap at U+03A2, and a sign at U+03F6.
            (0xCE, 0x91..=0xA1 | 0xA3..)
            | (0xCF, ..=0xB5)
            | (0xD7, 0x90..=0xAA)
            | (0xC3, _)
            | (0xD8, 0xA0..)
            | (0xD9, ..=0x97) => 2,
            _ => far_letter_length(text, at),
        },
        length => usize::from(length),
    }
}

fn far_letter_length(text: &str, at: usize) -> usize {
    let c = text[at..].chars().next();
    c.filter(|c| is_letter(*c)).map_or(0, char::len_utf8)
}

/// Where the letters end that stand at a place of a text.
#[inline]
pub fn letters_end(text: &str, mut at: usize) -> usize {
    loop {
        match letter_length(text, at) {
            0 => return at,
            length => at += length,
        }
    }
}

/// Whether a letter is a capital: what `char::is_uppercase` says.
#[inline]
pub fn is_capital(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_uppercase(),
        '\u{C0}'..='\u{DE}' => c != '\u{D7}',
        '\u{400}'..='\u{42F}' => true,
        '\u{DF}'..='\u{FF}'
        | '\u{430}'..='\u{45F}'
        | '\u{600}'..='\u{7FF}'
        | '\u{2000}'..='\u{206F}' => false,
        c => c.is_uppercase(),
    }
}

/// The small letter of a capital, or the character itself; None if it takes several.
#[inline]
pub fn small(c: char) -> Option<char> {
    let shifted = |by: u32| char::from_u32(u32::from(c) + by);
    match c {
        '\0'..='\x7F' => Some(c.to_ascii_lowercase()),
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{DE}' | '\u{410}'..='\u{42F}' => shifted(32),
        '\u{400}'..='\u{40F}' => shifted(80),
        '\u{D7}'
        | '\u{DF}'..='\u{FF}'
        | '\u{430}'..='\u{45F}'
        | '\u{600}'..='\u{7FF}'
        | '\u{2000}'..='\u{206F}' => Some(c),
        c => {
            let mut lower = c.to_lowercase();
            lower.next().filter(|_| lower.next().is_none())
        }
    }
}

/// A text in small letters: what `str::to_lowercase` says, and the text itself if it has no
/// capital.
pub fn lower_case(text: &str) -> Cow<'_, str> {
    let Some(first) = text.bytes().position(|byte| !byte.is_ascii_lowercase()) else {
        return Cow::Borrowed(text);
    };
    let capital = text.as_bytes()[first..].iter().any(u8::is_ascii_uppercase);
    if text.is_ascii() {
        return if capital {
            Cow::Owned(text.to_ascii_lowercase())
        } else {
            Cow::Borrowed(text)
        };
    }
    if !capital && next_capital(&text[first..]).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match small(c) {
            // The small sigma depends on its neighbours.
            Some(small) if c != 'Σ' => out.push(small),
            _ => return Cow::Owned(text.to_lowercase()),
        }
    }
    Cow::Owned(out)
}

/// A text in small letters, if each of its words has the same place there; None else. A word of it is
/// what [`lower_case`] makes of that word.
pub fn lower_in_place(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let Some(mut at) = next_capital(text) else {
        return Some(lower);
    };
    let mut bytes = lower.into_bytes();
    loop {
        let c = text[at..].chars().next()?;
        let lower = small(c).filter(|lower| lower.len_utf8() == c.len_utf8() && c != 'Σ');
        at += lower?.encode_utf8(&mut bytes[at..]).len();
        match next_capital(&text[at..]) {
            Some(far) => at += far,
            None => return String::from_utf8(bytes).ok(),
        }
    }
}

/// The place of the first letter beyond ASCII that is not its own small letter.
fn next_capital(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|byte| !byte.is_ascii())?;
        at += match (bytes[at], bytes[at + 1]) {
            (0xC3, 0x9F..) | (0xD0, 0xB0..) | (0xD1, ..0xA0) | (0xD8..0xDC, _) => 2,
            _ => match text[at..].chars().next() {
                Some(c) if small(c) == Some(c) => c.len_utf8(),
                _ => return Some(at),
            },
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_ways_agree_with_the_tables() {
        for c in '\0'..='\u{2FFF}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            let length = if is_letter(c) { c.len_utf8() } else { 0 };
            assert_eq!(letter_length(&format!("-{c}-"), 1), length, "{c:?}");
            assert_eq!(is_capital(c), c.is_uppercase(), "{c:?}");
            let mut lower = c.to_lowercase();
            let only = lower.next().filter(|_| lower.next().is_none());
            assert_eq!(small(c), only, "{c:?}");
            let text = format!("A{c}b");
            assert_eq!(lower_case(&text), text.to_lowercase(), "{c:?}");
            if let Some(lower) = lower_in_place(&text) {
                assert_eq!(lower, text.to_lowercase(), "{c:?}");
                assert_eq!(lower.len(), text.len(), "{c:?}");
            }
            let text = format!("a{c}");
            assert_eq!(lower_case(&text), text.to_lowercase(), "{c:?}");
        }
    }
}
