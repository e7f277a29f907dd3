//! Restrictions of size and length.

use super::{module_attribute, prefix, says};
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the attributes of sizes of an element to the rules.
pub(super) fn check(element: Element<'_, '_>, report: &mut Report) {
    let mut sizes = element
        .attributes()
        .filter(|attribute| prefix(attribute.namespace) == "slr");
    if sizes.next().is_none() {
        return;
    }
    for name in ["sizeRestriction", "storageRestriction"] {
        if let Some(value) = module_attribute(element, "slr", name) {
            report.unless(
                is_restriction(&value),
                &constraint::SIZE_RESTRICTION,
                element.span(),
                || format!("{name} is `{value}`"),
            );
        }
    }
    let info = module_attribute(element, "slr", "sizeInfo");
    let storage = module_attribute(element, "slr", "equivStorage");
    let is_whole = |value: &str| value.bytes().all(|b| b.is_ascii_digit()) && !value.is_empty();
    if let Some(value) = storage {
        report.unless(
            is_whole(&value),
            &constraint::SIZE_NUMBER,
            element.span(),
            || format!("equivStorage is `{value}`, no whole number"),
        );
    }
    if let Some(value) = &info {
        // The profile says what it means; a number of characters is whole.
        let is_fraction = value.parse::<f64>().is_ok() && !is_whole(value);
        report.unless(
            !is_fraction,
            &constraint::SIZE_NUMBER,
            element.span(),
            || format!("sizeInfo is `{value}`, no whole number"),
        );
    }
    if let Some(reference) = module_attribute(element, "slr", "sizeInfoRef") {
        report.unless(
            info.is_none(),
            &constraint::SIZE_CONFLICT,
            element.span(),
            || "sizeInfo and sizeInfoRef stand on one element".into(),
        );
        report.unless(
            is_in_reach(element, &reference),
            &constraint::SIZE_REFERENCE,
            element.span(),
            || format!("there is no `{reference}` in an slr:data in reach"),
        );
    }
    let is_end = element.name() == "ec" && prefix(element.namespace()).is_empty();
    report.unless(
        !is_end || says(element, "isolated", "yes"),
        &constraint::SIZE_END,
        element.span(),
        || "an end that is not isolated has a size".into(),
    );
}

/// Whether a value restricts a size: `*`, a number, or a least and a most.
fn is_restriction(value: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match value.split_once(',') {
        Some((least, most)) => is_number(least) && (most == "*" || is_number(most)),
        None => value == "*" || is_number(value),
    }
}

fn is_in_reach(element: Element<'_, '_>, id: &str) -> bool {
    let data = element.lineage().flat_map(|around| {
        let beside = around.parent().into_iter().flat_map(Element::children);
        beside.chain(around.children())
    });
    data.filter(|data| data.name() == "data" && prefix(data.namespace()) == "slr")
        .any(|data| {
            data.descendants()
                .any(|named| named.attribute("id").as_deref() == Some(id))
        })
}
