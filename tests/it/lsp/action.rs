use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::Client;
use super::{line_of, satz, translate, workspace};
use crate::support::Folder;

/// Puts an edit into the files, as an editor that saves does.
pub(super) fn apply(client: &Client, edit: &Value) {
    let path = |uri: &Value| {
        let uri = uri.as_str().unwrap().strip_prefix(&client.uri("")).unwrap();
        client.root.join(uri.trim_start_matches('/'))
    };
    for step in edit["documentChanges"].as_array().unwrap() {
        match step["kind"].as_str() {
            Some("create") => {
                let path = path(&step["uri"]);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, "").unwrap();
            }
            Some("delete") => fs::remove_file(path(&step["uri"])).unwrap(),
            Some("rename") => {
                let to = path(&step["newUri"]);
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::rename(path(&step["oldUri"]), to).unwrap();
            }
            _ => edit_file(
                &path(&step["textDocument"]["uri"]),
                step["edits"].as_array().unwrap(),
            ),
        }
    }
}

fn edit_file(path: &Path, edits: &[Value]) {
    let mut text = fs::read_to_string(path).unwrap();
    let offset = |text: &str, place: &Value| {
        let line = usize::try_from(place["line"].as_u64().unwrap()).unwrap();
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let units = usize::try_from(place["character"].as_u64().unwrap()).unwrap();
        let before: Vec<u16> = text[start..].encode_utf16().take(units).collect();
        start + String::from_utf16(&before).unwrap().len()
    };
    let mut places: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            (
                offset(&text, &range["start"]),
                offset(&text, &range["end"]),
                edit["newText"].as_str().unwrap(),
            )
        })
        .collect();
    places.sort_unstable();
    for (start, end, new) in places.into_iter().rev() {
        text.replace_range(start..end, new);
    }
    fs::write(path, text).unwrap();
}

/// The actions at the line of a catalog that has some words in it.
pub(super) fn offered(client: &mut Client, uri: &str, line: usize) -> Vec<Value> {
    let place = json!({"line": line, "character": 0});
    let params = json!({"textDocument": {"uri": uri}, "range": {"start": place, "end": place}, "context": {"diagnostics": []}});
    let answer = client.ask("textDocument/codeAction", &params);
    answer["result"]
        .as_array()
        .cloned()
        .unwrap_or_else(|| panic!("{answer}"))
}

/// An action that is offered, done, and what it must come to.
struct Case {
    name: &'static str,
    /// Makes the state that something is to be done about.
    before: fn(&Folder),
    /// Words of the line of the English catalog at which it is asked for.
    at: &'static str,
    /// How its title begins.
    title: &'static str,
    /// The code of a finding that must be gone.
    settles: &'static str,
    /// Words that the catalog must have afterwards.
    has: &'static str,
}

fn reword(folder: &Folder) {
    let article = folder
        .get("articles/markt.md")
        .replace("7. Februar", "9. Februar");
    folder.put("articles/markt.md", article);
    satz(folder.path(), &["sync"]);
}

fn reword_and_edit(folder: &Folder) {
    reword(folder);
    let catalog = folder
        .get("locales/en/markt.ftl")
        .replace("on 7 Feb", "on 9 Feb");
    folder.put("locales/en/markt.ftl", catalog);
}

fn replaced(folder: &Folder, old: &str, new: &str) {
    let catalog = folder.get("locales/en/markt.ftl");
    assert!(catalog.contains(old), "{old}");
    folder.put("locales/en/markt.ftl", catalog.replacen(old, new, 1));
}

const CASES: &[Case] = &[
    Case {
        name: "accept-stale",
        before: reword,
        at: "on 7 Feb",
        title: "Accept: the translation",
        settles: "stale",
        has: "7 February",
    },
    Case {
        name: "accept-edited",
        before: reword_and_edit,
        at: "on 9 Feb",
        title: "Accept: the changed",
        settles: "stale",
        has: "9 February",
    },
    Case {
        name: "accept-all",
        before: reword,
        at: "###",
        title: "Accept all stale",
        settles: "stale",
        has: "7 February",
    },
    Case {
        name: "accept-all-edited",
        before: reword_and_edit,
        at: "###",
        title: "Accept all changed",
        settles: "stale",
        has: "9 February",
    },
    Case {
        name: "typed-behind-a-stub",
        before: |folder| translate(folder, "en/markt", "Ein Brot", "A loaf costs 2.50 euros."),
        at: "A loaf",
        title: "Make a message of",
        settles: "typed-in-comment",
        has: "= A loaf costs",
    },
    Case {
        name: "all-that-is-typed",
        before: |folder| translate(folder, "en/markt", "Ein Brot", "A loaf costs 2.50 euros."),
        at: "###",
        title: "Make messages of all",
        settles: "typed-in-comment",
        has: "= A loaf costs",
    },
    Case {
        name: "doubled-blank",
        before: |folder| replaced(folder, "The market opens", "The  market opens"),
        at: "The  market",
        title: "Set right",
        settles: "doubled-space",
        has: "The market opens",
    },
    Case {
        name: "decimal-mark",
        before: |folder| {
            translate(folder, "en/markt", "Ein Brot", "A loaf costs 2,50 euros.");
            satz(folder.path(), &["sync"]);
        },
        at: "2,50 euros",
        title: "Set right",
        settles: "number-format",
        has: "2.50 euros",
    },
    Case {
        name: "colon-for-equals",
        before: |folder| replaced(folder, " = The market", ": The market"),
        at: ": The market",
        title: "Set right",
        settles: "syntax",
        has: " = The market opens",
    },
    Case {
        name: "all-that-is-certain",
        before: |folder| replaced(folder, "The market opens", "The  market opens"),
        at: "###",
        title: "Set right what is certain",
        settles: "doubled-space",
        has: "The market opens",
    },
    Case {
        name: "aligned",
        before: |folder| {
            let catalog = folder.get("locales/en/markt.ftl");
            let line = catalog
                .lines()
                .find(|line| line.contains("= The market opens"))
                .unwrap();
            folder.put(
                "locales/en/markt.ftl",
                catalog.replace(line, &format!("# aligned: doubtful\n{line}")),
            );
        },
        at: "The market opens",
        title: "Looked at",
        settles: "aligned",
        has: "# de: Der Markt öffnet am 7. Februar.\ns",
    },
    Case {
        name: "exempt",
        before: |folder| replaced(folder, "7 February", "7 March"),
        at: "7 March",
        title: "Exempt this sentence from `month`",
        settles: "month",
        has: "# check: month off: ",
    },
    Case {
        name: "confirm",
        before: |_| {},
        at: "The market opens",
        title: "Confirm: I have read",
        settles: "unreviewed",
        has: "# review: Ada ",
    },
    Case {
        name: "confirm-all",
        before: |_| {},
        at: "###",
        title: "Confirm all",
        settles: "unreviewed",
        has: "# review: Ada ",
    },
    Case {
        name: "fill-exact",
        before: |folder| translate_hof(folder),
        at: "###",
        title: "Fill this file with exact",
        settles: "",
        has: "# made: memory",
    },
];

/// Takes a translation out of one catalog that the other one has.
fn translate_hof(folder: &Folder) {
    translate(
        folder,
        "en/hof",
        "Er liegt am Kanal.",
        "It lies on the canal.",
    );
    satz(folder.path(), &["sync"]);
    let catalog = folder.get("locales/en/markt.ftl");
    let at = catalog.find("It lies on the canal.").unwrap();
    let start = catalog[..at].rfind('\n').unwrap();
    let end = at + catalog[at..].find('\n').unwrap();
    folder.put(
        "locales/en/markt.ftl",
        format!("{}{}", &catalog[..start], &catalog[end..]),
    );
    satz(folder.path(), &["sync"]);
}

#[test]
fn actions_do_what_they_say() {
    let mut wrong = Vec::new();
    for case in CASES {
        let folder = workspace();
        (case.before)(&folder);
        let count = |folder: &Folder| {
            let found = satz(
                folder.path(),
                &[
                    "check",
                    "en",
                    "--article",
                    "markt",
                    "--format",
                    "json",
                    "--exit-zero",
                ],
            );
            found
                .matches(&format!("\"code\": \"{}\"", case.settles))
                .count()
        };
        let before = count(&folder);
        let mut client = Client::of(folder.path());
        client.tell(
            "workspace/didChangeConfiguration",
            &json!({"settings": {"satz": {"reviewer": "Ada"}}}),
        );
        let uri = client.open("locales/en/markt.ftl", None);
        let line = line_of(&folder.get("locales/en/markt.ftl"), case.at);
        let actions = offered(&mut client, &uri, line);
        let action = actions
            .iter()
            .find(|action| action["title"].as_str().unwrap().starts_with(case.title));
        let Some(action) = action else {
            let titles: Vec<&Value> = actions.iter().map(|action| &action["title"]).collect();
            wrong.push(format!("{}: not among {titles:?}", case.name));
            continue;
        };
        let action = client.ask("codeAction/resolve", action);
        apply(&client, &action["result"]["edit"]);
        let catalog = folder.get("locales/en/markt.ftl");
        let rest = satz(folder.path(), &["sync", "--check"]);
        let is_settled =
            case.settles.is_empty() || case.settles == "unreviewed" || count(&folder) < before;
        if !catalog.contains(case.has) || !rest.contains("everything is in step") || !is_settled {
            wrong.push(format!("{}: {rest}\n{catalog}\n{action}", case.name));
        }
        assert!(client.stop());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_memory_offers_is_used_and_marked() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/hof.ftl", None);
    let text = folder.get("locales/en/hof.ftl");
    let line = line_of(&text, "# de: Er liegt");
    // The memory is asked when nothing else is to be done.
    let action = (0..20).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(900));
        let actions = offered(&mut client, &uri, line);
        actions.into_iter().find(|action| {
            action["title"]
                .as_str()
                .unwrap()
                .starts_with("Use “It lies")
        })
    });
    let action = action.expect("an offer");
    let position = json!({"line": line + 2, "character": 11});
    let asked = json!({"textDocument": {"uri": uri}, "position": position});
    let inline = client.ask("textDocument/inlineCompletion", &asked);
    assert_eq!(
        inline["result"]["items"][0]["insertText"], " It lies on the canal.",
        "{inline}"
    );
    let action = client.ask("codeAction/resolve", &action);
    apply(&client, &action["result"]["edit"]);
    let catalog = folder.get("locales/en/hof.ftl");
    assert!(
        catalog.contains("# made: memory") && catalog.contains("= It lies on the canal."),
        "{catalog}"
    );
    assert!(satz(folder.path(), &["sync", "--check"]).contains("everything is in step"));
    assert!(client.stop());
}

#[test]
fn formatting_is_what_a_sync_does() {
    let folder = workspace();
    translate(&folder, "en/markt", "Ein Brot", "A loaf costs 2.50 euros.");
    let article = folder
        .get("articles/markt.md")
        .replace("7. Februar", "9. Februar");
    folder.put("articles/markt.md", article);
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/markt.ftl", None);
    let answer = client.ask(
        "textDocument/formatting",
        &json!({"textDocument": {"uri": uri}, "options": {}}),
    );
    let edit =
        json!({"documentChanges": [{"textDocument": {"uri": uri}, "edits": answer["result"]}]});
    apply(&client, &edit);
    let formatted = folder.get("locales/en/markt.ftl");
    satz(folder.path(), &["sync"]);
    assert_eq!(folder.get("locales/en/markt.ftl"), formatted);
    let answer = client.ask(
        "textDocument/formatting",
        &json!({"textDocument": {"uri": client.uri("articles/markt.md")}, "options": {}}),
    );
    assert!(answer["result"].is_null(), "{answer}");
    assert!(client.stop());
}

#[test]
fn renaming_an_article_is_what_mv_does() {
    let (folder, twin) = (workspace(), workspace());
    satz(twin.path(), &["mv", "markt", "stadt/markt"]);
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/markt.ftl", None);
    let asked = json!({"textDocument": {"uri": uri}, "position": {"line": 0, "character": 20}, "newName": "stadt/markt"});
    let answer = client.ask("textDocument/rename", &asked);
    apply(&client, &answer["result"]);
    let below = |folder: &Folder| {
        let files = folder.tree().into_iter().filter_map(|(path, bytes)| {
            Some((path.strip_prefix(folder.path()).unwrap().to_owned(), bytes?))
        });
        files.collect::<Vec<_>>()
    };
    assert_eq!(below(&folder), below(&twin));
    assert!(client.stop());
}

#[test]
fn an_editor_that_renames_an_article_gets_its_catalogs() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let (old, new) = (
        client.uri("articles/markt.md"),
        client.uri("articles/messe.md"),
    );
    let answer = client.ask(
        "workspace/willRenameFiles",
        &json!({"files": [{"oldUri": old, "newUri": new}]}),
    );
    apply(&client, &answer["result"]);
    fs::rename(
        client.root.join("articles/markt.md"),
        client.root.join("articles/messe.md"),
    )
    .unwrap();
    assert!(satz(folder.path(), &["sync", "--check"]).contains("everything is in step"));
    assert!(
        folder
            .get("locales/en/messe.ftl")
            .starts_with("### satz 1: articles/messe.md")
    );
    // One that carries out a rename of the server's own asks about all its files, and is told nothing.
    let paths = [
        "articles/hof.md",
        "locales/de/hof.ftl",
        "locales/en/hof.ftl",
        "locales/fr/hof.ftl",
    ];
    let all = paths.map(|path| {
        let new = path.replace("hof", "garten");
        json!({"oldUri": client.uri(path), "newUri": client.uri(&new)})
    });
    let answer = client.ask("workspace/willRenameFiles", &json!({"files": all}));
    let steps = answer["result"]["documentChanges"].as_array();
    assert!(steps.is_none_or(Vec::is_empty), "{answer}");
    let outside = json!({"files": [{"oldUri": client.uri("articles/hof.md"), "newUri": "file:///tmp/hof.md"}]});
    assert!(client.ask("workspace/willRenameFiles", &outside)["error"].is_object());
    assert!(client.stop());
}

#[test]
fn a_term_is_renamed_wherever_it_is_used() {
    let folder = workspace();
    let catalog = folder
        .get("locales/en/markt.ftl")
        .replace("The market opens", "The { -markt } opens");
    folder.put("locales/en/markt.ftl", catalog);
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/de/glossary.ftl", None);
    let asked = json!({"textDocument": {"uri": uri}, "position": {"line": 0, "character": 3}, "newName": "wochenmarkt"});
    let answer = client.ask("textDocument/rename", &asked);
    apply(&client, &answer["result"]);
    assert!(
        folder
            .get("locales/de/glossary.ftl")
            .starts_with("-wochenmarkt = Markt")
    );
    assert!(
        folder
            .get("locales/en/glossary.ftl")
            .starts_with("-wochenmarkt = market")
    );
    assert!(
        folder
            .get("locales/en/markt.ftl")
            .contains("The { -wochenmarkt } opens")
    );
    let asked = json!({"textDocument": {"uri": uri}, "position": {"line": 0, "character": 3}, "newName": "a = b"});
    assert!(client.ask("textDocument/rename", &asked)["error"].is_object());
    assert!(client.stop());
}
