//! A letter that the language does not have, typed on the keyboard of a related one.
//!
//! Why it matters: Ukrainian has no `ы`, Russian no `і`, and Arabic writes `ي` and `ك`, not the
//! Persian `ی` and `ک`, which look nearly the same and are not found by a search.
//! Example: `выбори` for `вибори`. Names may be spelt so on purpose: a capital letter within
//! the sentence, and what the German has, is left alone.
//! Fix: none; the word may be foreign as a whole.

use super::pair::words::words;
use super::wrong_language::is_wrong_language;
use super::{Check, Find, Flaw, Pair};
use crate::language::small;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "foreign-letter",
    category: "script",
    severity: Severity::Warning,
    manual: include_str!("foreign_letter.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(writing) = pair.writing() else {
        return;
    };
    let characters = &pair.readings().1.characters;
    if !writing.instead.iter().any(|(foreign, _)| {
        characters.has(*foreign) || foreign.to_uppercase().any(|c| characters.has(c))
    }) {
        return;
    }
    let instead = |c: char| {
        let lower = small(c).unwrap_or(c);
        writing
            .instead
            .iter()
            .find(|(foreign, _)| *foreign == lower)
    };
    let words = words(pair.target());
    let mut found = words.iter().filter(|word| {
        let foreign = word.text.chars().any(|c| instead(c).is_some());
        foreign && !(word.is_capital() && word.start > 0) && !pair.source().contains(word.text)
    });
    let Some(word) = found.next() else {
        return;
    };
    if found.next().is_some() && is_wrong_language(pair) {
        return;
    }
    let Some((letter, own)) = word.text.chars().find_map(instead) else {
        return;
    };
    let span = Span::new(word.start, word.end());
    let message = format!(
        "`{}` has the letter {letter}, which this language does not use",
        word.text
    );
    let flaw = Flaw::new(span, word.text, message);
    flaws.push(if writing.script == "Arabic" {
        let fixed = word
            .text
            .chars()
            .map(|c| instead(c).map_or(c, |(_, own)| *own));
        flaw.hint(format!("write `{}`", fixed.collect::<String>()))
    } else {
        flaw.hint(format!("is {own} meant?"))
    });
}
