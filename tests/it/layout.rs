//! Which files are articles, what they are called, and where their translations go.
//!
//! A case is a `satz.yaml`, the files there are, and after `=>` each article: its path, its key, and
//! its place in the site per locale; or after `!` what is wrong with the configuration.

use satz::config::site::{ExistingSite, Tree};
use satz::config::{Project, articles};
use satz::document::formats;

use crate::cli::satz;
use crate::support::{Folder, cases};

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

/// A case is the files of a site, `> path` and what is in them, and after `=>` what it is made with, its
/// other locales, and what `satz.yaml` says of it.
#[test]
fn sites() {
    let mut wrong = Vec::new();
    for case in cases("site") {
        let (input, expected) = case.body.split_once("=>\n").unwrap();
        let files = input
            .split("> ")
            .skip(1)
            .filter_map(|file| file.split_once('\n'));
        let mut files: Vec<(&str, &str)> = files.collect();
        files.sort_unstable();
        let is_shown = |path: &&&str| !path.split('/').any(|name| name.starts_with('.'));
        let paths = files.iter().map(|(path, _)| path).filter(is_shown);
        let paths: Vec<String> = paths.map(|path| (*path).to_owned()).collect();
        let tree = Tree {
            files: &paths,
            read: &|path| {
                let mut files = files.iter();
                let (_, text) = files.find(|(own, _)| *own == path)?;
                Some((*text).to_owned())
            },
            endings: &endings(),
            source: "de",
        };
        let shown = match ExistingSite::recognise(&tree) {
            Some(site) => proposed(&site, &paths),
            None => match ExistingSite::other_source(&tree) {
                Some((generator, source)) => format!("none; {generator} in {source}"),
                None => "none".to_owned(),
            },
        };
        if shown.trim_end() != expected.trim_end() {
            wrong.push(format!("--- {} ---\n{shown}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is proposed for a site, which must be a configuration by which it has articles.
fn proposed(site: &ExistingSite, paths: &[String]) -> String {
    let mut locales = site.locales.clone();
    if locales.is_empty() {
        locales.push("en".to_owned());
    }
    locales.push("de".to_owned());
    let configuration = site.configuration(&locales);
    locales.pop();
    let text = format!("locales: [{}]\n{configuration}", locales.join(", "));
    let project = Project::parse(&text).unwrap();
    let found = articles(&project, paths, &endings());
    let is_source = |path: &str| {
        project
            .locales
            .iter()
            .all(|locale| !project.is_target(locale, path))
    };
    assert!(!found.articles.is_empty(), "{text}");
    assert!(
        found
            .articles
            .iter()
            .any(|article| is_source(&article.path))
            || project.layouts.len() == 1
    );
    let configuration_file = { site.configuration.iter() }.map(|path| format!(" ({path})"));
    let head: String = configuration_file.collect();
    format!(
        "{}{head}: {}\n{configuration}",
        site.generator,
        site.locales.join(", ")
    )
}

/// Every configuration in docs/sites.md is one.
#[test]
fn the_page_of_sites_shows_configurations() {
    let page = include_str!("../../docs/sites.md");
    let mut count = 0;
    for block in page.split("```yaml\n").skip(1) {
        let text = block.split("```").next().unwrap();
        let text = if text.contains("locales:") {
            text.to_owned()
        } else {
            format!("locales: [en, ar]\n{text}")
        };
        let project = Project::parse(&text);
        assert!(project.is_ok_and(|project| project.is_site()), "{text}");
        count += 1;
    }
    assert!(count > 8, "{count}");
}

/// The commands at the head of docs/sites.md take a site over, write nothing that they should not, and
/// leave what a person changes.
#[test]
fn the_page_of_sites_takes_a_site_over() {
    let page = include_str!("../../docs/sites.md");
    let commands = page
        .split("```sh\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    let folder = Folder::new();
    let german = "# Das Tor\n\nDas Tor ist offen.\nEs schließt um 9 Uhr. ![Tor](tor.png)\n";
    folder.put("docs/de/tor.md", german);
    folder.put("docs/de/tor.png", "png");
    folder.put(
        "docs/en/tor.md",
        "# The Gate\n\nThe gate is open. It shuts at 9. ![Gate](tor.png)\n",
    );
    for command in commands.lines() {
        let arguments: Vec<&str> = command.split(' ').skip(1).collect();
        let output = satz(&folder, &arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{command}: {said}");
    }
    let text = |path: &str| std::fs::read_to_string(folder.path().join(path)).unwrap();
    assert_eq!(text("docs/de/tor.md"), german);
    let english = "# The Gate\n\nThe gate is open. It shuts at 9. ![Gate](tor.png)\n";
    assert_eq!(text("docs/en/tor.md"), english.replace(". It", ".\nIt"));
    assert_eq!(text("docs/en/tor.png"), "png");
    // Somebody's own changes are left.
    folder.put("docs/en/tor.md", "# My Gate\n");
    let refused = satz(&folder, &["build"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(text("docs/en/tor.md"), "# My Gate\n");
    assert!(satz(&folder, &["build", "--overwrite"]).status.success());
    assert!(text("docs/en/tor.md").starts_with("# The Gate\n"));
    // A pattern that takes nothing is never green.
    std::fs::remove_file(folder.path().join("docs/de/tor.md")).unwrap();
    for command in ["sync", "status", "check", "diff", "build"] {
        assert_eq!(
            satz(&folder, &[command]).status.code(),
            Some(2),
            "{command}"
        );
    }
}

/// A link of a translation by a label that the article does not define has its address in itself, so that
/// it still leads somewhere in the translation that is built.
#[test]
fn labels_of_a_translation_are_not_lost() {
    let folder = Folder::new();
    folder.put(
        "satz.yaml",
        "locales: [en]\narticles: {source: \"de/{path}.md\", target: \"{locale}/{path}.md\"}\n",
    );
    folder.put(
        "de/a.md",
        "Der [Hof](hof.md) ist offen. Das [Tor][t] auch.\n\n[t]: tor.md\n",
    );
    let english = "The [*yard* here][yard] is open. So is the [gate][t], says [Uri].\n\n[yard]: <hof.md>\n[Uri]: uri.md\n[t]: tor.md\n";
    folder.put("en/a.md", english);
    let taken = satz(&folder, &["align", "--site"]);
    assert!(taken.status.success());
    let summary = String::from_utf8(taken.stdout).unwrap();
    let all_taken = "en: 1 translations, 2 sentences taken in, 2 of them doubtful; \
        0 without a translation, 0 without German\n  \
        a: 2 doubtful, 0 without a translation, 0 without German\n";
    assert_eq!(summary, all_taken);
    assert!(satz(&folder, &["build"]).status.success());
    let built = std::fs::read_to_string(folder.path().join("en/a.md")).unwrap();
    let wanted = "The [*yard* here](hof.md) is open. So is the [gate][t], says [Uri](uri.md).\n\n[t]: tor.md\n";
    assert_eq!(built, wanted);
}

/// Where a page stands is its translation's own affair: `init` names the fields that say so where they differ,
/// `align` takes them, no check of texts looks at them, and `build` writes them back.
#[test]
fn a_translation_keeps_the_address_of_its_page() {
    let folder = Folder::new();
    let german = "+++\ntitle = \"Der Steg\"\nslug = \"der-steg\"\naliases = [\"/de/steg\"]\nweight = 3\n+++\n\nDer Steg ist offen.\n";
    let english = "+++\ntitle = \"The jetty\"\nslug = \"the-jetty\"\naliases = [\"/steg\"]\nweight = 3\n+++\n\nThe jetty is open.\n";
    folder.put("content/de/steg.md", german);
    folder.put("content/en/steg.md", english);
    folder.put(
        "hugo.toml",
        "[languages.de]\ncontentDir = \"content/de\"\n[languages.en]\ncontentDir = \"content/en\"\n",
    );
    assert!(satz(&folder, &["init", "--locales", "en"]).status.success());
    let settings = std::fs::read_to_string(folder.path().join("satz.yaml")).unwrap();
    let fields = "fields: [title, description, aliases, slug]";
    assert!(settings.contains(fields), "{settings}");
    assert!(satz(&folder, &["align", "--site"]).status.success());
    let checked = satz(&folder, &["check", "--format", "short"]);
    let found = String::from_utf8(checked.stdout).unwrap();
    // What was found by alignment is to be looked at, whatever it is.
    let of_texts = found.lines().filter(|line| !line.contains("[aligned]"));
    assert_eq!(of_texts.count(), 0, "{found}");
    assert!(satz(&folder, &["build"]).status.success());
    let built = std::fs::read_to_string(folder.path().join("content/en/steg.md")).unwrap();
    assert_eq!(built, english);
}
