//! Markdown, for the comment under a pull request or the summary of a job.

use std::io::{self, Write};

use super::verdict::counted;
use super::{
    Form, Inspection, Look, Standing, Status, by_locale, percent, put, severity_name, unit_noun,
    verdict,
};
use crate::compare::State;

pub(super) const FORM: Form = Form {
    status: Some(status),
    check: Some(check),
    is_own: |text| text.starts_with("### ") && text.contains(" satz: the gate is "),
    ..Form::new("markdown", "tables for a pull request")
};

/// Findings in the table; the others are counted.
const MOST: usize = 50;

fn check(inspection: &Inspection, _look: Look, out: &mut dyn Write) -> io::Result<()> {
    let verdict = verdict(inspection);
    let mark = if inspection.failed() { "❌" } else { "✅" };
    writeln!(out, "### {mark} satz: {}\n", verdict.head)?;
    for line in verdict.below() {
        writeln!(out, "- {line}")?;
    }
    let ranked = inspection.ranked();
    for (locale, names) in &inspection.owners {
        let count = { ranked.iter() }
            .filter(|found| found.at.locale == *locale)
            .count();
        if count > 0 {
            let findings = counted(count, "finding");
            writeln!(out, "- {}: {findings} for {names}", cell(locale))?;
        }
    }
    if !ranked.is_empty() {
        out.write_all(
            b"\n| severity | code | locale | place | what |\n| --- | --- | --- | --- | --- |\n",
        )?;
    }
    for found in ranked.iter().take(MOST) {
        writeln!(
            out,
            "| {} | `{}` | {} | `{}:{}` | {} |",
            severity_name(found.severity),
            found.what.code,
            cell(&found.at.locale),
            found.at.path.replace(['|', '`'], "_"),
            found.line,
            cell(&found.what.message),
        )?;
    }
    if ranked.len() > MOST {
        let rest = counted(ranked.len() - MOST, "other finding");
        writeln!(out, "\n… and {rest}.")?;
    }
    if inspection.completeness.iter().next().is_some() {
        writeln!(out, "\n{}", table(&inspection.completeness).trim_end())?;
    }
    Ok(())
}

fn status(standing: &Standing, _look: Look) -> String {
    table(&standing.rows)
}

/// A row per locale.
fn table<'a>(rows: impl IntoIterator<Item = &'a Status> + Copy) -> String {
    let locales = by_locale(rows);
    // Who marks nothing reads nothing of marks.
    let has_marks = locales
        .iter()
        .any(|(sum, _)| sum.reviewed + sum.machine > 0);
    let (names, line) = if has_marks {
        (" reviewed | by a machine |", " --: | --: |")
    } else {
        ("", "")
    };
    let mut out = format!(
        "| locale | done | {}s | words | missing | stale |{names}\n| --- | --: | --: | --: | --: | --: |{line}\n",
        unit_noun(rows)
    );
    for (sum, _) in locales {
        let marks = if has_marks {
            format!(" {} | {} |", sum.reviewed, sum.machine)
        } else {
            String::new()
        };
        put(
            &mut out,
            format_args!(
                "| {} | {}% | {}/{} | {}/{} | {} | {} |{marks}\n",
                cell(&sum.locale),
                percent(sum.covered(), sum.units()),
                sum.covered(),
                sum.units(),
                sum.words_current,
                sum.words,
                sum.counts[State::Missing],
                sum.counts[State::Stale] + sum.counts[State::Edited],
            ),
        );
    }
    out
}

/// Text for a cell: on one line, and nothing in it is markup.
fn cell(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '@' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
