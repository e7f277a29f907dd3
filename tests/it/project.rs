//! `satz.yaml`: what is accepted, and what each refusal says.

use satz::project::{Missing, Project, Stale};

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
