use std::collections::BTreeMap;

use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use super::address::{encode, relative};
use super::crosslink::crosslinked;
use super::words::Words;
use super::{Counts, Edition, Templates, form_of};
use crate::assemble::{Assembled, Assembly, Choice, content, own_page, rows};
use crate::document::FrontMatter;
use crate::language::{Moment, MomentStyle, autonym, direction};
use crate::project::{Fault, Project};

/// What all pages of a workspace share.
#[derive(Debug)]
pub struct Site<'a> {
    /// The workspace's configuration.
    pub project: &'a Project,
    /// The templates.
    pub templates: &'a Templates,
    /// The workspace's own words for pages: locale and Fluent text.
    pub words: &'a [(String, String)],
    /// Everything that is published.
    pub published: &'a [Published<'a>],
    /// Names of the forms that are written.
    pub forms: &'a [&'a str],
}

/// An article in a locale that is published.
#[derive(Debug, Clone)]
pub struct Published<'a> {
    /// The article and its units.
    pub edition: Edition<'a>,
    /// It, assembled.
    pub assembled: Assembled,
}

/// A language as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Language {
    locale: String,
    dir: &'static str,
    name: String,
}

/// The same page in another language, or in this one.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Alternate {
    #[serde(flatten)]
    language: Language,
    /// Address to link to from the page.
    href: String,
    /// Full address where the site has one, else `href`.
    url: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct BilingualRow {
    kind: &'static str,
    begins: bool,
    state: &'static str,
    source: Value,
    target: Option<Value>,
    locale: String,
    dir: &'static str,
}

impl Language {
    pub(super) fn of(locale: &str) -> Self {
        Self {
            locale: locale.to_owned(),
            dir: direction(locale),
            name: autonym(locale),
        }
    }
}

impl Published<'_> {
    /// Calls `use_it` with the edition as `assemble` takes it.
    pub(super) fn with_assembly<T>(
        &self,
        site: &Site<'_>,
        use_it: impl FnOnce(&Assembly<'_>) -> T,
    ) -> T {
        let choices = self.edition.choices();
        let schemes = site.schemes();
        use_it(&self.edition.assembly(site.project, &choices, &schemes))
    }

    /// Its title, and the language of the title.
    pub fn title(&self, site: &Site<'_>) -> (String, String) {
        let labels = self.edition.labels();
        let found =
            self.with_assembly(site, |assembly| content(assembly, &self.assembled, &labels));
        let title = found.title.trim();
        let title = if title.is_empty() {
            &self.edition.article.key
        } else {
            title
        };
        (title.to_owned(), found.title_locale)
    }
}

impl Site<'_> {
    fn schemes(&self) -> Vec<&str> {
        self.project
            .publish
            .links
            .iter()
            .map(String::as_str)
            .collect()
    }

    pub(super) fn words(&self, locale: &str) -> Words {
        let own = self.words.iter().find(|(name, _)| name == locale);
        Words::of(locale, own.map(|(_, text)| text.as_str()))
    }

    /// The full address of an output, where the site has one.
    pub(super) fn url(&self, path: &str) -> Option<String> {
        let base = self.project.publish.url.as_deref()?;
        Some(format!("{base}{}", encode(path)))
    }

    /// The page at `path` and its siblings: one per locale for which `sibling` gives a path.
    pub(super) fn alternates(
        &self,
        path: &str,
        locale: &str,
        sibling: impl Fn(&str) -> Option<String>,
    ) -> Vec<Alternate> {
        std::iter::once(&self.project.source)
            .chain(&self.project.locales)
            .filter_map(|other| {
                let to = sibling(other)?;
                let href = relative(path, &to);
                Some(Alternate {
                    url: self.url(&to).unwrap_or_else(|| href.clone()),
                    href,
                    current: other == locale,
                    language: Language::of(other),
                })
            })
            .collect()
    }

    /// What every template gets.
    pub(super) fn common(&self, path: &str, locale: &str, alternates: &[Alternate]) -> Value {
        let words = self.words(locale);
        let original = alternates
            .iter()
            .find(|other| other.language.locale == self.project.source);
        context! {
            locale => locale,
            dir => direction(locale),
            name => autonym(locale),
            source => Serde(Language::of(&self.project.source)),
            site => self.project.publish.title.as_deref(),
            canonical => self.url(path),
            alternates => Serde(alternates),
            original => original.map(|original| &original.url),
            words => words.of,
            words_locale => words.locale.as_str(),
            words_dir => direction(&words.locale),
        }
    }
}

/// A page of an article.
pub(super) fn page(site: &Site<'_>, published: &Published<'_>) -> Result<String, Fault> {
    let labels = published.edition.labels();
    if published.edition.article.format.name == "html" {
        let page = |assembly: &Assembly<'_>| own_page(assembly, &published.assembled, &labels);
        let page = published.with_assembly(site, page);
        return Ok(crosslinked(site, published, "html", page));
    }
    let found = published.with_assembly(site, |assembly| {
        content(assembly, &published.assembled, &labels)
    });
    let body = crosslinked(site, published, "html", found.body);
    let values = context! {
        heading => found.heading.as_deref().map(safe),
        body => safe(&body),
        ..article(site, published, "html")
    };
    site.templates.render("page.html", values)
}

/// A page with the source and the translation side by side.
pub(super) fn bilingual(site: &Site<'_>, published: &Published<'_>) -> Result<String, Fault> {
    let edition = &published.edition;
    let leaders: Vec<usize> = edition.units.iter().map(|unit| unit.leader).collect();
    let found = published.with_assembly(site, |assembly| rows(assembly, &leaders));
    let choices = edition.choices();
    let fallback = |unit: usize| {
        let choice = choices[unit];
        matches!(choice, Choice::Source | Choice::Mark) && edition.locale != site.project.source
    };
    let source = Language::of(&site.project.source);
    let mut list: Vec<BilingualRow> = Vec::new();
    for row in &found {
        let unit = &edition.units[row.unit];
        let locale = if fallback(row.unit) {
            source.locale.clone()
        } else {
            unit.supplier
                .clone()
                .unwrap_or_else(|| edition.locale.to_owned())
        };
        list.push(BilingualRow {
            kind: row.kind.name(),
            begins: row.begins,
            state: unit.state.name(),
            source: safe(&row.source),
            target: row.target.as_deref().map(safe),
            dir: direction(&locale),
            locale,
        });
    }
    let values = context! {
        rows => Serde(list),
        page => relative(&path(edition, "bilingual"), &path(edition, "html")),
        ..article(site, published, "bilingual")
    };
    let page = site.templates.render("bilingual.html", values)?;
    Ok(crosslinked(site, published, "bilingual", page))
}

/// What the templates of an article get.
fn article(site: &Site<'_>, published: &Published<'_>, form: &str) -> Value {
    let edition = &published.edition;
    let own = path(edition, form);
    let sibling = |locale: &str| {
        let other = site.published.iter().find(|other| {
            other.edition.locale == locale && other.edition.article.key == edition.article.key
        })?;
        let fits = form_of(form).is_some_and(|form| form.fits(site, &other.edition));
        fits.then(|| path(&other.edition, form))
    };
    let alternates = site.alternates(&own, edition.locale, sibling);
    let labels = edition.labels();
    let found = published.with_assembly(site, |assembly| {
        content(assembly, &published.assembled, &labels)
    });
    let title = if found.title.trim().is_empty() {
        edition.article.key.clone()
    } else {
        found.title
    };
    let index = format!("{}/index.html", edition.locale);
    let counts: Counts = edition.counts();
    let has = |name: &str| site.forms.contains(&name);
    let has_index = has("html") && edition.article.key != "index";
    context! {
        article => edition.article.key.as_str(),
        title => title.trim(),
        title_dir => direction(&found.title_locale),
        title_locale => found.title_locale,
        description => found.description,
        units => Serde(counts),
        percent => counts.percent(),
        translated => site.words(edition.locale).translated(counts.percent()),
        date => date(&edition.article.text).and_then(|date| Day::of(&date, edition.locale)).map(Serde),
        fields => fields(&edition.article.text),
        index => has_index.then(|| relative(&own, &index)),
        bilingual => (has("bilingual") && edition.locale != site.project.source)
            .then(|| relative(&own, &path(edition, "bilingual"))),
        ..site.common(&own, edition.locale, &alternates)
    }
}

/// A date as a template sees it.
#[derive(Debug, Serialize)]
pub(super) struct Day {
    iso: String,
    text: String,
}

impl Day {
    pub(super) fn of(date: &str, locale: &str) -> Option<Self> {
        let style = MomentStyle {
            date: Some("long"),
            ..MomentStyle::default()
        };
        let moment = Moment::parse(date)?;
        Some(Self {
            iso: moment.iso(),
            text: moment.format(locale, &style)?,
        })
    }
}

/// The date in the front matter of an article.
pub fn date(article: &str) -> Option<String> {
    fields(article).remove("date")
}

/// The fields of the front matter.
fn fields(article: &str) -> BTreeMap<String, String> {
    let front = FrontMatter::find(article).map(|(front, _)| front.scalars());
    let fields = front.unwrap_or_default().into_iter();
    fields.map(|(name, text, _)| (name, text)).collect()
}

/// Where an edition's file lies below the output folder.
fn path(edition: &Edition<'_>, form: &str) -> String {
    let extension = form_of(form).map_or(form, |form| form.extension);
    format!("{}/{}.{extension}", edition.locale, edition.article.key)
}

fn safe(html: &str) -> Value {
    Value::from_safe_string(html.to_owned())
}
