use super::context::Context;
use super::context::select::{Selected, Shown};
use super::{Failure, Outcome, Run};
use crate::compare::{Comparison, State};
use crate::project::{Prepared, TargetFile};
use crate::report::{Status as Row, words};

/// Show how complete each locale is.
///
/// Counts units (sentences) and words of the German. The articles themselves are the measure, not
/// the last sync.
#[derive(Debug, clap::Args)]
pub(super) struct Status {
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    shown: Shown,
}

impl Run for Status {
    const NAME: &'static str = "status";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let (workspace, locales) = self.selected.place(context)?;
        let work = |article: &Prepared, target: &TargetFile| {
            let comparison = workspace.project.compare(article, target);
            row(&target.locale, &article.key, &comparison)
        };
        let mut rows = self.selected.each(context, &workspace, &locales, work);
        let strings = self.selected.strings(context, &workspace);
        for locale in &locales {
            rows.extend(strings.status(context, &workspace, locale));
        }
        rows.sort_by_key(|row| locales.iter().position(|locale| *locale == row.locale));
        let form = self.shown.form();
        write!(
            context.out,
            "{}",
            (form.status)(&workspace.project.source, &rows)
        )?;
        Ok(Outcome::Clean)
    }
}

fn row(locale: &str, article: &str, comparison: &Comparison) -> Row {
    let mut row = Row {
        locale: locale.to_owned(),
        article: article.to_owned(),
        units: comparison.items.len(),
        obsolete: comparison.obsolete.len(),
        ..Row::default()
    };
    for item in &comparison.items {
        let count = words(&item.source);
        row.words += count;
        row.aligned += usize::from(item.aligned);
        if item.state.is_covered() {
            row.words_current += count;
        }
        *match item.state {
            State::Current => &mut row.current,
            State::Empty => &mut row.empty,
            State::Inherited => &mut row.inherited,
            State::Edited => &mut row.edited,
            State::Stale => &mut row.stale,
            State::Missing => &mut row.missing,
        } += 1;
    }
    row
}
