//! The whole pipeline through the binary: articles in, catalogs translated, localized articles out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use fluent_syntax::{parser, serializer};
use serde_json::Value;

use crate::support::Folder;

/// What satz said and its exit status.
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// Refused: status 2 and one sentence that has every `piece`.
    pub(crate) fn is_refusal(&self, pieces: &[&str]) {
        assert_eq!(self.status, 2, "{}{}", self.out, self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        for piece in pieces {
            assert!(self.err.contains(piece), "{piece:?} in {}", self.err);
        }
    }
}

pub(crate) fn satz(folder: &Folder, arguments: &str) -> Said {
    let output = crate::support::program()
        .args(arguments.split_whitespace())
        .current_dir(folder.path())
        .env("COLUMNS", "100")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Said {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs satz, which must end with status 0.
pub(crate) fn run(folder: &Folder, arguments: &str) -> String {
    let said = satz(folder, arguments);
    assert_eq!(said.status, 0, "{arguments}: {}{}", said.out, said.err);
    said.out
}

const FLEA_MARKET: &str = "\
# Flohmarkt am Kanal

Am 3. Mai öffnet der Flohmarkt am Kanal. Rund 80 Händler haben sich angemeldet. Der Eintritt ist frei.

Hunde dürfen nicht auf das Gelände. Wer mit dem Rad kommt, findet Ständer am Tor.

Bei Regen zieht der Markt in die alte Halle.
";

/// A workspace with one article, `articles/markt.md`, and nothing synced.
fn fresh() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en, fr]\n");
    folder.put("articles/markt.md", FLEA_MARKET);
    folder
}

/// Types behind every stub of a locale: the German in capitals, the locale before it.
pub(crate) fn fill(folder: &Folder, locale: &str, article: &str) {
    let path = format!("locales/{locale}/{article}.ftl");
    let (mut german, mut out) = (String::new(), String::new());
    for line in folder.get(&path).split_inclusive('\n') {
        if let Some(text) = line.strip_prefix("# de: ") {
            german = text.trim_end().to_uppercase();
        }
        if line.starts_with("# s") && line.trim_end().ends_with('=') {
            out.push_str(&[line.trim_end(), locale, &german].join(" "));
            out.push('\n');
        } else {
            out.push_str(line);
        }
    }
    folder.put(&path, out);
}

/// The workspace of `fresh`, translated into both locales and in step.
fn translated() -> Folder {
    let folder = fresh();
    run(&folder, "sync");
    fill(&folder, "en", "markt");
    fill(&folder, "fr", "markt");
    run(&folder, "sync");
    folder
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A copy of the repository's own workspace.
fn own_workspace() -> Folder {
    let folder = Folder::new();
    folder.put(
        "satz.yaml",
        fs::read(repository().join("satz.yaml")).unwrap(),
    );
    for name in ["articles", "locales"] {
        for file in files(&repository().join(name)) {
            let path = file.strip_prefix(repository()).unwrap().to_str().unwrap();
            folder.put(path, fs::read(&file).unwrap());
        }
    }
    folder
}

/// Ids and states of the units that `diff` shows for a locale.
pub(crate) fn open(folder: &Folder, locale: &str) -> Vec<(String, String)> {
    let shown = satz(folder, &format!("diff {locale} --format json")).json();
    let units = shown["units"].as_array().unwrap().iter();
    units
        .map(|unit| {
            let text = |key: &str| unit[key].as_str().unwrap().to_owned();
            (text("id"), text("state"))
        })
        .collect()
}

#[test]
fn a_new_locale_goes_from_nothing_to_the_built_article() {
    let folder = fresh();
    run(&folder, "sync");
    let status = satz(&folder, "status --format json").json();
    assert_eq!(status["source"], "de");
    for locale in status["locales"].as_array().unwrap() {
        let article = &locale["articles"][0];
        assert_eq!(article["article"], "markt");
        assert_eq!(
            (&article["units"], &article["missing"]),
            (&7.into(), &7.into())
        );
        assert_eq!(article["words_current"], 0);
    }
    assert!(run(&folder, "status").contains("  0%"));
    let gate = satz(&folder, "check en --format short");
    assert_eq!(gate.status, 1);
    let text = folder.get("locales/en/markt.ftl");
    let mut stubs = 0;
    let mut german = "";
    for (number, line) in text.lines().enumerate() {
        german = line.strip_prefix("# de: ").unwrap_or(german);
        if let Some(id) = line
            .strip_prefix("# ")
            .and_then(|line| line.strip_suffix(" ="))
        {
            let place = format!("locales/en/markt.ftl:{}:3:", number + 1);
            let named = gate
                .out
                .lines()
                .find(|line| line.starts_with(&place))
                .unwrap();
            assert!(named.contains(id) && named.contains(german), "{named}");
            stubs += 1;
        }
    }
    assert_eq!(stubs, 7);
    for locale in ["en", "fr"] {
        fill(&folder, locale, "markt");
    }
    run(&folder, "sync");
    run(&folder, "check");
    assert!(run(&folder, "status").contains("100%"));
    run(&folder, "build");
    let built = folder.get("build/fr/markt.md");
    assert!(
        built.starts_with("# fr FLOHMARKT AM KANAL\n\nfr AM 3. MAI"),
        "{built}"
    );
}

#[test]
fn the_repositorys_german_comes_back_byte_for_byte() {
    let folder = own_workspace();
    run(&folder, "sync --check");
    run(&folder, "build de");
    for article in files(&repository().join("articles")) {
        // Pictures go along with the articles.
        let name = article.strip_prefix(repository().join("articles")).unwrap();
        let built = fs::read(folder.path().join("build/de").join(name)).unwrap();
        assert!(built == fs::read(&article).unwrap(), "{}", name.display());
    }
}

#[test]
fn one_reworded_sentence_is_stale_and_nothing_else_changes() {
    let folder = translated();
    let before = folder.get("locales/en/markt.ftl");
    run(&folder, "build --format md");
    let page = folder.get("build/en/markt.md");
    folder.put(
        "articles/markt.md",
        FLEA_MARKET.replace("Rund 80", "Rund 90"),
    );
    assert_eq!(satz(&folder, "sync --check").status, 1);
    let shown = run(&folder, "sync --diff");
    assert!(shown.contains("+# was: Rund 80 Händler"), "{shown}");
    assert_eq!(
        folder.get("locales/en/markt.ftl"),
        before,
        "neither may write"
    );
    run(&folder, "sync");
    run(&folder, "sync --check");
    for locale in ["en", "fr"] {
        let units = open(&folder, locale);
        assert_eq!(units.len(), 1, "{units:?}");
        assert_eq!(units[0].1, "stale");
        let words = run(&folder, &format!("diff {locale}"));
        assert!(words.contains("Rund [-80-]{+90+} Händler haben"), "{words}");
    }
    let old = "en RUND 80 HÄNDLER HABEN SICH ANGEMELDET.";
    for (policy, text) in [
        ("use", page.clone()),
        (
            "source",
            page.replace(old, "Rund 90 Händler haben sich angemeldet."),
        ),
        ("omit", page.replace(&format!(" {old}"), "")),
    ] {
        run(&folder, &format!("build en --format md --stale {policy}"));
        assert_eq!(folder.get("build/en/markt.md"), text, "{policy}");
    }
    fs::remove_dir_all(folder.path().join("build")).unwrap();
    let refused = satz(&folder, "build en --format md --stale fail");
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("en/markt"), "{}", refused.err);
    assert!(!folder.path().join("build/en/markt.md").exists());
    folder.put("articles/markt.md", FLEA_MARKET);
    run(&folder, "sync");
    assert_eq!(
        folder.get("locales/en/markt.ftl"),
        before,
        "an undone change leaves no trace"
    );
}

#[test]
fn missing_units_are_built_by_policy() {
    let folder = translated();
    run(&folder, "build en --format md");
    let page = folder.get("build/en/markt.md");
    let new = "Kuchen verkauft der Ruderverein.";
    let german = FLEA_MARKET.replace("Hunde dürfen", &format!("{new} Hunde dürfen"));
    folder.put("articles/markt.md", &german);
    run(&folder, "sync");
    assert_eq!(open(&folder, "en").len(), 1);
    run(&folder, "build en --format md --missing source");
    let with = page.replace("en HUNDE", &format!("{new} en HUNDE"));
    assert_eq!(folder.get("build/en/markt.md"), with);
    run(&folder, "build en --format md --missing omit --stale use");
    assert_eq!(folder.get("build/en/markt.md"), page);
    run(&folder, "build en --format md --missing mark");
    let marked = folder.get("build/en/markt.md");
    assert!(marked.contains(new) && marked != with, "{marked}");
    assert_eq!(satz(&folder, "build en --missing fail").status, 1);
}

#[test]
fn moved_inserted_deleted_and_restored_lose_nothing() {
    let folder = translated();
    let before = folder.get("locales/en/markt.ftl");
    let mut paragraphs: Vec<&str> = FLEA_MARKET.trim_end().split("\n\n").collect();
    paragraphs.swap(1, 2);
    folder.put("articles/markt.md", paragraphs.join("\n\n") + "\n");
    run(&folder, "sync");
    assert_eq!(open(&folder, "en"), []);
    let lines = |text: &str| -> BTreeSet<String> { text.lines().map(str::to_owned).collect() };
    let moved = folder.get("locales/en/markt.ftl");
    assert_ne!(moved, before);
    assert_eq!(lines(&moved), lines(&before));
    folder.put("articles/markt.md", FLEA_MARKET);
    run(&folder, "sync");
    assert_eq!(folder.get("locales/en/markt.ftl"), before);

    let without = FLEA_MARKET.replace(" Der Eintritt ist frei.", "");
    folder.put("articles/markt.md", &without);
    run(&folder, "sync");
    let states: Vec<String> = open(&folder, "en").into_iter().map(|unit| unit.1).collect();
    assert_eq!(states, ["obsolete"]);
    let kept = folder.get("locales/en/markt.ftl");
    assert!(kept.contains("en DER EINTRITT IST FREI."));
    assert_eq!(
        kept, before,
        "a sentence that goes leaves the locale file alone"
    );
    folder.put("articles/markt.md", FLEA_MARKET);
    run(&folder, "sync");
    assert_eq!(
        (open(&folder, "en"), folder.get("locales/en/markt.ftl")),
        (vec![], before)
    );

    folder.put("articles/markt.md", &without);
    run(&folder, "sync");
    let said = run(&folder, "sync --prune");
    assert_eq!(
        said.matches("removed s").count(),
        2,
        "one in each locale: {said}"
    );
    let pruned = folder.get("locales/en/markt.ftl");
    assert!(!pruned.contains("EINTRITT"));
    assert_eq!(pruned.matches(" = en ").count(), 6);
    assert_eq!(open(&folder, "en"), []);
}

#[test]
fn accept_takes_ids_edited_ones_or_all() {
    let folder = translated();
    let german = FLEA_MARKET
        .replace("Rund 80", "Rund 90")
        .replace("3. Mai", "4. Mai")
        .replace("alte Halle", "neue Halle");
    folder.put("articles/markt.md", german);
    run(&folder, "sync");
    let ids: Vec<String> = open(&folder, "en").into_iter().map(|unit| unit.0).collect();
    assert_eq!(ids.len(), 3);
    let before = folder.tree();
    satz(&folder, "accept en hallo").is_refusal(&["`hallo`", "satz diff en"]);
    satz(&folder, "accept en s000000").is_refusal(&["s000000", "satz diff en"]);
    satz(&folder, "accept pl --all").is_refusal(&["pl"]);
    assert!(folder.tree() == before, "a refused call writes nothing");
    run(&folder, &format!("accept en {}", ids[0]));
    assert_eq!(open(&folder, "en").len(), 2);
    let text = folder.get("locales/en/markt.ftl");
    folder.put("locales/en/markt.ftl", text.replace("RUND 80", "RUND 90"));
    let states: Vec<String> = open(&folder, "en").into_iter().map(|unit| unit.1).collect();
    assert_eq!(states, ["edited", "stale"]);
    run(&folder, "accept en --edited");
    assert_eq!(open(&folder, "en"), [(ids[2].clone(), "stale".to_owned())]);
    run(&folder, "accept en --all");
    run(&folder, "check en");
    assert_eq!(
        open(&folder, "fr").len(),
        3,
        "the other locale is untouched"
    );
    run(&folder, "sync --check");
}

#[test]
fn json_has_its_keys_and_spans_are_right() {
    let folder = own_workspace();
    let is_picture = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "svg");
    for article in files(&repository().join("articles")) {
        if is_picture(&article) {
            continue;
        }
        let path = article
            .strip_prefix(repository())
            .unwrap()
            .to_str()
            .unwrap();
        let shown = satz(&folder, &format!("segment {path} --format json")).json();
        assert_eq!(shown["article"], path);
        let text = fs::read_to_string(&article).unwrap();
        let at = |value: &Value| {
            let place = |i: usize| usize::try_from(value["span"][i].as_u64().unwrap()).unwrap();
            text.get(place(0)..place(1)).unwrap().to_owned()
        };
        let blocks = shown["blocks"].as_array().unwrap();
        for block in blocks {
            assert!(block["kind"].is_string() && block["translate"].is_boolean());
            assert!(block.get("reason").is_some());
            at(block);
        }
        let mut verbatim = 0;
        for unit in shown["units"].as_array().unwrap() {
            assert!(unit["id"].as_str().unwrap().starts_with('s'));
            let block = &blocks[usize::try_from(unit["block"].as_u64().unwrap()).unwrap()];
            assert_eq!(
                (&block["kind"], &block["translate"]),
                (&unit["kind"], &true.into())
            );
            verbatim += usize::from(unit["text"] == at(unit));
        }
        assert!(
            verbatim * 2 > shown["units"].as_array().unwrap().len(),
            "{path}"
        );
    }
    let status = satz(&folder, "status --format json").json();
    for locale in status["locales"].as_array().unwrap() {
        for article in locale["articles"].as_array().unwrap() {
            let number = |key: &str| article[key].as_u64().unwrap_or_else(|| panic!("{key}"));
            let states = [
                "current",
                "stale",
                "edited",
                "missing",
                "empty",
                "inherited",
            ];
            assert_eq!(states.map(number).iter().sum::<u64>(), number("units"));
            assert!(number("words_current") <= number("words"));
            number("obsolete");
        }
    }
    let diff = satz(&folder, "diff uk --format json").json();
    let units = diff["units"].as_array().unwrap();
    assert!(!units.is_empty());
    for unit in units {
        for key in ["locale", "article", "id", "state", "source"] {
            assert!(unit[key].is_string(), "{key}");
        }
        assert!(unit.get("was").is_some() && unit.get("target").is_some());
    }
    let check = satz(&folder, "check --format json");
    assert_eq!(check.status, 1);
    let check = check.json();
    assert!(check["summary"].is_object());
    for finding in check["findings"].as_array().unwrap() {
        for key in [
            "code", "severity", "locale", "article", "id", "path", "message",
        ] {
            assert!(finding[key].is_string(), "{key}");
        }
        let line = usize::try_from(finding["line"].as_u64().unwrap()).unwrap();
        let column = usize::try_from(finding["column"].as_u64().unwrap()).unwrap();
        let text = folder.get(finding["path"].as_str().unwrap());
        if finding["code"] == "missing" {
            let id = finding["id"].as_str().unwrap();
            let line: String = text
                .lines()
                .nth(line - 1)
                .unwrap()
                .chars()
                .skip(column - 1)
                .collect();
            assert!(line.starts_with(id), "{id} at {line}");
        }
        assert!(finding["hints"].is_array());
    }
}

#[test]
fn catalogs_of_the_repository_are_as_the_serializer_writes_them() {
    for file in files(&repository().join("locales")) {
        let text = fs::read_to_string(&file).unwrap();
        let resource = parser::parse(text.as_str()).unwrap();
        assert_eq!(serializer::serialize(&resource), text, "{}", file.display());
    }
}

#[test]
fn what_people_made_of_a_locale_file_stays() {
    let folder = translated();
    let odd = format!(
        "\u{FEFF}{}",
        folder
            .get("locales/en/markt.ftl")
            .replace("# de: Hunde", "# Rex fragen!\n# de: Hunde")
            .replace(" = en DER EINTRITT", "   =\n      en DER EINTRITT")
            .replace(" = en BEI REGEN", " = en BEI { REGEN")
            + "\n\n<<<< meins\nhallo = { \"\n====\n>>>> deins\n"
    )
    .replace('\n', "\r\n");
    folder.put("locales/en/markt.ftl", &odd);
    run(&folder, "sync");
    assert_eq!(folder.get("locales/en/markt.ftl"), odd, "nothing to do");
    folder.put(
        "articles/markt.md",
        FLEA_MARKET.replace("Rund 80", "Rund 90"),
    );
    run(&folder, "sync");
    let now = folder.get("locales/en/markt.ftl");
    let entry = |text: &str| {
        let start = text.find("# de: Rund").unwrap();
        let end = text.find("# de: Der Eintritt").unwrap();
        (text[..start].to_owned(), text[end..].to_owned())
    };
    assert_eq!(entry(&now), entry(&odd));
    assert!(now.contains("\r\n# was: Rund 80 Händler"));
    assert_eq!(now.matches('\n').count(), now.matches("\r\n").count());
    let gate = satz(&folder, "check en --format short");
    assert_eq!(gate.status, 1);
    for piece in ["BEI {", "<<<< meins", "hallo ="] {
        let line = now.lines().position(|line| line.contains(piece)).unwrap() + 1;
        assert!(
            gate.out
                .contains(&format!("locales/en/markt.ftl:{line}:1: error[")),
            "{piece} on line {line}: {}",
            gate.out
        );
    }
    run(&folder, "build en --format md --missing omit --stale use");
    let page = folder.get("build/en/markt.md");
    for text in ["en HUNDE", "en DER EINTRITT", "en RUND 80"] {
        assert!(page.contains(text), "{text} in {page}");
    }
    assert_eq!(open(&folder, "fr").len(), 1);
}

#[test]
fn terms_cannot_blow_up_a_text() {
    let folder = translated();
    let long = "Grad ".repeat(20_000);
    folder.put("locales/en/glossary.ftl", format!("-lang = {long}x\n"));
    let text = folder.get("locales/en/markt.ftl");
    let before = folder.tree();
    for (count, refused) in [(3, false), (200, true)] {
        let references = "{ -lang } ".repeat(count);
        let value = text.replace("en HUNDE", &format!("{references}en HUNDE"));
        folder.put("locales/en/markt.ftl", value);
        let said = satz(&folder, "build en --format md");
        assert_eq!(said.status, i32::from(refused), "{}", said.err);
        assert_eq!(said.err.contains("longer than a mebibyte"), refused);
    }
    folder.put("locales/en/markt.ftl", text);
    run(&folder, "build en --format md");
    assert!(folder.tree().len() > before.len());
}

#[test]
fn bad_input_is_named_and_blocks_nothing_else() {
    let folder = translated();
    let before = folder.tree();
    satz(&folder, "status pl").is_refusal(&["pl"]);
    satz(&folder, "check --article nirgends").is_refusal(&["nirgends"]);
    satz(&folder, "build --article nirgends").is_refusal(&["nirgends"]);
    satz(&folder, "segment articles/nirgends.md").is_refusal(&["articles/nirgends.md"]);
    assert!(folder.tree() == before, "a refused call writes nothing");

    for (path, content) in [
        ("articles/kaputt.md", b"Gr\xfc\xdfe.\n".as_slice()),
        ("locales/en/kaputt.ftl", b"a = Gr\xfc\xdfe\n"),
        ("locales/de/kaputt.ftl", b"a = Gr\xfc\xdfe\n"),
        ("articles/kaputt.txt", b" \n\n"),
        ("articles/kaputt.txt", b""),
    ] {
        let folder = translated();
        folder.put(
            "articles/markt.md",
            FLEA_MARKET.replace("Rund 80", "Rund 90"),
        );
        if path.starts_with("locales/") {
            folder.put("articles/kaputt.txt", "Ein Satz.\n");
        }
        folder.put(path, content);
        let said = satz(&folder, "sync");
        said.is_refusal(&[path]);
        assert!(
            folder
                .get("locales/en/markt.ftl")
                .contains("# was: Rund 80"),
            "{path}"
        );
        // What the article's other locale gets does not hang on the file that cannot be read.
        let written = folder.path().join("locales/fr/kaputt.ftl").exists();
        assert!(!written || path.contains("/en/"), "{path}");
        assert_eq!(fs::read(folder.path().join(path)).unwrap(), content);
        assert!(satz(&folder, "status en").out.contains("markt"), "{path}");
    }
}

#[test]
fn a_parent_locale_supplies_its_varieties() {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [fr-CA, fr, zh-Hant, zh]\n");
    folder.put("articles/probe.txt", "Der Markt\n\nEr ist offen.\n");
    let run = |args: &[&str]| {
        let mut command = crate::support::program();
        let output = command
            .arg("-C")
            .arg(folder.path())
            .args(args)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["sync"]);
    for locale in ["fr", "zh"] {
        let path = format!("locales/{locale}/probe.ftl");
        let filled: Vec<String> = folder
            .get(&path)
            .lines()
            .map(|line| match line.strip_suffix(" =") {
                Some(stub) => format!("{stub} = {locale}"),
                None => line.to_owned(),
            })
            .collect();
        folder.put(&path, &(filled.join("\n") + "\n"));
    }
    run(&["sync"]);
    assert_eq!(run(&["sync"]), "", "a second run changes nothing");
    let status: serde_json::Value =
        serde_json::from_str(&run(&["status", "--format", "json"])).unwrap();
    let counts = |locale: &str, state: &str| {
        let all = status["locales"].as_array().unwrap();
        let one = all.iter().find(|one| one["locale"] == locale).unwrap();
        one["articles"][0][state].as_u64().unwrap()
    };
    assert_eq!(counts("fr-CA", "inherited"), 2);
    assert_eq!(counts("zh-Hant", "inherited"), 0, "never across scripts");
    assert_eq!(counts("zh-Hant", "missing"), 2);
    assert!(!folder.get("locales/fr-CA/probe.ftl").contains("# missing"));
    run(&["build", "fr-CA", "--format", "txt"]);
    assert_eq!(folder.get("build/fr-CA/probe.txt"), "fr\n\nfr\n");
}

#[test]
fn the_own_catalogs_lack_translations_and_nothing_else() {
    let folder = own_workspace();
    let told = satz(&folder, "check --format json").json();
    let findings = told["findings"].as_array().unwrap();
    let is_open = |code: &str| code == "missing" || code == "stale";
    let wrong: Vec<_> = findings
        .iter()
        .filter(|finding| finding["severity"] != "hint")
        .filter(|finding| !is_open(finding["code"].as_str().unwrap()))
        .collect();
    assert!(!findings.is_empty());
    assert!(wrong.is_empty(), "{wrong:#?}");
}
