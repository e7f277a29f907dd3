//! Whether sentences of a locale are divided by a blank.

use icu_locale::{LanguageIdentifier, LocaleExpander};

/// Whether two sentences of a locale are written without a blank between them: `last` ends the
/// first, `first` begins the second. Han and Kana are, Thai and Korean are not; marks that Latin
/// texts have as well (quotation marks, `…`, `—`) count as wide where the locale's script is.
///
/// # Examples
/// ```
/// use satz::language::joins;
/// assert!(joins("zh", '。', '第'));
/// assert!(joins("zh", '”', '他'));
/// assert!(!joins("en", '”', 'H'));
/// assert!(!joins("th", 'บ', 'ก'));
/// assert!(!joins("ko", '다', '그'));
/// ```
pub fn joins(locale: &str, last: char, first: char) -> bool {
    if is_wide(last) && is_wide(first) {
        return true;
    }
    let near = |c: char| is_wide(c) || is_shared(c);
    (is_wide(last) || is_wide(first)) && near(last) && near(first) && is_wide_locale(locale)
}

/// Han, Kana and their punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{323AF}')
}

/// Punctuation that Chinese and Japanese share with Latin texts.
fn is_shared(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201D}' | '…' | '—' | '·')
}

fn is_wide_locale(locale: &str) -> bool {
    let Ok(mut id) = super::public_part(locale).parse::<LanguageIdentifier>() else {
        return false;
    };
    LocaleExpander::new_extended().maximize(&mut id);
    id.script
        .is_some_and(|script| matches!(script.as_str(), "Hans" | "Hant" | "Jpan" | "Hani" | "Bopo"))
}
