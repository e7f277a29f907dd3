//! Languages of sources and targets.

use super::prefix;
use crate::exchange::xliff::constraint::{self, Constraint, Report};
use crate::exchange::xml::Element;

/// Holds the languages of all sources and targets of segments to those of the document.
pub(super) fn check(root: Element<'_, '_>, report: &mut Report) {
    let source = root.attribute("srcLang");
    let target = root.attribute("trgLang");
    for element in root.descendants() {
        let is_in_segment = element.parent().is_some_and(|parent| {
            matches!(parent.name(), "segment" | "ignorable")
                && prefix(parent.namespace()).is_empty()
        });
        if !is_in_segment {
            continue;
        }
        match element.name() {
            "source" => agree(
                element,
                source.as_deref(),
                &constraint::SOURCE_LANGUAGE,
                report,
            ),
            "target" => agree(
                element,
                target.as_deref(),
                &constraint::TARGET_LANGUAGE,
                report,
            ),
            _ => {}
        }
    }
}

fn agree(element: Element<'_, '_>, wanted: Option<&str>, broken: &Constraint, report: &mut Report) {
    let mut said = element.lineage().filter_map(|element| element.xml("lang"));
    if let (Some(said), Some(wanted)) = (said.next(), wanted)
        && !is_kind_of(&said, wanted)
    {
        let message = format!(
            "the {} is in `{said}`, and the document in `{wanted}`",
            element.name()
        );
        report.add(broken, element.span(), message);
    }
}

/// Whether a language is another one, or a kind of it: `en-IE` of `en`.
pub(super) fn is_kind_of(language: &str, other: &str) -> bool {
    let head = language.get(..other.len()).unwrap_or_default();
    let rest = &language[head.len()..];
    head.eq_ignore_ascii_case(other) && (rest.is_empty() || rest.starts_with('-'))
}
