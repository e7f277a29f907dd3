//! What tells a common noun from a name, in a language that writes both with a capital.

use std::sync::LazyLock;

use super::{Language, WordList, lower_case};

/// Names of firms, programs and platforms, which no language translates.
static BRANDS: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("brands.txt")));

/// First and last parts of names that are words in another language.
const PARTS: [&str; 14] = [
    "New", "San", "Santa", "The", "Le", "La", "Los", "As", "Of", "North", "South", "East", "West",
    "Saint",
];

/// Bytes of the last part of a compound that may be any noun; names end with some shorter ones as well:
/// "Krummbach".
const LAST_PART: usize = 4;

/// Whether a word is the name of a firm, a program or a platform.
pub fn is_brand(word: &str) -> bool {
    BRANDS.contains(word)
}

impl Language {
    /// Whether a word with a capital is a noun, or has its capital from the beginning of a sentence.
    pub fn is_noun(&self, word: &str) -> bool {
        self.nouns.contains(word)
            || self.months.contains(word)
            || self.starters.contains_lower(word)
            || word.len() < 3
            || PARTS.contains(&word)
            || self.is_common_noun(&lower_case(word))
    }

    /// Whether a noun says what the name behind it is: "Stadt Palu", "Sprecher Peskow".
    pub fn is_apposition(&self, word: &str) -> bool {
        let is_known = || self.is_common_noun(&lower_case(word));
        !self.starters.contains_lower(word)
            && (self.nouns.contains(word) || is_known() || self.ends_like_noun(word))
    }

    /// Whether a word in lower case is a form of a common noun, or ends with one.
    pub fn is_common_noun(&self, word: &str) -> bool {
        self.is_form_of_noun(word)
            || word.contains(['ä', 'ö', 'ü'])
                && self.is_form_of_noun(&word.replace('ä', "a").replace('ö', "o").replace('ü', "u"))
    }

    fn is_form_of_noun(&self, word: &str) -> bool {
        let nouns = &self.common_nouns;
        let endings = self.noun_inflections.iter().copied();
        let stems = std::iter::once("").chain(endings);
        let stems: Vec<&str> = stems.filter_map(|end| word.strip_suffix(end)).collect();
        let mut places = word.char_indices().enumerate();
        places.any(|(place, (at, _))| {
            // The first part of a compound has three letters.
            let is_last = |noun: &str| noun.len() >= LAST_PART || self.short_parts.contains(&noun);
            let is_noun = |stem: &&str| {
                let noun = stem.get(at..).unwrap_or_default();
                (place == 0 || is_last(noun)) && nouns.contains(noun)
            };
            (place == 0 || place > 2 && word.len() - at > 2)
                && nouns.may_begin(&word[at..])
                && stems.iter().any(is_noun)
        })
    }

    /// Whether a word ends as most nouns do; some names do as well.
    pub fn ends_like_noun(&self, word: &str) -> bool {
        // By the last letter, since it is asked of most words.
        let last = word.as_bytes().last();
        let mut endings = self.usual_endings.iter();
        endings.any(|ending| ending.as_bytes().last() == last && word.ends_with(ending))
    }

    /// Whether a word ends as an adjective does before its noun.
    pub fn ends_like_adjective(&self, word: &str) -> bool {
        self.adjective_endings
            .iter()
            .any(|ending| word.ends_with(ending))
    }
}
