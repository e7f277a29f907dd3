//! Runs the checks: over a catalog, or over the units of a translation.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::localized::quality;
use super::pair::{Article, Lowered};
use super::{
    CHECKS, Cause, Check, Find, FindFlaws, Finding, Flawed, Localized, Subject, Translation, about,
    catalog, exemption,
};
use crate::catalog::{Catalog, Id};
use crate::compare::{Item, MessageItem};
use crate::text::{Parsed, Severity};

/// The checks that look at one unit.
static PAIRED: LazyLock<Vec<(&Check, FindFlaws)>> = LazyLock::new(|| {
    let paired = CHECKS.iter().filter_map(|check| match check.find {
        Find::Pair(find) => Some((check, find)),
        _ => None,
    });
    paired.collect()
});

/// A catalog that can be checked: of an article, or of an application.
pub trait Checkable {
    /// The locale's catalog, and what was found wrong with its syntax.
    fn target(&self) -> &Parsed<Catalog>;

    /// Runs one of the checks that look at a catalog or its messages; one of another kind finds nothing.
    fn find(&self, check: &Check, findings: &mut Vec<Finding>);

    /// Runs the checks of texts that are wanted.
    fn find_in_texts(&self, is_wanted: Wanted<'_>, findings: &mut Vec<Finding>);

    /// Says of each finding which unit or message it is about.
    fn place(&self, findings: &mut [Finding]);
}

/// Whether a check is wanted, given its code and what a finding weighs by itself.
pub type Wanted<'a> = &'a dyn Fn(&str, Severity) -> bool;

/// Every check.
pub const EVERYTHING: Wanted<'static> = &|_, _| true;

/// Runs the checks that are wanted over a catalog. Findings are in its order.
pub fn check(subject: &impl Checkable, is_wanted: Wanted<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_run = |check: &&Check| is_wanted(check.code, check.severity);
    for check in CHECKS.iter().filter(is_run) {
        subject.find(check, &mut findings);
    }
    subject.find_in_texts(is_wanted, &mut findings);
    exemption::exempt(&subject.target().value, is_wanted, &mut findings);
    findings.sort_by_key(|finding| (finding.diagnostic.span, finding.diagnostic.code));
    subject.place(&mut findings);
    findings
}

impl Checkable for Subject<'_> {
    fn target(&self) -> &Parsed<Catalog> {
        self.target
    }

    fn find(&self, check: &Check, findings: &mut Vec<Finding>) {
        if let Find::Catalog(find) | Find::Both(find, _) = check.find {
            find(self, findings);
        }
    }

    fn find_in_texts(&self, is_wanted: Wanted<'_>, findings: &mut Vec<Finding>) {
        if self.is_thorough {
            let found = catalog::findings(self).into_iter();
            let is_asked =
                |finding: &Finding| is_wanted(finding.diagnostic.code, finding.diagnostic.severity);
            findings.extend(found.filter(is_asked));
        }
    }

    fn place(&self, findings: &mut [Finding]) {
        let names = |item: &Item| [Some(item.id), item.target_id];
        about::place(findings, self.comparison, Id::parse, names);
    }
}

impl Checkable for Localized<'_> {
    fn target(&self) -> &Parsed<Catalog> {
        self.target
    }

    fn find(&self, check: &Check, findings: &mut Vec<Finding>) {
        match check.find {
            Find::Both(_, find) => find(self, findings),
            Find::Message(find) => {
                for message in self.messages() {
                    find(self, message, findings);
                }
            }
            _ => {}
        }
    }

    fn find_in_texts(&self, is_wanted: Wanted<'_>, findings: &mut Vec<Finding>) {
        quality::find(self, is_wanted, findings);
    }

    fn place(&self, findings: &mut [Finding]) {
        let name = |id: &str| Some(id.to_owned());
        let names = |item: &MessageItem| {
            let entry = &self.source.entries[item.source_entry];
            [Some(entry.written_id()), None]
        };
        about::place(findings, self.comparison, name, names);
    }
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
