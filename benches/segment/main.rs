//! Speed of segmentation: `cargo bench --bench segment`.
//!
//! Three tables: throughput on German prose beside two other crates, in one run; time on adversarial
//! texts and on twice as much of each; peak memory of a process that cuts 11 MB.
//!
//! All three get the same text and count their pieces: satz and sentencex cut German into slices of
//! it, paragraphs included; `icu_segmenter` finds the offsets that Unicode's rules give.

#![allow(
    clippy::print_stdout,
    reason = "the tables are what a benchmark is for"
)]

mod german;
#[path = "../meter/mod.rs"]
mod meter;

use std::hint::black_box;
use std::time::Duration;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use meter::{clock, peak};
use satz::segment::{Options, lines};

const MEGABYTE: usize = 1_000_000;
/// Least runs per figure; the fastest counts, since noise only ever adds.
const RUNS: usize = 9;

/// What is measured is run again until this much time has been spent on it: a run of a few
/// milliseconds alone tells little.
const A_WHILE: Duration = Duration::from_millis(400);

/// An adversarial text that is cut faster than this is taken longer: one that fits into the caches
/// while twice as much does not would seem to take more than its share.
const LEAST: Duration = Duration::from_millis(25);

/// Texts in which a careless rule looks far: once per candidate, so that time grows with the square.
const ADVERSARIAL: &[(&str, &str)] = &[
    ("abbreviations", "z. B. "),
    ("ordinals", "1. "),
    ("opening quotes", "„"),
    ("straight quotes", "\""),
    ("closing quotes after a stop", ".“"),
    ("opening brackets", "("),
    ("brackets", "()"),
    ("stops in brackets", "(a.) "),
    ("ellipses", "… "),
    ("ellipses in a row", "…"),
    ("stops", "."),
    ("spaced stops", " ."),
    ("one word", "a"),
    ("one long number", "1"),
    ("initials", "A."),
    ("line ends", "\r\n"),
    ("words and line ends", "Wort\r\n"),
    ("combining marks", "\u{301}"),
    ("soft hyphens", "\u{AD}"),
    ("blanks", " "),
    ("colons", ": "),
    ("emoticons", ":-)"),
    ("dashes", "– "),
    ("notes", ".[1"),
    ("entities", ".&quot;"),
];

fn main() {
    // `cargo test --benches` runs this too: then each thing once, on little.
    let bench = std::env::args().any(|argument| argument == "--bench");
    if std::env::args().any(|argument| argument == "--memory") {
        black_box(lines(&german::prose(11 * MEGABYTE), &Options::default()).len());
        println!("{}", peak());
        return;
    }
    if bench {
        throughput(4 * MEGABYTE, A_WHILE);
        adversarial(MEGABYTE, LEAST, A_WHILE);
    } else {
        throughput(MEGABYTE / 100, Duration::ZERO);
        adversarial(1000, Duration::ZERO, Duration::ZERO);
    }
    memory();
}

fn throughput(size: usize, a_while: Duration) {
    let text = german::prose(size);
    let options = Options::default();
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let tools: [(&str, &dyn Fn() -> usize); 3] = [
        ("satz", &|| lines(&text, &options).len()),
        ("icu_segmenter", &|| icu.segment_str(&text).count()),
        ("sentencex", &|| sentencex::segment("de", &text).len()),
    ];
    let best = in_turns(tools.map(|(_, run)| run), a_while);
    println!(
        "\n| {:.1} MB of German prose | pieces | MB/s | satz is × as fast |",
        megabytes(text.len())
    );
    println!("| --- | --: | --: | --: |");
    for ((name, _), (time, pieces)) in tools.iter().zip(best) {
        println!(
            "| {name} | {pieces} | {:.1} | {:.2} |",
            megabytes(text.len()) / time.as_secs_f64(),
            time.as_secs_f64() / best[0].0.as_secs_f64(),
        );
    }
}

fn adversarial(size: usize, least: Duration, a_while: Duration) {
    let options = Options {
        colon: true,
        ..Options::default()
    };
    println!("\n| only | MB | ms | MB/s | twice as much takes × |");
    println!("| --- | --: | --: | --: | --: |");
    for (name, part) in ADVERSARIAL {
        let mut once = part.repeat(size / part.len());
        while timed(&|| lines(&once, &options).len()).0 < least {
            once = once.repeat(2);
        }
        let twice = once.repeat(2);
        let [(single, _), (double, _)] = in_turns(
            [&|| lines(&once, &options).len(), &|| {
                lines(&twice, &options).len()
            }],
            a_while,
        );
        println!(
            "| {name} | {:.0} | {:.1} | {:.1} | {:.2} |",
            megabytes(once.len()),
            single.as_secs_f64() * 1e3,
            megabytes(once.len()) / single.as_secs_f64(),
            double.as_secs_f64() / single.as_secs_f64(),
        );
    }
}

/// Starts itself anew to cut 11 MB, and reads the most memory that process ever had.
fn memory() {
    let peak = std::env::current_exe().and_then(|path| {
        let output = std::process::Command::new(path).arg("--memory").output()?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    });
    let peak = peak.unwrap_or_else(|error| error.to_string());
    println!("\nPeak memory with 11 MB: {peak}");
}

/// The shortest time of each thing and its number of pieces. They are taken in turns, so that a busy
/// moment of the machine hits all, and often enough to take a while; if that is none, once.
fn in_turns<const N: usize>(
    things: [&dyn Fn() -> usize; N],
    a_while: Duration,
) -> [(Duration, usize); N] {
    let mut best = [(Duration::MAX, 0); N];
    let mut spent = Duration::ZERO;
    for turn in 1.. {
        for (slot, thing) in best.iter_mut().zip(things) {
            let (time, pieces) = timed(thing);
            spent += time;
            *slot = (slot.0.min(time), pieces);
        }
        if spent >= a_while && (turn >= RUNS || a_while.is_zero()) {
            break;
        }
    }
    best
}

/// Time on the processor and the number of pieces.
fn timed(run: &dyn Fn() -> usize) -> (Duration, usize) {
    let start = clock();
    let pieces = black_box(run());
    (clock().saturating_sub(start), pieces)
}

/// A length in bytes as millions of them.
#[expect(
    clippy::cast_precision_loss,
    reason = "a text is shorter than 2^52 bytes"
)]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / MEGABYTE as f64
}
