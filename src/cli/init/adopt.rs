//! `satz init --adopt`.

use std::fs;
use std::path::Path;

use super::{Init, texts};
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::config::site::Texts;
use crate::config::{CONFIGURATION, Project};
use crate::session::Adoption;
use crate::store::{Error, Workspace, find_workspace};

/// Takes in the catalogs of a folder whose ids people gave; where there is no workspace yet, one
/// is made, but only if there is something to take in.
pub(super) fn take_in(
    init: &Init,
    root: &Path,
    context: &mut Context<'_>,
) -> Result<Workspace, Failure> {
    let workspace = if root.join(CONFIGURATION).exists() {
        let workspace = find_workspace(root)?;
        for locale in &init.locales {
            let known = workspace.project.locale(locale.trim());
            known.map_err(|fault| Failure::Sentence(fault.to_string()))?;
        }
        workspace
    } else {
        let file = root.join(CONFIGURATION);
        if init.locales.is_empty() {
            let message = "there is no workspace yet; name its languages with --locales";
            return Err(Error::new(root, message).into());
        }
        let project = Project::parse(&texts::configuration(init, &Texts::None))
            .map_err(|fault| Error::new(file, fault.to_string()))?;
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let planned = Workspace::new(root, project);
        let (found, errors) = planned.adoptions();
        if found.is_empty() {
            return Err(nothing(&planned, errors, context).into());
        }
        texts::set_up(init, &planned.root, context)?
    };
    let writer = context.writer(&workspace)?;
    let (found, errors) = workspace.adoptions();
    if found.is_empty() {
        return Err(nothing(&workspace, errors, context).into());
    }
    for error in errors {
        context.fail(error);
    }
    for adoption in &found {
        match writer.adopt(adoption) {
            Ok(()) => say(adoption, context)?,
            Err(error) => context.fail(error),
        }
    }
    writer.close()?;
    Ok(workspace)
}

fn say(adoption: &Adoption, context: &mut Context<'_>) -> Result<(), Failure> {
    let count = adoption.taken.len();
    let noun = if count == 1 { "message" } else { "messages" };
    writeln!(context.out, "{}: {count} {noun} taken in", adoption.article)?;
    for (old, new) in &adoption.taken {
        writeln!(context.out, "  {old} → {new}")?;
    }
    for id in &adoption.kept {
        writeln!(context.out, "  {id} keeps its id")?;
    }
    for change in &adoption.rest {
        writeln!(context.out, "  wrote {}", change.path)?;
    }
    Ok(())
}

/// Says what stands in the way, and that nothing is done.
fn nothing(workspace: &Workspace, errors: Vec<Error>, context: &mut Context<'_>) -> Error {
    for error in errors {
        context.fail(error);
    }
    let folder = workspace
        .project
        .catalog_path(&workspace.project.source, "ARTICLE");
    let message = format!("nothing to take in: there is no {folder} with ids of its own");
    Error::new(&workspace.root, message)
}
