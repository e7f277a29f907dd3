//! Runs the checks: over a catalog of an article, or over the units of a translation.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::pair::{Article, Lowered};
use super::{
    CHECKS, Cause, Check, Find, FindFlaws, Finding, Flawed, Subject, Translation, about, catalog,
};
use crate::text::Severity;

/// The checks that look at one unit.
static PAIRED: LazyLock<Vec<(&Check, FindFlaws)>> = LazyLock::new(|| {
    let paired = CHECKS.iter().filter_map(|check| match check.find {
        Find::Pair(find) => Some((check, find)),
        _ => None,
    });
    paired.collect()
});

/// Runs every check. Findings are in the order of the catalog.
pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        if let Find::Catalog(find) | Find::Both(find, _) = check.find {
            find(subject, &mut findings);
        }
    }
    if subject.is_thorough {
        findings.extend(catalog::findings(subject));
    }
    for check in CHECKS {
        if let Find::Finish(find, _) = check.find {
            find(subject, &mut findings);
        }
    }
    findings.sort_by_key(|finding| (finding.diagnostic.span, finding.diagnostic.code));
    about::place_units(&mut findings, subject.comparison);
    findings
}

/// Removes the findings that follow from another one that is among them: one cause is one finding. The
/// cause weighs as much as what follows from it.
pub fn remove_consequences(findings: &mut Vec<Finding>) {
    let causes = findings.iter().filter_map(|finding| finding.cause.clone());
    let mut causes: FxHashMap<Cause, Option<Severity>> =
        causes.map(|cause| (cause, None)).collect();
    if causes.is_empty() {
        return;
    }
    let named = |finding: &Finding| Cause {
        code: finding.diagnostic.code,
        id: finding.id.clone(),
    };
    for finding in findings.iter() {
        if let Some(weight) = causes.get_mut(&named(finding)) {
            *weight = (*weight).max(Some(finding.diagnostic.severity));
        }
    }
    findings.retain(|finding| {
        let weight = finding
            .cause
            .as_ref()
            .and_then(|cause| causes.get_mut(cause));
        let Some(Some(weight)) = weight else {
            return true;
        };
        *weight = (*weight).max(finding.diagnostic.severity);
        false
    });
    for finding in findings {
        if let Some(Some(weight)) = causes.get(&named(finding)) {
            finding.diagnostic.severity = *weight;
        }
    }
}

/// Runs the checks of units. Flaws are in the order of the units, then of the checks' codes.
///
/// # Examples
/// ```
/// use satz::check::{Translation, Unit, check_units};
/// let unit = Unit {
///     source: "Das Café ist zu.".into(),
///     target: "The cafe\u{301} is closed.".into(),
///     ..Unit::default()
/// };
/// let translation = Translation::new("de", "en", vec![unit]);
/// let flaws = check_units(&translation);
/// assert_eq!(flaws[0].check.code, "not-nfc");
/// assert_eq!(flaws[0].flaw.fix.as_deref(), Some("café"));
/// ```
pub fn check_units(translation: &Translation) -> Vec<Flawed> {
    let lowered = Lowered::of(translation);
    let article = Article::of(translation, &lowered);
    let mut found = Vec::new();
    for check in CHECKS {
        if let Find::Translation(find) = check.find {
            let mut flaws = Vec::new();
            find(&article, &mut flaws);
            found.extend(
                flaws
                    .into_iter()
                    .map(|(unit, flaw)| Flawed { check, unit, flaw }),
            );
        }
    }
    let mut flaws = Vec::new();
    for pair in article.pairs() {
        for (check, find) in PAIRED.iter() {
            find(pair, &mut flaws);
            if !flaws.is_empty() {
                found.extend(flaws.drain(..).map(|flaw| Flawed {
                    check,
                    unit: pair.index,
                    flaw,
                }));
            }
        }
    }
    found.sort_by_key(|flawed| (flawed.unit, flawed.check.code));
    found
}
