use super::context::Context;
use super::context::select::{Selected, States, form, forms};
use super::{Failure, Outcome, Run};
use crate::article::{Prepared, TargetFile};
use crate::compare::{State, changed_facts};
use crate::config::Project;
use crate::report::{Change, FORMS, FactChange, Look};

/// Show what is missing, stale or obsolete, unit by unit.
///
/// For a stale unit: the words of the German that went, as [-old-], and that came, as {+new+}; and
/// on a line of their own the numbers, dates, names and negations that changed.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Diff {
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    states: States,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.diff.is_some()))]
    format: String,
    /// Show the old German and the new side by side.
    #[arg(long)]
    side_by_side: bool,
}

const HELP: &str = "\
Examples:
  satz diff                       everything that is open
  satz diff uk --state stale      what has changed under the Ukrainian
  satz diff uk --article markt --side-by-side";

impl Run for Diff {
    const NAME: &'static str = "diff";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let (workspace, locales) = self.selected.place(context)?;
        let work =
            |article: &Prepared, target: &TargetFile| changes(&workspace.project, article, target);
        let all = self.selected.each(context, &workspace, &locales, work)?;
        let mut changes: Vec<Change> = all.into_iter().flatten().collect();
        let strings = self.selected.strings(context, &workspace)?;
        changes.extend(strings.changes(context, &workspace, &locales));
        changes.retain(|change| self.states.admits(change.state));
        changes.sort_by_key(|change| locales.iter().position(|locale| *locale == change.locale));
        let form = form(&self.format);
        if changes.is_empty() && self.states.named() && form.name == FORMS[0].name {
            context.note("nothing is in that state");
            return Ok(Outcome::Clean);
        }
        if let Some(show) = form.diff {
            let look = Look {
                beside: self.side_by_side,
                ..context.look
            };
            write!(context.out_for(form)?, "{}", show(&changes, look))?;
        }
        Ok(Outcome::Clean)
    }
}

/// Everything in an article that is not up to date in a locale.
fn changes(project: &Project, article: &Prepared, target: &TargetFile) -> Vec<Change> {
    let comparison = project.compare(article, target);
    let open = comparison.items.into_iter();
    let open = open.filter(|item| !item.state.is_covered()).map(|item| {
        let before = item.target_id.as_ref().and_then(|id| {
            let mut old = article.old.units.iter();
            old.find(|unit| unit.id == *id)
                .map(|unit| unit.text.clone())
        });
        let was = item.was.or(before).filter(|was| *was != item.source);
        Change {
            locale: target.locale.clone(),
            article: article.key.clone(),
            id: item.id.to_string(),
            state: item.state,
            facts: facts(was.as_deref(), &item.source, &project.source),
            was,
            source: item.source,
            target: item.target,
        }
    });
    let obsolete = comparison.obsolete.into_iter().map(|obsolete| Change {
        locale: target.locale.clone(),
        article: article.key.clone(),
        id: obsolete.id.to_string(),
        state: State::Obsolete,
        source: String::new(),
        was: None,
        target: Some(obsolete.target),
        facts: Vec::new(),
    });
    open.chain(obsolete).collect()
}

/// What a translator must not overlook in a changed wording.
pub(super) fn facts(was: Option<&str>, now: &str, source_locale: &str) -> Vec<FactChange> {
    let changed = was.map(|was| changed_facts(was, now, source_locale));
    let told = changed.unwrap_or_default().into_iter();
    told.map(|one| FactChange {
        kind: one.fact.name(),
        was: one.was,
        now: one.now,
    })
    .collect()
}
