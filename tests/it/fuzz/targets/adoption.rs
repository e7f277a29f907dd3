//! Catalogs with ids of people's, taken in: every value of every locale stands in a catalog
//! afterwards, and what was taken in is in step. The parts are the article, its German catalog and the
//! English one.

use satz::article::{Change, Raw};
use satz::catalog::{Catalog, Value};
use satz::document::format_of;

use super::letters;
use super::probe::{prepared, project};

pub(super) fn run(data: &[u8]) {
    let [text, german, english] = super::parts(data);
    let project = project();
    let raw = Raw {
        key: "a".to_owned(),
        path: "articles/a.md".to_owned(),
        format: format_of("md").expect("Markdown is a format"),
        text: text.clone(),
        source: Some(german.clone()),
        targets: vec![(
            "en".to_owned(),
            project.catalog_path("en", "a"),
            Some(english.clone()),
        )],
    };
    let Some(adoption) = project.adopt(raw, &[]) else {
        return;
    };
    let all: Vec<&Change> = adoption.rest.iter().chain(&adoption.catalogs).collect();
    let written = |locale: &str| -> String {
        let own = all
            .iter()
            .filter(|change| change.path.contains(&format!("/{locale}/")));
        let texts = own.map(|change| change.new.clone().unwrap_or_default());
        texts.collect::<Vec<_>>().join("\n")
    };
    for (locale, before) in [("de", &german), ("en", &english)] {
        let after = letters(&written(locale));
        for value in values(before) {
            // German that is no sentence of the article is kept beside it; what is one is in it.
            let is_kept =
                after.contains(&letters(&value)) || letters(&text).contains(&letters(&value));
            assert!(
                is_kept,
                "{value:?} is lost in {locale}:\n{}",
                written(locale)
            );
        }
    }
    let of = |locale: &str| {
        let path = project.catalog_path(locale, "a");
        let change = all.iter().find(|change| change.path == path);
        change.and_then(|change| change.new.clone())
    };
    let article = prepared(&project, "markdown", &text, of("de"), of("en").as_deref());
    let target = article.target("en").expect("`en` is configured");
    let (again, _) = project.update(&article, target, false);
    let lines = |text: &str| -> Vec<String> {
        let full = text.lines().filter(|line| !line.trim().is_empty());
        full.map(str::to_owned).collect()
    };
    assert_eq!(
        lines(&again),
        lines(&of("en").unwrap_or_default()),
        "in step"
    );
}

fn values(text: &str) -> Vec<String> {
    let catalog = Catalog::parse(text).value;
    let values = catalog
        .messages()
        .filter_map(|(_, entry)| entry.value().map(Value::text));
    values.filter(|value| !value.trim().is_empty()).collect()
}
