//! Rules that a document has for its targets.

use super::prefix;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds a rule to what a rule must be.
pub(super) fn check(rule: Element<'_, '_>, report: &mut Report) {
    let has = |name: &str| rule.attribute(name).is_some();
    let native = ["isPresent", "isNotPresent", "startsWith", "endsWith"];
    let kinds = native.iter().filter(|name| has(name)).count();
    let is_custom = |namespace: &str| !namespace.is_empty() && prefix(namespace) == "?";
    let is_custom = rule
        .attributes()
        .any(|attribute| is_custom(attribute.namespace));
    let count = kinds + usize::from(is_custom);
    report.unless(
        count == 1,
        &constraint::RULE_KIND,
        rule.span(),
        || match count {
            0 => "the rule says nothing of the target".into(),
            _ => "the rule says two things at once".into(),
        },
    );
    if has("occurs") {
        report.unless(kinds > 0, &constraint::RULE_OCCURS, rule.span(), || {
            "there is occurs, and nothing that occurs".into()
        });
    }
    if has("existsInSource") {
        let there = ["isPresent", "startsWith", "endsWith"]
            .iter()
            .filter(|name| has(name))
            .count();
        report.unless(there == 1, &constraint::RULE_SOURCE, rule.span(), || {
            "there is existsInSource, and nothing that is to exist there".into()
        });
    }
}
