//! What other pages have to know of an article.

use smol_str::SmolStr;

use super::Counts;

/// What the manifest, the index and the pages of other articles have to know of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its key.
    pub key: String,
    /// Its path in the workspace.
    pub path: String,
    /// Its date, as it stands in the front matter.
    pub date: Option<String>,
    /// Who wrote it, as the front matter says.
    pub author: Option<String>,
    /// The same for each locale: the source's first, then in the order of the configuration.
    pub editions: Vec<Fact>,
}

/// What is known of an article in one locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The locale.
    pub locale: SmolStr,
    /// Its title; empty if it is not published.
    pub title: String,
    /// The language of the title.
    pub title_locale: SmolStr,
    /// The description of the front matter; empty if there is none, or if it is not published.
    pub description: String,
    /// Whether programs that search the web are told of its page.
    pub is_indexed: bool,
    /// Its units by state.
    pub counts: Counts,
    /// Why it is not published, if it is not: the reason as the manifest has it, and a sentence.
    pub refusal: Option<(String, String)>,
    /// What people should know of its pages.
    pub notes: Vec<String>,
}

impl Facts {
    /// What is known of it in a locale, if it is published there.
    pub fn published_in(&self, locale: &str) -> Option<&Fact> {
        let mut editions = self.editions.iter();
        editions.find(|fact| fact.locale == locale && fact.refusal.is_none())
    }

    /// The locales in which it is published.
    pub fn locales(&self) -> Vec<SmolStr> {
        let published = self.editions.iter().filter(|fact| fact.refusal.is_none());
        published.map(|fact| fact.locale.clone()).collect()
    }
}
