use super::context::Context;
use super::context::select::Selected;
use super::{Failure, Outcome, Run};
use crate::assemble::{Assembly, Choice, Form, build, form_of};
use crate::catalog::{Catalog, Id, Value};
use crate::compare::{Item, State};
use crate::project::{Missing, Prepared, Project, Stale, TargetFile};
use crate::store::{Workspace, Write};

/// Assemble the localized articles.
///
/// Writes build/<locale>/<article>.<form> for each locale, in the article's own format and as a
/// complete HTML page. The source locale assembles the German from its catalog.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Build {
    #[command(flatten)]
    selected: Selected,
    /// Forms to write: md, html, txt. Without it: the article's own, and html.
    #[arg(long, value_name = "FORM,…", value_delimiter = ',', value_parser = ["md", "html", "txt"])]
    format: Vec<String>,
    /// For units without a translation: the German, the German marked, nothing, or no article.
    #[arg(long, value_name = "POLICY")]
    missing: Option<Missing>,
    /// For units whose German has changed: the old translation, the German, nothing, or no article.
    #[arg(long, value_name = "POLICY")]
    stale: Option<Stale>,
}

const HELP: &str = "\
Examples:
  satz build                              every locale
  satz build fr --format html             French pages
  satz build --missing omit --stale use   no German in the result
  satz build --missing fail --stale fail  only complete articles";

/// What the units of an article without full translation get.
#[derive(Clone, Copy)]
struct Policy {
    missing: Missing,
    stale: Stale,
}

impl Run for Build {
    const NAME: &'static str = "build";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let (workspace, prepared, locales) = self.selected.load(context)?;
        let project = &workspace.project;
        let policy = Policy {
            missing: self.missing.unwrap_or(project.missing),
            stale: self.stale.unwrap_or(project.stale),
        };
        let writer = context.writer(&workspace)?;
        let mut outcome = Outcome::Clean;
        for locale in &locales {
            let glossary = workspace.glossary(locale)?;
            for article in &prepared {
                let texts = if *locale == project.source {
                    german(article)
                } else {
                    let Some(target) = article.target(locale) else {
                        continue;
                    };
                    match translation(article, target, &glossary, project) {
                        Ok(texts) => texts,
                        Err(id) => {
                            context.note(format_args!(
                                "{locale}/{}: not assembled, the terms in `{id}` make it longer than a mebibyte",
                                article.key
                            ));
                            outcome = Outcome::Findings;
                            continue;
                        }
                    }
                };
                let choices = match choices(&texts, policy) {
                    Ok(choices) => choices,
                    Err(open) => {
                        let what = if open == State::Missing {
                            "missing"
                        } else {
                            "stale"
                        };
                        context.note(format_args!(
                            "{locale}/{}: not assembled, a unit is {what}",
                            article.key
                        ));
                        outcome = Outcome::Findings;
                        continue;
                    }
                };
                let assembly = Assembly {
                    article: &article.text,
                    format: article.format,
                    document: &article.document,
                    units: &article.units,
                    choices: &choices,
                    locale,
                    source_locale: &project.source,
                };
                let mut writes = Vec::new();
                for form in self.forms(article) {
                    let built = build(&assembly, form);
                    if let Some(fault) = built.diagnostics.first() {
                        context.note(format_args!(
                            "{locale}/{}: not assembled, {}",
                            article.key, fault.message
                        ));
                        outcome = Outcome::Findings;
                        break;
                    }
                    writes.push(output(&workspace, locale, article, form, built.value)?);
                }
                writer.write(&writes)?;
                for write in &writes {
                    writeln!(context.out, "{}", write.path)?;
                }
            }
        }
        Ok(outcome)
    }
}

impl Build {
    fn forms(&self, article: &Prepared) -> Vec<&'static Form> {
        let own = article.format.extensions.first().copied().unwrap_or("txt");
        let names: Vec<&str> = if self.format.is_empty() {
            let page = (own != "html").then_some("html");
            std::iter::once(own).chain(page).collect()
        } else {
            self.format.iter().map(String::as_str).collect()
        };
        names.into_iter().filter_map(form_of).collect()
    }
}

fn output(
    workspace: &Workspace,
    locale: &str,
    article: &Prepared,
    form: &Form,
    new: String,
) -> Result<Write, Failure> {
    let path = workspace
        .project
        .output_path(locale, &article.key, form.name);
    let old = workspace.read(&path)?;
    Ok(Write { path, old, new })
}

/// State and text of every unit, from the source catalog as it stands on disk.
fn german(article: &Prepared) -> Vec<(State, String)> {
    let known = |id| article.old.units.iter().find(|unit| unit.id == id);
    let ids = article.assigned.iter().map(|assigned| assigned.id.clone());
    ids.map(|id| match known(id) {
        Some(unit) => (State::Current, unit.text.clone()),
        None => (State::Missing, String::new()),
    })
    .collect()
}

/// State and text of every unit in a locale, terms resolved; or the id of one that grows too long.
fn translation(
    article: &Prepared,
    target: &TargetFile,
    glossary: &Catalog,
    project: &Project,
) -> Result<Vec<(State, String)>, Id> {
    let catalog = &target.catalog.value;
    let text = |item: &Item| {
        let value = item.entry.and_then(|entry| catalog.entries[entry].value());
        let inherited = || Some(item.target.clone().unwrap_or_default());
        let text = value.map_or_else(inherited, |value: &Value| {
            value.resolve(|id| glossary.term(id))
        });
        text.ok_or_else(|| item.id.clone())
    };
    project
        .compare(article, target)
        .items
        .iter()
        .map(|item| Ok((item.state, text(item)?)))
        .collect()
}

/// What stands in each unit's place, or the state that keeps the article from being assembled.
fn choices(texts: &[(State, String)], policy: Policy) -> Result<Vec<Choice<'_>>, State> {
    texts
        .iter()
        .map(|(state, text)| match state {
            State::Current | State::Empty | State::Inherited => Ok(Choice::Target(text)),
            State::Missing => match policy.missing {
                Missing::Source => Ok(Choice::Source),
                Missing::Mark => Ok(Choice::Mark),
                Missing::Omit => Ok(Choice::Omit),
                Missing::Fail => Err(*state),
            },
            State::Stale | State::Edited => match policy.stale {
                Stale::Use => Ok(Choice::Target(text)),
                Stale::Source => Ok(Choice::Source),
                Stale::Omit => Ok(Choice::Omit),
                Stale::Fail => Err(*state),
            },
        })
        .collect()
}
