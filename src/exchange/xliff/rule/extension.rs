//! Elements of other namespaces.

use rustc_hash::FxHashSet;

use super::prefix;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the foreign elements of a file, group or unit to the rule: their ids are unique in it.
pub(super) fn check(parent: Element<'_, '_>, report: &mut Report) {
    let mut seen = FxHashSet::default();
    let is_foreign = |element: &Element<'_, '_>| prefix(element.namespace()) == "?";
    for extension in parent.children().filter(is_foreign) {
        for element in std::iter::once(extension).chain(extension.descendants()) {
            let id = element.xml("id").or_else(|| element.attribute("id"));
            if let Some(id) = id.filter(|_| is_foreign(&element))
                && !seen.insert(id.clone())
            {
                let message = format!("the id `{id}` of `{}` stands there twice", element.name());
                report.add(&constraint::UNIQUE_EXTENSION_ID, element.span(), message);
            }
        }
    }
}
