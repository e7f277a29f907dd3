//! A translation that is the German, word for word.
//!
//! Why it matters: the unit counts as translated, and the reader gets German.
//! Example: `Das Tor ist zu.` for `Das Tor ist zu.` What has no German word in it (names, numbers,
//! code) may well be the same in both languages, and is left alone.
//! Fix: none.

use super::pair::tongue::{is_german, looks_german};
use super::{Check, Find, Flaw, Pair};
use crate::language::german;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "untranslated",
    category: "untranslated",
    severity: Severity::Warning,
    manual: include_str!("untranslated.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if pair.language() == "de" || !pair.is_copy() {
        return;
    }
    let words = &pair.readings().0.words;
    // What the German left in the reader's language is translated already.
    if let Some(writing) = pair.writing() {
        let own = words
            .iter()
            .filter(|word| word.known().tells(writing) && !word.known().german);
        let german = words.iter().filter(|word| is_german(word, Some(writing)));
        if own.count() > 2 * german.count() + 1 {
            return;
        }
    }
    let german = words.iter().any(|word| {
        let lower = word.lower();
        is_german(word, pair.writing())
            || german().nouns.contains(word.text)
            || word.is_lower() && word.text.chars().count() > 4 && looks_german(lower)
            || lower.contains(['ä', 'ö', 'ü', 'ß'])
    });
    if german || words.iter().filter(|word| word.is_lower()).count() > 2 {
        let span = Span::new(0, pair.target().len());
        flaws.push(Flaw::new(span, "", "this is the German, not a translation"));
    }
}
