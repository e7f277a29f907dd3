//! What a check finds in a catalog, as a report has it: with its place, its lines, and the source.

use std::sync::Arc;

use crate::check::Finding;
use crate::compare::State;
use crate::report::{Excerpt, Found, What, Where};
use crate::text::LineIndex;

/// A finding about a unit or message whose source and state are known, with its place and its lines in
/// the text of the catalog.
pub(super) fn found(
    finding: Finding,
    source: String,
    state: Option<State>,
    at: &Arc<Where>,
    (text, lines): (&str, &LineIndex),
) -> Found {
    let (span, severity) = (finding.diagnostic.span, finding.diagnostic.severity);
    let fixable = finding.fix.is_some();
    let what = finding_text(finding, source, state);
    Found {
        excerpt: Excerpt::of(text, lines, span).map(Box::new),
        fixable,
        ..Found::new(what, Arc::clone(at), severity).placed(lines.place(text, span.start))
    }
}

/// What a finding says of a unit or message that reads like that in the source.
pub(super) fn finding_text(finding: Finding, source: String, state: Option<State>) -> What {
    let mut hints = finding.diagnostic.hints;
    hints.shrink_to_fit();
    What {
        code: finding.diagnostic.code.into(),
        id: finding.id.into(),
        message: finding.diagnostic.message,
        hints,
        source,
        state,
        amount: 1,
    }
}
