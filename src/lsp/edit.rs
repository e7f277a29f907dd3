//! What a session would write, as edits for the editor: it alone writes.

use serde_json::{Value, json};

use super::document::{Text, difference};
use super::protocol::TextEdit;
use super::server::{File, Server};
use crate::session::Change;
use crate::text::Span;

/// Changes of files as one edit of the workspace; of the file `within`, only what lies in some span.
pub(super) fn workspace_edit(
    server: &Server,
    folder: usize,
    changes: &[Change],
    within: Option<(&str, Span)>,
) -> Value {
    let mut steps = Vec::new();
    for change in changes {
        let file = File {
            folder,
            path: change.path.clone(),
        };
        let (uri, version) = server.address(&file);
        let Some(new) = &change.new else {
            steps.push(json!({"kind": "delete", "uri": uri}));
            continue;
        };
        let text = server.text(&file).filter(|_| change.old.is_some());
        let edits = if let Some(text) = &text {
            let span = within.filter(|(path, _)| *path == change.path);
            edits(text, new, span.map(|(_, span)| span))
        } else {
            let options = json!({"ignoreIfExists": true});
            steps.push(json!({"kind": "create", "uri": uri, "options": options}));
            difference(&Text::new(String::new(), server.client.encoding), new)
        };
        if !edits.is_empty() {
            steps.push(document_edit(&uri, version, &edits));
        }
    }
    of_steps(server, &steps)
}

/// The edits that make a text of another one, where they touch a span.
fn edits(text: &Text, new: &str, within: Option<Span>) -> Vec<TextEdit> {
    let mut edits = difference(text, new);
    if let Some(span) = within {
        edits.retain(|edit| {
            let touched = text.span(edit.range);
            touched.start <= span.end && span.start <= touched.end
        });
    }
    edits
}

pub(super) fn document_edit(uri: &str, version: Option<i32>, edits: &[TextEdit]) -> Value {
    json!({"textDocument": {"uri": uri, "version": version}, "edits": edits})
}

/// An edit of steps; for a client that takes no steps, of what is changed in files that are there.
pub(super) fn of_steps(server: &Server, steps: &[Value]) -> Value {
    if server.client.takes_document_changes() {
        return json!({ "documentChanges": steps });
    }
    let mut changes = serde_json::Map::new();
    for step in steps {
        if let Some(uri) = step["textDocument"]["uri"].as_str() {
            changes.insert(uri.to_owned(), step["edits"].clone());
        }
    }
    json!({ "changes": changes })
}
