use super::inspect::House;
use crate::article::Prepared;
use crate::check::certain_edits;
use crate::cli::context::select::in_locale;
use crate::cli::context::{Context, Failure};
use crate::cli::strings::Strings;
use crate::store::{Workspace, Write};
use crate::text::apply;

/// Sets right what is certain in the catalogs of some locales.
pub(super) fn fix(
    context: &mut Context<'_>,
    workspace: &Workspace,
    prepared: &[Prepared],
    strings: &Strings,
    locales: &[String],
) -> Result<(), Failure> {
    let writer = workspace.writer()?;
    let sources = strings.sources(context, workspace);
    for locale in locales {
        for (path, old, edits) in sources.fixes(context, workspace, locale) {
            let new = apply(&old, &edits);
            context.note(format_args!("{path}: {} set right", edits.len()));
            let old = Some(old);
            writer.write(&[Write { path, old, new }])?;
        }
        let house = House::read(workspace, locale)?;
        for (article, target) in in_locale(prepared, locale) {
            let project = &workspace.project;
            let text = &target.catalog.value.text;
            let findings = house.findings(project, article, target);
            let edits = certain_edits(text, &findings, |text| {
                house.findings(project, article, &target.with_text(text.to_owned()))
            });
            if edits.is_empty() {
                continue;
            }
            let write = Write {
                path: target.path.clone(),
                old: target.text.clone(),
                new: apply(text, &edits),
            };
            writer.write(&[write])?;
            context.note(format_args!("{}: {} set right", target.path, edits.len()));
        }
    }
    writer.close()?;
    Ok(())
}
