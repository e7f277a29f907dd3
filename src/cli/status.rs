use std::collections::BTreeMap;

use super::context::Context;
use super::context::select::{Selected, States, form, forms};
use super::git::Git;
use super::shard::Shard;
use super::{Failure, Outcome, Run};
use crate::article::{Prepared, TargetFile};
use crate::compare::{Comparison, State};
use crate::report::{FORMS, Standing, Status as Row, words};
use crate::store::Workspace;

/// Show how complete each locale is.
///
/// Counts units (sentences) and words of the German. The articles themselves are the measure, not
/// the last sync. In a bar, █ is up to date, ▒ stale and ░ missing.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Status {
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    states: States,
    #[command(flatten)]
    shard: Shard,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.status.is_some()))]
    format: String,
    /// Say of stale translations for how long they have been, as git tells it. In html it always is.
    #[arg(long)]
    ages: bool,
}

const HELP: &str = "\
Examples:
  satz status                          all locales
  satz status uk --article 'news/**'
  satz status --state stale --ages     articles with stale translations, and since when
  satz status --format html > status.html";

impl Run for Status {
    const NAME: &'static str = "status";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let (workspace, locales) = self.selected.place(context)?;
        let work = |article: &Prepared, target: &TargetFile| {
            let project = &workspace.project;
            // What was divided or joined has what the next sync gives it.
            let recut = { article.assigned.iter() }
                .any(|unit| unit.part_of.is_some() || !unit.joined.is_empty());
            let renewed = recut.then(|| target.with_text(project.update(article, target, false).0));
            let comparison = project.compare(article, renewed.as_ref().unwrap_or(target));
            let items = comparison.items.iter();
            let stale = items.filter(|item| item.state == State::Stale);
            let stale: Vec<String> = stale.map(|item| item.id.to_string()).collect();
            (row(&target.locale, &article.key, &comparison), stale)
        };
        let cache = workspace.cache("status", &[&locales.join(",")]);
        let rows = { &self.selected }.each_kept(
            context,
            &self.shard,
            &workspace,
            &locales,
            ("", cache),
            work,
        )?;
        let Some(mut rows) = rows else {
            return Ok(Outcome::Clean);
        };
        let strings = self.selected.strings(context, &workspace)?;
        let own = strings.status(context, &workspace, &locales);
        rows.extend(own.into_iter().map(|row| (row, Vec::new())));
        rows.sort_by_key(|(row, _)| locales.iter().position(|locale| *locale == row.locale));
        let form = form(&self.format);
        if self.states.named() {
            rows.retain(|(row, _)| self.has(row));
            if rows.is_empty() && form.name == FORMS[0].name {
                context.note("nothing is in that state");
                return Ok(Outcome::Clean);
            }
        }
        if self.ages || form.name == "html" {
            put_ages(&workspace, &mut rows);
        }
        let standing = Standing {
            source: workspace.project.source.clone(),
            rows: rows.into_iter().map(|(row, _)| row).collect(),
        };
        if let Some(show) = form.status {
            let look = context.look;
            write!(context.out_for(form)?, "{}", show(&standing, look))?;
        }
        Ok(Outcome::Clean)
    }
}

impl Status {
    /// Whether an article has a unit in one of the states that were named.
    fn has(&self, row: &Row) -> bool {
        let mut states = State::ALL.into_iter();
        states.any(|state| row.counts[state] > 0 && self.states.admits(state))
    }
}

/// Asks git for how long translations have been stale. Where it does not know, nothing is said.
fn put_ages(workspace: &Workspace, rows: &mut [(Row, Vec<String>)]) {
    let Ok(git) = Git::open(&workspace.root) else {
        return;
    };
    let mut known: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for (row, stale) in rows.iter_mut().filter(|(_, stale)| !stale.is_empty()) {
        let path = workspace
            .project
            .catalog_path(&workspace.project.source, &row.article);
        let days = known.entry(path).or_insert_with_key(|path| git.days(path));
        row.stale_days = stale.iter().filter_map(|id| days.get(id)).max().copied();
    }
}

/// Counts what there is of an article in a locale.
pub(super) fn row(locale: &str, article: &str, comparison: &Comparison) -> Row {
    let mut row = Row {
        locale: locale.into(),
        article: article.into(),
        counts: comparison.counts(),
        ..Row::default()
    };
    for item in &comparison.items {
        let count = words(&item.source);
        row.words += count;
        row.aligned += usize::from(item.aligned);
        if item.state.is_covered() {
            row.words_current += count;
        }
    }
    row
}
