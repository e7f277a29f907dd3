//! A new finding per line, `path:line:column: severity[code] id: message`, as editors and grep like it.

use std::io::{self, Write};

use super::{Form, Found, Inspection, Look, put, severity_name};

pub(super) const FORM: Form = Form {
    check: Some(check),
    is_own: |text| text.lines().all(is_line),
    ..Form::new("short", "one line per finding")
};

fn check(inspection: &Inspection, _look: Look, out: &mut dyn Write) -> io::Result<()> {
    lines(inspection, |line| out.write_all(line.as_bytes()))
}

/// Hands over the line of each new finding, with its line feed.
pub(super) fn lines(
    inspection: &Inspection,
    mut show: impl FnMut(&str) -> io::Result<()>,
) -> io::Result<()> {
    let mut line = String::new();
    for found in inspection.findings.iter().filter(|found| !found.known) {
        line.clear();
        put_line(&mut line, found);
        show(&line)?;
    }
    Ok(())
}

/// Whether a line is a finding.
fn is_line(line: &str) -> bool {
    let marks = [": error[", ": warning[", ": hint["];
    marks.iter().any(|mark| line.contains(mark))
}

fn put_line(out: &mut String, found: &Found) {
    let severity = severity_name(found.severity);
    out.push_str(&found.at.path);
    put(
        out,
        format_args!(":{}:{}: {severity}", found.line, found.column),
    );
    for part in ["[", &found.what.code, "] "] {
        out.push_str(part);
    }
    if !found.what.id.is_empty() {
        out.push_str(&found.what.id);
        out.push_str(": ");
    }
    for (index, line) in found.what.message.split('\n').enumerate() {
        if index > 0 {
            out.push_str(" ⏎ ");
        }
        out.push_str(line);
    }
    out.push('\n');
}
