//! The table in `docs/changes.md`: every change of the German, alone and in pairs, and what a
//! translator sees. The page is generated here; a row that is no longer true fails.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use satz::article::{Prepared, Raw};
use satz::catalog::Catalog;
use satz::compare::State;
use satz::config::Project;
use satz::document::{BlockKind, format_of};

/// Paragraphs of sentences, and which sentence the changes are about: paragraph and number.
#[derive(Clone)]
struct Article {
    paragraphs: Vec<Vec<String>>,
    at: (usize, usize),
}

/// An article with its catalogs in four locales.
#[derive(Clone)]
struct World {
    project: Project,
    source: Option<String>,
    targets: BTreeMap<String, Option<String>>,
}

const LOCALES: [&str; 4] = ["ar", "en", "fr", "uk"];

impl World {
    fn new() -> Self {
        let project = Project::parse("locales: [ar, en, fr, uk]").unwrap();
        let targets = LOCALES.map(|locale| (locale.to_owned(), None));
        Self {
            project,
            source: None,
            targets: targets.into(),
        }
    }

    fn prepare(&self, article: &Article) -> Prepared {
        let paragraphs: Vec<String> = article.paragraphs.iter().map(|all| all.join(" ")).collect();
        let paths = self.targets.iter();
        self.project.prepare(Raw {
            key: "a".to_owned(),
            path: "articles/a.txt".to_owned(),
            format: format_of("txt").unwrap(),
            text: paragraphs.join("\n\n") + "\n",
            source: self.source.clone(),
            targets: paths
                .map(|(locale, text)| (locale.clone(), format!("{locale}.ftl"), text.clone()))
                .collect(),
        })
    }

    /// Brings the catalogs in step; a second time changes nothing.
    fn sync(&mut self, article: &Article) {
        for again in [false, true] {
            let prepared = self.prepare(article);
            for target in &prepared.targets {
                let (text, _) = self.project.update(&prepared, target, false);
                let own = self.targets.get_mut(&target.locale).unwrap();
                assert!(
                    !again || own.as_ref() == Some(&text),
                    "a second run changes {text}"
                );
                *own = Some(text);
            }
            self.source = Some(prepared.source_text.clone());
        }
    }

    /// Types a translation behind every stub: a number and the locale.
    fn fill(&mut self) {
        for (locale, text) in &mut self.targets {
            let old = text.take().unwrap();
            let mut number = 0;
            let line = |line: &str| match line.strip_suffix(" =") {
                Some(stub) => {
                    number += 1;
                    format!("{stub} = {locale} {number}\n")
                }
                None => format!("{line}\n"),
            };
            *text = Some(old.lines().map(line).collect());
        }
    }

    fn translations(&self) -> usize {
        let texts = self.targets.values().flatten();
        let all = texts.map(|text| {
            let catalog = Catalog::parse(text).value;
            let values = catalog.messages().filter_map(|(_, entry)| entry.value());
            values
                .map(|value| {
                    value.text().matches("  ").count() + value.text().split_whitespace().count() / 2
                })
                .sum::<usize>()
        });
        all.sum()
    }

    /// What a translator sees, the same in every locale.
    fn seen(&self, article: &Article) -> String {
        let prepared = self.prepare(article);
        let mut all: Vec<String> = Vec::new();
        for target in &prepared.targets {
            let compared = self.project.compare(&prepared, target);
            let count = |state| {
                compared
                    .items
                    .iter()
                    .filter(|item| item.state == state)
                    .count()
            };
            let open = [
                (count(State::Missing), "missing"),
                (count(State::Stale), "stale"),
                (count(State::Edited), "edited"),
                (compared.obsolete.len(), "obsolete"),
            ];
            let open = open.iter().filter(|(count, _)| *count > 0);
            let told: Vec<String> = open
                .map(|(count, name)| format!("{count} {name}"))
                .collect();
            all.push(if told.is_empty() {
                "nothing".to_owned()
            } else {
                told.join(", ")
            });
        }
        all.dedup();
        assert_eq!(all.len(), 1, "all locales see the same: {all:?}");
        all.remove(0)
    }
}

/// A change of the German.
type Change = (&'static str, &'static str, fn(&mut Article));

const CHANGES: [Change; 7] = [
    ("insert", "a new sentence behind it", |article| {
        let (paragraph, at) = article.at;
        let new = "Davon wusste bisher fast niemand etwas Genaues.".to_owned();
        article.paragraphs[paragraph].insert(at + 1, new);
    }),
    ("move", "to the end of the article", |article| {
        let (paragraph, at) = article.at;
        let text = article.paragraphs[paragraph].remove(at);
        article.paragraphs.last_mut().unwrap().push(text);
        let last = article.paragraphs.len() - 1;
        article.at = (last, article.paragraphs[last].len() - 1);
    }),
    (
        "delete",
        "it goes; what follows is about the next one",
        |article| {
            let (paragraph, at) = article.at;
            article.paragraphs[paragraph].remove(at);
            let left = article.paragraphs[paragraph].len();
            if left == 0 {
                article.paragraphs.remove(paragraph);
                article.at = (paragraph.saturating_sub(1), 0);
            } else {
                article.at = (paragraph, at.min(left - 1));
            }
        },
    ),
    ("reword", "its longest word becomes another", |article| {
        let text = sentence(article);
        let words = text.split(|c: char| !c.is_alphabetic());
        let longest = words.max_by_key(|word| word.len()).unwrap().to_owned();
        *text = text.replacen(&longest, "unerwartet", 1);
    }),
    ("split", "in two, at a comma or in the middle", |article| {
        let text = sentence(article).clone();
        let middle = text.find(", ").or_else(|| {
            let blanks = text.match_indices(' ').map(|(at, _)| at);
            blanks.min_by_key(|at| at.abs_diff(text.len() / 2))
        });
        let (first, second) = text.split_at(middle.unwrap());
        let second = second.trim_start_matches([',', ' ']);
        let mut chars = second.chars();
        let capital: String = chars
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        let (paragraph, at) = article.at;
        article.paragraphs[paragraph][at] = format!("{first}.");
        article.paragraphs[paragraph].insert(at + 1, capital + chars.as_str());
    }),
    ("merge", "with its neighbour, by a semicolon", |article| {
        let (paragraph, at) = article.at;
        let all = &mut article.paragraphs[paragraph];
        if all.len() < 2 {
            return;
        }
        let at = at.min(all.len() - 2);
        let second = all.remove(at + 1);
        all[at] = format!("{}; {second}", all[at].trim_end_matches('.'));
        article.at = (paragraph, at);
    }),
    ("swap", "with its neighbour", |article| {
        let (paragraph, at) = article.at;
        let all = &mut article.paragraphs[paragraph];
        if all.len() < 2 {
            return;
        }
        let at = at.min(all.len() - 2);
        all.swap(at, at + 1);
        article.at = (paragraph, at + 1);
    }),
];

fn sentence(article: &mut Article) -> &mut String {
    let (paragraph, at) = article.at;
    &mut article.paragraphs[paragraph][at]
}

/// What a translator sees after changes, each with its `sync`, or all in one; and after all is
/// undone.
fn outcome(
    start: &World,
    article: &Article,
    changes: &[Change],
    at_once: bool,
) -> (String, String) {
    let (mut world, mut now) = (start.clone(), article.clone());
    let before = world.translations();
    for (_, _, change) in changes {
        change(&mut now);
        if !at_once {
            world.sync(&now);
        }
    }
    world.sync(&now);
    let names: Vec<&str> = changes.iter().map(|change| change.0).collect();
    assert!(
        world.translations() >= before,
        "{names:?}: a translation is lost"
    );
    let seen = world.seen(&now);
    world.sync(article);
    (seen, world.seen(article))
}

/// All outcomes as lines of a page.
fn tables(article: &Article) -> String {
    let mut world = World::new();
    world.sync(article);
    world.fill();
    world.sync(article);
    assert_eq!(world.seen(article), "nothing");
    let mut out = String::new();
    writeln!(
        out,
        "| change | | a translator sees | and once it is undone |\n| --- | --- | --- | --- |"
    )
    .unwrap();
    for change in CHANGES {
        let (seen, undone) = outcome(&world, article, &[change], true);
        writeln!(out, "| {} | {} | {seen} | {undone} |", change.0, change.1).unwrap();
    }
    writeln!(
        out,
        "\n| first, then | {} |",
        CHANGES.map(|change| change.0).join(" | ")
    )
    .unwrap();
    writeln!(out, "| --- |{}", " --- |".repeat(CHANGES.len())).unwrap();
    for first in CHANGES {
        write!(out, "| **{}** |", first.0).unwrap();
        for second in CHANGES {
            let (at_once, undone) = outcome(&world, article, &[first, second], true);
            let (in_turn, undone_too) = outcome(&world, article, &[first, second], false);
            let mut cell = at_once.clone();
            if in_turn != at_once {
                write!(cell, "; in turn {in_turn}").unwrap();
            }
            for (undone, which) in [(undone, "undone"), (undone_too, "in turn, undone")] {
                if undone != "nothing" {
                    write!(cell, "; {which}: {undone}").unwrap();
                }
            }
            write!(out, " {cell} |").unwrap();
        }
        out.push('\n');
    }
    out
}

/// The first sentence that has a comma in it and two more behind it, among whole sentences.
fn article(text: &str) -> Article {
    let project = Project::parse("locales: [en]").unwrap();
    let document = project.parse_article(format_of("txt").unwrap(), text);
    let units = satz::segment::segment(text, &document, &project.segmentation("a"));
    let mut paragraphs: Vec<Vec<String>> = Vec::new();
    let mut block = None;
    let sentences = units
        .into_iter()
        .filter(|unit| unit.kind != BlockKind::Attribution);
    for unit in sentences {
        if block != Some(unit.block) {
            block = Some(unit.block);
            paragraphs.push(Vec::new());
        }
        paragraphs
            .last_mut()
            .unwrap()
            .push(unit.text(text).to_owned());
    }
    let has_comma = |text: &String| text.len() > 60 && text.contains(", ") && !text.contains('„');
    let place = |(number, all): (usize, &Vec<String>)| {
        let at = all.iter().position(has_comma)?;
        (at + 2 < all.len()).then_some((number, at))
    };
    let at = paragraphs.iter().enumerate().find_map(place).unwrap();
    Article { paragraphs, at }
}

const BEGIN: &str = "<!-- begin: written by `SATZ_WRITE_DOCS=1 cargo test changes::table` -->\n";
const END: &str = "<!-- end -->\n";

#[test]
fn the_page_of_changes_is_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("tests/data/changes/nachtzug.txt")).unwrap();
    let page = root.join("docs/changes.md");
    let old = fs::read_to_string(&page).unwrap();
    let (head, rest) = old.split_once(BEGIN).unwrap();
    let (_, tail) = rest.split_once(END).unwrap();
    let new = format!("{head}{BEGIN}\n{}\n{END}{tail}", tables(&article(&text)));
    if std::env::var_os("SATZ_WRITE_DOCS").is_some() {
        fs::write(&page, &new).unwrap();
    }
    assert_eq!(old, new, "docs/changes.md is out of date");
}

/// The same on another article, named by the environment: the sums must be those of the page.
#[test]
fn another_article_gives_the_same_table() {
    let Some(path) = std::env::var_os("SATZ_SEED").map(PathBuf::from) else {
        eprintln!("NOT CHECKED: SATZ_SEED names no article");
        return;
    };
    let text = fs::read_to_string(&path).unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/changes.md");
    let page = fs::read_to_string(page).unwrap();
    let table = tables(&article(&text));
    let differ: Vec<&str> = table.lines().filter(|line| !page.contains(*line)).collect();
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}
