//! JSON with stable keys.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::provenance::{Origins, by_article};
use super::{
    Authored, Change, Explained, FactChange, FilledSentence, Fills, Form, Found, Inspection, Look,
    MemoryOffer, PlannedArticle, Provenance, RefusedSentence, ReviewUnit, Segments, Sentence,
    SharedFragment, Standing, Suggestion, by_locale, severity_name,
};
use crate::compare::State;
use crate::text::Severity;

pub(super) const FORM: Form = Form {
    status: Some(status),
    diff: Some(diff),
    suggest: Some(suggest),
    fill: Some(fill),
    review: Some(review),
    provenance: Some(provenance),
    explain: Some(explain),
    check: Some(check),
    segment: Some(segment),
    is_data: true,
    is_own: |text| {
        text.starts_with('{')
            && text.contains("\"completeness\": [")
            && text.contains("\"findings\": [")
    },
    ..Form::new("json", "for programs, with stable keys")
};

fn line(value: &Value) -> String {
    format!("{value:#}\n")
}

fn status(standing: &Standing, _look: Look) -> String {
    let mut locales = Vec::new();
    for (sum, rows) in by_locale(&standing.rows) {
        let articles: Vec<Value> = rows
            .into_iter()
            .map(|row| {
                json!({
                    "article": row.article,
                    "units": row.units(),
                    "current": row.counts[State::Current],
                    "stale": row.counts[State::Stale],
                    "edited": row.counts[State::Edited],
                    "missing": row.counts[State::Missing],
                    "empty": row.counts[State::Empty],
                    "inherited": row.counts[State::Inherited],
                    "obsolete": row.counts[State::Obsolete],
                    "aligned": row.aligned,
                    "reviewed": row.reviewed,
                    "machine": row.machine,
                    "machine_unreviewed": row.raw_machine,
                    "words": row.words,
                    "words_current": row.words_current,
                    "words_reviewed": row.words_reviewed,
                    "words_machine": row.words_machine,
                    "stale_days": row.stale_days,
                })
            })
            .collect();
        locales.push(json!({"locale": sum.locale, "articles": articles}));
    }
    line(&json!({"source": standing.source, "locales": locales}))
}

fn diff(changes: &[Change], _look: Look) -> String {
    let units: Vec<Value> = changes.iter().map(change).collect();
    line(&json!({ "units": units }))
}

/// A unit that is not up to date, with stable keys.
pub(super) fn change(change: &Change) -> Value {
    let mut value = json!({
        "locale": change.locale,
        "article": change.article,
        "id": change.id,
        "state": change.state.name(),
        "source": change.source,
        "was": change.was,
        "target": change.target,
        "facts": facts(&change.facts),
    });
    // Where nothing is marked, nothing is said of marks.
    if let Some(made) = &change.made {
        value["made"] = json!(made);
    }
    value
}

fn suggest(units: &[Suggestion], _look: Look) -> String {
    let units: Vec<Value> = units.iter().map(suggestion).collect();
    line(&json!({ "units": units }))
}

fn fill(fills: &Fills, _look: Look) -> String {
    let unit = |unit: &FilledSentence| {
        let (article, id) = &unit.from;
        let id = (!id.is_empty()).then_some(id);
        json!({
            "path": unit.path,
            "id": unit.id,
            "source": unit.source,
            "target": unit.target,
            "from": {"origin": article, "id": id},
        })
    };
    let refused = |unit: &RefusedSentence| {
        json!({
            "article": unit.article,
            "id": unit.id,
            "source": unit.source,
            "answer": unit.answer,
            "faults": unit.faults,
        })
    };
    let row = |row: &PlannedArticle| {
        json!({
            "article": row.article,
            "memory": row.memory,
            "units": row.units,
            "characters": row.characters,
        })
    };
    let plan = fills.plan.as_ref().map(|plan| {
        let articles: Vec<Value> = plan.articles.iter().map(row).collect();
        json!({"machine": plan.machine, "articles": articles})
    });
    line(&json!({
        "locale": fills.locale,
        "written": fills.is_written,
        "units": fills.units.iter().map(unit).collect::<Vec<_>>(),
        "refused": fills.refused.iter().map(refused).collect::<Vec<_>>(),
        "plan": plan,
        "left": fills.left,
    }))
}

/// What the memory has for a unit, with stable keys.
fn suggestion(unit: &Suggestion) -> Value {
    let offer = |offer: &MemoryOffer| {
        json!({
            "kind": offer.kind,
            "similarity": (offer.similarity * 10_000.0).floor() / 10_000.0,
            "times": offer.times,
            "source": offer.source,
            "target": offer.target,
            "article": offer.article,
            "id": offer.id,
        })
    };
    let fragment = |fragment: &SharedFragment| {
        let (article, id) = &fragment.origin;
        json!({"source": fragment.source, "target": fragment.target, "article": article, "id": id})
    };
    let term = |(source, target): &(String, String)| json!({"source": source, "target": target});
    json!({
        "locale": unit.locale,
        "article": unit.article,
        "id": unit.id,
        "state": unit.state.name(),
        "source": unit.source,
        "target": unit.target,
        "offers": unit.offers.iter().map(offer).collect::<Vec<_>>(),
        "fragments": unit.fragments.iter().map(fragment).collect::<Vec<_>>(),
        "terms": unit.terms.iter().map(term).collect::<Vec<_>>(),
    })
}

fn review(units: &[ReviewUnit], _look: Look) -> String {
    let units: Vec<Value> = units.iter().map(review_unit).collect();
    line(&json!({ "units": units }))
}

/// A translation that is to be reviewed, with stable keys.
fn review_unit(unit: &ReviewUnit) -> Value {
    let findings = unit.findings.iter().map(|(code, severity, message)| {
        json!({"code": code, "severity": severity_name(*severity), "message": message})
    });
    let review = unit.review.as_ref();
    json!({
        "locale": unit.locale,
        "article": unit.article,
        "path": unit.path,
        "id": unit.id,
        "source": unit.source,
        "target": unit.target,
        "made": unit.made,
        "reviewed": review.map(|(name, date)| json!({"name": name, "date": date})),
        "void": unit.is_void,
        "findings": findings.collect::<Vec<_>>(),
        "doubt": unit.doubt,
    })
}

fn provenance(provenance: &Provenance, _look: Look) -> String {
    let has_history = provenance.has_history;
    let articles = by_article(provenance).map(|sentences| {
        let each = sentences
            .iter()
            .map(|sentence| origin(sentence, has_history));
        json!({
            "locale": sentences[0].locale,
            "article": sentences[0].article,
            "summary": origins(sentences),
            "sentences": each.collect::<Vec<_>>(),
        })
    });
    let articles: Vec<Value> = articles.collect();
    line(&json!({
        "source": provenance.source,
        "summary": origins(&provenance.sentences),
        "articles": articles,
    }))
}

/// Where a translation comes from, with stable keys.
fn origin(sentence: &Sentence, has_history: bool) -> Value {
    let review = sentence.review.as_ref();
    let mut value = json!({
        "id": sentence.id,
        "source": sentence.source,
        "stale": sentence.is_stale,
        "target": sentence.target,
        "made": sentence.made,
        "machine": sentence.machine,
        "reviewed": review.map(|(name, date)| json!({"name": name, "date": date})),
        "words": sentence.words,
    });
    if has_history {
        value["git"] = json!({
            "text": sentence.written.as_ref().map(authored),
            "review": sentence.reviewed.as_ref().map(authored),
            "own_review": sentence.is_own_review,
            "other_name": sentence.is_other_name,
        });
    }
    value
}

fn authored(authored: &Authored) -> Value {
    json!({
        "commit": authored.commit,
        "name": authored.name,
        "email": authored.email,
        "date": authored.date,
        "signature": authored.signature,
    })
}

/// How much of some translations was made by what, with stable keys.
fn origins<'a>(sentences: impl IntoIterator<Item = &'a Sentence>) -> Value {
    let sum = Origins::of(sentences);
    json!({
        "sentences": sum.sentences,
        "person": sum.person,
        "machine": sum.machine,
        "machine_unreviewed": sum.raw_machine,
        "reviewed": sum.reviewed,
        "words": sum.words,
        "words_machine": sum.words_machine,
        "words_machine_unreviewed": sum.words_raw_machine,
        "words_reviewed": sum.words_reviewed,
    })
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

fn check(inspection: &Inspection, _look: Look, out: &mut dyn Write) -> io::Result<()> {
    let findings: Vec<Value> = inspection.findings.iter().map(finding).collect();
    let mut codes = Map::new();
    for found in &inspection.findings {
        let count = codes
            .get(found.what.code.as_str())
            .and_then(Value::as_u64)
            .unwrap_or(0);
        codes.insert(found.what.code.to_string(), json!(count + 1));
    }
    let count = |severity| {
        let all = inspection.findings.iter();
        all.filter(|found| found.severity == severity).count()
    };
    let completeness: Vec<Value> = inspection
        .completeness
        .iter()
        .map(|row| {
            json!({
                "locale": row.locale,
                "article": row.article,
                "units": row.units(),
                "covered": row.covered(),
            })
        })
        .collect();
    let past = inspection.past.as_ref();
    let summary = json!({
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "hints": count(Severity::Hint),
        "codes": codes,
        "failed": inspection.failed(),
        "fails": inspection.fails.map(severity_name),
        "compared_with": past.map(|past| &past.name),
        "known": inspection.known(),
        "gone": past.map_or(0, |past| past.gone),
    });
    let all = json!({"findings": findings, "completeness": completeness, "summary": summary});
    out.write_all(line(&all).as_bytes())
}

/// A finding with stable keys.
pub(super) fn finding(found: &Found) -> Value {
    json!({
        "code": found.what.code,
        "severity": severity_name(found.severity),
        "locale": found.at.locale,
        "article": found.at.article,
        "id": found.what.id,
        "path": found.at.path,
        "line": found.line,
        "column": found.column,
        "message": found.what.message,
        "hints": found.what.hints,
        "source": found.what.source,
        "state": found.what.state.map_or("", State::name),
        "fixable": found.fixable,
        "amount": found.what.amount,
        "known": found.known,
    })
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
