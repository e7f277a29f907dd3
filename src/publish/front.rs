//! Pages of a site as a whole: the choice of a language, and what is said where there is no page.

use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use super::Index;
use super::page::Site;
use crate::config::Fault;
use crate::language::direction;

/// Where the choice of a language lies below the output folder.
const FRONT: &str = "index.html";
/// Where the page lies that a server shows if there is none.
const ABSENT: &str = "404.html";

/// What is said in one language where there is no page.
#[derive(Debug, Serialize)]
struct Absence<'a> {
    locale: &'a str,
    words_locale: &'a str,
    words_dir: &'static str,
    absent: &'a str,
    overview: &'a str,
    href: String,
}

/// The pages of a site whose locales have the given indexes: path below the output folder, and text.
/// There are none if the site has no address.
///
/// # Errors
/// If a template is faulty.
pub fn front_pages(
    site: &Site<'_>,
    indexes: &[Index<'_>],
) -> Result<Vec<(&'static str, String)>, Fault> {
    let source = site.project.source.as_str();
    let has_index = |locale: &str| indexes.iter().any(|index| index.locale() == locale);
    let index = |locale: &str| has_index(locale).then(|| format!("{locale}/index.html"));
    let mut pages = Vec::new();
    if indexes.is_empty() || site.project.publish.url.is_none() {
        return Ok(pages);
    }
    let alternates = site.alternates(FRONT, "", index);
    let values = context! {
        index => Value::UNDEFINED,
        // For those whose language is none of them, this is the page.
        original => site.url(FRONT),
        ..site.common(FRONT, source, &alternates)
    };
    pages.push((FRONT, site.templates.render("front.html", values)?));
    let others: Vec<Absence<'_>> = { indexes.iter() }
        .filter_map(|index| absence(site, index))
        .collect();
    if !others.is_empty() {
        let values = context! {
            others => Serde(&others),
            noindex => true,
            index => Value::UNDEFINED,
            ..site.common(ABSENT, source, &[])
        };
        let values = context! { canonical => Value::UNDEFINED, ..values };
        pages.push((ABSENT, site.templates.render("absent.html", values)?));
    }
    Ok(pages)
}

fn absence<'a>(site: &'a Site<'_>, index: &'a Index<'_>) -> Option<Absence<'a>> {
    let locale = index.locale();
    let words = site.words(locale);
    Some(Absence {
        locale,
        words_locale: &words.locale,
        words_dir: direction(&words.locale),
        absent: words.of.get("absent")?,
        overview: words.of.get("overview")?,
        href: site.url(&format!("{locale}/index.html"))?,
    })
}
