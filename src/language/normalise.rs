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
    for c in word.chars() {
        match small(c) {
            Some(c) => push_plain(c, out),
            None => c.to_lowercase().for_each(|c| push_plain(c, out)),
        }
    }
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
