//! What the choice for a unit says.

use super::{Assembly, Choice};
use crate::catalog::rendering;

/// What a unit's choice says, seen from its bytes: a new value, or none for the article's own.
pub(super) fn value<'a>(assembly: &Assembly<'a>, unit: usize) -> Option<&'a str> {
    match assembly.choices.get(unit) {
        Some(Choice::Target(value)) => {
            let german = assembly.units[unit].text(assembly.article);
            (*value != german && *value != rendering(german)).then_some(*value)
        }
        Some(Choice::Omit) => Some(""),
        _ => None,
    }
}
