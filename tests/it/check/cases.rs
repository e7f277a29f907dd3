//! The cases of the checks, in `tests/data/check/`; `<code>.txt` holds those of one check. A case has
//! one of four forms:
//!
//! - Units: each its German (`de: …`), its translation (`en: …`) and what is found in it
//!   (`found: code:detail`, several divided by `, `). `term: …` is a term of the glossary, and
//!   `source: en` says that the units are translated from English: then `en: …` is the source.
//! - An article and its catalog: `> article`, `> en`, and for a changed article `> before`. `s1` is the
//!   id of the first unit, `was1` its id before. The last line is `found: severity[code] id, …`.
//! - An application's catalogs: `> source en`, `> target de`, and `found:` as above.
//! - A workspace: the steps of a case of the command line (`cli.rs`), with `$ check --format short`.
//!
//! `SATZ_BLESS=1 cargo test --test it check::cases` writes what was found into the cases. Read the
//! difference.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use satz::catalog::{Catalog, Resolver, Source};
use satz::check::{
    CHECKS, EVERYTHING, Finding, Localized, Names, Place, Sections, Subject, Term, Translation,
    Unit, check, check_units,
};
use satz::compare::{compare, compare_messages};
use satz::document::{format_of, formats};
use satz::segment::{self, segment};
use satz::text::{Parsed, Severity};
use satz::update::{Memory, NewUnit, assign, source_catalog};

use crate::support::{Case, bless, cases};

#[test]
fn each_case_finds_what_it_says() {
    let mut wrong = Vec::new();
    for case in cases("check") {
        let walked = walked(&case);
        if walked == case.body {
            continue;
        }
        if std::env::var_os("SATZ_BLESS").is_some() {
            bless("check", &case, &walked);
        } else {
            wrong.push(format!(
                "{}: expected\n{}--- found\n{walked}",
                case.name, case.body
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A check without a case that fires can be broken, or exchanged with another, and no test fails; one
/// without a near case that stays quiet can fire everywhere.
#[test]
fn every_check_has_a_case_that_fires_and_a_near_one_that_does_not() {
    let cases = cases("check");
    let mut wanting = Vec::new();
    for check in CHECKS {
        let file = format!("tests/data/check/{}.txt", check.code);
        let prefix = format!("{}/", check.code);
        let (firing, quiet): (Vec<&Case>, Vec<&Case>) = cases
            .iter()
            .filter(|case| case.name.starts_with(&prefix))
            .partition(|case| fires(case, check.code));
        let is_near = |case: &&&Case| firing.iter().any(|other| likeness(case, other) >= 0.6);
        if firing.is_empty() {
            wanting.push(format!(
                "{file} has no case in which `{0}` is found: add one (`found: {0}:…`)",
                check.code
            ));
        } else if quiet.iter().find(is_near).is_none() {
            wanting.push(format!(
                "{file} has no near neighbour in which `{}` is not found: add a case that differs \
                 in few words from one that fires, and is right",
                check.code
            ));
        }
    }
    assert!(wanting.is_empty(), "{}", wanting.join("\n"));
}

#[test]
fn a_file_that_is_named_after_no_check_is_named_after_a_subject() {
    const SUBJECTS: [&str; 9] = [
        "characters",
        "completeness",
        "consistency",
        "date",
        "form",
        "glossary",
        "language",
        "sense",
        "typed",
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/check");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let is_known = SUBJECTS.contains(&stem) || CHECKS.iter().any(|check| check.code == stem);
        assert!(is_known, "{stem}.txt: no check has this code");
    }
}

/// Whether a case says that a check finds something.
fn fires(case: &Case, code: &str) -> bool {
    let mut lines = case.body.lines();
    lines.any(|line| match line.strip_prefix("found: ") {
        Some(found) => found.split(", ").any(|found| {
            found.starts_with(&format!("{code}:")) || found.contains(&bracketed(code))
        }),
        None => line.contains(&format!("{}:", bracketed(code))) || is_short(line, code),
    })
}

/// Whether a line is a finding of `satz check --format short`.
fn is_short(line: &str, code: &str) -> bool {
    ["error", "warning", "hint"]
        .iter()
        .any(|severity| line.contains(&format!(": {severity}{}", bracketed(code))))
}

fn bracketed(code: &str) -> String {
    format!("[{code}]")
}

/// How much of two cases is the same, their findings aside: 0.0–1.0.
fn likeness(one: &Case, other: &Case) -> f32 {
    let text = |case: &Case| -> String {
        let lines = case.body.lines();
        lines
            .filter(|line| !line.starts_with("found: "))
            .collect::<Vec<_>>()
            .join("\n")
    };
    similar::TextDiff::from_chars(text(one), text(other)).ratio()
}

/// The lines of a case with what is found in place of what was expected.
fn walked(case: &Case) -> String {
    let body = &case.body;
    if body.contains("\n$ check") {
        return crate::cli::walked(case);
    }
    match body.lines().next() {
        Some("> article" | "> before") => article(case),
        Some(first) if first.starts_with("> source ") => strings(case),
        _ => units(case),
    }
}

/// Finds the flaws of units.
fn units(case: &Case) -> String {
    let lines = case
        .body
        .lines()
        .filter(|line| !line.starts_with("found: "));
    let lines: Vec<&str> = lines.collect();
    let (mut units, mut places): (Vec<Unit>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut source_locale, mut locale) = ("de", "en");
    let mut terms: Arc<[Term]> = Arc::default();
    for (at, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        let (key, text) = line
            .split_once(": ")
            .unwrap_or_else(|| panic!("{}: {line}", case.name));
        let text = unescape(text);
        match key {
            "source" => source_locale = text.leak(),
            key if key == source_locale => units.push(Unit {
                id: units.len().to_string(),
                source: text,
                terms: Arc::clone(&terms),
                ..Unit::default()
            }),
            "term" => terms = [super::term(&text)].into(),
            other => {
                locale = other;
                units.last_mut().unwrap().target = text;
                places.push(at);
            }
        }
    }
    let translation = Translation::new(source_locale, locale, units);
    let mut found = vec![Vec::new(); translation.units.len()];
    for flawed in check_units(&translation) {
        let (flaw, target) = (&flawed.flaw, &translation.units[flawed.unit].target);
        let is_inside = target.get(flaw.span.start..flaw.span.end).is_some();
        assert!(is_inside, "{}: {:?}", case.name, flaw.span);
        found[flawed.unit].push(format!("{}:{}", flawed.check.code, flaw.detail));
    }
    let mut out = String::new();
    for (at, line) in lines.iter().enumerate() {
        writeln!(out, "{line}").unwrap();
        let unit = places.iter().position(|place| *place == at);
        if let Some(found) = unit
            .map(|unit| &found[unit])
            .filter(|found| !found.is_empty())
        {
            writeln!(out, "found: {}", escape(&found.join(", "), &case.body)).unwrap();
        }
    }
    out
}

/// Checks a locale's catalog of an article.
fn article(case: &Case) -> String {
    let part = |name: &str| part(&case.body, &format!("> {name}\n"));
    let german = part("article").unwrap();
    let old = part("before").map(units_of);
    let new = units_of(german);
    let none = Source::default();
    let old = old.map(|units| source(&units, &none));
    let source = source(&new, old.as_ref().unwrap_or(&none));
    let mut names: Vec<(String, String)> = Vec::new();
    for (source, name) in [(Some(&source), "s"), (old.as_ref(), "was")] {
        let units = source.into_iter().flat_map(|source| &source.units);
        names.extend(
            units
                .zip(1..)
                .map(|(unit, at)| (unit.id.to_string(), format!("{name}{at}"))),
        );
    }
    let written = part("en").unwrap();
    let text = named(written, &names);
    let target = Catalog::parse(&format!("### satz 1: articles/a.md\n\n{text}"));
    let glossary = Catalog::parse(part("glossary").unwrap_or_default()).value;
    let comparison = compare(&source, &target.value, None, "de");
    let heading = |item: usize| (new[item].kind == "heading").then_some(new[item].block);
    let markdown = format_of("md").unwrap();
    let sections = Sections::of(markdown, german, &comparison, heading);
    let subject = Subject {
        source_locale: "de",
        locale: "en",
        target: &target,
        comparison: &comparison,
        resolver: &Resolver::new("en", &[&glossary]),
        glossary: &[],
        has_references: true,
        title: new.iter().position(|unit| unit.kind == "heading"),
        labels: Some(&labels(german)),
        sections: sections.as_ref(),
        is_thorough: true,
    };
    // A longer id is named first: it may begin with a shorter one.
    names.sort_by_key(|(id, _)| std::cmp::Reverse(id.len()));
    let found = reported(&check(&subject, EVERYTHING));
    let found = names
        .iter()
        .fold(found, |found, (id, name)| found.replace(id, name));
    with_found(&case.body, &found)
}

/// Checks a locale's catalog of an application.
fn strings(case: &Case) -> String {
    let mut parts = case.body.split("> ").skip(1);
    let mut part = |name: &str| {
        let (head, text) = parts.next().unwrap().split_once('\n').unwrap();
        (head.strip_prefix(name).unwrap(), without_found(text))
    };
    let ((source_locale, source), (locale, target)) = (part("source "), part("target "));
    let (source, target) = (Catalog::parse(source).value, Catalog::parse(target));
    let (names, source_names) = (Names::of(vec![&target.value]), Names::of(vec![&source]));
    let place = Place::new(locale, source_locale, names, &source_names);
    let compared = compare_messages(&source, &target.value, &[]);
    let subject = Localized::new(&place, &source, &target, &compared);
    let found = check(&subject, EVERYTHING);
    with_found(&case.body, &reported(&found))
}

fn reported(findings: &[Finding]) -> String {
    let line = |finding: &Finding| {
        let severity = match finding.diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        format!("{severity}[{}] {}", finding.diagnostic.code, finding.id)
    };
    let lines: Vec<String> = findings.iter().map(line).collect();
    lines.join(", ")
}

fn with_found(body: &str, found: &str) -> String {
    let mut out = without_found(body).to_owned();
    if !found.is_empty() {
        writeln!(out, "found: {}", found.trim_end()).unwrap();
    }
    out
}

fn without_found(text: &str) -> &str {
    text.find("\nfound: ").map_or(text, |end| &text[..=end])
}

/// The lines behind a head, up to the next one.
fn part<'a>(body: &'a str, head: &str) -> Option<&'a str> {
    let text = &body[body.find(head)? + head.len()..];
    let text = text.find("\n> ").map_or(text, |end| &text[..=end]);
    Some(without_found(text))
}

/// The labels that an article defines for its links.
fn labels(article: &str) -> BTreeSet<String> {
    let lines = article.lines().filter_map(|line| line.strip_prefix('['));
    let labels = lines.filter_map(|line| Some(line.split_once("]: ")?.0));
    labels.map(str::to_lowercase).collect()
}

fn units_of(article: &str) -> Vec<NewUnit> {
    let format = formats()
        .iter()
        .find(|format| format.name == "markdown")
        .unwrap();
    let document = (format.parse)(article, &satz::document::Options::default()).value;
    let units = segment(article, &document, &segment::Options::of("de"));
    let new = units.iter().map(|unit| NewUnit {
        text: unit.text(article).to_owned(),
        note: None,
        block: unit.block,
        kind: unit.kind.name(),
    });
    new.collect()
}

fn source(units: &[NewUnit], old: &Source) -> Source {
    let assigned = assign(old, units, &Memory::default());
    let text = source_catalog("articles/a.md", units, &assigned);
    let Parsed { value, .. } = Catalog::parse(&text);
    Source::of(&value)
}

/// A text with the ids in the place of their names.
fn named(text: &str, names: &[(String, String)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let is_word = |c: char| c.is_ascii_alphanumeric();
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        let id = names.iter().find(|(_, name)| name == word);
        out.push_str(id.map_or(word, |(id, _)| id));
        let gap = rest[end..]
            .find(is_word)
            .map_or(rest.len(), |gap| end + gap);
        out.push_str(&rest[end..gap]);
        rest = &rest[gap..];
    }
    out
}

/// The text with `\u{…}` made into the character.
fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        out.push_str(rest);
    }
    out
}

/// The text with every character escaped that the case has escaped.
fn escape(text: &str, body: &str) -> String {
    let escaped = |c: char| format!("\\u{{{:X}}}", u32::from(c));
    let is_escaped = |c: char| !c.is_ascii_graphic() && body.contains(&escaped(c));
    let parts = text.chars().map(|c| {
        if is_escaped(c) {
            escaped(c)
        } else {
            c.to_string()
        }
    });
    parts.collect()
}
