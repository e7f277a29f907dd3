//! Words that every text has, with their translations.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::parameters::Parameters;
use super::token::tokens;
use super::vocabulary::Vocabulary;

/// The list: first the languages, then a sense per line, a column per language.
const WORDS: &str = include_str!("basic.txt");

/// The list as it is compared.
static LIST: LazyLock<List> = LazyLock::new(|| {
    let mut lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    let languages = lines.next().unwrap_or_default().split('\t').count();
    let forms = |text: &str| {
        let mut out = Vec::new();
        tokens(text, |token, _| out.push(token.to_owned()));
        out
    };
    let columns = |line: &str| {
        let mut columns: Vec<Vec<String>> = line.split('\t').map(forms).collect();
        columns.resize_with(languages, Default::default);
        columns
    };
    List {
        languages,
        senses: lines.map(columns).collect(),
    }
});

struct List {
    languages: usize,
    /// By sense and language the tokens of its forms.
    senses: Vec<Vec<Vec<String>>>,
}

/// The pairs of common words that two texts have. The languages are those whose words they have
/// most of, so that nobody has to name them.
pub(super) fn basic(words: [&Vocabulary; 2], p: &Parameters) -> Lexicon {
    let languages = LIST.languages;
    // Per side and language: the numbers of the types of each sense.
    let numbers = |forms: &Vec<String>| {
        words.map(|words| forms.iter().filter_map(|form| words.find(form)).collect())
    };
    let senses: Vec<Vec<[Vec<u32>; 2]>> = LIST
        .senses
        .iter()
        .map(|columns| columns.iter().map(numbers).collect())
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
