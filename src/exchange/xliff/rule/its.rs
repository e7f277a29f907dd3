//! Values of the Internationalization Tag Set.

use super::prefix;
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the attributes of ITS of an element to their kinds.
pub(super) fn check(element: Element<'_, '_>, report: &mut Report) {
    for attribute in element
        .attributes()
        .filter(|attribute| prefix(attribute.namespace) == "its")
    {
        let value = attribute.value();
        let within = |least: f64, most: f64| {
            value
                .trim()
                .parse()
                .is_ok_and(|number: f64| (least..=most).contains(&number))
        };
        let fits = match attribute.name {
            "mtConfidence" | "taConfidence" | "termConfidence" => within(0.0, 1.0),
            "locQualityIssueSeverity"
            | "locQualityRatingScore"
            | "locQualityRatingScoreThreshold" => within(0.0, 100.0),
            "locQualityRatingVote" | "locQualityRatingVoteThreshold" => {
                value.trim().parse::<i64>().is_ok()
            }
            "locQualityIssueEnabled" | "translate" | "term" | "preserveSpace" => {
                matches!(value.as_ref(), "yes" | "no")
            }
            "localeFilterType" => matches!(value.as_ref(), "include" | "exclude"),
            "locNoteType" => matches!(value.as_ref(), "alert" | "description"),
            "lineBreakType" => matches!(value.as_ref(), "cr" | "lf" | "crlf" | "nel"),
            "annotatorsRef" => value.split_whitespace().all(|one| {
                one.split_once('|')
                    .is_some_and(|(kind, tool)| !kind.is_empty() && !tool.is_empty())
            }),
            _ => true,
        };
        report.unless(fits, &constraint::ITS_VALUE, attribute.span, || {
            format!("its:{} is `{value}`", attribute.name)
        });
    }
}
