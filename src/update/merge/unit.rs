//! The entries of a catalog, each known by what it is about.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, Entry, Id, Kind, is_group};
use crate::update::layout::Form;
use crate::update::locale::stub_of;

/// What an entry is about, and which of several about the same it is.
pub(super) type Key = (String, usize);

/// An entry of one version.
#[derive(Debug, Clone)]
pub(super) struct Unit<'a> {
    pub(super) key: Key,
    /// Its index in its catalog.
    pub(super) entry: usize,
    pub(super) text: &'a str,
    pub(super) form: Form,
    /// The whole id; empty for comments.
    pub(super) id: String,
    /// What was typed: right of `=` with the attributes, or behind a stub; lines end in line feeds.
    pub(super) value: Option<String>,
    pub(super) is_message: bool,
    /// Whether it is a group comment that the tool writes.
    pub(super) is_group: bool,
    /// Length of the comment at the start of the text.
    comment: usize,
}

impl Unit<'_> {
    /// The text with line feeds only.
    pub(super) fn plain(&self) -> String {
        self.text.replace("\r\n", "\n")
    }

    /// The comment with line feeds only, without the last.
    pub(super) fn comment(&self) -> String {
        self.text[..self.comment].replace("\r\n", "\n")
    }

    /// What follows the comment, with line feeds only.
    pub(super) fn body(&self) -> String {
        let body = self.text[self.comment..].trim_start_matches(['\r', '\n']);
        body.replace("\r\n", "\n")
    }

    /// What a person calls it.
    pub(super) fn name(&self) -> &str {
        &self.key.0
    }
}

/// The bases that one of the catalogs has twice, for example with an older id: there the whole id
/// tells entries apart.
pub(super) fn repeated(catalogs: &[&Catalog]) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for catalog in catalogs {
        let mut seen = BTreeSet::new();
        for entry in &catalog.entries {
            if let Some(id) = id_of(catalog, entry)
                && !seen.insert(id.base)
            {
                out.insert(id.base.to_string());
            }
        }
    }
    out
}

/// The entries of a catalog in order.
pub(super) fn units<'a>(catalog: &'a Catalog, repeated: &BTreeSet<String>) -> Vec<Unit<'a>> {
    let mut out: Vec<Unit> = Vec::new();
    // Backwards: a group comment is known by the unit it stands above.
    let mut next = String::new();
    for (index, entry) in catalog.entries.iter().enumerate().rev() {
        let text = entry.span.of(&catalog.text);
        let level_two = entry.kind == Kind::Comment(2) && is_group(text);
        let about = about(catalog, entry, repeated);
        let name = match about {
            _ if level_two => format!("{next} above"),
            Some(name) => {
                next.clone_from(&name);
                name
            }
            // Nobody knows what it is about: what both sides add is about the same.
            None if entry.kind == Kind::Junk => "junk".to_owned(),
            None => text.replace("\r\n", "\n"),
        };
        let is_message = matches!(entry.kind, Kind::Message(_) | Kind::Term(_));
        out.push(Unit {
            key: (name, 0),
            entry: index,
            text,
            form: if is_message {
                Form::Message
            } else {
                Form::Free
            },
            id: entry.id.clone(),
            value: value(catalog, entry),
            is_message,
            is_group: level_two,
            comment: if entry.kind == Kind::Junk {
                0
            } else {
                entry.comment.len()
            },
        });
    }
    out.reverse();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for unit in &mut out {
        let seen = count.entry(unit.key.0.clone()).or_default();
        unit.key.1 = *seen;
        *seen += 1;
    }
    out
}

/// What an entry is about: a base, an id, the header; none for comments.
fn about(catalog: &Catalog, entry: &Entry, repeated: &BTreeSet<String>) -> Option<String> {
    if let Some(id) = id_of(catalog, entry) {
        let whole = repeated.contains(id.base.as_str());
        return Some(if whole {
            id.to_string()
        } else {
            id.base.to_string()
        });
    }
    match entry.kind {
        Kind::Message(_) => Some(entry.id.clone()),
        Kind::Term(_) => Some(format!("-{}", entry.id)),
        Kind::Comment(3) if entry.span.of(&catalog.text).starts_with("### satz ") => {
            Some("header".to_owned())
        }
        _ => None,
    }
}

/// The id of a unit's message, of a stub, or of a line that would be a message.
fn id_of(catalog: &Catalog, entry: &Entry) -> Option<Id> {
    match entry.kind {
        Kind::Message(_) | Kind::Junk => Id::parse(&entry.id),
        Kind::Comment(1) => Some(stub_of(entry.span.of(&catalog.text))?.0),
        _ => None,
    }
}

fn value(catalog: &Catalog, entry: &Entry) -> Option<String> {
    let text = entry.span.of(&catalog.text);
    let value = match entry.kind {
        Kind::Message(_) | Kind::Term(_) => entry.value_span.of(&catalog.text),
        Kind::Junk if entry.id.is_empty() => text,
        Kind::Junk => text.split_once('=').map_or("", |(_, value)| value),
        // The header holds what satz must know.
        Kind::Comment(3) if text.starts_with("### satz ") => text,
        Kind::Comment(_) => {
            return stub_of(text)
                .map(|(_, typed)| typed)
                .filter(|typed| !typed.is_empty());
        }
    };
    let value = value.trim().replace("\r\n", "\n");
    (!value.is_empty()).then_some(value)
}

/// Whether a line is one that the next `sync` writes again: a note, or the last line of a stub.
pub(super) fn is_note(line: &str) -> bool {
    let Some(note) = line.strip_prefix("# ") else {
        return false;
    };
    let key = note.split_once(':').map_or(note, |(key, _)| key);
    // The label of the German is the source locale's name.
    let is_locale = key
        .split('-')
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()))
        && key.parse::<unic_langid::LanguageIdentifier>().is_ok();
    is_locale
        || matches!(key, "missing" | "was" | "now" | "memory" | "merged into")
        || stub_of(line).is_some()
}
