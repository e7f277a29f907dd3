//! An exemption that has no reason, names no check, or is not needed.
//!
//! Why it matters: `# check: CODE off: reason` above a unit says that a finding is no fault there. The
//! reason is for the colleague who wonders, and an exemption that has outlived its finding would hide
//! the next one.
//! Example: `# check: number off: the German counts one ship twice`.
//! Fix: none; write the reason, or remove the comment.

use super::{CHECKS, Check, Find, Finding, Subject, resembling};
use crate::catalog::Entry;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "exemption",
    category: "catalog",
    severity: Severity::Warning,
    manual: include_str!("exemption.rs"),
    find: Find::Last(find),
};

/// Takes out the findings that are exempted.
fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (_, entry) in subject.target.value.messages() {
        let comment = entry.comment.of(&subject.target.value.text);
        for line in comment.lines() {
            if let Some(rest) = line.strip_prefix("# check: ") {
                apply(entry, rest, findings);
            }
        }
    }
}

fn apply(entry: &Entry, text: &str, findings: &mut Vec<Finding>) {
    let mut report = |severity, message: String, hint: String| {
        let mut found = Finding::new(&CHECK, entry.id_span, &entry.id, message).hint(hint);
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
    findings.retain(|finding| finding.id != entry.id || finding.diagnostic.code != code);
    if findings.len() == before {
        let message = format!("`{code}` finds nothing here that is to be exempted");
        let mut found =
            Finding::new(&CHECK, entry.id_span, &entry.id, message).hint("remove the comment");
        found.diagnostic.severity = Severity::Hint;
        findings.push(found);
    }
}
