use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::context::Context;
use super::context::select::Selected;
use super::pages::article::Maker;
use super::pages::{end, passes, site};
use super::shard::Shard;
use super::{Failure, Outcome, Run};
use crate::config::{Article, CONFIGURATION, Fault, Missing, Project, Stale};
use crate::document::{Format, format_of};
use crate::publish::{Form, SITE, Site, Templates, form_of};
use crate::store::{Error, Workspace};

/// Assemble the localized articles, ready to be published.
///
/// Writes build/<locale>/<article>.<form> for each locale and for the source itself, an index page
/// per locale, and build/manifest.json. Outputs of articles that are gone or no longer published
/// are removed, unless somebody changed them. Where `articles` in satz.yaml says where a site has
/// its translations, they are written there, unless somebody else made what is there.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) selected: Selected,
    #[command(flatten)]
    pub(super) shard: Shard,
    /// Forms to write: md, html, txt, bilingual. Without it: the article's own, and html.
    #[arg(long, value_name = "FORM,…", value_delimiter = ',', value_parser = ["md", "html", "txt", "bilingual"])]
    pub(super) format: Vec<String>,
    /// For units without a translation: the German, the German marked, nothing, or no article.
    #[arg(long, value_name = "POLICY")]
    pub(super) missing: Option<Missing>,
    /// For units whose German has changed: the old translation, the German, nothing, or no article.
    #[arg(long, value_name = "POLICY")]
    pub(super) stale: Option<Stale>,
    /// Publish only articles of whose units so many percent are covered.
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(..=100))]
    pub(super) threshold: Option<u8>,
    /// In a site: write over translations that somebody else made, too.
    #[arg(long)]
    pub(super) overwrite: bool,
}

const HELP: &str = "\
Examples:
  satz build                              every locale
  satz build fr --format html             French pages
  satz build --format html,bilingual      pages, and pages with both languages side by side
  satz build --missing omit --stale use   no German in the result
  satz build --missing fail --stale fail  only complete articles
  satz build --overwrite                  also over translations in the site that satz did not write

Policies per locale and article, templates and addresses: `publish` in satz.yaml.";

impl Run for Build {
    const NAME: &'static str = "build";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let (workspace, mut locales) = self.selected.place(context)?;
        let project = &workspace.project;
        if !self.selected.names_locales() {
            locales.insert(0, project.source.clone());
        }
        let keys = self.selected.keys(&workspace)?;
        let (articles, errors) = workspace.listed(&keys);
        for error in errors {
            context.fail(error);
        }
        let chosen = |article: &&Article| keys.is_empty() || keys.contains(&article.key);
        let wanted: HashSet<String> = { articles.iter() }
            .filter(chosen)
            .map(|article| article.key.clone())
            .collect();
        if wanted.is_empty() && self.selected.names_articles() {
            return Ok(Outcome::Clean);
        }
        let own = own_templates(context, &workspace);
        let templates = Templates::new(own.clone());
        let forms = self.form_names(project);
        let written = site::read(&workspace)?;
        let resolvers = project.locales.iter();
        let resolvers = resolvers.map(|locale| workspace.resolver(locale));
        let writer = context.writer(&workspace)?;
        let site = || Site::new(project, &templates, &words(&own), &forms);
        let maker = Maker {
            build: &self,
            workspace: &workspace,
            writer: &writer,
            site: site(),
            resolvers: resolvers.collect::<Result<_, _>>()?,
            locales: &locales,
            wanted,
            written: &written,
            taken: self.taken(context, &workspace, &articles),
            knows_all: false,
            fault: OnceLock::new(),
        };
        let cache = workspace.cache("build", &self.environment(&maker, &own)?);
        let whole = self.selected.whole(&self.options());
        let mut is_kept = false;
        let made = self
            .shard
            .gather(context, &workspace, whole, &[], |context, keys| {
                let (made, all_kept) = passes::make(context, maker, &cache, keys)?;
                is_kept = all_kept;
                Ok(made)
            });
        let outcome = made.and_then(|made| {
            let Some(made) = made else {
                return Ok(Outcome::Clean);
            };
            let mut site = site();
            site.published = passes::published(&made);
            let made_of = end::inputs(&made, is_kept.then_some(&cache));
            let outcome = end::finish(context, &writer, &cache, &site, &locales, &made, &made_of);
            let targets = site::Ending {
                writer: &writer,
                written: &written,
                locales: &locales,
                made: &made,
                articles: &articles,
            };
            let outcome = outcome.and_then(|outcome| targets.finish(context, outcome));
            // The program ends: the system takes all memory back at once.
            std::mem::forget(made);
            outcome
        });
        // What is kept says what outputs hold: they have to be on the disk before.
        writer.sync()?;
        let there: HashSet<&String> = articles.iter().map(|article| &article.key).collect();
        cache.save(|key| there.contains(&key.to_owned()));
        writer.close()?;
        outcome
    }
}

impl Build {
    pub(super) fn forms(
        &self,
        project: &Project,
        path: &str,
        format: &Format,
    ) -> Vec<&'static Form> {
        if self.format.is_empty() && project.has_target(path) {
            return vec![&SITE];
        }
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

    /// The options that what is made of an article depends on, as a person gives them.
    fn options(&self) -> String {
        let mut options = Vec::new();
        if !self.format.is_empty() {
            options.push(format!("--format {}", self.format.join(",")));
        }
        options.extend(self.missing.map(|policy| format!("--missing {policy:?}")));
        options.extend(self.stale.map(|policy| format!("--stale {policy:?}")));
        options.extend(
            self.threshold
                .map(|percent| format!("--threshold {percent}")),
        );
        options.join(" ").to_lowercase()
    }

    /// Names of the forms that some pages lead to.
    fn form_names(&self, project: &Project) -> Vec<&str> {
        if self.format.is_empty() {
            let is_all_in_site = project.layouts.iter().all(|one| !one.targets().is_empty());
            return if is_all_in_site {
                Vec::new()
            } else {
                vec!["html"]
            };
        }
        self.format.iter().map(String::as_str).collect()
    }

    /// Key and form of every output whose place an article before has; each is reported.
    fn taken(
        &self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        articles: &[Article],
    ) -> HashSet<(String, &'static str)> {
        let mut places = HashMap::new();
        let mut taken = HashSet::new();
        for article in articles {
            let forms = format_of(&article.extension)
                .map(|format| self.forms(&workspace.project, &article.path, format));
            let forms = forms.into_iter().flatten();
            for form in forms.filter(|form| !form.is_site()) {
                let place = format!("{}.{}", article.key, form.extension);
                let first = places.entry(place).or_insert(&article.key);
                if *first != &article.key {
                    let path =
                        workspace
                            .project
                            .output_path("LOCALE", &article.key, form.extension);
                    context.fail(format_args!(
                        "{path}: two articles have this output; rename one"
                    ));
                    taken.insert((article.key.clone(), form.name));
                }
            }
        }
        taken
    }

    /// All that pages hang on beside the articles, their catalogs and the configuration.
    fn environment(
        &self,
        maker: &Maker<'_>,
        own: &[(String, String)],
    ) -> Result<Vec<String>, Error> {
        let mut taken: Vec<_> = maker.taken.iter().collect();
        taken.sort();
        let settings = (&self.format, self.missing, self.stale, self.threshold);
        let mut all = vec![format!("{settings:?} {:?} {taken:?}", maker.locales)];
        all.extend(own.iter().flat_map(|(name, text)| [name, text]).cloned());
        all.extend(maker.workspace.glossaries()?);
        Ok(all)
    }
}

pub(super) fn faulty(workspace: &Workspace, fault: &Fault) -> Failure {
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
