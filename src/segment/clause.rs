//! What the words before an abbreviation tell of it: a title or a pronoun, a name or the end.

use super::context::{Next, end_left_of, last_word, token_before, token_left_of};
use super::decide::{Verdict, starter};
use crate::language::Language;

/// How many words to the left are asked.
const WORDS: usize = 8;

/// Decides the dot after `token`, a listed abbreviation in a sentence that begins at `start`, where
/// the words before it tell more than its class.
pub(super) fn decide(
    text: &str,
    token: &str,
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
        let mut words = words_before(text, token, start);
        let closes = !determined
            && last_word(left) == left
            && words.any(|word| language.auxiliaries.contains_lower(word));
        return closes.then_some((true, "participle that an auxiliary waits for"));
    }
    let noun = determined && starts && token.starts_with(char::is_uppercase);
    let counted = language.number_words.contains_lower(next.word);
    (noun && !counted && !language.shortened_adjectives.contains_lower(token))
        .then_some((true, "abbreviation of a noun behind its article"))
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
