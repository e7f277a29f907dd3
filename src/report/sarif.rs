//! SARIF 2.1.0, as GitHub's code scanning and others read it.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{Form, Found, Inspection, Look, put};
use crate::check::CHECKS;
use crate::text::Severity;

pub(super) const FORM: Form = Form {
    check: Some(check),
    is_data: true,
    is_own: |text| text.starts_with('{') && text.contains(SCHEMA),
    ..Form::new("sarif", "SARIF 2.1.0, for code scanning")
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

fn check(inspection: &Inspection, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut codes: Vec<&str> = Vec::new();
    for found in &inspection.findings {
        if !codes.contains(&found.what.code.as_str()) {
            codes.push(&found.what.code);
        }
    }
    let results: Vec<Value> = inspection
        .findings
        .iter()
        .map(|found| {
            let rule = codes.iter().position(|code| *code == found.what.code);
            result(found, rule.unwrap_or_default(), inspection, look)
        })
        .collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "satz",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The top of the repository."}}},
            "results": results,
        }],
    });
    writeln!(out, "{log:#}")
}

/// A check as SARIF describes it, with its page of the manual.
fn rule(code: &str) -> Value {
    let Some(check) = CHECKS.iter().find(|check| check.code == code) else {
        return json!({"id": code, "shortDescription": {"text": format!("{code}.")}});
    };
    let manual = check.manual();
    let first = manual.lines().next().unwrap_or_default();
    json!({
        "id": code,
        "shortDescription": {"text": first},
        "fullDescription": {"text": manual},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": level(check.severity)},
        "properties": {"tags": [check.category]},
    })
}

fn result(found: &Found, rule: usize, inspection: &Inspection, look: Look) -> Value {
    let mut region = json!({"startLine": found.line, "startColumn": found.column});
    if let (Some(excerpt), Value::Object(region)) = (&found.excerpt, &mut region) {
        let (lines, column) = (excerpt.last, excerpt.column);
        region.insert("endLine".into(), json!(found.line as usize + lines));
        region.insert("endColumn".into(), json!(column + 1));
        region.insert(
            "snippet".into(),
            json!({"text": &excerpt.text[excerpt.start..excerpt.end]}),
        );
    }
    let mut location = json!({"physicalLocation": {
        "artifactLocation": {
            "uri": uri(&format!("{}{}", inspection.prefix, found.at.path)),
            "uriBaseId": "%SRCROOT%",
        },
        "region": region,
    }});
    if let (false, Value::Object(location)) = (found.what.id.is_empty(), &mut location) {
        let full = format!("{}/{}/{}", found.at.locale, found.at.article, found.what.id);
        location.insert(
            "logicalLocations".into(),
            json!([{"name": found.what.id, "fullyQualifiedName": full, "kind": "resource"}]),
        );
    }
    let mut message = found.what.message.clone();
    for hint in &found.what.hints {
        put(&mut message, format_args!("\n{hint}"));
    }
    if !found.what.source.is_empty() {
        put(
            &mut message,
            format_args!("\n{}: {}", look.source, found.what.source),
        );
    }
    let mut result = Map::new();
    result.insert("ruleId".into(), json!(found.what.code));
    result.insert("ruleIndex".into(), json!(rule));
    result.insert("level".into(), json!(level(found.severity)));
    result.insert("message".into(), json!({"text": message}));
    result.insert("locations".into(), json!([location]));
    result.insert(
        "partialFingerprints".into(),
        json!({"satzFinding/v1": found.fingerprint()}),
    );
    if inspection.past.is_some() {
        let state = if found.known { "unchanged" } else { "new" };
        result.insert("baselineState".into(), json!(state));
    }
    Value::Object(result)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A path as a relative URI: everything that is not plain is escaped.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            put(&mut out, format_args!("%{byte:02X}"));
        }
    }
    out
}
