//! Words of a machine to its user in the place of, or around, the translation.
//!
//! Why it matters: `Here is the translation:` is published with the article.
//! Example: `Sure! Here is the translation: The gate is closed.` Phrases are in the languages' files.
//! Fix: none; what follows may be a quotation or a list.

use super::{Check, Find, Flaw, Pair};
use crate::language::writing;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "preamble",
    category: "preamble",
    severity: Severity::Warning,
    manual: include_str!("preamble.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let source = pair.source().to_lowercase();
    // An article on machines may have such words of its own.
    if ["übersetz", "ki-modell", "sprachmodell", "```"]
        .iter()
        .any(|word| source.contains(word))
    {
        return;
    }
    let target = pair.target();
    if target.starts_with("```") {
        flaws.push(Flaw::new(
            Span::new(0, 3),
            "```",
            "this is put in a code block",
        ));
        return;
    }
    let own = pair.writing().map_or(&[][..], |writing| &writing.preamble);
    let english = writing("en").map_or(&[][..], |writing| &writing.preamble);
    let lower = target.to_lowercase().replace('’', "'");
    let found = own
        .iter()
        .chain(english)
        .find(|phrase| begins_sentence(&lower, phrase));
    if let Some(phrase) = found {
        let message = format!("`{phrase}` is no part of the German");
        flaws.push(Flaw::new(Span::default(), *phrase, message));
    }
}

/// Whether a phrase begins a sentence of the text.
fn begins_sentence(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).take(4).any(|(at, _)| {
        let head = text[..at].trim_end_matches([' ', '*', '"', '(', '“', '«', '\u{A0}', '\n']);
        let whole = !text[at + phrase.len()..].starts_with(char::is_alphanumeric);
        whole && (head.is_empty() || head.ends_with(['.', '!', ':', ',', '?', '\n', '-']))
    })
}
