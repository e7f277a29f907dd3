//! What an article costs: `cargo bench --bench document`.
//!
//! Reads, cuts and assembles an article of a megabyte, and says how that compares with what
//! pulldown-cmark takes to parse it, in the same run. A file that is named is measured beside:
//! `cargo bench --bench document -- FILE.md`.

#![allow(clippy::print_stdout, reason = "the table is what a benchmark is for")]

mod article;
#[path = "../segment/german.rs"]
mod german;
#[path = "../meter/mod.rs"]
mod meter;

use std::hint::black_box;
use std::time::Duration;

use meter::{clock, peak};
use pulldown_cmark::Parser;
use satz::assemble::{Assembly, Choice, SCHEMES, assemble};
use satz::document::{Format, Options, format_of, markdown_options};
use satz::segment::{self, segment};

/// Runs per figure; the fastest counts, since noise only ever adds.
const RUNS: usize = 15;

fn main() {
    // `cargo test --benches` runs this too: then once, on little.
    let bench = std::env::args().any(|argument| argument == "--bench");
    let (size, runs) = if bench {
        (1_000_000, RUNS)
    } else {
        (10_000, 1)
    };
    let format = format_of("md").expect("Markdown is a format");
    table(format, "generated Markdown", &article::article(size), runs);
    let files = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"));
    for file in files {
        match std::fs::read_to_string(&file) {
            Ok(text) => table(format, &file, &text, runs),
            Err(error) => println!("{file}: {error}"),
        }
    }
}

/// The time of every step, beside that of the parser alone.
fn table(format: &'static Format, name: &str, text: &str, runs: usize) {
    let values = translation(format, text);

    let steps: [(&str, &dyn Fn() -> usize); 5] = [
        ("pulldown-cmark, parse alone", &|| parse_alone(text)),
        ("parse", &|| read(format, text)),
        ("parse + segment", &|| cut(format, text)),
        ("parse + segment + assemble", &|| {
            whole(format, text, &values)
        }),
        ("the same, nothing translated", &|| whole(format, text, &[])),
    ];
    let mut best = [Duration::MAX; 5];
    // Taken in turns, so that a busy moment of the machine hits all.
    for _ in 0..runs {
        for (slot, (_, step)) in best.iter_mut().zip(&steps) {
            *slot = (*slot).min(timed(step));
        }
    }
    println!(
        "\n| {:.1} MB of {name}, {} units | ms | MB/s | × pulldown-cmark |",
        megabytes(text.len()),
        values.len()
    );
    println!("| --- | --: | --: | --: |");
    for ((name, _), time) in steps.iter().zip(best) {
        println!(
            "| {name} | {:.1} | {:.1} | {:.2} |",
            time.as_secs_f64() * 1e3,
            megabytes(text.len()) / time.as_secs_f64(),
            time.as_secs_f64() / best[0].as_secs_f64(),
        );
    }
    println!("\nPeak memory: {}", peak());
}

/// What a parser does at least: every event and its place.
fn parse_alone(text: &str) -> usize {
    Parser::new_ext(text, markdown_options())
        .into_offset_iter()
        .map(|(event, range)| black_box((event, range)).1.len())
        .sum()
}

fn read(format: &Format, text: &str) -> usize {
    (format.parse)(text, &Options::default()).value.blocks.len()
}

fn cut(format: &Format, text: &str) -> usize {
    let document = (format.parse)(text, &Options::default()).value;
    segment(text, &document, &segment::Options::default()).len()
}

/// Reads, cuts and assembles, with a value for each unit or with none.
fn whole(format: &'static Format, text: &str, values: &[String]) -> usize {
    let document = (format.parse)(text, &Options::default()).value;
    let units = segment(text, &document, &segment::Options::default());
    let choices: Vec<Choice<'_>> = values.iter().map(|value| Choice::Target(value)).collect();
    let parsed = assemble(&Assembly {
        article: text,
        format,
        document: &document,
        units: &units,
        choices: &choices,
        locale: "fr",
        source_locale: "de",
        schemes: SCHEMES,
    });
    black_box(parsed.diagnostics.len());
    parsed.value.text.len()
}

/// Something else in the place of every unit, its markup kept.
fn translation(format: &Format, text: &str) -> Vec<String> {
    let document = (format.parse)(text, &Options::default()).value;
    let units = segment(text, &document, &segment::Options::default());
    let value = |unit: &segment::Unit| format!("Oui, {}", unit.text(text).replace('ä', "é"));
    units.iter().map(value).collect()
}

/// Time on the processor.
fn timed(step: &dyn Fn() -> usize) -> Duration {
    let start = clock();
    black_box(step());
    clock().saturating_sub(start)
}

/// A length in bytes as millions of them.
#[expect(
    clippy::cast_precision_loss,
    reason = "an article is shorter than 2^52 bytes"
)]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
