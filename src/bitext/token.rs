//! Sentences cut into the tokens that are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Cuts a sentence into tokens, calling `found` with each.
///
/// A token is a number without its separators, a run of letters, or a single mark. Letters are
/// lower case without accents (ä→ae, ö→oe, ü→ue, ß→ss); quotes are `"`, dashes `-`. French elisions
/// (`l'`, `qu'`) and a single letter after an apostrophe (`'s`) are dropped, and so is a hyphen
/// within a word. Han and Hiragana characters are one token each.
pub(super) fn tokens(sentence: &str, mut found: impl FnMut(&str, bool)) {
    let chars: Vec<char> = sentence.chars().collect();
    let mut token = String::new();
    let mut last_mark = None;
    let mut first = true;
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if digit(c).is_some() {
            token.clear();
            at = number(&chars, at, &mut token);
            found(&token, false);
            first = false;
            last_mark = None;
        } else if c.is_alphabetic() {
            token.clear();
            let end = word(&chars, at, &mut token);
            let apostrophe = |at: usize| matches!(chars.get(at), Some('\'' | '’' | 'ʼ'));
            let elided = apostrophe(end)
                && (end - at <= 2 || token.ends_with("qu"))
                && c.is_ascii_alphabetic();
            let ending =
                end - at == 1 && at >= 2 && apostrophe(at - 1) && chars[at - 2].is_alphabetic();
            at = if elided { end + 1 } else { end };
            if !elided && !ending && !token.is_empty() {
                found(&token, c.is_uppercase() && !first);
            }
            first = false;
            last_mark = None;
        } else if c.is_whitespace() || is_combining_mark(c) || c.is_control() {
            at += 1;
        } else {
            at += 1;
            let mark = match c {
                '„' | '“' | '”' | '«' | '»' | '"' | '‹' | '›' | '‚' | '‘' => '"',
                '–' | '—' | '−' | '‐' | '‑' | '-' => '-',
                '。' | '।' | '۔' => '.',
                '，' | '،' | '、' => ',',
                '？' | '؟' => '?',
                '！' => '!',
                '；' | '؛' => ';',
                '：' => ':',
                '（' => '(',
                '）' => ')',
                '’' | '\'' | 'ʼ' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' =>
                {
                    continue;
                }
                c => c,
            };
            let inside = mark == '-'
                && at >= 2
                && chars[at - 2].is_alphanumeric()
                && chars.get(at).is_some_and(|c| c.is_alphanumeric());
            if !inside && last_mark != Some(mark) {
                token.clear();
                token.push(mark);
                found(&token, false);
                first |= matches!(mark, '.' | '!' | '?' | ':' | '"');
                last_mark = Some(mark);
            }
        }
    }
}

/// The value of a decimal digit of the scripts in use.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{966}'..='\u{96F}' => 0x966,
        '\u{9E6}'..='\u{9EF}' => 0x9E6,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        _ => return None,
    };
    char::from_digit(u32::from(c) - zero, 10)
}

/// Reads a number from `at`, without its separators; gives where it ends.
fn number(chars: &[char], mut at: usize, token: &mut String) -> usize {
    while let Some(c) = chars.get(at) {
        if let Some(digit) = digit(*c) {
            token.push(digit);
        } else {
            let separates = matches!(
                c,
                '.' | ',' | '\'' | '’' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{66B}' | '\u{66C}'
            );
            let goes_on = chars.get(at + 1).is_some_and(|c| digit(*c).is_some());
            if !(separates && goes_on) {
                break;
            }
        }
        at += 1;
    }
    at
}

/// Reads a run of letters from `at`, spelled plainly; gives where it ends.
fn word(chars: &[char], start: usize, token: &mut String) -> usize {
    let mut at = start;
    while let Some(&c) = chars.get(at) {
        let soft = matches!(c, '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{640}');
        if !(c.is_alphabetic() || is_combining_mark(c) || soft) {
            break;
        }
        if is_single(c) && at > start {
            break;
        }
        at += 1;
        if !soft {
            plain(c, token);
        }
        if is_single(c) {
            break;
        }
    }
    at
}

/// Whether a character is a token of its own.
fn is_single(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// Appends a letter in lower case without its accents.
fn plain(c: char, token: &mut String) {
    match c {
        'ä' | 'Ä' | 'æ' | 'Æ' => token.push_str("ae"),
        'ö' | 'Ö' | 'œ' | 'Œ' => token.push_str("oe"),
        'ü' | 'Ü' => token.push_str("ue"),
        'ß' | 'ẞ' => token.push_str("ss"),
        'a'..='z' => token.push(c),
        c => {
            for lower in c.to_lowercase().nfd() {
                if !is_combining_mark(lower) {
                    token.push(lower);
                }
            }
        }
    }
}

/// Length of a sentence in characters, white space left out; wide characters count three.
pub(super) fn length(sentence: &str) -> f32 {
    sentence
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if is_wide(c) { 3.0 } else { 1.0 })
        .sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}
