use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::catalog::Id;
use crate::compare::State;
use crate::project::{CONFIGURATION, TargetFile, suggest};
use crate::store::{Error, Write};
use crate::text::apply;
use crate::update::accept;

/// Say that stale translations are up to date.
///
/// The messages take the ids behind `# now:`, so they count as current again.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Accept {
    /// The locale.
    #[arg(value_name = "LOCALE")]
    locale: String,
    /// Ids of the units, with or without the part behind the hyphen.
    #[arg(value_name = "ID", required_unless_present_any = ["edited", "all"])]
    ids: Vec<String>,
    /// Every unit whose translation was changed after it became stale.
    #[arg(long)]
    edited: bool,
    /// Every stale unit.
    #[arg(long, conflicts_with = "edited")]
    all: bool,
}

const HELP: &str = "\
Examples:
  satz accept en s83fqt0      this one is right as it is
  satz accept en --edited     all that I have changed since the German changed";

impl Run for Accept {
    const NAME: &'static str = "accept";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let workspace = context.workspace()?;
        context.survey(&workspace)?;
        let project = &workspace.project;
        let locale = project
            .locale(&self.locale)
            .map_err(|fault| Error::from_fault(workspace.root.join(CONFIGURATION), &fault))?
            .to_owned();
        let mut wanted = Vec::new();
        for id in &self.ids {
            let id = Id::parse(id).ok_or_else(|| {
                Failure::Usage(format!(
                    "`{id}` is no id; one reads like s83fqt0, see `satz diff {locale}`"
                ))
            })?;
            wanted.push(id.base);
        }
        let writer = context.writer(&workspace)?;
        let (prepared, errors) = workspace.prepare(&[]);
        for error in errors {
            context.fail(error);
        }
        let mut accepted = Vec::new();
        let mut stale = Vec::new();
        for article in &prepared {
            let Some(target) = article.target(&locale) else {
                continue;
            };
            let catalog = &target.catalog.value;
            let comparison = project.compare(article, target);
            let open = comparison.items.iter();
            let open = open.filter(|item| matches!(item.state, State::Stale | State::Edited));
            stale.extend(open.map(|item| item.id.base.to_string()));
            let edited: Vec<&Id> = comparison
                .items
                .iter()
                .filter(|item| item.state == State::Edited)
                .map(|item| &item.id)
                .collect();
            let (edits, ids) = accept(&article.source, catalog, |id| {
                self.all || (self.edited && edited.contains(&id)) || wanted.contains(&id.base)
            });
            if ids.is_empty() {
                continue;
            }
            let text = apply(&catalog.text, &edits);
            let renewed = TargetFile {
                catalog: crate::catalog::Catalog::parse(&text),
                text: Some(text),
                ..target.clone()
            };
            let (new, _) = project.update(article, &renewed, false);
            let write = Write {
                path: target.path.clone(),
                old: target.text.clone(),
                new,
            };
            writer.write(&[write])?;
            for id in ids {
                writeln!(context.out, "{}: {id} is current", target.path)?;
                accepted.push(id.base);
            }
        }
        if accepted.is_empty() && wanted.is_empty() && !context.has_failed() {
            let what = if self.edited { "edited" } else { "stale" };
            context.note(format_args!("no translation of {locale} is {what}"));
        }
        for base in wanted.iter().filter(|base| !accepted.contains(base)) {
            let known: Vec<&str> = stale.iter().map(String::as_str).collect();
            let hint = match suggest(&base.to_string(), &known) {
                Some(other) => format!("did you mean `{other}`?"),
                None => format!("see `satz diff {locale}`"),
            };
            context.fail(format_args!(
                "no stale unit of {locale} has the id `{base}`; {hint}"
            ));
        }
        writer.close()?;
        Ok(Outcome::Clean)
    }
}
