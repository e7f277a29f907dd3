//! What happens to the files of a workspace beside the desk: in a text editor, by `satz sync`, in a colleague's copy.

use std::fs;

use satz::session::merge_catalogs;

use super::ledger::CATALOG;
use crate::support::{Folder, program};

pub(super) const ARTICLE: &str = "articles/markt.md";
const SOURCE: &str = "locales/de/markt.ftl";

/// A text that was typed behind an id, in the place of another one.
pub(super) type Typed = (String, Option<String>, String);

/// Brings catalogs in step with the article.
pub(super) fn sync(folder: &Folder) {
    let output = program().current_dir(folder.path()).arg("sync").output();
    let output = output.unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

/// Types a text in one of the lines of the catalog, as in an editor.
pub(super) fn type_at(folder: &Folder, at: u8, typed: &str) -> Option<Typed> {
    let text = folder.get(CATALOG);
    let is_unit =
        |line: &&str| line.trim_start_matches("# ").starts_with('s') && line.contains(" =");
    let lines: Vec<&str> = text.lines().filter(is_unit).collect();
    let line = lines.get(usize::from(at) % lines.len().max(1))?;
    let (id, old) = line.trim_start_matches("# ").split_once(" =")?;
    let new = text.replacen(line, &format!("{id} = {typed}"), 1);
    fs::write(folder.path().join(CATALOG), new).unwrap();
    let old = old.trim();
    let old = (!old.is_empty()).then(|| old.to_owned());
    Some((id.to_owned(), old, typed.to_owned()))
}

/// Changes the article: a word, the order, a sentence that goes or comes.
pub(super) fn reword(folder: &Folder, step: usize, a: u8, b: u8) {
    let text = folder.get(ARTICLE);
    let mut parts: Vec<String> = text.trim_end().split("\n\n").map(str::to_owned).collect();
    let at = usize::from(b) % parts.len();
    match a % 8 {
        0 => parts.push(format!("Satz {step} ist neu.")),
        1 if parts.len() > 1 => drop(parts.remove(at)),
        2 => parts.rotate_left(1),
        _ if parts[at].contains(" ist ") => parts[at] = parts[at].replace(" ist ", " war "),
        _ => parts[at] = parts[at].replace(" war ", " ist "),
    }
    folder.put(ARTICLE, parts.join("\n\n") + "\n");
}

/// Another copy of the workspace, in which a colleague works.
pub(super) struct Copy {
    folder: Folder,
    base: [String; 3],
    typed: Vec<Typed>,
}

fn files(folder: &Folder) -> [String; 3] {
    [ARTICLE, SOURCE, CATALOG].map(|path| folder.get(path))
}

impl Copy {
    pub(super) fn of(original: &Folder) -> Self {
        let folder = Folder::new();
        folder.put("satz.yaml", "locales: [en]\n");
        let base = files(original);
        for (path, text) in [ARTICLE, SOURCE, CATALOG].iter().zip(&base) {
            folder.put(path, text);
        }
        Self {
            folder,
            base,
            typed: Vec::new(),
        }
    }

    pub(super) fn change(&mut self, step: usize, a: u8, b: u8) {
        if a.is_multiple_of(3) {
            reword(&self.folder, step, a, b);
            sync(&self.folder);
        } else {
            let text = format!("Typed {step} by a colleague.");
            self.typed.extend(type_at(&self.folder, b, &text));
        }
    }

    /// Brings what was done here into the original, as `git pull` does. Returns what was typed; none if both
    /// changed the same, and nothing is brought in.
    pub(super) fn merge(self, original: &Folder) -> Option<Vec<Typed>> {
        let (ours, theirs) = (files(original), files(&self.folder));
        let article = match &self.base[0] {
            base if theirs[0] == *base => &ours[0],
            base if ours[0] == *base || ours[0] == theirs[0] => &theirs[0],
            _ => return None,
        };
        let merged = [1, 2].map(|at| merge_catalogs(&self.base[at], &ours[at], &theirs[at]));
        if merged.iter().any(|merged| !merged.conflicts.is_empty()) {
            return None;
        }
        original.put(ARTICLE, article);
        original.put(SOURCE, &merged[0].text);
        original.put(CATALOG, &merged[1].text);
        Some(self.typed)
    }
}
