//! An article as a page of a site.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;
use serde_json::json;
use smol_str::SmolStr;

use super::address::{encode, relative};
use super::crosslink::crosslinked;
use super::origin::{
    article_data, in_element, machine_notice, schema_source_type, source_type, with_origin,
};
use super::path::output_path;
use super::words::Words;
use super::{Counts, Edition, EditionUnit, Templates, feed_path, form_of};
use crate::assemble::{Assembled, Assembly, Choice, Content, content, own_page, rows};
use crate::compare::State;
use crate::config::{Fault, Project, Stale};
use crate::document::FrontMatter;
use crate::language::{Moment, MomentStyle, autonym, direction};

/// What all pages of a workspace share.
#[derive(Debug)]
pub struct Site<'a> {
    /// The workspace's configuration.
    pub project: &'a Project,
    /// The templates.
    pub templates: &'a Templates,
    /// Names of the forms that are written.
    pub forms: &'a [&'a str],
    /// The locales in which each article is published, by the article's path.
    pub published: BTreeMap<String, Vec<SmolStr>>,
    words: BTreeMap<String, Words>,
}

/// The editions of one article that are published.
#[derive(Debug, Default)]
pub struct Family<'a> {
    /// They.
    pub published: Vec<Published<'a>>,
    /// Width and height of the pictures that the article names, by locale and path in the workspace.
    pub sizes: BTreeMap<(SmolStr, String), (u32, u32)>,
    links: RefCell<BTreeSet<String>>,
}

/// An article in a locale that is published.
#[derive(Debug, Clone)]
pub struct Published<'a> {
    /// The article and its units.
    pub edition: Edition<'a>,
    assembled: Assembled,
    content: Content,
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
    unit: Option<String>,
    kind: &'static str,
    begins: bool,
    name: Option<String>,
    state: &'static str,
    by_machine: bool,
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

impl Family<'_> {
    /// Paths of the articles that the pages made so far lead to, be they published or not.
    pub fn links(&self) -> Vec<String> {
        self.links.borrow().iter().cloned().collect()
    }

    /// Notes that a page leads to an article.
    pub(super) fn note_link(&self, path: &str) {
        self.links.borrow_mut().insert(path.to_owned());
    }

    fn has(&self, locale: &str) -> bool {
        let mut all = self.published.iter();
        all.any(|other| other.edition.locale == locale)
    }
}

impl<'a> Published<'a> {
    /// An edition and what was assembled of it.
    pub fn new(site: &Site<'_>, edition: Edition<'a>, assembled: Assembled) -> Self {
        let labels = edition.labels();
        let content = with_assembly(site, &edition, |assembly| {
            content(assembly, &assembled, &labels)
        });
        Self {
            edition,
            assembled,
            content,
        }
    }

    /// Calls `use_it` with the edition as `assemble` takes it, and with what came of it.
    pub(super) fn with_assembly<T>(
        &self,
        site: &Site<'_>,
        use_it: impl FnOnce(&Assembly<'_>, &Assembled) -> T,
    ) -> T {
        with_assembly(site, &self.edition, |assembly| {
            use_it(assembly, &self.assembled)
        })
    }

    /// Its title.
    pub fn title(&self) -> &str {
        match self.content.title.trim() {
            "" => &self.edition.article.key,
            title => title,
        }
    }

    /// The description of its front matter, if there is one.
    pub fn description(&self) -> &str {
        self.content.description.as_deref().unwrap_or_default()
    }

    /// The language of its title.
    pub fn title_locale(&self) -> &str {
        &self.content.title_locale
    }
}

/// Calls `use_it` with an edition as `assemble` takes it.
fn with_assembly<T>(
    site: &Site<'_>,
    edition: &Edition<'_>,
    use_it: impl FnOnce(&Assembly<'_>) -> T,
) -> T {
    let choices = edition.choices();
    let schemes = site.schemes();
    use_it(&edition.assembly(site.project, &choices, &schemes))
}

impl<'a> Site<'a> {
    /// A site of which nothing is known to be published yet; `own` are the workspace's own words for
    /// pages: locale and Fluent text.
    pub fn new(
        project: &'a Project,
        templates: &'a Templates,
        own: &[(String, String)],
        forms: &'a [&'a str],
    ) -> Self {
        let locales = std::iter::once(&project.source).chain(&project.locales);
        let words = locales.map(|locale| {
            let own = own.iter().find(|(name, _)| name == locale);
            let words = Words::of(locale, own.map(|(_, text)| text.as_str()));
            (locale.clone(), words)
        });
        Self {
            project,
            templates,
            forms,
            published: BTreeMap::new(),
            words: words.collect(),
        }
    }

    /// Schemes that links may have.
    pub fn schemes(&self) -> Vec<&str> {
        let schemes = self.project.publish.links.iter();
        schemes.map(String::as_str).collect()
    }

    /// The words for a locale of the project.
    pub(super) fn words(&self, locale: &str) -> &Words {
        &self.words[locale]
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
            words => &words.of,
            words_locale => words.locale.as_str(),
            words_dir => direction(&words.locale),
        }
    }
}

/// A page of an article.
pub(super) fn page(
    site: &Site<'_>,
    family: &Family<'_>,
    published: &Published<'_>,
) -> Result<String, Fault> {
    if published.edition.article.format.name == "html" {
        let page = own(site, published);
        return Ok(crosslinked(site, family, published, "html", page));
    }
    let found = &published.content;
    let body = crosslinked(site, family, published, "html", found.body.clone());
    let values = context! {
        heading => found.heading.as_deref().map(safe),
        heading_id => found.heading_id.as_deref(),
        body => safe(&body),
        ..article(site, family, published, "html")
    };
    site.templates.render("page.html", values)
}

/// An article in HTML, as its own file has it.
pub(super) fn own(site: &Site<'_>, published: &Published<'_>) -> String {
    let labels = published.edition.labels();
    let page =
        |assembly: &Assembly<'_>, assembled: &Assembled| own_page(assembly, assembled, &labels);
    let page = published.with_assembly(site, page);
    let words = site.words(published.edition.locale);
    with_origin(&published.edition, published.title(), words, page)
}

/// A page with the source and the translation side by side.
pub(super) fn bilingual(
    site: &Site<'_>,
    family: &Family<'_>,
    published: &Published<'_>,
) -> Result<String, Fault> {
    let edition = &published.edition;
    let leaders: Vec<usize> = edition.units.iter().map(|unit| unit.leader).collect();
    let found = published.with_assembly(site, |assembly, _| rows(assembly, &leaders));
    let (choices, labels) = (edition.choices(), edition.labels());
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
            unit: edition.names_units.then(|| unit.id.to_string()),
            kind: row.kind.name(),
            begins: row.begins,
            name: row.name.clone(),
            state: unit.state.name(),
            by_machine: labels[row.unit]
                .as_ref()
                .is_some_and(|label| label.class == "machine"),
            source: safe(&row.source),
            target: row.target.as_deref().map(safe),
            dir: direction(&locale),
            locale,
        });
    }
    let values = context! {
        rows => Serde(list),
        page => {
            let path = |form| output_path(edition.locale, &edition.article.key, form);
            relative(&path("bilingual"), &path("html"))
        },
        ..article(site, family, published, "bilingual")
    };
    let page = site.templates.render("bilingual.html", values)?;
    Ok(crosslinked(site, family, published, "bilingual", page))
}

/// What the templates of an article get.
fn article(site: &Site<'_>, family: &Family<'_>, published: &Published<'_>, form: &str) -> Value {
    let edition = &published.edition;
    let key = &edition.article.key;
    let own = output_path(edition.locale, key, form);
    let sibling = |locale: &str| {
        let fits = form_of(form).is_some_and(|form| form.fits(site.project, locale));
        (fits && family.has(locale)).then(|| output_path(locale, key, form))
    };
    let alternates = site.alternates(&own, edition.locale, sibling);
    let found = &published.content;
    let index = format!("{}/index.html", edition.locale);
    let counts: Counts = edition.counts();
    let has = |name: &str| site.forms.contains(&name);
    let has_index = has("html") && key != "index";
    let day = date(&edition.article.text).and_then(|date| Day::of(&date, edition.locale));
    let has_feed = has("html") && day.is_some() && !edition.is_mostly_source(site.project);
    context! {
        article => key.as_str(),
        title => published.title(),
        title_dir => direction(&found.title_locale),
        title_locale => found.title_locale.as_str(),
        description => found.description.as_deref(),
        author => author(&edition.article.text),
        older => older(site, edition),
        machine => machine_notice(site.words(edition.locale), edition),
        source_type => source_type(edition),
        feed => has_feed.then(|| site.url(&feed_path(edition.locale))).flatten(),
        structured => structured(site, published, &alternates).map(|text| safe(&text)),
        // A page with an address says it among the rest.
        origin => site.project.publish.url.is_none()
            .then(|| article_data(edition, published.title()))
            .flatten()
            .map(|text| safe(&text)),
        units => Serde(counts),
        percent => counts.percent(),
        translated => site.words(edition.locale).translated(counts.percent()),
        date => day.map(Serde),
        fields => fields(&edition.article.text),
        index => has_index.then(|| relative(&own, &index)),
        noindex => edition.is_mostly_source(site.project),
        bilingual => (has("bilingual") && edition.locale != site.project.source)
            .then(|| relative(&own, &output_path(edition.locale, key, "bilingual"))),
        ..site.common(&own, edition.locale, &alternates)
    }
}

/// What a page says of its sentences that were translated from an older version and are shown.
fn older(site: &Site<'_>, edition: &Edition<'_>) -> Option<String> {
    let is_older = |unit: &&EditionUnit| matches!(unit.state, State::Stale | State::Edited);
    let count = edition.units.iter().filter(is_older).count();
    let is_shown = count > 0 && edition.policy.stale == Stale::Use;
    is_shown.then(|| {
        let words = site.words(edition.locale);
        words.share("older", count, edition.units.len())
    })
}

/// What a page says to programs, as JSON-LD; nothing where the site has no address.
fn structured(
    site: &Site<'_>,
    published: &Published<'_>,
    alternates: &[Alternate],
) -> Option<String> {
    let edition = &published.edition;
    let text = &edition.article.text;
    let url = |alternate: &Alternate| alternate.url.clone();
    site.project.publish.url.as_ref()?;
    let mut all = alternates.iter();
    let own = all.find(|other| other.current).map(url)?;
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": own,
        "url": own,
        "headline": published.title(),
        "inLanguage": edition.locale,
    });
    if let Some(description) = &published.content.description {
        data["description"] = json!(description);
    }
    if let Some(date) = date(text).as_deref().and_then(Moment::parse) {
        data["datePublished"] = json!(date.iso());
    }
    if let Some(author) = author(text) {
        data["author"] = json!({"@type": "Person", "name": author});
    }
    let work = |other: &Alternate| {
        let locale = &other.language.locale;
        json!({"@type": "Article", "@id": other.url, "inLanguage": locale})
    };
    let is_original = |other: &&Alternate| other.language.locale == site.project.source;
    if edition.locale == site.project.source {
        let others = alternates.iter().filter(|other| !other.current);
        let others: Vec<_> = others.map(work).collect();
        if !others.is_empty() {
            data["workTranslation"] = json!(others);
        }
    } else if let Some(original) = alternates.iter().find(is_original) {
        data["translationOfWork"] = work(original);
    }
    if let Some(kind) = schema_source_type(edition) {
        data["digitalSourceType"] = json!(kind);
    }
    Some(in_element(&data))
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

/// Who wrote an article, as its front matter says.
pub fn author(article: &str) -> Option<String> {
    fields(article).remove("author")
}

/// The fields of the front matter.
fn fields(article: &str) -> BTreeMap<String, String> {
    let front = FrontMatter::find(article).map(|(front, _)| front.scalars());
    let fields = front.unwrap_or_default().into_iter();
    fields.map(|(name, text, _)| (name, text)).collect()
}

fn safe(html: &str) -> Value {
    Value::from_safe_string(html.to_owned())
}
