//! Pages of articles that wait to be shown, each under a name that only who asked for it knows.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::secret::Secret;
use crate::session::Failure;

/// Pages that are known at one time.
const KNOWN: usize = 16;

/// The page itself, below its name.
const PAGE: &str = "page.html";

/// Pages that were made.
#[derive(Debug, Default)]
pub(super) struct Pages(Mutex<VecDeque<Page>>);

/// A page that was made.
#[derive(Debug)]
struct Page {
    name: Secret,
    /// Its text, until it is fetched.
    html: Option<String>,
    locale: String,
    /// Key of the article.
    article: String,
}

/// What is asked for below the name of a page.
#[derive(Debug)]
pub(super) enum Asked {
    /// The page.
    Page(String),
    /// A file that it shows: locale, key of the article, and the path that the page has for it.
    File(String, String, String),
}

impl Pages {
    /// Keeps a page, and returns where it can be fetched once. The address has as many folders as the
    /// article's, so that what the page shows is asked for below its name.
    pub(super) fn put(&self, html: String, locale: &str, article: &str) -> Result<String, Failure> {
        let name = Secret::new()?;
        let folders = "d/".repeat(article.matches('/').count());
        let address = format!("{}/l/{folders}{PAGE}", name.text());
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.push_back(Page {
            name,
            html: Some(html),
            locale: locale.to_owned(),
            article: article.to_owned(),
        });
        if known.len() > KNOWN {
            known.pop_front();
        }
        Ok(address)
    }

    /// What an address below the name of a page stands for.
    pub(super) fn find(&self, name: &str, below: &str) -> Option<Asked> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let page = known.iter_mut().find(|page| page.name.is(name))?;
        let below = below.strip_prefix("l/")?;
        if below.trim_start_matches("d/") == PAGE {
            return page.html.take().map(Asked::Page);
        }
        // Each `d` stands for a folder of the article's name.
        let folders = page.article.split('/');
        let mut names: Vec<&str> = Vec::new();
        for (part, folder) in below.split('/').zip(folders.chain(std::iter::repeat(""))) {
            names.push(if part == "d" && !folder.is_empty() {
                folder
            } else {
                part
            });
        }
        Some(Asked::File(
            page.locale.clone(),
            page.article.clone(),
            names.join("/"),
        ))
    }
}
