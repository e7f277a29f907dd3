use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use super::address::relative;
use super::page::{Day, Site, output_path};
use super::{Fact, Facts};
use crate::language::direction;
use crate::project::Fault;

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

/// The page that lists the articles of a locale; none where an article has its place, or where
/// there are no pages. Gives its path below the output folder and its text.
///
/// # Errors
/// If the template is faulty.
pub fn index(
    site: &Site<'_>,
    articles: &[&Facts],
    locale: &str,
) -> Result<Option<(String, String)>, Fault> {
    if !site.forms.contains(&"html") || articles.iter().any(|one| is_index(one, locale)) {
        return Ok(None);
    }
    let published = |one: &&'_ Facts, locale: &str| one.published_in(locale).is_some();
    let mut own: Vec<(&Facts, &Fact)> = articles
        .iter()
        .filter_map(|one| Some((*one, one.published_in(locale)?)))
        .collect();
    if own.is_empty() {
        return Ok(None);
    }
    let path = format!("{locale}/index.html");
    let sibling = |other: &str| {
        let has_pages = articles.iter().any(|one| published(one, other));
        has_pages.then(|| format!("{other}/index.html"))
    };
    let alternates = site.alternates(&path, locale, sibling);
    let words = site.words(locale);
    // The newest first; those without a date last, by their names.
    own.sort_by(|(one, _), (two, _)| two.date.cmp(&one.date).then(one.key.cmp(&two.key)));
    let list: Vec<Item<'_>> = own
        .iter()
        .map(|(article, fact)| {
            let percent = fact.counts.percent();
            Item {
                article: &article.key,
                title: &fact.title,
                locale: &fact.title_locale,
                dir: direction(&fact.title_locale),
                href: relative(&path, &output_path(locale, &article.key, "html")),
                date: article
                    .date
                    .as_deref()
                    .and_then(|date| Day::of(date, locale)),
                percent,
                translated: words.translated(percent),
            }
        })
        .collect();
    let values = context! {
        articles => Serde(list),
        index => Value::UNDEFINED,
        ..site.common(&path, locale, &alternates)
    };
    let text = site.templates.render("index.html", values)?;
    Ok(Some((path, text)))
}

/// Whether an article has the place of the index in a locale.
fn is_index(article: &Facts, locale: &str) -> bool {
    article.key == "index" && article.published_in(locale).is_some()
}
