//! `satz.yaml`: what is accepted, and what each refusal says.

use std::collections::BTreeMap;

use satz::config::{Missing, Project, Stale};

use crate::support::cases;

#[test]
fn configurations() {
    for case in cases("project") {
        let (text, expected) = case.body.split_once("=> ").expect("a line `=> result`");
        let result = match Project::parse(text) {
            Ok(_) => "ok".to_owned(),
            Err(fault) => match fault.line {
                Some(line) => format!("{line}: {fault}"),
                None => fault.to_string(),
            },
        };
        assert_eq!(result, expected.trim_end(), "{}", case.name);
    }
}

#[test]
fn every_key_arrives() {
    let case = cases("project")
        .into_iter()
        .find(|case| case.name == "config/everything");
    let case = case.unwrap();
    let (text, _) = case.body.split_once("=> ").unwrap();
    let project = Project::parse(text).unwrap();
    assert_eq!(project.locales, ["en", "fr", "pt-BR", "no"]);
    assert_eq!(project.abbreviations, ["Hptm.", "Anm. d. Red."]);
    assert_eq!(project.exceptions, ["Kap."]);
    assert_eq!(project.fields, ["title", "subtitle"]);
    assert!(project.colon.ends("markt") && project.notes("en") && !project.notes("fr"));
    assert_eq!(
        (project.missing, project.stale),
        (Missing::Omit, Stale::Use)
    );
    assert_eq!(
        project.catalog_path("en", "a/b"),
        "i18n/kataloge/en/a/b.ftl"
    );
    assert_eq!(project.output_path("en", "a/b", "md"), "out/en/a/b.md");
    assert_eq!(project.article_key("texte/a/b.txt").unwrap(), "a/b");
    assert_eq!(project.article_key("articles/a.txt"), None);
}

#[test]
fn locales_are_found_or_suggested() {
    let project = Project::parse("locales: [en, pt-BR]").unwrap();
    assert_eq!(project.locale("de").unwrap(), "de");
    assert_eq!(
        project.locale("pt-Br").unwrap_err().to_string(),
        "the locale `pt-Br` is not configured; did you mean `pt-BR`?"
    );
    assert_eq!(
        project.locale("uk").unwrap_err().to_string(),
        "the locale `uk` is not configured; known are de, en, pt-BR; add it to `locales` in satz.yaml"
    );
}

/// What editors are told of `satz.yaml` is what is read of it.
#[test]
fn the_schema_fits_the_configuration() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../docs/satz.schema.json")).unwrap();
    let named: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    let mut known: Vec<&str> = Project::setting_keys()
        .into_iter()
        .map(|key| key.split('.').next().unwrap())
        .collect();
    known.sort_unstable();
    known.dedup();
    assert_eq!(named, known);
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("satz.schema.json", schema).unwrap();
    let index = compiler.compile("satz.schema.json", &mut schemas).unwrap();
    let mut refused = 0;
    for case in cases("project") {
        let (text, expected) = case.body.split_once("=> ").unwrap();
        let text = text.trim_start_matches('\u{FEFF}');
        let Ok(value) = serde_yaml::from_str::<serde_json::Value>(text) else {
            continue;
        };
        let valid = schemas.validate(&value, index);
        if expected.trim_end() == "ok" {
            assert!(valid.is_ok(), "{}: {}", case.name, valid.unwrap_err());
        }
        if expected.contains("unknown key") {
            assert!(valid.is_err(), "{}", case.name);
        }
        refused += usize::from(valid.is_err());
    }
    assert!(refused > 8, "{refused}");
    let own: serde_json::Value = serde_yaml::from_str(include_str!("../../satz.yaml")).unwrap();
    assert!(schemas.validate(&own, index).is_ok());
}

/// Where `satz config` says `default`, that is what holds.
#[test]
fn defaults_are_those_that_are_shown() {
    let shown = Project::origins("locales: [en]", &[]).unwrap();
    let mut text = String::new();
    let mut nested = BTreeMap::new();
    for row in &shown {
        match row.key.split_once('.') {
            None => text.extend([row.key, ": ", &row.value, "\n"]),
            Some((key, inner)) => nested
                .entry(key)
                .or_insert_with(|| format!("{key}:\n"))
                .extend(["  ", inner, ": ", &row.value, "\n"]),
        }
    }
    text.extend(nested.into_values());
    let spelled = Project::parse(&text).unwrap();
    assert_eq!(spelled, Project::parse("locales: [en]").unwrap());
}
