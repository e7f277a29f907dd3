//! A short form in capitals that differs from the German's by one letter.
//!
//! Why it matters: `BBC` and `KBC` are two broadcasters, and the eye reads over it. Short forms that
//! other languages have their own for (`EZB` – `ECB`, `IWF` – `IMF`) are known; letters in another
//! order (`NATO` – `OTAN`) are no fault.
//! Example: `wie CNN meldet` – `as CDN reports`.
//! Fix: none; the German's spelling is offered as a hint.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::pair::acronyms::{acronyms, is_shouted, is_translation};
use super::{Check, Find, Flaw, Pair};
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
    for (word, span) in &there {
        if pair.source().contains(word) || is_roman(word) {
            continue;
        }
        let meant = here.iter().find(|(other, _)| {
            differ_by_one(other, word)
                && !is_translation(pair, other, word)
                && !is_term(pair, other, word)
                && counts.0.get(*other) > counts.1.get(*other)
        });
        let meant = meant.filter(|(meant, _)| !pair.article.acronyms().is_meant(meant, word));
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

/// Whether two words of one length have one letter that is not the same.
fn differ_by_one(a: &str, b: &str) -> bool {
    let pairs = a.chars().zip(b.chars());
    a.chars().count() == b.chars().count() && pairs.filter(|(a, b)| a != b).count() == 1
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
