//! An exemption that has no reason, names no check, or is not needed.
//!
//! Why it matters: `# check: CODE off: reason` above a unit says that a finding is no fault there. The
//! reason is for the colleague who wonders, and an exemption that has outlived its finding would hide
//! the next one.
//! Example: `# check: number off: the German counts one ship twice`.
//! Fix: none; write the reason, or remove the comment.

use super::{CHECKS, Check, Find, Finding, Localized, Subject, resembling};
use crate::catalog::{Catalog, Entry, Kind};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "exemption",
    category: "catalog",
    severity: Severity::Warning,
    manual: include_str!("exemption.rs"),
    find: Find::Finish(find, strings),
};

/// Takes out the findings that are exempted.
fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    exempt(&subject.target.value, findings);
}

fn strings(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    exempt(&subject.target.value, findings);
}

fn exempt(catalog: &Catalog, findings: &mut Vec<Finding>) {
    for entry in &catalog.entries {
        if !matches!(entry.kind, Kind::Message(_) | Kind::Term(_)) {
            continue;
        }
        for line in entry.comment.of(&catalog.text).lines() {
            if let Some(rest) = line.strip_prefix("# check: ") {
                apply(entry, rest, findings);
            }
        }
    }
}

fn apply(entry: &Entry, text: &str, findings: &mut Vec<Finding>) {
    let id = entry.written_id();
    let mut report = |severity, message: String, hint: String| {
        let mut found = Finding::new(&CHECK, entry.id_span, &id, message).hint(hint);
        found.diagnostic.severity = severity;
        findings.push(found);
    };
    let shape = "write `# check: CODE off: reason`".to_owned();
    let Some((code, reason)) = text.split_once(" off") else {
        return report(
            Severity::Warning,
            format!("`# check: {text}` is no exemption"),
            shape,
        );
    };
    if CHECKS.iter().all(|check| check.code != code) {
        let hint = resembling(code).map_or(shape, |other| format!("did you mean `{other}`?"));
        return report(
            Severity::Warning,
            format!("no check is called `{code}`"),
            hint,
        );
    }
    if reason.trim_start_matches(':').trim().is_empty() {
        return report(
            Severity::Warning,
            format!("the exemption from `{code}` has no reason"),
            shape,
        );
    }
    let before = findings.len();
    findings.retain(|finding| finding.id != id || finding.diagnostic.code != code);
    if findings.len() == before {
        let message = format!("`{code}` finds nothing here that is to be exempted");
        let mut found =
            Finding::new(&CHECK, entry.id_span, &id, message).hint("remove the comment");
        found.diagnostic.severity = Severity::Hint;
        findings.push(found);
    }
}
