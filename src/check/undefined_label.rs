//! The label of a link that the article defines nowhere.
//!
//! Why it matters: there is no link; the brackets are shown.
//! Example: `[weather report][weather]` for `[Wetterbericht][wetter]`, where the article has a line
//! `[wetter]: https://…`. Labels are no text: they stay as they are. Where the label itself is shown, as
//! in `[Wetter]`, write `[weather][Wetter]`.
//! Fix: none.

use super::{Check, Find, Finding, Subject};
use crate::compare::State;
use crate::document::folded_label;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "undefined-label",
    severity: Severity::Error,
    category: "markup",
    manual: include_str!("undefined_label.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(labels) = subject.labels else { return };
    for item in &subject.comparison.items {
        let (State::Current, Some(target), Some(entry)) = (item.state, &item.target, item.entry)
        else {
            continue;
        };
        if !target.contains('[') && !item.source.contains('[') {
            continue;
        }
        let (source, target) = (references(&item.source), references(target));
        let is_defined = |one: &&Reference<'_>| labels.contains(&folded_label(one.label));
        let has = |all: &[Reference<'_>], label: &str| {
            all.iter()
                .any(|one| folded_label(one.label) == folded_label(label))
        };
        // A label that the German uses without a definition is defined elsewhere, or no label.
        let mut strange = target
            .iter()
            .filter(|one| !is_defined(one) && !has(&source, one.label));
        let mut lost = { source.iter() }
            .filter(is_defined)
            .filter(|one| !has(&target, one.label));
        let lost = lost.next();
        let found = strange.find(|one| one.is_full || lost.is_some_and(|lost| !lost.is_full));
        let Some(found) = found else { continue };
        let message = format!("`{}` is no label that the article defines", found.label);
        let entry = &subject.target.value.entries[entry];
        let finding = Finding::new(&CHECK, entry.value_span, &item.id, message);
        let hint = match lost {
            Some(lost) => format!("write `[{}][{}]`", found.text, lost.label),
            None => "keep the label as it is in the source".to_owned(),
        };
        findings.push(finding.hint(hint));
    }
}

/// A link by its label, or brackets that could be one.
struct Reference<'a> {
    text: &'a str,
    label: &'a str,
    /// Whether brackets with the label follow the text.
    is_full: bool,
}

/// The links by labels in a text: `[text][label]`, `[label][]` and `[label]`.
fn references(text: &str) -> Vec<Reference<'_>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut open = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'`' => at = code_end(text, at) - 1,
            b'[' => open.push(at),
            b']' => {
                if let Some(start) = open.pop() {
                    let (reference, end) = reference(text, start, at);
                    found.extend(reference);
                    at = end - 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// What the brackets from `start` to `close` are, and where it ends.
fn reference(text: &str, start: usize, close: usize) -> (Option<Reference<'_>>, usize) {
    let (inner, rest) = (&text[start + 1..close], &text[close + 1..]);
    let end = close + 1;
    // Of a footnote, a task, or an index behind a word.
    let is_word = text[..start].ends_with(char::is_alphanumeric);
    if inner.trim().is_empty() || inner.starts_with('^') || is_word || rest.starts_with(['(', ':'])
    {
        return (None, end);
    }
    let whole = |label, is_full| Reference {
        text: inner,
        label,
        is_full,
    };
    let second = rest.strip_prefix('[');
    let Some(label) = second.and_then(|rest| Some(&rest[..rest.find(']')?])) else {
        return (Some(whole(inner, false)), end);
    };
    if label.starts_with('^') {
        return (Some(whole(inner, false)), end);
    }
    let is_full = !label.trim().is_empty();
    let named = if is_full { label } else { inner };
    (Some(whole(named, is_full)), end + label.len() + 2)
}

/// Where the code that begins with a backtick ends; behind the backticks if it is none.
fn code_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let length = rest.len() - rest.trim_start_matches('`').len();
    let mut from = at + length;
    while let Some(next) = text[from..].find('`') {
        let start = from + next;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        from = start + run;
        if run == length {
            return from;
        }
    }
    at + length
}
