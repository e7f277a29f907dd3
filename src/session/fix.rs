//! What is certain, set right in the catalogs.

use super::glossary::GlossaryContext;
use super::select::in_locale;
use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::check::certain_edits;
use crate::store::{Write, Writer};
use crate::text::apply;

/// A catalog in which something was set right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// Its path in the workspace.
    pub path: String,
    /// How many places.
    pub count: usize,
}

impl Session {
    /// Sets right what is certain in the catalogs of the selected articles and locales, and says so in
    /// notes as well.
    ///
    /// # Errors
    /// If the selection names what is not there, or a catalog cannot be written.
    pub fn fix(&self, selection: &Selection, sink: &mut dyn Sink) -> Result<Vec<Fixed>, Failure> {
        let report = &mut Report::new(sink);
        let locales = self.locales(selection)?;
        let (workspace, project) = (&self.workspace, self.project());
        let keys = self.keys(selection)?;
        let (prepared, errors) = workspace.prepare(&keys, &());
        report.fail_all(errors)?;
        let application = self.application(selection, report)?;
        let writer = self.writer(report)?;
        let sources = application.sources(report, workspace);
        let mut fixed = Vec::new();
        for locale in &locales {
            for (path, old, edits) in sources.fixes(report, workspace, locale) {
                let new = apply(&old, &edits);
                let old = Some(old);
                let write = Write { path, old, new };
                fixed.push(set_right(&writer, write, edits.len(), report)?);
            }
            let glossary = GlossaryContext::read(workspace, locale)?;
            for (article, target) in in_locale(&prepared, locale) {
                let text = &target.catalog.value.text;
                let findings = glossary.findings(project, article, target);
                let edits = certain_edits(text, &findings, |text| {
                    glossary.findings(project, article, &target.with_text(text.to_owned()))
                });
                if edits.is_empty() {
                    continue;
                }
                let write = Write {
                    path: target.path.clone(),
                    old: target.text.clone(),
                    new: apply(text, &edits),
                };
                fixed.push(set_right(&writer, write, edits.len(), report)?);
            }
        }
        writer.close()?;
        Ok(fixed)
    }
}

fn set_right(
    writer: &Writer<'_>,
    write: Write,
    count: usize,
    report: &mut Report<'_>,
) -> Result<Fixed, Failure> {
    let path = write.path.clone();
    writer.write(&[write])?;
    report.note(format_args!("{path}: {count} set right"));
    Ok(Fixed { path, count })
}
