//! Locale files as people and other tools leave them, through the binary.
//!
//! A case is the file of one locale as it was left; `==` with the states that its units have, and
//! what `check` says about it (line, severity, code, message, hints); `== sync` and the file after
//! `sync` (or `== in step`, or `== refused` where `sync` does not touch it); `==` with the states then, and what `check` says then if that is not
//! the same. The cases in `bare.txt` are of a locale with `notes: false`. In the file, `␍` is a
//! carriage return, `␉` a tab and `⟦BOM⟧` a byte-order mark.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::{Folder, cases};

const ARTICLE: &str = "\
# Der Kahn

Er liegt am Kai. Niemand steigt ein.

Morgen fährt er nach Wien.
";

fn satz(folder: &Folder, arguments: &[&str]) -> String {
    let output = crate::support::program()
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_ne!(output.status.code(), Some(2), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs `sync`; whether it refused the file.
fn sync(folder: &Folder) -> bool {
    let output = crate::support::program()
        .arg("sync")
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let is_refused = output.status.code() == Some(2);
    // What cannot be read is named as well, but refuses nothing.
    assert!(
        !is_refused || said.contains("locales/en/kahn.ftl"),
        "{said}"
    );
    is_refused
}

/// The states of the units, and the findings.
fn state(folder: &Folder) -> (String, String) {
    let json = |arguments| -> Value { serde_json::from_str(&satz(folder, arguments)).unwrap() };
    let status = json(&["status", "en", "--format", "json"]);
    let counts = &status["locales"][0]["articles"][0];
    let mut states = String::new();
    for name in ["current", "stale", "edited", "missing", "empty", "obsolete"] {
        if counts[name] != 0 {
            write!(states, " {} {name}", counts[name]).unwrap();
        }
    }
    let mut findings = String::new();
    let check = json(&["check", "en", "--format", "json"]);
    for finding in check["findings"].as_array().unwrap() {
        let text = |key: &str| finding[key].as_str().unwrap();
        let (severity, code, message) = (text("severity"), text("code"), text("message"));
        // What half a translation looks like is the business of `check`.
        if matches!(
            code,
            "changed-placeable"
                | "final-mark"
                | "lost-mark"
                | "negation"
                | "number"
                | "too-short"
                | "too-long"
                | "truncated"
                | "missing-sentence"
        ) {
            continue;
        }
        write!(
            findings,
            "{}: {severity}[{code}] {message}",
            finding["line"]
        )
        .unwrap();
        for hint in finding["hints"].as_array().unwrap() {
            write!(findings, " | {}", hint.as_str().unwrap()).unwrap();
        }
        findings.push('\n');
    }
    (states, findings)
}

fn hidden(text: &str) -> String {
    text.replace('␍', "\r")
        .replace('␉', "\t")
        .replace("⟦BOM⟧", "\u{FEFF}")
}

fn visible(text: &str) -> String {
    text.replace('\r', "␍")
        .replace('\t', "␉")
        .replace('\u{FEFF}', "⟦BOM⟧")
}

#[test]
fn what_was_left_is_explained_and_nothing_of_it_lost() {
    let mut differing = Vec::new();
    for case in cases("hands") {
        let folder = Folder::new();
        let notes = if case.name.starts_with("bare/") {
            "notes: false\n"
        } else {
            ""
        };
        folder.put("satz.yaml", format!("locales: [en]\n{notes}"));
        folder.put("articles/kahn.md", ARTICLE);
        satz(&folder, &["sync"]);
        let path = "locales/en/kahn.ftl";
        let (before, _) = case.body.split_once("\n== ").unwrap();
        let before = format!("{}\n", hidden(before));
        folder.put(path, &before);
        let (states, findings) = state(&folder);
        let mut found = format!("{}=={states}\n{findings}", visible(&before));
        let is_refused = sync(&folder);
        let after = folder.get(path);
        if is_refused {
            assert_eq!(after, before, "{}", case.name);
            found.push_str("== refused\n");
        } else if after == before {
            found.push_str("== in step\n");
        } else {
            let (states, now) = state(&folder);
            write!(found, "== sync\n{}=={states}\n", visible(&after)).unwrap();
            if now != findings {
                found.push_str(&now);
            }
        }
        if found != case.body {
            differing.push(format!(
                "--- {}\n{found}--- expected\n{}",
                case.name, case.body
            ));
        }
        sync(&folder);
        assert_eq!(
            folder.get(path),
            after,
            "{}: a second run changes nothing",
            case.name
        );
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
