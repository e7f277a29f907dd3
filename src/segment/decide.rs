//! The rules: whether a sentence ends at a candidate.

use super::Options;
use super::abbreviation::{abbreviation, compound, is_letter, listed};
use super::context::{Next, is_opener, last_word, next, token_before, token_left_of, word_before};
use super::number;
use super::scan::Candidate;
use super::sentences::State;
use crate::language::{self, Language};

/// A rule's answer: whether the sentence ends, and why.
pub(super) type Verdict = (bool, &'static str);

/// Decides one candidate.
pub(super) fn decide(
    text: &str,
    at: &Candidate,
    state: &State,
    language: &Language,
    options: &Options,
) -> Verdict {
    let next = next(text, at.next);
    let Some(letter) = next.letter else {
        return (false, "no word follows");
    };
    if let Some(verdict) = outer(text, at, state, language, &next) {
        return verdict;
    }
    if at.kind == ':' {
        let clause = letter.is_uppercase() && starter(language, &next);
        return (clause, "colon");
    }
    if at.kind != '.' && next.dash && insertion(text, at, state) {
        return (false, "insertion between dashes");
    }
    let small = letter.is_lowercase() && !next.word.contains(char::is_uppercase);
    if small && !resumes(&text[at.next..]) {
        return (false, "a lower-case word follows");
    }
    if at.bracket {
        return bracket(text, at, state, starter(language, &next));
    }
    match at.kind {
        '!' | '?' => {
            let word = last_word(token_before(text, at.mark));
            if language.names_with_mark.contains(word) && !starter(language, &next) {
                (false, "the mark belongs to a name")
            } else {
                (true, "question or exclamation mark")
            }
        }
        '…' => (true, "ellipsis before a capital"),
        '☺' => (starter(language, &next), "emoticon"),
        _ => dot(text, at, state, language, &next, options),
    }
}

/// What is decided whatever the mark: what follows directly, and a sentence without words.
fn outer(
    text: &str,
    at: &Candidate,
    state: &State,
    language: &Language,
    next: &Next<'_>,
) -> Option<Verdict> {
    // Two commas are a poor man's opening quotation mark.
    let low_quote = text[at.next..].starts_with(",,") && !at.quote;
    if next.first.is_some_and(|c| {
        matches!(
            c,
            ',' | ';' | ':' | ')' | ']' | '}' | '/' | '=' | '%' | '&' | '+'
        )
    }) && !low_quote
    {
        return Some((false, "punctuation follows"));
    }
    let head = text.get(state.start..at.mark).unwrap_or_default();
    if wordless(head) {
        return Some((false, "no word stands before"));
    }
    if at.kind == '.' && (is_letter(head) || is_roman(head)) {
        return Some((false, "label of a section or list item"));
    }
    if at.glued && !(at.quote && next.opens) {
        let word = last_word(token_before(text, at.mark));
        let plain = word.chars().count() > 2
            && word.chars().all(char::is_lowercase)
            && next.rest.starts_with(char::is_whitespace);
        let capital = next.letter.is_some_and(char::is_uppercase);
        if !(plain && capital && starter(language, next)) {
            return Some((false, "inside a token"));
        }
    }
    None
}

/// Whether the text holds neither letter nor long number sign.
fn wordless(head: &str) -> bool {
    let mut look = head.chars();
    look.by_ref().take(64).all(|c| !language::is_letter(c)) && look.next().is_none()
}

/// Whether a dash opened shortly before the marks and another one follows them: "– wie soll ich
/// sagen? –".
fn insertion(text: &str, at: &Candidate, state: &State) -> bool {
    let mut last = ' ';
    let follows = text[at.next..].starts_with(['–', '—', '-']);
    follows
        && text[state.start..at.mark].chars().rev().take(80).any(|c| {
            let opens = c == ' ' && matches!(last, '–' | '—' | '-');
            last = c;
            opens
        })
}

/// Whether a sentence begins with an omission: "„… und so weiter“".
fn resumes(next: &str) -> bool {
    let bare = next.trim_start_matches(|c: char| is_opener(c) && !matches!(c, '(' | '['));
    bare.starts_with('…') || bare.starts_with("...")
}

/// Whether the next word carries its capital only because a sentence begins.
pub(super) fn starter(language: &Language, next: &Next<'_>) -> bool {
    language.starters.contains_lower(next.word)
}

/// Whether a bracket that closes after the marks also closes the sentence.
fn bracket(text: &str, at: &Candidate, state: &State, starts: bool) -> Verdict {
    match state.bracket {
        _ if text[at.marks_end..at.end].ends_with(['.', '!', '?', '…']) => {
            (true, "mark after the bracket")
        }
        Some((open, _)) if at.mark - open <= 2 => (false, "omission in brackets"),
        Some((_, true)) | None => (true, "a sentence of its own in brackets"),
        Some(_) => (starts, "bracket inside a sentence"),
    }
}

/// Decides a single dot.
fn dot(
    text: &str,
    at: &Candidate,
    state: &State,
    language: &Language,
    next: &Next<'_>,
    options: &Options,
) -> Verdict {
    let whole = word_before(text, at.mark);
    let escaped = whole.unwrap_or_else(|| token_before(text, at.mark));
    // `7\.` is how Markdown writes a dot that must not make a list.
    let token = whole.unwrap_or_else(|| escaped.trim_end_matches('\\'));
    if token.ends_with(|c: char| c.is_ascii_digit()) {
        return number::decide(text, at, token, language, next);
    }
    let starts = || starter(language, next);
    let digit = next.letter.is_some_and(char::is_numeric);
    let word = whole.unwrap_or_else(|| last_word(token));
    let before = &text[..at.mark - (escaped.len() - token.len())];
    if listed(&options.exceptions, before) {
        return (true, "exception of the house");
    }
    if listed(&options.abbreviations, before) {
        return (false, "abbreviation of the house");
    }
    let left = || token_left_of(text, token.as_ptr().addr() - text.as_ptr().addr());
    if language.units.contains(token) && left().ends_with(|c: char| c.is_ascii_digit()) {
        return (true, "unit after a number");
    }
    let mut class = abbreviation(text, at.mark, escaped, state.start, language);
    if whole.is_none() {
        class = class.or_else(|| compound(escaped, language));
    }
    if let Some(class) = class {
        return class.verdict(at.quote, starts(), digit);
    }
    if whole.is_some_and(is_long) {
        return last(token, starts, language);
    }
    if is_letter(word) || is_roman(token) {
        let noun = last_word(left());
        if noun.starts_with(char::is_uppercase) && language.counted_nouns.covers(noun) {
            return (!digit, "letter or Roman number after the noun it counts");
        }
    }
    if is_letter(word) && word.len() == token.trim_matches(|c: char| !c.is_alphanumeric()).len() {
        return (!digit && starts(), "initial");
    }
    if is_roman(token) {
        return (starts(), "Roman number");
    }
    if token.contains('.') {
        if token.contains(".-") {
            return (starts(), "compound of abbreviations");
        }
        if dotted(token) {
            return (starts(), "letters with dots");
        }
    }
    last(token, starts, language)
}

/// Whether a word is surely more than a letter and no Roman number: most are.
fn is_long(word: &str) -> bool {
    matches!(word.as_bytes(), [first, b'a'..=b'z', ..] if first.is_ascii_alphabetic())
}

/// Decides the dot after a token that is nothing else.
fn last(token: &str, starts: impl Fn() -> bool, language: &Language) -> Verdict {
    if clipped(token)
        && !language.vowelless.contains(token)
        && !language.vowelless.contains_lower(token)
    {
        return (starts(), "shortened word");
    }
    (true, "full stop")
}

/// Whether the text is a Roman number of more than one sign, or `I`, `V`, `X`.
pub(super) fn is_roman(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 8
        && text
            .bytes()
            .all(|c| matches!(c, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// Whether a token with dots is made of short parts: "e.V", "U.S".
fn dotted(token: &str) -> bool {
    token.split('.').all(|part| {
        (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    })
}

/// Whether the word has no vowel and is no acronym: "Bgld", "Schr".
fn clipped(word: &str) -> bool {
    let is_vowel = |c: char| {
        matches!(
            c.to_ascii_lowercase(),
            'a' | 'e'
                | 'i'
                | 'o'
                | 'u'
                | 'y'
                | 'ä'
                | 'ö'
                | 'ü'
                | 'Ä'
                | 'Ö'
                | 'Ü'
                | 'é'
                | 'á'
                | 'É'
                | 'Á'
        )
    };
    !word.contains(is_vowel)
        && word.chars().count() > 1
        && word.chars().all(char::is_alphabetic)
        && word.chars().skip(1).any(char::is_lowercase)
}
