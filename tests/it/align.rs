//! Existing translations taken in through the binary: the sample articles' own, built and aligned
//! back, whole and damaged.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use satz::catalog::{Catalog, Resolver};
use serde_json::Value;

use crate::support::Folder;

fn satz(folder: &Folder, arguments: &str) -> (i32, String, String) {
    let output = crate::support::program()
        .args(arguments.split_whitespace())
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn run(folder: &Folder, arguments: &str) -> String {
    let (status, out, err) = satz(folder, arguments);
    assert_eq!(status, 0, "{arguments}: {out}{err}");
    out
}

/// The repository's articles and catalogs in a folder of their own.
fn samples() -> Folder {
    let folder = Folder::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = vec!["articles".to_owned(), "locales".to_owned()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(root.join(&path)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{path}/{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                open.push(path);
            } else {
                folder.put(&path, fs::read(entry.path()).unwrap());
            }
        }
    }
    folder.put("satz.yaml", fs::read(root.join("satz.yaml")).unwrap());
    folder
}

/// Id and value of every message, glossary terms put in.
fn values(folder: &Folder, locale: &str, article: &str) -> BTreeMap<String, String> {
    let glossary = Catalog::parse(&folder.get(&format!("locales/{locale}/glossary.ftl"))).value;
    let resolver = Resolver::new(locale, &[&glossary]);
    let catalog = Catalog::parse(&folder.get(&format!("locales/{locale}/{article}.ftl"))).value;
    catalog
        .messages()
        .map(|(_, entry)| (entry.id.clone(), resolver.resolve(entry.value().unwrap()).0))
        .collect()
}

/// Ids of the messages that are marked as doubtful, and those of the units around them.
fn doubtful(folder: &Folder, locale: &str, article: &str) -> Vec<String> {
    let catalog = Catalog::parse(&folder.get(&format!("locales/{locale}/{article}.ftl"))).value;
    let marked = |entry: &satz::catalog::Entry| {
        let comment = entry.comment.of(&catalog.text);
        comment.lines().any(|line| line.starts_with("# aligned:"))
    };
    let entries = catalog.messages().filter(|(_, entry)| marked(entry));
    entries.map(|(_, entry)| entry.id.clone()).collect()
}

/// What became of the units of translations that were built, changed and aligned back.
struct Outcome {
    /// Units that have their own text again.
    right: usize,
    /// Units that are flagged or open though their text was there.
    open: usize,
    /// Units that are open because their text was removed.
    removed: usize,
    /// What else happened.
    wrong: Vec<String>,
}

/// Builds a locale, forgets its catalogs, changes each built article, and aligns it back.
fn round_trip(locale: &str, change: impl Fn(&str) -> String) -> Outcome {
    let folder = samples();
    run(&folder, &format!("build {locale} --format md,txt"));
    let (mut right, mut open, mut removed, mut wrong) = (0, 0, 0, Vec::new());
    let (mut before, mut given) = (BTreeMap::new(), BTreeMap::new());
    for article in ["nachtzug", "raketen", "wetterbericht", "wochenmarkt"] {
        let built = ["md", "txt"].map(|ending| format!("build/{locale}/{article}.{ending}"));
        let path = built
            .iter()
            .find(|path| folder.path().join(path).exists())
            .unwrap();
        let name = path.rsplit('/').next().unwrap();
        let changed = change(&folder.get(path));
        folder.put(&format!("old/{locale}/{name}"), &changed);
        given.insert(article, changed);
        before.insert(article, values(&folder, locale, article));
        fs::remove_file(
            folder
                .path()
                .join(format!("locales/{locale}/{article}.ftl")),
        )
        .unwrap();
    }
    run(&folder, &format!("align --folder old --locale {locale}"));
    for (article, before) in before {
        let after = values(&folder, locale, article);
        let doubtful = doubtful(&folder, locale, article);
        for (id, value) in before {
            match after.get(&id) {
                Some(new) if *new == value => right += 1,
                Some(_) if doubtful.contains(&id) => open += 1,
                None if !given[article].contains(&value) => removed += 1,
                None => open += 1,
                Some(new) => wrong.push(format!("{article} {id}: {value:?} became {new:?}")),
            }
        }
    }
    Outcome {
        right,
        open,
        removed,
        wrong,
    }
}

#[test]
fn sample_translations_come_back() {
    for locale in ["en", "fr"] {
        let found = round_trip(locale, str::to_owned);
        let all = found.right + found.open;
        assert!(found.wrong.is_empty(), "{locale}: {:#?}", found.wrong);
        assert!(all > 200 && found.removed == 0);
        assert!(found.right * 100 >= all * 99, "{} of {all}", found.right);
    }
}

/// Removes a paragraph, joins two, and moves one to the end.
fn damaged(text: &str) -> String {
    let mut blocks: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
    let is_prose = |block: &String| block.len() > 120 && block.starts_with(char::is_alphabetic);
    let prose: Vec<usize> = (0..blocks.len())
        .filter(|at| is_prose(&blocks[*at]))
        .collect();
    if prose.len() < 4 {
        return text.to_owned();
    }
    let moved = blocks[prose[1]].trim_end().to_owned();
    let removed = prose[prose.len() - 2];
    if prose[prose.len() - 1] == removed + 1 {
        blocks[removed].clear();
    }
    blocks[prose[1]].clear();
    if prose[3] == prose[2] + 1 {
        let next = std::mem::take(&mut blocks[prose[3]]);
        blocks[prose[2]] = format!("{} {next}", blocks[prose[2]].trim_end());
    }
    blocks.retain(|block| !block.is_empty());
    blocks.push(format!("{moved}\n"));
    blocks.join("\n\n")
}

#[test]
fn sample_translations_come_back_from_damaged_files() {
    for locale in ["en", "fr"] {
        let found = round_trip(locale, damaged);
        let all = found.right + found.open;
        assert!(found.wrong.is_empty(), "{locale}: {:#?}", found.wrong);
        assert!((1..10).contains(&found.removed), "{}", found.removed);
        assert!(found.right * 100 >= all * 99, "{} of {all}", found.right);
    }
}

const GERMAN: &str = "# Flohmarkt am Kanal\n\nAm 3. Mai öffnet der Flohmarkt am Kanal. Rund 80 Händler haben sich angemeldet. Der Eintritt ist frei.\n\nHunde dürfen nicht auf das Gelände. Bei Regen zieht der Markt in die alte Halle.\n";
const ENGLISH: &str = "# Flea market by the canal\n\nOn 3 May the flea market by the canal opens. Some 80 traders have signed up. Admission is free.\n\nDogs are not allowed on the site. If it rains, the market moves to the old hall. The translator Wilhelmina Okonkwo-Fairweather thanks 12345 readers of the Gazette for their remarkable patience.\n";

fn market() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en, fr]\n");
    folder.put("articles/markt.md", GERMAN);
    folder.put("market.md", ENGLISH);
    folder
}

fn report(out: &str) -> Value {
    serde_json::from_str::<Value>(out).unwrap()["articles"][0].clone()
}

#[test]
fn a_translation_fills_what_is_missing() {
    let folder = market();
    let out = run(&folder, "align markt market.md --locale en --format json");
    let report = report(&out);
    assert_eq!(report["summary"]["missing"], 0, "{out}");
    assert_eq!(report["summary"]["unaligned"], 1, "{out}");
    let catalog = folder.get("locales/en/markt.ftl");
    assert!(catalog.contains(" = Admission is free.\n"), "{catalog}");
    assert!(
        catalog.contains("# unaligned: The translator Wilhelmina"),
        "{catalog}"
    );
    let sync = run(&folder, "sync");
    assert!(!sync.contains("locales/en/markt.ftl"), "{sync}");
    assert_eq!(folder.get("locales/en/markt.ftl"), catalog);
    // A second time nothing is left to do.
    run(&folder, "align markt market.md --locale en");
    assert_eq!(folder.get("locales/en/markt.ftl"), catalog);
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = market();
    let before = folder.tree();
    let out = run(
        &folder,
        "align markt market.md --locale en --dry-run --format html",
    );
    assert!(out.contains("Admission is free."));
    assert_eq!(folder.tree(), before);
}

#[test]
fn what_stands_there_is_never_replaced() {
    let folder = market();
    run(&folder, "sync");
    let path = "locales/en/markt.ftl";
    let mut typed = String::new();
    let mut free = false;
    for line in folder.get(path).lines() {
        if free && line.ends_with('=') {
            typed.extend([line.trim_start_matches("# "), " No charge!\n"]);
        } else {
            typed.push_str(line);
            typed.push('\n');
        }
        free = line.contains("Der Eintritt ist frei.");
    }
    folder.put(path, &typed);
    run(&folder, "align markt market.md --locale en");
    let catalog = folder.get(path);
    assert!(catalog.contains(" = No charge!\n"), "{catalog}");
    assert!(!catalog.contains("Admission is free."), "{catalog}");
    assert!(
        catalog.contains("Dogs are not allowed on the site."),
        "{catalog}"
    );
}

#[test]
fn what_changed_since_an_older_article_is_stale() {
    let folder = market();
    folder.put("old.md", GERMAN);
    folder.put(
        "articles/markt.md",
        GERMAN.replace("Rund 80 Händler", "Rund 95 Händler"),
    );
    run(&folder, "align markt market.md --locale en --older old.md");
    let status = run(&folder, "status en --format json");
    let status: Value = serde_json::from_str(&status).unwrap();
    let row = &status["locales"][0]["articles"][0];
    assert_eq!(
        (row["stale"].as_u64(), row["missing"].as_u64()),
        (Some(1), Some(0)),
        "{row}"
    );
    let catalog = folder.get("locales/en/markt.ftl");
    assert!(catalog.contains("# was: Rund 80 Händler"), "{catalog}");
}

#[test]
fn doubtful_translations_are_counted_until_somebody_looked() {
    let folder = market();
    run(&folder, "align markt market.md --locale en");
    let path = "locales/en/markt.ftl";
    let marked = folder.get(path).replacen(
        "\n# de: Der Eintritt",
        "\n# aligned: 0.51\n# de: Der Eintritt",
        1,
    );
    folder.put(path, &marked);
    let status = run(&folder, "status en --format json");
    let status: Value = serde_json::from_str(&status).unwrap();
    let aligned = status["locales"][0]["articles"][0]["aligned"]
        .as_u64()
        .unwrap();
    assert!(aligned >= 1);
    let (_, out, _) = satz(&folder, "check en");
    assert!(out.contains("aligned, to be looked at"), "{out}");
    run(&folder, "sync");
    assert!(folder.get(path).contains("# aligned: 0.51"));
}

#[test]
fn layouts_of_other_tools_are_known() {
    for place in [
        "site/markt.en.md",
        "site/en/markt.md",
        "site/content/en/markt.md",
        "site/content/markt.en.md",
        "site/i18n/en/docusaurus-plugin-content-docs/current/markt.md",
    ] {
        let folder = market();
        folder.put(place, ENGLISH);
        run(&folder, "align --folder site");
        assert!(
            folder
                .get("locales/en/markt.ftl")
                .contains("Admission is free."),
            "{place}"
        );
    }
}

#[test]
fn bad_input_is_refused_in_one_sentence() {
    let folder = market();
    folder.put("words.tsv", "Markt\tmarket\nHalle hall\n");
    for (arguments, piece) in [
        ("align markt none.md --locale en", "none.md"),
        ("align nothing market.md --locale en", "no such article"),
        ("align markt market.md", "--locale"),
        ("align markt market.md --locale xx", "xx"),
        (
            "align markt market.md --locale en --words words.tsv",
            "line 2",
        ),
    ] {
        let before = folder.tree();
        let (status, out, err) = satz(&folder, arguments);
        assert_eq!(status, 2, "{arguments}: {out}");
        assert!(err.contains(piece), "{arguments}: {err}");
        assert_eq!(folder.tree(), before);
    }
}

/// What another language parts, repeats or leaves out comes back from the catalog as it was.
#[test]
fn a_translation_with_other_paragraphs_comes_back_as_it_was() {
    for (german, english) in [
        (
            "Der Hof ist seit dem Sommer offen. Das Tor klemmt noch immer.\n\nWir bauen weiter.\n",
            "The yard has been open since summer.\n\nThe gate still jams.\n\nWe go on building.\n",
        ),
        (
            "> Der Hof ist offen.\n\n- Das Tor klemmt noch immer. Es ist alt.\n- Zwei.\n",
            "> The yard is open.\n\n- The gate still jams. It is old.\n- Two.\n",
        ),
        (
            "Der Hof ist offen.\n\nEs regnet seit gestern Abend, und wir bleiben im Haus.\n\n\
             _It has been raining since last night, and we stay in the house._\n\nMorgen scheint die Sonne.\n",
            "The yard is open.\n\nIt has been raining since last night, and we stay in the house.\n\n\
             Tomorrow the sun will shine.\n",
        ),
        (
            "Der [Hof][h] ist offen.\n\n[h]: https://hof.example/\n",
            "The [yard][h] is open.\n\n[h]: https://hof.example/\n",
        ),
    ] {
        let folder = Folder::new();
        folder.put("satz.yaml", "source: de\nlocales: [en]\noutput: build\n");
        folder.put("articles/hof.md", german);
        folder.put("hof.md", english);
        run(&folder, "align hof hof.md --locale en");
        run(&folder, "build --format md");
        assert_eq!(folder.get("build/en/hof.md"), english);
        assert_eq!(folder.get("build/de/hof.md"), german);
    }
}

#[test]
fn a_label_of_the_translation_is_the_article_s_for_the_same_address() {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en]\n");
    folder.put(
        "articles/hof.md",
        "Der [Hof][h] ist offen.\n\n[h]: https://hof.example/\n",
    );
    folder.put(
        "hof.md",
        "The [yard][y] is open.\n\n[y]: https://hof.example/\n",
    );
    run(&folder, "align hof hof.md --locale en");
    let catalog = folder.get("locales/en/hof.ftl");
    assert!(catalog.contains(" = The [yard][h] is open.\n"), "{catalog}");
}
