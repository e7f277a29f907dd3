//! The command itself: wiring, exit status, and one clear sentence for bad input.
//!
//! A case sets up files (`> path`, then its lines; `\xNN` is a byte), runs satz in their folder
//! (`$ arguments`) and expects an exit status (`? status`) and all that satz said. `[DIR]` is the
//! folder. Nothing may be written when the status is 2.

use std::process::{Command, Output, Stdio};

use crate::support::{Folder, cases};

#[test]
fn commands() {
    for case in cases("cli") {
        let folder = Folder::new();
        let (setup, rest) = case.body.split_once("$ ").expect("a line `$ arguments`");
        let (arguments, rest) = rest.split_once('\n').unwrap();
        let rest = rest.strip_prefix("? ").expect("a line `? status`");
        let (status, said) = rest.split_once('\n').unwrap();
        for file in setup.split("> ").skip(1) {
            let (path, content) = file.split_once('\n').unwrap();
            folder.put(path, bytes(content));
        }
        let before = folder.tree();
        let output = satz(&folder, &arguments.split_whitespace().collect::<Vec<_>>());
        let mut heard = String::from_utf8(output.stdout).unwrap();
        heard.push_str(&String::from_utf8(output.stderr).unwrap());
        let heard = heard.replace(folder.path().to_str().unwrap(), "[DIR]");
        assert_eq!(heard, said, "{}", case.name);
        assert_eq!(
            output.status.code().unwrap().to_string(),
            status,
            "{}",
            case.name
        );
        if status == "2" {
            assert_eq!(
                folder.tree(),
                before,
                "{}: something was written",
                case.name
            );
        }
    }
}

/// Runs satz in a folder.
fn satz(folder: &Folder, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_satz"))
        .args(arguments)
        .current_dir(folder.path())
        .env("COLUMNS", "100")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn bytes(content: &str) -> Vec<u8> {
    let mut parts = content.split("\\x");
    let mut out = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        out.push(u8::from_str_radix(&part[..2], 16).unwrap());
        out.extend(&part.as_bytes()[2..]);
    }
    out
}

#[test]
fn init_makes_a_workspace_that_is_found() {
    let folder = Folder::new();
    assert!(
        satz(&folder, &["init", "demo", "--locales", "en,pt-BR"])
            .status
            .success()
    );
    assert_eq!(
        folder.get("demo/satz.yaml"),
        "source: de\nlocales: [en, pt-BR]\n"
    );
    assert_eq!(folder.get("demo/.gitignore"), "/build\n");
    let found = satz::store::find_workspace(&folder.path().join("demo/locales/pt-BR")).unwrap();
    let (articles, errors) = found.articles(&["md"]);
    assert_eq!((articles.len(), errors.len()), (1, 0));
    let again = satz(&folder, &["init", "demo", "--locales", "en"]);
    assert_eq!(again.status.code(), Some(2));
}

#[test]
fn init_adds_no_article_to_articles() {
    let folder = Folder::new();
    folder.put("articles/mein.md", "Mein Artikel.\n");
    assert!(
        satz(&folder, &["init", ".", "--locales", "en"])
            .status
            .success()
    );
    let found = satz::store::find_workspace(folder.path()).unwrap();
    assert_eq!(found.articles(&["md"]).0.len(), 1);
}

#[test]
fn unreadable_locale_keeps_the_old_german() {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en, fr]\n");
    folder.put("articles/a.md", "Der alte Satz steht hier seit langem.\n");
    assert!(satz(&folder, &["sync"]).status.success());
    let stubs = folder.get("locales/en/a.ftl");
    let typed: String = stubs
        .lines()
        .map(|line| match line.strip_prefix("# s") {
            Some(stub) => format!("s{stub} The old sentence.\n"),
            None => format!("{line}\n"),
        })
        .collect();
    folder.put("locales/en/a.ftl", &typed);
    assert!(satz(&folder, &["sync"]).status.success());
    let typed = folder.get("locales/en/a.ftl");
    let german = folder.get("locales/de/a.ftl");
    folder.put("articles/a.md", "Der neue Satz steht hier seit langem.\n");
    folder.put("locales/en/a.ftl", b"\xff");
    assert_eq!(satz(&folder, &["sync"]).status.code(), Some(2));
    assert_eq!(folder.get("locales/de/a.ftl"), german);
    folder.put("locales/en/a.ftl", &typed);
    assert!(satz(&folder, &["sync"]).status.success());
    let now = folder.get("locales/en/a.ftl");
    assert!(
        now.contains("# was: Der alte Satz steht hier seit langem."),
        "{now}"
    );
}

#[test]
fn help_teaches_and_succeeds() {
    let folder = Folder::new();
    let help = satz(&folder, &["--help"]);
    assert_eq!(help.status.code(), Some(0));
    let text = String::from_utf8(help.stdout).unwrap();
    assert!(text.contains("satz init demo --locales en,fr"), "{text}");
    assert!(help.stderr.is_empty());
}

#[cfg(unix)]
#[test]
fn closed_pipe_is_silent() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_satz"))
        .arg("--help")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[cfg(unix)]
#[test]
fn folder_without_rights_is_named() {
    use std::fs::{self, Permissions};
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    let folder = Folder::new();
    folder.put("shut/file", "");
    let shut = folder.path().join("shut");
    // A copy, because another user may not reach the folder it was built in; made by another
    // process, because a file that this one ever had open for writing may be busy.
    let binary = folder.path().join("satz");
    let mut copy = Command::new("cp");
    copy.arg(env!("CARGO_BIN_EXE_satz")).arg(&binary);
    assert!(copy.status().unwrap().success());
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&shut, Permissions::from_mode(0o555)).unwrap();
    let mut command = Command::new(binary);
    command.args(["init", "shut", "--locales", "en"]);
    command.current_dir(folder.path());
    // Permissions do not bind root: as root, run it as nobody.
    if fs::write(shut.join("file2"), "").is_ok() {
        fs::remove_file(shut.join("file2")).unwrap();
        command.uid(65534).gid(65534);
    }
    let before = folder.tree();
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("shut/articles: no right to create it"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(folder.tree(), before);
}
