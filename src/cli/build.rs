mod leftover;

use super::context::Context;
use super::context::select::Selected;
use super::{Failure, Outcome, Run};
use crate::assemble::assemble;
use crate::document::Format;
use crate::project::{CONFIGURATION, Fault, Missing, Prepared, Project, Stale};
use crate::publish::{
    Edition, Form, Manifest, Output, Published, Refusal, Site, Templates, Unpublished, date, files,
    form_of, hash,
};
use crate::store::{Error, Workspace, Write, Writer};
use crate::text::Severity;

/// Assemble the localized articles, ready to be published.
///
/// Writes build/<locale>/<article>.<form> for each locale and for the source itself, an index page
/// per locale, and build/manifest.json. Outputs of articles that are gone or no longer published
/// are removed, unless somebody changed them.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Build {
    #[command(flatten)]
    selected: Selected,
    /// Forms to write: md, html, txt, bilingual. Without it: the article's own, and html.
    #[arg(long, value_name = "FORM,…", value_delimiter = ',', value_parser = ["md", "html", "txt", "bilingual"])]
    format: Vec<String>,
    /// For units without a translation: the German, the German marked, nothing, or no article.
    #[arg(long, value_name = "POLICY")]
    missing: Option<Missing>,
    /// For units whose German has changed: the old translation, the German, nothing, or no article.
    #[arg(long, value_name = "POLICY")]
    stale: Option<Stale>,
    /// Publish only articles of whose units so many percent are covered.
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(..=100))]
    threshold: Option<u8>,
}

const HELP: &str = "\
Examples:
  satz build                              every locale
  satz build fr --format html             French pages
  satz build --format html,bilingual      pages, and pages with both languages side by side
  satz build --missing omit --stale use   no German in the result
  satz build --missing fail --stale fail  only complete articles

Policies per locale and article, templates and addresses: `publish` in satz.yaml.";

impl Run for Build {
    const NAME: &'static str = "build";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let (workspace, prepared, mut locales) = self.selected.load(context)?;
        if prepared.is_empty() && self.selected.names_articles() {
            return Ok(Outcome::Clean);
        }
        let project = &workspace.project;
        if !self.selected.names_locales() {
            locales.insert(0, project.source.clone());
        }
        let own = own_templates(context, &workspace);
        let templates = Templates::new(own.clone());
        let words = words(&own);
        let forms = self.form_names(&prepared);
        let writer = context.writer(&workspace)?;
        let mut run = Building {
            locales: &locales,
            manifest: Manifest::new(&project.source),
            outcome: Outcome::Clean,
        };
        let editions = self.editions(&workspace, &prepared)?;
        let published = run.assemble(context, project, editions);
        let site = Site {
            project,
            templates: &templates,
            words: &words,
            published: &published,
            forms: &forms,
        };
        for one in &published {
            if locales.iter().any(|locale| locale == one.edition.locale) {
                let forms = self.forms(one.edition.article.format);
                run.write(context, &workspace, &writer, &site, one, &forms)?;
            }
        }
        leftover::finish(context, &workspace, &writer, &site, run)
    }
}

impl Build {
    fn forms(&self, format: &Format) -> Vec<&'static Form> {
        let own = format.extensions.first().copied().unwrap_or("txt");
        let mut names: Vec<&str> = if self.format.is_empty() {
            let page = (own != "html").then_some("html");
            std::iter::once(own).chain(page).collect()
        } else {
            self.format.iter().map(String::as_str).collect()
        };
        names.dedup();
        names.into_iter().filter_map(form_of).collect()
    }

    fn form_names(&self, prepared: &[Prepared]) -> Vec<&'static str> {
        let forms = prepared
            .iter()
            .flat_map(|article| self.forms(article.format));
        let mut names: Vec<&str> = forms.map(|form| form.name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Every article in every locale, also those that are not written now: pages link to them.
    fn editions<'a>(
        &self,
        workspace: &'a Workspace,
        prepared: &'a [Prepared],
    ) -> Result<Vec<Edition<'a>>, Failure> {
        let project = &workspace.project;
        let source = |article| Edition::source(project, article);
        let mut editions: Vec<Edition<'a>> = prepared.iter().map(source).collect();
        for locale in &project.locales {
            let resolver = workspace.resolver(locale)?;
            for article in prepared {
                let Some(target) = article.target(locale) else {
                    continue;
                };
                let mut edition = Edition::target(project, article, target, &resolver);
                let policy = &mut edition.policy;
                policy.missing = self.missing.unwrap_or(policy.missing);
                policy.stale = self.stale.unwrap_or(policy.stale);
                policy.threshold = self.threshold.unwrap_or(policy.threshold);
                editions.push(edition);
            }
        }
        Ok(editions)
    }
}

/// A run of the command as it goes on.
struct Building<'a> {
    /// The locales that are written.
    locales: &'a [String],
    manifest: Manifest,
    outcome: Outcome,
}

impl Building<'_> {
    /// Assembles what is published; says of the rest why it is not.
    fn assemble<'a>(
        &mut self,
        context: &mut Context<'_>,
        project: &Project,
        editions: Vec<Edition<'a>>,
    ) -> Vec<Published<'a>> {
        let schemes: Vec<&str> = project.publish.links.iter().map(String::as_str).collect();
        let mut published = Vec::new();
        for edition in editions {
            let is_wanted = self.locales.iter().any(|locale| locale == edition.locale);
            let name = format!("{}/{}", edition.locale, edition.article.key);
            let mut refusal = edition.refusal();
            let mut assembled = None;
            if refusal.is_none() {
                let choices = edition.choices();
                let parsed = assemble(&edition.assembly(project, &choices, &schemes));
                for fault in parsed.diagnostics {
                    if fault.severity == Severity::Error {
                        refusal = Some(Refusal::Fault(fault.message));
                        break;
                    }
                    if is_wanted {
                        context.note(format_args!("{name}: {}", fault.message));
                    }
                }
                assembled = Some(parsed.value);
            }
            if let Some(refusal) = refusal {
                if is_wanted {
                    context.note(format_args!("{name}: not published, {refusal}"));
                    self.outcome = Outcome::Findings;
                    self.manifest.unpublished.push(Unpublished {
                        locale: edition.locale.to_owned(),
                        article: edition.article.key.clone(),
                        reason: refusal.name().to_owned(),
                        units: edition.counts(),
                    });
                }
            } else if let Some(assembled) = assembled {
                published.push(Published { edition, assembled });
            }
        }
        published
    }

    /// Writes the files of one article in one locale.
    fn write(
        &mut self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        writer: &Writer<'_>,
        site: &Site<'_>,
        published: &Published<'_>,
        forms: &[&Form],
    ) -> Result<(), Failure> {
        let edition = &published.edition;
        let article = edition.article;
        let (title, title_locale) = published.title(site);
        let mut writes = Vec::new();
        for form in forms.iter().filter(|form| form.fits(site, edition)) {
            let path = workspace
                .project
                .output_path(edition.locale, &article.key, form.extension);
            let below = path[workspace.project.output.len() + 1..].to_owned();
            if self
                .manifest
                .outputs
                .iter()
                .any(|output| output.path == below)
            {
                context.fail(format_args!(
                    "{path}: two articles have this output; rename one"
                ));
                continue;
            }
            let text = form
                .make(site, published)
                .map_err(|fault| faulty(workspace, &fault))?;
            self.manifest.outputs.push(Output {
                path: below,
                form: form.name.to_owned(),
                locale: edition.locale.to_owned(),
                article: Some(article.key.clone()),
                from: Some(article.path.clone()),
                title: Some(title.clone()),
                title_locale: (title_locale != edition.locale).then(|| title_locale.clone()),
                date: date(&article.text),
                units: Some(edition.counts()),
                hash: hash(&text),
            });
            writes.push(self::write(workspace, path, text)?);
        }
        writer.write(&writes)?;
        self.copy(context, workspace, writer, edition);
        for write in &writes {
            writeln!(context.out, "{}", write.path)?;
        }
        Ok(())
    }
}

impl Building<'_> {
    /// Copies the files that lie beside an article and that it names, so that they lie beside its
    /// pages in the same way.
    fn copy(
        &mut self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        writer: &Writer<'_>,
        edition: &Edition<'_>,
    ) {
        let project = &workspace.project;
        for file in files(project, edition.article) {
            let from = format!("{}/{file}", project.articles);
            let below = format!("{}/{file}", edition.locale);
            let mut outputs = self.manifest.outputs.iter();
            if outputs.any(|output| output.path == below) {
                continue;
            }
            match writer.copy(&from, &format!("{}/{below}", project.output)) {
                Ok(Some(bytes)) => self.manifest.outputs.push(Output {
                    path: below,
                    form: "file".to_owned(),
                    locale: edition.locale.to_owned(),
                    article: Some(edition.article.key.clone()),
                    from: Some(from),
                    title: None,
                    title_locale: None,
                    date: None,
                    units: None,
                    hash: hash(bytes),
                }),
                Ok(None) => {}
                Err(error) => context.fail(error),
            }
        }
    }
}

fn write(workspace: &Workspace, path: String, new: String) -> Result<Write, Failure> {
    let old = workspace.read(&path)?;
    Ok(Write { path, old, new })
}

fn faulty(workspace: &Workspace, fault: &Fault) -> Failure {
    let path = workspace.root.join(&workspace.project.publish.templates);
    let path = if path.is_dir() {
        path
    } else {
        workspace.root.join(CONFIGURATION)
    };
    Error::from_fault(path, fault).into()
}

/// Name and text of the workspace's own templates.
fn own_templates(context: &mut Context<'_>, workspace: &Workspace) -> Vec<(String, String)> {
    let folder = &workspace.project.publish.templates;
    let (texts, errors) = workspace.texts(folder);
    for error in errors {
        context.fail(error);
    }
    let name = |path: String| path[folder.len() + 1..].to_owned();
    texts
        .into_iter()
        .map(|(path, text)| (name(path), text))
        .collect()
}

/// Locale and text of the workspace's own words for pages: `fr.ftl` among the templates.
fn words(own: &[(String, String)]) -> Vec<(String, String)> {
    own.iter()
        .filter_map(|(name, text)| Some((name.strip_suffix(".ftl")?.to_owned(), text.clone())))
        .collect()
}
