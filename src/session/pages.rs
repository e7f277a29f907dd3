//! Articles made into pages: editions and texts as values, and what of them lies in the output folder.

mod end;
mod kept;
mod maker;
mod passes;
pub(super) mod site;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::share::{Answer, Share, Whole, gather};
use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::article::Prepared;
use crate::config::{Article, CONFIGURATION, Fault, Missing, Project, Stale};
use crate::document::{Format, format_of};
use crate::publish::{Form, SITE, Site, Templates, files, form_of};
use crate::store::{Error, Workspace};
use kept::PageRecord;
use maker::{Maker, localized};

pub use end::{Built, BuiltEdition, Leftover, LeftoverState};

/// A question for pages.
#[derive(Debug, Default)]
pub struct BuildQuestion {
    /// Of which articles, in which locales; the source as well if no locale is named.
    pub selection: Selection,
    /// Names of the forms: `md`, `html`, `txt`, `bilingual`. Without any the article's own, and html.
    pub forms: Vec<String>,
    /// What stands for units without a translation, if it is not what `satz.yaml` says.
    pub missing: Option<Missing>,
    /// What stands for units whose source has changed, if it is not what `satz.yaml` says.
    pub stale: Option<Stale>,
    /// Share of covered units in percent below which an article is not published, if it is not what
    /// `satz.yaml` says.
    pub threshold: Option<u8>,
    /// Whether translations in a site that somebody else made are written over.
    pub overwrite: bool,
    /// Whether pages say of every sentence which unit it is, as `data-unit`, and are made of drafts, too.
    pub names_units: bool,
    /// Whether index pages and the manifest wait for the next build, which follows at once.
    pub pages_only: bool,
    /// Which share of the articles.
    pub share: Share,
}

/// An article made into one form in one locale, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The locale.
    pub locale: String,
    /// Its form.
    pub form: &'static str,
    /// Where a build writes it, in the workspace.
    pub path: String,
    /// The text.
    pub text: String,
}

impl Session {
    /// Assembles the localized articles and writes them, with index pages and a manifest, into the
    /// output folder. Only what has changed since the last build is made again.
    ///
    /// # Errors
    /// If the selection names what is not there, a template is wrong, an output cannot be written, or
    /// the work was stopped.
    pub fn build(
        &self,
        mut question: BuildQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Answer<Built>, Failure> {
        let report = &mut Report::new(sink);
        let workspace = &self.workspace;
        let project = &workspace.project;
        let selection = question.selection.clone();
        let mut locales = self.locales(&selection)?;
        if selection.locales.is_empty() {
            locales.insert(0, project.source.clone());
        }
        let keys = self.keys(&selection)?;
        let (articles, errors) = workspace.listed(&keys);
        report.fail_all(errors)?;
        let chosen = |article: &&Article| keys.is_empty() || keys.contains(&article.key);
        let wanted: HashSet<String> = { articles.iter() }
            .filter(chosen)
            .map(|article| article.key.clone())
            .collect();
        if wanted.is_empty() && !selection.articles.is_empty() {
            return Ok(Answer::Whole(Built::default()));
        }
        let templates_of_house = own_templates(report, workspace);
        let templates = Templates::new(templates_of_house.clone());
        let share = std::mem::take(&mut question.share);
        let forms = question.form_names(project);
        let written = site::read(workspace)?;
        let resolvers = project.locales.iter();
        let resolvers = resolvers.map(|locale| workspace.resolver(locale));
        let writer = self.writer(report)?;
        let site = || Site::new(project, &templates, &words(&templates_of_house), &forms);
        let maker = Maker {
            question: &question,
            workspace,
            writer: Some(&writer),
            site: site(),
            resolvers: resolvers.collect::<Result<_, _>>()?,
            locales: &locales,
            wanted,
            written: &written,
            taken: question.taken(report, workspace, &articles),
            knows_all: false,
            fault: OnceLock::new(),
        };
        let cache = workspace.cache("build", &question.environment(&maker, &templates_of_house)?);
        let whole = Whole {
            locales: selection.locales.clone(),
            articles: selection.articles.clone(),
            options: question.options(),
        };
        let mut is_cached = false;
        let made = gather(
            workspace,
            share,
            "build",
            whole,
            &[],
            report,
            |report, keys| {
                let (made, all_cached) = passes::make(report, maker, &cache, keys)?;
                is_cached = all_cached;
                Ok(made)
            },
        );
        let answer = made.and_then(|made| {
            let made = match made {
                Answer::Whole(made) => made,
                Answer::Part(part) => return Ok(Answer::Part(part)),
            };
            let mut site = site();
            site.published = passes::published(&made);
            let made_of = || end::inputs(&made, is_cached.then_some(&cache));
            let made_of = (!question.pages_only).then(made_of);
            let made_of = made_of.as_deref();
            let built = end::finish(report, &writer, &cache, &site, &locales, &made, made_of);
            let targets = site::Ending {
                writer: &writer,
                written: &written,
                locales: &locales,
                made: &made,
                articles: &articles,
            };
            let built = built.and_then(|mut built| {
                targets.finish(report, &mut built)?;
                Ok(Answer::Whole(built))
            });
            // There may be very many, and whoever asks once ends soon.
            std::mem::forget(made);
            built
        });
        // What the cache says of outputs has to be on the disk before.
        writer.sync()?;
        let there: HashSet<&String> = articles.iter().map(|article| &article.key).collect();
        cache.save(|key| there.contains(&key.to_owned()));
        writer.close()?;
        answer
    }

    /// Makes the pages of one article, without writing anything: what a build would write for it, but
    /// for links to articles that are published nowhere yet.
    ///
    /// # Errors
    /// If there is no such article, it cannot be read, or a template is wrong.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{BuildQuestion, Session};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]\nmissing: source"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// let question = BuildQuestion {
    ///     forms: vec!["md".to_owned()],
    ///     threshold: Some(0),
    ///     ..BuildQuestion::default()
    /// };
    /// let pages = session.pages("markt", &question, &mut ())?;
    /// assert_eq!(pages[0].path, "build/en/markt.md");
    /// assert!(pages[0].text.contains("Der Markt ist offen."));
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn pages(
        &self,
        key: &str,
        question: &BuildQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Page>, Failure> {
        let report = &mut Report::new(sink);
        let (workspace, project) = (&self.workspace, self.project());
        let locales = self.locales(&question.selection)?;
        let article = self.article(key, report)?;
        let templates_of_house = own_templates(report, workspace);
        let templates = Templates::new(templates_of_house.clone());
        let forms = question.form_names(project);
        let written = site::read(workspace)?;
        let resolvers = project.locales.iter();
        let resolvers = resolvers.map(|locale| workspace.resolver(locale));
        let maker = Maker {
            question,
            workspace,
            writer: None,
            site: Site::new(project, &templates, &words(&templates_of_house), &forms),
            resolvers: resolvers.collect::<Result<_, _>>()?,
            locales: &locales,
            wanted: HashSet::from([key.to_owned()]),
            written: &written,
            taken: HashSet::new(),
            knows_all: true,
            fault: OnceLock::new(),
        };
        let mut errors = Vec::new();
        let rendered = maker.render_all(&article, &mut errors);
        if let Some(fault) = maker.fault.get() {
            return Err(faulty(workspace, fault));
        }
        report.fail_all(errors)?;
        let page = |(path, record, text): (String, PageRecord, String)| Page {
            path,
            locale: record.locale.to_string(),
            form: record.form.name,
            text,
        };
        Ok(rendered.into_iter().map(page).collect())
    }

    /// Reads a file that the page of an article shows, as a build would copy it there; `below` is its path
    /// in the locale's folder. None if the article names no such file, or there is none.
    ///
    /// # Errors
    /// If there is no such article, or it cannot be read.
    pub fn page_file(
        &self,
        key: &str,
        locale: &str,
        below: &str,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let (article, _) = self.prepared(key)?;
        let project = self.project();
        let named = files(project, &article).into_iter();
        let mut named = named.filter(|path| project.beside(path).as_deref() == Some(below));
        let Some(path) = named.next() else {
            return Ok(None);
        };
        for path in localized(&path, locale) {
            if let Some(bytes) = self.workspace.bytes(&path)? {
                return Ok(Some(bytes));
            }
        }
        Ok(None)
    }

    /// An article with its catalogs.
    fn article(&self, key: &str, report: &mut Report<'_>) -> Result<Prepared, Failure> {
        let keys = [key.to_owned()];
        let (prepared, mut errors) = self.workspace.prepare(&keys, &());
        match prepared.into_iter().next() {
            Some(article) => {
                report.fail_all(errors)?;
                Ok(article)
            }
            None if errors.is_empty() => Err(self.workspace.no_such_article(key, &[]).into()),
            None => Err(errors.swap_remove(0).into()),
        }
    }
}

impl BuildQuestion {
    fn forms_of(&self, project: &Project, path: &str, format: &Format) -> Vec<&'static Form> {
        if self.forms.is_empty() && project.has_target(path) {
            return vec![&SITE];
        }
        let own = if format.is_markdown() {
            "md"
        } else {
            format.extensions.first().copied().unwrap_or("txt")
        };
        let mut names: Vec<&str> = if self.forms.is_empty() {
            let page = (own != "html").then_some("html");
            std::iter::once(own).chain(page).collect()
        } else {
            self.forms.iter().map(String::as_str).collect()
        };
        names.dedup();
        names.into_iter().filter_map(form_of).collect()
    }

    /// The options that what is made of an article depends on, as a person gives them.
    fn options(&self) -> String {
        let mut options = Vec::new();
        if !self.forms.is_empty() {
            options.push(format!("--format {}", self.forms.join(",")));
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
        if self.forms.is_empty() {
            let is_all_in_site = project.layouts.iter().all(|one| !one.targets().is_empty());
            return if is_all_in_site {
                Vec::new()
            } else {
                vec!["html"]
            };
        }
        self.forms.iter().map(String::as_str).collect()
    }

    /// Key and form of every output whose place an article before has; each is reported.
    fn taken(
        &self,
        report: &mut Report<'_>,
        workspace: &Workspace,
        articles: &[Article],
    ) -> HashSet<(String, &'static str)> {
        let mut places = HashMap::new();
        let mut taken = HashSet::new();
        for article in articles {
            let forms = format_of(&article.extension)
                .map(|format| self.forms_of(&workspace.project, &article.path, format));
            let forms = forms.into_iter().flatten();
            for form in forms.filter(|form| !form.is_site()) {
                let place = format!("{}.{}", article.key, form.extension);
                let first = places.entry(place).or_insert(&article.key);
                if *first != &article.key {
                    let path =
                        workspace
                            .project
                            .output_path("LOCALE", &article.key, form.extension);
                    report.fail(format_args!(
                        "{path}: two articles have this output; rename one"
                    ));
                    taken.insert((article.key.clone(), form.name));
                }
            }
        }
        taken
    }

    /// All that pages depend on beside the articles, their catalogs and the configuration.
    fn environment(
        &self,
        maker: &Maker<'_>,
        templates: &[(String, String)],
    ) -> Result<Vec<String>, Error> {
        let mut taken: Vec<_> = maker.taken.iter().collect();
        taken.sort();
        let settings = (&self.forms, self.missing, self.stale, self.threshold);
        let mut all = vec![format!("{settings:?} {:?} {taken:?}", maker.locales)];
        all.extend(
            templates
                .iter()
                .flat_map(|(name, text)| [name, text])
                .cloned(),
        );
        all.extend(maker.workspace.glossaries()?);
        Ok(all)
    }
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
fn own_templates(report: &mut Report<'_>, workspace: &Workspace) -> Vec<(String, String)> {
    let folder = &workspace.project.publish.templates;
    let (texts, errors) = workspace.texts(folder);
    for error in errors {
        report.fail(error);
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
