//! Texts that depend on numbers, genders and other choices.

use super::module_attribute;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the attributes of choices of an element to the rules.
pub(super) fn check(element: Element<'_, '_>, report: &mut Report) {
    if let Some(switch) = module_attribute(element, "pgs", "switch") {
        let mut variables = switch.split_whitespace().peekable();
        let is_one = variables.peek().is_some() && variables.all(is_variable);
        report.unless(is_one, &constraint::PLURAL_SWITCH, element.span(), || {
            format!("pgs:switch is `{switch}`")
        });
    }
    if let Some(case) = module_attribute(element, "pgs", "case") {
        let mut around = element
            .lineage()
            .filter_map(|element| module_attribute(element, "pgs", "switch"));
        let wanted = around
            .next()
            .map(|switch| switch.split_whitespace().count());
        let cases = case.split_whitespace().count();
        report.unless(
            wanted == Some(cases),
            &constraint::PLURAL_CASE,
            element.span(),
            || match wanted {
                Some(wanted) => format!("pgs:case has {cases} cases for {wanted} variables"),
                None => "there is pgs:case, and no pgs:switch around it".into(),
            },
        );
    }
}

fn is_variable(word: &str) -> bool {
    let parts = word.split_once(':');
    parts.is_some_and(|(kind, name)| {
        matches!(kind, "plural" | "ordinal" | "gender" | "select") && !name.is_empty()
    })
}
