//! What the session answers, as JSON for the page.

use serde_json::{Value, json};

use crate::report::{MemoryOffer, Status};
use crate::session::{DeskArticle, DeskFinding, DeskUnit};
use crate::text::Severity;

/// An article with its units.
pub(super) fn article(article: &DeskArticle) -> Value {
    json!({
        "article": article.article,
        "locale": article.locale,
        "path": article.path,
        "inStep": article.is_in_step,
        "hasNotes": article.has_notes,
        "units": article.units.iter().map(unit).collect::<Vec<_>>(),
    })
}

/// A unit.
pub(super) fn unit(unit: &DeskUnit) -> Value {
    let facts = unit.facts.iter();
    let facts = facts.map(|fact| json!({"kind": fact.kind, "was": fact.was, "now": fact.now}));
    json!({
        "id": unit.id,
        "state": unit.state.name(),
        "kind": unit.kind,
        "begins": unit.begins,
        "leader": unit.leader,
        "source": unit.source,
        "was": unit.was,
        "facts": facts.collect::<Vec<_>>(),
        "typed": unit.typed,
        "target": unit.target,
        "made": unit.made,
        "isRawMachine": unit.is_raw_machine,
        "review": unit.review.as_ref().map(|(name, date)| json!({"name": name, "date": date})),
        "notes": unit.notes,
        "comments": unit.comments,
        "findings": unit.findings.iter().map(finding).collect::<Vec<_>>(),
        "doubt": unit.doubt.as_ref().map(|(weight, _)| weight),
        "since": unit.doubt.as_ref().map(|(_, since)| since),
        "version": unit.version,
        "words": unit.words,
    })
}

/// What a check found.
pub(super) fn finding(finding: &DeskFinding) -> Value {
    json!({
        "code": finding.code,
        "severity": severity(finding.severity),
        "message": finding.message,
        "hints": finding.hints,
        "isFixable": finding.is_fixable,
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "hint",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// How complete an article is in a locale.
pub(super) fn status(row: &Status) -> Value {
    json!({
        "locale": row.locale.as_str(),
        "article": row.article.as_str(),
        "units": row.units(),
        "covered": row.covered(),
        "open": row.open(),
        "reviewed": row.reviewed,
        "machine": row.raw_machine,
        "words": row.words,
        "wordsOpen": row.words - row.words_current,
    })
}

/// What the memory has for a sentence.
pub(super) fn offer(offer: &MemoryOffer) -> Value {
    json!({
        "kind": offer.kind,
        "similarity": offer.similarity,
        "times": offer.times,
        "source": offer.source,
        "target": offer.target,
        "article": offer.article,
        "id": offer.id,
    })
}
