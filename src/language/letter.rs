//! Questions about characters that are asked of every one of a text: answered at once for the
//! scripts of most articles, and by the tables of Unicode for the rest.

use std::borrow::Cow;

/// Whether a character is a letter: what `char::is_alphabetic` says.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        '\u{D7}' | '\u{F7}' | '\u{2000}'..='\u{206F}' => false,
        '\u{C0}'..='\u{2C1}'
        | '\u{400}'..='\u{481}'
        | '\u{48A}'..='\u{52F}'
        | '\u{620}'..='\u{657}' => true,
        c => c.is_alphabetic(),
    }
}

/// Whether a letter is a capital: what `char::is_uppercase` says.
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
    if text.is_ascii() {
        let capital = text.as_bytes()[first..].iter().any(u8::is_ascii_uppercase);
        return if capital {
            Cow::Owned(text.to_ascii_lowercase())
        } else {
            Cow::Borrowed(text)
        };
    }
    if text[first..].chars().all(|c| small(c) == Some(c)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_ways_agree_with_the_tables() {
        for c in '\0'..='\u{2FFF}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_capital(c), c.is_uppercase(), "{c:?}");
            let mut lower = c.to_lowercase();
            let only = lower.next().filter(|_| lower.next().is_none());
            assert_eq!(small(c), only, "{c:?}");
            let text = format!("A{c}b");
            assert_eq!(lower_case(&text), text.to_lowercase(), "{c:?}");
            let text = format!("a{c}");
            assert_eq!(lower_case(&text), text.to_lowercase(), "{c:?}");
        }
    }
}
