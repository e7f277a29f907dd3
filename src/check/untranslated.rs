//! A translation that is the German, word for word.
//!
//! Why it matters: the unit counts as translated, and the reader gets German.
//! Example: `Das Tor ist zu.` for `Das Tor ist zu.` What has no German word in it (names, numbers,
//! code) may well be the same in both languages, and is left alone.
//! Fix: none.

use super::pair::tongue::{is_in_kept_label, is_in_legal_name, is_of_no_other, is_source};
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
    // A single word in small letters may be the name of a thing: `sponsortoken`.
    let has_form = |word: &Word<'_>| {
        words.len() > 1
            && word.is_lower()
            && word.text.chars().count() > 4
            && lists.looks_own(word.lower())
    };
    // The address of a firm or an association stands behind its name.
    let is_of_firm = |word: &Word<'_>| {
        is_in_legal_name(pair.source(), word.start)
            || word.is_capital()
                && words
                    .first()
                    .is_some_and(|first| is_in_legal_name(pair.source(), first.start))
    };
    let is_of_source = words.iter().enumerate().any(|(at, word)| {
        // `EcoFlow DELTA Pro`: a small word with a capital is part of a name.
        let is_small = (at == 0 || word.is_lower())
            && is_source(pair, word)
            && !is_in_legal_name(pair.source(), word.start);
        let is_known = lists.nouns.contains(word.text) || has_form(word);
        (is_small
            || is_known && is_of_no_other(pair, word)
            || lists.has_own_letter(word.lower()) && !is_of_firm(word))
            && !is_in_kept_label(pair.source(), pair.target(), word.start)
    });
    // Where nothing is known of the source's words, several are enough.
    let is_prose = || from.is_none() && words.iter().filter(|word| word.is_lower()).count() > 2;
    if is_of_source || is_prose() {
        let span = Span::new(0, pair.target().len());
        flaws.push(Flaw::new(span, "", "this is the source, not a translation"));
    }
}
