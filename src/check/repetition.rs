//! A phrase that is said again and again.
//!
//! Why it matters: machines fall into loops, and hands paste twice.
//! Example: `the old gate the old gate the old gate`. What the German repeats is left alone.
//! Fix: none; what stands between the two may be meant.

use super::pair::words::{Looks, Word};
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "repetition",
    category: "doubled",
    severity: Severity::Warning,
    manual: include_str!("repetition.rs"),
    find: Find::Pair(find),
};

/// Lengths of phrases, in words.
const PHRASES: std::ops::RangeInclusive<usize> = 3..=20;

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    let (source, own) = pair.readings();
    let own = &own.words;
    let Some((at, length)) = looped(own) else {
        return;
    };
    if looped(&source.words).is_some() {
        return;
    }
    let phrase = &target[own[at].start..own[at + length - 1].end()];
    let (end, next) = (own[at + length - 1].end(), own[at + 2 * length - 1].end());
    let message = format!("`{}` is said twice", super::excerpt(phrase));
    let flaw = Flaw::new(Span::new(end, next), own[at].text, message);
    flaws.push(flaw.hint("take one out, unless it is meant"));
}

/// Whether as many words as the shortest phrase that counts has, one behind the other, may have stood
/// before.
fn may_repeat(words: &[Word<'_>]) -> bool {
    let mut seen = Looks::default();
    let mut run = 0;
    words.iter().any(|word| {
        run = if seen.add(word.lower()) { run + 1 } else { 0 };
        run > *PHRASES.start()
    })
}

/// The first phrase that follows itself: where it begins and how many words it has. One of three
/// words must do so twice.
fn looped(words: &[Word<'_>]) -> Option<(usize, usize)> {
    if !may_repeat(words) {
        return None;
    }
    PHRASES
        .take_while(|length| length * 2 <= words.len())
        .find_map(|length| {
            let least = if length < 4 { 2 * length } else { length };
            let mut run = 0;
            (0..words.len() - length).find_map(|at| {
                let same = words[at].lower() == words[at + length].lower();
                run = if same { run + 1 } else { 0 };
                (run == least).then(|| (at + 1 - least, length))
            })
        })
}
