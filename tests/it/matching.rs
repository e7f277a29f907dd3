//! How well sentences are paired with what they were: histories whose truth is known.
//!
//! `SATZ_SWEEP=200 cargo test matching -- --nocapture` prints how other thresholds do, over so many
//! histories.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use satz::catalog::{Catalog, Source};
use satz::config::Project;
use satz::document::format_of;
use satz::segment::segment;
use satz::update::{Memory, NewUnit, Thresholds, assign, assign_by, source_catalog};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from((self.0 >> 33) % limit.max(1) as u64).unwrap()
    }
}

/// The sentences of the repository's articles, article by article.
fn sentences() -> Vec<Vec<String>> {
    let project = Project::parse("locales: [en]").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let article = |path: &std::path::PathBuf| {
        let format = format_of(path.extension()?.to_str()?)?;
        let text = fs::read_to_string(path).unwrap();
        let document = project.parse_article(format, &text);
        let units = segment(&text, &document, &project.segmentation("a"));
        let texts = units.iter().map(|unit| unit.text(&text).to_owned());
        Some(texts.collect())
    };
    paths.iter().filter_map(article).collect()
}

fn units(texts: &[String]) -> Vec<NewUnit> {
    let unit = |(index, text): (usize, &String)| NewUnit {
        text: text.clone(),
        note: None,
        block: index / 4,
        kind: "paragraph",
    };
    texts.iter().enumerate().map(unit).collect()
}

fn source(texts: &[String]) -> Source {
    let units = units(texts);
    let assigned = assign(&Source::default(), &units, &Memory::default());
    Source::of(&Catalog::parse(&source_catalog("articles/a.md", &units, &assigned)).value)
}

/// Exchanges a share of a sentence's words, in percent, for words of other sentences.
fn reword(text: &str, percent: usize, others: &[String], dice: &mut Dice) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let count = (words.len() * percent / 100).max(1);
    for _ in 0..count {
        let other: Vec<&str> = others[dice.below(others.len())].split(' ').collect();
        let at = dice.below(words.len());
        other[dice.below(other.len())].clone_into(&mut words[at]);
    }
    words.join(" ")
}

/// How many edits of a whole article are tried.
const HISTORIES: u64 = 24;

/// An edit of a whole article, and for each sentence after it which one it was.
fn edited(old: &[String], others: &[String], dice: &mut Dice) -> Vec<(String, Option<usize>)> {
    let mut new: Vec<(String, Option<usize>)> = Vec::new();
    for (index, text) in old.iter().enumerate() {
        match dice.below(100) {
            0..60 => new.push((text.clone(), Some(index))),
            60..75 => new.push((reword(text, 12, others, dice), Some(index))),
            75..83 => new.push((reword(text, 45, others, dice), Some(index))),
            83..90 => new.push((others[dice.below(others.len())].clone(), None)),
            90..95 => {}
            _ => {
                new.push((text.clone(), Some(index)));
                new.push((others[dice.below(others.len())].clone(), None));
            }
        }
    }
    for _ in 0..old.len() / 20 {
        let moved = new.remove(dice.below(new.len()));
        let moved = (reword(&moved.0, 12, others, dice), moved.1);
        new.insert(dice.below(new.len() + 1), moved);
    }
    new
}

/// Pairs found and right, found and wrong, and not found. What a wrong one costs a translator: the
/// words of an old text that are shown in vain. What a missing one costs: the words that it has in
/// common with the new text, translated once more.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
    vain: usize,
    again: usize,
}

impl Score {
    fn share(part: usize, rest: usize) -> f64 {
        f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(part + rest).unwrap())
    }

    fn precision(&self) -> f64 {
        Self::share(self.right, self.wrong)
    }

    fn recall(&self) -> f64 {
        Self::share(self.right, self.missed)
    }
}

fn score(thresholds: Thresholds, histories: u64) -> Score {
    let all = sentences();
    let mut score = Score::default();
    for seed in 0..histories {
        let mut dice = Dice(seed * 7919 + 17);
        let article = usize::try_from(seed).unwrap() % all.len();
        let others: Vec<String> = all
            .iter()
            .enumerate()
            .filter(|(number, _)| *number != article)
            .flat_map(|(_, texts)| texts.clone())
            .collect();
        let old = &all[article];
        let new = edited(old, &others, &mut dice);
        let texts: Vec<String> = new.iter().map(|(text, _)| text.clone()).collect();
        let assigned = assign_by(&source(old), &units(&texts), &Memory::default(), thresholds);
        for (found, (text, truth)) in assigned.iter().zip(&new) {
            let is_equal = |index: usize| old[index] == *text;
            match (found.old, truth) {
                // What reads the same is no question of likeness.
                (Some(found), _) if is_equal(found) => {}
                (Some(found), Some(truth)) if found == *truth => score.right += 1,
                (Some(found), _) => {
                    score.wrong += 1;
                    score.vain += old[found].split(' ').count();
                }
                (None, _) => {}
            }
            let is_found =
                |truth: usize| found.old == Some(truth) || found.old.is_some_and(is_equal);
            if let Some(truth) = truth.filter(|truth| !is_found(*truth)) {
                score.missed += 1;
                score.again += in_common(&old[truth], text);
            }
        }
    }
    score
}

/// How many words of a text another one has as well.
fn in_common(old: &str, new: &str) -> usize {
    let mut left: Vec<&str> = old.split(' ').collect();
    let is_left = |word: &&str| {
        let at = left.iter().position(|other| other == word);
        at.map(|at| left.swap_remove(at)).is_some()
    };
    new.split(' ').filter(is_left).count()
}

#[test]
fn sentences_are_paired_with_what_they_were() {
    if let Ok(histories) = std::env::var("SATZ_SWEEP") {
        println!("{}", sweep(histories.parse().unwrap()));
    }
    let usual = score(Thresholds::default(), HISTORIES);
    assert!(usual.precision() > 0.97, "{}", usual.precision());
    assert!(usual.recall() > 0.8, "{}", usual.recall());
}

/// A table of how other thresholds do.
fn sweep(histories: u64) -> String {
    let mut out = String::from(
        "| near | far | precision | recall | words shown in vain | words translated again |\n\
         | --: | --: | --: | --: | --: | --: |\n",
    );
    for near in [0.2, 0.3, 0.4, 0.5, 0.6] {
        for far in [0.5, 0.6, 0.75, 0.85] {
            if far < near {
                continue;
            }
            let all = score(Thresholds { near, far }, histories);
            let (precision, recall) = (all.precision(), all.recall());
            let (vain, again) = (all.vain, all.again);
            writeln!(
                out,
                "| {near} | {far} | {precision:.3} | {recall:.3} | {vain} | {again} |"
            )
            .unwrap();
        }
    }
    out
}

/// No quadratic work: thousands of sentences, most of them in one gap.
#[test]
fn a_book_is_matched() {
    let all: Vec<String> = sentences().concat();
    let mut dice = Dice(5);
    let old: Vec<String> = (0..3693)
        .map(|n| format!("{} {n}", reword(&all[n % all.len()], 60, &all, &mut dice)))
        .collect();
    let mut new = old.clone();
    for text in &mut new {
        if dice.below(10) == 0 {
            *text = reword(text, 15, &all, &mut dice);
        }
    }
    for n in 0..2466 {
        let text = format!(
            "{} {n} neu",
            reword(&all[n % all.len()], 60, &all, &mut dice)
        );
        new.insert(dice.below(new.len() + 1), text);
    }
    let old = source(&old);
    let start = std::time::Instant::now();
    let assigned = assign(&old, &units(&new), &Memory::default());
    println!(
        "{} units from {} in {:?}",
        new.len(),
        old.units.len(),
        start.elapsed()
    );
    let kept = assigned.iter().filter(|one| one.old.is_some()).count();
    assert!(kept > 3500, "{kept} of 3693 were found again");
}
