//! What it costs to check translations: `cargo bench --bench checks`.
//!
//! Checks 100,000 made-up units in articles of fifty on one thread, and says how much CPU time and memory
//! that took. A file of pairs that is named, as `satz check --pairs` reads it, is measured as well:
//! `cargo bench --bench checks -- FILE.jsonl`.

#![allow(clippy::print_stdout, reason = "a bench prints its figures")]
#![allow(
    clippy::cast_precision_loss,
    reason = "a float holds the number of any bench's units"
)]

#[path = "../meter/mod.rs"]
mod meter;
mod prose;

use std::hint::black_box;

use meter::{clock, peak};
use satz::check::{Translation, Unit, check_units};

/// Units of a made-up article.
const ARTICLE: usize = 50;

fn main() {
    // `cargo test --benches` runs this too: then on little.
    let bench = std::env::args().any(|argument| argument == "--bench");
    let units = if bench { 100_000 } else { 400 };
    println!("| pairs | bytes each | CPU | pairs/s | findings | peak |");
    println!("| --: | --: | --: | --: | --: | --: |");
    row((0..units / ARTICLE).map(article));
    let files = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"));
    for file in files {
        match std::fs::read_to_string(&file) {
            Ok(text) => row(articles(&text)),
            Err(error) => println!("{file}: {error}"),
        }
    }
}

/// A made-up article in one of the languages, which take turns.
fn article(number: usize) -> Translation {
    let language = number % prose::LANGUAGES.len();
    let units = (0..ARTICLE).map(|at| {
        let [source, target] = prose::pair(number * ARTICLE + at, language);
        Unit {
            id: at.to_string(),
            source,
            target,
            ..Unit::default()
        }
    });
    Translation::new("de", prose::LANGUAGES[language], units.collect())
}

/// The articles of a file of pairs: lines that follow each other with the same document and language.
fn articles(text: &str) -> impl Iterator<Item = Translation> {
    let pairs = text
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut pairs = pairs.peekable();
    std::iter::from_fn(move || {
        let first = pairs.next()?;
        let word =
            |pair: &serde_json::Value, key: &str| pair[key].as_str().unwrap_or_default().to_owned();
        let unit = |pair: &serde_json::Value| Unit {
            id: word(pair, "id"),
            source: word(pair, "source"),
            target: word(pair, "target"),
            ..Unit::default()
        };
        let mut units = vec![unit(&first)];
        let same =
            |pair: &serde_json::Value| pair["doc"] == first["doc"] && pair["lang"] == first["lang"];
        while let Some(pair) = pairs.next_if(same) {
            units.push(unit(&pair));
        }
        Some(Translation::new("de", word(&first, "lang"), units))
    })
}

/// Checks articles one after the other; what it takes to make them is not counted.
fn row(articles: impl Iterator<Item = Translation>) {
    let (mut units, mut bytes, mut found, mut spent) = (0, 0, 0, 0.0);
    for article in articles {
        units += article.units.len();
        bytes += article
            .units
            .iter()
            .map(|unit| unit.source.len() + unit.target.len())
            .sum::<usize>();
        let start = clock();
        found += black_box(check_units(&article)).len();
        spent += clock().saturating_sub(start).as_secs_f64();
    }
    println!(
        "| {units} | {} | {spent:.2} s | {:.0} | {found} | {} |",
        bytes / units.max(1),
        units as f64 / spent,
        peak(),
    );
}
