//! Which files are articles, what they are called, and where their translations go.
//!
//! A case is a `satz.yaml`, the files there are, and after `=>` each article: its path, its key, and
//! its place in the site per locale; or after `!` what is wrong with the configuration.

use satz::config::{Project, articles};
use satz::document::formats;

use crate::support::cases;

fn endings() -> Vec<&'static str> {
    let all = formats().iter().flat_map(|format| format.extensions);
    all.copied().collect()
}

#[test]
fn paths() {
    let mut wrong = Vec::new();
    for case in cases("layout") {
        let (input, expected) = case.body.split_once("=>\n").unwrap();
        let (text, files) = input.split_once("===\n").unwrap();
        let shown = match Project::parse(text) {
            Ok(project) => listed(&project, files),
            Err(fault) => {
                let text = fault.to_string();
                format!("! {text}\n").replace(&endings().join(", "), "[ENDINGS]")
            }
        };
        if shown.trim_end() != expected.trim_end() {
            wrong.push(format!("--- {} ---\n{shown}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn listed(project: &Project, files: &str) -> String {
    let files: Vec<String> = files.lines().map(str::to_owned).collect();
    let found = articles(project, &files, &endings());
    assert_eq!(found.faults, [], "{files:?}");
    let mut rows: Vec<String> = Vec::new();
    for article in &found.articles {
        let mut row = format!("{}: {}", article.path, article.key);
        for locale in &project.locales {
            if let Some(target) = project.target_path(locale, &article.path) {
                row = [&row, ", ", locale, " ", &target].concat();
                assert!(!found.articles.iter().any(|other| other.path == target));
            }
        }
        // A key leads back to its article.
        let ending = &article.extension;
        assert_eq!(project.article_path(&article.path, ending), article.path);
        if project.article_key(&article.path).as_ref() == Some(&article.key) {
            assert_eq!(project.article_path(&article.key, ending), article.path);
        }
        rows.push(row + "\n");
    }
    rows.sort();
    rows.concat()
}
