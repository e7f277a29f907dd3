//! A small workspace in memory, that several targets work on: an article with its catalogs.

use satz::article::{Prepared, Raw};
use satz::catalog::{Catalog, Kind, Source};
use satz::config::Project;
use satz::document::formats;
use satz::text::{Edit, apply};

/// A workspace with the locales `en`, `fr` and `uk`.
pub(super) fn project() -> Project {
    Project::parse("locales: [en, fr, uk]\n").expect("the configuration is valid")
}

/// An article, its source catalog as it was, and the English catalog.
pub(super) fn prepared(
    project: &Project,
    format: &str,
    text: &str,
    source: Option<String>,
    english: Option<&str>,
) -> Prepared {
    let format = formats().iter().find(|own| own.name == format);
    let format = format.expect("there is such a format");
    let targets = project.locales.iter().map(|locale| {
        let text = english.filter(|_| locale == "en").map(str::to_owned);
        (locale.clone(), project.catalog_path(locale, "a"), text)
    });
    project.prepare(Raw {
        key: "a".to_owned(),
        path: format!("articles/a.{}", format.extensions[0]),
        format,
        text: text.to_owned(),
        source,
        targets: targets.collect(),
    })
}

/// A catalog in which `s1`, `s2` and so on stand for the ids of the article's units.
pub(super) fn named(text: &str, source: &Source) -> String {
    let mut out = String::new();
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let end = word
            .trim_end_matches(|c: char| !c.is_ascii_alphanumeric())
            .len();
        let number = word[..end]
            .strip_prefix('s')
            .and_then(|rest| rest.parse::<usize>().ok());
        match number.and_then(|at| source.units.get(at.checked_sub(1)?)) {
            Some(unit) => out.extend([unit.id.to_string().as_str(), &word[end..]]),
            None => out.push_str(word),
        }
    }
    out
}

/// A fix changes its own entry: every other message stays as it is, and no syntax error appears.
pub(super) fn is_confined(catalog: &Catalog, fix: &Edit) {
    let text = &catalog.text;
    assert!(text.get(fix.span.start..fix.span.end).is_some(), "{fix:?}");
    let after = Catalog::parse(&apply(text, std::slice::from_ref(fix)));
    let before = Catalog::parse(text);
    // What was no message may fall into a message and what is none.
    let messages = before
        .value
        .entries
        .iter()
        .filter(|entry| entry.kind != Kind::Junk);
    for entry in messages {
        let is_touched = entry.span.start <= fix.span.end && fix.span.start <= entry.span.end;
        let is_kept = after.value.text.contains(entry.span.of(text));
        assert!(is_touched || is_kept, "{fix:?} in\n{text}");
    }
    let mut junk = before.value.entries.iter();
    let is_in_junk =
        junk.any(|entry| entry.kind == Kind::Junk && entry.span.contains(fix.span.start));
    let (was, is) = (before.diagnostics.len(), after.diagnostics.len());
    assert!(
        is_in_junk || is <= was,
        "{fix:?} makes a syntax error in\n{text}"
    );
}
