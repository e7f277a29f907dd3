//! `articles` and `folders`: a folder, or patterns of a site.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::{Raw, inside};
use crate::config::path::segment_fault;
use crate::config::{Fault, Layout, folder_fault};

const HINT: &str = "write a folder, or a list of entries like `{source: \"docs/de/{path}.md\", target: \"docs/{locale}/{path}.md\"}`";

/// What `articles` says.
pub(super) fn read(raw: &Raw) -> Result<Vec<Layout>, Fault> {
    let entries = match &raw.articles {
        Value::String(folder) if !folder.contains('{') => {
            return match folder_fault(folder) {
                Some(fault) => Err(fault),
                None => Ok(vec![Layout::folder(folder)]),
            };
        }
        Value::Sequence(entries) if !entries.is_empty() => &entries[..],
        one @ (Value::String(_) | Value::Mapping(_)) => std::slice::from_ref(one),
        _ => return Err(Fault::new("`articles` names no place", HINT)),
    };
    entries.iter().map(|value| entry(raw, value)).collect()
}

fn entry(raw: &Raw, value: &Value) -> Result<Layout, Fault> {
    let (mut source, mut targets, mut catalog) = (None, BTreeMap::new(), None);
    match value {
        Value::String(pattern) => source = Some(pattern.as_str()),
        Value::Mapping(rows) => {
            for (key, value) in rows {
                match (key.as_str().unwrap_or_default(), value) {
                    ("source", Value::String(pattern)) => source = Some(pattern),
                    ("catalog", Value::String(name)) => catalog = Some(name.as_str()),
                    ("target", Value::String(pattern)) => {
                        targets.insert("*".to_owned(), pattern.clone());
                    }
                    ("target", Value::Mapping(rows)) => targets = per_locale(raw, rows)?,
                    (key @ ("source" | "catalog" | "target"), _) => {
                        let message = format!("`{key}` in `articles` is no pattern");
                        return Err(Fault::new(message, HINT));
                    }
                    (key, _) => {
                        let message = format!("`articles` has the unknown key `{key}`");
                        return Err(Fault::new(message, "known are source, target, catalog"));
                    }
                }
            }
        }
        _ => return Err(Fault::new("an entry of `articles` is no pattern", HINT)),
    }
    let source =
        source.ok_or_else(|| Fault::new("an entry of `articles` has no `source`", HINT))?;
    let name = raw.folders.get(&raw.source).unwrap_or(&raw.source);
    Layout::read(source, targets, catalog, name, &raw.catalogs)
}

fn per_locale(raw: &Raw, rows: &serde_yaml::Mapping) -> Result<BTreeMap<String, String>, Fault> {
    let mut targets = BTreeMap::new();
    for (locale, pattern) in rows {
        let (Some(locale), Some(pattern)) = (locale.as_str(), pattern.as_str()) else {
            return Err(Fault::new("`target` in `articles` is no pattern", HINT));
        };
        if locale != "*" && !raw.knows(locale) {
            let message = format!("`target` names the locale `{locale}`");
            let hint = "add it to `locales`, or write `*` for all that are not named";
            return Err(Fault::new(message, hint));
        }
        targets.insert(locale.to_owned(), pattern.to_owned());
    }
    Ok(targets)
}

/// What is wrong with the names that locales have in the site.
pub(super) fn folders_fault(raw: &Raw) -> Option<Fault> {
    raw.folders.iter().find_map(|(locale, name)| {
        if !raw.knows(locale) && *locale != raw.source {
            let message = format!("`folders` names the locale `{locale}`");
            return Some(Fault::new(
                message,
                "add it to `locales`, or remove it here",
            ));
        }
        if name.is_empty() || name.contains(['/', '{', '*']) {
            let message = format!("`{name}` in `folders` is no name of a folder or part of one");
            return Some(Fault::new(
                message,
                "write it like `folders: {zh-Hant: zh-TW}`",
            ));
        }
        segment_fault(name)
    })
}

/// The key that is wrong, and what is wrong with it, where two folders lie within each other. A site
/// may have the catalogs and the output below the folders of its articles.
pub(super) fn nested(raw: &Raw, layouts: &[Layout]) -> Option<(&'static str, Fault)> {
    let apart = |key, other| {
        let message = format!("`{key}` and `{other}` are not apart");
        (
            key,
            Fault::new(
                message,
                "give each a folder of its own, none inside another",
            ),
        )
    };
    let (catalogs, output) = (&raw.catalogs, &raw.output);
    for (key, folder) in [("catalogs", catalogs), ("output", output)] {
        if let Some(fault) = folder_fault(folder) {
            return Some((key, fault));
        }
        for layout in layouts {
            let articles = layout.source_folder();
            let is_around = !layout.is_pattern() && inside(folder, articles);
            if is_around || !articles.is_empty() && inside(articles, folder) {
                return Some(apart(key, "articles"));
            }
        }
    }
    (inside(output, catalogs) || inside(catalogs, output)).then(|| apart("output", "catalogs"))
}

impl Raw {
    fn knows(&self, locale: &str) -> bool {
        // Before the locales are found nobody knows which are strangers.
        self.locales.is_empty() || self.locales.iter().any(|known| known == locale)
    }
}
