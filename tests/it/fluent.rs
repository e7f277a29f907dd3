//! Catalogs that others wrote. Those at hand, the repository's own, are always read; with
//! `SATZ_FTL` set to folders (divided as in `PATH`) every `.ftl` file below them is as well: the
//! fixtures of the Fluent specification, the sources of crates, other projects' catalogs.
//!
//! Each is read as it stands, with CRLF, behind a byte-order mark, and without its last line's
//! end. Nothing is lost, `fluent-syntax` sees the same messages with the same values, and changing
//! one message changes no byte of another.

use std::path::{Path, PathBuf};

use satz::catalog::escape;
use satz::text::{Edit, apply};

use crate::catalog::{messages, read, reference};
use crate::support::loudly;

/// The catalogs to read.
fn files() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut folders = vec![own];
    if let Some(named) = std::env::var_os("SATZ_FTL") {
        folders.extend(std::env::split_paths(&named));
    } else {
        loudly("NOT CHECKED: catalogs of others; set SATZ_FTL to folders with .ftl files");
    }
    let mut found = Vec::new();
    for folder in folders {
        let before = found.len();
        collect(&folder, &mut found);
        assert!(found.len() > before, "no .ftl file in {}", folder.display());
    }
    found.sort();
    found.dedup();
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            collect(&entry.path(), found);
        } else if kind.is_file() && entry.path().extension().is_some_and(|end| end == "ftl") {
            found.push(entry.path());
        }
    }
}

fn variants(text: &str) -> [String; 5] {
    let dos = text.replace("\r\n", "\n").replace('\n', "\r\n");
    [
        text.to_owned(),
        dos.clone(),
        format!("\u{FEFF}{}", text.trim_start_matches('\u{FEFF}')),
        format!("\u{FEFF}{}", dos.trim_start_matches('\u{FEFF}')),
        text.trim_end().to_owned(),
    ]
}

/// Every text at hand in its variants, with where it is from.
fn texts() -> Vec<(String, String)> {
    let texts = files().into_iter().filter_map(|file| {
        // What is not UTF-8 no catalog can be.
        let text = String::from_utf8(std::fs::read(&file).unwrap()).ok()?;
        Some(variants(&text).map(|text| (file.display().to_string(), text)))
    });
    texts.flatten().collect()
}

#[test]
fn catalogs_of_others_are_read_as_fluent_syntax_reads_them() {
    for (file, text) in texts() {
        let bare = text.trim_start_matches('\u{FEFF}');
        assert_eq!(
            messages(&read(&text)),
            reference(bare),
            "{file} as {text:?}"
        );
    }
}

#[test]
fn changing_one_message_changes_only_its_bytes() {
    for (file, text) in texts() {
        let before = read(&text);
        // A dozen of the messages, spread over the file.
        let step = before.messages().count().div_ceil(12).max(1);
        for (index, entry) in before.messages().step_by(step) {
            let value = Edit::replace(entry.value_span, escape("Ein neuer Text { 1 }"));
            let id = Edit::replace(entry.id_span, "s7k2mq-q4tz");
            let new = apply(&text, &[id, value]);
            let after = read(&new);
            assert_eq!(
                before.entries.len(),
                after.entries.len(),
                "{file}: {}",
                entry.id
            );
            for (at, (old, new)) in before.entries.iter().zip(&after.entries).enumerate() {
                let is_it = at == index;
                let (old_bytes, new_bytes) = (old.span.of(&text), new.span.of(&after.text));
                assert!(
                    is_it || (old_bytes, &old.kind) == (new_bytes, &new.kind),
                    "{file}"
                );
                assert_eq!(old.comment.of(&text), new.comment.of(&after.text), "{file}");
            }
            let changed = &after.entries[index];
            assert_eq!(changed.id, "s7k2mq-q4tz");
            assert_eq!(changed.value().unwrap().text(), "Ein neuer Text { 1 }");
        }
    }
}
