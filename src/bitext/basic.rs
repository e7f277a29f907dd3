//! Words that every text has, with their translations.

use std::collections::BTreeMap;

use super::lexicon::Lexicon;
use super::parameters::Parameters;
use super::vocabulary::Vocabulary;

/// The list: first the languages, then a sense per line, a column per language.
const WORDS: &str = include_str!("basic.txt");

/// The pairs of common words that two texts have. The languages are those whose words they have
/// most of, so that nobody has to name them.
pub(super) fn basic(words: [&Vocabulary; 2], p: &Parameters) -> Lexicon {
    let mut lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    let languages = lines.next().unwrap_or_default().split('\t').count();
    // Per side and language: the numbers of the types of each sense.
    let senses: Vec<Vec<[Vec<u32>; 2]>> = lines
        .map(|line| {
            let mut columns: Vec<[Vec<u32>; 2]> = line
                .split('\t')
                .map(|forms| words.map(|words| words.find_all(forms)))
                .collect();
            columns.resize_with(languages, Default::default);
            columns
        })
        .collect();
    let language = |side: usize| {
        (0..languages).max_by_key(|language| {
            let mut types: BTreeMap<u32, u32> = BTreeMap::new();
            for number in senses.iter().flat_map(|sense| &sense[*language][side]) {
                types.insert(*number, words[side].counts[*number as usize]);
            }
            let sum: u32 = types.values().sum();
            (sum, usize::MAX - language)
        })
    };
    let (Some(from), Some(to)) = (language(0), language(1)) else {
        return Lexicon::default();
    };
    if from == to {
        return Lexicon::default();
    }
    let mut pairs = Vec::new();
    for sense in &senses {
        let (source, target) = (&sense[from][0], &sense[to][1]);
        let many = (source.len() * target.len()) as f32;
        let weight = p.basic_weight / many.sqrt().sqrt();
        for s in source {
            pairs.extend(target.iter().map(|t| (*s, *t, weight)));
        }
    }
    Lexicon::of(pairs)
}
