//! JSON with stable keys.

use serde_json::{Map, Value, json};

use super::{Change, Explained, FactChange, Form, Found, Segments, Status};
use crate::text::Severity;

pub(super) const FORM: Form = Form {
    name: "json",
    status,
    diff,
    explain,
    check,
    segment,
};

fn line(value: &Value) -> String {
    format!("{value:#}\n")
}

fn status(source: &str, rows: &[Status]) -> String {
    let mut locales: Vec<(String, Vec<Value>)> = Vec::new();
    for row in rows {
        let article = json!({
            "article": row.article,
            "units": row.units,
            "current": row.current,
            "stale": row.stale,
            "edited": row.edited,
            "missing": row.missing,
            "empty": row.empty,
            "inherited": row.inherited,
            "obsolete": row.obsolete,
            "aligned": row.aligned,
            "words": row.words,
            "words_current": row.words_current,
        });
        match locales.iter_mut().find(|(locale, _)| *locale == row.locale) {
            Some((_, articles)) => articles.push(article),
            None => locales.push((row.locale.clone(), vec![article])),
        }
    }
    let locales: Vec<Value> = locales
        .into_iter()
        .map(|(locale, articles)| json!({"locale": locale, "articles": articles}))
        .collect();
    line(&json!({"source": source, "locales": locales}))
}

fn diff(changes: &[Change]) -> String {
    let units: Vec<Value> = changes
        .iter()
        .map(|change| {
            json!({
                "locale": change.locale,
                "article": change.article,
                "id": change.id,
                "state": change.state,
                "source": change.source,
                "was": change.was,
                "target": change.target,
                "facts": facts(&change.facts),
            })
        })
        .collect();
    line(&json!({ "units": units }))
}

fn explain(units: &[Explained]) -> String {
    let units: Vec<Value> = units
        .iter()
        .map(|unit| {
            json!({
                "article": unit.article,
                "id": unit.id,
                "rule": unit.rule,
                "from": unit.from,
                "source": unit.source,
                "was": unit.was,
                "facts": facts(&unit.facts),
            })
        })
        .collect();
    line(&json!({ "units": units }))
}

fn facts(facts: &[FactChange]) -> Vec<Value> {
    let one = |fact: &FactChange| json!({"kind": fact.kind, "was": fact.was, "now": fact.now});
    facts.iter().map(one).collect()
}

fn check(found: &[Found]) -> String {
    let findings: Vec<Value> = found
        .iter()
        .map(|found| {
            json!({
                "code": found.code,
                "severity": severity(found.severity),
                "locale": found.locale,
                "article": found.article,
                "id": found.id,
                "path": found.path,
                "line": found.line,
                "column": found.column,
                "message": found.message,
                "hints": found.hints,
            })
        })
        .collect();
    let mut codes = Map::new();
    for found in found {
        let count = codes.get(&found.code).and_then(Value::as_u64).unwrap_or(0);
        codes.insert(found.code.clone(), json!(count + 1));
    }
    let count = |severity| {
        found
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    };
    let summary = json!({
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "hints": count(Severity::Hint),
        "codes": codes,
    });
    line(&json!({"findings": findings, "summary": summary}))
}

fn segment(segments: &Segments) -> String {
    let blocks: Vec<Value> = segments
        .blocks
        .iter()
        .map(|block| {
            json!({
                "kind": block.kind,
                "span": [block.span.0, block.span.1],
                "translate": block.translate,
                "reason": block.reason,
                "text": block.text,
            })
        })
        .collect();
    let units: Vec<Value> = segments
        .units
        .iter()
        .map(|unit| {
            json!({
                "id": unit.id,
                "block": unit.block,
                "kind": unit.kind,
                "span": [unit.span.0, unit.span.1],
                "text": unit.text,
            })
        })
        .collect();
    let decisions: Vec<Value> = segments
        .decisions
        .iter()
        .map(|decision| {
            json!({
                "block": decision.block,
                "before": decision.before,
                "after": decision.after,
                "boundary": decision.boundary,
                "reason": decision.reason,
            })
        })
        .collect();
    line(&json!({
        "article": segments.article,
        "blocks": blocks,
        "units": units,
        "decisions": decisions,
    }))
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
