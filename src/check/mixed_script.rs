//! A letter of one script within a word of another: most look the same and are not.
//!
//! Why it matters: a Cyrillic `о` in a Latin word cannot be seen, but the word is not found by a
//! search, is read out wrongly, and is hyphenated as two. It comes from changing keyboards.
//! Letters that do not look like one of the other script are left alone: `IT-шник`, `Rustом`.
//! Example: `cоntact` with U+043E. A lone Latin `a` in a Ukrainian sentence is found as well.
//! Fix: none; the letter that looks the same is offered as a hint.

use super::pair::characters::Characters;
use super::pair::words::{Word, words};
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "mixed-script",
    category: "script",
    severity: Severity::Warning,
    manual: include_str!("mixed_script.rs"),
    find: Find::Pair(find),
};

/// Letters that look the same: Latin, Cyrillic, Greek; a blank where there is none.
const ALIKE: &[[char; 3]] = &[
    ['a', 'а', 'α'],
    ['c', 'с', ' '],
    ['e', 'е', ' '],
    ['i', 'і', 'ι'],
    ['j', 'ј', ' '],
    ['o', 'о', 'ο'],
    ['p', 'р', 'ρ'],
    ['s', 'ѕ', ' '],
    ['x', 'х', 'χ'],
    ['y', 'у', 'γ'],
    ['v', ' ', 'ν'],
    ['u', ' ', 'υ'],
    ['k', 'к', 'κ'],
    ['h', 'һ', ' '],
    ['d', 'ԁ', ' '],
    ['q', 'ԛ', ' '],
    ['w', 'ԝ', 'ω'],
    ['A', 'А', 'Α'],
    ['B', 'В', 'Β'],
    ['C', 'С', ' '],
    ['E', 'Е', 'Ε'],
    ['H', 'Н', 'Η'],
    ['I', 'І', 'Ι'],
    ['J', 'Ј', ' '],
    ['K', 'К', 'Κ'],
    ['M', 'М', 'Μ'],
    ['N', ' ', 'Ν'],
    ['O', 'О', 'Ο'],
    ['P', 'Р', 'Ρ'],
    ['S', 'Ѕ', ' '],
    ['T', 'Т', 'Τ'],
    ['X', 'Х', 'Χ'],
    ['Y', 'У', 'Υ'],
    ['Z', ' ', 'Ζ'],
    ['ï', 'ї', 'ϊ'],
    ['é', 'е', ' '],
    ['ö', 'ӧ', ' '],
    ['ó', 'о', 'ό'],
    ['ä', 'ӓ', ' '],
];

const LATIN: Characters = Characters::NONE
    .with('A'..='Z')
    .with('a'..='z')
    .with('\u{C0}'..='\u{24F}')
    .with('\u{1E00}'..='\u{1EFF}');
const GREEK: Characters = Characters::NONE.with('\u{370}'..='\u{3FF}');
const CYRILLIC: Characters = Characters::NONE.with('\u{400}'..='\u{52F}');

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let characters = &pair.readings().1.characters;
    let expected = pair.writing().map(|writing| writing.script);
    let other = match expected {
        Some("Cyrillic") => &LATIN,
        _ => &CYRILLIC,
    };
    if !characters.meets(other) && !characters.meets(&GREEK) {
        return;
    }
    // A letter of another script within an address leads to another one.
    let target = pair.target();
    let all = target.contains("://").then(|| words(target));
    for word in all.as_ref().unwrap_or(&pair.readings().1.words) {
        let own = is_plain(word.text, expected);
        if own || all.is_some() && pair.source().contains(word.text) {
            continue;
        }
        // Where a script has no V, Roman numerals are typed in both: "ХІV".
        let is_roman = |c: char| "IVXLCDMІХСМ".contains(c);
        if expected == Some("Cyrillic") && word.text.chars().all(is_roman) {
            continue;
        }
        for part in word.text.split(['-', '\'', '’', '‐', '‑']) {
            let counts = counts(part);
            let total: usize = counts.iter().sum();
            let most = (0..3).max_by_key(|script| counts[*script]).unwrap_or(0);
            let mut owns: Vec<usize> = (0..3).filter(|script| counts[*script] > 0).collect();
            owns.sort_by_key(|script| std::cmp::Reverse(counts[*script]));
            if total == counts[most] {
                let alone = part == word.text && stands_alone(pair.target(), word);
                owns = stray(part, most, expected)
                    .filter(|_| alone)
                    .into_iter()
                    .collect();
            }
            let Some((own, fixed)) = owns
                .iter()
                .find_map(|own| Some((*own, put_right(part, *own)?)))
            else {
                continue;
            };
            let letter = part
                .chars()
                .find(|c| script(*c).is_some_and(|of| of != own))
                .unwrap_or(' ');
            let start = word.start + (part.as_ptr() as usize - word.text.as_ptr() as usize);
            let span = Span::new(start, start + part.len());
            let code = format!("U+{:04X}", u32::from(letter));
            let message = format!("`{part}` has a letter of another script, {letter} ({code})");
            flaws.push(Flaw::new(span, part, message).hint(format!("write `{fixed}`")));
        }
    }
}

/// Whether a word is written in nothing but the letters of the expected script.
fn is_plain(word: &str, expected: Option<&str>) -> bool {
    let mut bytes = word.bytes();
    match expected {
        Some("Cyrillic") => bytes.all(|byte| matches!(byte, 0x80..0xC0 | 0xD0 | 0xD1)),
        Some("Arabic") => bytes.all(|byte| matches!(byte, 0x80..0xC0 | 0xD8..0xDC)),
        _ => bytes.all(|byte| byte.is_ascii()),
    }
}

/// A word with the letters of other scripts exchanged, if all look like one of its own.
fn put_right(part: &str, own: usize) -> Option<String> {
    let right = |c: char| match script(c) {
        Some(of) if of != own => twin(c, own),
        _ => Some(c),
    };
    part.chars().map(right).collect()
}

/// Whether a word has blanks or the ends of the text on both sides.
fn stands_alone(text: &str, word: &Word<'_>) -> bool {
    let before = text[..word.start].chars().next_back();
    let after = text[word.end()..].chars().next();
    before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace)
}

/// The script that a word of one script only should have: it stands alone in a text of the other
/// and has nothing but letters that look the same.
fn stray(part: &str, script: usize, expected: Option<&str>) -> Option<usize> {
    let own = match expected? {
        "Latin" => 0,
        "Cyrillic" => 1,
        _ => return None,
    };
    let is_lower = !part.chars().any(char::is_uppercase);
    let length = part.chars().count();
    let fits = if own == 0 {
        script == 1
    } else {
        script == 0 && length == 1 && is_lower
    };
    (fits && part.chars().all(|c| twin(c, own).is_some())).then_some(own)
}

fn counts(part: &str) -> [usize; 3] {
    let mut counts = [0; 3];
    for script in part.chars().filter_map(script) {
        counts[script] += 1;
    }
    counts
}

fn script(c: char) -> Option<usize> {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'
            if c.is_alphabetic() =>
        {
            Some(0)
        }
        '\u{400}'..='\u{52F}' => Some(1),
        '\u{370}'..='\u{3FF}' => Some(2),
        _ => None,
    }
}

fn twin(c: char, script: usize) -> Option<char> {
    let row = ALIKE.iter().find(|row| row.contains(&c))?;
    (row[script] != ' ').then_some(row[script])
}
