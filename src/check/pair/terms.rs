//! Terms of the house in a text, in whatever case they stand.

use std::borrow::Cow;

use super::reading::Reading;
use super::words::parts;
use crate::language::writing;

/// How often a term stands in a translation, by stem and case. A word that is nearer to one of the
/// `others` is that one: `містечко` is no case of `місто` where both are terms.
pub(in crate::check) fn count_own(
    term: &str,
    others: &[String],
    own: &Reading<'_>,
    language: &str,
) -> usize {
    let nearer = |word: &str, of: &str| {
        let own = shared(word, of);
        others
            .iter()
            .any(|other| shared(word, &other.to_lowercase()) > own)
    };
    count(term, own, &|word, of| {
        is_case(word, of, language) && (others.is_empty() || !nearer(word, of))
    })
}

/// How many characters two words share at their start.
fn shared(one: &str, other: &str) -> usize {
    one.chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count()
}

fn count(term: &str, reading: &Reading<'_>, fits: &dyn Fn(&str, &str) -> bool) -> usize {
    let wanted = parts(term);
    if wanted.is_empty() {
        return usize::from(!term.is_empty() && reading.text.contains(term));
    }
    let there = reading.parts();
    let all = |window: &[String]| window.iter().zip(&wanted).all(|(word, of)| fits(word, of));
    there
        .windows(wanted.len())
        .filter(|window| all(window))
        .count()
}

/// What follows the stem of a German noun or adjective.
const ENDINGS: [&str; 12] = [
    "", "e", "n", "en", "s", "es", "er", "ern", "em", "nen", "se", "sen",
];

/// The letters of a German word without their umlauts.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['ä', 'ö', 'ü']) {
        return text.into();
    }
    text.replace('ä', "a")
        .replace('ö', "o")
        .replace('ü', "u")
        .into()
}

/// What all forms of a German word begin with, umlauts aside: `Rakete`, `Raketen`; `deutsche`,
/// `deutschen`, `deutscher`.
pub(super) fn stem(word: &str) -> String {
    let mut stem = plain(word).into_owned();
    if stem.len() > 4 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

/// The stems of the words that a German word without umlauts may be a form of.
pub(super) fn stems(word: &str) -> impl Iterator<Item = &str> {
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
}

/// Whether a German word is a form of another: endings, and the umlaut of many plurals.
pub(super) fn is_form(word: &str, of: &str) -> bool {
    let first = |word: &str| match word.chars().next() {
        Some('ä') => Some('a'),
        Some('ö') => Some('o'),
        Some('ü') => Some('u'),
        first => first,
    };
    if first(word) != first(of) {
        return false;
    }
    let word = plain(word);
    word.strip_prefix(&stem(of))
        .is_some_and(|rest| ENDINGS.contains(&rest))
}

/// What follows the stem of a noun or an adjective in the Romance languages.
const ROMANCE: [&str; 24] = [
    "", "s", "es", "a", "as", "o", "os", "e", "i", "x", "ux", "aux", "le", "les", "ne", "nes",
    "se", "ses", "ve", "ves", "te", "tes", "hi", "he",
];

/// Whether a word is a case, a number or a gender of another: what they share at the start is long
/// enough, and what follows short enough.
fn is_case(word: &str, of: &str, language: &str) -> bool {
    if word == of {
        return true;
    }
    let first = |word: &str| word.chars().next().map(|c| level_letter(c, language));
    let irregular = writing(language).map_or(&[][..], |writing| &writing.irregular);
    let is_irregular = |(basic, stem): &(&str, &str)| {
        first(basic) == first(of)
            && level(basic, language) == level(of, language)
            && level(word, language).starts_with(&level(stem, language))
    };
    if irregular.iter().any(is_irregular) {
        return true;
    }
    if language != "ar" && first(word) != first(of) {
        return false;
    }
    let (word, of) = (level(word, language), level(of, language));
    if language == "ar" {
        return bare_arabic(&word).starts_with(bare_arabic(&of))
            || bare_arabic(&of).starts_with(bare_arabic(&word));
    }
    let shared = shared(&word, &of);
    let (own, all) = (word.chars().count(), of.chars().count());
    let (lost, added) = match language {
        "pl" | "cs" => (if all > 6 { 3 } else { 2 }, 4),
        "uk" | "ru" => (if all > 6 { 3 } else { 2 }, 3),
        "tr" => (1, 8),
        "fr" | "es" | "it" | "pt" => (if all > 5 { 2 } else { 1 }, 3),
        _ => (1, 3),
    };
    let ending: String = word.chars().skip(shared).collect();
    let fits = !matches!(language, "fr" | "es" | "it" | "pt") || ROMANCE.contains(&ending.as_str());
    let lost = if all > 3 { lost } else { 0 };
    shared + lost >= all && own <= shared + added && fits
}

/// A word with the vowels that change within its forms made one: `rok`, `рік` and `року`.
fn level(word: &str, language: &str) -> String {
    word.chars().map(|c| level_letter(c, language)).collect()
}

fn level_letter(c: char, language: &str) -> char {
    match (language, c) {
        ("pl" | "es", 'ó') => 'o',
        ("uk", 'і') => 'о',
        ("pl", 'ą') => 'ę',
        ("pl", 'ń') => 'n',
        ("pl", 'ś') => 's',
        ("pl", 'ć') => 'c',
        ("ru", 'ё') => 'е',
        ("es", 'á') => 'a',
        ("es", 'é') => 'e',
        ("es", 'í') => 'i',
        ("es", 'ú') => 'u',
        _ => c,
    }
}

/// An Arabic word without what is written together with it: conjunction, preposition, article.
fn bare_arabic(word: &str) -> &str {
    let word = word
        .strip_prefix(['و', 'ف'])
        .filter(|rest| rest.chars().count() > 3)
        .unwrap_or(word);
    let word = word
        .strip_prefix("لل")
        .or_else(|| word.strip_prefix("بال"))
        .or_else(|| word.strip_prefix("ال"))
        .unwrap_or(word);
    word.trim_end_matches(['ة', 'ه', 'ً', 'ا'])
}
