//! A translation that is the German, word for word.
//!
//! Why it matters: the unit counts as translated, and the reader gets German.
//! Example: `Das Tor ist zu.` for `Das Tor ist zu.` What has no German word in it (names, numbers,
//! code) may well be the same in both languages, and is left alone.
//! Fix: none.

use super::tongue::{is_german, looks_german};
use super::{Check, Find, Flaw, Pair};
use crate::language::german;
use crate::text::{Severity, Span, fold};

pub(super) const CHECK: Check = Check {
    code: "untranslated",
    category: "untranslated",
    severity: Severity::Warning,
    manual: include_str!("untranslated.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = (pair.source(), pair.target());
    let language = pair.translation.language();
    if language == "de" || !is_copy(source, target) {
        return;
    }
    let (words, _) = pair.words();
    let german = words.iter().any(|word| {
        let lower = word.text.to_lowercase();
        is_german(&lower, language)
            || german().nouns.contains(word.text)
            || word.is_lower() && word.text.chars().count() > 4 && looks_german(&lower)
            || lower.contains(['ä', 'ö', 'ü', 'ß'])
    });
    if german || words.iter().filter(|word| word.is_lower()).count() > 2 {
        let span = Span::new(0, target.len());
        flaws.push(Flaw::new(span, "", "this is the German, not a translation"));
    }
}

/// Whether two texts are the same but for typography, case and marks.
pub(super) fn is_copy(source: &str, target: &str) -> bool {
    // Texts of different lengths cannot be the same.
    if source.len().abs_diff(target.len()) > 8 + source.len() / 8 {
        return false;
    }
    let plain = |text: &str| -> String {
        fold(text)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let (source, target) = (plain(source), plain(target));
    !source.is_empty() && source == target
}
