//! JSON, an object per line, with the keys of `json`.

use serde_json::Value;

use super::json::{change, finding};
use super::{Change, Form, Inspection, Look, put};

pub(super) const FORM: Form = Form {
    diff: Some(diff),
    check: Some(check),
    ..Form::new("jsonl", "one JSON object per line")
};

fn check(inspection: &Inspection, _look: Look) -> String {
    lines(inspection.findings.iter().map(finding))
}

fn diff(changes: &[Change], _look: Look) -> String {
    lines(changes.iter().map(change))
}

fn lines(values: impl Iterator<Item = Value>) -> String {
    let mut out = String::new();
    for value in values {
        put(&mut out, format_args!("{value}\n"));
    }
    out
}
