//! The page that lists a locale's articles.

use std::collections::BTreeMap;

use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use super::address::relative;
use super::page::{Day, Site};
use super::path::output_path;
use super::{Fact, Facts, feed_path};
use crate::config::Fault;
use crate::language::Moment;
use crate::language::direction;

#[derive(Debug, Serialize)]
struct Item<'a> {
    article: &'a str,
    title: &'a str,
    locale: &'a str,
    dir: &'static str,
    href: String,
    date: Option<Day>,
    percent: usize,
    translated: String,
}

/// The page that lists the articles of a locale.
#[derive(Debug)]
pub struct Index<'a> {
    locale: &'a str,
    /// The articles that are published there, in their order.
    own: Vec<(&'a Facts, &'a Fact)>,
    /// The locales that have such a page.
    locales: Vec<&'a str>,
}

impl<'a> Index<'a> {
    /// The index of a locale; none where an article has its place, or where there are no pages.
    pub fn of(site: &'a Site<'_>, articles: &[&'a Facts], locale: &'a str) -> Option<Self> {
        if !site.forms.contains(&"html") || articles.iter().any(|one| is_index(one, locale)) {
            return None;
        }
        let own = { articles.iter() }.filter_map(|one| Some((*one, one.published_in(locale)?)));
        let mut own: Vec<(&Facts, &Fact)> = own.collect();
        // The newest first; those without a date last, by their names.
        own.sort_by(|(one, _), (two, _)| two.date.cmp(&one.date).then(one.key.cmp(&two.key)));
        let all = std::iter::once(&site.project.source).chain(&site.project.locales);
        let mut locales: Vec<&str> = all.map(String::as_str).collect();
        locales.retain(|locale| {
            articles
                .iter()
                .any(|one| one.published_in(locale).is_some())
        });
        locales.sort_unstable();
        (!own.is_empty()).then_some(Self {
            locale,
            own,
            locales,
        })
    }

    /// Its locale.
    pub fn locale(&self) -> &'a str {
        self.locale
    }

    /// Its path below the output folder.
    pub fn path(&self) -> String {
        format!("{}/index.html", self.locale)
    }

    /// The feed of its articles, where there is one.
    fn feed(&self, site: &Site<'_>) -> Option<String> {
        let has_date = |article: &Facts| article.date.as_deref().is_some_and(has_day);
        let mut own = self.own.iter();
        own.any(|(article, fact)| fact.is_indexed && has_date(article))
            .then(|| site.url(&feed_path(self.locale)))?
    }

    /// All that it shows, beside what all pages share.
    pub fn inputs(&self) -> String {
        let mut out = String::new();
        let mut push = |text: &str| {
            // With its length before it, so that two never make a third.
            out.push_str(itoa::Buffer::new().format(text.len()));
            out.push(':');
            out.push_str(text);
        };
        for locale in &self.locales {
            push(locale);
        }
        for (article, fact) in &self.own {
            push(&article.key);
            push(article.date.as_deref().unwrap_or_default());
            push(&fact.title);
            push(&fact.title_locale);
            push(itoa::Buffer::new().format(fact.counts.percent()));
        }
        out
    }

    /// Its text.
    ///
    /// # Errors
    /// If the template is faulty.
    pub fn render(&self, site: &Site<'_>) -> Result<String, Fault> {
        let (path, locale) = (self.path(), self.locale);
        let sibling = |other: &str| {
            let has_pages = self.locales.contains(&other);
            has_pages.then(|| format!("{other}/index.html"))
        };
        let alternates = site.alternates(&path, locale, sibling);
        let words = site.words(locale);
        let dir = direction(locale);
        let mut translated: BTreeMap<usize, String> = BTreeMap::new();
        let mut item = |(article, fact): &(&'a Facts, &'a Fact)| {
            let percent = fact.counts.percent();
            let said = translated.entry(percent);
            let said = said.or_insert_with(|| words.translated(percent));
            let date = article.date.as_deref();
            Item {
                article: &article.key,
                title: &fact.title,
                locale: &fact.title_locale,
                dir: match &*fact.title_locale {
                    own if own == locale => dir,
                    other => direction(other),
                },
                href: relative(&path, &output_path(locale, &article.key, "html")),
                date: date.and_then(|date| Day::of(date, locale)),
                percent,
                translated: said.clone(),
            }
        };
        let list: Vec<Item<'_>> = self.own.iter().map(&mut item).collect();
        let values = context! {
            articles => Serde(list),
            index => Value::UNDEFINED,
            feed => self.feed(site),
            ..site.common(&path, locale, &alternates)
        };
        site.templates.render("index.html", values)
    }
}

/// Whether a date can be read.
fn has_day(date: &str) -> bool {
    Moment::parse(date).is_some()
}

/// Whether an article has the place of the index in a locale.
fn is_index(article: &Facts, locale: &str) -> bool {
    article.key == "index" && article.published_in(locale).is_some()
}
