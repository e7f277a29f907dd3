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

/// Sorts out which of the files below the articles' folder are articles.
///
/// A file whose ending is not among `extensions` (lower case, without a dot) is passed over.
/// Refused are names that not every system can hold, the stem of the glossary, and all files of a
/// group that would share one catalog: equal after NFC and case folding, ending aside.
pub fn articles(project: &Project, paths: &[String], extensions: &[&str]) -> Articles {
    let mut found = Articles::default();
    let mut groups: BTreeMap<String, Vec<Article>> = BTreeMap::new();
    for path in paths {
        let Some(key) = project.article_key(path) else {
            continue;
        };
        let (_, ending) = path.rsplit_once('.').unwrap_or_default();
        let extension = ending.to_lowercase();
        if !extensions.contains(&extension.as_str()) {
            continue;
        }
        match key_fault(&key) {
            Some(fault) => found.faults.push((path.clone(), fault)),
            None => groups.entry(fold_case(&key)).or_default().push(Article {
                key,
                path: path.clone(),
                extension,
            }),
        }
    }
    for mut group in groups.into_values() {
        if group.len() == 1 {
            found.articles.append(&mut group);
            continue;
        }
        for (index, article) in group.iter().enumerate() {
            let other = &group[usize::from(index == 0)].path;
            let message = format!("would share its catalogs with `{other}`");
            let fault = Fault::new(message, "rename one of the two");
            found.faults.push((article.path.clone(), fault));
        }
    }
    found.articles.sort();
    found.faults.sort_by(|one, two| one.0.cmp(&two.0));
    found
}

fn key_fault(key: &str) -> Option<Fault> {
    let stem = key.rsplit('/').next().unwrap_or_default();
    if fold_case(stem) == GLOSSARY {
        let message = format!("`{GLOSSARY}` is the name of the catalogs that hold the terms");
        return Some(Fault::new(message, "give the article another name"));
    }
    key.split('/').find_map(segment_fault)
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
            ["a.md", "a.txt"],
            ["Straße.md", "STRASSE.md"],
            ["\u{E4}.md", "a\u{308}.txt"],
        ] {
            let found = sort(&[pair[0], pair[1], "good.md"]);
            assert_eq!(found.faults.len(), 2, "{pair:?}");
            assert_eq!(found.articles.len(), 1);
        }
    }

    #[test]
    fn names_no_system_holds_are_refused() {
        for name in [
            "Glossary.md",
            "con.md",
            "x/nul/a.md",
            "LPT1.x.md",
            "a .md",
            "a\\b.md",
        ] {
            assert_eq!(sort(&[name]).faults.len(), 1, "{name}");
        }
    }
}
