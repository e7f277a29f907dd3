//! A phrase that is said again and again.
//!
//! Why it matters: machines fall into loops, and hands paste twice.
//! Example: `the old gate the old gate the old gate`. What the German repeats is left alone.
//! Fix: certain where the same four words or more follow each other twice: the second goes.

use super::pair::words::Word;
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
    flaws.push(if length > 3 { flaw.fix("") } else { flaw });
}

/// Whether as many words as the shortest phrase that counts has, one behind the other, may have stood
/// before: told by their lengths and first and last bytes, as far as a set of bits can.
fn may_repeat(words: &[Word<'_>]) -> bool {
    let mut seen = 0_u128;
    let mut run = 0;
    words.iter().any(|word| {
        let bytes = word.lower.as_bytes();
        let ends = bytes.first().zip(bytes.last());
        let (first, last) = ends.map_or((0, 0), |(first, last)| (*first, *last));
        let ends = u64::from(first) << 16 | u64::from(last) << 8 | bytes.len() as u64;
        let bit = 1 << (ends.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 57);
        run = if seen & bit == 0 { 0 } else { run + 1 };
        seen |= bit;
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
                let same = words[at].lower == words[at + length].lower;
                run = if same { run + 1 } else { 0 };
                (run == least).then(|| (at + 1 - least, length))
            })
        })
}
