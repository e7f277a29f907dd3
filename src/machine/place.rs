//! Codes put back where a machine lost them, by the words that stood beside them.

use std::ops::Range;

use super::code::Code;
use crate::bitext::WordAligner;
use crate::exchange::Role;
use crate::language::{Kind, Tokens};

/// Puts all codes of a source into a translation that has none of them.
///
/// A pair goes around the words that translate those within it; a code that stands alone goes before
/// the word that translates the next one, else behind that of the one before it. Where neither is known
/// the share of the sentence decides. Pairs keep out of one another unless one is within the other.
pub(super) fn place_codes(
    source: &str,
    codes: &[Code],
    target: &str,
    aligner: &WordAligner,
) -> String {
    let sides = Sides::of(source, target, aligner);
    let mut inserts: Vec<Insert> = Vec::new();
    // The pairs that are open, and those that are placed: their words in the target.
    let mut open: Vec<(usize, Range<usize>)> = Vec::new();
    let mut placed: Vec<Range<usize>> = Vec::new();
    for (order, code) in codes.iter().enumerate() {
        match code.role {
            Role::Alone => {
                let at = sides.point(code.at);
                inserts.push(Insert::new(at, order, spaced(target, at, code)));
            }
            Role::End(pair) => open.retain(|(other, _)| *other != pair),
            Role::Start(pair) => {
                let end = codes[order..].iter().find(|c| c.role == Role::End(pair));
                let Some(end) = end else { continue };
                let within = open
                    .last()
                    .map_or(0..sides.target.len(), |(_, words)| words.clone());
                let siblings = &placed[..];
                let words = sides.words_of(code.at..end.at, &within, |word| {
                    let is_around = |other: &&Range<usize>| {
                        other.contains(&word) && !open.iter().any(|(_, words)| words == *other)
                    };
                    siblings.iter().any(|other| is_around(&other))
                });
                let (Some(first), Some(last)) = (
                    sides.target.get(words.start),
                    words
                        .end
                        .checked_sub(1)
                        .and_then(|last| sides.target.get(last)),
                ) else {
                    inserts.push(Insert::new(
                        target.len(),
                        order,
                        format!("{}{}", code.raw, end.raw),
                    ));
                    continue;
                };
                inserts.push(Insert::new(first.start, order, code.raw.clone()));
                inserts.push(Insert::closing(last.end, order, end.raw.clone()));
                placed.push(words.clone());
                open.push((pair, words));
            }
        }
    }
    assemble(target, inserts)
}

/// A text to be put into another one. Of those for one place, ends of pairs come first, the inner
/// before the outer; then the others in their order.
struct Insert {
    place: (usize, bool, isize),
    text: String,
}

impl Insert {
    fn new(at: usize, order: usize, text: String) -> Self {
        let place = (at, true, order.cast_signed());
        Self { place, text }
    }

    fn closing(at: usize, order: usize, text: String) -> Self {
        let place = (at, false, -order.cast_signed());
        Self { place, text }
    }
}

fn assemble(target: &str, mut inserts: Vec<Insert>) -> String {
    inserts.sort_by_key(|insert| insert.place);
    let mut out = String::with_capacity(target.len() + 16 * inserts.len());
    let mut end = 0;
    for insert in inserts {
        out.push_str(&target[end..insert.place.0]);
        out.push_str(&insert.text);
        end = insert.place.0;
    }
    out.push_str(&target[end..]);
    out
}

/// A code that stands alone with the blanks that it needs at a place.
fn spaced(target: &str, at: usize, code: &Code) -> String {
    let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let before = code.has_blank.0 && touches(target[..at].chars().next_back());
    let is_word = |c: &char| c.is_alphanumeric();
    let after = touches(target[at..].chars().next().filter(is_word));
    let blank = |is_there: bool| if is_there { " " } else { "" };
    format!("{}{}{}", blank(before), code.raw, blank(after))
}

/// Both sentences by their words, and which of them translate each other.
struct Sides {
    source: Vec<Range<usize>>,
    target: Vec<Range<usize>>,
    /// The word of the target for each of the source.
    links: Vec<Option<usize>>,
    /// Bytes of the target.
    length: usize,
}

impl Sides {
    fn of(source: &str, target: &str, aligner: &WordAligner) -> Self {
        let (source_words, target_words) = (words(source), words(target));
        let mut links = vec![None; source_words.len()];
        for pair in aligner.pairs(source, target) {
            let from = source_words.iter().position(|word| *word == pair.source);
            let to = target_words.iter().position(|word| *word == pair.target);
            if let (Some(from), Some(to)) = (from, to) {
                links[from] = Some(to);
            }
        }
        Self {
            source: source_words,
            target: target_words,
            links,
            length: target.len(),
        }
    }

    /// The words of the source before a place.
    fn before(&self, at: usize) -> usize {
        self.source.partition_point(|word| word.end <= at)
    }

    /// Where a code goes that stands alone at a place of the source.
    fn point(&self, at: usize) -> usize {
        let next = self.before(at);
        if next == self.source.len() {
            let last = self.target.last().map_or(0, |word| word.end);
            return if self.source.is_empty() { 0 } else { last };
        }
        if next == 0 {
            return self.target.first().map_or(0, |word| word.start);
        }
        if let Some(to) = self.links[next] {
            return self.target[to].start;
        }
        if let Some(to) = self.links[next - 1] {
            return self.target[to].end;
        }
        let to = self.share(next);
        self.target.get(to).map_or(self.length, |word| word.start)
    }

    /// The words of the target that a pair goes around, which is around a part of the source: within
    /// some words, and none of those that are taken.
    fn words_of(
        &self,
        part: Range<usize>,
        within: &Range<usize>,
        is_taken: impl Fn(usize) -> bool,
    ) -> Range<usize> {
        let words = self.before(part.start)..self.before(part.end).max(self.before(part.start));
        let is_free = |word: &usize| within.contains(word) && !is_taken(*word);
        let links = self.links[words.clone()].iter().flatten().copied();
        let mut linked: Vec<usize> = links.filter(is_free).collect();
        linked.sort_unstable();
        let (first, most) = if let Some(first) = linked.first() {
            (*first, linked.last().map_or(1, |last| last - first + 1))
        } else {
            let near = |word: &usize| word.abs_diff(self.share(words.start));
            match within.clone().filter(is_free).min_by_key(near) {
                Some(first) => (first, words.len().max(1)),
                None => return 0..0,
            }
        };
        // Words that went far apart are no part of a sentence any more.
        let most = if most > 2 * words.len() + 1 { 1 } else { most };
        let end = (first..first + most).take_while(is_free).count();
        first..first + end
    }

    /// The word of the target that stands as far along as one of the source, between the words nearest
    /// to it that translate each other.
    fn share(&self, word: usize) -> usize {
        let links = || self.links.iter().enumerate();
        let linked = links().filter_map(|(from, to)| Some((from + 1, (*to)? + 1)));
        let (mut before, mut after) = ((0, 0), (self.source.len() + 1, self.target.len() + 1));
        for (from, to) in linked {
            if from <= word {
                before = (from, to);
            } else if to > before.1 && from < after.0 {
                after = (from, to);
            }
        }
        let (span, steps) = (after.0 - before.0, word + 1 - before.0);
        let length = after.1.saturating_sub(before.1);
        let place = before.1 + (steps * length + span / 2) / span.max(1);
        place.clamp(1, self.target.len().max(1)) - 1
    }
}

/// The places of the words and figures of a text.
fn words(text: &str) -> Vec<Range<usize>> {
    let tokens = Tokens::of(text).list.into_iter();
    tokens
        .filter(|token| token.kind != Kind::Mark)
        .map(|token| token.span)
        .collect()
}
