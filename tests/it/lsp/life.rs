use serde_json::{Value, json};

use super::client::Client;
use super::workspace;

#[test]
fn a_client_takes_its_leave_or_dies() {
    let folder = workspace();
    assert!(Client::of(folder.path()).stop());
    assert!(!Client::of(folder.path()).die());
    let mut client = Client::of(folder.path());
    client.tell("exit", &Value::Null);
    assert!(!client.die(), "it did not ask for the end first");
}

#[test]
fn messages_in_the_wrong_order_are_refused() {
    let folder = workspace();
    let mut client = Client::new(folder.path());
    let code = |answer: Value| answer["error"]["code"].as_i64();
    assert_eq!(
        code(client.ask("textDocument/hover", &json!({}))),
        Some(-32002)
    );
    client.tell("textDocument/didOpen", &json!({}));
    client.start(&json!({}));
    assert_eq!(code(client.ask("initialize", &json!({}))), Some(-32600));
    assert_eq!(
        code(client.ask("textDocument/hover", &json!({"textDocument": 5}))),
        Some(-32602)
    );
    assert_eq!(code(client.ask("satz/nonsense", &json!({}))), Some(-32601));
    client.tell("satz/nonsense", &json!({}));
    client.tell(
        "textDocument/didChange",
        &json!({"textDocument": {"uri": "file:///x", "version": 1}, "contentChanges": []}),
    );
    client.tell("$/cancelRequest", &json!({"id": 7000}));
    client.ask("shutdown", &Value::Null);
    assert_eq!(
        code(client.ask("workspace/symbol", &json!({}))),
        Some(-32600)
    );
    client.tell("exit", &Value::Null);
}

#[test]
fn a_request_that_waits_can_be_cancelled() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    client.send(
        &json!({"jsonrpc": "2.0", "id": "all", "method": "workspace/diagnostic", "params": {}}),
    );
    client.tell("$/cancelRequest", &json!({"id": "all"}));
    let answer = client.receive().unwrap();
    assert_eq!(
        (answer["id"].as_str(), answer["error"]["code"].as_i64()),
        (Some("all"), Some(-32800)),
        "{answer}"
    );
    assert!(client.stop());
}

#[test]
fn positions_are_counted_as_the_client_can() {
    let folder = workspace();
    let text = folder
        .get("locales/en/markt.ftl")
        .replace("The market opens", "🚪 { $x }");
    let line = text.lines().find(|line| line.contains('🚪')).unwrap();
    for (encodings, expected) in [
        (json!(["utf-16"]), line.encode_utf16().count()),
        (json!(["utf-8", "utf-16"]), line.len()),
    ] {
        let mut client = Client::new(folder.path());
        let general = json!({"positionEncodings": encodings});
        client.start(&json!({"general": general, "textDocument": {"diagnostic": {}}}));
        let uri = client.open("locales/en/markt.ftl", Some(&text));
        let answer = client.ask(
            "textDocument/diagnostic",
            &json!({"textDocument": {"uri": uri}}),
        );
        let items = answer["result"]["items"].as_array().unwrap();
        let unknown = items
            .iter()
            .find(|item| item["code"] == "placeable")
            .unwrap();
        assert_eq!(unknown["range"]["end"]["character"], expected, "{unknown}");
        assert!(client.stop());
    }
}

#[test]
fn files_that_vanish_and_come_are_seen() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/hof.ftl", None);
    assert_eq!(client.findings(&uri).len(), 2);
    client.tell(
        "textDocument/didClose",
        &json!({"textDocument": {"uri": uri}}),
    );
    std::fs::remove_file(client.root.join("articles/hof.md")).unwrap();
    let changed = json!({"changes": [{"uri": client.uri("articles/hof.md"), "type": 3}]});
    client.tell("workspace/didChangeWatchedFiles", &changed);
    assert_eq!(client.findings(&uri), Vec::<String>::new());
    folder.put("satz.yaml", "locales: [en]\n");
    let changed = json!({"changes": [{"uri": client.uri("satz.yaml"), "type": 2}]});
    client.tell("workspace/didChangeWatchedFiles", &changed);
    let answer = client.ask("workspace/diagnostic", &json!({}));
    assert!(!answer.to_string().contains("locales/fr"), "{answer}");
    assert!(client.stop());
}

#[test]
fn a_configuration_that_is_wrong_is_told_and_mended() {
    let folder = workspace();
    folder.put("satz.yaml", "locales: [en\n");
    let mut client = Client::of(folder.path());
    client.ask("workspace/symbol", &json!({}));
    let told = client.heard.iter().any(|message| {
        message["method"] == "window/showMessage" && message.to_string().contains("satz.yaml")
    });
    assert!(told, "{:?}", client.heard);
    folder.put("satz.yaml", "locales: [en]\n");
    let uri = client.open("locales/en/markt.ftl", None);
    assert_eq!(client.findings(&uri).len(), 2);
    assert!(client.stop());
}

#[test]
fn several_workspaces_are_open_at_once() {
    let (one, other) = (workspace(), workspace());
    other.put("satz.yaml", "locales: [en]\nsource: de\n");
    let mut client = Client::of(one.path());
    let uri = format!("file://{}", other.path().display());
    let event = json!({"event": {"added": [{"uri": uri, "name": "other"}], "removed": []}});
    client.tell("workspace/didChangeWorkspaceFolders", &event);
    let answer = client.ask("workspace/diagnostic", &json!({})).to_string();
    assert!(answer.contains(&uri) && answer.contains(&client.uri("")));
    let event =
        json!({"event": {"added": [], "removed": [{"uri": client.uri(""), "name": "one"}]}});
    client.tell("workspace/didChangeWorkspaceFolders", &event);
    let answer = client.ask("workspace/diagnostic", &json!({})).to_string();
    assert!(answer.contains(&uri) && !answer.contains(&client.uri("")));
    assert!(client.stop());
}
