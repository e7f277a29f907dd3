//! GitLab's code quality report.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Form, Found, Inspection, Look};
use crate::text::Severity;

pub(super) const FORM: Form = Form {
    check: Some(check),
    is_data: true,
    is_own: |text| {
        let entries = serde_json::from_str::<Vec<Value>>(text);
        entries.is_ok_and(|all| all.iter().all(|entry| entry.get("fingerprint").is_some()))
    },
    ..Form::new("gitlab", "GitLab's code quality report")
};

fn check(inspection: &Inspection, _look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let entries: Vec<Value> = inspection
        .findings
        .iter()
        .map(|found| {
            let base = found.fingerprint();
            let again = seen.entry(base.clone()).or_default();
            let fingerprint = match *again {
                0 => base,
                again => format!("{base}-{again}"),
            };
            *again += 1;
            entry(found, &fingerprint, inspection)
        })
        .collect();
    writeln!(out, "{:#}", Value::Array(entries))
}

fn entry(found: &Found, fingerprint: &str, inspection: &Inspection) -> Value {
    let severity = match found.severity {
        _ if found.known => "info",
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Hint => "info",
    };
    json!({
        "description": format!("{}: {}", found.at.locale, found.told()),
        "check_name": found.what.code,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {
            "path": format!("{}{}", inspection.prefix, found.at.path),
            "lines": {"begin": found.line},
        },
    })
}
