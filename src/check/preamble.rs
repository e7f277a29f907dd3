//! Words of a machine to its user in the place of, or around, the translation.
//!
//! Why it matters: `Here is the translation:` is published with the article.
//! Example: `Sure! Here is the translation: The gate is closed.` Phrases are in the languages' files.
//! Fix: none; what follows may be a quotation or a list.

use super::pair::characters::Marks;
use super::{Check, Find, Flaw, Pair};
use crate::language::{small, writing};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "preamble",
    category: "preamble",
    severity: Severity::Warning,
    manual: include_str!("preamble.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    if target.starts_with("```") {
        if !is_of_machines(pair.source()) {
            let message = "this is put in a code block";
            flaws.push(Flaw::new(Span::new(0, 3), "```", message));
        }
        return;
    }
    let known = [pair.writing(), writing("en")];
    let found = beginnings(target).find_map(|rest| {
        let first = rest.chars().next().and_then(small)?;
        known.iter().flatten().find_map(|writing| {
            let mut phrases = writing.preambles(first).iter();
            phrases.find(|phrase| begins_with(rest, phrase))
        })
    });
    if let Some(phrase) = found.filter(|_| !is_of_machines(pair.source())) {
        let message = format!("`{phrase}` is no part of the source");
        flaws.push(Flaw::new(Span::default(), *phrase, message));
    }
}

/// An article on machines may have such words of its own.
fn is_of_machines(source: &str) -> bool {
    let source = source.to_lowercase();
    let words = ["übersetz", "ki-modell", "sprachmodell", "```"];
    words.iter().any(|word| source.contains(word))
}

/// What follows each place where a sentence or a clause begins.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    static MARKS: Marks = Marks::of(".!:,?\n-");
    let is_blank = |c| matches!(c, ' ' | '*' | '"' | '(' | '“' | '«' | '\u{A0}');
    let ends = MARKS.places(text).map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(ends)
        .map(move |at| text[at..].trim_start_matches(is_blank))
}

/// Whether a text begins with a phrase in lower case, and no word goes on behind it.
fn begins_with(text: &str, phrase: &str) -> bool {
    let mut chars = text.chars();
    let same = |wanted: char| {
        let c = chars.next().and_then(small);
        c == Some(wanted) || c == Some('’') && wanted == '\''
    };
    phrase.chars().all(same) && !chars.next().is_some_and(char::is_alphanumeric)
}
