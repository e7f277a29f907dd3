//! Catalogs with ids that people gave, taken in by `satz init --adopt`.
//!
//! A case is a workspace (`> path`, then its lines), then for each file that is another afterwards
//! `= path` and its lines. `SATZ_SHOW=1` prints what comes out.

use crate::pipeline::{open, run, satz};
use crate::support::{Folder, cases};

/// A workspace as a case has it, and what it shall be: path and text.
fn split(body: &str) -> (Folder, Vec<(String, String)>) {
    let (mut files, mut expected) = (Vec::new(), Vec::new());
    for line in body.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("> ") {
            files.push((path.trim().to_owned(), String::new()));
        } else if let Some(path) = line.strip_prefix("= ") {
            expected.push((path.trim().to_owned(), String::new()));
        } else if let Some((_, text)) = expected.last_mut().or(files.last_mut()) {
            text.push_str(line);
        }
    }
    let folder = Folder::new();
    for (path, text) in &files {
        folder.put(path, text);
    }
    (folder, expected)
}

fn catalogs(folder: &Folder) -> Vec<(String, String)> {
    let files = folder.tree().into_iter();
    let text = files.filter_map(|(path, bytes)| {
        let path = path
            .strip_prefix(folder.path())
            .unwrap()
            .to_str()?
            .to_owned();
        let is_catalog = path.starts_with("locales") && !path.contains("/.");
        is_catalog.then_some((path, String::from_utf8(bytes?).unwrap()))
    });
    text.collect()
}

#[test]
fn equal_german_gives_the_id() {
    for case in cases("adopt") {
        let (folder, expected) = split(&case.body);
        let said = run(&folder, "init --adopt");
        if std::env::var_os("SATZ_SHOW").is_some() {
            println!("{}\n{said}", case.name);
            for (path, text) in catalogs(&folder) {
                println!("= {path}\n{}", text.trim_end());
            }
        }
        for (path, text) in expected {
            assert_eq!(
                folder.get(&path).trim_end(),
                text.trim_end(),
                "{}: {path}",
                case.name
            );
        }
        let adopted = catalogs(&folder);
        run(&folder, "sync --check");
        run(&folder, "sync");
        assert_eq!(catalogs(&folder), adopted, "{}", case.name);
        let again = satz(&folder, "init --adopt");
        again.is_refusal(&["nothing to take in"]);
    }
}

/// Of a run that is killed, some of the files are written, in the order of writing.
#[test]
fn a_killed_run_is_repeated() {
    for case in cases("adopt") {
        let (whole, _) = split(&case.body);
        run(&whole, "init --adopt");
        let mut after = catalogs(&whole);
        after.sort_by_key(|(path, _)| (!path.contains("-rest"), path.starts_with("locales/de/")));
        for killed in 0..after.len() {
            let (folder, _) = split(&case.body);
            for (path, text) in &after[..killed] {
                folder.put(path, text);
            }
            run(&folder, "init --adopt");
            assert_eq!(
                catalogs(&folder),
                catalogs(&whole),
                "{} {killed}",
                case.name
            );
        }
    }
}

#[test]
fn translations_follow_and_what_is_left_is_kept() {
    let (folder, _) = split(&cases("adopt")[0].body);
    run(&folder, "init --adopt");
    let (own, rest) = (
        folder.get("locales/en/kiosk.ftl"),
        folder.get("locales/en/kiosk-rest.ftl"),
    );
    for here in [
        "## Texts of the kiosk",
        "# Ask Mary before changing this.",
        " =   The Kiosk\n",
        " = Coffee is two euros.\n",
        " = It opens at { \"seven\" }.\n",
        " = Thanks again.\n",
    ] {
        assert!(
            own.contains(here) && !rest.contains(here),
            "{here}: {own}{rest}"
        );
    }
    for there in ["old = Closed on Sundays.\n", "save = Save\n"] {
        assert!(
            rest.contains(there) && !own.contains(there),
            "{there}: {own}{rest}"
        );
    }
    let german = folder.get("locales/de/kiosk-rest.ftl");
    for kept in [
        "# Große Überschrift",
        "old = Sonntags ist zu.",
        "save = Speichern\n    .title",
    ] {
        assert!(german.contains(kept), "{kept}: {german}");
    }
    // Of two equal sentences the second is translated.
    let source = folder.get("locales/de/kiosk.ftl");
    let first = source
        .lines()
        .find_map(|line| line.strip_suffix(" = Danke."));
    let missing = (first.unwrap().to_owned(), "missing".to_owned());
    assert_eq!(open(&folder, "en"), [missing]);
}

#[test]
fn nothing_to_take_in_is_said_and_nothing_written() {
    let folder = Folder::new();
    folder.put("articles/a.md", "Ein Satz.\n");
    satz(&folder, "init --adopt").is_refusal(&["--locales"]);
    satz(&folder, "init --adopt --locales en").is_refusal(&["nothing to take in"]);
    assert!(!folder.path().join("satz.yaml").exists());
    folder.put("locales/de/a.ftl", "a = Ein Satz.\n");
    run(&folder, "init --adopt --locales en");
    assert!(folder.get("satz.yaml").contains("[en]"));
    assert!(
        folder
            .get("locales/de/a.ftl")
            .starts_with("### satz 1: articles/a.md")
    );
}

#[test]
fn what_stands_in_the_way_is_not_overwritten() {
    let (folder, _) = split(&cases("adopt")[0].body);
    folder.put("locales/de/kiosk-rest.ftl", "mine = Meins\n");
    folder.put("locales/en/kiosk-rest.ftl", "mine = Mine\n");
    for (path, text) in catalogs(&folder) {
        folder.put(&path, text);
    }
    let before = catalogs(&folder);
    let said = satz(&folder, "init --adopt");
    assert_eq!(said.status, 2);
    assert!(said.err.contains("kiosk-rest.ftl"), "{}", said.err);
    assert_eq!(catalogs(&folder), before);
}

/// No article has their name: they are somebody's.
#[test]
fn catalogs_without_an_article_keep_their_ids() {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en]\n");
    folder.put("articles/a.md", "Ein Satz.\n");
    folder.put("locales/de/menu.ftl", "step-2 = Ein Satz.\n");
    folder.put("locales/en/menu.ftl", "step-2=A sentence.\n");
    satz(&folder, "init --adopt").is_refusal(&["nothing to take in"]);
    run(&folder, "sync");
    run(&folder, "sync --prune");
    assert_eq!(folder.get("locales/de/menu.ftl"), "step-2 = Ein Satz.\n");
    assert_eq!(folder.get("locales/en/menu.ftl"), "step-2=A sentence.\n");
}
