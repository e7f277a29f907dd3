//! Catalogs of an application. Cases are in `tests/data/strings/`: the locale, the source catalog,
//! the locale's catalog, and what is found: `line:column severity[code] id: message`.

use std::fmt::Write as _;
use std::process::Stdio;

use proptest::prelude::*;
use satz::catalog::Catalog;
use satz::check::{EVERYTHING, Localized, Names, Place, check};
use satz::compare::compare_messages;
use satz::text::{LineIndex, Severity};

use crate::support::{Case, Folder, cases};

#[test]
fn each_case_finds_what_it_says() {
    let mut wrong = Vec::new();
    for case in cases("strings") {
        let (locale, source, target, expected) = read(&case);
        let found = found(locale, source, target);
        if found != expected {
            wrong.push(format!("{}:\n{found}--- expected\n{expected}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn line_ends_make_no_difference() {
    for case in cases("strings") {
        let (locale, source, target, expected) = read(&case);
        let windows = |text: &str| text.replace('\n', "\r\n");
        let found = found(locale, &windows(source), &windows(target));
        assert_eq!(found, expected, "{}", case.name);
    }
}

/// Status and standard output of `satz` in a folder.
fn satz(folder: &Folder, arguments: &[&str]) -> (i32, serde_json::Value) {
    let output = crate::support::program()
        .args(arguments)
        .args(["--format", "json"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let data = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code().unwrap(), data)
}

/// Path and code of every finding.
fn codes(data: &serde_json::Value) -> Vec<String> {
    let all = data["findings"].as_array().unwrap().iter();
    let text = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap().to_owned();
    all.map(|one| format!("{} {}", text(one, "path"), text(one, "code")))
        .collect()
}

#[test]
fn two_lines_of_configuration_gate_an_application() {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: en\nstrings: i18n/{locale}/**/*.ftl\n");
    folder.put("i18n/en/app.ftl", "save = Save\nhello = Hello { $name }\n");
    folder.put("i18n/de/app.ftl", "save = Sichern\nhello = Hallo\n");
    folder.put("i18n/src/app.ftl", "no = language\n");
    let (status, data) = satz(&folder, &["check"]);
    assert_eq!(
        (status, codes(&data)),
        (1, vec!["i18n/de/app.ftl missing-variable".to_owned()])
    );
    let (_, data) = satz(&folder, &["status"]);
    assert_eq!(data["locales"].as_array().unwrap().len(), 1);
    assert_eq!(data["locales"][0]["articles"][0]["current"], 2);
    folder.put(
        "i18n/de/app.ftl",
        "save = Sichern\nhello = Hallo { $name }\n",
    );
    assert_eq!(satz(&folder, &["check"]).0, 0);
}

#[test]
fn a_misspelt_name_is_set_right() {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: en\nstrings: i18n/{locale}/*.ftl\n");
    folder.put(
        "i18n/en/app.ftl",
        "hello = Hello { $name }\n    .title = X\n",
    );
    folder.put(
        "i18n/de/app.ftl",
        "hello =   Hallo {$nmae}\n  .titel = X\n# end",
    );
    assert_eq!(satz(&folder, &["check", "--fix"]).0, 0);
    let fixed = "hello =   Hallo {$name}\n  .title = X\n# end";
    assert_eq!(folder.get("i18n/de/app.ftl"), fixed);
}

#[test]
fn mozillas_layout_has_the_source_elsewhere() {
    let folder = Folder::new();
    folder.put(
        "satz.yaml",
        "source: en-US
locales: [de, fr]
strings:
  - source: browser/locales/en-US/**/*.ftl
    target: l10n/{locale}/browser/**/*.ftl
    except: browser/branding/**
",
    );
    let reference = "browser/locales/en-US";
    folder.put(
        format!("{reference}/browser/menubar.ftl").as_str(),
        "menu = { -brand } menu\n",
    );
    folder.put(
        format!("{reference}/branding/brand.ftl").as_str(),
        "-brand = Krill\n",
    );
    folder.put(
        "l10n/de/browser/browser/menubar.ftl",
        "menu = Menü von { -brand }\n",
    );
    let (_, data) = satz(&folder, &["check"]);
    assert_eq!(
        codes(&data),
        ["l10n/fr/browser/browser/menubar.ftl missing"]
    );
    let (_, data) = satz(&folder, &["diff", "--article", "browser/browser/menubar"]);
    assert_eq!(data["units"][0]["id"], "menu");
    assert_eq!(data["units"][0]["state"], "missing");
}

#[test]
fn catalogs_beside_articles_are_looked_at_as_well() {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en]\n");
    folder.put("articles/a.md", "Ein Satz.\n");
    let sync = crate::support::program()
        .arg("sync")
        .current_dir(folder.path())
        .status();
    assert!(sync.unwrap().success());
    folder.put("locales/de/glossary.ftl", "-tor = Tor\n");
    folder.put("locales/de/menu/app.ftl", "save = Sichern\n");
    let (_, data) = satz(&folder, &["status"]);
    let articles = data["locales"][0]["articles"].as_array().unwrap();
    let names: Vec<&str> = articles
        .iter()
        .map(|one| one["article"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["a", "menu/app"]);
    let (status, data) = satz(&folder, &["check", "--article", "menu/app"]);
    assert_eq!(
        (status, codes(&data)),
        (1, vec!["locales/en/menu/app.ftl missing".to_owned()])
    );
    assert_eq!(satz(&folder, &["check", "--article", "menu/ap"]).0, 2);
    // An article's catalog that lost its article is no application's.
    std::fs::remove_file(folder.path().join("articles/a.md")).unwrap();
    let (_, data) = satz(&folder, &["status"]);
    assert_eq!(data["locales"][0]["articles"].as_array().unwrap().len(), 1);
}

#[test]
fn what_a_parent_locale_has_is_inherited() {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: en\nstrings: i18n/{locale}.ftl\n");
    folder.put(
        "i18n/en.ftl",
        "save = Save\n-brand = Krill\nopen = { -brand }\n",
    );
    folder.put(
        "i18n/de.ftl",
        "save = Sichern\n-brand = Krill\nopen = { -brand }\n",
    );
    folder.put("i18n/de-CH.ftl", "open = { -brand }\n");
    assert_eq!(satz(&folder, &["check"]).0, 0);
    let (_, data) = satz(&folder, &["status", "de-CH"]);
    assert_eq!(data["locales"][0]["articles"][0]["inherited"], 2);
}

#[test]
fn severities_are_configured_as_for_articles() {
    let folder = Folder::new();
    let configuration = "source: en\nstrings: i18n/{locale}/*.ftl\nchecks:\n  - {check: missing, locale: de, article: 'a*', severity: warning}\n";
    folder.put("satz.yaml", configuration);
    folder.put("i18n/en/app.ftl", "save = Save\n");
    folder.put("i18n/de/app.ftl", "");
    assert_eq!(satz(&folder, &["check"]).0, 0);
    folder.put(
        "satz.yaml",
        configuration.replace("locale: de", "locale: fr"),
    );
    assert_eq!(satz(&folder, &["check"]).0, 2);
}

/// What catalogs are made of, whole and torn.
const PIECES: &[&str] = &[
    "a = ",
    "-t = ",
    "b =\n",
    "    .x = ",
    "\n",
    "\r\n",
    "    ",
    "text ",
    "ä「",
    "{ $n }",
    "{ -t }",
    "{ -t.x ->\n",
    "{ $n ->\n",
    "    [one] ",
    "   *[other] ",
    "}\n",
    "{ ",
    "}",
    "{ NUMBER($n, type: \"ordinal\") ->\n",
    "{ a.x }",
    "{ F(1, \"{\") }",
    "\"",
    "# check: missing-variable off: why\n",
    "# $n\n",
    "\u{FEFF}",
    "<b>",
    "{ { $n ->\n   *[other] { \"\\u00e4\" }\n } }\n",
    "Ã¤",
    "\u{A0}×\u{A0}",
];

fn catalog() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::support::properties(256))]

    #[test]
    fn no_catalog_panics_and_every_place_is_in_it(source in catalog(), target in catalog()) {
        let (source, target) = (Catalog::parse(&source).value, Catalog::parse(&target));
        let (names, source_names) = (Names::of(vec![&target.value]), Names::of(vec![&source]));
        let place = Place::new("uk", "en", names, &source_names);
        let compared = compare_messages(&source, &target.value, &[]);
        let subject = Localized::new(&place, &source, &target, &compared);
        let text = &target.value.text;
        for finding in check(&subject, EVERYTHING) {
            let span = finding.diagnostic.span;
            prop_assert!(text.get(span.start..span.end).is_some());
            if let Some(fix) = finding.fix {
                prop_assert!(text.get(fix.span.start..fix.span.end).is_some());
            }
        }
    }
}

/// Locale, source, target and findings of a case.
fn read(case: &Case) -> (&str, &str, &str, &str) {
    let (locale, rest) = case.body.split_once('\n').unwrap();
    let (source, rest) = rest.split_once("> target\n").unwrap();
    let source = source.strip_prefix("> source\n").unwrap();
    let (target, found) = rest.split_once("> found\n").unwrap();
    (locale, source, target, found)
}

fn found(locale: &str, source: &str, target: &str) -> String {
    let (source, target) = (Catalog::parse(source).value, Catalog::parse(target));
    let (names, source_names) = (Names::of(vec![&target.value]), Names::of(vec![&source]));
    let place = Place::new(locale, "en", names, &source_names);
    let compared = compare_messages(&source, &target.value, &[]);
    let subject = Localized::new(&place, &source, &target, &compared);
    let text = &target.value.text;
    let lines = LineIndex::new(text);
    let mut out = String::new();
    for finding in check(&subject, EVERYTHING) {
        let diagnostic = &finding.diagnostic;
        let place = lines.place(text, diagnostic.span.start);
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        let (line, column, code) = (place.line, place.column, diagnostic.code);
        let (id, message) = (&finding.id, &diagnostic.message);
        writeln!(out, "{line}:{column} {severity}[{code}] {id}: {message}").unwrap();
    }
    out
}
