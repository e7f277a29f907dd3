//! CPU time and peak memory of alignment beside a small Gale–Church aligner of our own, on made-up texts of 80, 1,000
//! and 10,000 sentences, and what twice the length costs. Run with `cargo bench --bench align`; with
//! folders behind `--` it judges alignments instead.

#![allow(clippy::print_stdout, reason = "a bench prints its figures")]
#![allow(missing_docs, reason = "a bench has no readers of its interface")]
#![allow(
    clippy::cast_precision_loss,
    reason = "lengths of sentences are small numbers"
)]

mod gale_church;
mod judge;
#[path = "../meter/mod.rs"]
mod meter;

use std::hint::black_box;
use std::path::Path;

use meter::{clock, peak};
use satz::bitext::{Known, Pair, Parameters, Sentence, align};

fn main() {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let folders = folders.iter().filter(|folder| !folder.starts_with('-'));
    let mut timed = true;
    for folder in folders {
        timed = false;
        let judged = judge::Judgement::of(Path::new(folder), |source, target| {
            let beads = align(
                &[pair(source, target)],
                &Known::default(),
                &Parameters::default(),
            );
            let beads = beads.into_iter().flatten();
            beads
                .map(|bead| (bead.source.collect(), bead.target.collect()))
                .collect()
        });
        let [strict, lax, link] = judged.f1();
        println!("{folder}  strict {strict:.3}  lax {lax:.3}  link {link:.3}");
    }
    if timed {
        times();
    }
}

fn times() {
    println!(
        "{:>9} {:>11} {:>14} {:>9}",
        "sentences", "satz align", "Gale-Church", "peak"
    );
    let mut last: Option<(usize, f64)> = None;
    for count in [80, 160, 500, 1_000, 2_000, 5_000, 10_000] {
        let (source, target) = texts(count);
        let pair = pair(&source, &target);
        let own = seconds(|| {
            black_box(align(
                std::slice::from_ref(&pair),
                &Known::default(),
                &Parameters::default(),
            ));
        });
        let peer = (count <= 2_000).then(|| {
            seconds(|| {
                black_box(gale_church::align(&source, &target));
            })
        });
        let peer = peer.map_or("-".to_owned(), |peer| format!("{:.1} ms", peer * 1e3));
        let ratio = last.filter(|(half, _)| half * 2 == count);
        let ratio = ratio.map_or(String::new(), |(_, half)| {
            format!("  {:.2} times that of half the length", own / half)
        });
        println!(
            "{count:>9} {:>8.1} ms {peer:>14} {:>9}{ratio}",
            own * 1e3,
            peak(),
        );
        last = Some((count, own));
    }
}

fn pair<'a>(source: &'a [String], target: &'a [String]) -> Pair<'a> {
    Pair {
        source: source.iter().map(|text| sentence(text)).collect(),
        target: target.iter().map(|text| sentence(text)).collect(),
    }
}

fn sentence(text: &str) -> Sentence<'_> {
    Sentence {
        text,
        ..Sentence::default()
    }
}

/// Seconds that one run takes: the best of three measurements, each of as many runs as take a while.
fn seconds(run: impl Fn()) -> f64 {
    const A_WHILE: f64 = 0.25;
    let once = |_| {
        let start = clock();
        let (mut runs, mut spent) = (0.0, 0.0);
        while spent < A_WHILE {
            run();
            runs += 1.0;
            spent = clock().saturating_sub(start).as_secs_f64();
        }
        spent / runs
    };
    (0..3).map(once).fold(f64::INFINITY, f64::min)
}

/// A text and its translation: words are invented, every word has one translation, one in five
/// looks alike, one sentence in twelve is joined, one in thirty is left out.
fn texts(count: usize) -> (Vec<String>, Vec<String>) {
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    let (mut source, mut target) = (Vec::new(), Vec::new());
    for number in 0..count {
        let mut pair = [String::new(), String::new()];
        for _ in 0..8 + next(20) {
            // Small numbers are frequent, as words are.
            let word = next(40) * next(40) * next(4);
            let [one, two] = [word * 7 + 3, word * 13 + 5].map(spell);
            let two = if word % 5 == 0 {
                format!("{one}s")
            } else {
                two
            };
            pair[0].extend([one.as_str(), " "]);
            pair[1].extend([two.as_str(), " "]);
        }
        if next(6) == 0 {
            let year = 1900 + number % 120;
            for text in &mut pair {
                *text += &year.to_string();
            }
        }
        let [one, two] = pair;
        source.push(one + ".");
        match (next(30), next(12)) {
            (0, _) => {}
            (_, 0) if !target.is_empty() => {
                let last: &mut String = target.last_mut().expect("it is not empty");
                *last += &two;
            }
            _ => target.push(two + "."),
        }
    }
    (source, target)
}

/// A word that nobody uses.
fn spell(mut number: usize) -> String {
    let mut out = String::new();
    for _ in 0..4 {
        out.push(char::from(b"bdfgklmnprst"[number % 12]));
        out.push(char::from(b"aeiou"[number / 12 % 5]));
        number /= 7;
    }
    out
}
