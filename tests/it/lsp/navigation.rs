use serde_json::{Value, json};

use super::client::Client;
use super::{line_of, satz, workspace};

fn at(uri: &str, line: usize, character: usize) -> Value {
    json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
}

#[test]
fn hover_says_what_changed_and_what_is_found() {
    let folder = workspace();
    let article = folder
        .get("articles/markt.md")
        .replace("7. Februar", "9. Februar");
    folder.put("articles/markt.md", article);
    satz(folder.path(), &["sync"]);
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/markt.ftl", None);
    let line = line_of(&folder.get("locales/en/markt.ftl"), "on 7 Feb");
    let answer = client.ask("textDocument/hover", &at(&uri, line, 12));
    let text = answer["result"]["contents"]["value"].as_str().unwrap();
    for part in [
        "**German** · paragraph",
        "~~7.~~ **9.**",
        "Changed: ",
        "Out of date",
        "term: Markt → market",
        "`stale`",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let uri = client.open("articles/markt.md", None);
    let answer = client.ask("textDocument/hover", &at(&uri, 2, 4));
    let text = answer["result"]["contents"]["value"].as_str().unwrap();
    for part in [
        "Up to date in 0 of 2 languages",
        "- en: *stale* The market opens",
        "- fr: *missing*",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(client.stop());
}

#[test]
fn the_ways_lead_from_translation_to_sentence_and_back() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/markt.ftl", None);
    let line = line_of(&folder.get("locales/en/markt.ftl"), "It lies on");
    let sentence = client.ask("textDocument/definition", &at(&uri, line, 12))["result"].clone();
    assert_eq!(sentence["uri"], client.uri("articles/markt.md"));
    assert_eq!(
        sentence["range"]["start"],
        json!({"line": 2, "character": 32})
    );
    let article = client.open("articles/markt.md", None);
    let places = client.ask("textDocument/references", &at(&article, 2, 34))["result"].clone();
    let uris: Vec<&str> = places
        .as_array()
        .unwrap()
        .iter()
        .map(|place| place["uri"].as_str().unwrap())
        .collect();
    let files = [
        "articles/markt.md",
        "locales/de/markt.ftl",
        "locales/en/markt.ftl",
        "locales/fr/markt.ftl",
    ];
    assert_eq!(uris, files.map(|file| client.uri(file)));
    let glossary = client.open("locales/en/glossary.ftl", None);
    let entries = client.ask("textDocument/definition", &at(&glossary, 0, 3))["result"].clone();
    assert_eq!(entries["uri"], client.uri("locales/de/glossary.ftl"));
    assert!(client.stop());
}

#[test]
fn the_next_open_sentence_is_found_across_articles() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/markt.ftl", None);
    let mut next = |uri: &str, line: usize| {
        let argument = at(uri, line, 0);
        let argument = json!({"uri": uri, "position": argument["position"]});
        client.ask(
            "workspace/executeCommand",
            &json!({"command": "satz.nextMissing", "arguments": [argument]}),
        )["result"]
            .clone()
    };
    let text = folder.get("locales/en/markt.ftl");
    let heading = next(&uri, 0);
    assert_eq!(
        heading["range"]["start"]["line"],
        line_of(&text, "# de: Der Markt") + 1
    );
    let bread = next(&uri, line_of(&text, "It lies"));
    assert_eq!(
        bread["range"]["start"]["line"],
        line_of(&text, "# de: Ein Brot") + 1
    );
    let behind = next(&uri, text.lines().count());
    assert!(
        behind["uri"]
            .as_str()
            .unwrap()
            .ends_with("locales/en/hof.ftl"),
        "{behind}"
    );
    assert!(client.stop());
}

#[test]
fn of_a_stale_translation_the_words_to_exchange_are_selected() {
    for (new, words) in [("9. Februar", "7"), ("7. März", "February"), ("Montag", "")] {
        let folder = workspace();
        let article = folder.get("articles/markt.md").replace("7. Februar", new);
        folder.put("articles/markt.md", article);
        satz(folder.path(), &["sync"]);
        let mut client = Client::of(folder.path());
        let uri = client.open("locales/en/markt.ftl", None);
        let argument = json!({"uri": uri, "position": {"line": 0, "character": 0}});
        let place = client.ask(
            "workspace/executeCommand",
            &json!({"command": "satz.nextStale", "arguments": [argument]}),
        )["result"]["range"]
            .clone();
        let text = folder.get("locales/en/markt.ftl");
        let line = text.lines().nth(line_of(&text, "on 7 Feb")).unwrap();
        let character =
            |end: &str| usize::try_from(place[end]["character"].as_u64().unwrap()).unwrap();
        assert_eq!(&line[character("start")..character("end")], words, "{new}");
        assert!(client.stop());
    }
}

#[test]
fn outlines_lenses_and_pages_show_an_article() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let uri = client.open("locales/en/markt.ftl", None);
    let document = json!({"textDocument": {"uri": uri}});
    let symbols = client.ask("textDocument/documentSymbol", &document)["result"].clone();
    assert_eq!(symbols[0]["name"], "Der Markt");
    assert_eq!(symbols[0]["children"].as_array().unwrap().len(), 3);
    let lenses = client.ask("textDocument/codeLens", &document)["result"].clone();
    assert_eq!(
        lenses[0]["command"]["title"],
        "en: 2 of 4 up to date, 2 missing"
    );
    let page = client.ask(
        "workspace/textDocumentContent",
        &json!({"uri": format!("satz:///page.md?{uri}")}),
    );
    assert!(
        page["result"]["text"]
            .as_str()
            .unwrap()
            .contains("The market opens on 7 February. It lies"),
        "{page}"
    );
    let page = client.ask(
        "workspace/textDocumentContent",
        &json!({"uri": format!("satz:///bilingual.html?{uri}")}),
    );
    assert!(
        page["result"]["text"].as_str().unwrap().contains("<html"),
        "{page}"
    );
    let page = client.ask(
        "workspace/textDocumentContent",
        &json!({"uri": "satz:///explain/month"}),
    );
    assert!(
        page["result"]["text"]
            .as_str()
            .unwrap()
            .starts_with("# month\n"),
        "{page}"
    );
    let links = client.ask("textDocument/documentLink", &document)["result"].clone();
    assert_eq!(links[0]["target"], client.uri("articles/markt.md"));
    let symbols = client.ask("workspace/symbol", &json!({"query": "mrk"}))["result"].clone();
    assert_eq!(symbols[0]["name"], "markt");
    let article = client.open("articles/markt.md", None);
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let hints = client.ask(
        "textDocument/inlayHint",
        &json!({"textDocument": {"uri": article}, "range": whole}),
    )["result"]
        .clone();
    assert_eq!(hints[1]["label"], "1/2", "{hints}");
    let positions = json!([{"line": 2, "character": 4}]);
    let ranges = client.ask(
        "textDocument/selectionRange",
        &json!({"textDocument": {"uri": article}, "positions": positions}),
    )["result"]
        .clone();
    assert_eq!(
        ranges[0]["parent"]["range"]["end"],
        json!({"line": 2, "character": 31}),
        "{ranges}"
    );
    let tokens =
        client.ask("textDocument/semanticTokens/full", &document)["result"]["data"].clone();
    assert_eq!(
        tokens.as_array().unwrap().len(),
        5,
        "the 7 of February: {tokens}"
    );
    let folds = client.ask(
        "textDocument/foldingRange",
        &json!({"textDocument": {"uri": article}}),
    )["result"]
        .clone();
    assert_eq!(folds[0]["startLine"], 0, "{folds}");
    assert!(client.stop());
}

#[test]
fn completion_knows_what_can_stand_there() {
    let folder = workspace();
    let mut client = Client::of(folder.path());
    let text = folder.get("locales/en/markt.ftl");
    let line = line_of(&text, "It lies on");
    let uri = client.open("locales/en/markt.ftl", None);
    let mut version = 1;
    let mut completed = |typed: &str| {
        version += 1;
        let mut lines: Vec<&str> = text.lines().collect();
        lines.insert(line, typed);
        client.change(&uri, version, &json!([{"text": lines.join("\n")}]));
        let answer = client.ask(
            "textDocument/completion",
            &at(&uri, line, typed.encode_utf16().count()),
        );
        let items = answer["result"]["items"].as_array().unwrap().iter();
        items
            .map(|item| item["textEdit"]["newText"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(completed("# check: mon").contains(&"month off: ".to_owned()));
    assert!(
        completed("s")
            .iter()
            .all(|id| id.starts_with('s') && id.ends_with(" = "))
    );
    let id = text
        .lines()
        .find(|line| line.contains("The market opens"))
        .unwrap()
        .split(' ')
        .next()
        .unwrap();
    let terms = completed(&format!("{id} = The {{ -"));
    assert_eq!(terms, ["-markt"]);
    assert!(client.stop());
}
