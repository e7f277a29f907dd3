//! A source catalog that a merge, a person or another tool has damaged: nothing is lost, and the
//! article decides.

use serde_json::Value;

use crate::support::Folder;

const ARTICLE: &str = "\
# Der Kahn

Am 3. Mai legt der Kahn in Wien an. Niemand steigt ein.
";

const SOURCE: &str = "locales/de/kahn.ftl";

/// Exit status, standard output and standard error.
fn satz(folder: &Folder, arguments: &str) -> (i32, String, String) {
    let output = crate::support::program()
        .args(arguments.split(' '))
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// An article that is wholly translated into two locales.
fn translated() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en, fr]\n");
    folder.put("articles/kahn.md", ARTICLE);
    assert_eq!(satz(&folder, "sync").0, 0);
    fill(&folder);
    assert_eq!(states(&folder, "en"), [3, 0, 0, 0]);
    folder
}

fn fill(folder: &Folder) {
    for locale in ["en", "fr"] {
        let path = format!("locales/{locale}/kahn.ftl");
        folder.put(&path, folder.get(&path).replace(" =\n", " = Text\n"));
    }
    assert_eq!(satz(folder, "sync").0, 0);
}

/// Units that are current, stale, missing, obsolete.
fn states(folder: &Folder, locale: &str) -> [u64; 4] {
    let (_, out, _) = satz(folder, &format!("status {locale} --format json"));
    let status: Value = serde_json::from_str(&out).unwrap();
    let counts = &status["locales"][0]["articles"][0];
    ["current", "stale", "missing", "obsolete"].map(|name| counts[name].as_u64().unwrap())
}

#[test]
fn a_catalog_that_is_gone_is_made_of_the_locales_files() {
    let folder = translated();
    // Reworded and brought up to date, so that one id has a tag.
    folder.put("articles/kahn.md", ARTICLE.replace("3. Mai", "4. Mai"));
    satz(&folder, "sync");
    satz(&folder, "accept en --all");
    satz(&folder, "accept fr --all");
    let before = folder.tree();
    std::fs::remove_file(folder.path().join(SOURCE)).unwrap();
    assert_eq!(states(&folder, "en"), [3, 0, 0, 0]);
    assert_eq!(satz(&folder, "sync").0, 0);
    assert_eq!(folder.tree(), before);
}

#[test]
fn a_unit_that_is_gone_is_taken_from_the_locales_files() {
    let folder = translated();
    let before = folder.tree();
    for line in folder
        .get(SOURCE)
        .lines()
        .filter(|line| line.contains(" = "))
    {
        folder.put(SOURCE, folder.get(SOURCE).replace(&format!("{line}\n"), ""));
        assert_eq!(satz(&folder, "sync").0, 0);
        assert_eq!(folder.tree(), before, "{line}");
    }
}

#[test]
fn both_sides_of_a_conflict_are_candidates() {
    // Two branches reword one sentence so that neither is like the other.
    let ours = "Am 3. Mai legt der Kahn in Wien an.";
    let theirs = "Ein Schiff wird kommen, und zwar bald.";
    let folder = translated();
    let source = folder.get(SOURCE);
    let line = source.lines().find(|line| line.ends_with(ours)).unwrap();
    let base = line.split(' ').next().unwrap();
    let other = Folder::new();
    other.put("satz.yaml", "locales: [en]\n");
    other.put("articles/kahn.md", ARTICLE);
    satz(&other, "sync");
    // What the other branch has: the same base, another tag.
    let tagged = satz::catalog::Id::of(base, theirs, None);
    let conflict = format!("<<<<<<< HEAD\n{line}\n=======\n{tagged} = {theirs}\n>>>>>>> other");
    folder.put(SOURCE, source.replace(line, &conflict));
    for (german, current) in [(ours, [3, 0, 0, 0]), (theirs, [2, 1, 0, 0])] {
        folder.put("articles/kahn.md", ARTICLE.replace(ours, german));
        assert_eq!(states(&folder, "en"), current, "{german}");
    }
    assert_eq!(satz(&folder, "sync").0, 0);
    let now = folder.get(SOURCE);
    assert!(now.contains(&format!("{tagged} = {theirs}")), "{now}");
    assert!(!now.contains("<<<<<<<") && !now.contains(ours), "{now}");
    assert!(folder.get("locales/en/kahn.ftl").contains("= Text"));
}

#[test]
fn other_damage_refuses_that_article_alone() {
    for (damage, message) in [
        (
            "hallo = Hallo\n",
            "holds the message `hallo`, which satz did not write",
        ),
        ("was ist das\n", "restore the file from its last version"),
    ] {
        let folder = translated();
        folder.put("articles/boot.md", "# Das Boot\n");
        folder.put(SOURCE, folder.get(SOURCE) + damage);
        let damaged = folder.get(SOURCE);
        let (status, _, err) = satz(&folder, "sync");
        assert_eq!(status, 2);
        assert!(err.contains(SOURCE) && err.contains(message), "{err}");
        assert_eq!(folder.get(SOURCE), damaged);
        assert!(folder.get("locales/de/boot.ftl").contains("Das Boot"));
    }
}
