//! Places of targets that do not follow their sources.

use rustc_hash::FxHashSet;

use super::unit::Unit;
use crate::exchange::xliff::constraint::{self, Report};

/// Holds the places of the targets of a unit to the rules.
pub(super) fn check(unit: &Unit<'_, '_>, report: &mut Report) {
    let count = unit.parts.len();
    let mut taken = FxHashSet::default();
    let mut moved = Vec::new();
    for (at, part) in unit.parts.iter().enumerate() {
        let Some(target) = part.target else {
            continue;
        };
        let said = target
            .attribute("order")
            .and_then(|order| order.parse().ok());
        let place: usize = said.unwrap_or(at + 1);
        if place > count {
            let message = format!("the target says place {place} of {count}");
            report.add(&constraint::ORDER_RANGE, target.span(), message);
        } else if !taken.insert(place) {
            let message = format!("two targets stand in place {place}");
            report.add(&constraint::ORDER_UNIQUE, target.span(), message);
        } else if said.is_some() {
            moved.push((at + 1, place, target));
        }
    }
    let places: FxHashSet<usize> = moved.iter().map(|(_, place, _)| *place).collect();
    for (from, place, target) in &moved {
        let is_taken = places.contains(from);
        report.unless(is_taken, &constraint::ORDER_PARTNER, target.span(), || {
            format!("the target moved from place {from} to {place}, and no target says that it takes place {from}")
        });
    }
}
