//! A translation in another language than its locale's.
//!
//! Why it matters: a line was pasted into the wrong file, or a machine answered in English.
//! Example: `They don't know.` in the Spanish catalog. Found by the words without a meaning of their
//! own, and by the script. Names and titles prove nothing, and of a language that satz does not
//! know, only plain English or German is found.
//! Fix: none.

use super::pair::characters::Characters;
use super::pair::reading::Reading;
use super::pair::words::{Vocabulary, Word};
use super::{Check, Find, Flaw, Pair};
use crate::language::{Writing, known};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "wrong-language",
    category: "language",
    severity: Severity::Warning,
    manual: include_str!("wrong_language.rs"),
    find: Find::Pair(find),
};

const APOSTROPHES: Characters = Characters::of("'’");

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.readings().1;
    let own = &target.words;
    if own.len() < 2 {
        return;
    }
    let there = pair.there();
    // What the German has as well is a name or a title, and proves nothing.
    let is_new = |word: &Word<'_>| !there.contains(word.text) && !is_shouted(word);
    let elided = target.characters.meets(&APOSTROPHES);
    let Some((other, strength)) = strongest(pair, &is_new, elided) else {
        if let Some(writing) = pair.writing()
            && is_foreign_script(target, there, writing)
        {
            push(pair, flaws, "another script", writing.script);
        }
        return;
    };
    let wrong = match pair.writing() {
        Some(writing) => {
            let fits = fitting(pair, own.iter().filter(|word| is_new(word)), writing);
            // A single word may be a name.
            let few = if writing.script == "Latin" { 6 } else { 2 };
            let least = if fits == 0.0 && own.len() > few {
                0.9
            } else {
                1.4
            };
            // English words in brackets do not make a text in Arabic letters English.
            let akin = other.script == writing.script;
            is_foreign_script(target, there, writing)
                || akin
                    && strength >= least
                    && strength > 2.5 * fits
                    && strength * 10.0 > share(own.len())
        }
        None => other.code == "en" && strength >= 3.0 && strength * 3.0 > share(own.len()),
    };
    if wrong && !pair.is_copy() {
        push(
            pair,
            flaws,
            &format!("the language `{}`", other.code),
            other.code,
        );
    }
}

/// Whether a translation is in another language.
pub(super) fn is_wrong_language(pair: Pair<'_>) -> bool {
    let mut flaws = Vec::new();
    find(pair, &mut flaws);
    !flaws.is_empty()
}

/// Words in capitals are often names and abbreviations.
fn is_shouted(word: &Word<'_>) -> bool {
    word.is_capital() && word.text.chars().count() > 1 && !word.text.chars().any(char::is_lowercase)
}

fn push(pair: Pair<'_>, flaws: &mut Vec<Flaw>, what: &str, detail: &str) {
    let span = Span::new(0, pair.target().len());
    let message = format!(
        "this is in {what}, the locale is `{}`",
        pair.article.translation.locale
    );
    flaws.push(Flaw::new(span, detail, message));
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a text has fewer words than a float has integers"
)]
fn share(words: usize) -> f64 {
    words as f64
}

/// The other language that the words speak for most, and how much: a word that several languages
/// have counts for each in part. `elided` is whether one may have an apostrophe.
fn strongest(
    pair: Pair<'_>,
    is_new: &dyn Fn(&Word<'_>) -> bool,
    elided: bool,
) -> Option<(&'static Writing, f64)> {
    let words = &pair.readings().1.words;
    // What is of the source's language was left untranslated.
    let (own, from) = (pair.writing(), pair.source_writing());
    let mut scores: Vec<(&'static Writing, f64)> = Vec::new();
    let mut counted: Vec<&str> = Vec::new();
    for word in words {
        let mut known = word.known();
        if known.speakers(from) == 0 {
            if !elided {
                continue;
            }
            // `l’accusé`: the article tells.
            let Some((head, _)) = word.lower().split_once(['\'', '’']) else {
                continue;
            };
            known = self::known(&format!("{head}'"));
        }
        // A word of the language itself speaks for no other; `No, no, no!` is one word.
        let lower = word.lower();
        if known.speakers(from) == 0
            || own.is_some_and(|own| known.is_of(own))
            || counted.contains(&lower)
            || !is_new(word)
        {
            continue;
        }
        counted.push(lower);
        let weight = 1.0 / f64::from(known.speakers(from));
        for language in known.languages() {
            if from.is_some_and(|from| from.code == language.code) {
                continue;
            }
            match scores
                .iter_mut()
                .find(|(other, _)| other.code == language.code)
            {
                Some((_, score)) => *score += weight,
                None => scores.push((language, weight)),
            }
        }
    }
    let possible = |language: &Writing| {
        let never = |word: &Word<'_>| is_never(word.text, language) && is_new(word);
        !words.iter().any(never)
    };
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    scores
        .into_iter()
        .find(|(language, score)| *score >= 0.9 && possible(language))
}

/// Whether a word has a letter that the language does not use: `і` is never Russian.
fn is_never(word: &str, language: &Writing) -> bool {
    let mut foreign = language.instead.iter();
    foreign.any(|(letter, _)| word.contains(*letter))
}

/// How much the words speak for the language itself.
fn fitting<'a>(
    pair: Pair<'_>,
    words: impl Iterator<Item = &'a Word<'a>>,
    writing: &Writing,
) -> f64 {
    let weight = |word: &Word<'_>| {
        if word.known().tells(writing) {
            1.0 / f64::from(word.known().speakers(pair.source_writing()))
        } else {
            0.0
        }
    };
    words.map(weight).sum()
}

/// The letters of a language's script, and what is none.
fn own_characters(writing: &Writing) -> &'static Characters {
    const MARKS: Characters = Characters::NONE
        .with('\0'..='@')
        .with('['..='`')
        .with('{'..='\u{BF}')
        .with('\u{2000}'..='\u{203F}');
    const LATIN: Characters = MARKS.with('A'..='Z').with('a'..='z').with('À'..='\u{24F}');
    const CYRILLIC: Characters = MARKS.with('\u{400}'..='\u{52F}');
    const ARABIC: Characters = MARKS.with('\u{600}'..='\u{77F}');
    match writing.script {
        "Cyrillic" => &CYRILLIC,
        "Arabic" => &ARABIC,
        _ => &LATIN,
    }
}

/// Whether the text is in another script than the language's, and more than names.
fn is_foreign_script(target: &Reading<'_>, there: &Vocabulary<'_>, writing: &Writing) -> bool {
    if target.characters.is_within(own_characters(writing)) {
        return false;
    }
    let own = &target.words;
    // The first byte of a letter tells its script.
    let is_own = |byte: u8| match writing.script {
        "Cyrillic" => matches!(byte, 0xD0..=0xD4),
        "Arabic" => matches!(byte, 0xD8..=0xDD | 0xEF),
        _ => matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | 0xC3..=0xC9 | 0xE1),
    };
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0xC3 && *byte != 0xE2;
    let letters = own.iter().flat_map(|word| word.text.bytes());
    let (mut all, mut fit) = (0, 0);
    // So many of its own are enough, whatever follows.
    let most: usize = own.iter().map(|word| word.text.len()).sum();
    for byte in letters.filter(is_letter) {
        all += 1;
        fit += usize::from(is_own(byte));
        if fit * 4 > most {
            return false;
        }
    }
    if all < 8 || fit * 4 > all {
        return false;
    }
    let new = own.iter().filter(|word| {
        !word.is_capital() && word.text.chars().count() > 1 && !there.contains(word.text)
    });
    new.count() > usize::from(writing.script != "Latin")
}
