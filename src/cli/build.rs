mod leftover;
mod make;
mod running;

use super::context::Context;
use super::context::select::Selected;
use super::{Failure, Outcome, Run};
use crate::catalog::Resolver;
use crate::document::Format;
use crate::project::{CONFIGURATION, Fault, Missing, Stale};
use crate::publish::{Form, Templates, form_of};
use crate::store::{Error, Workspace};
use make::{Made, Maker};
use running::Building;

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
        let (workspace, mut locales) = self.selected.place(context)?;
        let project = &workspace.project;
        if !self.selected.names_locales() {
            locales.insert(0, project.source.clone());
        }
        let own = own_templates(context, &workspace);
        let words = words(&own);
        let keys = &self.selected.keys(&workspace)?;
        let maker = Maker {
            build: &self,
            project,
            locales: &locales,
            templates: &Templates::new(own.clone()),
            words: &words,
            forms: &self.form_names(&workspace, keys),
            resolvers: &resolvers(&workspace)?,
        };
        let environment = self.environment(&workspace, &locales, &own)?;
        let writer = context.writer(&workspace)?;
        let outputs = workspace.cache("output", &[] as &[&str]);
        let mut run = Building::new(&workspace, &writer, &locales);
        let errors = workspace.each_kept(
            keys,
            workspace.cache("build", &environment),
            |key, made: &Made| made.is_in_place(&workspace, &outputs, key),
            |article| maker.make(&article),
            |made| run.take(context, made),
        );
        for error in errors {
            context.fail(error);
        }
        let is_nothing = run.keys.is_empty() && self.selected.names_articles();
        outputs.save(|_| true);
        run.tell(context)?;
        if is_nothing {
            return Ok(Outcome::Clean);
        }
        leftover::finish(context, &maker.site(&[]), run)
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

    fn form_names(&self, workspace: &Workspace, keys: &[String]) -> Vec<&'static str> {
        let formats = workspace.formats(keys);
        let forms = formats.iter().flat_map(|format| self.forms(format));
        let mut names: Vec<&str> = forms.map(|form| form.name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What the outputs hang on beside the articles, their catalogs and the configuration.
    fn environment(
        &self,
        workspace: &Workspace,
        locales: &[String],
        templates: &[(String, String)],
    ) -> Result<Vec<String>, Error> {
        let options = (&self.format, self.missing, self.stale, self.threshold);
        let mut out = vec![format!("{options:?} {locales:?} {templates:?}")];
        out.extend(workspace.glossaries()?);
        Ok(out)
    }
}

/// What the catalogs of each locale may refer to.
fn resolvers(workspace: &Workspace) -> Result<Vec<(String, Resolver)>, Error> {
    let locales = workspace.project.locales.iter();
    let resolvers = locales.map(|locale| Ok((locale.clone(), workspace.resolver(locale)?)));
    resolvers.collect()
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
