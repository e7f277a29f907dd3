//! Reports of any findings: JSON, SARIF, GitLab's and that of `JUnit` are what they say they are, with every
//! finding in them; a form by lines has a line for each, and no text of a finding is markup, a
//! command or a control of the terminal. A line of the input is a finding, its fields divided by tabs.

use satz::report::{FORMS, Found, Inspection, Look, ShowFindings, Visible, What, Where};
use satz::text::Severity;
use serde_json::Value;

/// Markup that a text of a finding holds.
const MARKUP: &str = "<x-probe>";

pub(super) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let found: Vec<Found> = text.split('\n').enumerate().map(found).collect();
    let count = found.len();
    let mut inspection = Inspection {
        fails: Some(Severity::Warning),
        ..Inspection::default()
    };
    inspection.findings.push(found);
    for form in FORMS {
        let Some(check) = form.check else { continue };
        let mut out = Vec::new();
        check(&inspection, Look::default(), &mut out).expect("a vector takes every byte");
        let report = String::from_utf8(out).expect("a report is text");
        match form.name {
            "json" => assert_eq!(length(&json(&report)["findings"]), count),
            "sarif" => assert_eq!(length(&json(&report)["runs"][0]["results"]), count),
            "gitlab" => assert_eq!(length(&json(&report)), count),
            "jsonl" => {
                assert!(report.lines().all(|line| json(line).is_object()));
                assert_eq!(report.lines().count(), count);
            }
            "junit" => junit(&report, count),
            "short" => assert_eq!(report.matches('\n').count(), count, "{report:?}"),
            "github" => github(&report),
            "html" => assert!(!report.contains(MARKUP), "{report}"),
            _ => {}
        }
        if matches!(form.name, "human" | "short" | "github") {
            shows_no_control(check, &inspection);
        }
    }
}

/// Nothing that a terminal obeys comes through what people are shown.
fn shows_no_control(check: ShowFindings, inspection: &Inspection) {
    let mut out = Visible::new(Vec::new());
    check(inspection, Look::default(), &mut out).expect("a vector takes every byte");
    let bytes = out.into_inner().expect("a vector takes every byte");
    let shown = String::from_utf8(bytes).expect("a report is text");
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    assert!(!shown.contains(is_control), "{shown:?}");
}

fn found((index, line): (usize, &str)) -> Found {
    let mut fields = line.split('\t');
    let mut next = |default: &str| fields.next().unwrap_or(default).to_owned();
    let (path, locale, article) = (next("a.ftl"), next("en"), next("a"));
    let what = What {
        code: "number".into(),
        id: next("s7k2mqa").into(),
        message: next("a message") + MARKUP,
        hints: vec![next("a hint")],
        source: next("Ein Satz."),
        amount: 1,
        ..What::default()
    };
    let at = Where {
        locale: locale.into(),
        article: article.into(),
        path: path.into(),
    };
    let severity = [Severity::Error, Severity::Warning, Severity::Hint][index % 3];
    Found::new(what, at, severity)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn length(value: &Value) -> usize {
    value.as_array().map_or(0, Vec::len)
}

fn junit(report: &str, count: usize) {
    let document = roxmltree::Document::parse(report);
    let document = document.unwrap_or_else(|error| panic!("{error}: {report}"));
    let failures = document.descendants().filter(|node| {
        // Hints do not fail.
        matches!(node.tag_name().name(), "failure" | "skipped" | "system-out")
    });
    let text: String = failures
        .map(|node| node.text().unwrap_or_default())
        .collect();
    assert!(count == 0 || text.contains(MARKUP), "{report}");
}

/// A line that is a command begins with `::`: one of ours, and no other.
fn github(report: &str) {
    for line in report.lines() {
        let command = line
            .strip_prefix("::")
            .and_then(|rest| rest.split([' ', ':']).next());
        let is_ours = command.is_none_or(|command| {
            matches!(
                command,
                "error" | "warning" | "notice" | "group" | "endgroup"
            )
        });
        assert!(is_ours, "{line:?} in\n{report}");
    }
}
