//! Glossaries and metadata of units.

use super::id::once;
use super::prefix;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds a glossary to its rules.
pub(super) fn check(glossary: Element<'_, '_>, report: &mut Report) {
    let own = |element: &Element<'_, '_>| prefix(element.namespace()) == "gls";
    let named = glossary.descendants().filter(own);
    let named = named.filter(|element| matches!(element.name(), "glossEntry" | "translation"));
    once(named, &constraint::UNIQUE_GLOSSARY_ID, report);
    for entry in glossary
        .children()
        .filter(|entry| entry.name() == "glossEntry")
    {
        let says_something =
            |child: Element<'_, '_>| matches!(child.name(), "translation" | "definition");
        let is_full = entry.children().filter(own).any(says_something);
        report.unless(is_full, &constraint::GLOSSARY_ENTRY, entry.span(), || {
            "the entry has neither a translation nor a definition".into()
        });
    }
}

/// Holds metadata to their rule.
pub(super) fn check_metadata(metadata: Element<'_, '_>, report: &mut Report) {
    let groups = metadata.descendants();
    once(
        groups.filter(|group| group.name() == "metaGroup"),
        &constraint::UNIQUE_METADATA_ID,
        report,
    );
}
