//! Links from one article to another, and files that lie beside articles.

use super::address::relative;
use super::path::output_path;
use super::{Family, Published, Site, form_of};
use crate::article::Prepared;
use crate::config::Project;
use crate::document::{
    Token, TokenKind, addresses, escape_attribute, is_article_path as is_article, page_tokens,
    resolve,
};
use crate::text::{Edit, apply};

/// Files beside an article that it names, as paths in the workspace, each once. Whether they are
/// there is not known here.
pub fn files(project: &Project, article: &Prepared) -> Vec<String> {
    let mut found: Vec<String> = addresses(article.format, &article.text, &article.document)
        .iter()
        .filter_map(|address| Some(resolve(folder(article), address)?.0))
        .filter(|path| !is_article(path) && project.beside(path).is_some())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Files that an article names by addresses that lead elsewhere from its place in a site: where they
/// are, and where they must be for it.
pub fn files_of_target(article: &Prepared, target: &str) -> Vec<(String, String)> {
    let there = target.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut found: Vec<(String, String)> = Vec::new();
    if there == folder(article) {
        return found;
    }
    for address in addresses(article.format, &article.text, &article.document) {
        let from = resolve(folder(article), &address).map(|(path, _)| path);
        let to = resolve(there, &address).map(|(path, _)| path);
        found.extend(from.zip(to));
    }
    found.retain(|(from, to)| from != to && !is_article(from));
    found.sort();
    found.dedup();
    found
}

/// A page in which links to articles lead to their pages: in its own language where there is one,
/// else in the source's.
pub(super) fn crosslinked(
    site: &Site<'_>,
    family: &Family<'_>,
    published: &Published<'_>,
    form: &str,
    html: String,
) -> String {
    // Most texts have no link at all.
    let mut pairs = html.as_bytes().windows(2);
    if !pairs.any(|pair| pair[0] == b'<' && matches!(pair[1], b'a' | b'A' | b'i' | b'I')) {
        return html;
    }
    let project = site.project;
    let edition = &published.edition;
    let own = output_path(edition.locale, &edition.article.key, form);
    let mut edits = Vec::new();
    for token in page_tokens(&html) {
        if matches!(&token.kind, TokenKind::Start(name, _) if name == "img") {
            edits.extend(sized(family, published, &token));
            continue;
        }
        if !matches!(&token.kind, TokenKind::Start(name, _) if name == "a") {
            continue;
        }
        let Some(href) = token.attribute("href") else {
            continue;
        };
        let found = resolve(folder(edition.article), &href.value)
            .filter(|(path, _)| is_article(path))
            .zip(href.span);
        let Some(((wanted, rest), span)) = found else {
            continue;
        };
        family.note_link(&wanted);
        let there = site.published.get(&wanted).map_or(&[][..], Vec::as_slice);
        let mut locales = [edition.locale, &project.source].into_iter();
        let found = locales.find(|locale| there.iter().any(|other| other == locale));
        let Some((locale, key)) = found.zip(project.article_key(&wanted)) else {
            continue;
        };
        let fits = form_of(form).is_some_and(|form| form.fits(project, locale));
        let form = if fits { form } else { "html" };
        let address = format!("{}{rest}", relative(&own, &output_path(locale, &key, form)));
        let mut text = escape_attribute(&address, href.quote.unwrap_or('"'));
        if let (true, Some(quote)) = (locale != edition.locale, href.quote) {
            text = format!("{text}{quote} hreflang={quote}{locale}");
        }
        edits.push(Edit::replace(span, text));
    }
    if edits.is_empty() {
        return html;
    }
    apply(&html, &edits)
}

/// The edit that gives a picture of a page its size, so that nothing moves when it comes.
fn sized(family: &Family<'_>, published: &Published<'_>, picture: &Token) -> Option<Edit> {
    let edition = &published.edition;
    let is_own = edition.article.format.name == "html";
    if is_own || picture.attribute("width").is_some() || picture.attribute("height").is_some() {
        return None;
    }
    let address = picture.attribute("src")?;
    let (path, _) = resolve(folder(edition.article), &address.value)?;
    let (width, height) = family.sizes.get(&(edition.locale.into(), path))?;
    let (span, quote) = address.span.zip(address.quote)?;
    let text = format!("{quote} width={quote}{width}{quote} height={quote}{height}");
    Some(Edit::insert(span.end, text))
}

/// The folder of an article; empty for the workspace itself.
fn folder(article: &Prepared) -> &str {
    article
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
}
