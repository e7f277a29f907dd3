//! A new finding per line, `path:line:column: severity[code] id: message`, as editors and grep like it.

use super::{Form, Inspection, Look, put, severity_name};

pub(super) const FORM: Form = Form {
    check: Some(check),
    ..Form::new("short", "one line per finding")
};

pub(super) fn check(inspection: &Inspection, _look: Look) -> String {
    let mut out = String::new();
    for found in inspection.findings.iter().filter(|found| !found.known) {
        let severity = severity_name(found.severity);
        out.push_str(&found.path);
        put(
            &mut out,
            format_args!(":{}:{}: {severity}", found.line, found.column),
        );
        for part in ["[", &found.code, "] "] {
            out.push_str(part);
        }
        if !found.id.is_empty() {
            out.push_str(&found.id);
            out.push_str(": ");
        }
        for (index, line) in found.message.split('\n').enumerate() {
            if index > 0 {
                out.push_str(" ⏎ ");
            }
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}
