//! One article made into its pages.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use smol_str::SmolStr;

use super::BuildQuestion;
use super::kept::{BuiltArticle, Copied, MadePages, PageRecord};
use crate::article::Prepared;
use crate::assemble::assemble;
use crate::catalog::Resolver;
use crate::config::Fault;
use crate::publish::{
    Edition, Fact, Facts, Family, Hash, Published, Refusal, Site, Written, author, date, files,
    files_of_target, hash, picture_size,
};
use crate::store::{Error, Workspace, Writer};
use crate::text::Severity;

/// Endings of pictures whose size can be told.
const PICTURES: [&str; 6] = ["png", "jpg", "jpeg", "gif", "webp", "svg"];

/// A locale, and the pages of an article in it.
type RenderedEdition<'a> = (&'a str, Vec<(PageRecord, String)>);

/// What is needed to make any article.
pub(super) struct Maker<'a> {
    pub(super) question: &'a BuildQuestion,
    pub(super) workspace: &'a Workspace,
    /// What writes pages; none where they are only looked at.
    pub(super) writer: Option<&'a Writer<'a>>,
    pub(super) site: Site<'a>,
    /// For each locale of the project but the source.
    pub(super) resolvers: Vec<Resolver>,
    /// The locales that are written.
    pub(super) locales: &'a [String],
    /// Keys of the articles that are written.
    pub(super) wanted: HashSet<String>,
    /// What satz has written into the site, for each locale.
    pub(super) written: &'a BTreeMap<String, Written>,
    /// Key and form of outputs whose place another article has.
    pub(super) taken: HashSet<(String, &'static str)>,
    /// Whether the site knows what is published.
    pub(super) knows_all: bool,
    /// What is wrong with a template.
    pub(super) fault: OnceLock<Fault>,
}

impl Maker<'_> {
    /// Assembles an article in every locale, and makes and writes its pages. They wait if they lead
    /// to other articles of which nothing is known yet.
    pub(super) fn make(&self, mut article: Prepared, errors: &mut Vec<Error>) -> BuiltArticle {
        self.workspace.refuse_conflicts(&mut article, errors);
        let article = &article;
        let (facts, mut family) = self.assemble(article);
        family.sizes = self.sizes(article);
        let is_wanted = self.wanted.contains(&article.key) && self.fault.get().is_none();
        let made = is_wanted.then(|| self.publish(article, &family, errors));
        BuiltArticle {
            facts,
            made: made.flatten(),
            is_wanted,
        }
    }

    fn editions<'a>(&'a self, article: &'a Prepared) -> Vec<Edition<'a>> {
        let project = &self.workspace.project;
        let mut source = Edition::source(project, article);
        source.names_units = self.question.names_units;
        let mut editions = vec![source];
        for (locale, resolver) in project.locales.iter().zip(&self.resolvers) {
            let Some(target) = article.target(locale) else {
                continue;
            };
            let mut edition = Edition::target(project, article, target, resolver);
            let policy = &mut edition.policy;
            policy.missing = self.question.missing.unwrap_or(policy.missing);
            policy.stale = self.question.stale.unwrap_or(policy.stale);
            policy.threshold = self.question.threshold.or(policy.threshold);
            if self.question.names_units {
                edition.name_units();
            }
            editions.push(edition);
        }
        editions
    }

    /// The sizes of the pictures that an article names, for each locale that is written.
    fn sizes(&self, article: &Prepared) -> BTreeMap<(SmolStr, String), (u32, u32)> {
        let mut sizes = BTreeMap::new();
        for path in files(&self.workspace.project, article) {
            let dot = path.rfind('.').map_or("", |dot| &path[dot + 1..]);
            let is_picture = PICTURES
                .iter()
                .any(|ending| dot.eq_ignore_ascii_case(ending));
            for locale in self.locales.iter().filter(|_| is_picture) {
                let mut candidates = localized(&path, locale).into_iter();
                let size = candidates.find_map(|path| {
                    let bytes = self.workspace.bytes(&path).ok().flatten()?;
                    Some(picture_size(&bytes))
                });
                if let Some(size) = size.flatten() {
                    sizes.insert((locale.into(), path.clone()), size);
                }
            }
        }
        sizes
    }

    /// What there is to know of an article, and its editions that are published.
    fn assemble<'a>(&'a self, article: &'a Prepared) -> (Facts, Family<'a>) {
        let schemes = self.site.schemes();
        let mut family = Family::default();
        let mut facts = Facts {
            key: article.key.clone(),
            path: article.path.clone(),
            date: date(&article.text),
            author: author(&article.text),
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
                description: String::new(),
                is_indexed: !edition.is_mostly_source(&self.workspace.project),
                counts: edition.counts(),
                refusal: refusal.map(|refusal| (refusal.name().to_owned(), refusal.to_string())),
                notes,
            };
            if let Some(assembled) = assembled {
                let published = Published::new(&self.site, edition, assembled);
                published.title().clone_into(&mut fact.title);
                fact.title_locale = published.title_locale().into();
                published.description().clone_into(&mut fact.description);
                family.published.push(published);
            }
            facts.editions.push(fact);
        }
        (facts, family)
    }

    /// The pages of an article as texts, with where they go, as far as no template has a fault.
    pub(super) fn render_all(
        &self,
        article: &Prepared,
        errors: &mut Vec<Error>,
    ) -> Vec<(String, PageRecord, String)> {
        let (facts, mut family) = self.assemble(article);
        family.sizes = self.sizes(article);
        let rendered = self.render(article, &family, errors).unwrap_or_default();
        let texts = rendered.into_iter().flat_map(|(_, texts)| texts);
        texts
            .map(|(page, text)| (page.place(&self.workspace.project, &facts), page, text))
            .collect()
    }

    /// The pages as texts, edition by edition; `None` if they have to wait, or a template has a fault.
    fn render<'f>(
        &self,
        article: &Prepared,
        family: &'f Family<'_>,
        errors: &mut Vec<Error>,
    ) -> Option<Vec<RenderedEdition<'f>>> {
        let project = &self.workspace.project;
        let mut rendered = Vec::new();
        let is_wanted = |published: &&Published<'_>| {
            let locale = published.edition.locale;
            self.locales.iter().any(|wanted| wanted == locale)
        };
        for published in family.published.iter().filter(is_wanted) {
            let locale = published.edition.locale;
            let mut texts = Vec::new();
            for form in self
                .question
                .forms_of(project, &article.path, article.format)
            {
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
                let record = PageRecord {
                    locale: locale.into(),
                    form,
                    hash: hash(&text),
                    is_refused: false,
                };
                texts.push((record, text));
            }
            rendered.push((locale, texts));
        }
        Some(rendered)
    }

    /// Makes and writes the pages; `None` if they have to wait.
    fn publish(
        &self,
        article: &Prepared,
        family: &Family<'_>,
        errors: &mut Vec<Error>,
    ) -> Option<MadePages> {
        let rendered = self.render(article, family, errors)?;
        let (writer, project) = (self.writer?, &self.workspace.project);
        let mut made = MadePages::default();
        let named = files(project, article);
        for (locale, texts) in rendered {
            let is_output = texts.iter().any(|(page, _)| !page.form.is_site());
            for (page, text) in texts {
                match self.write(writer, article, page, &text, &mut made) {
                    Ok(page) => made.pages.push(page),
                    Err(error) => errors.push(error),
                }
            }
            for path in named.iter().filter(|_| is_output) {
                made.files
                    .extend(self.copies(writer, article, locale, path, errors));
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
        writer: &Writer<'_>,
        article: &Prepared,
        page: PageRecord,
        text: &str,
        made: &mut MadePages,
    ) -> Result<PageRecord, Error> {
        let project = &self.workspace.project;
        if !page.form.is_site() {
            let path = project.output_path(&page.locale, &article.key, page.form.extension);
            writer.write_output(&path, text.as_bytes())?;
            return Ok(page);
        }
        let path = project.target_path(&page.locale, &article.path);
        let path = path.unwrap_or_default();
        if let Some(other) = self.somebodys(&path, &page)? {
            return Ok(PageRecord {
                hash: other,
                is_refused: true,
                ..page
            });
        }
        writer.write_output(&path, text.as_bytes())?;
        for (from, to) in files_of_target(article, &path) {
            made.files
                .extend(self.copy_into_site(writer, &page.locale, from, to)?);
        }
        Ok(page)
    }

    /// The hash of what is in the place of a page, if satz has not written it.
    fn somebodys(&self, path: &str, page: &PageRecord) -> Result<Option<Hash>, Error> {
        if self.question.overwrite {
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
        writer: &Writer<'_>,
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
        writer.write_output(&to, &bytes)?;
        Ok(Some(Copied {
            locale: locale.clone(),
            from,
            to,
            hash: Some(hash_of),
            is_in_site: true,
        }))
    }

    /// Copies a file that lies beside an article and that it names, so that it lies beside its pages
    /// in the same way: the one that is meant for the locale (`markt.en.png` for `markt.png`) where
    /// there is one. What was looked for in vain comes back as well.
    fn copies(
        &self,
        writer: &Writer<'_>,
        article: &Prepared,
        locale: &str,
        path: &str,
        errors: &mut Vec<Error>,
    ) -> Vec<Copied> {
        let project = &self.workspace.project;
        let below = project.beside(path).unwrap_or_default();
        let to = format!("{}/{locale}/{below}", project.output);
        let mut copies = Vec::new();
        for from in localized(path, locale) {
            let copied = copy(writer, article, locale, (&from, to.clone()), errors);
            let is_there = copied.as_ref().is_some_and(|copied| copied.hash.is_some());
            copies.extend(copied);
            if is_there {
                break;
            }
        }
        copies
    }
}

/// Copies a file; `None` with an error where it cannot be copied.
fn copy(
    writer: &Writer<'_>,
    article: &Prepared,
    locale: &str,
    (path, to): (&str, String),
    errors: &mut Vec<Error>,
) -> Option<Copied> {
    match writer.copy(path, &to) {
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

/// The files that may stand for one in a locale, the most special first, the file itself last.
pub(super) fn localized(path: &str, locale: &str) -> Vec<String> {
    let mut found = Vec::new();
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    if let Some(dot) = path[name..].rfind('.').filter(|dot| *dot > 0) {
        let (stem, extension) = path.split_at(name + dot);
        let mut tag = Some(locale);
        while let Some(own) = tag {
            found.push(format!("{stem}.{own}{extension}"));
            tag = own.rsplit_once('-').map(|(shorter, _)| shorter);
        }
    }
    found.push(path.to_owned());
    found
}
