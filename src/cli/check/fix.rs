use super::inspect::House;
use crate::cli::context::select::in_locale;
use crate::cli::context::{Context, Failure};
use crate::cli::strings::Strings;
use crate::project::Prepared;
use crate::store::{Workspace, Write};
use crate::text::{Edit, apply};

/// Sets right what is certain in the catalogs of some locales. Of fixes that overlap the first is
/// made; the next run makes the other.
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
            let edits = apart(edits);
            let new = apply(&old, &edits);
            context.note(format_args!("{path}: {} set right", edits.len()));
            let old = Some(old);
            writer.write(&[Write { path, old, new }])?;
        }
        let house = House::read(workspace, locale)?;
        for (article, target) in in_locale(prepared, locale) {
            let findings = house.findings(&workspace.project, article, target);
            let fixes = findings.into_iter().filter_map(|finding| finding.fix);
            let edits = apart(fixes.collect());
            if edits.is_empty() {
                continue;
            }
            let write = Write {
                path: target.path.clone(),
                old: target.text.clone(),
                new: apply(&target.catalog.value.text, &edits),
            };
            writer.write(&[write])?;
            context.note(format_args!("{}: {} set right", target.path, edits.len()));
        }
    }
    writer.close()?;
    Ok(())
}

/// The edits that do not overlap an earlier one.
fn apart(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut end = 0;
    edits.retain(|edit| {
        let free = edit.span.start >= end;
        if free {
            end = edit.span.end.max(edit.span.start + 1);
        }
        free
    });
    edits
}
