//! A single German word in the translation.
//!
//! Why it matters: the reader does not know it, and the translator forgot it.
//! Example: `the Vereinbarungen with customers`. Found are words that the German has too: those
//! without a meaning of their own, common nouns, and words in lower case with a German ending. Names
//! and words that the languages share are left alone.
//! Fix: none.

use super::left_in_german::is_within_name;
use super::tongue::{is_german, is_german_by_form, set};
use super::untranslated::is_copy;
use super::words::{Word, bare, words};
use super::{Check, Find, Flaw, Pair};
use crate::language::{german, speakers, writing};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "german-word",
    category: "untranslated",
    severity: Severity::Warning,
    manual: include_str!("german_word.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let language = pair.translation.language();
    if language == "de" || writing(language).is_none() || is_copy(pair.source(), pair.target()) {
        return;
    }
    let target = bare(pair.target());
    let own = words(&target);
    let source = bare(pair.source());
    let theirs = words(&source);
    let first = theirs.first().map(|word| word.text);
    let there = set(&theirs);
    let there = |word: &str| there.contains(word);
    let mut found = (0..own.len()).filter(|at| {
        let word = &own[*at];
        there(word.text)
            && is_left(&own, *at, language, first, &there)
            && !is_within_name(&own, *at, &there)
    });
    // Several are the business of `left-in-german`.
    if let (Some(at), None) = (found.next(), found.next()) {
        let word = &own[at];
        let span = Span::new(word.start, word.end());
        let message = format!("`{}` is German", word.text);
        flaws.push(Flaw::new(span, word.text, message));
    }
}

fn is_left(
    own: &[Word<'_>],
    at: usize,
    language: &str,
    first: Option<&str>,
    there: &dyn Fn(&str) -> bool,
) -> bool {
    let word = &own[at];
    let length = word.text.chars().count();
    if word.is_lower() {
        let german = length > 2 && is_german(word.text, language);
        return (german || is_german_by_form(word.text, language)) && !ends_name(own, at, there);
    }
    let lower = word.text.to_lowercase();
    let is_noun = german().nouns.contains(word.text) && speakers(&lower).is_empty();
    // The German's first word has a capital whatever it is; elsewhere `Klein` is a name.
    let begins = length > 4 && first == Some(word.text) && is_german(&lower, language);
    (is_noun || begins) && !is_beside_name(own, at, there)
}

/// Whether a word follows a capital that is the German's too: `Brandenburg aktuell`.
fn ends_name(own: &[Word<'_>], at: usize, there: &dyn Fn(&str) -> bool) -> bool {
    let before = at.checked_sub(1).and_then(|at| own.get(at));
    let joined = before.is_some_and(|before| before.end() + 1 == own[at].start);
    joined
        && before.is_some_and(|before| before.is_capital() && there(before.text))
        && own
            .get(at + 1)
            .is_none_or(|next| next.start > own[at].end() + 1)
}

/// Whether a word with a capital is part of a name: another one that is the German's too stands
/// beside it, small words between them not counted.
pub(super) fn is_beside_name(own: &[Word<'_>], at: usize, there: &dyn Fn(&str) -> bool) -> bool {
    // `Deutsche Bahn` is the German's `Deutschen Bahn`.
    let has = |text: &str| there(text) || there(&format!("{text}n")) || there(&format!("{text}s"));
    let name = |word: &&Word<'_>| word.is_capital() && has(word.text);
    let small = |word: &&Word<'_>| word.is_lower() && there(word.text);
    let before = own[..at].iter().rev().take(3).find(|word| !small(word));
    let after = own[at + 1..].iter().take(3).find(|word| !small(word));
    before.as_ref().is_some_and(name) || after.as_ref().is_some_and(name)
}
