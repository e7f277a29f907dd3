//! JSON, an object per line, with the keys of `json`.

use std::io::{self, Write};

use super::json::{change, finding};
use super::{Change, Form, Inspection, Look, put};

pub(super) const FORM: Form = Form {
    diff: Some(diff),
    check: Some(check),
    is_data: true,
    is_own: |text| {
        text.lines()
            .all(|line| line.starts_with('{') && line.contains("\"code\":"))
    },
    ..Form::new("jsonl", "one JSON object per line")
};

fn check(inspection: &Inspection, _look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut values = inspection.findings.iter().map(finding);
    values.try_for_each(|value| writeln!(out, "{value}"))
}

fn diff(changes: &[Change], _look: Look) -> String {
    let mut out = String::new();
    for value in changes.iter().map(change) {
        put(&mut out, format_args!("{value}\n"));
    }
    out
}
