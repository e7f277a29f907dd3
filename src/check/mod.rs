//! The gate: completeness and faults of a locale's catalog against its source. One file per check.

mod blank_value;
mod duplicate_id;
mod empty_run;
mod missing;
mod obsolete;
mod placeable;
mod stale;
mod syntax;
mod typed_in_comment;

use crate::catalog::Catalog;
use crate::compare::Comparison;
use crate::text::{Diagnostic, Parsed, Severity, Span};

/// What the checks look at: one locale's catalog of one article, beside its source.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The locale's catalog and what was found wrong with its syntax.
    pub target: &'a Parsed<Catalog>,
    /// It beside the source.
    pub comparison: &'a Comparison,
    /// Ids of the terms that the locale's glossary has.
    pub terms: &'a [String],
}

/// A finding, and the unit it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The finding; its span lies in the locale's catalog.
    pub diagnostic: Diagnostic,
    /// The unit's id; empty if it is about none.
    pub id: String,
}

/// A check.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Its code: the fault's name.
    pub code: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    find: fn(&Subject<'_>, &mut Vec<Finding>),
}

/// The checks, in the order of their codes.
pub const CHECKS: &[Check] = &[
    blank_value::CHECK,
    duplicate_id::CHECK,
    empty_run::CHECK,
    missing::CHECK,
    obsolete::CHECK,
    placeable::CHECK,
    stale::CHECK,
    syntax::CHECK,
    typed_in_comment::CHECK,
];

/// Runs every check. Findings are in the order of the catalog.
pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        (check.find)(subject, &mut findings);
    }
    findings.sort_by_key(|finding| (finding.diagnostic.span, finding.diagnostic.code));
    findings
}

impl Subject<'_> {
    /// The place of an entry's id, for findings about it.
    fn id_span(&self, entry: usize) -> Span {
        self.target.value.entries[entry].id_span
    }
}

impl Finding {
    fn new(check: &Check, span: Span, id: &impl ToString, message: impl Into<String>) -> Self {
        Self {
            diagnostic: Diagnostic::new(check.code, check.severity, span, message),
            id: id.to_string(),
        }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.hint(hint);
        self
    }
}

/// A text cut to what a line of a report can show.
fn excerpt(text: &str) -> String {
    let flat = text.replace('\n', " ⏎ ");
    if flat.chars().count() <= 100 {
        return flat;
    }
    let head: String = flat.chars().take(99).collect();
    format!("{}…", head.trim_end())
}
