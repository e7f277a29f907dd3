use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::client::Client;
use super::{satz, workspace};
use crate::support::Folder;

/// The repository's own workspace, which has four languages and findings.
fn sample() -> Folder {
    let folder = Folder::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = vec![
        root.join("articles"),
        root.join("locales"),
        root.join("satz.yaml"),
    ];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                std::fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            folder.put(name, std::fs::read(&path).unwrap());
        }
    }
    folder
}

/// What `satz check` finds: path, line, column, code, severity, id and message of each.
fn checked(folder: &Folder) -> Vec<String> {
    let said = satz(folder.path(), &["check", "--format", "json", "--exit-zero"]);
    let end = said.rfind("\n}\n").unwrap() + 2;
    let report: Value = serde_json::from_str(&said[..end]).unwrap();
    let found = report["findings"].as_array().unwrap().iter().map(|found| {
        let keys = [
            "path", "line", "column", "code", "severity", "id", "message",
        ];
        keys.map(|key| found[key].to_string()).join(" ")
    });
    let mut found: Vec<String> = found.collect();
    found.sort();
    found
}

/// What the server says is found in files, in the same words.
fn told(client: &Client, reports: &BTreeMap<String, Value>) -> Vec<String> {
    let mut told = Vec::new();
    for (uri, items) in reports {
        let path = uri
            .strip_prefix(&client.uri(""))
            .unwrap()
            .trim_start_matches('/');
        let text = std::fs::read_to_string(client.root.join(path)).unwrap_or_default();
        let lines: Vec<&str> = text.split('\n').collect();
        for item in items.as_array().unwrap() {
            let start = &item["range"]["start"];
            let line = usize::try_from(start["line"].as_u64().unwrap()).unwrap();
            let units = usize::try_from(start["character"].as_u64().unwrap()).unwrap();
            let line_text = lines.get(line).unwrap_or(&"");
            let utf16: Vec<u16> = line_text.encode_utf16().take(units).collect();
            // The command counts no byte-order mark.
            let before = String::from_utf16_lossy(&utf16);
            let column = before.trim_start_matches('\u{FEFF}').chars().count() + 1;
            let severity = match item["severity"].as_u64() {
                Some(1) => "error",
                Some(2) => "warning",
                _ => "hint",
            };
            let values = [
                json!(path),
                json!(line + 1),
                json!(column),
                item["code"].clone(),
                json!(severity),
                item["data"]["id"].clone(),
                item["message"].clone(),
            ];
            told.push(values.map(|value| value.to_string()).join(" "));
        }
    }
    told.sort();
    told
}

/// What the server finds in the whole workspace.
fn pulled(client: &mut Client) -> Vec<String> {
    let answer = client.ask("workspace/diagnostic", &json!({"previousResultIds": []}));
    let items = answer["result"]["items"].as_array().unwrap().iter();
    let reports = items.map(|item| {
        (
            item["uri"].as_str().unwrap().to_owned(),
            item["items"].clone(),
        )
    });
    let reports: BTreeMap<String, Value> = reports.collect();
    told(client, &reports)
}

/// A catalog as people and their tools leave it: damaged in one to three ways, at places that hang on the seed.
fn damage(text: &str, seed: usize) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut rest = seed;
    for _ in 0..=seed % 3 {
        harm(&mut lines, rest % HARMS, rest / HARMS + seed);
        rest = rest * 31 + 17;
    }
    let text = lines.join("\n");
    match seed % 17 {
        8 => text.replace('\n', "\r\n"),
        9 => format!("\u{FEFF}{text}"),
        // Only a part of it was written.
        10 => {
            let end = text.floor_char_boundary(text.len() * (seed % 7 + 1) / 8);
            text[..end].to_owned()
        }
        _ => text,
    }
}

const HARMS: usize = 23;

/// Changes the line of some message, or something around it.
fn harm(lines: &mut Vec<String>, kind: usize, place: usize) {
    let is_message =
        |line: &&usize| lines[**line].starts_with('s') && lines[**line].contains(" = ");
    let all: Vec<usize> = (0..lines.len()).collect();
    let messages: Vec<usize> = all.iter().filter(is_message).copied().collect();
    let is_stub = |line: &&usize| lines[**line].starts_with("# s") && lines[**line].ends_with('=');
    let stubs: Vec<usize> = all.iter().filter(is_stub).copied().collect();
    let Some(at) = messages.get(place * 7 % messages.len().max(1)).copied() else {
        return lines.push("s = ohne".to_owned());
    };
    let other = messages[place * 5 % messages.len()];
    match kind {
        0 if !stubs.is_empty() => lines[stubs[place % stubs.len()]] += " getippt 🚪",
        1 => lines[at] += "  zwei  Leerzeichen",
        2 => lines[at].insert_str(0, "  "),
        3 => lines[at] = lines[at].replacen('=', ":", 1),
        4 => drop(lines.remove(at)),
        5 => lines.insert(at, lines[at].clone()),
        6 => lines[at] += " 😀 12 { $x }",
        7 => lines[at] += " {",
        8 => lines.swap(at, other),
        9 => {
            let end = lines[at].floor_char_boundary(lines[at].len() / 2);
            lines[at].truncate(end);
        }
        10 => lines[at].insert(2, 'q'),
        11 => lines.insert(at, "# check: month off: darum".to_owned()),
        12 => {
            let (mine, theirs) = (lines[at].clone(), lines[other].clone());
            let marks = ["<<<<<<< HEAD", &mine, "=======", &theirs, ">>>>>>> zweig"];
            lines.splice(at..=at, marks.map(str::to_owned));
        }
        13 => lines.insert(at, "# review: Ada 2026-11-30 #000000".to_owned()),
        14 => lines.insert(at, "# made: machine acme #000000".to_owned()),
        15 => lines.insert(at + 1, "    .titel = Ein Attribut".to_owned()),
        16 => lines.insert(at, format!("fremd-{place} = <b>Von <i>anderswo</b>")),
        17 => lines[at] += " **fett [link](https://example.org/x",
        18 => lines[at] = lines[at].replace(['a', 'e'], "\u{E4}\u{301}"),
        19 => lines.insert(at, "# was: Es war einmal. #1234567".to_owned()),
        20 => drop(lines.drain(at.min(other)..at.max(other))),
        21 => lines[at] = lines[at].replace(' ', "\u{A0}"),
        _ => lines[at] = lines[at].split('=').next().unwrap().to_owned() + "= { \"\" }",
    }
}

#[test]
fn the_workspace_is_judged_as_by_the_command() {
    let folder = sample();
    let mut client = Client::of(folder.path());
    assert_eq!(pulled(&mut client), checked(&folder));
    assert!(client.stop());
}

#[test]
fn damaged_catalogs_are_judged_as_by_the_command() {
    let folder = sample();
    let catalogs = [
        "uk/nachtzug",
        "en/wochenmarkt",
        "ar/nachtzug",
        "fr/raketen",
        "uk/raketen",
        "en/wetterbericht",
    ];
    let mut client = Client::of(folder.path());
    let rounds = crate::support::property_cases(39);
    for seed in 0..usize::try_from(rounds).unwrap() {
        let path = format!("locales/{}.ftl", catalogs[seed % catalogs.len()]);
        let text = folder.get(&path);
        let damaged = damage(&text, seed);
        let uri = client.open(&path, Some(&text));
        // Not saved yet: the server must know it all the same.
        client.change(&uri, 2, &json!([{"text": damaged}]));
        let answer = client.ask(
            "textDocument/diagnostic",
            &json!({"textDocument": {"uri": uri}}),
        );
        let items = BTreeMap::from([(uri.clone(), answer["result"]["items"].clone())]);
        folder.put(&path, &damaged);
        let of_file = |found: &String| found.starts_with(&format!("\"{path}\""));
        let expected: Vec<String> = checked(&folder).into_iter().filter(of_file).collect();
        assert_eq!(told(&client, &items), expected, "{seed} {path}");
        folder.put(&path, &text);
        client.tell(
            "textDocument/didClose",
            &json!({"textDocument": {"uri": uri}}),
        );
    }
    assert_eq!(
        pulled(&mut client),
        checked(&folder),
        "and nothing is left of it"
    );
    assert!(client.stop());
}

#[test]
fn catalogs_that_nobody_has_written_are_judged_as_by_the_command() {
    let folder = sample();
    folder.put(
        "articles/neu.md",
        "# Neu\n\nNoch hat niemand den Satz gesehen.\n",
    );
    std::fs::remove_file(folder.path().join("locales/fr/raketen.ftl")).unwrap();
    std::fs::remove_file(folder.path().join("locales/de/wochenmarkt.ftl")).unwrap();
    let found = checked(&folder);
    assert!(found.iter().any(|found| found.contains("fr/neu.ftl")));
    let mut client = Client::of(folder.path());
    assert_eq!(pulled(&mut client), found);
    assert!(client.stop());
}

#[test]
fn of_an_article_that_is_gone_what_was_found_before_is_told() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let catalog = client.open("locales/en/markt.ftl", None);
    let before = client.findings(&catalog);
    std::fs::remove_file(folder.path().join("articles/markt.md")).unwrap();
    // The editor asks before the server hears of it.
    let text = folder.get("locales/en/markt.ftl") + "\n";
    client.change(&catalog, 2, &json!([{"text": text}]));
    assert_eq!(client.findings(&catalog), before);
    let place = json!({"textDocument": {"uri": catalog}, "position": {"line": 0, "character": 0}});
    assert!(client.ask("textDocument/hover", &place)["error"].is_null());
    assert!(client.stop());
}

#[test]
fn a_client_that_does_not_ask_is_told() {
    let folder = workspace();
    let mut client = Client::new(folder.path());
    client.start(&json!({}));
    let uri = client.open("locales/en/markt.ftl", None);
    client.ask("workspace/symbol", &json!({"query": ""}));
    client.ask("workspace/symbol", &json!({"query": ""}));
    let codes = |client: &Client| client.published[&uri].as_array().map_or(0, Vec::len);
    assert_eq!(codes(&client), 2, "{:?}", client.published);
    let text = folder
        .get("locales/en/markt.ftl")
        .replace("7 February", "7 March");
    client.change(&uri, 2, &json!([{"text": text}]));
    client.ask("workspace/symbol", &json!({"query": ""}));
    client.ask("workspace/symbol", &json!({"query": ""}));
    assert_eq!(codes(&client), 3, "{:?}", client.published);
    assert!(client.stop());
}

#[test]
fn what_an_edit_of_the_article_makes_stale_shows_before_it_is_saved() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let article = client.open("articles/markt.md", None);
    let catalog = client.open("locales/en/markt.ftl", None);
    assert!(
        !client
            .findings(&catalog)
            .iter()
            .any(|found| found.starts_with("stale"))
    );
    let range = json!({"start": {"line": 2, "character": 20}, "end": {"line": 2, "character": 21}});
    client.change(&article, 2, &json!([{"range": range, "text": "9"}]));
    let found = client.findings(&catalog);
    assert!(
        found.iter().any(|found| found.starts_with("stale")),
        "{found:?}"
    );
    client.change(&article, 3, &json!([{"range": range, "text": "7"}]));
    let found = client.findings(&catalog);
    assert!(
        !found.iter().any(|found| found.starts_with("stale")),
        "{found:?}"
    );
    assert!(client.stop());
}
