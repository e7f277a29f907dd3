//! Links from one article to another: noted with each article, followed when all were looked at.

use std::cell::LazyCell;
use std::collections::HashMap;
use std::path::Path;

use super::Session;
use super::weight::weighed;
use crate::article::{Prepared, TargetFile};
use crate::check::Sections;
use crate::compare::{Comparison, State};
use crate::config::Project;
use crate::document::{Anchors, format_of, is_article_path, links, resolve};
use crate::report::{Excerpt, FollowedLink, Found, Inspected, What, quoted};
use crate::text::{LineIndex, Severity, Span};

/// The code of what is found.
const CODE: &str = "dead-link";

/// Links of an article to others.
pub(super) fn links_of_article(project: &Project, article: &Prepared) -> Vec<FollowedLink> {
    let text = &article.text;
    if !may_lead(text) {
        return Vec::new();
    }
    let lines = LineIndex::new(text);
    let each = links(article.format, text).into_iter();
    let noted = each.filter_map(|(place, address)| {
        let (path, section) = led_to(article, &address)?;
        let at = (
            project.source.as_str(),
            article.key.as_str(),
            article.path.clone(),
        );
        // A program that makes the pages may have names of its own.
        let what = What {
            message: message(&path, &section),
            amount: 1,
            ..What::default()
        };
        let found = weighed(project, CODE, Severity::Warning, at, what)?;
        let span = Span::new(place.start, place.end);
        let found = Found {
            excerpt: Excerpt::of(text, &lines, span).map(Box::new),
            ..found.placed(lines.place(text, place.start))
        };
        Some(FollowedLink {
            path,
            section,
            is_translated: false,
            found,
        })
    });
    noted.collect()
}

/// Links of a translation to sections of other articles, but for those that the article has as well.
pub(super) fn links_of_translation(
    project: &Project,
    article: &Prepared,
    target: &TargetFile,
    comparison: &Comparison,
) -> Vec<FollowedLink> {
    let text = &target.catalog.value.text;
    let lines = LazyCell::new(|| LineIndex::new(text));
    let mut noted = Vec::new();
    for item in &comparison.items {
        let (State::Current, Some(value), Some(entry)) = (item.state, &item.target, item.entry)
        else {
            continue;
        };
        if !value.contains('#') || !may_lead(value) {
            continue;
        }
        for (_, address) in links(article.format, value) {
            let led = led_to(article, &address).filter(|(_, section)| !section.is_empty());
            let Some((path, section)) = led.filter(|_| !item.source.contains(&address)) else {
                continue;
            };
            let at = (
                target.locale.as_str(),
                article.key.as_str(),
                target.path.clone(),
            );
            let what = What {
                message: message(&path, &section),
                id: item.id.to_string().into(),
                source: quoted(&item.source),
                state: Some(item.state),
                amount: 1,
                ..What::default()
            };
            let Some(found) = weighed(project, CODE, Severity::Warning, at, what) else {
                continue;
            };
            let span = target.catalog.value.entries[entry].value_span;
            let found = Found {
                excerpt: Excerpt::of(text, &lines, span).map(Box::new),
                ..found.placed(lines.place(text, span.start))
            };
            noted.push(FollowedLink {
                path,
                section,
                is_translated: true,
                found,
            });
        }
    }
    noted
}

/// Whether a text can have a link to an article at all.
fn may_lead(text: &str) -> bool {
    [".md", ".mdx", ".htm", ".markdown"]
        .iter()
        .any(|ending| text.contains(ending))
}

/// The article and the section of it that an address leads to.
fn led_to(article: &Prepared, address: &str) -> Option<(String, String)> {
    let folder = article
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let (path, rest) = resolve(folder, address)?;
    let section = rest.split_once('#').map_or("", |(_, section)| section);
    (is_article_path(&path) && !path.contains(['{', '<'])).then(|| (path, section.to_owned()))
}

fn message(path: &str, section: &str) -> String {
    if section.is_empty() {
        format!("there is no `{path}`")
    } else {
        format!("`#{section}` leads to no section of `{path}`")
    }
}

/// What is known of the articles that links lead to.
#[derive(Default)]
struct Destinations {
    /// The sections by path; none for an article that is not there.
    anchors: HashMap<String, Option<Anchors>>,
    /// The sections by path and locale, translated headings among them.
    translated: HashMap<(String, String), Option<Sections>>,
}

impl Session {
    /// Follows the links of all articles, and adds those that lead nowhere to what was found.
    pub(super) fn follow_links<'a>(&self, rows: impl IntoIterator<Item = &'a mut Inspected>) {
        let mut destinations = Destinations::default();
        for row in rows {
            for link in std::mem::take(&mut row.links) {
                if !self.leads(&link, &mut destinations) {
                    row.found.push(link.found);
                }
            }
        }
    }

    fn leads(&self, link: &FollowedLink, known: &mut Destinations) -> bool {
        let anchors = { &mut known.anchors }
            .entry(link.path.clone())
            .or_insert_with(|| self.anchors(&link.path));
        let Some(anchors) = anchors else {
            // A page may be made of an article, and a generator may choose among the files of languages.
            let ending = link.path.rsplit('.').next().unwrap_or_default();
            let is_page = !matches!(ending, "md" | "mdx");
            return is_page || self.has_marked(&link.path);
        };
        if anchors.leads(&link.section) || !link.is_translated {
            return anchors.leads(&link.section);
        }
        let locale = &link.found.at.locale;
        let sections = { &mut known.translated }
            .entry((link.path.clone(), locale.to_string()))
            .or_insert_with(|| self.sections(&link.path, locale));
        sections
            .as_ref()
            .is_none_or(|sections| sections.leads(&link.section))
    }

    /// The sections of the article at a path.
    fn anchors(&self, path: &str) -> Option<Anchors> {
        let text = self.workspace.read(path).ok()??;
        let format = format_of(Path::new(path).extension()?.to_str()?)?;
        Some(Anchors::of(format, &text))
    }

    /// Whether there is a file of that name with a language in it: `hof.de.md` for `hof.md`.
    fn has_marked(&self, path: &str) -> bool {
        let Some((stem, ending)) = path.rsplit_once('.') else {
            return false;
        };
        let marked = format!("{stem}.{}.{ending}", self.project().source);
        self.workspace.holds(&marked, |_| true)
    }

    /// The sections of a translation of the article at a path.
    fn sections(&self, path: &str, locale: &str) -> Option<Sections> {
        let key = self.project().article_key(path)?;
        let articles = self.articles().ok()?;
        let article = articles.get(&key)?;
        let prepared = self.workspace.prepare_one(article, &mut Vec::new()).ok()?;
        let comparison = self.project().compare(&prepared, prepared.target(locale)?);
        let heading = |item: usize| prepared.heading_of(item);
        Sections::all(prepared.format, &prepared.text, &comparison, heading)
    }
}
