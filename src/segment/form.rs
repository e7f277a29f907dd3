//! What the form of a word tells: whether it is written in full or breaks off.

use super::context::{last_word, token_left_of};
use crate::language::Language;

/// Endings of words that are written in full: inflection, and suffixes of adjectives.
const FULL: [&str; 34] = [
    "e", "en", "er", "es", "em", "el", "st", "ern", "ig", "lich", "isch", "bar", "sam", "haft",
    "los", "iv", "il", "al", "ell", "ar", "är", "ös", "id", "ent", "ant", "esk", "oid", "ens",
    "ends", "wärts", "weise", "falls", "mals", "seits",
];

/// Whether a word has no vowel and is no acronym ("Bgld", "Schr"), or ends as no German word does
/// ("Hauptstr", "mündl", "techn", "soz").
pub(super) fn is_shortened(word: &str, language: &Language) -> bool {
    if word.starts_with(char::is_uppercase) {
        // "StVG" and "GmbH" are no shortened words.
        let capitals = || word.chars().filter(|c| c.is_uppercase()).count();
        return (has_no_vowel(word) && capitals() < 2) || is_shortened_noun(word, language);
    }
    // Most words end so.
    let usual = matches!(
        word.as_bytes(),
        [.., b'e', b'n' | b'r' | b't' | b's'] | [.., b'e' | b'a' | b'i' | b'o' | b'u']
    );
    !usual && (breaks_off(word) || has_no_vowel(word))
}

/// Whether a noun breaks off: a compound such as "Bergstr", or the name of a gazette.
fn is_shortened_noun(word: &str, language: &Language) -> bool {
    let ends = (2..=10).filter_map(|length| word.len().checked_sub(length).filter(|at| *at > 0));
    word.ends_with("Bl") && word.len() > 2
        || ends
            .filter_map(|at| word.get(at..))
            .any(|end| language.shortened_endings.contains(end))
}

/// Whether a word without a vowel is no acronym.
fn has_no_vowel(word: &str) -> bool {
    let is_vowel = |c: char| {
        is_vowel(c.to_ascii_lowercase()) || matches!(c, 'y' | 'Y' | 'Ä' | 'Ö' | 'Ü' | 'É' | 'Á')
    };
    !word.contains(is_vowel)
        && word.chars().count() > 1
        && word.chars().all(char::is_alphabetic)
        && word.chars().skip(1).any(char::is_lowercase)
}

/// Whether a word ends with a vowel and one consonant, as "Dem" does and "Knall" does not.
pub(super) fn ends_simply(word: &str) -> bool {
    let mut signs = word.chars().rev();
    signs.next().is_some_and(|last| !is_vowel(last)) && signs.next().is_some_and(is_vowel)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'ä' | 'ö' | 'ü' | 'é' | 'á')
}

/// Whether the last sounds of a word stand at the end of no German word. Nothing is said of words with
/// a capital, which may be names ("Strobl").
fn breaks_off(word: &str) -> bool {
    let mut signs = word.chars().rev();
    let (Some(last), Some(second)) = (signs.next(), signs.next()) else {
        return false;
    };
    let third = signs.next().unwrap_or(' ');
    let consonant = second.is_alphabetic() && !is_vowel(second) && second != 'y';
    let odd = match last {
        'l' => consonant && !matches!(second, 'l' | 'r' | 'h'),
        'r' => consonant && !matches!(second, 'r' | 'h'),
        'n' => consonant && !matches!(second, 'n' | 'r' | 'l' | 'h' | 'm'),
        'm' => consonant && !matches!(second, 'm' | 'r' | 'l' | 'h'),
        'f' => consonant && !matches!(second, 'f' | 'r' | 'l' | 'n' | 'p' | 'm'),
        'w' => consonant || second == 'a',
        'z' => is_vowel(second) && !is_vowel(third),
        'b' | 'd' | 'g' | 'k' | 'v' => second == last || (last == 'd' && second == 'h'),
        // "wissensch", "gesellsch", "wirtsch", but "deutsch", "falsch", "barsch", "mensch".
        'h' => ["ensch", "llsch", "ndsch", "rtsch", "ftsch"]
            .iter()
            .any(|end| word.ends_with(end) && word.len() > 6),
        'j' => true,
        _ => false,
    };
    odd && word.bytes().all(|c| c.is_ascii_lowercase() || c >= 0x80)
}

/// Whether a word may be a shortened adjective, as far as its length and last letters tell.
pub(super) fn may_be_adjective(word: &str) -> bool {
    let full = match word.as_bytes() {
        [b'A'..=b'Z', ..] => word.len() > 12,
        [.., b'e', b'n' | b'r' | b's'] | [.., b's', b't'] => word.len() > 6,
        _ => word.len() > 18,
    };
    !full && !word.ends_with(['e', 'a', 'o', 'u', 'i'])
}

/// Whether a word with a small letter is a shortened adjective, as what stands before it tells:
/// behind an article or a preposition stands no bare adjective, unless it is the last word of its
/// clause ("weil der schlief.", "das ist zu krass.").
pub(super) fn is_shortened_adjective(text: &str, word: &str, language: &Language) -> bool {
    let length = word.chars().count();
    if !(2..=16).contains(&length) || !word.chars().all(char::is_lowercase) {
        return false;
    }
    let left = token_left_of(text, word.as_ptr().addr() - text.as_ptr().addr());
    if left.is_empty() || last_word(left) != left {
        return false;
    }
    let preposition =
        language.prepositions.contains_lower(left) && !matches!(left, "zu" | "so" | "nur");
    if !preposition && !language.before_ordinal.contains_lower(left) {
        return false;
    }
    // Behind what may be a pronoun or close a clause a verb can stand: "ob das stimmt", "dem Sinn nach
    // erfüllt".
    let verb = preposition || language.pronouns.contains_lower(left);
    // Behind "im" and "zur" an adjective that is written in full ends so: "im allgemeinen".
    let contraction = matches!(left, "im" | "am" | "zum" | "zur" | "vom" | "beim" | "ins");
    if contraction && !language.function_words.contains(word) {
        return !word.ends_with(['n', 'e']);
    }
    !is_complete(word, verb, language)
}

/// Whether a word is written in full, as far as lists and endings tell.
fn is_complete(word: &str, verb: bool, language: &Language) -> bool {
    word.ends_with(|c| is_vowel(c) || c == 'y')
        || (verb && word.ends_with(['t', 'n']))
        || FULL.iter().any(|end| word.ends_with(end))
        || language.function_words.contains(word)
        || language.complete_words.contains(word)
        || word
            .char_indices()
            .skip(1)
            // "log" is a verb, but "ökolog" is none.
            .take_while(|(at, _)| word.len() - at > 3)
            .any(|(at, _)| language.complete_words.contains(&word[at..]))
}
