//! A workspace made of a site that exists.

use std::path::Path;

use super::{Init, SCHEMA, quoted};
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::config::site::{ExistingSite, Tree};
use crate::config::{PathPattern, Project};
use crate::report::counted;
use crate::session::{Proposal, endings};
use crate::store::{Workspace, create_workspace, is_bare, read_text, site_files};

/// Makes a workspace of a site that exists; `None` if there is no such site.
pub(super) fn set_up(
    init: &Init,
    root: &Path,
    context: &mut Context<'_>,
) -> Result<Option<Workspace>, Failure> {
    // A folder of articles is what satz has by itself.
    if !is_bare(&root.join("articles")) {
        return Ok(None);
    }
    let files = site_files(root);
    let source = init.source();
    let endings = endings();
    let tree = Tree {
        files: &files,
        read: &|path| read_text(&root.join(path)).ok().flatten(),
        endings: &endings,
        source: &source,
    };
    let Some(site) = ExistingSite::recognise(&tree) else {
        return match ExistingSite::other_source(&tree) {
            Some((generator, own)) => Err(Failure::Sentence(format!(
                "this is a site of {generator} in `{own}`, and nothing in it is marked as `{source}`; if the articles are in `{own}`, say so: --source {own}"
            ))),
            None => Ok(None),
        };
    };
    let made_by = match &site.configuration {
        Some(path) => format!("{} ({path})", site.generator),
        None => site.generator.to_owned(),
    };
    let locales = if init.locales.is_empty() {
        site.locales.clone()
    } else {
        init.locales.clone()
    };
    if locales.is_empty() {
        let message = format!(
            "this is {made_by}, and nothing in it names a language; name those to translate into: --locales en,fr"
        );
        return Err(Failure::Sentence(message));
    }
    let mut known = locales.clone();
    known.push(source.clone());
    let mut configuration = format!(
        "{SCHEMA}source: {}\nlocales: [{}]\n{}",
        quoted(std::slice::from_ref(&source)).join(""),
        quoted(&locales).join(", "),
        site.configuration(&known)
    );
    let mut proposal = Proposal::default();
    if let (Ok(project), Ok(root)) = (Project::parse(&configuration), root.canonicalize()) {
        proposal = Proposal::of(&Workspace::new(root, project));
        configuration.push_str(&proposal.configuration());
    }
    let workspace = create_workspace(root, &configuration, &[], &[])?;
    context.note(format_args!(
        "{}: written for {made_by}; source {source}, translated into {}",
        init.configuration_path(),
        locales.join(", ")
    ));
    explain(context, &workspace, &endings, &proposal);
    Ok(Some(workspace))
}

/// Says where the articles and their translations are, and what to do next.
fn explain(
    context: &mut Context<'_>,
    workspace: &Workspace,
    endings: &[&str],
    proposal: &Proposal,
) {
    let project = &workspace.project;
    let (articles, errors) = workspace.articles(endings);
    for error in errors {
        context.note(format_args!("note: {error}"));
    }
    let mut translations = 0;
    for (index, layout) in project.layouts.iter().enumerate() {
        let own = articles
            .iter()
            .filter(|one| project.layout_of(&one.path) == Some(index));
        let mut count = 0;
        for article in own {
            count += 1;
            let targets = project.locales.iter();
            let targets = targets.filter_map(|locale| project.target_path(locale, &article.path));
            translations += targets
                .filter(|path| workspace.holds(path, |_| true))
                .count();
        }
        let targets: Vec<&str> = layout.targets().values().map(PathPattern::text).collect();
        context.note(format_args!(
            "  {} → {}: {}",
            layout.source().text(),
            targets.join(", "),
            counted(count, "article")
        ));
    }
    if *proposal != Proposal::default() {
        context.note(format_args!("translated besides the usual: {proposal}"));
    }
    context.note(
        "what is no article goes below `ignore`; `satz config --files` shows which file is which",
    );
    let align = match translations {
        0 => String::new(),
        _ => format!(
            ", then `satz align --site` takes in {} made before",
            counted(translations, "translation")
        ),
    };
    context.note(format_args!("next: `satz sync` writes the catalogs{align}"));
}
