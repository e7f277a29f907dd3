//! Stale translations said to be up to date.

use std::collections::BTreeSet;

use super::group::Groups;
use crate::catalog::{Catalog, Id, Served, Source, Target};
use crate::text::Edit;

/// Says that stale translations are up to date: their messages take the source catalog's ids.
/// `pick` chooses among the units; one that is picked takes those along that share its text. Gives
/// the edits and the ids accepted.
pub fn accept(
    source: &Source,
    catalog: &Catalog,
    pick: impl Fn(&Id) -> bool,
) -> (Vec<Edit>, Vec<Id>) {
    let target = Target::of(catalog);
    let groups = Groups::of(source, &target);
    let units = source.units.iter().enumerate();
    let picked = units.filter(|(_, unit)| pick(&unit.id));
    let picked: BTreeSet<usize> = picked.map(|(index, _)| groups.leader(index)).collect();
    let mut edits = Vec::new();
    let mut accepted = Vec::new();
    for (index, unit) in source.units.iter().enumerate() {
        if let Served::Older(entry) = target.serve(&unit.id)
            && picked.contains(&groups.leader(index))
        {
            let span = catalog.entries[entry].id_span;
            edits.push(Edit::replace(span, unit.id.to_string()));
            accepted.push(unit.id);
        }
    }
    (edits, accepted)
}
