//! What a hostile client, or a hostile repository, might send. A case is one message to a line, of a client that has
//! `[ROOT]` open; `[OUT]` is a folder beside it that has a workspace of its own, `[LINK]` a symbolic link in it to
//! there. After each the server lives, has told nothing of what is outside, and nothing was written anywhere.

use serde_json::{Value, json};

use super::client::Client;
use super::workspace;
use crate::support::{Folder, cases};

/// Stands in every file outside the workspace.
const SECRET: &str = "Streng geheim.";

fn outside() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en]\n");
    folder.put("articles/geheim.md", SECRET);
    folder.put(
        "locales/en/geheim.ftl",
        format!("### satz 1: articles/geheim.md\n\n# de: {SECRET}\n"),
    );
    folder.put("satz.ftl", format!("-x = {SECRET}\n"));
    folder
}

#[test]
fn attacks_are_refused() {
    let mut count = 0;
    for case in cases("lsp") {
        let (folder, out) = (workspace(), outside());
        #[cfg(unix)]
        {
            use std::os::unix::fs::symlink;
            symlink(
                out.path().join("articles/geheim.md"),
                folder.path().join("articles/link.md"),
            )
            .unwrap();
            symlink(
                out.path().join("locales/en/geheim.ftl"),
                folder.path().join("locales/en/link.ftl"),
            )
            .unwrap();
            symlink(
                out.path().join("articles"),
                folder.path().join("articles/ordner"),
            )
            .unwrap();
        }
        let before = (folder.tree(), out.tree());
        let mut client = Client::of(folder.path());
        let filled = case
            .body
            .replace("[ROOT]", &client.uri(""))
            .replace("[OUT]", &format!("file://{}", out.path().display()));
        for line in filled.lines().filter(|line| !line.trim().is_empty()) {
            count += 1;
            send(&mut client, line);
        }
        // It lives, and knows its workspace.
        let uri = client.open("locales/en/markt.ftl", None);
        assert!(!client.findings(&uri).is_empty(), "{}", case.name);
        let heard = client
            .heard
            .iter()
            .map(ToString::to_string)
            .collect::<String>();
        assert!(!heard.contains(SECRET), "{}: {heard}", case.name);
        assert!(client.stop(), "{}", case.name);
        assert_eq!((folder.tree(), out.tree()), before, "{}", case.name);
    }
    assert!(count >= 60, "{count}");
}

/// Sends a line: as it stands if it begins with `!`, with `\r\n` for `⏎`; else as a message with its header.
/// `METHOD PARAMS` is a request.
fn send(client: &mut Client, line: &str) {
    if let Some(raw) = line.strip_prefix('!') {
        client.send_bytes(raw.replace('⏎', "\r\n").as_bytes());
        return;
    }
    let (method, params) = line.split_once(' ').unwrap();
    let params: Value =
        serde_json::from_str(params).unwrap_or_else(|error| panic!("{error}: {line}"));
    if method.starts_with("textDocument/did")
        || method.starts_with("workspace/did")
        || method == "$/cancelRequest"
    {
        return client.tell(method, &params);
    }
    let answer = client.ask(method, &params).to_string();
    let leak = answer
        .find(SECRET)
        .map(|at| &answer[at.saturating_sub(200)..]);
    assert_eq!(leak, None, "{line}");
    let is_edit = answer.contains("newText") || answer.contains("newUri");
    assert!(!is_edit, "{line}: {answer}");
    client.heard.push(json!(answer));
}
