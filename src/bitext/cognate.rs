//! Words of both languages that look alike.

use rustc_hash::FxHashMap;

use super::lexicon::Lexicon;
use super::parameters::Parameters;
use super::vocabulary::Vocabulary;

/// A type as it is compared.
struct Spelling {
    chars: Vec<char>,
    trigrams: Vec<u64>,
}

/// Finds the pairs of types that are spelled alike, each with its weight.
pub(super) fn cognates(
    source: &Vocabulary,
    target: &Vocabulary,
    parameters: &Parameters,
) -> Lexicon {
    let mut pairs = Vec::new();
    let mut postings: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
    let spellings: Vec<Option<Spelling>> = target.types.iter().map(|word| spelling(word)).collect();
    for (number, spelling) in (0u32..).zip(&spellings) {
        for trigram in spelling.iter().flat_map(|spelling| &spelling.trigrams) {
            postings.entry(*trigram).or_default().push(number);
        }
    }
    let mut shared = vec![0u16; target.types.len()];
    let mut touched: Vec<u32> = Vec::new();
    for (number, word) in (0u32..).zip(&source.types) {
        if let Some(same) = target.find(word) {
            pairs.push((number, same, parameters.cognate_weight));
        }
        let Some(own) = spelling(word) else { continue };
        for trigram in &own.trigrams {
            for other in postings.get(trigram).into_iter().flatten() {
                if shared[*other as usize] == 0 {
                    touched.push(*other);
                }
                shared[*other as usize] += 1;
            }
        }
        for other in touched.drain(..) {
            let count = std::mem::take(&mut shared[other as usize]);
            let Some(theirs) = &spellings[other as usize] else {
                continue;
            };
            if target.types[other as usize] == *word {
                continue;
            }
            let alike = similarity(&own, theirs, count);
            if alike >= parameters.cognate_floor {
                pairs.push((number, other, alike * parameters.cognate_weight));
            }
        }
    }
    Lexicon::of(pairs)
}

fn similarity(a: &Spelling, b: &Spelling, shared: u16) -> f32 {
    let dice = 2.0 * f32::from(shared) / (a.trigrams.len() + b.trigrams.len()) as f32;
    // Words that begin alike for four letters, or hold each other, share more than one.
    if shared < 2 {
        return dice;
    }
    let prefix = a
        .chars
        .iter()
        .zip(&b.chars)
        .take_while(|(a, b)| a == b)
        .count();
    let longer = a.chars.len().max(b.chars.len());
    let begins = if prefix >= 4 {
        prefix as f32 / longer as f32
    } else {
        0.0
    };
    let contained = contains(&a.chars, &b.chars) || contains(&b.chars, &a.chars);
    dice.max(begins).max(if contained { 0.7 } else { 0.0 })
}

/// Whether one word has the other one within it, ending aside.
fn contains(whole: &[char], part: &[char]) -> bool {
    if part.len() < 5 || part.len() >= whole.len() {
        return false;
    }
    let stem = &part[..part.len() - 1];
    stem.len() >= 5 && whole.windows(stem.len()).any(|window| window == stem)
}

/// How a word is compared: `None` for numbers, marks and words of fewer than four letters.
fn spelling(word: &str) -> Option<Spelling> {
    if !word.chars().next()?.is_alphabetic() {
        return None;
    }
    let mut chars: Vec<char> = Vec::with_capacity(word.len() + 2);
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        let pair = match c {
            'p' => Some(('h', 'f')),
            't' => Some(('h', 't')),
            'c' => Some(('k', 'c')),
            _ => None,
        };
        let joined = pair.and_then(|(next, plain)| rest.next_if_eq(&next).map(|_| plain));
        chars.push(joined.unwrap_or(match c {
            'k' | 'z' => 'c',
            'y' | 'j' => 'i',
            'w' => 'v',
            c => c,
        }));
    }
    if chars.len() < 4 {
        return None;
    }
    let mut padded = Vec::with_capacity(chars.len() + 2);
    padded.push('^');
    padded.extend(&chars);
    padded.push('$');
    let mut trigrams: Vec<u64> = padded
        .windows(3)
        .map(|w| (u64::from(w[0]) << 42) | (u64::from(w[1]) << 21) | u64::from(w[2]))
        .collect();
    trigrams.sort_unstable();
    trigrams.dedup();
    Some(Spelling { chars, trigrams })
}
