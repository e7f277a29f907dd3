//! What was translated before, found again: the same sentence, or the nearest.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::fragment::Groups;
use super::{Index, Search};
use crate::catalog::Maker;
use crate::text::fold;

/// A finished translation of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The text in the source language.
    pub source: String,
    /// The translation as it reads.
    pub target: String,
    /// The translation as a Fluent pattern on one line, as it is written behind `=`.
    pub pattern: String,
    /// The article that it stands in.
    pub article: String,
    /// Its id there.
    pub id: String,
    /// The source of the unit before it; empty for the first.
    pub before: String,
    /// The source of the unit behind it; empty for the last.
    pub after: String,
    /// What made the translation.
    pub maker: Maker,
    /// Whether its source reads otherwise by now: it is offered, and never taken over by itself.
    pub is_old: bool,
}

/// A text that is to be translated, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Query<'a> {
    /// The text.
    pub source: &'a str,
    /// The source of the unit before it; empty for the first.
    pub before: &'a str,
    /// The source of the unit behind it; empty for the last.
    pub after: &'a str,
}

/// How an offer was found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfferKind {
    /// The same sentence between the same neighbours.
    InContext,
    /// The same sentence.
    Exact,
    /// A sentence that differs in facts alone, which are put into its translation.
    Repaired,
    /// A similar one.
    Similar,
}

impl OfferKind {
    /// Returns the name of the kind in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::InContext => "in-context",
            Self::Exact => "exact",
            Self::Repaired => "repaired",
            Self::Similar => "similar",
        }
    }
}

/// A translation that the memory has for a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer<'m> {
    /// The translation; of several with the same words the first.
    pub entry: &'m Entry,
    /// How it was found.
    pub kind: OfferKind,
    /// How similar its source is, 0.0–1.0; 1 if it is the same sentence.
    pub similarity: f64,
    /// How often the same source has this translation.
    pub times: usize,
}

/// The finished translations into one locale.
///
/// # Examples
/// ```
/// use satz::memory::{Entry, Memory, OfferKind, Query};
/// let entry = |source: &str, target: &str| Entry {
///     source: source.into(),
///     target: target.into(),
///     ..Entry::default()
/// };
/// let memory = Memory::of(vec![
///     entry("Das Tor schließt um sechs.", "The gate closes at six."),
///     entry("Hunde bleiben draußen.", "No dogs, please."),
/// ]);
/// let query = Query { source: "Das Tor schließt um acht.", ..Query::default() };
/// let offers = memory.offers(&query, 0.6, 3);
/// assert_eq!(offers[0].entry.target, "The gate closes at six.");
/// assert_eq!((offers[0].kind, offers.len()), (OfferKind::Similar, 1));
/// ```
#[derive(Debug, Default)]
pub struct Memory {
    entries: Vec<Entry>,
    /// The different sources, folded, in the order of the first entry that has each.
    folds: Vec<String>,
    /// The entries of each, by place.
    places: Vec<Vec<usize>>,
    by_fold: FxHashMap<String, usize>,
    index: OnceLock<Index>,
    groups: OnceLock<Groups>,
}

impl Memory {
    /// Makes a memory of translations.
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut memory = Self::default();
        for (place, entry) in entries.iter().enumerate() {
            let words = fold(&entry.source);
            let number = *memory.by_fold.entry(words).or_insert_with_key(|words| {
                memory.folds.push(words.clone());
                memory.places.push(Vec::new());
                memory.places.len() - 1
            });
            memory.places[number].push(place);
        }
        memory.entries = entries;
        memory
    }

    pub(super) fn groups(&self) -> &Groups {
        self.groups.get_or_init(|| Groups::of(&self.entries))
    }

    /// Returns all translations, as they were given.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns the translations of the very sentence, the best first: those between the same
    /// neighbours, then those that are most frequent, then the first.
    pub fn exact(&self, query: &Query<'_>) -> Vec<Offer<'_>> {
        let Some(number) = self.by_fold.get(&fold(query.source)) else {
            return Vec::new();
        };
        let neighbours = (fold(query.before), fold(query.after));
        let is_in_context = |entry: &Entry| (fold(&entry.before), fold(&entry.after)) == neighbours;
        let mut offers = self.offers_of(*number, 1.0);
        for offer in &mut offers {
            let mut same = self.places[*number]
                .iter()
                .map(|place| &self.entries[*place]);
            let is_same = |entry: &&Entry| entry.target == offer.entry.target;
            let context = same.find(|entry| is_same(entry) && is_in_context(entry));
            (offer.kind, offer.entry) = match context {
                Some(entry) => (OfferKind::InContext, entry),
                None => (OfferKind::Exact, offer.entry),
            };
        }
        offers.sort_by_key(|offer| (offer.kind, Reverse(offer.times)));
        offers
    }

    /// Returns at most `count` translations of the sentence and of those similar to it, the best
    /// first; none whose source is less similar than `floor` (0.0–1.0).
    pub fn offers(&self, query: &Query<'_>, floor: f64, count: usize) -> Vec<Offer<'_>> {
        let mut offers = self.exact(query);
        let words = fold(query.source);
        if offers.len() < count && floor < 1.0 {
            let index = self.index.get_or_init(|| Index::of(&self.folds));
            for found in Search::new(index).best(&words, floor, count + 1) {
                if self.folds[found.number] != words {
                    offers.extend(self.offers_of(found.number, found.similarity));
                }
            }
        }
        let mut seen: Vec<&str> = Vec::new();
        offers.retain(|offer| {
            let is_new = !seen.contains(&offer.entry.target.as_str());
            seen.push(&offer.entry.target);
            is_new
        });
        offers.truncate(count);
        offers
    }

    /// Whether a name stands in translations as it stands in their sources, wherever it does.
    pub fn keeps(&self, name: &str) -> bool {
        let mut with_name = { self.entries.iter() }
            .filter(|entry| entry.source.contains(name))
            .peekable();
        with_name.peek().is_some() && with_name.all(|entry| entry.target.contains(name))
    }

    /// Returns the translations whose source or target has `text` in it, in whatever case.
    pub fn find(&self, text: &str) -> impl Iterator<Item = &Entry> {
        let words = fold(text).to_lowercase();
        self.entries.iter().filter(move |entry| {
            [&entry.source, &entry.target]
                .iter()
                .any(|side| fold(side).to_lowercase().contains(&words))
        })
    }

    /// Returns the different translations of one source, the most frequent first.
    fn offers_of(&self, number: usize, similarity: f64) -> Vec<Offer<'_>> {
        let mut by_target: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for place in &self.places[number] {
            let target = self.entries[*place].target.as_str();
            by_target.entry(target).or_insert((*place, 0)).1 += 1;
        }
        let mut places: Vec<(usize, usize)> = by_target.into_values().collect();
        places.sort_by_key(|(first, times)| (Reverse(*times), *first));
        let offer = |(first, times): (usize, usize)| Offer {
            entry: &self.entries[first],
            kind: OfferKind::Similar,
            similarity,
            times,
        };
        places.into_iter().map(offer).collect()
    }
}
