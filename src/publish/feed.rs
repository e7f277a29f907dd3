//! `<locale>/feed.xml`: the newest articles of a locale as an Atom feed.

use std::fmt::Write;

use super::page::Site;
use super::path::output_path;
use super::sitemap::escaped;
use super::{Fact, Facts};
use crate::language::Moment;

/// How many articles it has.
const MOST: usize = 20;

/// Where the feed of a locale lies below the output folder.
pub fn feed_path(locale: &str) -> String {
    format!("{locale}/feed.xml")
}

/// The feed of a locale; none where the site has no address or no article there has a date.
pub fn feed(site: &Site<'_>, articles: &[&Facts], locale: &str) -> Option<String> {
    let address = site
        .url(&feed_path(locale))
        .filter(|_| site.forms.contains(&"html"))?;
    let mut entries: Vec<(String, &Facts, &Fact)> = articles
        .iter()
        .filter_map(|article| {
            let date = instant(article.date.as_deref()?)?;
            let fact = article
                .published_in(locale)
                .filter(|fact| fact.is_indexed)?;
            Some((date, *article, fact))
        })
        .collect();
    // The newest first.
    entries.sort_by(|(date, one, _), (other_date, other, _)| {
        other_date.cmp(date).then(one.key.cmp(&other.key))
    });
    entries.truncate(MOST);
    let (newest, ..) = entries.first()?;
    let title = site.project.publish.title.clone();
    let title = title.unwrap_or_else(|| site.words(locale).of["articles"].clone());
    let index = site.url(&format!("{locale}/index.html"))?;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{locale}\">\n\
         <title>{}</title>\n<id>{}</id>\n<updated>{newest}</updated>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <author><name>{}</name></author>\n",
        escaped(&title),
        escaped(&address),
        escaped(&address),
        escaped(&index),
        escaped(&title),
    );
    for (date, article, fact) in &entries {
        let url = site.url(&output_path(locale, &article.key, "html"))?;
        let url = escaped(&url);
        let _ = write!(
            out,
            "<entry xml:lang=\"{}\">\n<title>{}</title>\n<id>{url}</id>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n\
             <published>{date}</published>\n<updated>{date}</updated>\n",
            fact.title_locale,
            escaped(&fact.title),
        );
        if let Some(author) = &article.author {
            out.extend(["<author><name>", &escaped(author), "</name></author>\n"]);
        }
        if !fact.description.is_empty() {
            out.extend(["<summary>", &escaped(&fact.description), "</summary>\n"]);
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    Some(out)
}

/// A date as Atom wants it, with its time and zone.
fn instant(date: &str) -> Option<String> {
    let iso = Moment::parse(date)?.iso();
    let (day, time) = iso.split_once('T').unwrap_or((&iso, "00:00"));
    Some(format!("{day}T{time}:00Z"))
}
