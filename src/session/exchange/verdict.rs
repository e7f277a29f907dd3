//! What is to become of a unit that came back.

use crate::catalog::{Catalog, Id};
use crate::compare::{Item, State};
use crate::exchange::{Markup, ReturnedUnit, UnitState, compare_codes, digest_of};

/// What became of a unit that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportOutcome {
    /// Its translation is in the catalog now.
    Written,
    /// It is what the catalog has, and somebody stands for it now.
    Confirmed,
    /// It is what the catalog has.
    Unchanged,
    /// There is no translation, or the file says that it is not finished.
    Open,
    /// Nobody changed it in the file; the catalog has another one since.
    Superseded,
    /// It was changed in the file and in the catalog: the catalog's stays, the other stands above it as a
    /// comment.
    Conflict,
    /// It was made for an older source. If the unit had no translation, it stands in the catalog as a stale
    /// one.
    Older(bool),
    /// Its codes are not those of the source.
    Refused(Vec<String>),
    /// The workspace has no such unit.
    Unknown,
}

impl ImportOutcome {
    /// Its name in reports.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Confirmed => "confirmed",
            Self::Unchanged => "unchanged",
            Self::Open => "open",
            Self::Superseded => "superseded",
            Self::Conflict => "conflict",
            Self::Older(_) => "older",
            Self::Refused(_) => "refused",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a person has to look at it.
    pub fn is_finding(&self) -> bool {
        matches!(
            self,
            Self::Conflict | Self::Older(_) | Self::Refused(_) | Self::Unknown
        )
    }
}

/// A unit that came back, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The file, and the line in it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The locale.
    pub locale: String,
    /// The key of its article; empty if it is unknown.
    pub article: String,
    /// Its id as the file has it.
    pub id: String,
    /// Its source as the file has it.
    pub sent_source: String,
    /// Its source now; empty if there is none.
    pub source: String,
    /// The translation of the file.
    pub target: String,
    /// The translation of the catalog before.
    pub present: Option<String>,
    /// The state that the file says.
    pub state: UnitState,
    /// What became of it.
    pub outcome: ImportOutcome,
}

/// Decides what is to become of a unit that came back: by its tag, never by likeness.
pub(super) fn verdict(
    unit: &ReturnedUnit,
    id: &Id,
    item: &Item,
    markup: Markup,
    trusts: bool,
) -> ImportOutcome {
    let Some(target) = unit.target.as_deref() else {
        return ImportOutcome::Open;
    };
    let present = item
        .target
        .as_deref()
        .filter(|_| item.state != State::Inherited);
    let is_current = matches!(item.state, State::Current | State::Empty);
    if present == Some(target) && is_current {
        let is_vouched = trusts && unit.state >= UnitState::Reviewed && item.marks.review.is_none();
        return if is_vouched && *id == item.id {
            ImportOutcome::Confirmed
        } else {
            ImportOutcome::Unchanged
        };
    }
    if unit.state == UnitState::NeedsWork {
        return ImportOutcome::Open;
    }
    let sent = unit.digest.as_deref();
    let is_untouched = sent == Some(&digest_of(Some(target)));
    if *id != item.id && present == Some(target) {
        return ImportOutcome::Unchanged;
    }
    if *id != item.id {
        // What was sent out and not touched is no news of the other side.
        return if is_untouched {
            ImportOutcome::Open
        } else {
            ImportOutcome::Older(present.is_none())
        };
    }
    let mut faults = unit.faults.clone();
    let codes = compare_codes(&item.source, target, markup);
    // A translation that lacked a code when it was sent out may lack it when it comes back.
    let is_as_before =
        present.is_some_and(|present| compare_codes(present, target, markup).is_empty());
    if !is_as_before {
        faults.extend(codes.iter().map(crate::exchange::CodeFault::message));
    }
    let is_stale = matches!(item.state, State::Stale | State::Edited);
    let is_same = sent == Some(&digest_of(present)) || present.is_none();
    match present {
        Some(_) if is_untouched && !is_stale => ImportOutcome::Superseded,
        // An old translation that nobody touched is only right if somebody says so.
        Some(_) if is_untouched && unit.state < UnitState::Translated => ImportOutcome::Open,
        _ if !faults.is_empty() => ImportOutcome::Refused(faults),
        _ if !is_same => ImportOutcome::Conflict,
        _ => ImportOutcome::Written,
    }
}

/// The placeables of a value that are no text: a translation that has them keeps them.
pub(super) fn placeables(catalog: &Catalog, entry: Option<usize>) -> Vec<String> {
    let value = entry.and_then(|entry| catalog.entries[entry].value());
    let Some(text) = value
        .filter(|value| !value.is_text())
        .map(crate::catalog::Value::text)
    else {
        return Vec::new();
    };
    let pieces = crate::exchange::cut_codes(&text, Markup::Plain).into_iter();
    let codes = pieces.filter_map(|piece| match piece {
        crate::exchange::Piece::Code(raw, crate::exchange::CodeKind::Variable, _) => {
            Some(raw.to_owned())
        }
        _ => None,
    });
    codes.collect()
}

/// A translation as the value of a message.
pub(super) fn pattern(target: &str, placeables: &[String]) -> String {
    use crate::catalog::escape;
    let first = placeables
        .iter()
        .filter_map(|name| Some((target.find(name.as_str())?, name)));
    match first.min() {
        None => escape(target),
        Some((at, name)) => {
            let (head, tail) = (&target[..at], &target[at + name.len()..]);
            let part = |text: &str| {
                if text.is_empty() {
                    String::new()
                } else {
                    escape(text)
                }
            };
            let rest = if tail.is_empty() {
                String::new()
            } else {
                pattern(tail, placeables)
            };
            // Blanks at the edges of a part are within the value, and need no braces there.
            format!("{}{name}{rest}", part(head))
        }
    }
}
