//! Formatting: a catalog becomes what a sync makes of it, and nothing else does.

use serde_json::{Value, json};

use super::document::difference;
use super::message::Fault;
use super::protocol::InDocument;
use super::server::Server;
use super::task::synced;
use crate::session::FileRole;

/// The answer to `textDocument/formatting`.
pub(super) fn format(server: &mut Server, asked: &InDocument) -> Result<Value, Fault> {
    let file = server.asked(&asked.text_document.uri)?;
    let text = server.asked_text(&file)?;
    let session = &server.folder(&file).session;
    if !matches!(session.role_of(&file.path), FileRole::Catalog { .. }) {
        return Ok(Value::Null);
    }
    let changes = synced(session)?;
    let change = changes.iter().find(|change| change.path == file.path);
    let new = change.and_then(|change| change.new.as_deref());
    Ok(json!(
        new.map(|new| difference(&text, new)).unwrap_or_default()
    ))
}
