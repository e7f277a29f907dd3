//! Roman numerals.

/// The value of a Roman numeral's letter, which may be the Cyrillic one that looks like it.
fn roman_letter(c: char) -> Option<i32> {
    Some(match c {
        'I' | 'І' => 1,
        'V' => 5,
        'X' | 'Х' => 10,
        'L' => 50,
        'C' | 'С' => 100,
        'D' => 500,
        'M' | 'М' => 1000,
        _ => return None,
    })
}

/// Whether a text begins with what Roman numerals begin with.
pub(super) fn begins_roman(text: &str) -> bool {
    text.starts_with(|c| roman_letter(c).is_some())
}

/// The value of a Roman numeral.
pub(super) fn roman(word: &str) -> Option<f64> {
    if !begins_roman(word) {
        return None;
    }
    let head = word.trim_end_matches(|c: char| c.is_lowercase());
    let count = head.chars().count();
    // A single Cyrillic letter is a word.
    if count == 0 || count > 9 || word.len() - head.len() > 3 || count == 1 && head.len() > 1 {
        return None;
    }
    let mut total = 0;
    let mut before = 0;
    for c in head.chars().rev() {
        let value = roman_letter(c)?;
        if value < before {
            total -= value;
        } else {
            total += value;
            before = value;
        }
    }
    (total > 0).then_some(f64::from(total))
}
