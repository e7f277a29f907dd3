//! Resources beside texts.

use super::id::once;
use super::language::is_kind_of;
use super::prefix;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the resources of a file or unit to the rules.
pub(super) fn check(data: Element<'_, '_>, root: Element<'_, '_>, report: &mut Report) {
    let own = |element: &Element<'_, '_>| prefix(element.namespace()) == "res";
    once(
        data.children().filter(own),
        &constraint::UNIQUE_RESOURCE_ID,
        report,
    );
    for item in data
        .children()
        .filter(|item| own(item) && item.name() == "resourceItem")
    {
        check_item(item, root, report);
    }
}

fn check_item(item: Element<'_, '_>, root: Element<'_, '_>, report: &mut Report) {
    let parts = || {
        item.children()
            .filter(|part| matches!(part.name(), "source" | "target"))
    };
    let is_about_something = item.children().next().is_some();
    report.unless(
        is_about_something,
        &constraint::RESOURCE_ITEM,
        item.span(),
        || "the resource is about nothing".into(),
    );
    for part in parts() {
        let is_empty = is_empty(part);
        let has_address = part.attribute("href").is_some();
        report.unless(
            is_empty == has_address,
            &constraint::RESOURCE_CONTENT,
            part.span(),
            || {
                let name = part.name();
                if is_empty {
                    format!("the {name} of the resource is empty and has no href")
                } else {
                    format!("the {name} of the resource has data and href")
                }
            },
        );
        if let (Some(said), Some(wanted)) = (part.xml("lang"), root.attribute("srcLang"))
            && part.name() == "source"
            && !is_kind_of(&said, &wanted)
        {
            let message = format!(
                "the source of the resource is in `{said}`, and the document in `{wanted}`"
            );
            report.add(&constraint::RESOURCE_LANGUAGE, part.span(), message);
        }
    }
    let is_elsewhere = parts().next().is_some() && parts().all(is_empty);
    let has_type = item.attribute("mimeType").is_some();
    report.unless(
        !is_elsewhere || has_type,
        &constraint::RESOURCE_TYPE,
        item.span(),
        || "the resource does not say its mimeType".into(),
    );
}

fn is_empty(part: Element<'_, '_>) -> bool {
    !part.has_text() && part.children().next().is_none()
}
