//! The shape of the source tree: layers, who touches the world, and complete registries.

mod rules;

use std::fs;
use std::path::Path;

use rules::violations;

#[test]
fn source_tree_keeps_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root.join("src")).unwrap();
                let name = name.to_str().unwrap().replace('\\', "/");
                sources.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources.sort();
    assert!(sources.len() > 20, "the tree was found");
    assert_eq!(violations(&sources), Vec::<String>::new());
}

/// Asserts that the last of some made-up sources, and it alone, breaks a rule.
#[track_caller]
fn caught(sources: &[(&str, &str)], message: &str) {
    let owned: Vec<(String, String)> = sources
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect();
    assert_eq!(violations(&owned), [message]);
}

#[track_caller]
fn fine(path: &str, text: &str) {
    assert_eq!(
        violations(&[(path.to_owned(), text.to_owned())]),
        Vec::<String>::new()
    );
}

#[test]
fn imports_upwards_are_caught() {
    let message = "text/span.rs: imports `segment`, which is not below `text`";
    caught(&[("text/span.rs", "use crate::segment::Unit;")], message);
    caught(
        &[("text/span.rs", "use super::super::segment::Unit;")],
        message,
    );
    caught(
        &[("text/span.rs", "fn f(u: &crate::segment::Unit) {}")],
        message,
    );
    caught(
        &[("text/span.rs", "use crate::{\n    segment::{Unit, x},\n};")],
        message,
    );
    caught(
        &[(
            "text/mod.rs",
            "#[cfg(test)]\nmod tests { use super::super::segment; }",
        )],
        "text/mod.rs: imports `segment`, which is not below `text`",
    );
}

#[test]
fn imports_among_peers_are_caught() {
    caught(
        &[("check/mod.rs", "use super::assemble::x;")],
        "check/mod.rs: imports `assemble`, which is not below `check`",
    );
    caught(
        &[("lsp/mod.rs", "use crate::cli::run;")],
        "lsp/mod.rs: imports `cli`, which is not below `lsp`",
    );
}

#[test]
fn imports_into_the_configuration_are_caught() {
    caught(
        &[("config/gate.rs", "use crate::document::formats;")],
        "config/gate.rs: `config` may not import `document`",
    );
}

#[test]
fn work_in_the_command_line_is_caught() {
    caught(
        &[("cli/check/pairs.rs", "use crate::compare::compare;")],
        "cli/check/pairs.rs: `cli` may not import `compare`",
    );
    caught(
        &[("lsp/hover.rs", "use crate::compare::compare;")],
        "lsp/hover.rs: `lsp` may not import `compare`",
    );
}

#[test]
fn the_command_line_starts_other_front_ends() {
    fine("cli/mod.rs", "use crate::lsp::serve;");
}

#[test]
fn circles_of_imports_are_caught() {
    caught(
        &[
            ("text/edit.rs", "use super::span::{Span, x};"),
            ("text/fold.rs", "use crate::text::edit::Edit;"),
            ("text/span.rs", "use super::{Edit, fold::fold};"),
        ],
        "a circle of imports: text/edit, text/fold, text/span",
    );
}

#[test]
fn unknown_modules_are_caught() {
    caught(&[("utils.rs", "")], "utils.rs: `utils` is in no layer");
}

#[test]
fn touching_the_world_is_caught() {
    let message = "segment/mod.rs: uses `std::time`";
    caught(&[("segment/mod.rs", "use std::time::Instant;")], message);
    caught(
        &[("segment/mod.rs", "use std::{fmt, time::Instant};")],
        message,
    );
    caught(
        &[("segment/mod.rs", "fn f() { ::std::fs::read(p) }")],
        "segment/mod.rs: uses `std::fs`",
    );
}

#[test]
fn calling_for_german_is_caught() {
    let message = "mention/read.rs: calls for German by itself";
    caught(
        &[("mention/read.rs", "fn f() { Lexicon::of(\"de\") }")],
        message,
    );
    caught(&[("mention/read.rs", "fn f() { x == \"de\" }")], message);
    fine(
        "mention/read.rs",
        "// of(\"de\")\n#[cfg(test)]\nmod tests { f(\"de\") }",
    );
    fine(
        "mention/read.rs",
        "const ROWS: [(&str, u8); 1] = [(\"de\", 1)];",
    );
    fine("language/de/list.rs", "fn f() { language(\"de\") }");
}

#[test]
fn printing_is_caught() {
    let message = "store/mod.rs: prints with `println!(`";
    caught(&[("store/mod.rs", "fn f() { println!(\"x\") }")], message);
    caught(&[("store/mod.rs", "fn f() { eprintln!(\"x\") }")], message);
    let message = "store/mod.rs: prints with `stdout()`";
    caught(&[("store/mod.rs", "fn f() { std::io::stdout() }")], message);
}

#[test]
fn forgotten_rows_are_caught() {
    caught(
        &[
            ("cli/mod.rs", "mod init;\nuse init::Init;"),
            ("cli/sync.rs", ""),
        ],
        "cli/sync.rs: no `mod sync;` in mod.rs",
    );
    caught(
        &[
            ("cli/mod.rs", "mod sync;\nconst X: &[u8] = &[resync::X];"),
            ("cli/sync.rs", ""),
        ],
        "cli/sync.rs: no row in mod.rs",
    );
}

#[test]
fn what_siblings_share_needs_no_row() {
    let sources = [
        (
            "document/mod.rs",
            "mod lines;\nmod plain;\nstatic X: [F; 1] = [plain::F];",
        ),
        ("document/plain.rs", "use super::lines::split;"),
        ("document/lines.rs", ""),
    ];
    let owned = sources.map(|(path, text)| (path.to_owned(), text.to_owned()));
    assert_eq!(violations(&owned), Vec::<String>::new());
}

#[test]
fn what_is_allowed_is_not_caught() {
    fine(
        "cli/mod.rs",
        "use std::env; use crate::{text, store}; fn f() { println!() }",
    );
    fine("store/mod.rs", "use std::fs; use super::config::Project;");
    fine(
        "text/span.rs",
        "use super::Edit; // use crate::cli;\nconst X: &str = \"crate::cli std::fs\";",
    );
    fine(
        "text/span.rs",
        "const Q: char = '\"'; fn f<'a>(x: &'a str) {} /* crate::cli */",
    );
    fine("text/span.rs", "const X: &str = r#\"a \" crate::cli\"#;");
}
