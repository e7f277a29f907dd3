//! A message that says nothing: only blanks, characters that are not seen, comments, empty markup, or
//! attributes without a value. In an application's catalog also an empty text, and an attribute that shows nothing, where the
//! source's shows something.
//!
//! Why it matters: other Fluent tools count it as translated; a button without a text is shown. In an
//! article's catalog it counts as missing; there `{ "" }` says that the unit before covers this one.
//! Example: `open = { " " }`. Fix: none but to translate it.

use rustc_hash::FxHashMap;

use super::{Check, Find, Finding, Localized, Subject};
use crate::catalog::{Entry, is_blank};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "blank-value",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("blank_value.rs"),
    find: Find::Both(find, find_strings),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (_, entry) in subject.target.value.messages() {
        let message = match entry.value() {
            None => format!("`{}` has attributes but no value", entry.id),
            Some(value) if !value.is_blank() || value.is_empty() => continue,
            Some(value) if is_blank(&value.text()) => {
                format!("`{}` has only blanks for a value", entry.id)
            }
            Some(_) => {
                let message =
                    "has only comments or empty markup for a value, so readers see nothing";
                format!("`{}` {message}", entry.id)
            }
        };
        let found = Finding::new(&CHECK, entry.id_span, &entry.id, message);
        findings.push(found.hint("type the translation, or { \"\" } if the unit before covers it"));
    }
}

fn find_strings(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    let (source, target) = (subject.source, &subject.target.value);
    for item in &subject.comparison.items {
        let Some(own) = item.entry.map(|at| &target.entries[at]) else {
            continue;
        };
        if own.is_plain() && !own.value().is_some_and(|value| is_blank(&value.text())) {
            continue;
        }
        let theirs = blanks(&source.entries[item.source_entry]).into_iter().rev();
        let theirs: FxHashMap<Option<&str>, bool> = theirs.collect();
        for (attribute, is_blank) in blanks(own) {
            // Of a term's attributes each language has its own.
            if !is_blank || theirs.get(&attribute).is_none_or(|is_blank| *is_blank) {
                continue;
            }
            let message = match attribute {
                Some(name) => format!("`.{name}` shows nothing"),
                None => "it shows nothing".to_owned(),
            };
            let found = Finding::new(&CHECK, own.id_span, &own.written_id(), message);
            findings.push(found.hint("type the translation"));
        }
    }
}

/// The value and the attributes of an entry by their names, and whether they show nothing, whatever
/// is chosen.
fn blanks(entry: &Entry) -> Vec<(Option<&str>, bool)> {
    let content = entry.content();
    let value = content.value.into_iter().map(|value| (None, value));
    let attributes = content.attributes.iter();
    let attributes = attributes.map(|own| (Some(own.name.as_str()), own.value.pattern()));
    let parts = value.chain(attributes);
    parts
        .map(|(name, pattern)| {
            let readings = pattern.readings();
            (name, readings.iter().all(|(_, reading)| is_blank(reading)))
        })
        .collect()
}
