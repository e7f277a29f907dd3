//! A message with an id that no unit of the article has or had.
//!
//! Why it matters: nobody reads it. Mostly a letter of the id was changed by accident, and the unit
//! counts as missing although it is translated.
//! Example: `S7K2MQ = Hello` or `s7k2m = Hello` for `s7k2mq = Hello`.
//! Fix: certain where the comment or all but one letter of the id say which unit is meant.

use super::{Check, Find, Finding, Subject};
use crate::catalog::{Entry, Id, Note};
use crate::compare::{Item, State};
use crate::text::{Edit, Severity, fold};

pub(super) const CHECK: Check = Check {
    code: "unknown-id",
    category: "catalog",
    severity: Severity::Warning,
    manual: include_str!("unknown_id.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let catalog = &subject.target.value;
    // Any other catalog has the ids that people gave it.
    if catalog.article().is_none() {
        return;
    }
    let items = &subject.comparison.items;
    let missing: Vec<&Item> = items
        .iter()
        .filter(|item| item.state == State::Missing && item.entry.is_none())
        .collect();
    for (_, entry) in catalog.messages() {
        let id = Id::parse(&entry.id);
        if id
            .as_ref()
            .is_some_and(|id| items.iter().any(|item| item.id.base == id.base))
        {
            continue;
        }
        let comment = entry.comment.of(&catalog.text);
        let meant = missing.iter().find(|item| is_meant(item, entry, comment));
        match meant {
            Some(item) => {
                let message = format!(
                    "`{}` is no unit's id, and `{}` is missing",
                    entry.id, item.id
                );
                let mut found = Finding::new(&CHECK, entry.id_span, &entry.id, message);
                found.fix = Some(Edit::replace(entry.id_span, item.id.to_string()));
                findings.push(found.hint(format!("if that one is meant, write `{}`", item.id)));
            }
            None if id.is_none() => {
                let message = format!("the article has no unit `{}`", entry.id);
                let found = Finding::new(&CHECK, entry.id_span, &entry.id, message);
                findings.push(found.hint("take its id from the stub, or move it to another file"));
            }
            // Its sentence is gone.
            None => {}
        }
    }
}

/// Whether a message is probably that of a missing unit.
fn is_meant(item: &Item, entry: &Entry, comment: &str) -> bool {
    let german = fold(&item.source);
    let names = |line: &str| {
        let note = line
            .strip_prefix("# ")
            .and_then(|line| line.split_once(": "));
        note.is_some_and(|(label, text)| {
            matches!(
                Note::parse(&format!("{label}: {text}"), label),
                Some(Note::Source(_))
            ) && fold(text) == german
        })
    };
    let own = entry.id.to_ascii_lowercase();
    is_one_slip(&own, &item.id.to_string())
        || is_one_slip(&own, &item.id.base)
        || comment.lines().any(names)
}

/// Whether two words are equal but for one letter changed, left out or put in.
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    one.len().max(other.len()) - tail <= 1
}
