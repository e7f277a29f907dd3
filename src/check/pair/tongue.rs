//! Which language a word may be of.

use super::Pair;
use super::words::Word;
use crate::language::Known;

/// Whether a word may be of the source's language: one of its small words, or of no language's.
pub(in crate::check) fn may_be_source(pair: Pair<'_>, word: &Word<'_>) -> bool {
    let known = word.known();
    pair.source_writing().is_some_and(|from| known.is_of(from)) || known == Known::default()
}

/// Whether a word is one of the small words of the source's language and none of the translation's.
pub(in crate::check) fn is_source(pair: Pair<'_>, word: &Word<'_>) -> bool {
    let known = word.known();
    pair.source_writing().is_some_and(|from| known.is_of(from))
        && match pair.writing() {
            Some(to) => !known.is_of(to),
            // What any other language has may be in this one too.
            None => is_of_no_other(pair, word) && word.lower().chars().count() > 2,
        }
}

/// Whether no language but the source's has a word, as far as satz knows.
pub(in crate::check) fn is_of_no_other(pair: Pair<'_>, word: &Word<'_>) -> bool {
    word.known().speakers(pair.source_writing()) == 0
}

/// Whether a word looks like the source's language in lower case, and no language that satz knows has it.
pub(in crate::check) fn is_source_by_form(pair: Pair<'_>, word: &Word<'_>) -> bool {
    is_of_no_other(pair, word)
        && pair.writing().is_some()
        && word.lower().chars().count() > 3
        && !word.lower().contains('-')
        && pair.source_lists().looks_own(word.lower())
}

/// Whether a word belongs to the name of an association or a firm, which ends with its legal form:
/// `Bundesverband für Gartenbau e.V.`
pub(in crate::check) fn is_in_legal_name(text: &str, at: usize) -> bool {
    const FORMS: [&str; 8] = [
        "AöR",
        "e.V.",
        "e. V.",
        "e.\u{A0}V.",
        "GmbH",
        " AG",
        "eG",
        " KG",
    ];
    let rest = &text[at..];
    let mut end = rest.len().min(80);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let rest = &rest[..end];
    let first = FORMS.iter().filter_map(|form| rest.find(form)).min();
    first.is_some_and(|end| !rest[..end].contains([',', ';', ':', '!', '?']))
}

/// Whether a place of a text lies in that of a link to another site that the other has word for word: a
/// title, which is kept.
pub(in crate::check) fn is_in_kept_label(text: &str, other: &str, at: usize) -> bool {
    let near = |from: usize| text.floor_char_boundary(from.min(text.len()));
    let (from, to) = (near(at.saturating_sub(LABEL)), near(at + LABEL));
    let start = text[from..at].rfind(['[', ']']).map(|start| from + start);
    let end = text[at..to].find("](").map(|end| at + end + 1);
    let (Some(start), Some(end)) = (start, end) else {
        return false;
    };
    let is_label = text[start..].starts_with('[') && !text[start + 1..end - 1].contains('[');
    is_label && text[end..].starts_with("(http") && other.contains(&text[start..end])
}

/// Bytes of the longest text of a link that is looked at.
const LABEL: usize = 200;
