//! Who made a text and who reviewed it, as the catalogs and git tell it: an honest history, and one with
//! copied marks and a reviewer who is the author.

use std::process::Command;

use serde_json::Value;

use crate::support::{Folder, program};

/// A workspace in a repository.
struct Repository(Folder);

impl Repository {
    fn new(configuration: &str, article: &str) -> Self {
        let repository = Self(Folder::new());
        repository.0.put("satz.yaml", configuration);
        repository.0.put("articles/markt.md", article);
        repository.git("Ada", &["init", "-q", "-b", "main"]);
        repository.satz(&["sync"]);
        repository.commit("Ada");
        repository
    }

    fn git(&self, who: &str, arguments: &[&str]) {
        let email = format!("{}@example.org", who.to_lowercase());
        let output = Command::new("git")
            .args(["-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(self.0.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_AUTHOR_NAME", who)
            .env("GIT_AUTHOR_EMAIL", &email)
            .env("GIT_COMMITTER_NAME", who)
            .env("GIT_COMMITTER_EMAIL", &email)
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    fn commit(&self, who: &str) {
        self.git(who, &["add", "-A"]);
        self.git(who, &["commit", "-q", "-m", "one"]);
    }

    fn satz(&self, arguments: &[&str]) -> (i32, String) {
        let output = program()
            .args(arguments)
            .current_dir(self.0.path())
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        (output.status.code().unwrap(), text)
    }

    /// Replaces a text in a file.
    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.0.get(path);
        assert!(text.contains(old), "{path} has no {old}:\n{text}");
        self.0.put(path, text.replace(old, new));
    }

    /// Types a translation behind the stub of a sentence, and syncs.
    fn translate(&self, german: &str, translation: &str) {
        let text = self.0.get("locales/en/markt.ftl");
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let german = format!("# de: {german}");
        let at = lines.iter().position(|line| *line == german).unwrap();
        lines[at + 1] = format!("{} {translation}", lines[at + 1]);
        self.0.put("locales/en/markt.ftl", lines.join("\n") + "\n");
        self.satz(&["sync"]);
    }

    /// The id of a sentence.
    fn id(&self, path: &str, german: &str) -> String {
        let text = self.0.get(path);
        let line = text.lines().find(|line| line.ends_with(german)).unwrap();
        line.split(' ').next().unwrap().to_owned()
    }

    /// What is told of the sentence with a translation.
    fn told(&self, translation: &str) -> Value {
        let (_, json) = self.satz(&["provenance", "--git", "--format", "json"]);
        let told: Value = serde_json::from_str(&json).unwrap();
        let articles = told["articles"].as_array().unwrap().iter();
        let mut sentences = articles.flat_map(|one| one["sentences"].as_array().unwrap());
        let found = sentences.find(|one| one["target"] == translation);
        found
            .unwrap_or_else(|| panic!("{translation}: {json}"))
            .clone()
    }
}

const ARTICLE: &str = "Der Eintrit kostet 5 Euro. Hunde sind willkommen. Das Tor ist offen.\n";

/// Who wrote the text, who wrote the review, whether that is one person, and whether under another name.
fn authors(told: &Value) -> (Option<&str>, Option<&str>, bool, bool) {
    let git = &told["git"];
    (
        git["text"]["name"].as_str(),
        git["review"]["name"].as_str(),
        git["own_review"].as_bool().unwrap(),
        git["other_name"].as_bool().unwrap(),
    )
}

#[test]
fn an_honest_history_is_told_as_it_was() {
    let repository = Repository::new("locales: [en]\ntwo-person: true\n", ARTICLE);
    repository.translate("Der Eintrit kostet 5 Euro.", "Admission is 5 euros.");
    repository.commit("Ada");
    repository.git("Ada", &["checkout", "-q", "-b", "dogs"]);
    repository.translate("Hunde sind willkommen.", "Dogs are welcome.");
    repository.commit("Carl");
    repository.git("Ada", &["checkout", "-q", "main"]);
    repository.edit("articles/markt.md", "Eintrit ", "Eintritt ");
    repository.satz(&["sync"]);
    // Somebody else says that the text is right for the new German: the text stays Ada's.
    repository.satz(&["accept", "en", "--all"]);
    repository.commit("Dora");
    repository.git(
        "Ada",
        &["merge", "-q", "-X", "theirs", "-m", "dogs", "dogs"],
    );
    repository.satz(&["sync"]);
    repository.satz(&["accept", "en", "--all"]);
    repository.git("Ada", &["add", "-A"]);
    repository.git("Ada", &["commit", "-q", "--allow-empty", "-m", "one"]);
    repository.satz(&[
        "review",
        "en",
        "--all-current",
        "--as",
        "Bea",
        "--date",
        "2026-11-30",
    ]);
    repository.commit("Bea");
    // The article gets another name, and a sentence another article.
    repository.satz(&["mv", "markt", "platz"]);
    repository.commit("Dora");
    let price = repository.told("Admission is 5 euros.");
    assert_eq!(authors(&price), (Some("Ada"), Some("Bea"), false, false));
    assert_eq!(price["reviewed"]["name"], "Bea");
    assert_eq!(price["git"]["review"]["signature"], "none");
    let dogs = repository.told("Dogs are welcome.");
    assert_eq!(authors(&dogs), (Some("Carl"), Some("Bea"), false, false));
    assert_eq!(repository.satz(&["provenance", "--git"]).0, 0);
    repository.edit("locales/en/platz.ftl", "Dogs are welcome.", "Dogs welcome.");
    let edited = repository.told("Dogs welcome.");
    assert_eq!(authors(&edited), (None, None, false, false));
    assert_eq!(edited["reviewed"], Value::Null);
}

#[test]
fn copied_marks_and_own_reviews_are_told() {
    let repository = Repository::new("locales: [en]\ntwo-person: true\n", ARTICLE);
    let german = "Der Eintrit kostet 5 Euro.";
    repository.translate(german, "Admission is 5 euros.");
    repository.translate("Hunde sind willkommen.", "Dogs are welcome.");
    repository.translate("Das Tor ist offen.", "The gate is open.");
    repository.commit("Dora");
    let catalog = "locales/en/markt.ftl";
    let price = repository.id(catalog, "Admission is 5 euros.");
    let dogs = repository.id(catalog, "Dogs are welcome.");
    repository.satz(&[
        "review",
        "en",
        &price,
        "--as",
        "Dora",
        "--date",
        "2026-11-30",
    ]);
    repository.commit("Dora");
    repository.satz(&["review", "en", &dogs, "--as", "Bea", "--date", "2026-11-30"]);
    repository.commit("Dora");
    // The mark of one sentence above another one.
    let text = repository.0.get(catalog);
    let mark = text.lines().find(|line| line.starts_with("# review: Bea"));
    let gate = repository.id(catalog, "The gate is open.");
    let (old, new) = (
        format!("\n{gate} ="),
        format!("\n{}\n{gate} =", mark.unwrap()),
    );
    repository.edit(catalog, &old, &new);
    repository.commit("Dora");
    let price = repository.told("Admission is 5 euros.");
    assert_eq!(authors(&price), (Some("Dora"), Some("Dora"), true, false));
    let dogs = repository.told("Dogs are welcome.");
    assert_eq!(authors(&dogs), (Some("Dora"), Some("Dora"), true, true));
    let gate = repository.told("The gate is open.");
    assert_eq!(gate["reviewed"], Value::Null);
    assert_eq!(authors(&gate), (Some("Dora"), None, false, false));
    assert_eq!(repository.satz(&["provenance", "--git"]).0, 1);
}

#[test]
fn a_machine_s_text_may_be_reviewed_by_who_started_it() {
    let repository = Repository::new("locales: [en]\ntwo-person: true\n", ARTICLE);
    let catalog = "locales/en/markt.ftl";
    let dogs = repository.id("locales/de/markt.ftl", "Hunde sind willkommen.");
    let gate = repository.id("locales/de/markt.ftl", "Das Tor ist offen.");
    let old = repository.0.get(catalog);
    // A digest that does not fit says that the text was edited; `sync` writes the one that fits.
    let made = format!(
        "{old}\n# made: machine acme 2026-11 #k3v9x2\n{dogs} = Dogs are welcome.\n\n# made: machine acme 2026-11 #k3v9x2\n{gate} = The gate is open.\n"
    );
    repository.0.put(catalog, made);
    repository.satz(&["sync"]);
    let text = repository.0.get(catalog);
    let (raw, edited) = text.split_once(&gate).unwrap();
    let raw = raw.replacen(", edited #", " #", 1);
    repository.0.put(catalog, format!("{raw}{gate}{edited}"));
    repository.satz(&[
        "review",
        "en",
        "--all-current",
        "--as",
        "Dora",
        "--date",
        "2026-11-30",
    ]);
    repository.commit("Dora");
    let told = repository.told("Dogs are welcome.");
    assert_eq!(
        (&told["machine"], &told["made"]),
        (&"acme 2026-11".into(), &"machine acme 2026-11".into())
    );
    assert_eq!(authors(&told), (Some("Dora"), Some("Dora"), false, false));
    // What she changed in the other one nobody else has read.
    let told = repository.told("The gate is open.");
    assert_eq!(told["made"], "machine acme 2026-11, edited");
    assert_eq!(authors(&told), (Some("Dora"), Some("Dora"), true, false));
}
