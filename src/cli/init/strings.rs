//! `satz init --strings`.

use std::fs;
use std::path::Path;

use super::{Init, SCHEMA, quoted};
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::config::Project;
use crate::store::{
    Error, Workspace, create_workspace, is_bare, is_of_article, read_text, site_files,
};

/// Folders that applications usually keep their Fluent files in.
const FOLDERS: [&str; 8] = [
    "i18n",
    "locales",
    "locale",
    "l10n",
    "lang",
    "translations",
    "src/i18n",
    "src/locales",
];

/// What cargo-i18n reads.
const CARGO: &str = "i18n.toml";

/// Makes a workspace of the Fluent files that an application has: a satz.yaml and nothing else.
pub(super) fn set_up(
    init: &Init,
    pattern: &str,
    root: &Path,
    context: &mut Context<'_>,
) -> Result<Workspace, Failure> {
    let root = fs::canonicalize(root).map_err(|error| Error::new(root, error.to_string()))?;
    let cargo = Cargo::read(&root)?;
    let mut patterns = vec![pattern.to_owned()];
    if pattern.is_empty() {
        patterns = usual_patterns(&cargo);
    }
    let Some((strings, found)) = first_fitting(&root, &patterns)? else {
        return Err(nothing_found(&root, &patterns).into());
    };
    let source = match init.source.clone().or(cargo.source) {
        Some(source) => source,
        None => guess(&found).ok_or_else(|| {
            let message = format!(
                "which of {} is the source? Say it with --source",
                found.join(", ")
            );
            Failure::Sentence(message)
        })?,
    };
    let locales = match &init.locales[..] {
        [] => String::new(),
        named => format!("locales: [{}]\n", quoted(named).join(", ")),
    };
    let configuration = format!("{SCHEMA}source: {source}\n{locales}strings: {strings}\n");
    let mut workspace = create_workspace(&root, &configuration, &[], &[])?;
    workspace.find_locales(&configuration)?;
    context.note(format_args!(
        "{}: written for an application's Fluent files; source {source}, translated into {}",
        init.configuration_path(),
        workspace.project.locales.join(", ")
    ));
    context.note(format_args!("  strings: {strings}"));
    context.note("  satz checks these files and leaves writing them to you");
    context.note("next: `satz check`");
    Ok(workspace)
}

/// Makes a workspace of an application where nobody said that it is one; `None` if it is none.
pub(super) fn recognise(
    init: &Init,
    root: &Path,
    context: &mut Context<'_>,
) -> Result<Option<Workspace>, Failure> {
    if !root.is_dir() || !is_bare(&root.join("articles")) {
        return Ok(None);
    }
    let files = site_files(root);
    let is_catalog = |path: &&String| path.to_lowercase().ends_with(".ftl");
    let mut catalogs = files.iter().filter(is_catalog);
    // Catalogs of articles are no application's: their satz.yaml was lost.
    let text_of = |path: &String| read_text(&root.join(path)).ok().flatten();
    if catalogs.any(|path| text_of(path).is_some_and(|text| is_of_article(&text))) {
        return Ok(None);
    }
    if first_fitting(root, &usual_patterns(&Cargo::read(root)?))?.is_none() {
        return Ok(None);
    }
    set_up(init, "", root, context).map(Some)
}

/// What `strings` is to be for the first pattern that finds files, and the locales that they are in.
/// `None` if none does.
fn first_fitting(
    root: &Path,
    patterns: &[String],
) -> Result<Option<(String, Vec<String>)>, Failure> {
    for pattern in patterns {
        let plain = format!("\"{pattern}\"");
        let (_, workspace) = trial(root, &plain)?;
        let names = workspace.find_names().into_iter();
        let names: Vec<String> = names
            .map(|(locale, name)| format!("{locale}: {}", quoted(&[name]).join("")))
            .collect();
        let strings = if names.is_empty() {
            plain
        } else {
            format!("{{target: {plain}, names: {{{}}}}}", names.join(", "))
        };
        let (configuration, mut workspace) = trial(root, &strings)?;
        if workspace.find_locales(&configuration).is_ok() {
            return Ok(Some((strings, workspace.project.locales)));
        }
    }
    Ok(None)
}

fn nothing_found(root: &Path, patterns: &[String]) -> Error {
    let tried = patterns.join(", ");
    let message = format!(
        "no Fluent files of a locale are found by {tried}; name them, as in --strings 'i18n/{{locale}}/**/*.ftl'"
    );
    Error::new(root, message)
}

/// Where applications have their Fluent files.
fn usual_patterns(cargo: &Cargo) -> Vec<String> {
    let folders = cargo.folder.iter().map(String::as_str).chain(FOLDERS);
    let pattern = |folder: &str| format!("{folder}/{{locale}}/**/*.ftl");
    folders.map(pattern).collect()
}

/// A workspace to look whether `strings` finds anything, and its configuration.
fn trial(root: &Path, strings: &str) -> Result<(String, Workspace), Failure> {
    // No application speaks it.
    let configuration = format!("source: zxx\nstrings: {strings}\n");
    let project =
        Project::parse(&configuration).map_err(|fault| Failure::Sentence(fault.to_string()))?;
    Ok((configuration, Workspace::new(root.to_owned(), project)))
}

/// The source of most applications: English.
fn guess(found: &[String]) -> Option<String> {
    let english = ["en", "en-US", "en-GB"];
    let known = english
        .iter()
        .find(|name| found.iter().any(|one| one == *name));
    let known = known.map(|name| (*name).to_owned());
    known.or_else(|| found.first().filter(|_| found.len() == 1).cloned())
}

/// What `i18n.toml` says.
#[derive(Default)]
struct Cargo {
    source: Option<String>,
    folder: Option<String>,
}

impl Cargo {
    fn read(root: &Path) -> Result<Self, Error> {
        let Some(text) = read_text(&root.join(CARGO))? else {
            return Ok(Self::default());
        };
        // A file that cargo-i18n cannot read either says nothing.
        let Ok(table) = text.parse::<toml_edit::DocumentMut>() else {
            return Ok(Self::default());
        };
        let word = |item: Option<&toml_edit::Item>| item?.as_str().map(str::to_owned);
        let fluent = table.get("fluent");
        let folder = word(fluent.and_then(|fluent| fluent.get("assets_dir")));
        Ok(Self {
            source: word(table.get("fallback_language")),
            folder: folder.map(|folder| folder.trim_matches(['.', '/']).to_owned()),
        })
    }
}
