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

use std::hint::black_box;
use std::time::Duration;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use satz::segment::{Options, lines};

const MEGABYTE: usize = 1_000_000;
/// Runs per figure; the fastest counts, since noise only ever adds.
const RUNS: usize = 7;

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
        println!("{}", peak().unwrap_or_default());
        return;
    }
    let (size, runs) = if bench {
        (4 * MEGABYTE, RUNS)
    } else {
        (MEGABYTE / 100, 1)
    };
    throughput(size, runs);
    adversarial(if bench { MEGABYTE } else { 1000 }, runs);
    memory();
}

fn throughput(size: usize, runs: usize) {
    let text = german::prose(size);
    let options = Options::default();
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let tools: [(&str, &dyn Fn() -> usize); 3] = [
        ("satz", &|| lines(&text, &options).len()),
        ("icu_segmenter", &|| icu.segment_str(&text).count()),
        ("sentencex", &|| sentencex::segment("de", &text).len()),
    ];
    let mut best = [(Duration::MAX, 0); 3];
    // Taken in turns, so that a busy moment of the machine hits all.
    for _ in 0..runs {
        for (slot, (_, run)) in best.iter_mut().zip(&tools) {
            let (time, pieces) = timed(run);
            *slot = (slot.0.min(time), pieces);
        }
    }
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

fn adversarial(size: usize, runs: usize) {
    let options = Options {
        colon: true,
        ..Options::default()
    };
    println!(
        "\n| {:.1} MB of | ms | MB/s | twice as much takes × |",
        megabytes(size)
    );
    println!("| --- | --: | --: | --: |");
    for (name, part) in ADVERSARIAL {
        let once = part.repeat(size / part.len());
        let twice = once.repeat(2);
        let mut best = [Duration::MAX; 2];
        for _ in 0..runs {
            for (slot, text) in best.iter_mut().zip([&once, &twice]) {
                *slot = (*slot).min(timed(&|| lines(text, &options).len()).0);
            }
        }
        println!(
            "| {name} | {:.1} | {:.1} | {:.2} |",
            best[0].as_secs_f64() * 1e3,
            megabytes(once.len()) / best[0].as_secs_f64(),
            best[1].as_secs_f64() / best[0].as_secs_f64(),
        );
    }
}

/// Starts itself anew to cut 11 MB, and reads the most memory that process ever had.
fn memory() {
    let peak = std::env::current_exe().and_then(|path| {
        let output = std::process::Command::new(path).arg("--memory").output()?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    });
    match peak.as_deref() {
        Ok("") | Err(_) => println!("\nPeak memory: not known on this system."),
        Ok(peak) => println!("\nPeak memory with 11 MB: {peak}"),
    }
}

/// The most memory this process has had, where the system tells (`VmHWM` on Linux).
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(format!("{:.1} MiB", kibibytes / 1024.0))
}

/// Time on the processor and the number of pieces.
fn timed(run: &dyn Fn() -> usize) -> (Duration, usize) {
    let start = clock();
    let pieces = black_box(run());
    (clock().saturating_sub(start), pieces)
}

/// What this process has computed so far: other work on the machine does not count.
#[cfg(unix)]
fn clock() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).expect("a process computes forward")
}

/// The time since the first call, where the system's processor time is not asked for.
#[cfg(not(unix))]
fn clock() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

/// A length in bytes as millions of them.
#[expect(
    clippy::cast_precision_loss,
    reason = "a text is shorter than 2^52 bytes"
)]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / MEGABYTE as f64
}
