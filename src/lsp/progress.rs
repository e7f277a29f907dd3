//! Says that a workspace is looked at for the first time, which may take a while.

use serde_json::json;

use super::server::Server;

/// What the editor knows the work by.
const TOKEN: &str = "satz-first-look";

/// Says that the work begins, if it is the first look at a workspace and the editor shows such things.
pub(super) fn begin(server: &mut Server) {
    let is_first = server
        .folders
        .iter()
        .any(|folder| folder.is_urgent && folder.found.is_empty());
    if !is_first || server.is_at_work || !server.client.has("/window/workDoneProgress") {
        return;
    }
    server.is_at_work = true;
    server.request("window/workDoneProgress/create", &json!({"token": TOKEN}));
    let value = json!({"kind": "begin", "title": "satz", "message": "looking at the workspace"});
    server.notify("$/progress", &json!({"token": TOKEN, "value": value}));
}

/// Says that the work is done, if that is so.
pub(super) fn end(server: &mut Server) {
    let is_open = server.folders.iter().any(|folder| folder.is_urgent);
    if server.is_at_work && !is_open {
        server.is_at_work = false;
        server.notify(
            "$/progress",
            &json!({"token": TOKEN, "value": {"kind": "end"}}),
        );
    }
}
