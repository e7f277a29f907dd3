//! The unit at a place that an editor names.

use std::sync::Arc;

use super::document::Text;
use super::message::Fault;
use super::protocol::AtPosition;
use super::server::{File, Server};
use crate::session::{ArticleUnit, ArticleUnits, CatalogUnits, FileRole, UnitInLocale};
use crate::text::Span;

/// In which locales the units of an article are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// In that of the file, if it is a catalog's.
    Own,
    /// In all.
    All,
}

/// A place in a file, and what it is in.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) file: File,
    pub(super) text: Arc<Text>,
    pub(super) offset: usize,
    pub(super) role: FileRole,
}

/// An article's units as a file of it shows them.
#[derive(Debug)]
pub(super) struct View {
    pub(super) file: File,
    pub(super) text: Arc<Text>,
    pub(super) role: FileRole,
    pub(super) article: ArticleUnits,
}

impl View {
    /// The catalog that the file is; none in the article and in its source catalog.
    pub(super) fn catalog(&self) -> Option<&CatalogUnits> {
        let FileRole::Catalog { locale, .. } = &self.role else {
            return None;
        };
        let mut catalogs = self.article.catalogs.iter();
        catalogs.find(|catalog| catalog.locale == *locale)
    }

    /// Index of the unit at a place.
    pub(super) fn unit_at(&self, offset: usize) -> Option<usize> {
        match (&self.role, self.catalog()) {
            (_, Some(catalog)) => catalog.unit_at(offset),
            (FileRole::Article(_), None) => self.article.unit_at(offset),
            _ => self.article.unit_in_source(offset),
        }
    }

    /// Where the file has a unit.
    pub(super) fn span_of(&self, index: usize) -> Option<Span> {
        let unit = self.article.units.get(index)?;
        match (&self.role, self.catalog()) {
            (_, Some(catalog)) => catalog.span_of(index),
            (FileRole::Article(_), None) => Some(unit.span),
            _ => unit.place.map(|place| place.whole),
        }
    }

    /// A unit, and what the file's locale has for it.
    pub(super) fn unit(&self, index: usize) -> (&ArticleUnit, Option<&UnitInLocale>) {
        let in_locale = self.catalog().and_then(|catalog| catalog.units.get(index));
        (&self.article.units[index], in_locale)
    }
}

/// The place that an editor names.
pub(super) fn place(server: &mut Server, at: &AtPosition) -> Result<Place, Fault> {
    let file = server.asked(&at.text_document.uri)?;
    let text = server.asked_text(&file)?;
    Ok(Place {
        offset: text.offset(at.position),
        role: server.folder(&file).session.role_of(&file.path),
        file,
        text,
    })
}

/// The units of the article that a file belongs to; none if it belongs to none.
pub(super) fn view(server: &mut Server, uri: &str, wanted: Wanted) -> Result<Option<View>, Fault> {
    let file = server.asked(uri)?;
    let session = &server.folder(&file).session;
    let role = session.role_of(&file.path);
    let (article, locale) = match &role {
        FileRole::Article(article) => (article, None),
        FileRole::Catalog { locale, article } => (article, Some(locale)),
        _ => return Ok(None),
    };
    let project = session.project();
    let locale = locale.filter(|locale| **locale != project.source);
    let locales: Vec<String> = match wanted {
        Wanted::All => project.locales.clone(),
        Wanted::Own => locale.into_iter().cloned().collect(),
    };
    let article = session.article_units(article, &locales)?;
    let text = server.asked_text(&file)?;
    Ok(Some(View {
        file,
        text,
        role,
        article,
    }))
}
