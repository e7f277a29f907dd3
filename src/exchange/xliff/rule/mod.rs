//! What the specification says besides the schema of XLIFF 2, one file per subject.

mod annotation;
mod code;
mod extension;
mod fragment;
mod glossary;
mod history;
mod id;
mod its;
mod language;
mod order;
mod pair;
mod plural;
mod resource;
mod sequence;
mod size;
mod style;
mod translation;
mod unit;
mod validation;

use super::constraint::Report;
use super::prefix;
use super::schema::Schema;
use crate::exchange::xml::{Attribute, Element};
use unit::Unit;

/// Holds a document to the schema and to all rules.
pub(super) fn check(root: Element<'_, '_>, schema: &Schema, report: &mut Report) {
    schema.check(root, report);
    language::check(root, report);
    id::check_document(root, report);
    for element in std::iter::once(root).chain(root.descendants()) {
        style::check(element, report);
        size::check(element, report);
        plural::check(element, report);
        its::check(element, report);
    }
    for file in children(root, "file") {
        let index = fragment::FileIndex::of(file);
        extension::check(file, report);
        for element in file.descendants() {
            match (prefix(element.namespace()), element.name()) {
                ("", "unit") => check_unit(element, root, &index, report),
                ("", "group") => extension::check(element, report),
                ("", "skeleton") => unit::check_skeleton(element, report),
                ("", "cp") => code::check_code_point(element, report),
                ("mda", "metadata") => glossary::check_metadata(element, report),
                ("gls", "glossary") => glossary::check(element, report),
                ("mtc", "matches") => translation::check(element, root, report),
                ("res", "resourceData") => resource::check(element, root, report),
                ("ctr", "changeTrack") => history::check(element, report),
                ("val", "rule") => validation::check(element, report),
                _ => {}
            }
        }
        fragment::check(root, file, &index, report);
    }
}

fn check_unit(
    element: Element<'_, '_>,
    root: Element<'_, '_>,
    file: &fragment::FileIndex<'_, '_>,
    report: &mut Report,
) {
    let unit = Unit::of(element);
    extension::check(element, report);
    unit::check(&unit, root, report);
    id::check_unit(&unit, report);
    order::check(&unit, report);
    code::check(&unit, file, report);
    for side in unit.sides() {
        pair::check(side, report);
        sequence::check(side, report);
    }
    sequence::check_targets(&unit, report);
    annotation::check(&unit, report);
}

/// Children of the core's vocabulary with a name.
fn children<'e, 't>(
    parent: Element<'e, 't>,
    name: &'static str,
) -> impl Iterator<Item = Element<'e, 't>> {
    parent
        .children()
        .filter(move |child| child.name() == name && prefix(child.namespace()).is_empty())
}

/// The first child of the core's vocabulary with a name.
fn child<'e, 't>(parent: Element<'e, 't>, name: &'static str) -> Option<Element<'e, 't>> {
    children(parent, name).next()
}

/// Whether an attribute says yes.
fn says(element: Element<'_, '_>, attribute: &str, value: &str) -> bool {
    element.attribute(attribute).as_deref() == Some(value)
}

/// The value of an attribute of a module.
fn module_attribute<'t>(
    element: Element<'_, 't>,
    module: &str,
    name: &str,
) -> Option<std::borrow::Cow<'t, str>> {
    let mut attributes = element.attributes();
    attributes
        .find(|attribute| attribute.name == name && prefix(attribute.namespace) == module)
        .map(Attribute::value)
}
