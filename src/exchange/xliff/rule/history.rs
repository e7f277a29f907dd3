//! What changed, and when.

use rustc_hash::{FxHashMap, FxHashSet};

use super::prefix;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Elements of a file, group or unit by their names, as revisions refer to them.
type Named<'e, 't> = FxHashMap<&'t str, Vec<Element<'e, 't>>>;

/// Holds a `changeTrack` to the rules.
pub(super) fn check(track: Element<'_, '_>, report: &mut Report) {
    let Some(parent) = track.parent() else {
        return;
    };
    let mut named: Named<'_, '_> = FxHashMap::default();
    let all = parent
        .children()
        .flat_map(|child| std::iter::once(child).chain(child.descendants()));
    for element in all.filter(|element| prefix(element.namespace()) != "ctr") {
        named.entry(element.name()).or_default().push(element);
    }
    for revisions in track.children().filter(|child| child.name() == "revisions") {
        check_revisions(revisions, &named, report);
    }
}

fn check_revisions(revisions: Element<'_, '_>, named: &Named<'_, '_>, report: &mut Report) {
    let kind = revisions.attribute("appliesTo").unwrap_or_default();
    let none = Vec::new();
    let candidates = named.get(kind.as_ref()).unwrap_or(&none);
    let reference = revisions.attribute("ref");
    let mut changed: Vec<Element<'_, '_>> = candidates.clone();
    if let Some(id) = &reference {
        changed.retain(|element| element.attribute("id").as_ref() == Some(id));
        let mut all = named.values().flatten();
        let is_there = all.any(|element| element.attribute("id").as_ref() == Some(id));
        report.unless(
            is_there,
            &constraint::CHANGE_REFERENCE,
            revisions.span(),
            || format!("there is no `{kind}` with the id `{id}`"),
        );
    } else {
        let has_ids = candidates
            .iter()
            .any(|element| element.attribute("id").is_some());
        let is_clear = candidates.len() < 2 || !has_ids;
        report.unless(
            is_clear,
            &constraint::CHANGE_REFERENCE,
            revisions.span(),
            || format!("there is more than one `{kind}`, and no ref says which has changed"),
        );
    }
    let mut versions = FxHashSet::default();
    for revision in revisions
        .children()
        .filter(|child| child.name() == "revision")
    {
        if let Some(version) = revision.attribute("version") {
            let is_new = versions.insert(version.clone());
            report.unless(is_new, &constraint::CHANGE_VERSION, revision.span(), || {
                format!("two revisions have the version `{version}`")
            });
        }
        check_items(revision, &changed, report);
    }
    if let Some(current) = revisions.attribute("currentVersion") {
        report.unless(
            versions.contains(&current),
            &constraint::CHANGE_VERSION,
            revisions.span(),
            || format!("there is no revision `{current}`"),
        );
    }
}

fn check_items(revision: Element<'_, '_>, changed: &[Element<'_, '_>], report: &mut Report) {
    let mut seen = FxHashSet::default();
    for item in revision.children().filter(|child| child.name() == "item") {
        let Some(property) = item.attribute("property") else {
            continue;
        };
        let has = |element: &Element<'_, '_>| {
            element
                .attributes()
                .any(|attribute| attribute.name == property)
        };
        let is_known = property == "content" || changed.is_empty() || changed.iter().any(has);
        report.unless(is_known, &constraint::CHANGE_PROPERTY, item.span(), || {
            format!("`{property}` is neither `content` nor an attribute of what changed")
        });
        let is_new = seen.insert(property.clone());
        report.unless(is_new, &constraint::CHANGE_PROPERTY, item.span(), || {
            format!("the revision has two items about `{property}`")
        });
    }
}
