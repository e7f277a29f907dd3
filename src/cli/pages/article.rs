//! One article made into its pages.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use smol_str::SmolStr;

use super::kept::{Built, Copied, Made, Page};
use crate::article::Prepared;
use crate::assemble::assemble;
use crate::catalog::Resolver;
use crate::cli::build::Build;
use crate::config::Fault;
use crate::publish::{
    Edition, Fact, Facts, Family, Hash, Published, Refusal, Site, Written, date, files,
    files_of_target, hash,
};
use crate::store::{Error, Workspace, Writer};
use crate::text::Severity;

/// What is needed to make any article.
pub(in crate::cli) struct Maker<'a> {
    pub(in crate::cli) build: &'a Build,
    pub(in crate::cli) workspace: &'a Workspace,
    pub(in crate::cli) writer: &'a Writer<'a>,
    pub(in crate::cli) site: Site<'a>,
    /// For each locale of the project but the source.
    pub(in crate::cli) resolvers: Vec<Resolver>,
    /// The locales that are written.
    pub(in crate::cli) locales: &'a [String],
    /// Keys of the articles that are written.
    pub(in crate::cli) wanted: HashSet<String>,
    /// What satz has written into the site, for each locale.
    pub(in crate::cli) written: &'a BTreeMap<String, Written>,
    /// Key and form of outputs whose place another article has.
    pub(in crate::cli) taken: HashSet<(String, &'static str)>,
    /// Whether the site knows what is published.
    pub(in crate::cli) knows_all: bool,
    /// What is wrong with a template.
    pub(in crate::cli) fault: OnceLock<Fault>,
}

impl Maker<'_> {
    /// Assembles an article in every locale, and makes and writes its pages. They wait if they lead
    /// to other articles of which nothing is known yet.
    pub(in crate::cli) fn make(&self, mut article: Prepared, errors: &mut Vec<Error>) -> Built {
        self.workspace.refuse_conflicts(&mut article, errors);
        let article = &article;
        let (facts, family) = self.assemble(article);
        let is_wanted = self.wanted.contains(&article.key) && self.fault.get().is_none();
        let made = is_wanted.then(|| self.publish(article, &family, errors));
        Built {
            facts,
            made: made.flatten(),
            is_wanted,
        }
    }

    fn editions<'a>(&'a self, article: &'a Prepared) -> Vec<Edition<'a>> {
        let project = &self.workspace.project;
        let mut editions = vec![Edition::source(project, article)];
        for (locale, resolver) in project.locales.iter().zip(&self.resolvers) {
            let Some(target) = article.target(locale) else {
                continue;
            };
            let mut edition = Edition::target(project, article, target, resolver);
            let policy = &mut edition.policy;
            policy.missing = self.build.missing.unwrap_or(policy.missing);
            policy.stale = self.build.stale.unwrap_or(policy.stale);
            policy.threshold = self.build.threshold.unwrap_or(policy.threshold);
            editions.push(edition);
        }
        editions
    }

    /// What there is to know of an article, and its editions that are published.
    fn assemble<'a>(&'a self, article: &'a Prepared) -> (Facts, Family<'a>) {
        let schemes = self.site.schemes();
        let mut family = Family::default();
        let mut facts = Facts {
            key: article.key.clone(),
            path: article.path.clone(),
            date: date(&article.text),
            editions: Vec::new(),
        };
        for edition in self.editions(article) {
            let mut notes = Vec::new();
            let mut refusal = edition.refusal();
            let mut assembled = None;
            if refusal.is_none() {
                let choices = edition.choices();
                let project = &self.workspace.project;
                let parsed = assemble(&edition.assembly(project, &choices, &schemes));
                for fault in parsed.diagnostics {
                    if fault.severity == Severity::Error {
                        refusal = Some(Refusal::Fault(fault.message));
                        break;
                    }
                    notes.push(fault.message);
                }
                assembled = Some(parsed.value).filter(|_| refusal.is_none());
            }
            let mut fact = Fact {
                locale: edition.locale.into(),
                title: String::new(),
                title_locale: SmolStr::default(),
                counts: edition.counts(),
                refusal: refusal.map(|refusal| (refusal.name().to_owned(), refusal.to_string())),
                notes,
            };
            if let Some(assembled) = assembled {
                let published = Published::new(&self.site, edition, assembled);
                published.title().clone_into(&mut fact.title);
                fact.title_locale = published.title_locale().into();
                family.published.push(published);
            }
            facts.editions.push(fact);
        }
        (facts, family)
    }

    /// Makes and writes the pages; None if they have to wait.
    fn publish(
        &self,
        article: &Prepared,
        family: &Family<'_>,
        errors: &mut Vec<Error>,
    ) -> Option<Made> {
        let project = &self.workspace.project;
        let mut made = Made::default();
        let mut all = Vec::new();
        let is_wanted = |one: &&Published<'_>| {
            let locale = one.edition.locale;
            self.locales.iter().any(|wanted| wanted == locale)
        };
        for published in family.published.iter().filter(is_wanted) {
            let locale = published.edition.locale;
            let mut texts = Vec::new();
            for form in self.build.forms(project, &article.path, article.format) {
                let is_taken = self.taken.contains(&(article.key.clone(), form.name));
                if is_taken || !form.fits(project, locale) {
                    continue;
                }
                let text = match form.make(&self.site, family, published) {
                    Ok(text) => text,
                    Err(fault) => {
                        self.fault.get_or_init(|| fault);
                        return None;
                    }
                };
                if !self.knows_all && !family.links().is_empty() {
                    return None;
                }
                if form.is_site() && *locale == project.source {
                    errors.extend(unproved(article, &text));
                    continue;
                }
                let page = Page {
                    locale: locale.into(),
                    form,
                    hash: hash(&text),
                    is_refused: false,
                };
                texts.push((page, text));
            }
            all.push((locale, texts));
        }
        let named = files(project, article);
        for (locale, texts) in all {
            let is_output = texts.iter().any(|(page, _)| !page.form.is_site());
            for (page, text) in texts {
                match self.write(article, page, &text, &mut made) {
                    Ok(page) => made.pages.push(page),
                    Err(error) => errors.push(error),
                }
            }
            for path in named.iter().filter(|_| is_output) {
                let below = project.beside(path).unwrap_or_default();
                let to = format!("{}/{locale}/{below}", project.output);
                let copied = self.copy(article, locale, (path.as_str(), to), errors);
                made.files.extend(copied);
            }
        }
        let published = |path: &String| {
            let locales = self.site.published.get(path);
            locales.cloned().unwrap_or_default()
        };
        for path in family.links() {
            let locales = published(&path);
            made.links.push((path, locales));
        }
        Some(made)
    }

    /// Writes a page. In a site only where nothing is, or what satz has written before: else the page
    /// comes back as one that was refused.
    fn write(
        &self,
        article: &Prepared,
        page: Page,
        text: &str,
        made: &mut Made,
    ) -> Result<Page, Error> {
        let project = &self.workspace.project;
        if !page.form.is_site() {
            let path = project.output_path(&page.locale, &article.key, page.form.extension);
            self.writer.write_output(&path, text.as_bytes())?;
            return Ok(page);
        }
        let path = project.target_path(&page.locale, &article.path);
        let path = path.unwrap_or_default();
        if let Some(other) = self.somebodys(&path, &page)? {
            return Ok(Page {
                hash: other,
                is_refused: true,
                ..page
            });
        }
        self.writer.write_output(&path, text.as_bytes())?;
        for (from, to) in files_of_target(article, &path) {
            made.files
                .extend(self.copy_into_site(&page.locale, from, to)?);
        }
        Ok(page)
    }

    /// The hash of what is in the place of a page, if satz has not written it.
    fn somebodys(&self, path: &str, page: &Page) -> Result<Option<Hash>, Error> {
        if self.build.overwrite {
            return Ok(None);
        }
        let written = self.written.get(page.locale.as_str());
        let there = self.workspace.bytes(path)?.map(hash);
        Ok(there.filter(|there| {
            *there != page.hash && !written.is_some_and(|written| written.has(path, there))
        }))
    }

    /// Copies a file that an article names to where its translation in the site looks for it, unless
    /// somebody's is there.
    fn copy_into_site(
        &self,
        locale: &SmolStr,
        from: String,
        to: String,
    ) -> Result<Option<Copied>, Error> {
        let Some(bytes) = self.workspace.bytes(&from)? else {
            return Ok(None);
        };
        let hash_of = hash(&bytes);
        let written = self.written.get(locale.as_str());
        let is_ours =
            |there| there == hash_of || written.is_some_and(|written| written.has(&to, &there));
        if !self.workspace.bytes(&to)?.map(hash).is_none_or(is_ours) {
            return Ok(None);
        }
        self.writer.write_output(&to, &bytes)?;
        Ok(Some(Copied {
            locale: locale.clone(),
            from,
            to,
            hash: Some(hash_of),
            is_in_site: true,
        }))
    }

    /// Copies a file that lies beside an article and that it names, so that it lies beside its pages
    /// in the same way.
    fn copy(
        &self,
        article: &Prepared,
        locale: &str,
        (path, to): (&str, String),
        errors: &mut Vec<Error>,
    ) -> Option<Copied> {
        match self.writer.copy(path, &to) {
            Ok(bytes) => Some(Copied {
                locale: locale.into(),
                from: path.to_owned(),
                to,
                hash: bytes.map(hash),
                is_in_site: false,
            }),
            Err(error) => {
                let name = path.rsplit('/').next().unwrap_or_default();
                let line = article.text.lines().position(|line| line.contains(name));
                let message = format!("names a file that is not copied: {error}");
                let error = Error::new(&article.path, message).at(line.unwrap_or_default() + 1);
                // Once, not for every locale.
                if !errors
                    .iter()
                    .any(|known| known.to_string() == error.to_string())
                {
                    errors.push(error);
                }
                None
            }
        }
    }
}

/// What to say of an article that its own catalog does not give back byte for byte.
fn unproved(article: &Prepared, text: &str) -> Option<Error> {
    if text == article.text {
        return None;
    }
    let lines = article.text.split('\n').zip(text.split('\n'));
    let line = { lines }.position(|(own, assembled)| own != assembled);
    let message = "its own catalog does not give it back byte for byte; run `satz sync`, and if that does not help, report it";
    Some(Error::new(&article.path, message).at(line.unwrap_or_default() + 1))
}
