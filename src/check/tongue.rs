use std::collections::HashSet;

use super::words::Word;
use crate::language::{german, speakers, writing};

/// Whether a word in lower case is German and none of the language.
pub(super) fn is_german(word: &str, language: &str) -> bool {
    if !german().function_words.contains(word) {
        return false;
    }
    match writing(language) {
        Some(writing) => !writing.words.contains(word) && !writing.shared.contains(word),
        // What any other language has may be in this one too.
        None => speakers(word).is_empty() && word.chars().count() > 2,
    }
}

/// Whether a word looks like German and like no other language: by its letters and its ending.
pub(super) fn looks_german(word: &str) -> bool {
    const ENDINGS: [&str; 40] = [
        "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "lich", "liche",
        "lichen", "licher", "liches", "isch", "ische", "ischen", "ischer", "ig", "ige", "igen",
        "iger", "iges", "iert", "ierte", "ierten", "ieren", "lte", "lten", "rte", "rten", "gte",
        "gten", "kte", "elt", "ert", "chte", "chten", "sten", "nd", "zt",
    ];
    const INSIDE: [&str; 14] = [
        "sch", "ä", "ö", "ü", "ß", "tz", "cht", "eich", "ück", "ucht", "pf", "zw", "zeug", "weg",
    ];
    let endings = ENDINGS
        .iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
    let inside = INSIDE.iter().any(|part| word.contains(part));
    endings || inside || is_verb(word)
}

/// Whether a word in lower case looks German, and no language that satz knows has it.
pub(super) fn is_german_by_form(word: &str, language: &str) -> bool {
    word.chars().count() > 3
        && !word.contains('-')
        && speakers(word).is_empty()
        && writing(language).is_some()
        && looks_german(word)
}

/// Infinitives and participles: `tragen`, `gefunden`, `verkauft`, `infiziert`.
fn is_verb(word: &str) -> bool {
    const PREFIXES: [&str; 12] = [
        "ge", "ver", "be", "er", "ent", "zer", "ab", "auf", "aus", "ein", "über", "zu",
    ];
    let long = word.len() > 5;
    let prefixed = PREFIXES.iter().any(|prefix| word.starts_with(prefix));
    let ends = word.ends_with('t') || word.ends_with("ern") || word.ends_with("eln");
    long && (word.ends_with("en") || prefixed && ends)
}

/// The words that a text has, as they are written.
pub(super) fn set<'a>(words: &[Word<'a>]) -> HashSet<&'a str> {
    words.iter().map(|word| word.text).collect()
}
