use super::words::Word;
use crate::language::{Known, Writing};

/// Whether a word may be German: one of its small words, or of no language's.
pub(in crate::check) fn may_be_german(word: &Word<'_>) -> bool {
    let known = word.known();
    known.german || known == Known::default()
}

/// Whether a word is German and none of the language.
pub(in crate::check) fn is_german(word: &Word<'_>, writing: Option<&Writing>) -> bool {
    word.known().german
        && match writing {
            Some(writing) => !word.known().is_of(writing),
            // What any other language has may be in this one too.
            None => word.known().speakers() == 0 && word.lower().chars().count() > 2,
        }
}

/// Whether a word looks like German and like no other language: by its letters and its ending.
pub(in crate::check) fn looks_german(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "annt", "annte", "hnte", "nnte", "ellt", "mmt", "gnet", "ete", "eten", "iell", "ielle",
        "iellen", "ieller", "erter", "ener", "enem", "ngem", "tem", "ung", "ungen", "heit",
        "heiten", "keit", "keiten", "schaft", "schaften", "lich", "liche", "lichen", "licher",
        "liches", "isch", "ische", "ischen", "ischer", "ig", "ige", "igen", "iger", "iges", "iert",
        "ierte", "ierten", "ieren", "lte", "lten", "rte", "rten", "gte", "gten", "kte", "elt",
        "ert", "chte", "chten", "sten", "nd", "zt",
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

/// Whether a word looks German in lower case, and no language that satz knows has it.
pub(in crate::check) fn is_german_by_form(word: &Word<'_>, writing: Option<&Writing>) -> bool {
    word.known().speakers() == 0
        && writing.is_some()
        && word.lower().chars().count() > 3
        && !word.lower().contains('-')
        && looks_german(word.lower())
}

/// Whether a word belongs to the name of an association or a firm, which ends with its legal form:
/// `Bundesverband für Gartenbau e.V.`
pub(in crate::check) fn is_in_legal_name(text: &str, at: usize) -> bool {
    const FORMS: [&str; 7] = ["e.V.", "e. V.", "e.\u{A0}V.", "GmbH", " AG", "eG", " KG"];
    let rest = &text[at..];
    let mut end = rest.len().min(80);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let rest = &rest[..end];
    let first = FORMS.iter().filter_map(|form| rest.find(form)).min();
    first.is_some_and(|end| !rest[..end].contains([',', ';', ':', '!', '?']))
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
