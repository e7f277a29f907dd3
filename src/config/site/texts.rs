//! Where a folder that is no site of a generator keeps its texts.

use super::{FURNITURE, Tree};
use crate::language::{known, writing};

/// Where the texts in the language of the articles are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texts {
    /// Nowhere.
    None,
    /// All in this folder or below, and how many.
    Folder(String, usize),
    /// In no folder of their own: their paths.
    Scattered(Vec<String>),
}

/// How many files are read to find out, and how much of each.
const MOST: usize = 200;
const BYTES: usize = 4000;

impl Texts {
    /// Finds the texts in a folder. Those in another language, and what every repository has beside
    /// its articles, count for nothing.
    pub fn find(tree: &Tree<'_>) -> Self {
        let candidates = tree.files.iter().filter(|path| is_candidate(path, tree));
        let is_text = |path: &&String| {
            let text = tree.text(path);
            text.is_some_and(|text| reads_as(&text, tree.source))
        };
        let texts: Vec<String> = candidates.take(MOST).filter(is_text).cloned().collect();
        let Some(first) = texts.first() else {
            return Self::None;
        };
        let mut folder = first.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_below = |folder: &str| {
            let mut paths = texts.iter();
            paths.all(|path| {
                path.strip_prefix(folder)
                    .is_some_and(|rest| rest.starts_with('/'))
            })
        };
        while !folder.is_empty() && !is_below(folder) {
            folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
        }
        if folder.is_empty() {
            return Self::Scattered(texts);
        }
        let below =
            |path: &&String| path.starts_with(&format!("{folder}/")) && is_candidate(path, tree);
        Self::Folder(folder.to_owned(), tree.files.iter().filter(below).count())
    }
}

/// Whether a file can be an article by its name.
fn is_candidate(path: &str, tree: &Tree<'_>) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| tree.endings.contains(&ending))
        && !FURNITURE.iter().any(|pattern| {
            let before = pattern.trim_end_matches('*');
            name.starts_with(before) || path.starts_with(before)
        })
}

/// Whether a text is in a language, by its words without a meaning of their own. Of a language that
/// satz does not know every text may be.
fn reads_as(text: &str, locale: &str) -> bool {
    let language = locale.split('-').next().unwrap_or_default();
    let Some(writing) = writing(language) else {
        return true;
    };
    let text = &text[..text.floor_char_boundary(BYTES)];
    let (mut fitting, mut foreign) = (0, 0);
    for word in text.split(|character: char| !character.is_alphabetic()) {
        let known = known(&word.to_lowercase());
        if known.tells(writing) {
            fitting += 1;
        } else if known.speakers(Some(writing)) > 0 {
            foreign += 1;
        }
    }
    fitting > foreign
}
