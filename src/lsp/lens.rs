//! Above a catalog how complete it is, with the way to what is open next; above an article the same of each
//! language.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{View, Wanted, view};
use super::protocol::{InDocument, Range};
use super::server::{File, Server};
use crate::session::State;
use crate::session::{CatalogUnits, FileRole};

/// The answer to `textDocument/codeLens`.
pub(super) fn lenses(server: &mut Server, asked: &InDocument) -> Result<Value, Fault> {
    let is_article = server.asked(&asked.text_document.uri).is_ok_and(|file| {
        let role = server.folder(&file).session.role_of(&file.path);
        matches!(role, FileRole::Article(_))
    });
    let wanted = if is_article { Wanted::All } else { Wanted::Own };
    let Some(view) = view(server, &asked.text_document.uri, wanted)? else {
        return Ok(json!([]));
    };
    if view.article.is_draft {
        return Ok(json!([]));
    }
    let lens = |catalog: &CatalogUnits| lens(server, &view, catalog);
    Ok(match view.catalog() {
        Some(catalog) => json!(lens(catalog)),
        None if is_article => json!(
            view.article
                .catalogs
                .iter()
                .flat_map(lens)
                .collect::<Vec<_>>()
        ),
        None => json!([]),
    })
}

fn lens(server: &Server, view: &View, catalog: &CatalogUnits) -> Vec<Value> {
    let count = |states: &[State]| {
        catalog
            .units
            .iter()
            .filter(|unit| states.contains(&unit.state))
            .count()
    };
    let covered = catalog
        .units
        .iter()
        .filter(|unit| unit.state.is_covered())
        .count();
    let all = catalog.units.len();
    let (missing, stale) = (
        count(&[State::Missing]),
        count(&[State::Stale, State::Edited]),
    );
    let mut title = vec![format!("{}: {covered} of {all} up to date", catalog.locale)];
    if missing > 0 {
        title.push(format!("{missing} missing"));
    }
    if stale > 0 {
        title.push(format!("{stale} stale"));
    }
    let title = title.join(", ");
    let range = Range::default();
    let file = File {
        folder: view.file.folder,
        path: catalog.path.clone(),
    };
    let (uri, _) = server.address(&file);
    let next = json!({"uri": uri, "position": range.start});
    let mut lenses = vec![
        json!({"range": range, "command": {"title": title, "command": "satz.next", "arguments": [next]}}),
    ];
    if matches!(view.role, FileRole::Catalog { .. }) && covered < all {
        lenses.push(json!({"range": range, "command": {"title": "Go to the next open sentence", "command": "satz.next", "arguments": [next]}}));
    }
    lenses
}
