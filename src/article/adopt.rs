//! Catalogs with ids that people gave, as the catalogs of an article.

use std::collections::BTreeMap;

use super::{Change, Raw};
use crate::catalog::Catalog;
use crate::config::Project;
use crate::update::{adopt, remainder, take_in};

/// What becomes of the catalogs of an article that had ids of people's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adoption {
    /// Path of the article.
    pub article: String,
    /// Id that a message had → id that it gets.
    pub taken: BTreeMap<String, String>,
    /// Ids of the messages that are none of the article's sentences.
    pub kept: Vec<String>,
    /// New catalogs for what is kept; they come first. A text that is on the disk already is none.
    pub rest: Vec<Change>,
    /// The article's catalogs, the source catalog last: while it is as it was, all can be repeated.
    pub catalogs: Vec<Change>,
}

impl Project {
    /// Takes in the catalogs of an article whose source catalog has ids of people's. `kept` are the
    /// texts of what a killed run wrote for keeping. None if no German is a sentence of the article.
    pub fn adopt(&self, raw: Raw, kept: &[String]) -> Option<Adoption> {
        let german = Catalog::parse(raw.source.as_deref()?).value;
        let fresh = self.prepare(Raw {
            key: raw.key.clone(),
            path: raw.path.clone(),
            format: raw.format,
            text: raw.text.clone(),
            source: None,
            targets: Vec::new(),
        });
        let locales: Vec<Catalog> = raw
            .targets
            .iter()
            .map(|(_, _, text)| Catalog::parse(text.as_deref().unwrap_or_default()).value)
            .collect();
        let kept = kept.iter().map(|text| Catalog::parse(text).value);
        let kept: Vec<Catalog> = kept.collect();
        let borrowed: Vec<&Catalog> = locales.iter().chain(&kept).collect();
        let ids = adopt(&german, &borrowed, &fresh.new_units, &fresh.assigned);
        if ids.is_empty() {
            return None;
        }
        let mut rest = Vec::new();
        let mut targets = Vec::new();
        for ((locale, path, text), catalog) in raw.targets.iter().zip(&locales) {
            let (own, other) = take_in(catalog, &ids);
            rest.extend(other.map(|other| created(self.rest_path(locale, &raw.key), other)));
            let own = text.as_ref().map(|_| own);
            targets.push((locale.clone(), path.clone(), own));
        }
        let other = remainder(&german, &ids);
        rest.extend(other.map(|other| created(self.rest_path(&self.source, &raw.key), other)));
        let new = self.prepare(Raw {
            key: raw.key.clone(),
            path: raw.path.clone(),
            format: raw.format,
            text: raw.text,
            source: Some(fresh.source_text.clone()),
            targets,
        });
        let mut catalogs: Vec<Change> = Vec::new();
        for (target, (_, path, old)) in new.targets.iter().zip(raw.targets) {
            let text = Some(self.update(&new, target, false).0);
            let new = text.filter(|text| old.is_some() || !text.is_empty());
            catalogs.push(Change { path, old, new });
        }
        catalogs.push(Change {
            path: self.catalog_path(&self.source, &raw.key),
            old: raw.source,
            new: Some(fresh.source_text),
        });
        let kept = german
            .messages()
            .map(|(_, entry)| entry.id.clone())
            .filter(|id| !ids.contains_key(id));
        Some(Adoption {
            article: raw.path,
            kept: kept.collect(),
            taken: ids
                .into_iter()
                .map(|(old, new)| (old, new.to_string()))
                .collect(),
            rest,
            catalogs,
        })
    }

    /// Where messages go that are none of the article's sentences.
    pub fn rest_path(&self, locale: &str, key: &str) -> String {
        self.catalog_path(locale, &format!("{key}-rest"))
    }
}

fn created(path: String, text: String) -> Change {
    Change {
        path,
        old: None,
        new: Some(text),
    }
}
