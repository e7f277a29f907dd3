//! The end of a build: index pages, what is left of builds before, and the manifest.

use std::collections::HashSet;

use super::faulty;
use super::running::Building;
use crate::cli::context::Context;
use crate::cli::{Failure, Outcome};
use crate::publish::{Manifest, Output, Site, hash, index};
use crate::store::Removal;

/// Name of the manifest in the output folder.
const MANIFEST: &str = "manifest.json";

pub(super) fn finish(
    context: &mut Context<'_>,
    site: &Site<'_>,
    mut run: Building<'_>,
) -> Result<Outcome, Failure> {
    let project = &run.workspace.project;
    let path = format!("{}/{MANIFEST}", project.output);
    let text = run.workspace.read(&path)?;
    let before = text.as_deref().map(Manifest::parse);
    if before == Some(None) {
        context.note(format_args!(
            "{path}: cannot be read, so that nothing of builds before is removed"
        ));
    }
    let before = before
        .flatten()
        .unwrap_or_else(|| Manifest::new(&project.source));
    carry_over(&before, &mut run);
    indexes(context, site, &mut run)?;
    let outputs = run.manifest.outputs.iter();
    let present: HashSet<&str> = outputs.map(|output| output.path.as_str()).collect();
    for output in &before.outputs {
        if present.contains(output.path.as_str()) {
            continue;
        }
        let path = format!("{}/{}", project.output, output.path);
        match run.writer.remove(&path, |text| hash(text) == output.hash) {
            Ok(Removal::Removed) => context.note(format_args!("{path}: removed")),
            Ok(Removal::Absent) => {}
            Ok(Removal::Changed) => context.note(format_args!(
                "{path}: no longer published, but changed since it was built; remove it yourself"
            )),
            Err(error) => context.fail(error),
        }
    }
    let new = run.manifest.text();
    run.writer.replace(&[(path.clone(), new)])?;
    writeln!(context.out, "{path}")?;
    Ok(run.outcome)
}

/// Takes over from the manifest before what this run was not about.
fn carry_over(before: &Manifest, run: &mut Building<'_>) {
    let workspace = run.workspace;
    let project = &workspace.project;
    let is_known = |locale: &str| {
        locale == project.source || project.locales.iter().any(|known| known == locale)
    };
    let is_there = |output: &Output| {
        let from = output.from.as_deref();
        from.is_some_and(|from| !matches!(workspace.read(from), Ok(None)))
    };
    let unpublished = run.manifest.unpublished.iter();
    let refused: HashSet<(String, String)> = unpublished
        .map(|other| (other.locale.clone(), other.article.clone()))
        .collect();
    let outputs = run.manifest.outputs.iter();
    let new: HashSet<String> = outputs.map(|output| output.path.clone()).collect();
    for output in &before.outputs {
        if new.contains(&output.path) || !is_known(&output.locale) {
            continue;
        }
        let article = output.article.clone();
        let is_refused =
            article.is_some_and(|article| refused.contains(&(output.locale.clone(), article)));
        let stays = if output.form == "index" {
            !run.locales.contains(&output.locale)
        } else {
            is_there(output)
        };
        if stays && !is_refused {
            run.manifest.outputs.push(output.clone());
        }
    }
    let outputs = run.manifest.outputs.iter();
    let there: HashSet<(&str, Option<&str>)> = outputs
        .map(|output| (output.locale.as_str(), output.article.as_deref()))
        .collect();
    for other in &before.unpublished {
        let is_there = there.contains(&(other.locale.as_str(), Some(other.article.as_str())));
        let is_new = !run.locales.contains(&other.locale);
        if is_new && !is_there && is_known(&other.locale) {
            run.manifest.unpublished.push(other.clone());
        }
    }
}

/// Writes the index page of every locale that is written.
fn indexes(
    context: &mut Context<'_>,
    site: &Site<'_>,
    run: &mut Building<'_>,
) -> Result<(), Failure> {
    let workspace = run.workspace;
    for locale in run.locales {
        let made = index(site, &run.manifest, locale).map_err(|fault| faulty(workspace, &fault))?;
        let Some((below, text)) = made else {
            continue;
        };
        let path = format!("{}/{below}", workspace.project.output);
        run.manifest.outputs.push(Output {
            path: below,
            form: "index".to_owned(),
            locale: locale.clone(),
            article: None,
            from: None,
            title: None,
            title_locale: None,
            date: None,
            units: None,
            hash: hash(&text),
        });
        writeln!(context.out, "{path}")?;
        run.writer.replace(&[(path, text)])?;
    }
    Ok(())
}
