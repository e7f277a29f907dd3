//! The language server: what it finds is what `satz check` finds, what it offers does what it says, and
//! whatever comes, nothing outside the workspace is touched.

mod action;
mod attack;
mod client;
mod draft;
mod finding;
mod life;
mod navigation;
mod typing;

use std::path::Path;

use crate::support::Folder;

/// Runs a command of satz in a folder; what it says, on both outputs.
fn satz(folder: &Path, arguments: &[&str]) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let folder = folder.display().to_string();
    let before = ["satz", "-C", &folder, "--no-cache"];
    let arguments = before.iter().chain(arguments).map(Into::into);
    satz::cli::run(arguments, &mut out, &mut err);
    out.extend(err);
    String::from_utf8(out).unwrap()
}

/// A workspace with an article in step in two languages, whose English is partly done.
fn workspace() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en, fr]\n");
    folder.put(
        "articles/markt.md",
        "# Der Markt\n\nDer Markt öffnet am 7. Februar. Er liegt am Kanal.\n\nEin Brot kostet 2,50 Euro.\n",
    );
    folder.put(
        "articles/hof.md",
        "Er liegt am Kanal.\n\nIm Hof steht ein Baum.\n",
    );
    folder.put("locales/de/glossary.ftl", "-markt = Markt\n");
    folder.put("locales/en/glossary.ftl", "-markt = market\n");
    satz(folder.path(), &["sync"]);
    translate(
        &folder,
        "en/markt",
        "Der Markt öffnet am 7. Februar.",
        "The market opens on 7 February.",
    );
    translate(
        &folder,
        "en/markt",
        "Er liegt am Kanal.",
        "It lies on the canal.",
    );
    satz(folder.path(), &["sync"]);
    folder
}

/// Types a translation behind the stub of a sentence.
fn translate(folder: &Folder, catalog: &str, german: &str, text: &str) {
    let path = format!("locales/{catalog}.ftl");
    let catalog = folder.get(&path);
    let at = catalog.find(&format!("# de: {german}")).unwrap();
    let end = at + catalog[at..].find(" =\n").unwrap();
    let new = format!("{} = {text}{}", &catalog[..end], &catalog[end + 2..]);
    folder.put(&path, new);
}

/// The line of a text, from 0, that has some words in it.
fn line_of(text: &str, words: &str) -> usize {
    text.lines()
        .position(|line| line.contains(words))
        .unwrap_or_else(|| panic!("{words:?} in {text}"))
}
