use serde_json::{Value, json};

use super::action::{apply, offered};
use super::client::Client;
use super::{line_of, satz};
use crate::support::Folder;

/// A workspace whose `satz.yaml` names this test program as a machine that is as said.
fn workspace(manner: &str) -> Folder {
    let folder = Folder::new();
    let program = std::env::current_exe().unwrap();
    let manner = format!("SATZ_TEST_MACHINE={manner}");
    let run = [
        "env",
        manner.as_str(),
        program.to_str().unwrap(),
        "--exact",
        "machine::speaks_as_a_machine",
        "--nocapture",
    ];
    let run = json!(run);
    folder.put(
        "satz.yaml",
        format!("locales: [en]\nmachine: {{stub: {{run: {run}, seconds: 2}}}}\n"),
    );
    folder.put(
        "articles/hof.md",
        "Der Markt öffnet um 7 Uhr.\n\nDer Hof schließt morgen.\n\nDer Markt schließt.\n",
    );
    folder.put("articles/tor.md", "Der Markt schließt.\n");
    satz(folder.path(), &["sync"]);
    super::translate(
        &folder,
        "en/tor",
        "Der Markt schließt.",
        "The market shuts.",
    );
    satz(folder.path(), &["sync"]);
    folder
}

/// Chooses the action of a title, as an editor does with one that has a command.
fn choose(client: &mut Client, uri: &str, line: usize, title: &str) -> Value {
    let actions = offered(client, uri, line);
    let action = actions.iter().find(|action| action["title"] == title);
    let command = action.unwrap_or_else(|| panic!("{actions:#?}"))["command"].clone();
    client.ask("workspace/executeCommand", &command)
}

/// The edit that the server asks the editor for, sooner or later.
fn edit(client: &mut Client) -> Value {
    let said = wait(client, |message| message["method"] == "workspace/applyEdit");
    said["params"]["edit"].clone()
}

/// Waits until the server has said something.
fn wait(client: &mut Client, is_it: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..600 {
        client.ask("workspace/symbol", &json!({"query": "nothing at all"}));
        if let Some(at) = client.heard.iter().position(&is_it) {
            return client.heard.remove(at);
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("{:#?}", client.heard);
}

fn is_said(text: &'static str) -> impl Fn(&Value) -> bool {
    move |message| {
        message["method"] == "window/showMessage"
            && message["params"]["message"]
                .as_str()
                .unwrap()
                .contains(text)
    }
}

#[cfg(unix)]
#[test]
fn a_machine_translates_a_sentence_or_a_file_beside_all_else() {
    let folder = workspace("honest");
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/hof.ftl", None);
    let line = line_of(
        &folder.get("locales/en/hof.ftl"),
        "Der Hof schließt morgen.",
    );
    choose(&mut client, &uri, line, "Translate this sentence by stub");
    let edit_of_one = edit(&mut client);
    apply(&client, &edit_of_one);
    let text = folder.get("locales/en/hof.ftl");
    assert!(text.contains(" = The yard closes tomorrow.\n"), "{text}");
    assert!(text.contains("# made: machine stub 2026-11 #"), "{text}");
    assert_eq!(text.matches("# made:").count(), 1, "{text}");

    client.tell(
        "textDocument/didClose",
        &json!({"textDocument": {"uri": uri}}),
    );
    let uri = client.open("locales/en/hof.ftl", None);
    choose(
        &mut client,
        &uri,
        0,
        "Translate what is missing in this file by stub",
    );
    // Who types meanwhile loses nothing of it.
    let text = format!("{text}\n# Meine Notiz.\n");
    client.change(&uri, 2, &json!([{"text": text}]));
    folder.put("locales/en/hof.ftl", &text);
    let edit_of_all = edit(&mut client);
    apply(&client, &edit_of_all);
    let text = folder.get("locales/en/hof.ftl");
    assert!(
        text.contains(" = The market opens at 7 o'clock.\n"),
        "{text}"
    );
    // What the memory has, no machine is asked for.
    assert!(text.contains(" = The market shuts.\n"), "{text}");
    assert!(text.contains("# Meine Notiz."), "{text}");
    assert_eq!(text.matches("# made: machine").count(), 2, "{text}");
    let found = satz(folder.path(), &["check"]);
    assert!(found.contains("4 of 4"), "{found}");
    assert!(client.stop());
}

#[cfg(unix)]
#[test]
fn what_a_machine_does_wrong_is_told_and_nothing_is_taken() {
    let folder = workspace("speaks-german");
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/hof.ftl", None);
    let title = "Translate what is missing in this file by stub";
    choose(&mut client, &uri, 0, title);
    let again = json!({"uri": uri, "do": {"draft": {"machine": "stub"}}});
    let asked = json!({"command": "satz.apply", "arguments": [again]});
    let busy = client.ask("workspace/executeCommand", &asked);
    let busy = busy["error"]["message"].as_str().unwrap();
    assert!(busy.contains("at work on this file"), "{busy}");
    // The server answers meanwhile.
    assert!(
        client
            .ask(
                "textDocument/hover",
                &json!({"textDocument": {"uri": uri}, "position": {"line": 9, "character": 0}})
            )
            .get("error")
            .is_none()
    );
    wait(&mut client, is_said("is not translated by stub"));
    let forged = json!({"uri": uri, "do": {"draft": {"machine": "rm -rf"}}});
    let answer = client.ask(
        "workspace/executeCommand",
        &json!({"command": "satz.apply", "arguments": [forged]}),
    );
    assert!(
        answer["error"]["message"]
            .as_str()
            .unwrap()
            .contains("names no machine"),
        "{answer}"
    );
    assert!(client.stop());
}
