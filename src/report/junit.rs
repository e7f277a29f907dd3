//! `JUnit` XML: a suite per locale, a test per article, which fails if a finding shuts the gate.
//!
//! Times are zero and the date is fixed: the same findings give the same bytes.

use std::io::{self, Write};

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::verdict::counted;
use super::{Form, Found, Inspection, Look, by_locale, put, severity_name};

pub(super) const FORM: Form = Form {
    check: Some(check),
    is_data: true,
    is_own: |text| text.starts_with(HEAD),
    ..Form::new("junit", "JUnit XML, for dashboards of tests")
};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";

/// The name of the test for what is about a locale as a whole.
const WHOLE: &str = "(all articles)";

fn check(inspection: &Inspection, _look: Look, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    // A locale without a row of completeness may have findings all the same.
    let mut suites: Vec<(SmolStr, Vec<SmolStr>)> = by_locale(&inspection.completeness)
        .into_iter()
        .map(|(sum, rows)| {
            let names = rows.iter().map(|row| row.article.clone());
            (sum.locale, names.collect())
        })
        .collect();
    for found in &inspection.findings {
        let place = suites.iter().position(|(name, _)| *name == found.at.locale);
        let place = place.unwrap_or_else(|| {
            suites.push((found.at.locale.clone(), Vec::new()));
            suites.len() - 1
        });
        let names = &mut suites[place].1;
        if !names.contains(&found.at.article) {
            names.push(found.at.article.clone());
        }
    }
    for (number, (locale, articles)) in suites.iter().enumerate() {
        out.write_all(suite(inspection, number, locale, articles).as_bytes())?;
    }
    out.write_all(b"</testsuites>\n")
}

fn suite(inspection: &Inspection, number: usize, locale: &str, articles: &[SmolStr]) -> String {
    let mut failing: FxHashMap<&str, Vec<&Found>> = FxHashMap::default();
    let own = inspection
        .findings
        .iter()
        .filter(|found| found.at.locale == locale);
    for found in own.filter(|found| inspection.is_failing(found)) {
        failing.entry(&found.at.article).or_default().push(found);
    }
    let mut out = String::new();
    let name = escape(if locale.is_empty() { "satz" } else { locale });
    put(
        &mut out,
        format_args!(
            "  <testsuite id=\"{number}\" package=\"satz\" name=\"{name}\" timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\" tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"0\">\n    <properties><property name=\"locale\" value=\"{name}\"/></properties>\n",
            articles.len(),
            failing.len(),
        ),
    );
    for article in articles {
        let title = escape(if article.is_empty() { WHOLE } else { article });
        let head = format!("    <testcase name=\"{title}\" classname=\"satz.{name}\" time=\"0\"");
        let Some(found) = failing.get(article.as_str()) else {
            put(&mut out, format_args!("{head}/>\n"));
            continue;
        };
        let mut codes: Vec<&str> = found.iter().map(|found| found.what.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        let message = escape(&counted(found.len(), "finding"));
        let kind = escape(&codes.join(" "));
        put(
            &mut out,
            format_args!("{head}>\n      <failure message=\"{message}\" type=\"{kind}\">"),
        );
        for found in found {
            let line = format!(
                "{}:{}:{}: {}[{}] {}\n",
                found.at.path,
                found.line,
                found.column,
                severity_name(found.severity),
                found.what.code,
                found.told(),
            );
            out.push_str(&escape(&line));
        }
        out.push_str("</failure>\n    </testcase>\n");
    }
    out.push_str("    <system-out/>\n    <system-err/>\n  </testsuite>\n");
    out
}

/// Text for XML 1.0: what it cannot hold at all becomes U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
