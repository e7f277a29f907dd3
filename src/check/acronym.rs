//! A short form in capitals that differs from the German's by one letter.
//!
//! Why it matters: `BBC` and `KBC` are two broadcasters, and the eye reads over it. Short forms that
//! other languages have their own for (`EZB` – `ECB`, `IWF` – `IMF`) are known; letters in another
//! order (`NATO` – `OTAN`) are no fault.
//! Example: `wie CNN meldet` – `as CDN reports`.
//! Fix: none; the German's spelling is offered as a hint.

use std::cell::LazyCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::pair::acronyms::{acronyms, is_shouted, is_translation};
use super::pair::stretches::Stretches;
use super::{Check, Find, Flaw, Pair};
use crate::language::known;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "acronym",
    category: "acronym",
    severity: Severity::Warning,
    manual: include_str!("acronym.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    let there = acronyms(target);
    if there.is_empty() {
        return;
    }
    let here = acronyms(source);
    let count = |list: &[(&'_ str, Span)]| {
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        for (word, _) in list {
            *counts.entry((*word).to_owned()).or_default() += 1;
        }
        counts
    };
    let counts = LazyCell::new(|| (count(&here), count(&there)));
    let source = Stretches::of(pair.source().to_owned());
    let by_rest = LazyCell::new(|| by_rest(&here));
    for (word, span) in &there {
        if source.contains(word) || is_roman(word) || is_small_word(pair, word) {
            continue;
        }
        let near = rests(word).filter_map(|rest| by_rest.get(&rest));
        let mut near: Vec<usize> = near.flatten().copied().collect();
        near.sort_unstable();
        let mut near = near.into_iter().map(|at| &here[at]);
        let meant = near.find(|(other, _)| {
            differ_by_one(other, word)
                && !is_translation(pair, other, word)
                && !is_term(pair, other, word)
                && counts.0.get(*other) > counts.1.get(*other)
        });
        // `PV` and `EV` are two things, and differ in half of their letters.
        let is_meant = |meant: &str| {
            let renderings = pair.article.acronyms();
            renderings.is_meant(meant, word) || word.len() < 3 && renderings.is_at_home(word)
        };
        let meant = meant.filter(|(meant, _)| !is_meant(meant));
        if let Some((meant, _)) = meant.filter(|_| !is_shouted(pair.target())) {
            let message = format!("`{word}` where the source has `{meant}`");
            flaws.push(
                Flaw::new(*span, *word, message)
                    .hint(format!("write `{meant}`, or name it in the glossary")),
            );
        }
    }
}

/// Whether the glossary has the one for the other.
fn is_term(pair: Pair<'_>, german: &str, word: &str) -> bool {
    let mut terms = pair.unit().terms.iter();
    terms.any(|term| term.source.contains(german) && term.target.contains(word))
}

/// Words by what is left of each without one of its letters, of equal words the first: two words that
/// differ by a letter share that.
fn by_rest(words: &[(&str, Span)]) -> FxHashMap<(usize, String), Vec<usize>> {
    let mut found: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    let mut known = FxHashSet::default();
    for (at, (word, _)) in words.iter().enumerate() {
        if known.insert(word) {
            for rest in rests(word) {
                found.entry(rest).or_default().push(at);
            }
        }
    }
    found
}

/// What is left of a word without one of its letters, each with the place of that; nothing of a word
/// that is too long for a short form.
fn rests(word: &str) -> impl Iterator<Item = (usize, String)> {
    const LONGEST: usize = 40;
    let word = if word.len() > LONGEST { "" } else { word };
    word.char_indices().enumerate().map(|(place, (at, c))| {
        let rest = [&word[..at], &word[at + c.len_utf8()..]].concat();
        (place, rest)
    })
}

/// Whether two words of one length have one letter that is not the same.
fn differ_by_one(a: &str, b: &str) -> bool {
    let pairs = a.chars().zip(b.chars());
    a.chars().count() == b.chars().count() && pairs.filter(|(a, b)| a != b).count() == 1
}

/// Whether it is a small word of the language in capitals: `AND`.
fn is_small_word(pair: Pair<'_>, word: &str) -> bool {
    let known = known(&word.to_lowercase());
    pair.writing().is_some_and(|writing| known.is_of(writing))
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
