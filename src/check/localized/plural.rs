//! Choices by number, and the plural categories that a language has.

use super::Place;
use crate::catalog::{Select, Selection};
use crate::language::{PLURALS, Plurals};

/// Whether a choice is one by number: its keys are numbers and plural categories, at least one of
/// them besides `other`.
pub(in crate::check) fn is_plural(select: &Select<'_>) -> bool {
    let by_number = select.selection != Selection::Other;
    let known = |key: &crate::catalog::Key<'_>| key.is_number || PLURALS.contains(&key.name);
    let keys = &select.keys;
    by_number && keys.iter().all(known) && keys.iter().any(|key| key.name != "other")
}

/// The categories that a choice by number has in a locale.
pub(in crate::check) fn plurals_of<'a>(place: &'a Place<'_>, select: &Select<'_>) -> &'a Plurals {
    let (numbers, places) = &place.plurals;
    match select.selection {
        Selection::Ordinal => places,
        _ => numbers,
    }
}
