//! Other names: of an article with its catalogs, of a term wherever it is used.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::document::{Text, difference};
use super::edit::{document_edit, of_steps};
use super::message::{Code, Fault};
use super::place::{Place, place};
use super::protocol::{AtPosition, FilesRenamed, Location, RenameAsked, TextEdit};
use super::reference::{term_at, term_entries, term_uses};
use super::server::{File, Server};
use super::uri::path_of;
use crate::session::{Change, FileRole};
use crate::text::Span;

/// The answer to `textDocument/prepareRename`.
pub(super) fn prepare(server: &mut Server, at: &AtPosition) -> Result<Value, Fault> {
    let place = place(server, at)?;
    if let Some((term, span)) = term_at(&place) {
        let span = Span::new(span.start + 1, span.end);
        return Ok(json!({"range": place.text.range(span), "placeholder": term}));
    }
    let Some((key, span)) = article_at(&place) else {
        return Ok(Value::Null);
    };
    Ok(json!({"range": place.text.range(span), "placeholder": key}))
}

/// The article that is named at a place: in the header of a catalog, or in the first line of the article.
fn article_at(place: &Place) -> Option<(String, Span)> {
    let text = &place.text.text;
    let line_end = |start: usize| {
        text[start..]
            .find(['\n', '\r'])
            .map_or(text.len(), |at| start + at)
    };
    match &place.role {
        FileRole::Catalog { article, .. } => {
            let start = text.find("### satz 1: ")? + "### satz 1: ".len();
            let span = Span::new(start, line_end(start));
            let is_there =
                text[..place.offset].matches('\n').count() == text[..start].matches('\n').count();
            is_there.then(|| (article.clone(), span))
        }
        FileRole::Article(article) => {
            let end = line_end(0);
            (place.offset <= end).then(|| (article.clone(), Span::new(0, end)))
        }
        _ => None,
    }
}

/// The answer to `textDocument/rename`.
pub(super) fn rename(server: &mut Server, asked: &RenameAsked) -> Result<Value, Fault> {
    let at = AtPosition {
        text_document: super::protocol::Document {
            uri: asked.text_document.uri.clone(),
            version: None,
        },
        position: asked.position,
    };
    let place = place(server, &at)?;
    if let Some((term, _)) = term_at(&place) {
        return rename_term(server, &place, &term, &asked.new_name);
    }
    let Some((key, _)) = article_at(&place) else {
        let message = "an article is renamed in its first line or in the header of a catalog, a term at its name";
        return Err(Fault::failed(message));
    };
    let is_wanted = |_: &str, _: &str| true;
    rename_article(
        server,
        place.file.folder,
        &key,
        asked.new_name.trim(),
        &is_wanted,
    )
}

fn rename_term(server: &mut Server, place: &Place, old: &str, new: &str) -> Result<Value, Fault> {
    let new = new.trim().trim_start_matches('-');
    let is_name = new.starts_with(|c: char| c.is_ascii_alphabetic())
        && new
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if !is_name {
        let message =
            format!("`{new}` is no name of a term: letters, digits, `-` and `_`, a letter first");
        return Err(Fault::new(Code::InvalidParams, message));
    }
    if !term_entries(server, place, new)?.is_empty() && new != old {
        return Err(Fault::failed(format!("there is a term `-{new}` already")));
    }
    let mut entries = term_entries(server, place, old)?;
    for entry in &mut entries {
        entry.range.start.character += 1;
    }
    entries.extend(term_uses(server, place, old)?);
    let mut edits: BTreeMap<String, Vec<TextEdit>> = BTreeMap::new();
    for Location { uri, range } in entries {
        let edit = TextEdit {
            range,
            new_text: new.to_owned(),
        };
        let of_document = edits.entry(uri).or_default();
        if !of_document.contains(&edit) {
            of_document.push(edit);
        }
    }
    let version = |uri: &str| server.documents.get(uri).map(|document| document.version);
    let steps: Vec<Value> = { edits.iter() }
        .map(|(uri, edits)| document_edit(uri, version(uri), edits))
        .collect();
    Ok(of_steps(server, &steps))
}

/// The edit that renames an article with its catalogs: those of the files that are wanted, by their old
/// paths and their new ones. First comes what changes in the files, then all the names: some editors carry
/// them out in this order whatever they are told, and those that ask what follows from names ask once.
fn rename_article(
    server: &Server,
    folder: usize,
    old: &str,
    new: &str,
    is_wanted: &dyn Fn(&str, &str) -> bool,
) -> Result<Value, Fault> {
    let operations = "/workspace/workspaceEdit/resourceOperations";
    if !server.client.takes_document_changes() || !server.client.lists(operations, "rename") {
        let message =
            format!("this editor takes no edits that rename files; run `satz mv {old} NEW`");
        return Err(Fault::failed(message));
    }
    let session = &server.folders[folder].session;
    let (paths, changes) = session.rehearse(|session| session.rename(old, new, &mut ()))?;
    let (mut names, mut edits) = (Vec::new(), Vec::new());
    for (old, new) in paths.iter().filter(|(old, new)| is_wanted(old, new)) {
        let (name, edit) = move_file(server, folder, (old, new), &changes);
        names.push(name);
        edits.extend(edit);
    }
    edits.extend(names);
    Ok(of_steps(server, &edits))
}

/// A file's new name, and what changes in it.
fn move_file(
    server: &Server,
    folder: usize,
    (old, new): (&str, &str),
    changes: &[Change],
) -> (Value, Option<Value>) {
    let file = |path: &str| File {
        folder,
        path: path.to_owned(),
    };
    let (old_uri, version) = server.address(&file(old));
    let (new_uri, _) = server.address(&file(new));
    let name = json!({"kind": "rename", "oldUri": old_uri, "newUri": new_uri});
    let change = changes.iter().find(|change| change.path == new);
    let renamed = change.and_then(|change| change.new.as_deref());
    let edit = server
        .text(&file(old))
        .zip(renamed)
        .and_then(|(text, renamed)| {
            let text: &Text = &text;
            let edits = difference(text, renamed);
            (!edits.is_empty()).then(|| document_edit(&old_uri, version, &edits))
        });
    (name, edit)
}

/// The answer to `workspace/willRenameFiles`: the catalogs of articles that the editor is about to rename.
/// Nothing if it renames them as well: then it carries out what the server told it.
pub(super) fn will_rename(server: &mut Server, asked: &FilesRenamed) -> Result<Value, Fault> {
    let renamed: Vec<(File, Option<String>)> = { asked.files.iter() }
        .filter_map(|renamed| {
            let old = server.file(&renamed.old_uri)?;
            let new = path_of(&renamed.new_uri);
            let new = new.and_then(|path| server.folder(&old).session.path_inside(&path));
            Some((old, new))
        })
        .collect();
    let mut steps = Vec::new();
    for (old, new) in &renamed {
        let FileRole::Article(key) = server.folder(old).session.role_of(&old.path) else {
            continue;
        };
        let new =
            { new.as_deref() }.ok_or_else(|| Fault::failed("an article stays in its workspace"))?;
        let is_left = |old_path: &str, new_path: &str| {
            let is_named = |(old, new): &(File, Option<String>)| {
                old.path == old_path && new.as_deref() == Some(new_path)
            };
            !renamed.iter().any(is_named)
        };
        let edit = rename_article(server, old.folder, &key, new, &is_left)?;
        steps.extend(
            edit["documentChanges"]
                .as_array()
                .cloned()
                .unwrap_or_default(),
        );
    }
    Ok(of_steps(server, &steps))
}
