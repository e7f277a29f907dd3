//! Three dots: what somebody left out inside a sentence, or the end of one.

use super::context::{Next, last_word, token_before, token_left_of};
use super::scan::Candidate;
use super::state::State;
use super::verdict::{Verdict, starter};
use crate::language::Language;

/// Decides an ellipsis before a capital or a number.
pub(super) fn decide(
    text: &str,
    at: &Candidate,
    state: &State,
    language: &Language,
    next: &Next<'_>,
) -> Verdict {
    let starts = starter(language, next);
    let end = text[..at.mark].trim_end().len();
    if let Some((open, _)) = state.bracket
        && !text[open..end].contains(char::is_alphabetic)
    {
        return (false, "omission at the start of a bracket");
    }
    let digit = next.letter.is_some_and(char::is_numeric);
    if digit && state.bracket.is_some() {
        return (false, "omission before a number in brackets");
    }
    if language.legal_forms.contains(next.word) {
        return (false, "omission in the name of a firm");
    }
    let token = token_before(text, end);
    if is_initial(token) {
        return (starts, "name that is left out");
    }
    let before = token_left_of(text, token.as_ptr().addr() - text.as_ptr().addr());
    // "die Zeugin Sch… Meier", but "Tja… Leute gibt es."
    let short = token.chars().count() <= 3 && token.starts_with(char::is_uppercase);
    let noun = before.len() > 3 && before.starts_with(char::is_uppercase);
    if short && end == at.mark && noun && last_word(before) == before && !starts {
        return (false, "name that is left out");
    }
    let left = last_word(token);
    // "im … 2011", "der … Wagen", but "Ich wollte nur die … Ach, egal."
    let article =
        language.unfinished.contains_lower(left) && !matches!(left, "meine" | "sein" | "ihr");
    if left == token && article && (digit || !starts) {
        return (false, "omission behind a word that something follows");
    }
    if digit && matches!(before, "Az." | "Nr." | "§") {
        return (false, "omission before a number");
    }
    (true, "ellipsis before a capital")
}

/// Whether a token is a single capital, which stands for a name.
fn is_initial(token: &str) -> bool {
    let mut signs = token.chars();
    signs.next().is_some_and(char::is_uppercase) && signs.next().is_none()
}
