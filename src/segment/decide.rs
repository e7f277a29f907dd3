//! The rules: whether a sentence ends at a candidate.

use super::Options;
use super::abbreviation::{abbreviation, compound, goes_on, is_letter, joined, listed};
use super::context::{
    Next, end_left_of, is_dash, is_opener, last_word, next, token_before, token_left_of,
    word_before,
};
use super::form::{ends_simply, is_shortened, is_shortened_adjective, may_be_adjective};
use super::scan::Candidate;
use super::state::State;
use super::verdict::{Verdict, starter};
use super::{clause, gap, lower, number};
use crate::language::{self, Abbreviation, Language};

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
        if !lower::may_begin(text, at, state, language, &next) {
            return (false, "a lower-case word follows");
        }
        if at.kind != '.' {
            return (true, "mark before a sentence in small letters");
        }
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
        '…' => gap::decide(text, at, state, language, &next),
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
            ',' | ';' | ':' | ')' | ']' | '}' | '/' | '=' | '%' | '‰' | '&' | '+'
        )
    }) && !low_quote
    {
        return Some((false, "punctuation follows"));
    }
    if is_amount(next.first, &text[at.next..]) {
        return Some((false, "sign of a currency follows"));
    }
    let head = text.get(state.start..at.mark).unwrap_or_default();
    if wordless(head) {
        return Some((false, "no word stands before"));
    }
    if at.kind == '.' && (is_letter(head) || is_roman(head)) {
        return Some((false, "label of a section or list item"));
    }
    if at.glued && !(at.quote && next.opens) && !blank_missing(text, at, language, next) {
        return Some((false, "inside a token"));
    }
    None
}

/// Whether the blank behind a mark was forgotten: "gut.Danach ging", "Kommst du?Anna kommt".
fn blank_missing(text: &str, at: &Candidate, language: &Language, next: &Next<'_>) -> bool {
    let token = token_before(text, at.mark);
    let word = last_word(token);
    if !next.letter.is_some_and(char::is_uppercase) || !next.rest.starts_with(char::is_whitespace) {
        return false;
    }
    if at.kind == '.' {
        let plain = word.chars().count() > 2 && word.chars().all(char::is_lowercase);
        return plain && starter(language, next);
    }
    // "Fritz!Box" is a name.
    let plain = word.chars().count() > 1 && word.chars().skip(1).all(char::is_lowercase);
    let small = word.starts_with(char::is_lowercase);
    let tail = &text[at.next..];
    let dash = tail
        .strip_prefix(is_dash)
        .is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let near = next.first == next.letter || dash;
    plain && near && token == word && (small || starter(language, next))
}

/// Whether a text whose first character is `first` begins with the sign of a currency that belongs to
/// what stands before it: "3 Mio. €".
fn is_amount(first: Option<char>, text: &str) -> bool {
    let Some(sign) = first.filter(|c| matches!(c, '$' | '£' | '¥' | '₠'..='₿')) else {
        return false;
    };
    let after = text[sign.len_utf8()..].trim_start();
    !after.starts_with(|c: char| c.is_ascii_digit())
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
        return number::decide(text, at, state, token, language, next);
    }
    let before = &text[..at.mark - (escaped.len() - token.len())];
    if listed(&options.exceptions, before) {
        return (true, "exception of the house");
    }
    if listed(&options.abbreviations, before) {
        return (false, "abbreviation of the house");
    }
    if whole.is_none() && token.ends_with([')', ']']) {
        return (true, "full stop behind a bracket");
    }
    let starts = || starter(language, next);
    let left = || token_left_of(text, token.as_ptr().addr() - text.as_ptr().addr());
    if next.rest.starts_with('.') && !next.opens && goes_on(text, token, at.next, language) {
        return (false, "inside an abbreviation");
    }
    let measures = |left: &str| {
        left.ends_with(|c: char| c.is_ascii_digit()) || matches!(left, "in" | "je" | "pro")
    };
    if language.units.contains(token) && measures(left()) {
        return (true, "unit after a number");
    }
    let mut class = abbreviation(text, at.mark, escaped, state.start, language);
    if whole.is_none() {
        class = class.or_else(|| compound(escaped, language));
    }
    if let Some(mut class) = class.or_else(|| joined(token, language)) {
        // "3. Alt. der Norm", but "er ist alt. Dann".
        if class == Abbreviation::BeforeNumber && is_ordinal(left()) {
            class = Abbreviation::MayEnd;
        }
        return clause::decide(text, token, class, state.start, language, next)
            .unwrap_or_else(|| class.verdict(at.quote, starts(), is_number(next)));
    }
    if let Some(verdict) = letter(text, token, whole, language, next) {
        return verdict;
    }
    let word = whole.unwrap_or_else(|| token.rsplit(['-', '–']).next().unwrap_or(token));
    let shortened = is_shortened(word, language)
        || (before.len() - token.len() == state.start
            && word.starts_with(char::is_uppercase)
            && is_shortened(&word.to_lowercase(), language));
    if shortened && !is_listed_vowelless(word, language) {
        return (starts(), "shortened word");
    }
    if may_be_adjective(word)
        && !next.opens
        && !starts()
        && adjective(text, word, state, language, next)
    {
        return (false, "shortened adjective before its noun");
    }
    (true, "full stop")
}

/// Whether a token is an ordinal number: "3.".
fn is_ordinal(token: &str) -> bool {
    let digits = token.strip_suffix('.');
    digits.is_some_and(|digits| digits.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether what follows is a number, in figures or Roman.
fn is_number(next: &Next<'_>) -> bool {
    next.letter.is_some_and(char::is_numeric) || is_roman(next.word)
}

/// Decides the dot after a letter, a Roman number or letters with dots.
fn letter(
    text: &str,
    token: &str,
    whole: Option<&str>,
    language: &Language,
    next: &Next<'_>,
) -> Option<Verdict> {
    if whole.is_some_and(is_long) {
        return None;
    }
    let starts = || starter(language, next);
    let digit = next.letter.is_some_and(char::is_numeric);
    let word = whole.unwrap_or_else(|| last_word(token));
    if is_letter(word) || is_roman(token) {
        let noun = last_word(token_left_of(
            text,
            token.as_ptr().addr() - text.as_ptr().addr(),
        ));
        if noun.starts_with(char::is_uppercase) && language.counted_nouns.covers(noun) {
            let ends = !digit && !next.dash;
            return Some((ends, "letter or Roman number after the noun it counts"));
        }
        if is_roman(token) && is_acronym(noun) {
            return Some((!digit, "Roman number after the short name of a law"));
        }
    }
    if is_letter(word) && word.len() == token.trim_matches(|c: char| !c.is_alphanumeric()).len() {
        return Some((!digit && starts(), "initial"));
    }
    if is_roman(token) {
        return Some((starts(), "Roman number"));
    }
    if token.contains(".-") {
        return Some((starts(), "compound of abbreviations"));
    }
    let dots = token.contains('.') && dotted(token);
    dots.then(|| (starts(), "letters with dots"))
}

/// Whether a word is written in capitals alone, as "SGB" is.
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase) && !is_roman(word)
}

/// Whether a word is an adjective that is written short, before its noun: as its place tells, or
/// because it is listed and stands in a name, "die Bayer. Verfassung".
fn adjective(text: &str, word: &str, state: &State, language: &Language, next: &Next<'_>) -> bool {
    if !next.letter.is_some_and(char::is_uppercase) {
        return false;
    }
    if !word.starts_with(char::is_uppercase) {
        return is_shortened_adjective(text, word, language);
    }
    let start = word.as_ptr().addr() - text.as_ptr().addr();
    let determined = language
        .before_ordinal
        .contains_lower(token_left_of(text, start));
    if language.shortened_adjectives.contains_lower(word) {
        return determined || start == state.start;
    }
    if determined && is_title(text, start, word, state, language, next) {
        return true;
    }
    let class = || language.abbreviations.class(&word.to_lowercase(), false);
    determined && !language.full_with_capital.contains(word) && class() == Some(Abbreviation::Never)
}

/// Whether a sentence begins with an article, a short word that is no known noun, and a name and its verb:
/// "Die Dem. Partei siegt". An article and a noun are no sentence.
fn is_title(
    text: &str,
    start: usize,
    word: &str,
    state: &State,
    language: &Language,
    next: &Next<'_>,
) -> bool {
    let verb = next.rest.strip_prefix(' ');
    word.len() <= 6
        && end_left_of(text, start)
            .is_some_and(|end| end - token_before(text, end).len() == state.start)
        && word.chars().skip(1).all(char::is_lowercase)
        && !word.ends_with(['e', 'n', 'r'])
        && ends_simply(word)
        && verb.is_some_and(|verb| verb.starts_with(char::is_lowercase))
        && !language.nouns.contains(word)
        && !language.common_nouns.covers(word)
}

/// Whether a word is surely more than a letter and no Roman number: most are.
fn is_long(word: &str) -> bool {
    matches!(word.as_bytes(), [first, b'a'..=b'z', ..] if first.is_ascii_alphabetic())
}

/// Whether a word has no vowel though it is whole: "Pkw", "Pst".
fn is_listed_vowelless(word: &str, language: &Language) -> bool {
    language.vowelless.contains(word) || language.vowelless.contains_lower(word)
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
