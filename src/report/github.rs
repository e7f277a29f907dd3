//! Annotations of GitHub Actions. GitHub shows at most ten of a step, so the most important ones are
//! given and the rest is summed up in the last; the log has all of them in a group.

use std::io::{self, Write};

use super::verdict::counted;
use super::{Form, Found, Inspection, Look, put, short, verdict};
use crate::text::Severity;

pub(super) const FORM: Form = Form {
    check: Some(check),
    is_own: |text| {
        let is_head = |line: &str| line.starts_with("::") || line.starts_with("the gate is ");
        text.lines().next().is_some_and(is_head) && text.contains("the gate is ")
    },
    ..Form::new("github", "annotations of GitHub Actions, and a job summary")
};

/// Annotations that GitHub shows of a step.
const MOST: usize = 10;

fn check(inspection: &Inspection, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let ranked = inspection.ranked();
    let shown = if ranked.len() > MOST { MOST - 1 } else { MOST };
    for found in ranked.iter().take(shown) {
        writeln!(out, "{}", annotation(found, inspection, look))?;
    }
    let rest = ranked.get(shown..).unwrap_or_default();
    if let Some(worst) = rest.first() {
        let text = format!(
            "and {}, all in the log",
            counted(rest.len(), "other finding")
        );
        let kind = command(worst.severity);
        writeln!(out, "::{kind} title=satz::{}", data(&text))?;
    }
    if !ranked.is_empty() {
        let all = counted(ranked.len(), "finding");
        writeln!(out, "::group::satz: {all}")?;
        short::lines(inspection, |line| {
            // A line of the log that begins with `::` would be a command.
            let blank = if line.starts_with("::") { " " } else { "" };
            write!(out, "{blank}{line}")
        })?;
        writeln!(out, "::endgroup::")?;
    }
    for line in verdict(inspection).lines() {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn annotation(found: &Found, inspection: &Inspection, look: Look) -> String {
    let mut place = format!(
        "file={},line={},col={}",
        property(&format!("{}{}", inspection.prefix, found.at.path)),
        found.line,
        found.column
    );
    if let Some(excerpt) = &found.excerpt {
        let (lines, column) = (excerpt.last, excerpt.column);
        put(
            &mut place,
            format_args!(",endLine={}", found.line as usize + lines),
        );
        // GitHub wants columns only within one line.
        if lines == 0 {
            put(&mut place, format_args!(",endColumn={}", column + 1));
        }
    }
    let mut text = found.told();
    if !found.what.source.is_empty() && !found.what.message.contains(&found.what.source) {
        put(
            &mut text,
            format_args!("\n{}: {}", look.source, found.what.source),
        );
    }
    for hint in &found.what.hints {
        put(&mut text, format_args!("\n{hint}"));
    }
    format!(
        "::{} {place},title={}::{}",
        command(found.severity),
        property(&format!("{} ({})", found.what.code, found.at.locale)),
        data(&text)
    )
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    }
}

/// Text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
