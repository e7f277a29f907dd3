//! The functions of the fuzz targets, on stable: first with their seeds, then with what chance makes
//! of these: a hundred inputs each, the same at every run. `.ci/fuzz` runs them under libFuzzer.
//!
//! With `SATZ_FUZZ_INPUTS` so many, with `SATZ_FUZZ_MILLISECONDS` as many as fit into that time, with `SATZ_FUZZ_SEED` (a number) others. An input that fails is written to a file, and `SATZ_FUZZ_INPUT=FILE` runs that one alone:
//! `SATZ_FUZZ_INPUT=FILE cargo test --test it fuzz::merge`.

mod targets;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use self::targets::{Run, TARGETS};

macro_rules! driven {
    ($($name:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            drive(stringify!($name));
        })*

        /// The targets that have a test.
        const DRIVEN: &[&str] = &[$(stringify!($name)),*];
    };
}

driven!(
    adoption, align, article, baseline, cache, catalog, config, document, editor, exchange,
    extract, front, history, manifest, merge, page, pairs, part, report, resolve, segment, strings,
);

#[test]
fn every_target_is_driven_and_has_seeds_and_a_binary() {
    let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, DRIVEN, "`driven!` names the targets in their order");
    let Some(folder) = folder() else { return };
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    for name in names {
        assert!(!seeds(name).is_empty(), "fuzz/seeds/{name} has no seed");
        let binary = format!("path = \"fuzz_targets/{name}.rs\"");
        assert!(manifest.contains(&binary), "fuzz/Cargo.toml lacks {name}");
    }
}

/// How many inputs a target is given where nothing else is said.
const INPUTS: u64 = 100;

/// Runs a target on its seeds, then on as many inputs as it is given time for.
fn drive(name: &str) {
    let (_, run) = TARGETS.iter().find(|(own, _)| *own == name).unwrap();
    if let Some(file) = std::env::var_os("SATZ_FUZZ_INPUT") {
        return run(&fs::read(file).unwrap());
    }
    let seeds = seeds(name);
    for seed in &seeds {
        attempt(name, *run, seed, "seed");
    }
    let number = |variable: &str| std::env::var(variable).ok()?.parse().ok();
    let time = number("SATZ_FUZZ_MILLISECONDS").map(Duration::from_millis);
    let inputs = number("SATZ_FUZZ_INPUTS").unwrap_or(INPUTS);
    let first = number("SATZ_FUZZ_SEED").unwrap_or(1);
    let mut chance = Chance(first | 1 << 40);
    let start = Instant::now();
    let mut count = 0;
    while time.map_or(count < inputs, |time| start.elapsed() < time) {
        count += 1;
        let origin = format!("SATZ_FUZZ_SEED={first}, input {count}");
        attempt(name, *run, &chance.input(&seeds), &origin);
    }
}

/// Runs a target on an input, of which is said where it is from; keeps the input if that fails.
fn attempt(name: &str, run: Run, input: &[u8], origin: &str) {
    if catch_unwind(AssertUnwindSafe(|| run(input))).is_err() {
        let sum = satz::text::hash(&String::from_utf8_lossy(input));
        let file = std::env::temp_dir().join(format!("satz-fuzz-{name}-{sum:016x}"));
        fs::write(&file, input).unwrap();
        let text = String::from_utf8_lossy(input);
        panic!(
            "{name} fails on {} ({origin}):\n{}",
            file.display(),
            text.escape_debug()
        );
    }
}

/// The folder of the fuzz targets; a published package does not have it.
fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    folder.is_dir().then_some(folder)
}

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let files = fs::read_dir(folder.join("seeds").join(name)).into_iter();
    let paths: BTreeSet<PathBuf> = files.flatten().map(|file| file.unwrap().path()).collect();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// What inputs are put together from, beside the seeds.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    " ",
    "\u{A0}",
    "\u{85}",
    "\u{2028}",
    "\u{B}",
    "\u{FEFF}",
    "\0",
    "\u{1}",
    "\u{1B}[31m",
    "\u{202E}",
    "\u{200B}",
    "e\u{301}",
    "ß",
    "İ",
    "🇩🇪",
    "\\",
    "\"",
    "'",
    "`",
    "```\n",
    "~~~\n",
    "*",
    "**",
    "_",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<b>",
    "<table>",
    "<script>",
    "&amp;",
    "&#xD;",
    "&lt;",
    "{",
    "}",
    "{ \"",
    "\" }",
    "{ $n }",
    "{ -t }",
    "{ $n ->\n    [one] a\n   *[other] b\n}",
    "# ",
    "## ",
    "### ",
    "# de: ",
    "# now: ",
    "# was: ",
    "# missing\n",
    "s1 = ",
    "s2 = ",
    "-t = ",
    "    .x = ",
    " = ",
    "---\n",
    "+++\n",
    "...\n",
    "title: ",
    "title = ",
    ": ",
    "- ",
    "| ",
    "|\n",
    "> ",
    "1. ",
    "\n====\n",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "{{ x }}",
    "{% if x %}",
    "{: a=b}",
    "https://a.example/b",
    "a@b.example",
    "50",
    "1.000",
    "2,5",
    "14 Uhr",
    "7. Mai",
    "Montag",
    "und",
    "„",
    "“",
    "»",
    "…",
    "%s",
    "\u{FFFF}",
];

/// A source of numbers, the same for the same start.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        // Xorshift: Marsaglia 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11)
            .unwrap()
            .checked_rem(most)
            .unwrap_or(0)
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = [4, 16, 64, length][self.below(4)];
        start..(start + self.below(most + 1)).min(length)
    }

    /// A seed with a few changes, or pieces alone.
    fn input(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = seeds
            .get(self.below(seeds.len() + 1))
            .cloned()
            .unwrap_or_default();
        for _ in 0..=self.below(6) {
            self.change(&mut input, seeds);
        }
        input
    }

    fn change(&mut self, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let range = self.range(input.len());
        let at = range.start;
        match self.below(8) {
            0 => drop(input.drain(range)),
            1 => {
                let copy = input[range].to_vec();
                let to = self.below(input.len() + 1);
                input.splice(to..to, copy);
            }
            2 if at < input.len() => input[at] = self.below(256).to_le_bytes()[0],
            3 if !seeds.is_empty() => {
                let other = &seeds[self.below(seeds.len())];
                let part = self.range(other.len());
                input.splice(range, other[part].iter().copied());
            }
            4 => {
                let count = 1 + self.below(40);
                let piece = PIECES[self.below(PIECES.len())].repeat(count);
                input.splice(at..at, piece.into_bytes());
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                input.splice(range, piece.bytes());
            }
        }
    }
}
