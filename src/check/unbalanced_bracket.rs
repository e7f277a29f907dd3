//! A bracket without its partner, where the brackets of the German are balanced.
//!
//! Why it matters: the reader looks for the other one, and a link loses its target.
//! Example: `(available in our shop` for `(in unserem Shop)`. Numbers of lists (`a)`) and faces
//! (`:-)`) have no partner and need none. Fix: none; only the writer knows where it stands.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "unbalanced-bracket",
    category: "bracket",
    severity: Severity::Warning,
    manual: include_str!("unbalanced_bracket.rs"),
    find: Find::Pair(find),
};

const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('（', '）'), ('【', '】')];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    let characters = &pair.readings().1.characters;
    for (open, close) in BRACKETS {
        if !characters.has(open) && !characters.has(close) {
            continue;
        }
        let Some((at, lone)) = unmatched(target, open, close) else {
            continue;
        };
        // The German has the same: a bracket that spans sentences.
        if unmatched(pair.source(), open, close).is_some_and(|(_, other)| other == lone) {
            continue;
        }
        let message = format!("`{lone}` has no partner");
        let span = Span::new(at, at + lone.len_utf8());
        flaws.push(Flaw::new(span, lone.to_string(), message));
    }
}

/// The first bracket that has no partner.
fn unmatched(text: &str, open: char, close: char) -> Option<(usize, char)> {
    let mut depth = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c == open {
            depth.push(at);
        } else if c == close && depth.pop().is_none() && !is_lone(&text[..at], before) {
            return Some((at, close));
        }
        before = c;
    }
    let at = *depth.last()?;
    let face = text[..at].ends_with([':', ';', '-']);
    (!face).then_some((at, open))
}

/// Whether a closing bracket stands alone by right: after the number of a list's item, or in a face.
fn is_lone(head: &str, before: char) -> bool {
    let line = head.rsplit('\n').next().unwrap_or(head).trim_start();
    let label = (1..=2).contains(&line.chars().count()) && line.chars().all(char::is_alphanumeric);
    label || matches!(before, ':' | ';' | '-' | '=')
}
