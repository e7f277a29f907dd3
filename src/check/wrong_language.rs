//! A translation in another language than its locale's.
//!
//! Why it matters: a line was pasted into the wrong file, or a machine answered in English.
//! Example: `They don't know.` in the Spanish catalog. Found by the words without a meaning of their
//! own, and by the script. Names and titles prove nothing, and of a language that satz does not
//! know, only plain English or German is found.
//! Fix: none.

use std::collections::HashSet;

use super::tongue::set;
use super::untranslated::is_copy;
use super::words::Word;
use super::{Check, Find, Flaw, Pair};
use crate::language::{Writing, speakers, writing};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "wrong-language",
    category: "language",
    severity: Severity::Warning,
    manual: include_str!("wrong_language.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (theirs, own) = pair.words();
    if own.len() < 2 {
        return;
    }
    let language = pair.translation.language();
    let there = set(&theirs);
    // What the German has as well is a name or a title, and proves nothing.
    let new: Vec<Word<'_>> = own
        .iter()
        .filter(|word| !there.contains(word.text) && !is_shouted(word))
        .copied()
        .collect();
    let Some((other, strength)) = strongest(&new, language) else {
        if let Some(writing) = writing(language)
            && is_foreign_script(&own, &there, writing)
        {
            push(pair, flaws, "another script", writing.script);
        }
        return;
    };
    let wrong = match writing(language) {
        Some(writing) => {
            let fits = fitting(&new, writing);
            let least = if fits == 0.0 && own.len() > 3 {
                0.9
            } else {
                1.4
            };
            // English words in brackets do not make a text in Arabic letters English.
            let akin = self::writing(other).is_none_or(|other| other.script == writing.script);
            is_foreign_script(&own, &there, writing)
                || akin
                    && strength >= least
                    && strength > 2.5 * fits
                    && strength * 10.0 > share(own.len())
        }
        None => other == "en" && strength >= 3.0 && strength * 3.0 > share(own.len()),
    };
    if wrong && !is_copy(pair.source(), pair.target()) {
        push(pair, flaws, &format!("the language `{other}`"), other);
    }
}

/// Words in capitals are often names and abbreviations.
fn is_shouted(word: &Word<'_>) -> bool {
    word.text.chars().count() > 1 && !word.text.chars().any(char::is_lowercase) && word.is_capital()
}

fn push(pair: Pair<'_>, flaws: &mut Vec<Flaw>, what: &str, detail: &str) {
    let span = Span::new(0, pair.target().len());
    let message = format!(
        "this is in {what}, the locale is `{}`",
        pair.translation.locale
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
/// have counts for each in part.
fn strongest(words: &[Word<'_>], language: &str) -> Option<(&'static str, f64)> {
    let mut scores: Vec<(&'static str, f64)> = Vec::new();
    let mut counted = HashSet::new();
    for word in words {
        let lower = word.text.to_lowercase();
        // `No, no, no!` is one word.
        if !counted.insert(lower.clone()) {
            continue;
        }
        // `l’accusé`: the article tells.
        let elided = lower
            .split_once(['\'', '’'])
            .map(|(head, _)| format!("{head}'"));
        let speakers = match speakers(&lower) {
            [] => elided.map_or(&[][..], |elided| speakers(&elided)),
            speakers => speakers,
        };
        // A word of the language itself speaks for no other.
        if speakers.contains(&language) {
            continue;
        }
        for code in speakers {
            let weight = 1.0 / share(speakers.len());
            match scores.iter_mut().find(|(other, _)| other == code) {
                Some((_, score)) => *score += weight,
                None => scores.push((code, weight)),
            }
        }
    }
    let possible = |code: &str| !words.iter().any(|word| is_never(word.text, code));
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    scores
        .into_iter()
        .find(|(code, score)| *score >= 0.9 && possible(code))
}

/// Whether a word has a letter that the language does not use: `і` is never Russian.
fn is_never(word: &str, language: &str) -> bool {
    let foreign = writing(language).map_or(&[][..], |writing| &writing.instead);
    foreign.iter().any(|(letter, _)| word.contains(*letter))
}

/// How much the words speak for the language itself.
fn fitting(words: &[Word<'_>], writing: &Writing) -> f64 {
    let weight = |word: &Word<'_>| {
        let lower = word.text.to_lowercase();
        if writing.words.contains(lower.as_str()) {
            1.0 / share(speakers(&lower).len().max(1))
        } else {
            0.0
        }
    };
    words.iter().map(weight).sum()
}

/// Whether the text is in another script than the language's, and more than names.
fn is_foreign_script(own: &[Word<'_>], there: &HashSet<&str>, writing: &Writing) -> bool {
    let is_own = |c: char| match writing.script {
        "Cyrillic" => matches!(c, '\u{400}'..='\u{52F}'),
        "Arabic" => {
            matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FEFF}')
        }
        _ => matches!(c, 'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'),
    };
    let letters = own
        .iter()
        .flat_map(|word| word.text.chars())
        .filter(|c| c.is_alphabetic());
    let (mut all, mut fit) = (0, 0);
    for c in letters {
        all += 1;
        fit += usize::from(is_own(c));
    }
    if all < 8 || fit * 4 > all {
        return false;
    }
    let new = own.iter().filter(|word| {
        !word.is_capital() && word.text.chars().count() > 1 && !there.contains(word.text)
    });
    new.count() > usize::from(writing.script != "Latin")
}
