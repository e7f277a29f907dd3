//! An exemption that has no reason, names no check, or is not needed.
//!
//! Why it matters: `# check: CODE off: reason` above a unit says that a finding is no fault there. The
//! reason is for the colleague who wonders, and an exemption that has outlived its finding would hide
//! the next one.
//! Example: `# check: number off: the German counts one ship twice`.
//! Fix: none; write the reason, or remove the comment.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{CHECKS, Check, Find, Finding, Wanted, resembling};
use crate::catalog::{Catalog, Entry, Kind};
use crate::text::{Diagnostic, Severity};

pub(super) const CHECK: Check = Check {
    code: "exemption",
    category: "catalog",
    severity: Severity::Warning,
    manual: include_str!("exemption.rs"),
    find: Find::Findings,
};

/// Takes out the findings that are exempted, and reports exemptions that are none. Where not all checks
/// are wanted, nobody knows whether an exemption is needed.
pub(super) fn exempt(catalog: &Catalog, is_wanted: Wanted<'_>, findings: &mut Vec<Finding>) {
    take_out(catalog, findings);
    // None is from `missing`: it stands above a message that is there.
    let is_run = |check: &Check| {
        check.code == "missing"
            || check.is_off_by_default()
            || is_wanted(check.code, check.severity)
    };
    if !CHECKS.iter().all(is_run) {
        let is_idle = |finding: &Finding| {
            let Diagnostic { code, severity, .. } = finding.diagnostic;
            code == CHECK.code && severity == Severity::Hint
        };
        findings.retain(|finding| !is_idle(finding));
    }
}

fn take_out(catalog: &Catalog, findings: &mut Vec<Finding>) {
    let mut exempted = Exempted::default();
    for entry in &catalog.entries {
        if !matches!(entry.kind, Kind::Message(_) | Kind::Term(_)) {
            continue;
        }
        for line in entry.comment.of(&catalog.text).lines() {
            if let Some(rest) = line.strip_prefix("# check: ") {
                apply(entry, rest, findings, &mut exempted);
            }
        }
    }
    let mut places = exempted.places.into_iter().peekable();
    let mut at = 0;
    findings.retain(|_| {
        at += 1;
        places.next_if_eq(&(at - 1)).is_none()
    });
}

/// What was found, by where and by which check, and what of it is exempted.
#[derive(Default)]
struct Exempted {
    by_id: FxHashMap<(String, &'static str), Vec<usize>>,
    /// How many findings are in that.
    known: usize,
    /// The exempted findings.
    places: BTreeSet<usize>,
}

impl Exempted {
    /// Exempts what a check found of a message; whether there was any.
    fn add(&mut self, id: &str, code: &'static str, findings: &[Finding]) -> bool {
        for (at, finding) in findings.iter().enumerate().skip(self.known) {
            let key = (finding.id.clone(), finding.diagnostic.code);
            self.by_id.entry(key).or_default().push(at);
        }
        self.known = findings.len();
        let places = self.by_id.remove(&(id.to_owned(), code));
        self.places.extend(places.iter().flatten());
        places.is_some()
    }
}

fn apply(entry: &Entry, text: &str, findings: &mut Vec<Finding>, exempted: &mut Exempted) {
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
    let Some(check) = CHECKS.iter().find(|check| check.code == code) else {
        let hint = resembling(code).map_or(shape, |other| format!("did you mean `{other}`?"));
        return report(
            Severity::Warning,
            format!("no check is called `{code}`"),
            hint,
        );
    };
    if reason.trim_start_matches(':').trim().is_empty() {
        return report(
            Severity::Warning,
            format!("the exemption from `{code}` has no reason"),
            shape,
        );
    }
    if !exempted.add(&id, check.code, findings) {
        let message = format!("`{code}` finds nothing here that is to be exempted");
        let mut found =
            Finding::new(&CHECK, entry.id_span, &id, message).hint("remove the comment");
        found.diagnostic.severity = Severity::Hint;
        findings.push(found);
    }
}
