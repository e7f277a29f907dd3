//! Settings that cut an article differently: through the binary, nothing that was translated is
//! lost, nothing becomes current by it, and `sync` says what it did.

use serde_json::Value;

use crate::support::Folder;

const CONFIGURATION: &str = "locales: [en]\n";

const ARTICLE: &str = "\
Es ist entschieden: Wir bauen die Halle um. Das Dach kommt zuerst.

Der Umbau folgt i. d. Plan. Niemand zieht aus.
";

/// Runs satz, which must not refuse.
fn satz(folder: &Folder, arguments: &[&str]) -> String {
    let output = crate::support::program()
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_ne!(output.status.code(), Some(2), "{arguments:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// Ids and states of what is not current.
fn open_units(folder: &Folder) -> Vec<(String, String)> {
    let told: Value = serde_json::from_str(&satz(folder, &["diff", "--format", "json"])).unwrap();
    let text = |unit: &Value, key: &str| unit[key].as_str().unwrap().to_owned();
    let units = told["units"].as_array().unwrap().iter();
    units
        .map(|unit| (text(unit, "id"), text(unit, "state")))
        .collect()
}

/// Number of units of the article.
fn count(folder: &Folder) -> u64 {
    let told: Value = serde_json::from_str(&satz(folder, &["status", "--format", "json"])).unwrap();
    told["locales"][0]["articles"][0]["units"].as_u64().unwrap()
}

/// A workspace whose only article is fully translated: `T1` to `T4`.
fn translated(configuration: &str) -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", configuration);
    folder.put("articles/halle.md", ARTICLE);
    satz(&folder, &["sync"]);
    let (mut number, mut filled) = (0_u32, String::new());
    for line in folder.get("locales/en/halle.ftl").split_inclusive('\n') {
        if line.starts_with("# s") {
            number += 1;
            filled += &[line.trim_end(), " T", &number.to_string(), "\n"].concat();
        } else {
            filled += line;
        }
    }
    folder.put("locales/en/halle.ftl", filled);
    satz(&folder, &["sync"]);
    assert_eq!(open_units(&folder), []);
    folder
}

/// All translations in the catalog, in its order.
fn values(folder: &Folder) -> String {
    let text = folder.get("locales/en/halle.ftl");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let values = lines.filter_map(|line| Some(line.split_once(" = ")?.1));
    values.collect::<Vec<_>>().join(" ")
}

fn configure(folder: &Folder, more: &str) -> String {
    folder.put("satz.yaml", format!("{CONFIGURATION}{more}"));
    satz(folder, &["sync"])
}

#[test]
fn a_split_and_its_undoing() {
    let folder = translated(CONFIGURATION);
    let before = folder.get("locales/en/halle.ftl");
    assert_eq!(count(&folder), 4);

    let said = configure(&folder, "colon: true\n");
    assert!(
        said.contains("articles/halle.md: cut differently, 2 sentences in place of 1; translations are carried over"),
        "{said}"
    );
    assert_eq!(count(&folder), 5);
    let open = open_units(&folder);
    assert!(
        !open.is_empty() && open.iter().all(|(_, state)| state == "stale"),
        "{open:?}"
    );
    assert_eq!(values(&folder), "T1 { \"\" } T2 T3 T4");
    assert_eq!(
        satz(&folder, &["sync"]),
        "",
        "a second run has nothing to say"
    );

    let said = configure(&folder, "");
    assert!(said.contains("1 sentence in place of 2"), "{said}");
    assert_eq!(open_units(&folder), []);
    assert_eq!(folder.get("locales/en/halle.ftl"), before);
}

#[test]
fn a_join_and_its_undoing() {
    let folder = translated("locales: [en]\ncolon: true\n");
    assert_eq!(count(&folder), 5);
    let said = configure(&folder, "");
    assert!(said.contains("1 sentence in place of 2"), "{said}");
    assert_eq!(values(&folder), "T1 T2 T3 T4 T5");
    let open = open_units(&folder);
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!(open[0].1, "stale");

    let said = configure(&folder, "colon: true\n");
    assert!(said.contains("2 sentences in place of 1"), "{said}");
    assert_eq!(count(&folder), 5);
    assert_eq!(values(&folder), "T1 T2 { \"\" } T3 T4 T5");
    // Both parts together say what both said: at most the first waits for a look.
    let open = open_units(&folder);
    assert!(open.iter().all(|(_, state)| state == "stale"), "{open:?}");
}

#[test]
fn a_join_and_its_undoing_where_one_part_is_missing() {
    let folder = translated("locales: [en]\ncolon: true\n");
    let catalog = folder.get("locales/en/halle.ftl");
    let lines = catalog.split_inclusive('\n');
    let kept: String = lines.filter(|line| !line.ends_with(" = T2\n")).collect();
    folder.put("locales/en/halle.ftl", kept);
    satz(&folder, &["sync"]);
    assert_eq!(open_units(&folder).len(), 1);

    configure(&folder, "");
    assert_eq!(values(&folder), "T1 T3 T4 T5");
    assert_eq!(open_units(&folder)[0].1, "stale");

    configure(&folder, "colon: true\n");
    let open = open_units(&folder);
    assert!(open.iter().any(|(_, state)| state == "missing"), "{open:?}");
}

#[test]
fn lists_of_the_house_cut_through_the_binary() {
    let folder = translated(CONFIGURATION);
    let said = configure(&folder, "abbreviations: [Plan.]\nexceptions: [i. d.]\n");
    assert!(said.contains("cut differently"), "{said}");
    let said = satz(&folder, &["segment", "articles/halle.md", "--explain"]);
    assert!(said.contains("abbreviation of the house"), "{said}");
    assert!(values(&folder).contains("T3") && values(&folder).contains("T4"));
    assert!(
        open_units(&folder)
            .iter()
            .all(|(_, state)| state == "stale")
    );
}

#[test]
fn a_cut_beside_a_rewording_in_one_run() {
    let folder = translated(CONFIGURATION);
    folder.put(
        "articles/halle.md",
        ARTICLE.replace("Das Dach kommt zuerst.", "Das Dach kommt zuletzt."),
    );
    let said = configure(&folder, "colon: true\n");
    assert!(said.contains("2 sentences in place of 1"), "{said}");
    assert_eq!(values(&folder), "T1 { \"\" } T2 T3 T4");
    let open = open_units(&folder);
    let stale = open.iter().filter(|(_, state)| state == "stale").count();
    assert_eq!(stale, open.len(), "{open:?}");
    assert!(open.len() >= 2, "{open:?}");
}

#[test]
fn a_rewording_inside_the_sentence_that_is_cut() {
    let folder = translated(CONFIGURATION);
    folder.put(
        "articles/halle.md",
        ARTICLE.replace("Wir bauen die Halle um.", "Wir bauen die Halle neu."),
    );
    configure(&folder, "colon: true\n");
    assert!(values(&folder).contains("T1"), "{}", values(&folder));
    let open = open_units(&folder);
    assert_eq!(open.len(), 2, "{open:?}");
}

#[test]
fn a_colon_is_decided_per_article() {
    let folder = translated(CONFIGURATION);
    folder.put("articles/talk/eins.md", ARTICLE);
    let said = configure(&folder, "colon: {\"*\": false, \"talk/*\": true}\n");
    assert!(!said.contains("cut differently"), "{said}");
    let units = |path: &str| {
        let told: Value =
            serde_json::from_str(&satz(&folder, &["segment", path, "--format", "json"])).unwrap();
        told["units"].as_array().unwrap().len()
    };
    assert_eq!(units("articles/halle.md"), 4);
    assert_eq!(units("articles/talk/eins.md"), 5);
}
