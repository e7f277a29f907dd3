//! Articles that get another name, are cut in two or joined, and sentences that go from one to
//! another: translations follow, and a run that is killed midway loses nothing.

use std::collections::BTreeSet;
use std::fs;

use satz::store::{Write, find_workspace};

use crate::pipeline::{fill, open, run, satz};
use crate::support::Folder;

const HARBOUR: &str = "\
# Der Hafen wird ausgebaut

Am 4. Mai beginnt der Bau der neuen Mole. Drei Kräne sind schon da. Die Fischer hoffen auf Ruhe.

Bis zum Herbst soll alles fertig sein. Niemand weiß, ob das gelingt.
";

const THEATRE: &str = "\
# Das Theater spielt wieder

Die Premiere ist am 9. Juni. Karten kosten 12 Euro.
";

/// Two articles, translated into two locales.
fn translated() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en, fr]\n");
    folder.put("articles/hafen.md", HARBOUR);
    folder.put("articles/kultur/theater.md", THEATRE);
    run(&folder, "sync");
    for locale in ["en", "fr"] {
        fill(&folder, locale, "hafen");
        fill(&folder, locale, "kultur/theater");
    }
    run(&folder, "sync");
    folder
}

fn has(folder: &Folder, path: &str) -> bool {
    folder.path().join(path).exists()
}

/// Every translation in the workspace, with its locale.
fn values(folder: &Folder) -> BTreeSet<String> {
    let files = folder.tree().into_iter().filter_map(|(_, bytes)| bytes);
    files
        .flat_map(|bytes| {
            let text = String::from_utf8(bytes).unwrap();
            let values = text.lines().filter_map(|line| line.split_once(" = "));
            let typed = values.map(|(_, value)| value.to_owned());
            typed
                .filter(|value| value.starts_with("en ") || value.starts_with("fr "))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn in_step(folder: &Folder) {
    let said = satz(folder, "sync --check");
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
}

#[test]
fn an_article_with_a_new_name_keeps_its_translations() {
    let folder = translated();
    let before = folder.get("locales/en/hafen.ftl");
    let all = values(&folder);
    folder.put(
        "locales/en/hafen.ftl",
        format!("{before}\n# Kran = crane, nicht tap\n"),
    );
    fs::remove_file(folder.path().join("articles/hafen.md")).unwrap();
    let german = HARBOUR.replace("Drei Kräne", "Vier Kräne");
    folder.put("articles/stadt/neue-mole.md", german);
    let foreseen = open(&folder, "en");
    let found = satz(&folder, "check --format short").out;
    for locale in ["en", "fr"] {
        let brought = format!(
            "locales/{locale}/stadt/neue-mole.ftl:1:1: error[out-of-step] 6 translations stand in other catalogs"
        );
        assert!(found.contains(&brought), "{found}");
    }
    assert!(!found.contains("error[missing]"), "{found}");
    run(&folder, "sync");
    in_step(&folder);
    assert_eq!(open(&folder, "en"), foreseen);
    let states: Vec<String> = open(&folder, "en").into_iter().map(|unit| unit.1).collect();
    assert_eq!(states, ["stale"]);
    assert_eq!(values(&folder), all);
    let now = folder.get("locales/en/stadt/neue-mole.ftl");
    assert!(
        now.starts_with("### satz 1: articles/stadt/neue-mole.md\n"),
        "{now}"
    );
    assert!(now.contains("# Kran = crane, nicht tap"), "{now}");
    assert!(now.contains("# was: Drei Kräne"), "{now}");
    for locale in ["de", "en", "fr"] {
        assert!(!has(&folder, &format!("locales/{locale}/hafen.ftl")));
    }
}

#[test]
fn a_sentence_that_changes_its_article_takes_its_translations_along() {
    let folder = translated();
    let all = values(&folder);
    let en = folder.get("locales/en/hafen.ftl");
    folder.put(
        "locales/en/hafen.ftl",
        en.replace("# de: Drei", "# Liebherr!\n# de: Drei"),
    );
    // One goes each way, at once.
    folder.put(
        "articles/hafen.md",
        HARBOUR.replace("Drei Kräne sind schon da.", "Karten kosten 12 Euro."),
    );
    let theatre = THEATRE.replace("Karten kosten 12 Euro.", "Drei Kräne sind schon da.");
    folder.put("articles/kultur/theater.md", &theatre);
    let shown = run(&folder, "sync --explain");
    assert!(shown.contains("arrived from hafen: Drei Kräne"), "{shown}");
    in_step(&folder);
    assert_eq!((open(&folder, "en"), open(&folder, "fr")), (vec![], vec![]));
    assert_eq!(values(&folder), all);
    let now = folder.get("locales/en/kultur/theater.ftl");
    assert!(now.contains("# Liebherr!\n# de: Drei"), "{now}");
    assert!(!folder.get("locales/en/hafen.ftl").contains("DREI KRÄNE"));
}

#[test]
fn a_translation_stays_with_an_equal_sentence_of_another_article() {
    let folder = translated();
    let theatre = format!("{THEATRE}\nNiemand weiß, ob das gelingt.\n");
    folder.put("articles/kultur/theater.md", &theatre);
    run(&folder, "sync");
    assert_eq!(open(&folder, "en").len(), 1);
    let hafen = HARBOUR.replace(" Niemand weiß, ob das gelingt.", "");
    folder.put("articles/hafen.md", hafen);
    run(&folder, "sync");
    in_step(&folder);
    for locale in ["en", "fr"] {
        let states: Vec<String> = open(&folder, locale)
            .into_iter()
            .map(|unit| unit.1)
            .collect();
        assert_eq!(states, ["obsolete"], "kept until it is pruned");
    }
    // What was translated there already stays as it is.
    folder.put("articles/hafen.md", HARBOUR);
    run(&folder, "sync");
    let edited = folder.get("locales/en/kultur/theater.ftl");
    let edited = edited.replace("en NIEMAND", "en NOBODY");
    folder.put("locales/en/kultur/theater.ftl", &edited);
    fs::remove_file(folder.path().join("articles/hafen.md")).unwrap();
    run(&folder, "sync");
    assert_eq!(folder.get("locales/en/kultur/theater.ftl"), edited);
}

/// A stale translation gives place to a current one that the tool brings, and stays until it is pruned.
#[test]
fn an_older_text_outlives_the_current_one_that_comes_from_an_equal_sentence() {
    let new = "Drei große Kräne sind schon da.";
    for other in ["hafen", "kultur/theater"] {
        let folder = translated();
        let hafen = HARBOUR.replace("Drei Kräne", "Drei große Kräne");
        folder.put("articles/hafen.md", &hafen);
        run(&folder, "sync");
        // The same sentence again, elsewhere, and there it is translated.
        let path = format!("articles/{other}.md");
        let before = folder.get(&path);
        folder.put(&path, format!("{before}\n{new}\n"));
        run(&folder, "sync");
        for locale in ["en", "fr"] {
            fill(&folder, locale, other);
        }
        run(&folder, "sync");
        let all = values(&folder);
        folder.put(&path, before);
        run(&folder, "sync");
        in_step(&folder);
        assert_eq!(values(&folder), all, "{other}");
        let en = folder.get("locales/en/hafen.ftl");
        assert!(en.contains("= en DREI GROSSE KRÄNE"), "{en}");
        assert!(en.contains("= en DREI KRÄNE"), "{en}");
        assert!(open(&folder, "en").iter().all(|unit| unit.1 == "obsolete"));
    }
}

#[test]
fn an_article_is_cut_in_two_and_joined_again() {
    let folder = translated();
    let (all, before) = (values(&folder), folder.tree());
    let (first, second) = HARBOUR.split_once("\n\nBis").unwrap();
    folder.put("articles/hafen.md", format!("{first}\n"));
    folder.put("articles/herbst.md", format!("Bis{second}"));
    run(&folder, "sync");
    in_step(&folder);
    assert_eq!(open(&folder, "en"), []);
    assert_eq!(values(&folder), all);
    assert!(folder.get("locales/fr/herbst.ftl").contains("fr NIEMAND"));
    fs::remove_file(folder.path().join("articles/herbst.md")).unwrap();
    folder.put("articles/hafen.md", HARBOUR);
    run(&folder, "sync");
    in_step(&folder);
    assert!(
        folder.tree() == before,
        "joined again, nothing is left of the cut"
    );
}

#[test]
fn mv_renames_an_article_with_its_catalogs() {
    let folder = translated();
    let all = values(&folder);
    let en = folder.get("locales/en/hafen.ftl").replace('\n', "\r\n");
    folder.put("locales/en/hafen.ftl", &en);
    folder.put("locales/it/hafen.ftl", "### satz 1: articles/hafen.md\n");
    let said = run(&folder, "mv hafen stadt/mole");
    assert!(
        said.contains("articles/hafen.md → articles/stadt/mole.md"),
        "{said}"
    );
    in_step(&folder);
    assert_eq!(values(&folder).len(), all.len());
    assert_eq!(folder.get("articles/stadt/mole.md"), HARBOUR);
    let now = en.replace("articles/hafen.md", "articles/stadt/mole.md");
    assert_eq!(
        folder.get("locales/en/stadt/mole.ftl"),
        now,
        "only the header changes"
    );
    assert!(
        has(&folder, "locales/it/stadt/mole.ftl"),
        "unknown locales follow, too"
    );
    for path in [
        "articles/hafen.md",
        "locales/de/hafen.ftl",
        "locales/it/hafen.ftl",
    ] {
        assert!(!has(&folder, path), "{path}");
    }
    run(&folder, "mv articles/stadt/mole.md ./articles/hafen.md");
    assert_eq!(folder.get("locales/en/hafen.ftl"), en);
}

#[test]
fn mv_refuses_what_would_overwrite_or_leave_the_workspace() {
    let folder = translated();
    folder.put("locales/fr/frei.ftl", "### satz 1: articles/frei.md\n");
    folder.put("articles/HAFEN2.txt", "Noch einer.\n");
    let before = folder.tree();
    for (arguments, pieces) in [
        ("mv nirgends neu", ["nirgends", "satz status"]),
        (
            "mv hafen kultur/theater",
            ["articles/kultur/theater.md", "hafen.md"],
        ),
        (
            "mv hafen frei",
            ["locales/fr/frei.ftl", "nothing was renamed"],
        ),
        ("mv hafen ../draussen", ["draussen.md", "outside"]),
        ("mv hafen /tmp/draussen", ["/tmp/draussen", "outside"]),
        ("mv hafen hafen2", ["hafen2.md", "HAFEN2.txt"]),
        ("mv hafen con", ["con.md", "device"]),
        ("mv hafen glossary", ["glossary.md", "terms"]),
        ("mv hafen hafen.md", ["hafen.md", "already"]),
        ("mv hafen hafen.txt", ["hafen.txt", "`.md`"]),
    ] {
        let said = satz(&folder, arguments);
        said.is_refusal(&pieces);
        assert!(folder.tree() == before, "{arguments}: nothing may change");
    }
}

/// Does the first `count` writes of a `sync`, and then no more; whether that were all.
fn killed_sync(folder: &Folder, count: usize) -> bool {
    let workspace = find_workspace(folder.path()).unwrap();
    let writer = workspace.writer().unwrap();
    let (together, errors) = workspace.prepare_together(&());
    assert!(errors.is_empty());
    let plans = workspace.project.plan(&together, false);
    let changes = plans.iter().flat_map(|plan| plan.steps.iter().flatten());
    let changes: Vec<_> = changes.filter(|change| change.differs()).collect();
    for change in changes.iter().take(count) {
        match (&change.old, &change.new) {
            (old, Some(new)) => {
                let (path, old, new) = (change.path.clone(), old.clone(), new.clone());
                writer.write(&[Write { path, old, new }]).unwrap();
            }
            (old, None) => writer.retire(&change.path, old.as_ref().unwrap()).unwrap(),
        }
    }
    count >= changes.len()
}

#[test]
fn a_run_that_is_killed_between_any_two_writes_is_repeated() {
    let exchange: fn(&Folder) = |folder| {
        let hafen = HARBOUR.replace("Drei Kräne sind schon da.", "Karten kosten 13 Euro.");
        folder.put("articles/hafen.md", hafen);
        let theatre = THEATRE.replace("Karten kosten 12 Euro.", "Drei Kräne sind schon da.");
        folder.put("articles/kultur/theater.md", theatre);
    };
    let rename: fn(&Folder) = |folder| {
        fs::remove_file(folder.path().join("articles/hafen.md")).unwrap();
        folder.put("articles/mole.md", HARBOUR.replace("Ruhe", "Lärm"));
    };
    let cut: fn(&Folder) = |folder| {
        let (first, second) = HARBOUR.split_once("\n\nBis").unwrap();
        folder.put("articles/hafen.md", format!("{first}\n"));
        folder.put("articles/herbst.md", format!("Bis{second}"));
    };
    let join: fn(&Folder) = |folder| {
        fs::remove_file(folder.path().join("articles/kultur/theater.md")).unwrap();
        folder.put("articles/hafen.md", format!("{HARBOUR}\n{}", &THEATRE[2..]));
    };
    // A sentence that has moved is not taken for what another one was before.
    let alike: fn(&Folder) = |folder| {
        fs::remove_file(folder.path().join("articles/kultur/theater.md")).unwrap();
        folder.put("articles/hafen.md", format!("{HARBOUR}\n{}", &THEATRE[2..]));
        folder.put("articles/neu.md", "Die Premiere ist am 8. Juni.\n");
    };
    let scenes = [exchange, rename, cut, join, alike];
    for (number, change) in scenes.into_iter().enumerate() {
        let start = translated();
        // A unit that is stale on the way, too.
        let hafen = HARBOUR.replace("Drei Kräne sind", "Zwei Kräne sind");
        start.put("articles/hafen.md", hafen);
        run(&start, "sync");
        change(&start);
        let prepared = || {
            let folder = Folder::new();
            for (path, bytes) in start.tree() {
                let name = path.strip_prefix(start.path()).unwrap().to_str().unwrap();
                if let Some(bytes) = bytes {
                    folder.put(name, bytes);
                }
            }
            folder
        };
        let whole = prepared();
        let before = values(&whole);
        run(&whole, "sync");
        in_step(&whole);
        assert_eq!(values(&whole), before, "{number}");
        let mut count = 0;
        loop {
            let folder = prepared();
            let all = killed_sync(&folder, count);
            assert_eq!(values(&folder), before, "{number}, killed after {count}");
            run(&folder, "sync");
            for (path, bytes) in folder.tree() {
                let name = path.strip_prefix(folder.path()).unwrap();
                let Some(bytes) = bytes else { continue };
                let (now, other) = (String::from_utf8(bytes).unwrap(), whole.path().join(name));
                let other = fs::read_to_string(other).unwrap_or_default();
                assert_eq!(
                    now,
                    other,
                    "{number}, killed after {count}: {}",
                    name.display()
                );
            }
            if all {
                break;
            }
            count += 1;
        }
        assert!(count > 3, "{number}: {count} writes");
    }
}
