//! Articles from outside the repository: the examples of the specifications, and folders of real
//! files. `SATZ_SPECIFICATIONS` names the folder of the specifications, `SATZ_CORPUS` a folder that
//! is searched for articles, or several with `:` between them; without them each test says loudly
//! that it had nothing to do.

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use satz::assemble::{Assembly, Choice, SCHEMES, assemble};
use satz::catalog::{Catalog, Source};
use satz::document::{Document, Format, Options, format_of, markdown_options};
use satz::segment::{Unit, segment};
use satz::update::{Memory, NewUnit, assign, source_catalog};
use std::path::{Path, PathBuf};

use crate::support::loudly;

/// What became of the articles of a run.
#[derive(Default)]
struct Tally {
    articles: usize,
    units: usize,
    faults: Vec<String>,
}

/// Assembles with one value per unit; the result and whether its blocks are those of the article.
fn assembled(
    format: &'static Format,
    article: &str,
    document: &Document,
    units: &[Unit],
    values: &[String],
) -> (String, bool) {
    let choices: Vec<Choice<'_>> = values.iter().map(|value| Choice::Target(value)).collect();
    let parsed = assemble(&Assembly {
        article,
        format,
        document,
        units,
        choices: &choices,
        locale: "de",
        source_locale: "de",
        schemes: SCHEMES,
    });
    (parsed.value.text, parsed.diagnostics.is_empty())
}

/// The values of a source catalog that was written to a file and read again.
fn through_catalog(article: &str, units: &[Unit]) -> Vec<String> {
    let new: Vec<NewUnit> = units
        .iter()
        .map(|unit| NewUnit {
            text: unit.text(article).to_owned(),
            note: None,
            block: unit.block,
            kind: unit.kind.name(),
        })
        .collect();
    let assigned = assign(&Source::default(), &new, &Memory::default());
    let text = source_catalog("articles/probe.md", &new, &assigned);
    let read = Source::of(&Catalog::parse(&text).value).units;
    read.into_iter().map(|unit| unit.text).collect()
}

/// An article must come back from its catalog byte for byte; a pseudo-translation must keep its
/// blocks, read as itself, and give the German again when it is taken out.
fn check(tally: &mut Tally, name: &str, format: &'static Format, article: &str) {
    let read = |text: &str| {
        let document = (format.parse)(text, &Options::default()).value;
        let units = segment(text, &document, &satz::segment::Options::default());
        (document, units)
    };
    let (document, units) = read(article);
    tally.articles += 1;
    tally.units += units.len();
    let mut fault = |what: &str| {
        let fault = format!("{name}: {what}: {article:.300?}");
        tally.faults.push(fault);
    };
    let german = through_catalog(article, &units);
    if german.len() != units.len() {
        return fault("the catalog has other units");
    }
    let (back, same) = assembled(format, article, &document, &units, &german);
    if back != article || !same {
        return fault("the German does not come back");
    }
    let pseudo: Vec<String> = units
        .iter()
        .map(|unit| format!("X {}", unit.text(article)))
        .collect();
    let (translated, same) = assembled(format, article, &document, &units, &pseudo);
    if !same {
        return fault(&format!("other blocks: {translated:.300?}"));
    }
    if format.name == "markdown" && kinds(&translated) != kinds(article) {
        return fault(&format!("other kinds of events: {translated:.300?}"));
    }
    let (document, again) = read(&translated);
    let texts = |article: &str, units: &[Unit]| -> String {
        let each = units.iter().map(|unit| squeeze(unit.text(article)));
        each.collect()
    };
    let marked: String = pseudo.iter().map(|value| squeeze(value)).collect();
    if texts(&translated, &again) != marked {
        return fault(&format!(
            "the translation reads otherwise: {translated:.300?}"
        ));
    }
    // Taken out again: where units agree one to one, the German's own.
    if again.len() != units.len() {
        return;
    }
    let (removed, same) = assembled(format, &translated, &document, &again, &german);
    if !same || texts(&removed, &read(&removed).1) != texts(article, &units) {
        fault(&format!("the German does not return: {removed:.300?}"));
    }
}

/// The blocks of a text as the parser alone tells them: kinds of events and their nesting. Calls of
/// templates and admonitions, which satz knows and the parser does not, are text to it.
fn kinds(text: &str) -> Vec<String> {
    let extensions = markdown_options()
        | Extensions::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Extensions::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let inline = |tag: &Tag<'_>| {
        matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        )
    };
    let mut open = Vec::new();
    let mut found = Vec::new();
    for event in Parser::new_ext(text.trim_start_matches('\u{FEFF}'), extensions) {
        match event {
            Event::Start(tag) => {
                if !inline(&tag) {
                    found.push(format!("{:?}", tag.to_end()));
                }
                open.push(inline(&tag));
            }
            Event::End(_) if open.pop() == Some(false) => found.push("end".to_owned()),
            Event::Rule => found.push("rule".to_owned()),
            Event::TaskListMarker(done) => found.push(format!("task {done}")),
            _ => {}
        }
    }
    found
}

/// Text without what a place may write in more than one way.
fn squeeze(text: &str) -> String {
    let text = text.replace("&lt;", "<");
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\\')
        .collect()
}

/// Says what became of a run; gives the number of its faults.
fn report(tally: &Tally, what: &str) -> usize {
    let (articles, units, faults) = (tally.articles, tally.units, tally.faults.len());
    loudly(&format!(
        "{what}: {articles} articles, {units} units, {faults} faults"
    ));
    for fault in tally.faults.iter().take(40) {
        loudly(&format!("  {fault}"));
    }
    tally.faults.len()
}

fn folder(variable: &str) -> Option<PathBuf> {
    let found = std::env::var_os(variable).map(PathBuf::from);
    if found.is_none() {
        loudly(&format!(
            "NOT RUN: articles of others; {variable} names no folder"
        ));
    }
    found
}

/// The examples of a specification: what stands between its fences, up to the expected HTML.
fn examples(text: &str) -> Vec<String> {
    let fence = "`".repeat(32);
    let mut found = Vec::new();
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        if !line.starts_with(&format!("{fence} example")) {
            continue;
        }
        let body: String = lines.by_ref().take_while(|line| *line != ".\n").collect();
        found.push(body.replace('→', "\t"));
    }
    found
}

#[test]
fn examples_of_the_specifications() {
    let Some(folder) = folder("SATZ_SPECIFICATIONS") else {
        return;
    };
    let format = format_of("md").expect("a known extension");
    let mut faults = 0;
    for (file, least) in [("commonmark-spec.txt", 650), ("gfm-spec.txt", 670)] {
        let text = std::fs::read_to_string(folder.join(file)).expect("the specification is there");
        let examples = examples(&text);
        assert!(examples.len() >= least, "{file}: {}", examples.len());
        let mut tally = Tally::default();
        for (number, example) in examples.iter().enumerate() {
            let variants = [
                ("as it is", example.clone()),
                ("CRLF", example.replace('\n', "\r\n")),
                ("byte-order mark", format!("\u{FEFF}{example}")),
                ("no line end", example.trim_end_matches('\n').to_owned()),
                ("tabs", example.replace("    ", "\t")),
            ];
            for (variant, article) in variants {
                let name = format!("{file} {} {variant}", number + 1);
                check(&mut tally, &name, format, &article);
            }
        }
        faults += report(&tally, file);
    }
    assert_eq!(faults, 0, "see above");
}

#[test]
fn files_of_a_folder() {
    let Some(named) = folder("SATZ_CORPUS") else {
        return;
    };
    let mut tallies: Vec<(&'static str, Tally)> = Vec::new();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&named).collect();
    while let Some(next) = folders.pop() {
        let mut entries: Vec<PathBuf> = std::fs::read_dir(&next)
            .expect("a readable folder")
            .map(|entry| entry.expect("a readable entry").path())
            .collect();
        entries.sort();
        for path in entries {
            if path.is_symlink() {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Some(format) = format_at(&path)
                && let Ok(text) = std::fs::read_to_string(&path)
            {
                if tallies.iter().all(|(name, _)| *name != format.name) {
                    tallies.push((format.name, Tally::default()));
                }
                let found = tallies.iter_mut().find(|(name, _)| *name == format.name);
                let (_, tally) = found.expect("just added");
                check(tally, &path.display().to_string(), format, &text);
            }
        }
    }
    let faults: usize = tallies
        .iter()
        .map(|(name, tally)| report(tally, name))
        .sum();
    assert_eq!(faults, 0, "see above");
}

fn format_at(path: &Path) -> Option<&'static Format> {
    format_of(path.extension()?.to_str()?)
}
