//! Parts of a sentence that were translated before as parts of others.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Entry, Memory};
use crate::bitext::WordAligner;
use crate::language::{Kind, Tokens};

/// The words of the shortest part.
const SHORTEST: usize = 3;

/// So many sentences are looked at for each group of words.
const PLACES: usize = 12;

/// So many parts are offered at most.
const PARTS: usize = 3;

/// A part of a sentence that stands in another one, with the words that translate it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment<'m> {
    /// The other sentence with its translation.
    pub entry: &'m Entry,
    /// Where the part stands in the text that was asked for, in UTF-8 bytes.
    pub span: Range<usize>,
    /// The words that translate it.
    pub target: &'m str,
}

/// Sentences by their groups of words.
#[derive(Debug, Default)]
pub(super) struct Groups(FxHashMap<Vec<String>, Vec<usize>>);

/// The words of a text with their places.
struct Words(Vec<(String, Range<usize>)>);

impl Words {
    fn of(text: &str) -> Self {
        let tokens = Tokens::of(text);
        let words = tokens
            .list
            .iter()
            .enumerate()
            .filter(|(_, token)| token.kind != Kind::Mark);
        let words = words.map(|(at, token)| {
            (
                tokens.word(at).unwrap_or_default().to_owned(),
                token.span.clone(),
            )
        });
        Self(words.collect())
    }

    fn groups(&self) -> impl Iterator<Item = (usize, Vec<String>)> {
        let group = |words: &[(String, Range<usize>)]| -> Vec<String> {
            words.iter().map(|(word, _)| word.clone()).collect()
        };
        self.0.windows(SHORTEST).map(group).enumerate()
    }

    /// The bytes from the first to the last of some words.
    fn span(&self, words: &Range<usize>) -> Range<usize> {
        self.0[words.start].1.start..self.0[words.end - 1].1.end
    }
}

impl Groups {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut groups = Self::default();
        for (place, entry) in entries.iter().enumerate() {
            for (_, group) in Words::of(&entry.source).groups() {
                let places = groups.0.entry(group).or_default();
                if places.len() < PLACES && places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        groups
    }
}

impl Memory {
    /// Returns the longest parts of a text that stand in other sentences, those for which the words are
    /// known that translate them there; none overlaps another, and none is the whole text.
    pub fn fragments(&self, text: &str, aligner: &WordAligner) -> Vec<Fragment<'_>> {
        let words = Words::of(text);
        let mut found: Vec<(Range<usize>, Fragment<'_>)> = Vec::new();
        for (at, group) in words.groups() {
            for place in self.groups().0.get(&group).into_iter().flatten() {
                let entry = &self.entries()[*place];
                let others = Words::of(&entry.source);
                if shared(&words.0, &others.0) == words.0.len().max(others.0.len()) {
                    continue;
                }
                let starts = others.groups().filter(|(_, other)| *other == group);
                for (start, _) in starts {
                    let length = shared(&words.0[at..], &others.0[start..]);
                    let part = others.span(&(start..start + length));
                    if let Some(target) = translated(entry, &part, length, aligner) {
                        let run = at..at + length;
                        let span = words.span(&run);
                        found.push((
                            run,
                            Fragment {
                                entry,
                                span,
                                target,
                            },
                        ));
                    }
                }
            }
        }
        // The longest first; of equal ones that of the sentence that came first.
        found.sort_by_key(|(run, _)| (std::cmp::Reverse(run.len()), run.start));
        let mut taken: Vec<Range<usize>> = Vec::new();
        found.retain(|(run, _)| {
            let is_free = taken
                .iter()
                .all(|other| run.end <= other.start || other.end <= run.start);
            if is_free && taken.len() < PARTS {
                taken.push(run.clone());
                return true;
            }
            false
        });
        found.sort_by_key(|(run, _)| run.start);
        found.into_iter().map(|(_, fragment)| fragment).collect()
    }
}

/// How many words two texts begin with in common.
fn shared(one: &[(String, Range<usize>)], other: &[(String, Range<usize>)]) -> usize {
    let both = one.iter().zip(other);
    both.take_while(|(one, other)| one.0 == other.0).count()
}

/// The words that translate a part of a sentence: those between the first and the last that do, if no
/// other part of the sentence is translated among them and half of the part's words have a partner.
fn translated<'m>(
    entry: &'m Entry,
    part: &Range<usize>,
    words: usize,
    aligner: &WordAligner,
) -> Option<&'m str> {
    let pairs = aligner.pairs(&entry.source, &entry.target);
    let is_word =
        |range: &Range<usize>| entry.target[range.clone()].contains(char::is_alphanumeric);
    let within = |range: &Range<usize>| part.start <= range.start && range.end <= part.end;
    let partners = pairs
        .iter()
        .filter(|pair| within(&pair.source) && is_word(&pair.target));
    let targets: Vec<&Range<usize>> = partners.map(|pair| &pair.target).collect();
    let start = targets.iter().map(|range| range.start).min()?;
    let mut end = targets.iter().map(|range| range.end).max()?;
    // Words of the part that have no partner may be translated by those behind it that have none.
    let is_free = |range: &&Range<usize>| !pairs.iter().any(|pair| pair.target == **range);
    let target_words = Words::of(&entry.target).0;
    let behind = target_words
        .iter()
        .map(|(_, range)| range)
        .filter(|range| range.start >= end);
    let free = behind
        .take_while(is_free)
        .take(words.saturating_sub(targets.len()));
    end = free.map(|range| range.end).last().unwrap_or(end);
    let is_foreign = pairs.iter().any(|pair| {
        !within(&pair.source)
            && is_word(&pair.target)
            && start <= pair.target.start
            && pair.target.end <= end
    });
    let target = &entry.target[start..end];
    let is_short = target.split_whitespace().count() <= 2 * words + 1;
    (!is_foreign && is_short && targets.len() * 2 >= words).then_some(target)
}
