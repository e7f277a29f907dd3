//! Translations that are to be reviewed, for people.

use super::flat;
use crate::report::look::{BAD, FAINT, FAIR, Look, STRONG};
use crate::report::{ReviewUnit, put, severity_name};
use crate::text::Severity;

/// So many are shown to people; the forms for programs have all.
const SHOWN: usize = 10;

/// The units in their order, the most doubtful first.
pub(super) fn review(units: &[ReviewUnit], look: Look) -> String {
    let mut out = String::new();
    for unit in units.iter().take(SHOWN) {
        out.push_str(&review_unit(unit, look));
    }
    match units.len() {
        0 => out.push_str("nothing is to be reviewed\n"),
        all if all > SHOWN => put(&mut out, format_args!("{} more\n", all - SHOWN)),
        _ => {}
    }
    out
}

/// One unit: its source, its translation, what made it and what the checks find.
pub fn review_unit(unit: &ReviewUnit, look: Look) -> String {
    let mut out = String::new();
    let head = look.paint(STRONG, &format!("{} {}", unit.article, unit.id));
    let mut remarks = Vec::new();
    if unit.made != "person" {
        remarks.push(look.paint(FAIR, &unit.made));
    }
    if let Some((name, date)) = &unit.review {
        remarks.push(format!("reviewed by {name} {date}"));
    } else if unit.is_void {
        remarks.push("changed since its review".to_owned());
    }
    let gap = if remarks.is_empty() { "" } else { "  " };
    put(
        &mut out,
        format_args!("{head}{gap}{}\n", remarks.join(", ")),
    );
    put(
        &mut out,
        format_args!("  {:7} {}\n", look.source, flat(&unit.source)),
    );
    put(
        &mut out,
        format_args!("  {:7} {}\n", unit.locale, flat(&unit.target)),
    );
    for (code, severity, message) in &unit.findings {
        let style = match severity {
            Severity::Error => BAD,
            Severity::Warning => FAIR,
            Severity::Hint => FAINT,
        };
        let name = look.paint(style, &format!("{}[{code}]", severity_name(*severity)));
        put(&mut out, format_args!("  {name} {}\n", flat(message)));
    }
    out
}
