//! The command itself: wiring, exit status, and one clear sentence for bad input.
//!
//! A case is a walk of steps in one folder: `> path` writes the file whose lines follow (`\xNN` is a
//! byte), `! old => new` replaces a text in all files below `locales/`, `~ old => new` below
//! `articles/`, `< path` shows a file, which must read as the lines that follow, and `$ arguments` runs satz
//! (`NAME=value` before `satz` sets the environment; `$ git …` runs git), which must end with the
//! status on the line `? status` and say, on both outputs, the lines that follow; with `| head -N`
//! only the first of them count, with `> FILE` the standard output goes there. `[DIR]` is the folder. Nothing may be written when the status is 2.
//!
//! `SATZ_BLESS=1 cargo test --test it cli::` writes what was said into the cases. Read the difference.

use std::collections::BTreeSet;
use std::process::{Command, Output, Stdio};

use crate::support::{Case, Folder, bless, cases};

#[test]
fn commands() {
    let mut wrong = Vec::new();
    for case in cases("cli") {
        let walked = walked(&case);
        if walked != case.body {
            if std::env::var_os("SATZ_BLESS").is_some() {
                bless("cli", &case, &walked);
            } else {
                wrong.push(format!("{}: said\n{walked}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_command_has_cases() {
    let folder = Folder::new();
    let commands = crate::help::commands();
    let mut wanted = BTreeSet::new();
    for command in &commands {
        // What a wrong form is told: the right ones.
        let told = satz(&folder, &[command, "--format", "?"]).stderr;
        let has_json = String::from_utf8(told).unwrap().contains("json");
        wanted.extend([(command.clone(), "text"), (command.clone(), "error")]);
        wanted.extend(has_json.then(|| (command.clone(), "json")));
    }
    for case in cases("cli") {
        for step in steps(&case.body) {
            let Some(line) = step.strip_prefix("$ ") else {
                continue;
            };
            let (line, told) = line.split_once('\n').unwrap();
            let words = words(line);
            let Some(command) = words.iter().find(|word| commands.contains(word)) else {
                continue;
            };
            let is_json = line.contains("--format json");
            let kind = match told.lines().next() {
                Some("? 2") => "error",
                _ if is_json && !line.contains("jsonl") => "json",
                _ => "text",
            };
            wanted.remove(&(command.clone(), kind));
        }
    }
    assert!(wanted.is_empty(), "commands without a case: {wanted:?}");
}

#[cfg(unix)]
#[test]
fn bash_completes_what_was_begun() {
    let folder = Folder::new();
    let script = satz(&folder, &["completions", "bash"]).stdout;
    folder.put("satz.bash", script);
    let complete = |words: &str, at: usize| {
        let line = format!(
            "source satz.bash; COMP_WORDS=({words}); COMP_CWORD={at}; \
             _satz satz \"${{COMP_WORDS[{at}]}}\" \"${{COMP_WORDS[{at} - 1]}}\"; echo \"${{COMPREPLY[@]}}\""
        );
        let mut command = Command::new("bash");
        let output = prepared(command.args(["-c", &line]), &folder).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    assert_eq!(complete("satz sta", 1), "status\n");
    assert_eq!(complete("satz check --fro", 2), "--frozen\n");
    assert!(complete("satz check --format s", 3).contains("sarif"));
}

/// The lines of a case with what was said in place of what was expected.
pub(crate) fn walked(case: &Case) -> String {
    let folder = Folder::new();
    let steps = steps(&case.body);
    steps
        .iter()
        .map(|step| walk(&folder, &case.name, step))
        .collect()
}

/// A case cut before each line that begins a step, with the lines that follow.
fn steps(body: &str) -> Vec<String> {
    let mut steps: Vec<String> = Vec::new();
    for line in body.split_inclusive('\n') {
        let begins = ["> ", "~ ", "! ", "< ", "$ "]
            .iter()
            .any(|mark| line.starts_with(mark));
        match steps.last_mut() {
            Some(step) if !begins => step.push_str(line),
            _ => steps.push(line.to_owned()),
        }
    }
    steps
}

/// Takes a step, and gives it back with what was said in place of what was expected.
fn walk(folder: &Folder, case: &str, step: &str) -> String {
    let (head, rest) = step.split_once('\n').unwrap();
    let (mark, what) = head.split_at(2);
    match mark {
        "> " => folder.put(what, bytes(rest)),
        "! " => replace(folder, case, "locales", what),
        "~ " => replace(folder, case, "articles", what),
        "< " => return format!("{head}\n{}", folder.get(what)),
        _ => return format!("{head}\n{}", heard(folder, case, what)),
    }
    step.to_owned()
}

fn replace(folder: &Folder, case: &str, below: &str, what: &str) {
    let (old, new) = what.split_once(" => ").expect("`! old => new`");
    let mut found = false;
    for (path, content) in folder.tree() {
        let inside = path.strip_prefix(folder.path()).unwrap();
        let ours = inside.starts_with(below);
        let text = content
            .filter(|_| ours)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if let Some(text) = text.filter(|text| text.contains(old)) {
            folder.put(inside.to_str().unwrap(), text.replace(old, new));
            found = true;
        }
    }
    assert!(found, "{case}: no file holds `{old}`");
}

/// Runs a command; its status and what it said.
fn heard(folder: &Folder, case: &str, line: &str) -> String {
    let before = folder.tree();
    let (line, shown) = match line.split_once(" | head -") {
        Some((line, shown)) => (line, shown.parse().unwrap()),
        None => (line, usize::MAX),
    };
    let (line, into) = match line.split_once(" > ") {
        Some((line, file)) => (line, Some(file)),
        None => (line, None),
    };
    let words = words(line);
    let names = words
        .iter()
        .take_while(|word| word.contains('=') && !word.starts_with('-'))
        .count();
    let (settings, arguments) = words.split_at(names);
    let git = arguments.first().is_some_and(|first| first == "git");
    let mut command = if git {
        Command::new("git")
    } else {
        crate::support::program()
    };
    command.args(
        if git || arguments.first().is_some_and(|first| first == "satz") {
            &arguments[1..]
        } else {
            arguments
        },
    );
    prepared(&mut command, folder);
    for setting in settings {
        let (name, value) = setting.split_once('=').unwrap();
        command.env(
            name,
            value.replace("[DIR]", folder.path().to_str().unwrap()),
        );
    }
    let mut output = command.output().unwrap();
    if let Some(file) = into {
        folder.put(file, std::mem::take(&mut output.stdout));
    }
    let mut said = String::from_utf8(output.stdout).unwrap();
    said.push_str(&String::from_utf8(output.stderr).unwrap());
    let said = said.replace(folder.path().to_str().unwrap(), "[DIR]");
    let said = said.replace("satz.exe", "satz").replace('\u{1b}', "␛");
    let said = match (said.find("<style>"), said.find("</style>")) {
        (Some(start), Some(end)) => format!("{}…{}", &said[..start + 7], &said[end..]),
        _ => said,
    };
    let said: String = said.split_inclusive('\n').take(shown).collect();
    if output.status.code() == Some(2) {
        let after = folder.tree();
        assert_eq!(after, before, "{case}: something was written");
    }
    if git {
        assert!(output.status.success(), "{case}: git {line}: {said}");
        return String::new();
    }
    format!("? {}\n{said}", output.status.code().unwrap())
}

/// The words of a command line; single quotes keep blanks.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (index, part) in line.split('\'').enumerate() {
        if index % 2 == 1 {
            words.last_mut().unwrap().push_str(part);
            continue;
        }
        for (index, word) in part.split(' ').enumerate() {
            if index > 0 {
                words.push(String::new());
            }
            words.last_mut().unwrap().push_str(word);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A command in a folder, in an environment that is the same everywhere.
fn prepared<'a>(command: &'a mut Command, folder: &Folder) -> &'a mut Command {
    command
        .current_dir(folder.path())
        .env("COLUMNS", "100")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "A")
        .env("GIT_AUTHOR_EMAIL", "a@example.org")
        .env("GIT_COMMITTER_NAME", "A")
        .env("GIT_COMMITTER_EMAIL", "a@example.org")
        .env_remove("GITHUB_STEP_SUMMARY")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::null())
}

/// Runs satz in a folder.
pub(crate) fn satz(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = crate::support::program();
    prepared(command.args(arguments), folder).output().unwrap()
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
    let text = folder.get("demo/satz.yaml");
    let (schema, text) = text.split_once('\n').unwrap();
    assert_eq!(text, "source: de\nlocales: [en, pt-BR]\n");
    let (_, path) = schema
        .split_once(concat!("/raw/v", env!("CARGO_PKG_VERSION"), "/"))
        .unwrap();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    assert!(file.is_file(), "{schema}");
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
    let mut child = crate::support::program()
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
