//! All translations below a folder.

use std::path::{Path, PathBuf};

use super::read;
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::session::{GivenTranslation, endings};
use crate::store::Error;

/// Where translations usually lie: beside the original, in a folder per locale, and as Hugo and
/// Docusaurus have them.
const LAYOUTS: [&str; 6] = [
    "{article}.{locale}",
    "{locale}/{article}",
    "content/{article}.{locale}",
    "content/{locale}/{article}",
    "i18n/{locale}/*/current/{article}",
    "i18n/{locale}/*/{article}",
];

/// Refuses a folder that is none, and patterns that find nothing.
pub(super) fn check(
    context: &Context<'_>,
    folder: &Path,
    patterns: &[String],
) -> Result<(), Failure> {
    if !context.directory.join(folder).is_dir() {
        return Err(Error::new(folder, "there is no such folder; check the spelling").into());
    }
    let lacks = |pattern: &&String| {
        !["{article}", "{locale}"]
            .iter()
            .all(|name| pattern.contains(name))
    };
    match patterns.iter().find(lacks) {
        Some(pattern) => Err(Failure::Sentence(format!(
            "the pattern `{pattern}` does not say where the article and the locale stand; write `{{article}}` and `{{locale}}` in their places"
        ))),
        None => Ok(()),
    }
}

/// The translations of some articles into a locale that lie below a folder, with their paths as they are
/// reported. One that cannot be read is reported, and the others are still there.
pub(super) fn translations(
    context: &mut Context<'_>,
    keys: &[String],
    locale: &str,
    folder: &Path,
    patterns: &[String],
) -> Vec<GivenTranslation> {
    let patterns: Vec<&str> = if patterns.is_empty() {
        LAYOUTS.to_vec()
    } else {
        patterns.iter().map(String::as_str).collect()
    };
    let root = context.directory.join(folder);
    let mut out = Vec::new();
    for key in keys {
        let file = patterns.iter().find_map(|pattern| {
            let path = pattern
                .replace("{article}", key)
                .replace("{locale}", locale);
            find(&root, &path)
        });
        let Some(file) = file else { continue };
        let given = folder.join(file.strip_prefix(&root).unwrap_or(&file));
        match read(context, &given) {
            Ok(text) => out.push(GivenTranslation {
                article: key.clone(),
                file: given,
                text,
                older: None,
                is_page: false,
            }),
            Err(error) => context.fail(error),
        }
    }
    out
}

/// The file of a pattern, whose `*` stand for any name; its ending may be left out.
fn find(root: &Path, pattern: &str) -> Option<PathBuf> {
    let (first, rest) = pattern.split_once('/').unwrap_or((pattern, ""));
    if rest.is_empty() {
        let known = |ending: &str| endings().contains(&ending);
        let named = Path::new(first)
            .extension()
            .and_then(|ending| ending.to_str());
        if named.is_some_and(known) {
            let file = root.join(first);
            return file.is_file().then_some(file);
        }
        return endings()
            .into_iter()
            .map(|ending| root.join(format!("{first}.{ending}")))
            .find(|file| file.is_file());
    }
    if first != "*" {
        return find(&root.join(first), rest);
    }
    let entries = std::fs::read_dir(root).ok()?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders.iter().find_map(|folder| find(folder, rest))
}
