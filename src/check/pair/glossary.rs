//! The terms of a glossary by what their German begins with, so that a text is asked for those alone
//! that it may have.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Term;
use super::reading::Reading;
use super::terms::{is_form, plain, stem, stems};
use super::words::parts;

/// A glossary, read once for all units that it holds for.
#[derive(Debug)]
pub(in crate::check) struct Glossary {
    terms: Arc<[Term]>,
    /// The German words of each term.
    words: Vec<Vec<String>>,
    /// The terms that have a stem, and as which of their words; each is known by its rarest one.
    by_stem: FxHashMap<String, Vec<(usize, usize)>>,
    /// Terms of signs alone.
    signs: Vec<usize>,
}

impl Glossary {
    pub(super) fn of(terms: &Arc<[Term]>) -> Self {
        let words: Vec<Vec<String>> = terms.iter().map(|term| parts(&term.source)).collect();
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        for word in words.iter().flatten() {
            *counts.entry(stem(word)).or_default() += 1;
        }
        let mut by_stem: FxHashMap<String, Vec<(usize, usize)>> = FxHashMap::default();
        let mut signs = Vec::new();
        let mut known = FxHashSet::default();
        for (term, words) in words.iter().enumerate() {
            // What the glossary says twice holds once.
            if !known.insert(&terms[term]) {
                continue;
            }
            let stems = words.iter().map(|word| stem(word)).enumerate();
            match stems.min_by_key(|(_, stem)| counts.get(stem).copied()) {
                Some((place, stem)) => by_stem.entry(stem).or_default().push((term, place)),
                None => signs.push(term),
            }
        }
        Self {
            terms: Arc::clone(terms),
            words,
            by_stem,
            signs,
        }
    }

    /// Whether it is made of these terms.
    pub(super) fn is_of(&self, terms: &Arc<[Term]>) -> bool {
        Arc::ptr_eq(&self.terms, terms)
    }

    /// The terms whose German a text has, inflected or not, and how often. Compounds are other words.
    pub(in crate::check) fn found(&self, german: &Reading<'_>) -> Vec<(&Term, usize)> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        if self.words.is_empty() {
            return Vec::new();
        }
        let words = german.parts();
        for (at, word) in words.iter().enumerate() {
            let plain = plain(word);
            let known = stems(&plain).filter_map(|stem| self.by_stem.get(stem));
            for (term, place) in known.flatten() {
                let wanted = &self.words[*term];
                let start = at.checked_sub(*place);
                let window = start.and_then(|start| words.get(start..start + wanted.len()));
                let is_there = window.is_some_and(|window| {
                    window
                        .iter()
                        .zip(wanted)
                        .all(|(word, of)| is_form(word, of))
                });
                if is_there {
                    *counts.entry(*term).or_default() += 1;
                }
            }
        }
        for term in &self.signs {
            let signs = &self.terms[*term].source;
            if !signs.is_empty() && german.text.contains(signs) {
                counts.insert(*term, 1);
            }
        }
        let found = counts.into_iter();
        found
            .map(|(term, count)| (&self.terms[term], count))
            .collect()
    }
}

/// Returns which of some source terms a text has, inflected or not, by their indices.
///
/// # Examples
/// ```
/// use satz::check::terms_in;
/// let terms = ["Nachtzug".to_owned(), "Kanal".to_owned()];
/// assert_eq!(terms_in(&terms, "Die Nachtzüge fahren."), [0]);
/// ```
pub fn terms_in(terms: &[String], text: &str) -> Vec<usize> {
    let named = terms.iter().enumerate().map(|(index, source)| Term {
        source: source.clone(),
        target: index.to_string(),
        forms: Vec::new(),
        forbidden: Vec::new(),
    });
    let glossary = Glossary::of(&named.collect());
    let found = glossary.found(&Reading::of(text, None));
    found
        .iter()
        .filter_map(|(term, _)| term.target.parse().ok())
        .collect()
}
