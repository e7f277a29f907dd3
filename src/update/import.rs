//! Translations that come back from other tools, written into a catalog.

use super::fill::{FilledUnit, fill};
use super::mark::mark_made;
use super::translation::{Found, Open, write_translations};
use crate::catalog::{Catalog, Id, Maker, Target};
use crate::text::{Edit, apply};

/// A translation that came back, and what is to be done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakenUnit {
    /// It is up to date.
    Current {
        /// The id that its message has, or gets.
        id: Id,
        /// Its message, if there is one.
        entry: Option<usize>,
        /// Ids of the empty messages that belong to it.
        members: Vec<Id>,
        /// Its source.
        source: String,
        /// The translation as a Fluent pattern on one line.
        pattern: String,
        /// The file that it comes from.
        maker: Maker,
    },
    /// It was made for an older source, and there is none for the present one.
    Older {
        /// The id with the older tag.
        id: Id,
        /// The older source.
        was: String,
        /// The translation.
        text: String,
        /// The file that it comes from.
        maker: Maker,
    },
    /// It is to be seen beside the one that stays.
    Beside {
        /// The message that stays.
        entry: usize,
        /// The other translation.
        text: String,
        /// The file that it comes from.
        file: String,
    },
}

/// Writes translations into a catalog, each with a `# made:` line if the catalog has comments: `label` is
/// the source locale then. Returns the new text, which `update_target` has to put in order.
pub fn take_back(catalog: &Catalog, units: &[TakenUnit], label: Option<&str>) -> String {
    let mut edits = Vec::new();
    let mut made: Vec<(Id, &Maker)> = Vec::new();
    let target = Target::of(catalog);
    for unit in units {
        match unit {
            TakenUnit::Current {
                id,
                entry: Some(entry),
                members,
                pattern,
                maker,
                ..
            } => {
                let message = &catalog.entries[*entry];
                edits.push(Edit::replace(message.id_span, id.to_string()));
                let is_bare = catalog.text[..message.value_span.start].ends_with('=');
                let blank = if is_bare { " " } else { "" };
                edits.push(Edit::replace(
                    message.value_span,
                    format!("{blank}{pattern}"),
                ));
                for member in members {
                    if let Some(entry) = target.serve(member).entry() {
                        edits.push(Edit::replace(
                            catalog.entries[entry].id_span,
                            member.to_string(),
                        ));
                    }
                }
                made.push((*id, maker));
            }
            TakenUnit::Beside { entry, text, file } if label.is_some() => {
                edits.extend(beside(catalog, *entry, text, file));
            }
            _ => {}
        }
    }
    edits.dedup();
    let text = apply(&catalog.text, &edits);
    let text = filled(&text, units, label);
    let text = older(&text, units, label.is_some(), &mut made);
    if label.is_none() {
        return text;
    }
    let catalog = Catalog::parse(&text).value;
    let target = Target::of(&catalog);
    let marks = made.iter().filter_map(|(id, maker)| {
        let (_, entry) = target.all(&id.base).iter().find(|(other, _)| other == id)?;
        mark_made(&catalog, *entry, maker)
    });
    apply(&catalog.text, &marks.collect::<Vec<_>>())
}

/// Units without a message get one.
fn filled(text: &str, units: &[TakenUnit], label: Option<&str>) -> String {
    let new = units.iter().filter_map(|unit| match unit {
        TakenUnit::Current {
            id,
            entry: None,
            source,
            pattern,
            maker,
            ..
        } => Some(FilledUnit {
            id: *id,
            source,
            pattern,
            maker,
        }),
        _ => None,
    });
    let new: Vec<FilledUnit<'_>> = new.collect();
    if new.is_empty() {
        return text.to_owned();
    }
    fill(&Catalog::parse(text).value, &new, label).1
}

/// Translations of older sources stand there as stale ones.
fn older<'u>(
    text: &str,
    units: &'u [TakenUnit],
    has_notes: bool,
    made: &mut Vec<(Id, &'u Maker)>,
) -> String {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for unit in units {
        if let TakenUnit::Older {
            id,
            was,
            text,
            maker,
        } = unit
        {
            found.push(Found {
                units: vec![open.len()],
                text: text.clone(),
                doubt: None,
                maker: None,
            });
            open.push(Some(Open {
                id: *id,
                was: Some(was.clone()),
            }));
            made.push((*id, maker));
        }
    }
    if found.is_empty() {
        return text.to_owned();
    }
    write_translations(&Catalog::parse(text).value, &open, &found, has_notes).0
}

/// The line above a message that shows what else came back for it; none if it stands there already.
fn beside(catalog: &Catalog, entry: usize, text: &str, file: &str) -> Option<Edit> {
    let message = &catalog.entries[entry];
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = format!("# from {file}: {}", words.join(" "));
    let comment = message.comment.of(&catalog.text);
    let is_there = comment.lines().any(|other| other == line);
    (!is_there).then(|| {
        Edit::insert(
            message.id_span.start,
            format!("{line}{}", catalog.line_end()),
        )
    })
}
