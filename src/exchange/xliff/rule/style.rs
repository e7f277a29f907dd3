//! How text may be shown.

use super::{module_attribute, prefix, says};
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the attributes of style of an element to the rules.
pub(super) fn check(element: Element<'_, '_>, report: &mut Report) {
    let style = module_attribute(element, "fs", "fs");
    if let Some(more) = module_attribute(element, "fs", "subFs") {
        let is_pairs = more
            .split('\\')
            .filter(|pair| !pair.is_empty())
            .all(|pair| pair.contains(','));
        report.unless(
            style.is_some() && is_pairs,
            &constraint::FORMAT_STYLE_ATTRIBUTES,
            element.span(),
            || {
                if style.is_none() {
                    "there is fs:subFs and no fs:fs".into()
                } else {
                    format!("fs:subFs is `{more}`")
                }
            },
        );
    }
    let is_end = element.name() == "ec" && prefix(element.namespace()).is_empty();
    let is_free = style.is_none() || !is_end || says(element, "isolated", "yes");
    report.unless(
        is_free,
        &constraint::FORMAT_STYLE_END,
        element.span(),
        || "an end that is not isolated has a style".into(),
    );
}
