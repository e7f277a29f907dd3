use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use super::address::relative;
use super::page::{Day, Site};
use super::{Manifest, Output};
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

/// The page that lists the articles of a locale, from the manifest; none where an article has its
/// place, or where there are no pages. Gives its path below the output folder and its text.
///
/// # Errors
/// If the template is faulty.
pub fn index(
    site: &Site<'_>,
    manifest: &Manifest,
    locale: &str,
) -> Result<Option<(String, String)>, Fault> {
    let path = format!("{locale}/index.html");
    let pages = |locale: &str| -> Vec<&Output> {
        let is_page = |output: &&Output| {
            output.locale == locale && output.form == "html" && output.article.is_some()
        };
        manifest.outputs.iter().filter(is_page).collect()
    };
    let own = pages(locale);
    if own.is_empty() || own.iter().any(|page| page.path == path) {
        return Ok(None);
    }
    let sibling = |other: &str| (!pages(other).is_empty()).then(|| format!("{other}/index.html"));
    let alternates = site.alternates(&path, locale, sibling);
    let words = site.words(locale);
    let mut own = own;
    // The newest first; those without a date last, by their names.
    own.sort_by(|one, two| two.date.cmp(&one.date).then(one.article.cmp(&two.article)));
    let list: Vec<Item<'_>> = own
        .iter()
        .map(|page| {
            let percent = page.units.map_or(100, |units| units.percent());
            let language = page.title_locale.as_deref().unwrap_or(locale);
            Item {
                article: page.article.as_deref().unwrap_or_default(),
                title: page.title.as_deref().unwrap_or(&page.path),
                locale: language,
                dir: direction(language),
                href: relative(&path, &page.path),
                date: page.date.as_deref().and_then(|date| Day::of(date, locale)),
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
