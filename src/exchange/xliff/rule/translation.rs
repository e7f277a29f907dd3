//! Candidates for translations.

use super::fragment::names_text;
use super::id::once;
use super::language::is_kind_of;
use super::{child, prefix, says};
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the matches of a unit to the rules.
pub(super) fn check(matches: Element<'_, '_>, root: Element<'_, '_>, report: &mut Report) {
    let each = || {
        matches
            .children()
            .filter(|one| one.name() == "match" && prefix(one.namespace()) == "mtc")
    };
    once(each(), &constraint::UNIQUE_CANDIDATE_ID, report);
    let mut known = std::collections::BTreeSet::new();
    for candidate in each() {
        if let (Some(reference), Some(unit)) = (candidate.attribute("ref"), matches.parent()) {
            let is_there = known.contains(&reference) || names_text(&reference, unit);
            report.unless(
                is_there,
                &constraint::CANDIDATE_REFERENCE,
                candidate.span(),
                || format!("`{reference}` is no piece of source of the unit"),
            );
            if is_there {
                known.insert(reference);
            }
        }
        let has_type =
            candidate.attribute("subType").is_none() || candidate.attribute("type").is_some();
        report.unless(
            has_type,
            &constraint::CANDIDATE_TYPE,
            candidate.span(),
            || "the match has a subType and no type".into(),
        );
        check_languages(candidate, root, report);
    }
}

fn check_languages(candidate: Element<'_, '_>, root: Element<'_, '_>, report: &mut Report) {
    let broken = &constraint::CANDIDATE_LANGUAGE;
    let is_free = candidate.xml("lang").is_none();
    report.unless(is_free, broken, candidate.span(), || {
        "the match has an xml:lang".into()
    });
    let is_reference = says(candidate, "reference", "yes");
    for (side, wanted) in [("source", "srcLang"), ("target", "trgLang")] {
        let Some(text) = child(candidate, side).filter(|_| side == "source" || !is_reference)
        else {
            continue;
        };
        if let (Some(said), Some(wanted)) = (text.xml("lang"), root.attribute(wanted)) {
            report.unless(is_kind_of(&said, &wanted), broken, text.span(), || {
                format!("the {side} of the match is in `{said}`, and the document in `{wanted}`")
            });
        }
    }
}
