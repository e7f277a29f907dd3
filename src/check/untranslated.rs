//! A translation that is the German, word for word.
//!
//! Why it matters: the unit counts as translated, and the reader gets German.
//! Example: `Das Tor ist zu.` for `Das Tor ist zu.` What has no German word in it (names, numbers,
//! code) may well be the same in both languages, and is left alone.
//! Fix: none.

use super::pair::tongue::is_source;
use super::pair::words::Word;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "untranslated",
    category: "untranslated",
    severity: Severity::Warning,
    manual: include_str!("untranslated.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if pair.is_one_language() || !pair.is_copy() {
        return;
    }
    let (words, lists) = (&pair.readings().0.words, pair.source_lists());
    let from = pair.source_writing();
    let is_small = |word: &Word<'_>| from.is_some_and(|from| word.known().is_of(from));
    // What the source left in the reader's language is translated already.
    if let Some(writing) = pair.writing() {
        let own = words
            .iter()
            .filter(|word| word.known().tells(writing) && !is_small(word));
        let untranslated = words.iter().filter(|word| is_source(pair, word));
        if own.count() > 2 * untranslated.count() + 1 {
            return;
        }
    }
    let is_of_source = words.iter().any(|word| {
        let lower = word.lower();
        is_source(pair, word)
            || lists.nouns.contains(word.text)
            || word.is_lower() && word.text.chars().count() > 4 && lists.looks_own(lower)
            || lists.has_own_letter(lower)
    });
    if is_of_source || words.iter().filter(|word| word.is_lower()).count() > 2 {
        let span = Span::new(0, pair.target().len());
        flaws.push(Flaw::new(span, "", "this is the source, not a translation"));
    }
}
