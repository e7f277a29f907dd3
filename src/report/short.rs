//! A finding per line, `path:line:column: severity[code] id: message`, as editors and grep like it.

use super::{Form, Inspection, Look, put, severity_name};

pub(super) const FORM: Form = Form {
    check: Some(check),
    ..Form::new("short", "one line per finding")
};

pub(super) fn check(inspection: &Inspection, _look: Look) -> String {
    let mut out = String::new();
    for found in &inspection.findings {
        let known = if found.known { " (known)" } else { "" };
        let message = found.told().replace('\n', " ⏎ ");
        let severity = severity_name(found.severity);
        put(
            &mut out,
            format_args!(
                "{}:{}:{}: {severity}[{}] {message}{known}\n",
                found.path, found.line, found.column, found.code,
            ),
        );
    }
    out
}
