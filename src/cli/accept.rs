use super::check::inspect::House;
use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::article::{Prepared, TargetFile};
use crate::catalog::Id;
use crate::check::Finding;
use crate::compare::{Item, State};
use crate::config::{CONFIGURATION, Project, suggest};
use crate::report::severity_name;
use crate::store::{Error, Write};
use crate::text::{LineIndex, apply};
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
    /// Without any, and without --edited and --all: what could be accepted.
    #[arg(value_name = "ID")]
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
  satz accept en              what could be accepted
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
        let (prepared, errors) = workspace.prepare(&[]);
        for error in errors {
            context.fail(error);
        }
        if wanted.is_empty() && !self.edited && !self.all {
            return offer(context, project, &prepared, &locale);
        }
        let writer = context.writer(&workspace)?;
        let house = House::read(&workspace, &locale)?;
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
            let (new, _) = project.update(article, &target.with_text(text), false);
            let renewed = target.with_text(new.clone());
            let write = Write {
                path: target.path.clone(),
                old: target.text.clone(),
                new,
            };
            writer.write(&[write])?;
            for id in &ids {
                writeln!(context.out, "{}: {id} is current", target.path)?;
                accepted.push(id.base);
            }
            let findings = house.findings(project, article, &renewed);
            report_findings(context, &renewed, &ids, &findings);
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

/// So many units are named when it is asked what could be accepted.
const NAMED: usize = 10;

/// Says what could be accepted, and how.
fn offer(
    context: &mut Context<'_>,
    project: &Project,
    prepared: &[Prepared],
    locale: &str,
) -> Result<Outcome, Failure> {
    let mut open: Vec<(&str, Item)> = Vec::new();
    for article in prepared {
        let Some(target) = article.target(locale) else {
            continue;
        };
        let items = project.compare(article, target).items.into_iter();
        let items = items.filter(|item| matches!(item.state, State::Stale | State::Edited));
        open.extend(items.map(|item| (target.path.as_str(), item)));
    }
    if open.is_empty() {
        context.note(format_args!("no translation of {locale} is stale"));
        return Ok(Outcome::Clean);
    }
    for (path, item) in open.iter().take(NAMED) {
        let german: String = item.source.chars().take(100).collect();
        let german = german.replace('\n', " ⏎ ");
        writeln!(
            context.out,
            "{path}: {} is {}: {german}",
            item.id,
            item.state.name()
        )?;
    }
    if open.len() > NAMED {
        let more = open.len() - NAMED;
        writeln!(
            context.out,
            "{more} more, all shown by `satz diff {locale} --state stale,edited`"
        )?;
    }
    let edited = open
        .iter()
        .filter(|(_, item)| item.state == State::Edited)
        .count();
    context.note(format_args!(
        "stale in {locale}: {}, edited since: {edited}; take one with `satz accept {locale} ID`, \
         what was edited with --edited, everything with --all",
        open.len()
    ));
    Ok(Outcome::Clean)
}

/// Reports what the checks find in the units that were accepted.
fn report_findings(
    context: &mut Context<'_>,
    target: &TargetFile,
    accepted: &[Id],
    findings: &[Finding],
) {
    let text = &target.catalog.value.text;
    let lines = LineIndex::new(text);
    for finding in findings {
        let id = Id::parse(&finding.id);
        if !id.is_some_and(|id| accepted.iter().any(|other| other.base == id.base)) {
            continue;
        }
        let diagnostic = &finding.diagnostic;
        let line = lines.place(text, diagnostic.span.start).line;
        context.note(format_args!(
            "{}:{line}: {}[{}] {}: {}",
            target.path,
            severity_name(diagnostic.severity),
            diagnostic.code,
            finding.id,
            diagnostic.message
        ));
    }
}
