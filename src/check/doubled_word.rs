//! A word, or two words, written twice in a row.
//!
//! Why it matters: it is a slip of typing that the eye reads over.
//! Example: `once again again`. What may stand twice in the language (`had had`, `nous nous`) and
//! what the German doubles as well (`Duran Duran`) is left alone.
//! Fix: none; now and then both are meant.

use std::cell::LazyCell;

use super::pair::words::{Word, words};
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "doubled-word",
    category: "doubled",
    severity: Severity::Warning,
    manual: include_str!("doubled_word.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let text = pair.target();
    let words = &pair.readings().1.words;
    let is_legal = |word: &Word<'_>| {
        let writing = pair.writing();
        writing.is_some_and(|writing| writing.doubles.contains(word.lower()))
    };
    let german_doubles = LazyCell::new(|| doubles(pair.source()));
    let mut skip = 0;
    for (at, pair_of) in words.windows(2).enumerate() {
        let [one, two] = pair_of else { continue };
        if at < skip {
            continue;
        }
        let (end, what) = if same(one, two) && adjoin(text, one, two) {
            (two.end(), one)
        } else if let Some([_, _, three, four]) = words.get(at..at + 4)
            && same(one, three)
            && same(two, four)
            && adjoin(text, one, two)
            && adjoin(text, two, three)
            && adjoin(text, three, four)
        {
            (four.end(), two)
        } else {
            continue;
        };
        if is_legal(what) || *german_doubles {
            continue;
        }
        skip = at + 2;
        let span = Span::new(one.end() + (what.end() - one.end()), end);
        let message = format!("`{}` stands twice", &text[one.start..what.end()]);
        flaws.push(Flaw::new(span, what.text, message).hint("take one out, unless both are meant"));
    }
}

fn same(one: &Word<'_>, two: &Word<'_>) -> bool {
    one.lower() == two.lower()
}

/// Whether nothing but blanks divides two words.
fn adjoin(text: &str, one: &Word<'_>, two: &Word<'_>) -> bool {
    text[one.end()..two.start]
        .chars()
        .all(|c| c.is_whitespace() && c != '\n')
}

/// Whether the German doubles a word as well (`Roa-Roa`), or has an abbreviation with a doubled letter: CNN and
/// BBC are spelt out in other scripts.
fn doubles(source: &str) -> bool {
    let words = words(source);
    let twice = |two: &[Word<'_>]| {
        adjoin(source, &two[0], &two[1]) && same(&two[0], &two[1]) && !is_relative(&two[0])
    };
    let spelt = |word: &Word<'_>| {
        let bytes = word.text.as_bytes();
        bytes.iter().all(u8::is_ascii_uppercase) && bytes.windows(2).any(|two| two[0] == two[1])
    };
    let joined = |word: &Word<'_>| {
        let parts: Vec<&str> = word.text.split('-').collect();
        parts.windows(2).any(|two| two[0] == two[1])
    };
    words.windows(2).any(twice) || words.iter().any(|word| spelt(word) || joined(word))
}

/// German pronouns and articles that follow themselves: "die die", "sie sie".
fn is_relative(word: &Word<'_>) -> bool {
    matches!(
        word.lower(),
        "die" | "der" | "das" | "sie" | "es" | "den" | "dem"
    )
}
