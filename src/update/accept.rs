use crate::catalog::{Catalog, Id, Served, Source, Target};
use crate::text::Edit;

/// Says that stale translations are up to date: their messages take the source catalog's ids.
/// `pick` chooses among the units whose message is older. Gives the edits and the ids accepted.
pub fn accept(
    source: &Source,
    catalog: &Catalog,
    pick: impl Fn(&Id) -> bool,
) -> (Vec<Edit>, Vec<Id>) {
    let target = Target::of(catalog);
    let mut edits = Vec::new();
    let mut accepted = Vec::new();
    for unit in &source.units {
        if let Served::Older(entry) = target.serve(&unit.id)
            && pick(&unit.id)
        {
            let span = catalog.entries[entry].id_span;
            edits.push(Edit::replace(span, unit.id.to_string()));
            accepted.push(unit.id);
        }
    }
    (edits, accepted)
}
