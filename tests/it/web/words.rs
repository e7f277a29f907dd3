//! The desk's own words: complete in every language by satz' own checks, and all that the page says is
//! among them.

use std::collections::BTreeSet;
use std::path::Path;

use satz::session::{Answer, InspectQuestion, Session};
use satz::web::{LANGUAGES, words};
use serde_json::Value;

#[test]
fn satz_finds_nothing_in_them() {
    let yaml = "source: en\nlocales: [de, fr, uk, ar]\nstrings: words/{locale}.ftl\n";
    let mut files = vec![("satz.yaml".to_owned(), yaml.to_owned())];
    let catalogs = LANGUAGES.iter();
    files
        .extend(catalogs.map(|(locale, text)| (format!("words/{locale}.ftl"), (*text).to_owned())));
    let session = Session::of_texts(files).unwrap();
    let answer = session
        .inspect(InspectQuestion::default(), &mut ())
        .unwrap();
    let Answer::Whole(inspection) = answer else {
        panic!("no share was asked for")
    };
    let found: Vec<String> = { inspection.findings.iter() }
        .map(|found| {
            format!(
                "{}: {}: {}",
                found.at.locale, found.what.id, found.what.message
            )
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(
        inspection
            .completeness
            .iter()
            .all(|row| row.open() == 0 && row.units() > 100)
    );
}

/// The names in the calls `t('name')` of a script; `t(`name-${…}`)` gives what it begins with.
fn names(script: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut names, mut beginnings) = (BTreeSet::new(), BTreeSet::new());
    for (at, _) in script.match_indices("t(") {
        if script[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let call = script[at + 2..]
            .split([')', ',', '\n'])
            .next()
            .unwrap_or_default();
        for quoted in call.split('\'').skip(1).step_by(2) {
            names.insert(quoted.to_owned());
        }
        if let Some(beginning) = call.strip_prefix('`') {
            beginnings.insert(beginning.split("${").next().unwrap_or_default().to_owned());
        }
    }
    (names, beginnings)
}

#[test]
fn the_page_says_nothing_else_and_nothing_is_left_over() {
    let words: Value = serde_json::from_str(words()).unwrap();
    let known: BTreeSet<&String> = words["en"]["words"].as_object().unwrap().keys().collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/assets");
    let (mut said, mut beginnings) = (BTreeSet::new(), BTreeSet::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "js") {
            let (names, more) = names(&std::fs::read_to_string(path).unwrap());
            said.extend(names);
            beginnings.extend(more);
        }
    }
    let unknown: Vec<&String> = said.iter().filter(|name| !known.contains(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let is_said = |name: &str| {
        let begins = |beginning: &String| !beginning.is_empty() && name.starts_with(beginning);
        said.contains(name) || beginnings.iter().any(begins)
    };
    // The names of severities, and three lines of which only the page knows the number.
    let others = [
        "error",
        "warning",
        "hint",
        "welcome-1",
        "welcome-2",
        "welcome-3",
        "undo-done",
        "redo-done",
    ];
    let idle: Vec<_> = { known.iter() }
        .filter(|name| !is_said(name) && !others.contains(&name.as_str()))
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn numbers_choose_their_form() {
    let words: Value = serde_json::from_str(words()).unwrap();
    let of = |locale: &str, sample: &str| {
        words[locale]["words"]["left"][sample]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(of("uk", "21").contains("речення") && of("uk", "5").contains("речень"));
    assert!(of("ar", "2").contains("جملتان") && of("ar", "11").contains("جملة"));
    assert_eq!(words["de"]["words"]["save"], "Speichern");
    assert_eq!(words["ar"]["dir"], "rtl");
}
