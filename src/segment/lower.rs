//! Sentences that begin with a small letter: names, dialect, texts without capitals.

use super::context::{Next, boundary, is_closer, last_word, token_before};
use super::form::is_shortened;
use super::scan::Candidate;
use super::state::State;
use crate::language::Language;

/// How much of a sentence is read, in bytes.
const REACH: usize = 300;

/// No name that begins with a small letter has fewer signs.
const NAME: usize = 3;

/// Words that a sentence without capitals must have before that says anything.
const WORDS: usize = 3;

/// Whether a sentence may begin at `at` though its first letter is small.
pub(super) fn may_begin(
    text: &str,
    at: &Candidate,
    state: &State,
    language: &Language,
    next: &Next<'_>,
) -> bool {
    let tail = &text[at.next..];
    if at.quote || at.bracket {
        return false;
    }
    let token = token_before(text, at.mark);
    let ordinal = token.len() < 4 && token.ends_with(|c: char| c.is_ascii_digit());
    let plain = !token.contains('/') && !ordinal;
    (plain && is_address(tail))
        || (plain && at.kind == '.' && is_complete_sentence(token, language, next))
        || is_label(tail)
        || is_clitic(tail)
        || tail.starts_with(['#', '@'])
        || (at.kind != '…' && begins_alike(text, state, tail, language))
        || (plain && at.kind == '.' && token == next.word)
        || (at.kind != '…' && is_small(text, at, state, language))
}

/// Whether the text begins with the label of a list item: "b) ".
fn is_label(tail: &str) -> bool {
    tail.len() > 2 && tail.is_char_boundary(1) && tail[1..].starts_with(") ")
}

/// Whether a word before a dot is surely no abbreviation, and the next one opens sentences, so that
/// only its capital is missing: "das war gut. danach gingen wir".
fn is_complete_sentence(token: &str, language: &Language, next: &Next<'_>) -> bool {
    let small = token.len() > 2 && token.chars().all(char::is_lowercase);
    let inflected = || {
        token.len() > 5
            && ["en", "te", "st", "ig", "ich"]
                .iter()
                .any(|end| token.ends_with(end))
    };
    small
        && !next.opens
        && language.starters.contains(next.word)
        && !matches!(
            next.word,
            "und" | "oder" | "sowie" | "bis" | "von" | "als" | "wie"
        )
        && (language.function_words.contains(token) || inflected())
}

/// Whether the text begins with an address, as `beispiel.de` is.
fn is_address(tail: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let end = tail.char_indices().take(80).find(|(_, c)| !is_part(*c));
    let address = &tail[..end.map_or(0, |(at, _)| at)];
    let Some((host, domain)) = address.trim_end_matches('.').rsplit_once('.') else {
        return false;
    };
    host.len() > 2
        && (2..=6).contains(&domain.len())
        && domain.bytes().all(|c| c.is_ascii_lowercase())
}

/// Whether the text begins with a word that is shortened to one letter, as in "'s ist" and in dialect:
/// "d'Lüt", "d Lüt", "s Wätter".
fn is_clitic(tail: &str) -> bool {
    let is_mark = |c: char| matches!(c, '\'' | '’' | '‘' | '`');
    let bare = tail.trim_start_matches(is_mark);
    let Some(rest) = bare.strip_prefix(['s', 'd', 'z']) else {
        return false;
    };
    if bare.len() < tail.len() {
        return rest.starts_with(' ');
    }
    let noun = rest.trim_start_matches(is_mark).trim_start_matches(' ');
    noun.len() < rest.len() && noun.starts_with(char::is_uppercase)
}

/// Whether the text begins with the word that the sentence before began with, a name with a small
/// letter: "e-post kommt. e-post haftet nicht."
fn begins_alike(text: &str, state: &State, tail: &str, language: &Language) -> bool {
    let first = |text: &str| {
        let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.')));
        end.unwrap_or(text.len()).min(40)
    };
    let sentence = &text[state.start..];
    let (Some(word), Some(other)) = (sentence.get(..first(sentence)), tail.get(..first(tail)))
    else {
        return false;
    };
    word.chars().count() >= NAME && word == other && !language.function_words.contains(word)
}

/// Whether the sentence has no capital at all: it is written in small letters, and so is the next. What
/// stands before the mark must be a word that is written in full.
fn is_small(text: &str, at: &Candidate, state: &State, language: &Language) -> bool {
    let from = boundary(text, state.start.max(at.mark.saturating_sub(REACH)));
    let sentence = &text[from..at.mark];
    let first = sentence.chars().next();
    if !first.is_some_and(|c| c.is_lowercase() || matches!(c, '@' | '#')) {
        return false;
    }
    let word = last_word(token_before(text, at.mark));
    let full =
        (word.chars().count() > 2 && !is_shortened(word, language)) || matches!(at.kind, '!' | '?');
    full && !sentence.contains(|c: char| c.is_uppercase() || is_closer(c) && c != '\'' && c != '’')
        && sentence.split_whitespace().nth(WORDS - 1).is_some()
}
