//! Merging catalogs by unit: cases as data, and branches of a real repository.
//!
//! A case gives the three versions (`> base`, `> ours`, `> theirs`) and the result: `> merged`, or
//! `> conflicts` with the names of what conflicts.

use std::path::Path;
use std::process::{Command, Stdio};

use satz::catalog::Catalog;
use satz::update::{Merged, merge};

use crate::support::{Folder, cases};

fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    let catalog = |text: &str| Catalog::parse(text).value;
    merge(&catalog(base), &catalog(ours), &catalog(theirs))
}

#[test]
fn versions_are_merged() {
    for case in cases("merge") {
        let mut texts = vec![String::new(); 4];
        let mut at = 0;
        let mut head = String::new();
        for line in case.body.split_inclusive('\n') {
            match line.trim_end().strip_prefix("> ") {
                Some("base") => at = 0,
                Some("ours") => at = 1,
                Some("theirs") => at = 2,
                Some(rest) => (at, head) = (3, rest.to_owned()),
                None => texts[at].push_str(line),
            }
        }
        let conflicts: Vec<&str> = head.split(' ').skip(1).collect();
        let found = merged(&texts[0], &texts[1], &texts[2]);
        assert_eq!(found.text, texts[3], "{}", case.name);
        assert_eq!(found.conflicts, conflicts, "{}", case.name);
        let mut parsed = Catalog::parse(&found.text);
        // What is no Fluent in a version is none afterwards.
        let junk = |one: &satz::text::Diagnostic| {
            let line = one.span.of(&found.text);
            one.code == "syntax" && texts[..3].iter().any(|text| text.contains(line))
        };
        parsed.diagnostics.retain(|one| !junk(one));
        let marked = parsed
            .diagnostics
            .iter()
            .all(|one| one.code == "conflict-marker");
        assert!(marked, "{}: {:?}", case.name, parsed.diagnostics);
        assert_eq!(
            parsed.diagnostics.is_empty(),
            conflicts.is_empty(),
            "{}",
            case.name
        );
        // With other line ends the result is the same.
        let crlf = |text: &str| text.replace('\n', "\r\n");
        let again = merged(&crlf(&texts[0]), &crlf(&texts[1]), &texts[2]);
        assert_eq!(again.text.replace("\r\n", "\n"), texts[3], "{}", case.name);
    }
}

/// Runs git in a folder, with nothing of the person's configuration; whether it succeeded.
fn git(folder: &Path, arguments: &[&str]) -> bool {
    let output = Command::new("git")
        .args(["-c", "user.name=t", "-c", "user.email=t@example.org"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    output.status.success()
}

/// The catalog of the branches: one unit in three is a stub, a block is three units.
fn catalog(edited: &[usize], by: &str) -> String {
    let mut out = "### satz 1: articles/a.md\n".to_owned();
    for n in 0..60 {
        if n % 3 == 0 {
            out.push_str("\n\n## Paragraph\n\n");
        }
        let id = format!("s0000{}{}", n / 10, n % 10);
        let is_edited = edited.contains(&n);
        let entry = match (n % 3, is_edited) {
            (2, false) => format!("\n# missing\n# de: Satz {n}.\n# {id} =\n"),
            (_, false) => format!("# de: Satz {n}.\n{id} = Sentence {n}.\n"),
            (_, true) => format!("# de: Satz {n}.\n{id} = Text of {by}, {n}.\n"),
        };
        out.push_str(&entry);
    }
    out
}

/// The units of the branches' catalog, shuffled, the same in every run.
fn shuffled() -> Vec<usize> {
    let mut order: Vec<usize> = (0..60).collect();
    let mut state = 7_u64;
    for at in (1..order.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        order.swap(
            at,
            usize::try_from((state >> 33) % (at as u64 + 1)).unwrap(),
        );
    }
    order
}

/// For comparison with the driver: the same branches by lines. It prints the figure.
#[test]
fn git_alone_finds_conflicts_in_branches_that_edit_different_units() {
    let order = shuffled();
    let folder = Folder::new();
    folder.put("base", catalog(&[], ""));
    folder.put("one", catalog(&order[..20], "one"));
    folder.put("two", catalog(&order[20..40], "two"));
    let merge = Command::new("git")
        .args(["merge-file", "-p", "one", "base", "two"])
        .current_dir(folder.path())
        .output();
    let Ok(merge) = merge else {
        eprintln!("SKIPPED: there is no git");
        return;
    };
    let text = String::from_utf8(merge.stdout).unwrap();
    let conflicts = text.matches("<<<<<<< ").count();
    println!("git merge-file alone: {conflicts} conflicts");
    assert_eq!(merge.status.code(), Some(i32::try_from(conflicts).unwrap()));
    assert!(conflicts > 5, "{conflicts}");
    let ours = merged(&folder.get("base"), &folder.get("one"), &folder.get("two"));
    assert_eq!(ours.conflicts, Vec::<String>::new());
}

#[test]
fn git_merges_branches_that_edit_different_units() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("SKIPPED: there is no git");
        return;
    }
    let folder = Folder::new();
    let root = folder.path();
    assert!(git(root, &["init", "-q", "-b", "main"]));
    let init = crate::support::program()
        .args(["init", ".", "--locales", "en", "--git"])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(init.status.success());
    assert_eq!(
        folder.get(".gitattributes"),
        "locales/**/*.ftl merge=satz\n"
    );
    let driver = format!("'{}' merge-driver %O %A %B", env!("CARGO_BIN_EXE_satz"));
    assert!(git(root, &["config", "merge.satz.driver", &driver]));
    let order = shuffled();
    let path = "locales/en/a.ftl";
    let commit = |text: &str, message: &str| {
        folder.put(path, text);
        assert!(git(root, &["add", "-A"]));
        assert!(git(root, &["commit", "-q", "-m", message]));
    };
    commit(&catalog(&[], ""), "base");
    assert!(git(root, &["checkout", "-q", "-b", "one"]));
    commit(&catalog(&order[..20], "one"), "one");
    assert!(git(root, &["checkout", "-q", "-b", "two", "main"]));
    commit(&catalog(&order[20..40], "two"), "two");
    assert!(git(root, &["merge", "-q", "--no-edit", "one"]), "conflict");
    let text = folder.get(path);
    let parsed = Catalog::parse(&text);
    assert_eq!(parsed.diagnostics, []);
    for (place, n) in order.iter().enumerate() {
        let expected = match place {
            0..20 => format!("Text of one, {n}."),
            20..40 => format!("Text of two, {n}."),
            _ if n % 3 == 2 => format!("# s0000{}{} =", n / 10, n % 10),
            _ => format!("Sentence {n}."),
        };
        assert_eq!(text.matches(&expected).count(), 1, "{expected}");
    }
    assert_eq!(text.matches("## Paragraph").count(), 20);
    // Without the driver git itself gives up, so it was the driver that merged.
    assert!(git(root, &["reset", "-q", "--hard", "HEAD~1"]));
    assert!(git(root, &["config", "merge.satz.driver", "false"]));
    assert!(!git(root, &["merge", "-q", "--no-edit", "one"]));
}

#[test]
fn driver_reports_a_conflict_by_its_status() {
    let folder = Folder::new();
    folder.put("o", "s000001 = One.\n");
    folder.put("a", "s000001 = Ours.\n");
    folder.put("b", "s000001 = Theirs.\n");
    let run = |arguments: &[&str]| {
        let mut satz = crate::support::program();
        satz.args(arguments).current_dir(folder.path());
        satz.output().unwrap().status.code()
    };
    assert_eq!(run(&["merge-driver", "o", "o", "b"]), Some(0));
    assert_eq!(folder.get("o"), "s000001 = Theirs.\n");
    folder.put("o", "s000001 = One.\n");
    assert_eq!(run(&["merge-driver", "o", "a", "b"]), Some(1));
    assert!(folder.get("a").contains("=======\ns000001 = Theirs.\n"));
    assert_eq!(run(&["merge-driver", "o", "nowhere", "b"]), Some(2));
    assert_eq!(folder.tree().len(), 3, "nothing is left behind");
}
