//! Alignment. A case has source lines (`< `), target lines (`> `) and the beads (`= `).

use proptest::prelude::*;
use satz::bitext::{Bead, Known, Pair, Parameters, Sentence, align};

use crate::support::cases;

#[test]
fn beads() {
    for case in cases("bitext") {
        let lines = |mark: &str| -> Vec<&str> {
            let lines = case.body.lines();
            lines.filter_map(|line| line.strip_prefix(mark)).collect()
        };
        let found = aligned(&lines("< "), &lines("> "));
        let found: Vec<String> = found.iter().map(Bead::to_string).collect();
        assert_eq!(found, lines("= "), "{}", case.name);
    }
}

fn aligned(source: &[&str], target: &[&str]) -> Vec<Bead> {
    let pair = Pair {
        source: source
            .iter()
            .map(|text| Sentence {
                text,
                ..Sentence::default()
            })
            .collect(),
        target: target
            .iter()
            .map(|text| Sentence {
                text,
                ..Sentence::default()
            })
            .collect(),
    };
    align(&[pair], &Known::default(), &Parameters::default()).remove(0)
}

/// Every sentence of both sides is in exactly one bead.
fn is_complete(beads: &[Bead], source: usize, target: usize) -> bool {
    let mut all: Vec<usize> = beads.iter().flat_map(|bead| bead.source.clone()).collect();
    all.sort_unstable();
    let sources = all == (0..source).collect::<Vec<_>>();
    let mut all: Vec<usize> = beads.iter().flat_map(|bead| bead.target.clone()).collect();
    all.sort_unstable();
    sources && all == (0..target).collect::<Vec<_>>()
}

fn holds(source: &[&str], target: &[&str]) {
    let beads = aligned(source, target);
    assert!(is_complete(&beads, source.len(), target.len()));
    assert_eq!(beads, aligned(source, target), "not the same twice");
    for bead in &beads {
        assert!((0.0..=1.0).contains(&bead.confidence), "{bead:?}");
    }
}

fn text(words: &[&str], seed: usize, lines: usize) -> Vec<String> {
    let mut state = seed as u64;
    (0..lines)
        .map(|line| {
            let mut out = String::new();
            for _ in 0..12 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                let at = usize::try_from(state >> 40).unwrap() % words.len();
                out.push_str(words[at]);
                out.push(' ');
            }
            out + &(line * 7).to_string()
        })
        .collect()
}

const GERMAN: [&str; 8] = [
    "der", "Zug", "fährt", "nach", "Wien", "heute", "ohne", "Halt",
];
const ENGLISH: [&str; 8] = [
    "the", "train", "goes", "to", "Vienna", "today", "without", "stopping",
];

#[test]
fn long_against_short() {
    let (source, target) = (text(&GERMAN, 1, 3000), text(&ENGLISH, 2, 10));
    let source: Vec<&str> = source.iter().map(String::as_str).collect();
    let target: Vec<&str> = target.iter().map(String::as_str).collect();
    holds(&source, &target);
}

#[test]
fn a_long_text_with_itself() {
    let text = text(&GERMAN, 3, 400);
    let text: Vec<&str> = text.iter().map(String::as_str).collect();
    let beads = aligned(&text, &text);
    assert!(is_complete(&beads, 400, 400));
    assert!(
        beads
            .iter()
            .all(|bead| bead.source == bead.target && bead.source.len() == 1)
    );
}

#[test]
fn a_long_text_of_another_language_altogether() {
    let source = text(&GERMAN, 4, 300);
    let source: Vec<&str> = source.iter().map(String::as_str).collect();
    let target = vec!["列車は今日ウィーンへ行きます。"; 260];
    holds(&source, &target);
}

#[test]
fn a_line_of_a_megabyte() {
    let long = "Wien ist schön. ".repeat(65_536);
    holds(&[&long, "Ende."], &["Vienna is beautiful.", "The end."]);
    holds(&["Wien ist schön.", "Ende."], &[&long, "The end."]);
}

proptest! {
    #![proptest_config(crate::support::properties(48))]

    #[test]
    fn every_sentence_exactly_once(
        source in prop::collection::vec("\\PC{0,40}", 0..24),
        target in prop::collection::vec("\\PC{0,40}", 0..24),
    ) {
        let source: Vec<&str> = source.iter().map(String::as_str).collect();
        let target: Vec<&str> = target.iter().map(String::as_str).collect();
        holds(&source, &target);
    }

    #[test]
    fn every_sentence_exactly_once_when_words_recur(
        source in prop::collection::vec(prop::collection::vec(0..8_usize, 0..9), 0..40),
        target in prop::collection::vec(prop::collection::vec(0..8_usize, 0..9), 0..40),
    ) {
        let text = |lines: &[Vec<usize>], words: &[&str; 8]| -> Vec<String> {
            let line = |line: &Vec<usize>| line.iter().map(|at| words[*at]).collect::<Vec<_>>().join(" ");
            lines.iter().map(line).collect()
        };
        let (source, target) = (text(&source, &GERMAN), text(&target, &ENGLISH));
        let source: Vec<&str> = source.iter().map(String::as_str).collect();
        let target: Vec<&str> = target.iter().map(String::as_str).collect();
        holds(&source, &target);
    }
}
