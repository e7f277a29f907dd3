//! The terms of the house, and which of them a sentence has.

use super::article_units::EntryPlace;
use super::{Failure, Session};
use crate::catalog::{Catalog, Entry, Kind};
use crate::check::terms_in;
use crate::text::Span;

/// A term of the glossary in the source and in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryTerm {
    /// Its id, without the `-`.
    pub id: String,
    /// What it is in the source.
    pub source: String,
    /// What it is in the locale, if the locale has it.
    pub target: Option<String>,
    /// Its place in the glossary of the source.
    pub source_place: EntryPlace,
    /// Its place in the glossary of the locale.
    pub target_place: Option<EntryPlace>,
}

impl Session {
    /// The terms of the house, in the order of the source's glossary.
    ///
    /// # Errors
    /// If a glossary cannot be read, or the locale is not configured.
    pub fn glossary_terms(&self, locale: &str) -> Result<Vec<GlossaryTerm>, Failure> {
        let project = self.project();
        let source = self.workspace.glossary(&project.source)?;
        let target = if locale == project.source {
            Catalog::default()
        } else {
            self.workspace.glossary(&self.locale(locale)?)?
        };
        let (texts, translations) = (source.terms(), target.terms());
        let entries = source.entries.iter();
        let entries = entries.filter(|entry| matches!(entry.kind, Kind::Term(_)));
        let term = |entry: &Entry| {
            let translation = translations.get(entry.id.as_str());
            GlossaryTerm {
                id: entry.id.clone(),
                source: texts
                    .get(entry.id.as_str())
                    .map(|(_, text)| text.clone())
                    .unwrap_or_default(),
                target: translation.map(|(_, text)| text.clone()),
                source_place: EntryPlace::of(entry),
                target_place: translation.map(|(entry, _)| EntryPlace::of(entry)),
            }
        };
        Ok(entries.map(term).collect())
    }

    /// The terms of the house that a source text has, in whatever form.
    ///
    /// # Errors
    /// As [`Session::glossary_terms`].
    pub fn terms_in(&self, source_text: &str, locale: &str) -> Result<Vec<GlossaryTerm>, Failure> {
        let terms = self.glossary_terms(locale)?;
        let sources: Vec<String> = terms.iter().map(|term| term.source.clone()).collect();
        let present = terms_in(&sources, source_text);
        let terms = terms.into_iter().enumerate();
        let terms = terms.filter(|(index, _)| present.contains(index));
        Ok(terms.map(|(_, term)| term).collect())
    }

    /// Where catalogs and glossaries refer to a term: path and span of its name, without the `-`.
    ///
    /// # Errors
    /// If the work was stopped.
    pub fn term_uses(&self, id: &str) -> Result<Vec<(String, Span)>, Failure> {
        let project = self.project();
        let locales = || std::iter::once(&project.source).chain(&project.locales);
        let mut paths: Vec<String> = locales()
            .map(|locale| project.glossary_path(locale))
            .collect();
        for key in self.article_keys()? {
            paths.extend(locales().map(|locale| project.catalog_path(locale, &key)));
        }
        let mut uses = Vec::new();
        for path in paths {
            // What cannot be read has no use that anybody could change.
            let Ok(Some(text)) = self.workspace.read(&path) else {
                continue;
            };
            let name = format!("-{id}");
            for (at, _) in text.match_indices(&name) {
                let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                let is_whole = !text[at + name.len()..].starts_with(is_name);
                let before = text[..at].trim_end_matches([' ', '\t', '\n', '\r']);
                if is_whole && before.ends_with(['{', '(', ',']) {
                    uses.push((path.clone(), Span::new(at + 1, at + name.len())));
                }
            }
        }
        Ok(uses)
    }
}
