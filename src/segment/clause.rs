//! What the words before an abbreviation tell of it: a title or a pronoun, a name or the end.

use super::context::{Next, end_left_of, last_word, token_before, token_left_of, word_length};
use super::verdict::{Verdict, starter};
use crate::language::{Abbreviation, Language};

/// How many words to the left are asked.
const WORDS: usize = 8;

/// Decides the dot after `token`, an abbreviation of `class` in a sentence that begins at `start`, where
/// the words before it tell more than its class.
pub(super) fn decide(
    text: &str,
    token: &str,
    class: Abbreviation,
    start: usize,
    language: &Language,
    next: &Next<'_>,
) -> Option<Verdict> {
    let left = token_left_of(text, token.as_ptr().addr() - text.as_ptr().addr());
    let determined = language.before_ordinal.contains_lower(left);
    let starts = starter(language, next);
    if next.opens || !next.letter.is_some_and(char::is_uppercase) {
        return None;
    }
    if token == "Dir" && !starts {
        let pronoun = is_pronoun(text, token, start, language, next);
        return pronoun.then_some((true, "pronoun of address"));
    }
    if language.weekdays.contains(token) && token.len() == 2 {
        let day = matches!(
            left,
            "am" | "bis" | "ab" | "jeden" | "diesen" | "nächsten" | "letzten"
        );
        return day.then(|| (!is_time_of_day(next.word), "day of the week"));
    }
    if language.participles.contains(token) && !starts {
        let closes =
            !determined && last_word(left) == left && is_predicate(text, token, start, language);
        return closes.then_some((true, "participle that an auxiliary waits for"));
    }
    if class == Abbreviation::MayEnd && !starts {
        let second = next.rest.trim_start();
        let verb = language
            .auxiliaries
            .contains(&second[..word_length(second)]);
        let begins = verb && next.rest.starts_with(' ') && has_verb(text, token, start, language);
        return begins.then_some((true, "a noun and its verb follow"));
    }
    let noun = determined && starts && token.starts_with(char::is_uppercase);
    let counted = language.number_words.contains_lower(next.word);
    (noun && !counted && !language.shortened_adjectives.contains_lower(token))
        .then_some((true, "abbreviation of a noun behind its article"))
}

/// Whether the clause has its verb before `token`.
fn has_verb(text: &str, token: &str, start: usize, language: &Language) -> bool {
    let mut at = token.as_ptr().addr() - text.as_ptr().addr();
    for _ in 0..WORDS {
        let Some(end) = end_left_of(text, at) else {
            return false;
        };
        let word = token_before(text, end);
        at = word.as_ptr().addr() - text.as_ptr().addr();
        if word.is_empty() || at < start || word.ends_with([',', ';', ':']) {
            return false;
        }
        let finite = word.ends_with('t') && word.starts_with(char::is_lowercase) && word.len() > 3;
        let particle = language.starters.contains(word) || matches!(word, "nicht" | "selbst");
        if language.auxiliaries.contains_lower(word) || (finite && !particle) {
            return true;
        }
    }
    false
}

/// Whether an auxiliary stands before a participle, and no article that the participle goes with: "die
/// 1743 erb. Mühle", "der in Köln geb. Maler".
fn is_predicate(text: &str, token: &str, start: usize, language: &Language) -> bool {
    let mut right = token;
    for word in words_before(text, token, start) {
        if language.auxiliaries.contains_lower(word) {
            return true;
        }
        let near = right.starts_with(|c: char| c.is_ascii_digit())
            || language.prepositions.contains(right);
        if near && language.before_ordinal.contains_lower(word) {
            return false;
        }
        right = word;
    }
    false
}

/// Whether "Dir" is the pronoun of a letter, not a director's title: it depends on a verb of somebody
/// who speaks, or what follows is an order, a question or a greeting.
fn is_pronoun(text: &str, token: &str, start: usize, language: &Language, next: &Next<'_>) -> bool {
    let mut speaks = false;
    let mut present = false;
    let mut gives = false;
    for word in words_before(text, token, start) {
        speaks |= matches!(
            word,
            "ich" | "Ich" | "wir" | "Wir" | "uns" | "mich" | "mir" | "Du" | "du"
        );
        if has_beginning(word, language) {
            gives = true;
            present |= word.ends_with('t');
        }
        gives |= matches!(
            word,
            "mit" | "bei" | "von" | "zu" | "nach" | "für" | "Mit" | "Bei" | "Von"
        );
    }
    if gives && (speaks || present) {
        return true;
    }
    let after = last_word(next.rest.split_whitespace().next().unwrap_or_default());
    let asks = matches!(
        after,
        "Du" | "Dich"
            | "Dir"
            | "Dein"
            | "Deine"
            | "du"
            | "dich"
            | "dir"
            | "mich"
            | "mir"
            | "uns"
            | "ihn"
            | "es"
            | "ich"
            | "wir"
    );
    asks || (next.word.ends_with('e') && after.starts_with("Grüße") || after.starts_with("Grüsse"))
}

/// Whether a word begins as a verb that takes a dative.
fn has_beginning(word: &str, language: &Language) -> bool {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.skip(2)
        .take(8)
        .any(|end| language.dative_verbs.contains_lower(&word[..end]))
}

/// Whether a word names a part of the day: "Vormittag".
fn is_time_of_day(word: &str) -> bool {
    let word = word.to_lowercase();
    ["mittag", "abend", "nacht", "morgen", "früh"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// The words before `token` in the sentence that begins at `start`, from right to left.
fn words_before<'a>(text: &'a str, token: &str, start: usize) -> impl Iterator<Item = &'a str> {
    let mut at = token.as_ptr().addr() - text.as_ptr().addr();
    std::iter::from_fn(move || {
        let end = end_left_of(text, at)?;
        let word = token_before(text, end);
        at = word.as_ptr().addr() - text.as_ptr().addr();
        (!word.is_empty() && at >= start).then_some(last_word(word))
    })
    .take(WORDS)
}
