//! A part of the source that stayed in the translation.
//!
//! Why it matters: the sentence begins in one language and ends in another.
//! Example: `According to the report, dass sie sich kannten.` Names are kept: words of a
//! name that the source has as well (`Amt für Statistik`, `Frankfurt am Main`) do not count.
//! Fix: none.

use super::pair::tongue::{
    is_in_kept_label, is_in_legal_name, is_source, is_source_by_form, may_be_source,
};
use super::pair::words::Word;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "untranslated-part",
    category: "untranslated",
    severity: Severity::Warning,
    manual: include_str!("untranslated_part.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if pair.is_one_language() || pair.is_copy() {
        return;
    }
    let (source, target) = pair.readings();
    let (theirs, own) = (&source.words, &target.words);
    let there = pair.there();
    let untranslated = untranslated_words(pair, &|word| there.contains(word));
    if untranslated.is_empty() {
        return;
    }
    let counted = untranslated
        .iter()
        .filter(|at| !is_within_name(own, **at, &|word| there.contains(word)))
        .filter(|at| !is_in_legal_name(pair.target(), own[**at].start))
        .filter(|at| !is_in_kept_label(pair.target(), pair.source(), own[**at].start));
    let counted: Vec<usize> = counted.copied().collect();
    let (run, longest) = longest_run(own, theirs, &counted);
    let known = pair.writing().is_some();
    let share = counted.len() * 5 >= own.len() * 2;
    let many = counted.len() >= if known { 2 } else { 4 };
    if (many && (known || share)) || (longest >= if known { 3 } else { 6 } && !counted.is_empty()) {
        let first = counted[0].min(run);
        let last = counted[counted.len() - 1].max(if longest > 1 { run + longest - 1 } else { 0 });
        let span = Span::new(own[first].start, own[last].end());
        let message = format!(
            "this was not translated: `{}`",
            super::excerpt(&pair.target()[span.start..span.end])
        );
        flaws.push(Flaw::new(span, own[counted[0]].text, message));
    }
}

/// What joins the parts of names.
pub(super) const PARTICLES: &[&str] = &[
    "du", "de", "von", "vom", "zu", "zum", "zur", "der", "die", "das", "den", "dem", "des", "am",
    "an", "im", "in", "auf", "bei", "für", "und", "unter",
];

/// Indices of the words in lower case that are of the source's language without a doubt.
fn untranslated_words(pair: Pair<'_>, there: &dyn Fn(&str) -> bool) -> Vec<usize> {
    let words = &pair.readings().1.words;
    let is = |word: &Word<'_>| {
        may_be_source(pair, word)
            && (is_source(pair, word) && word.text.len() > 2 || there(word.text))
            && word.is_lower()
            && (is_source(pair, word) || is_source_by_form(pair, word))
    };
    (0..words.len()).filter(|at| is(&words[*at])).collect()
}

/// Whether a word stands in a name that is kept: capitals before and behind, and all three are the
/// source's as well.
pub(super) fn is_within_name(words: &[Word<'_>], at: usize, there: &dyn Fn(&str) -> bool) -> bool {
    let is_small = |word: &Word<'_>| PARTICLES.contains(&word.text);
    let part = |word: &Word<'_>| word.is_capital() && there(word.text);
    let before = words[..at]
        .iter()
        .rev()
        .take(2)
        .find(|word| !is_small(word));
    let after = words[at + 1..].iter().take(2).find(|word| !is_small(word));
    is_small(&words[at]) && before.is_some_and(part) && after.is_some_and(part)
}

/// The longest run of words that both texts have in this order and that holds one of some: where it
/// begins and how many words it has.
fn longest_run(own: &[Word<'_>], theirs: &[Word<'_>], some: &[usize]) -> (usize, usize) {
    let mut best = (some.first().copied().unwrap_or(0), 0);
    for &at in some.iter().take(4) {
        let places = theirs
            .iter()
            .enumerate()
            .filter(|(_, word)| word.text == own[at].text);
        for (place, _) in places.take(8) {
            let same = |(a, b): &(&Word<'_>, &Word<'_>)| a.text == b.text;
            let before = own[..at].iter().rev().zip(theirs[..place].iter().rev());
            let before = before.take_while(same).count();
            let after = own[at..]
                .iter()
                .zip(&theirs[place..])
                .take_while(same)
                .count();
            if before + after > best.1 {
                best = (at - before, before + after);
            }
        }
    }
    best
}
