//! `sitemap.xml`: every page that programs which search the web may know, with its other languages.

use std::fmt::Write as _;

use super::page::Site;
use super::path::output_path;
use super::{Fact, Facts};
use crate::language::Moment;

/// Its path below the output folder.
pub const SITEMAP: &str = "sitemap.xml";

/// The map of a site; none where the site has no address.
pub fn sitemap(site: &Site<'_>, articles: &[&Facts]) -> Option<String> {
    site.project.publish.url.as_ref()?;
    if !site.forms.contains(&"html") {
        return None;
    }
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for article in articles {
        let editions: Vec<(&Fact, String)> = article
            .editions
            .iter()
            .filter(|fact| fact.refusal.is_none() && fact.is_indexed)
            .filter_map(|fact| {
                let url = site.url(&output_path(&fact.locale, &article.key, "html"))?;
                Some((fact, escaped(&url)))
            })
            .collect();
        let date = article.date.as_deref().and_then(Moment::parse);
        for (_, url) in &editions {
            out.extend(["<url>\n<loc>", url, "</loc>\n"]);
            if let Some(date) = &date {
                // The day alone: a time would need its zone.
                let day: String = date.iso().chars().take(10).collect();
                out.extend(["<lastmod>", &day, "</lastmod>\n"]);
            }
            for (other, url) in editions.iter().filter(|_| editions.len() > 1) {
                alternate(&mut out, &other.locale, url);
            }
            let original = editions
                .iter()
                .find(|(fact, _)| fact.locale == site.project.source);
            if let Some((_, url)) = original.filter(|_| editions.len() > 1) {
                alternate(&mut out, "x-default", url);
            }
            out.push_str("</url>\n");
        }
    }
    out.push_str("</urlset>\n");
    Some(out)
}

fn alternate(out: &mut String, language: &str, url: &str) {
    // Writing into a string cannot fail.
    let _ = writeln!(
        out,
        "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\"/>"
    );
}

/// A text for XML, in an element or an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML has no other signs that control something.
            c if c.is_control() && !matches!(c, '\n' | '\t')
                || matches!(c, '\u{FFFE}' | '\u{FFFF}') =>
            {
                out.push('\u{FFFD}');
            }
            c => out.push(c),
        }
    }
    out
}
