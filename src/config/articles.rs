//! Which files are articles, and what they are called.

use std::collections::BTreeMap;

use super::path::{fold_case, segment_fault};
use super::{Fault, GLOSSARY, Project};

/// Where an article is and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Article {
    /// Name of the article in catalogs, reports and output: its path below the articles' folder,
    /// NFC, without its ending.
    pub key: String,
    /// Its path in the workspace, as the file system spells it.
    pub path: String,
    /// Its ending in lower case, for example `md`.
    pub extension: String,
}

/// The articles of a workspace, and the files that cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Articles {
    /// Sorted by key.
    pub articles: Vec<Article>,
    /// Path and fault, sorted by path.
    pub faults: Vec<(String, Fault)>,
}

/// Sorts out which of the files are articles.
///
/// Passed over are those that no pattern takes, that `ignore` names, that are translations, or whose
/// ending is not among `extensions` (lower case, without a dot). Where a key is the glossary's, or
/// that of several files, the keys take the endings along. Refused are names that not every system
/// can hold, and all files of a group that would share one catalog even so: equal after NFC and
/// case folding.
pub fn articles(project: &Project, paths: &[String], extensions: &[&str]) -> Articles {
    let mut found = Articles::default();
    let mut groups = Groups::new();
    let targets = project.targets(paths);
    for path in paths {
        let taken = project.taken_path(path);
        let Some((key, taken)) = project.article_key(path).zip(taken) else {
            continue;
        };
        let (_, ending) = path.rsplit_once('.').unwrap_or_default();
        let extension = ending.to_lowercase();
        let is_other = project.ignore.fit_path(path) || targets.have(path, taken);
        if is_other || !extensions.contains(&extension.as_str()) {
            continue;
        }
        match key.split('/').find_map(segment_fault) {
            Some(fault) => found.faults.push((path.clone(), fault)),
            None => groups.entry(fold_case(&key)).or_default().push(Article {
                key,
                path: path.clone(),
                extension,
            }),
        }
    }
    let groups = with_endings(groups);
    for mut group in groups.into_values() {
        if group.len() == 1 {
            found.articles.append(&mut group);
            continue;
        }
        for (index, article) in group.iter().enumerate() {
            let other = &group[usize::from(index == 0)].path;
            found.faults.push((article.path.clone(), sharing(other)));
        }
    }
    found.articles.sort();
    found.faults.sort_by(|one, two| one.0.cmp(&two.0));
    found
}

impl Articles {
    /// The article of a path, new among the others: what would share catalogs with one of them is no
    /// good name, though it could be told apart by its ending.
    ///
    /// # Errors
    /// If it cannot be one, or must have another name.
    pub fn new_article(&self, project: &Project, path: &str) -> Result<Option<&Article>, Fault> {
        if let Some((_, fault)) = self.faults.iter().find(|(faulty, _)| faulty == path) {
            return Err(fault.clone());
        }
        let Some(article) = self.articles.iter().find(|article| article.path == path) else {
            return Ok(None);
        };
        let Some(key) = project.article_key(path).filter(|key| *key != article.key) else {
            return Ok(Some(article));
        };
        let shares = |other: &&Article| {
            let own = project.article_key(&other.path).unwrap_or_default();
            other.path != path && fold_case(&own) == fold_case(&key)
        };
        let reserved = || {
            let message = format!("`{GLOSSARY}` is the name of the catalogs that hold the terms");
            Fault::new(message, "give the article another name")
        };
        let other = self.articles.iter().find(shares);
        Err(other.map_or_else(reserved, |other| sharing(&other.path)))
    }
}

fn sharing(other: &str) -> Fault {
    let message = format!("would share its catalogs with `{other}`");
    Fault::new(message, "rename one of the two")
}

/// Articles by their key, its case folded.
type Groups = BTreeMap<String, Vec<Article>>;

/// The groups, the endings taken into the keys where a key is not free for one article.
fn with_endings(groups: Groups) -> Groups {
    let mut apart = Groups::new();
    for (folded, group) in groups {
        let is_free = group.len() == 1 && folded != GLOSSARY;
        for mut article in group {
            if !is_free {
                article.key = [&article.key, ".", &article.extension].concat();
            }
            apart
                .entry(fold_case(&article.key))
                .or_default()
                .push(article);
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sort(paths: &[&str]) -> Articles {
        let project = Project::parse("locales: [en]").unwrap();
        let paths: Vec<String> = paths
            .iter()
            .map(|path| format!("articles/{path}"))
            .collect();
        articles(&project, &paths, &["md", "txt"])
    }

    #[test]
    fn keys_mirror_folders() {
        let found = sort(&["b.txt", "news/a.b.MD", "image.png", ".md", "news/.txt"]);
        let keys: Vec<&str> = found.articles.iter().map(|a| a.key.as_str()).collect();
        assert_eq!(keys, ["b", "news/a.b"]);
        assert_eq!(found.faults, []);
    }

    #[test]
    fn shared_catalogs_are_refused() {
        for pair in [
            ["A.md", "a.md"],
            ["Straße.md", "STRASSE.md"],
            ["\u{E4}.md", "a\u{308}.md"],
        ] {
            let found = sort(&[pair[0], pair[1], "good.md"]);
            assert_eq!(found.faults.len(), 2, "{pair:?}");
            assert_eq!(found.articles.len(), 1);
        }
    }

    #[test]
    fn names_no_system_holds_are_refused() {
        for name in ["con.md", "x/nul/a.md", "LPT1.x.md", "a .md", "a\\b.md"] {
            assert_eq!(sort(&[name]).faults.len(), 1, "{name}");
        }
    }
}
