//! Translations from elsewhere written into a catalog.

use std::collections::BTreeSet;

use super::locale::stub_of;
use crate::catalog::{Base, Catalog, Entry, Id, Kind, Maker, Note, Value};

/// A translation for a unit that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FilledUnit<'a> {
    /// The id that its message gets.
    pub id: Id,
    /// Its source.
    pub source: &'a str,
    /// The translation as a Fluent pattern on one line.
    pub pattern: &'a str,
    /// What made it.
    pub maker: &'a Maker,
}

/// Writes translations into a locale's catalog, each with a `# made:` line. Units that have a message
/// or something typed behind their stub are left as they are. Returns the ids that were written, and
/// the new text, which `update_target` has to put in order. `label` is the source locale, if the
/// catalog has comments of the tool's.
pub fn fill(catalog: &Catalog, units: &[FilledUnit<'_>], label: Option<&str>) -> (Vec<Id>, String) {
    let present = taken(catalog);
    let end = catalog.line_end();
    let mut out = catalog.text.clone();
    let open = units.iter().filter(|unit| !present.contains(&unit.id.base));
    let mut written = Vec::new();
    for unit in open {
        if written.is_empty() && !out.is_empty() {
            out.extend([end, end]);
        }
        let message = format!("{} = {}{end}", unit.id, unit.pattern);
        if let Some(label) = label {
            let value = Catalog::parse(&message).value;
            let value = value.entries.first().and_then(Entry::value);
            let made = unit.maker.line(&value.map(Value::text).unwrap_or_default());
            let german = Note::Source(unit.source.to_owned()).line(label);
            out.extend([&german, end, &made, end]);
        }
        out.push_str(&message);
        written.push(unit.id);
    }
    (written, out)
}

/// The units that have a message, junk with their id, or a stub behind which somebody typed.
fn taken(catalog: &Catalog) -> BTreeSet<Base> {
    let base = |entry: &Entry| match entry.kind {
        Kind::Comment(_) => {
            let stub = stub_of(entry.span.of(&catalog.text));
            stub.filter(|(_, typed)| !typed.is_empty())
                .map(|(id, _)| id.base)
        }
        _ => Id::parse(&entry.id).map(|id| id.base),
    };
    catalog.entries.iter().filter_map(base).collect()
}
