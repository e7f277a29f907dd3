//! The end of a build: index pages, what is left of builds before, and the manifest.

use super::{Building, faulty, write};
use crate::cli::context::Context;
use crate::cli::{Failure, Outcome};
use crate::publish::{Manifest, Output, Site, hash, index};
use crate::store::{Removal, Workspace, Writer};

/// Name of the manifest in the output folder.
const MANIFEST: &str = "manifest.json";

pub(super) fn finish(
    context: &mut Context<'_>,
    workspace: &Workspace,
    writer: &Writer<'_>,
    site: &Site<'_>,
    mut run: Building<'_>,
) -> Result<Outcome, Failure> {
    let project = &workspace.project;
    let path = format!("{}/{MANIFEST}", project.output);
    let text = workspace.read(&path)?;
    let before = text.as_deref().map(Manifest::parse);
    if before == Some(None) {
        context.note(format_args!(
            "{path}: cannot be read, so that nothing of builds before is removed"
        ));
    }
    let before = before
        .flatten()
        .unwrap_or_else(|| Manifest::new(&project.source));
    carry_over(workspace, &before, &mut run);
    indexes(context, workspace, writer, site, &mut run)?;
    for output in &before.outputs {
        if run
            .manifest
            .outputs
            .iter()
            .any(|other| other.path == output.path)
        {
            continue;
        }
        let path = format!("{}/{}", project.output, output.path);
        match writer.remove(&path, |bytes| hash(bytes) == output.hash) {
            Ok(Removal::Removed) => context.note(format_args!("{path}: removed")),
            Ok(Removal::Absent) => {}
            Ok(Removal::Changed) => context.note(format_args!(
                "{path}: no longer published, but changed since it was built; remove it yourself"
            )),
            Err(error) => context.fail(error),
        }
    }
    let new = run.manifest.text();
    writer.write(&[write(workspace, path.clone(), new)?])?;
    writeln!(context.out, "{path}")?;
    Ok(run.outcome)
}

/// Takes over from the manifest before what this run was not about.
fn carry_over(workspace: &Workspace, before: &Manifest, run: &mut Building<'_>) {
    let project = &workspace.project;
    let is_known = |locale: &str| {
        locale == project.source || project.locales.iter().any(|known| known == locale)
    };
    let is_there = |output: &Output| {
        let from = output.from.as_deref();
        from.is_some_and(|from| !matches!(workspace.read(from), Ok(None)))
    };
    for output in &before.outputs {
        let is_refused = run.manifest.unpublished.iter().any(|other| {
            other.locale == output.locale && Some(&other.article) == output.article.as_ref()
        });
        let is_new = run
            .manifest
            .outputs
            .iter()
            .all(|other| other.path != output.path);
        let is_index = output.form == "index";
        let stays = if is_index {
            !run.locales.contains(&output.locale)
        } else {
            is_there(output)
        };
        if is_new && stays && !is_refused && is_known(&output.locale) {
            run.manifest.outputs.push(output.clone());
        }
    }
    for other in &before.unpublished {
        let is_there = run.manifest.outputs.iter().any(|output| {
            output.locale == other.locale && output.article.as_ref() == Some(&other.article)
        });
        let is_new = !run.locales.contains(&other.locale);
        if is_new && !is_there && is_known(&other.locale) {
            run.manifest.unpublished.push(other.clone());
        }
    }
}

/// Writes the index page of every locale that is written.
fn indexes(
    context: &mut Context<'_>,
    workspace: &Workspace,
    writer: &Writer<'_>,
    site: &Site<'_>,
    run: &mut Building<'_>,
) -> Result<(), Failure> {
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
        let write = write(workspace, path, text)?;
        writeln!(context.out, "{}", write.path)?;
        writer.write(&[write])?;
    }
    Ok(())
}
