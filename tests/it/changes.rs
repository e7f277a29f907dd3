//! What a translator is told of a change.

mod table;

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::pipeline::{fill, open, run, satz};
use crate::support::Folder;

#[test]
fn facts_that_changed_are_told_in_diff_and_explain() {
    let german = "Er wusste nicht, was kommt.\n\nIm Juni kostet es 1,5 Euro.\n";
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en]\n");
    folder.put("articles/preis.md", german);
    run(&folder, "sync");
    fill(&folder, "en", "preis");
    run(&folder, "sync");
    let changed = german.replace("nicht,", "nichts,").replace("Juni", "Juli");
    folder.put("articles/preis.md", changed.replace("1,5", "15"));
    let told = [
        "changed negation nicht → nichts",
        "changed number 1,5 Euro → 15 Euro; date Juni → Juli",
    ];
    let shown = satz(&folder, "sync --check --explain");
    for piece in told {
        assert!(shown.out.contains(piece), "{piece} in {}", shown.out);
    }
    let explained = satz(&folder, "sync --check --explain --format json").json();
    let unit = &explained["units"][1];
    assert_eq!(
        (&unit["rule"], &unit["facts"][1]["now"]),
        (&"reworded".into(), &"Juli".into())
    );
    run(&folder, "sync");
    let shown = run(&folder, "diff en");
    for piece in told {
        assert!(shown.contains(piece), "{piece} in {shown}");
    }
    let diff = satz(&folder, "diff en --format json").json();
    let fact = &diff["units"][0]["facts"][0];
    assert_eq!(fact["kind"], "negation");
    assert_eq!(
        (&fact["was"], &fact["now"]),
        (&"nicht".into(), &"nichts".into())
    );
}

const TYPO: &str = "Gegen Mitag waren alle Stände leer.\n\nNiemand kaufte drei Kuchen.\n";

/// An article translated into three locales, of which the third is stale.
fn translated() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en, fr, uk]\n");
    folder.put("articles/markt.md", TYPO.replace("alle", "viele"));
    run(&folder, "sync");
    for locale in ["en", "fr", "uk"] {
        fill(&folder, locale, "markt");
    }
    run(&folder, "sync");
    folder.put("articles/markt.md", TYPO);
    run(&folder, "sync");
    run(&folder, "accept en --all");
    run(&folder, "accept fr --all");
    folder.put("articles/markt.md", TYPO.replace("Mitag", "Mittag"));
    folder
}

fn states(folder: &Folder) -> Vec<(String, String)> {
    ["en", "fr", "uk"]
        .iter()
        .flat_map(|locale| open(folder, locale))
        .collect()
}

#[test]
fn a_minor_change_leaves_up_to_date_what_was() {
    let folder = translated();
    let explained = satz(&folder, "sync --check --explain --format json").json();
    let id = explained["units"][0]["id"].as_str().unwrap().to_owned();
    let base = id.split('-').next().unwrap();
    let before = folder.tree();
    satz(&folder, "sync --minor hallo").is_refusal(&["`hallo`"]);
    satz(&folder, "sync --minor s000000").is_refusal(&["s000000", "satz accept"]);
    assert!(folder.tree() == before, "a refused call writes nothing");
    run(&folder, &format!("sync --minor {base}"));
    run(&folder, "sync --check");
    assert_eq!(
        states(&folder),
        [(id.clone(), "stale".to_owned())],
        "only uk, as before"
    );
    let en = folder.get("locales/en/markt.ftl");
    assert!(
        en.contains(&format!(
            "# de: Gegen Mittag waren alle Stände leer.\n{id} = en"
        )),
        "{en}"
    );
    satz(&folder, &format!("sync --minor {base}")).is_refusal(&[base, "satz accept"]);
}

#[test]
fn without_a_terminal_nobody_is_asked() {
    let folder = translated();
    let said = satz(&folder, "sync");
    assert!(!said.err.contains("y/N"), "{}", said.err);
    assert_eq!(states(&folder).len(), 3);
}

/// Runs `satz sync` at a terminal and types an answer; None if this system has no `script`.
fn at_terminal(folder: &Folder, answer: &str, ci: &str) -> Option<String> {
    let mut command = Command::new("script");
    command
        .args([
            "-qec",
            &format!("{} sync", env!("CARGO_BIN_EXE_satz")),
            "/dev/null",
        ])
        .current_dir(folder.path())
        .env("CI", ci)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().ok()?;
    child.stdin.take()?.write_all(answer.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn at_a_terminal_a_slip_is_asked_about_and_no_is_the_default() {
    for (answer, ci, stale) in [("y\n", "", 1), ("\n", "", 3), ("y\n", "true", 3)] {
        let folder = translated();
        let Some(shown) = at_terminal(&folder, answer, ci) else {
            eprintln!("SKIPPED: no `script` to make a terminal with");
            return;
        };
        assert_eq!(shown.contains("[y/N]"), ci.is_empty(), "{shown}");
        assert_eq!(states(&folder).len(), stale, "{answer:?} {ci:?}: {shown}");
    }
    // A changed number is never asked about.
    let folder = translated();
    folder.put("articles/markt.md", TYPO.replace("drei", "dreißig"));
    let shown = at_terminal(&folder, "y\n", "").unwrap();
    assert!(!shown.contains("[y/N]"), "{shown}");
}
