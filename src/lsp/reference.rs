//! From a translation to its sentence, from a sentence to its translations, from a term to where it is written.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{Place, Wanted, place, view};
use super::protocol::{AtPosition, Location};
use super::server::{File, Server};
use crate::session::FileRole;
use crate::text::Span;

/// The answer to `textDocument/definition`: the sentence in the article; for a term its entry.
pub(super) fn definition(server: &mut Server, at: &AtPosition) -> Result<Value, Fault> {
    let place = place(server, at)?;
    if let Some((term, _)) = term_at(&place) {
        let entries = term_entries(server, &place, &term)?;
        return Ok(json!(entries.first()));
    }
    let Some(view) = view(server, &at.text_document.uri, Wanted::Own)? else {
        return Ok(Value::Null);
    };
    let Some(unit) = view.unit_at(place.offset) else {
        return Ok(Value::Null);
    };
    let unit = &view.article.units[unit];
    let (path, span) = match &place.role {
        // From the article to its source catalog.
        FileRole::Article(_) => match unit.place {
            Some(place) => (view.article.source_path.clone(), place.id),
            None => return Ok(Value::Null),
        },
        _ => (view.article.path.clone(), unit.span),
    };
    let file = File {
        folder: view.file.folder,
        path,
    };
    Ok(json!(server.location(&file, span)))
}

/// The answer to `textDocument/references`: a sentence in every file that has it.
pub(super) fn references(server: &mut Server, at: &AtPosition) -> Result<Value, Fault> {
    let place = place(server, at)?;
    if let Some((term, _)) = term_at(&place) {
        let mut locations = term_entries(server, &place, &term)?;
        locations.extend(term_uses(server, &place, &term)?);
        return Ok(json!(locations));
    }
    let Some(view) = view(server, &at.text_document.uri, Wanted::All)? else {
        return Ok(json!([]));
    };
    let Some(index) = view.unit_at(place.offset) else {
        return Ok(json!([]));
    };
    let unit = &view.article.units[index];
    let mut places = vec![(view.article.path.clone(), unit.span)];
    places.extend(unit.again.map(|again| (view.article.path.clone(), again)));
    places.extend(
        unit.place
            .map(|place| (view.article.source_path.clone(), place.id)),
    );
    for catalog in &view.article.catalogs {
        let in_locale = &catalog.units[index];
        let message = in_locale.place.map(|place| place.id);
        let span = message.or_else(|| in_locale.stub.as_ref().map(|stub| stub.line));
        places.extend(span.map(|span| (catalog.path.clone(), span)));
    }
    let folder = view.file.folder;
    let locations = places
        .into_iter()
        .filter_map(|(path, span)| server.location(&File { folder, path }, span));
    Ok(json!(locations.collect::<Vec<Location>>()))
}

/// The id of the term at a place in a catalog or glossary, `-name`, and its span.
pub(super) fn term_at(place: &Place) -> Option<(String, Span)> {
    if matches!(
        place.role,
        FileRole::Article(_) | FileRole::Other | FileRole::Configuration
    ) {
        return None;
    }
    let text = &place.text.text;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let before = text[..place.offset]
        .chars()
        .rev()
        .take_while(|c| is_name(*c))
        .count();
    let start = place.offset - before;
    let length: usize = text[start..].chars().take_while(|c| is_name(*c)).count();
    let name = text[start..start + length].strip_prefix('-')?;
    let begins = text[..start].trim_end_matches([' ', '\t']);
    let is_use = begins.ends_with('{') || (start == 0 || begins.ends_with('\n'));
    (is_use && name.starts_with(|c: char| c.is_ascii_alphabetic()))
        .then(|| (name.to_owned(), Span::new(start, start + length)))
}

/// The entries of a term in the glossaries, that of the source first.
pub(super) fn term_entries(
    server: &Server,
    place: &Place,
    id: &str,
) -> Result<Vec<Location>, Fault> {
    let folder = place.file.folder;
    let session = &server.folder(&place.file).session;
    let project = session.project();
    let mut places = Vec::new();
    for locale in std::iter::once(&project.source).chain(&project.locales) {
        let terms = session.glossary_terms(locale)?;
        let Some(term) = terms.into_iter().find(|term| term.id == id) else {
            continue;
        };
        let entry = if *locale == project.source {
            Some(term.source_place)
        } else {
            term.target_place
        };
        places.extend(entry.map(|entry| (project.glossary_path(locale), entry.id)));
    }
    let locations = places.into_iter().filter_map(|(path, span)| {
        // With its `-`.
        let span = Span::new(span.start.saturating_sub(1), span.end);
        server.location(&File { folder, path }, span)
    });
    Ok(locations.collect())
}

/// Where catalogs refer to a term.
pub(super) fn term_uses(server: &Server, place: &Place, id: &str) -> Result<Vec<Location>, Fault> {
    let folder = place.file.folder;
    let session = &server.folder(&place.file).session;
    let uses = session.term_uses(id)?;
    let locations = uses
        .into_iter()
        .filter_map(|(path, span)| server.location(&File { folder, path }, span));
    Ok(locations.collect())
}
