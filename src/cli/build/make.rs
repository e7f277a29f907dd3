//! What becomes of one article in all locales.

use super::Build;
use crate::assemble::assemble;
use crate::catalog::Resolver;
use crate::project::{Fault, Prepared, Project};
use crate::publish::{
    Counts, Edition, Output, Published, Refusal, Site, Templates, Unpublished, date, hash,
};
use crate::store::{Cache, Pack, Workspace, pack_fields};
use crate::text::Severity;

/// Makes the outputs of articles.
pub(super) struct Maker<'a> {
    pub(super) build: &'a Build,
    pub(super) project: &'a Project,
    /// The locales that are written.
    pub(super) locales: &'a [String],
    pub(super) templates: &'a Templates,
    /// The workspace's own words for pages.
    pub(super) words: &'a [(String, String)],
    /// Names of the forms that are written.
    pub(super) forms: &'a [&'static str],
    /// What the catalogs of each locale may refer to.
    pub(super) resolvers: &'a [(String, Resolver)],
}

/// What became of an article.
pub(super) struct Made {
    /// The article's key.
    pub(super) key: String,
    /// In each of the locales that are written, in their order.
    pub(super) editions: Vec<InLocale>,
    /// Path and text of the outputs, unless an earlier run has written them.
    pub(super) texts: Vec<(String, String)>,
    /// What is wrong with the templates.
    pub(super) fault: Option<Fault>,
}

/// What became of an article in one locale.
#[derive(Default)]
pub(super) struct InLocale {
    /// What is to be said of it.
    pub(super) notes: Vec<String>,
    /// Why it was not published.
    pub(super) unpublished: Option<Unpublished>,
    /// Its files.
    pub(super) outputs: Vec<Output>,
}

impl Maker<'_> {
    /// What pages have in common; those of one article link only to each other.
    pub(super) fn site<'a>(&'a self, published: &'a [Published<'a>]) -> Site<'a> {
        Site {
            project: self.project,
            templates: self.templates,
            words: self.words,
            published,
            forms: self.forms,
        }
    }

    /// Assembles an article in every locale, and makes the texts of its outputs.
    pub(super) fn make(&self, article: &Prepared) -> Made {
        let mut made = Made {
            key: article.key.clone(),
            editions: Vec::new(),
            texts: Vec::new(),
            fault: None,
        };
        made.editions
            .resize_with(self.locales.len(), InLocale::default);
        let mut published = Vec::new();
        for edition in self.editions(article) {
            let index = self.locales.iter().position(|own| own == edition.locale);
            let mut nowhere = InLocale::default();
            let place = index.and_then(|index| made.editions.get_mut(index));
            published.extend(self.publish(edition, place.unwrap_or(&mut nowhere)));
        }
        let site = self.site(&published);
        for one in &published {
            let index = self
                .locales
                .iter()
                .position(|own| own == one.edition.locale);
            let Some(place) = index.and_then(|index| made.editions.get_mut(index)) else {
                continue;
            };
            if let Err(fault) = self.write(&site, one, &mut place.outputs, &mut made.texts) {
                made.fault = Some(fault);
                break;
            }
        }
        made
    }

    /// The article in every locale, also in those that are not written now: pages link to them.
    fn editions<'a>(&'a self, article: &'a Prepared) -> Vec<Edition<'a>> {
        let mut editions = vec![Edition::source(self.project, article)];
        for (locale, resolver) in self.resolvers {
            let Some(target) = article.target(locale) else {
                continue;
            };
            let mut edition = Edition::target(self.project, article, target, resolver);
            let policy = &mut edition.policy;
            policy.missing = self.build.missing.unwrap_or(policy.missing);
            policy.stale = self.build.stale.unwrap_or(policy.stale);
            policy.threshold = self.build.threshold.unwrap_or(policy.threshold);
            editions.push(edition);
        }
        editions
    }

    /// Assembles an edition; says why it is not published, if it is not.
    fn publish<'a>(&self, edition: Edition<'a>, made: &mut InLocale) -> Option<Published<'a>> {
        let name = format!("{}/{}", edition.locale, edition.article.key);
        let schemes: Vec<&str> = self
            .project
            .publish
            .links
            .iter()
            .map(String::as_str)
            .collect();
        let mut refusal = edition.refusal();
        let mut assembled = None;
        if refusal.is_none() {
            let choices = edition.choices();
            let parsed = assemble(&edition.assembly(self.project, &choices, &schemes));
            for fault in parsed.diagnostics {
                if fault.severity == Severity::Error {
                    refusal = Some(Refusal::Fault(fault.message));
                    break;
                }
                made.notes.push(format!("{name}: {}", fault.message));
            }
            assembled = Some(parsed.value);
        }
        if let Some(refusal) = refusal {
            made.notes.push(format!("{name}: not published, {refusal}"));
            made.unpublished = Some(Unpublished {
                locale: edition.locale.to_owned(),
                article: edition.article.key.clone(),
                reason: refusal.name().to_owned(),
                units: edition.counts(),
            });
            return None;
        }
        let assembled = assembled?;
        Some(Published { edition, assembled })
    }

    /// Makes the files of an edition.
    fn write(
        &self,
        site: &Site<'_>,
        published: &Published<'_>,
        outputs: &mut Vec<Output>,
        texts: &mut Vec<(String, String)>,
    ) -> Result<(), Fault> {
        let edition = &published.edition;
        let article = edition.article;
        let (title, title_locale) = published.title(site);
        let forms = self.build.forms(article.format);
        for form in forms.iter().filter(|form| form.fits(site, edition)) {
            let path = self
                .project
                .output_path(edition.locale, &article.key, form.extension);
            let text = form.make(site, published)?;
            outputs.push(Output {
                path: path[self.project.output.len() + 1..].to_owned(),
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
            texts.push((path, text));
        }
        Ok(())
    }
}

impl Made {
    /// Whether the files that an earlier run wrote still hold what it wrote.
    pub(super) fn is_in_place(&self, workspace: &Workspace, outputs: &Cache, key: &str) -> bool {
        let all = || self.editions.iter().flat_map(|edition| &edition.outputs);
        let path = |output: &Output| format!("{}/{}", workspace.project.output, output.path);
        let hashes = || all().map(|output| output.hash.clone()).collect::<Vec<_>>();
        outputs.are_in_place(
            workspace,
            key,
            || all().map(path).collect(),
            &hashes(),
            hash,
        )
    }
}

impl Pack for Made {
    fn pack(&self, out: &mut Vec<u8>) {
        // What failed is made anew.
        self.fault.is_none().pack(out);
        self.key.pack(out);
        self.editions.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        bool::unpack(from)?.then_some(())?;
        Some(Self {
            key: Pack::unpack(from)?,
            editions: Pack::unpack(from)?,
            texts: Vec::new(),
            fault: None,
        })
    }
}

pack_fields!(InLocale {
    notes,
    unpublished,
    outputs
});
pack_fields!(Unpublished {
    locale,
    article,
    reason,
    units
});
pack_fields!(Output {
    path,
    form,
    locale,
    article,
    from,
    title,
    title_locale,
    date,
    units,
    hash
});
pack_fields!(Counts {
    total,
    current,
    empty,
    inherited,
    edited,
    stale,
    missing
});
