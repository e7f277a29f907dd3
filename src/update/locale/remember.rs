//! Stubs that show what the same sentence has elsewhere.

use std::collections::BTreeMap;

use super::comment::{is_tool_stub, stub_of};
use crate::catalog::{Base, Catalog, Kind, Note};
use crate::text::{Edit, apply};

/// Lets the stubs of the units in `shown` show these translations, or none. Other stubs stay as they
/// are, and so does one behind which somebody typed. Returns the catalog's new text.
pub fn remember(catalog: &Catalog, shown: &BTreeMap<Base, Option<String>>) -> String {
    let mut edits = Vec::new();
    for entry in &catalog.entries {
        let stub = entry.span.of(&catalog.text);
        if entry.kind != Kind::Comment(1) {
            continue;
        }
        let Some((id, typed)) = stub_of(stub) else {
            continue;
        };
        let Some(text) = shown.get(&id.base).filter(|_| typed.is_empty()) else {
            continue;
        };
        let line = text
            .as_ref()
            .map(|text| Note::Memory(text.clone()).line(""));
        let renewed = with_memory(stub, line.as_deref(), catalog.line_end());
        if renewed != stub {
            edits.push(Edit::replace(entry.span, renewed));
        }
    }
    apply(&catalog.text, &edits)
}

/// A stub with a line that shows a translation above its last line, in place of the one it has.
fn with_memory(stub: &str, line: Option<&str>, end: &str) -> String {
    let mut lines: Vec<&str> = stub.lines().filter(|line| !is_memory(line)).collect();
    let last = lines.iter().position(|line| is_tool_stub(line));
    if let (Some(line), Some(last)) = (line, last) {
        lines.insert(last, line);
    }
    lines.join(end)
}

/// Whether a line of a stub shows a translation.
pub(super) fn is_memory(line: &str) -> bool {
    line.starts_with("# memory: ")
}
