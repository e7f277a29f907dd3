//! The README and the pages of the documentation that show what satz says: each is run as it stands.
//!
//! In a page, the commands of its blocks `console` (lines that begin with `$ `) are run one after the
//! other in one folder, by `sh`, and what they say on both outputs must stand below them; a status
//! that is not 0 on a line of its own. Comments `<!-- run … -->` are run without a word.
//!
//! `SATZ_BLESS=1 cargo test --test it walk::` writes what was said into the pages. Read the difference.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::Folder;

#[test]
fn pages_say_what_satz_says() {
    let mut found = 0;
    for name in ["README.md", "docs/ci.md", "docs/translators.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let page = fs::read_to_string(&path).unwrap();
        let walked = walk(&page);
        found += page.matches("\n$ ").count();
        if walked == page {
            continue;
        }
        assert!(
            std::env::var_os("SATZ_BLESS").is_some(),
            "{name}: satz says otherwise:\n{walked}"
        );
        fs::write(path, walked).unwrap();
    }
    assert!(found > 20, "the pages show little");
}

/// The page with what its commands say now.
fn walk(page: &str) -> String {
    let folder = Folder::new();
    let mut out = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let end = match line {
            "```console" => "```",
            "<!-- run" => "-->",
            _ => continue,
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != end).collect();
        for line in block {
            match line.strip_prefix("$ ") {
                Some(command) => {
                    out.extend([line, "\n", &said(&folder, command)]);
                }
                // What was said before is said anew; what is silent stays.
                None if end == "-->" => {
                    said(&folder, line);
                    out.extend([line, "\n"]);
                }
                None => {}
            }
        }
        out.push_str(end);
        out.push('\n');
    }
    out
}

/// What a command says, with its status if that is not 0.
pub(crate) fn said(folder: &Folder, command: &str) -> String {
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_satz"));
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", binary.parent().unwrap().display());
    let output = Command::new("sh")
        .arg("-c")
        .arg(format!("{{ {command}\n}} 2>&1"))
        .current_dir(folder.path())
        .env("PATH", path)
        .env("COLUMNS", "100")
        .env("HOME", folder.path())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "A")
        .env("GIT_AUTHOR_EMAIL", "a@example.org")
        .env("GIT_COMMITTER_NAME", "A")
        .env("GIT_COMMITTER_EMAIL", "a@example.org")
        .env_remove("GITHUB_STEP_SUMMARY")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    text = text.replace(folder.path().to_str().unwrap(), "…");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    match output.status.code() {
        Some(0) => text,
        status => format!("{text}→ exit status {}\n", status.unwrap_or(-1)),
    }
}
