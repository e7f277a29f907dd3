//! What a tool, a prompt or a translator has left in the text.
//!
//! Why it matters: readers see it. Found are the end of a line of JSON (`",`), `TODO` and `XXX`, a code of
//! the language before the text (`EN:`), and a slot that nobody has filled (`[time]`), if the German
//! has nothing of the kind.
//! Example: `TODO: The market opens at eight.`
//! Fix: none; what belongs in its place may be missing.

use super::{Check, Find, Flaw, Pair};
use crate::language::writing;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "residue",
    category: "residue",
    severity: Severity::Warning,
    manual: include_str!("residue.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let text = pair.target();
    let found = tail(text)
        .or_else(|| code(text))
        .or_else(|| note(pair))
        .or_else(|| slot(pair));
    let Some(span) = found else { return };
    let residue = span.of(text);
    if !pair.source().contains(residue.trim()) {
        let message = format!("`{residue}` was left in the text");
        flaws.push(Flaw::new(span, residue, message).hint("take it out, or put in what is meant"));
    }
}

/// The end of a line of JSON.
fn tail(text: &str) -> Option<Span> {
    let body = text.trim_end();
    let ends = ["\",", "',", "\"},", "\"}", "\"],", "\"]", "\";"];
    let end = ends.iter().find(|end| body.ends_with(**end))?;
    let start = body.len() - end.len();
    // "…, he said “so”," has its partner.
    let quote = char::from(end.as_bytes()[0]);
    (body.matches(quote).count() % 2 == 1).then(|| Span::new(start, body.len()))
}

/// A code of a language before the text: `EN: …`, `[fr] …`.
fn code(text: &str) -> Option<Span> {
    let head = text.trim_start();
    let start = text.len() - head.len();
    let inner = head.strip_prefix('[').unwrap_or(head);
    let letters = inner.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (code, rest) = inner.split_at(letters);
    let is_marked = if inner.len() < head.len() {
        rest.starts_with(']')
    } else {
        code.bytes().all(|byte| byte.is_ascii_uppercase()) && rest.starts_with(':')
    };
    let known = letters == 2 && writing(&code.to_ascii_lowercase()).is_some();
    let end = start + (head.len() - inner.len()) + letters + 1;
    (known && is_marked).then(|| Span::new(start, end))
}

/// A note to oneself: a word in capitals.
fn note(pair: Pair<'_>) -> Option<Span> {
    let words = &pair.readings().1.words;
    let word = words.iter().find(|word| {
        matches!(
            word.text,
            "TODO" | "FIXME" | "XXX" | "TBD" | "TBC" | "TKTK" | "XXXX"
        )
    })?;
    Some(Span::new(word.start, word.end()))
}

/// A slot that nobody has filled: one word or two in brackets that the German has nothing for.
fn slot(pair: Pair<'_>) -> Option<Span> {
    if pair.source().contains('[') {
        return None;
    }
    let text = pair.bare().1;
    let start = text.find('[')?;
    let end = start + text[start..].find(']')? + 1;
    let inner = &text[start + 1..end - 1];
    let is_word = !inner.is_empty()
        && inner.split(' ').count() < 3
        && inner
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, ' ' | '_' | '-'));
    // "He said [the] gate was open": an editor's word stands among others.
    let after = text[end..].trim_start();
    let is_last = after.is_empty() || after.starts_with(['.', ',', ';', ':', '!', '?', ')']);
    let link = text[end..].starts_with(['(', '[', ':']);
    (is_word && is_last && !link).then(|| Span::new(start, end))
}
