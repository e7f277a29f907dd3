//! Similar texts out of very many: `cargo bench --bench memory [-- UNITS]`.
//!
//! UNITS is a file of texts, a line each; without it sentences are made up. They are grown to 200,000
//! and to 1,000,000 by exchanging words among them. Queries are texts with one to six words
//! exchanged, dropped or added. Printed per size: time and bytes of the index, CPU time of a query and
//! of a comparison with every text, and for how many of the queries the best match of that was found.
//! `benches/memory.py --search UNITS QUERIES` does the same with the full-text search of `SQLite`.

#![allow(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "the tables are what a benchmark is for, and their figures are small"
)]

#[path = "../meter/mod.rs"]
mod meter;

use std::collections::HashSet;
use std::time::Duration;

use meter::{clock, peak};
use satz::memory::{Index, Search};

const SIZES: [usize; 2] = [200_000, 1_000_000];
/// Queries that are timed.
const QUERIES: usize = 1_000;
/// Queries that are compared with every text.
const COMPARED: usize = 100;
const FLOOR: f64 = 0.5;

const SUBJECTS: [&str; 12] = [
    "Die Gemeinde",
    "Der Verein",
    "Das Museum",
    "Die Bücherei",
    "Der Bäcker am Markt",
    "Die Fähre",
    "Der neue Vorstand",
    "Das Freibad",
    "Die Schule im Tal",
    "Der Hofladen",
    "Die Werkstatt",
    "Das Amt für Wasserwirtschaft",
];
const VERBS: [&str; 12] = [
    "öffnet",
    "schließt",
    "erneuert",
    "prüft",
    "verschiebt",
    "feiert",
    "sucht",
    "empfiehlt",
    "bezahlt",
    "versteigert",
    "zeigt",
    "plant",
];
const OBJECTS: [&str; 14] = [
    "die Brücke über den Kanal",
    "ihre alten Räder",
    "den Bericht über das Grundwasser",
    "eine Ausstellung mit Fotos",
    "den Antrag der Nachbarn",
    "das Dach der Turnhalle",
    "die Preise für Karten",
    "den Weg zum Bahnhof",
    "die Sitzung des Rates",
    "ein Fest im Garten",
    "das Lager hinter dem Tor",
    "die Beete vor dem Haus",
    "den Fahrplan",
    "die Satzung",
];
const TIMES: [&str; 10] = [
    "im Mai",
    "am Montag um 7 Uhr",
    "seit dem Herbst",
    "ab dem 3. Juni",
    "in zwei Wochen",
    "nach der Pause",
    "wegen des Regens",
    "ohne Anmeldung",
    "jeden zweiten Samstag",
    "bis Jahresende",
];

/// A sequence of numbers that is the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("below a usize")
    }

    fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

fn made_up(numbers: &mut Numbers) -> String {
    let mut text = String::new();
    for part in 0..=numbers.below(3) {
        if part > 0 {
            text.push_str(numbers.pick(&[", und ", "; ", ", denn ", ", während "]));
        }
        let parts = [
            numbers.pick(&SUBJECTS),
            numbers.pick(&VERBS),
            numbers.pick(&OBJECTS),
            numbers.pick(&TIMES),
        ];
        text.push_str(&parts.join(" "));
    }
    format!("{text} ({}).", numbers.below(100_000))
}

/// A text with words exchanged for those of another, dropped or added.
fn varied(text: &str, other: &str, changes: usize, numbers: &mut Numbers) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    let others: Vec<&str> = other.split(' ').collect();
    for _ in 0..changes {
        let at = numbers.below(words.len());
        let word = others[numbers.below(others.len())];
        match numbers.below(4) {
            0 if words.len() > 2 => drop(words.remove(at)),
            1 => words.insert(at, word),
            _ => words[at] = word,
        }
    }
    words.join(" ")
}

/// Grows texts to a number of different ones.
fn grown(mut texts: Vec<String>, size: usize, numbers: &mut Numbers) -> Vec<String> {
    let mut known: HashSet<String> = texts.iter().cloned().collect();
    while texts.len() < size {
        let (text, other) = (numbers.below(texts.len()), numbers.below(texts.len()));
        let changes = 2 + numbers.below(8);
        let text = varied(&texts[text], &texts[other], changes, numbers);
        if known.insert(text.clone()) {
            texts.push(text);
        }
    }
    texts.truncate(size);
    texts
}

fn main() {
    let file = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"));
    let mut numbers = Numbers(88_172_645_463_325_252);
    let mut texts: Vec<String> = match &file {
        Some(path) => {
            let text = std::fs::read_to_string(path).expect("the file of texts is read");
            text.lines().map(str::to_owned).collect()
        }
        None => (0..20_000).map(|_| made_up(&mut numbers)).collect(),
    };
    texts.sort_unstable();
    texts.dedup();
    println!(
        "     texts  index s  index/text   query ms: median    99 %   worst  every text   best found"
    );
    for size in SIZES {
        texts = grown(texts, size, &mut numbers);
        let start = clock();
        let index = Index::of(&texts);
        let built = clock().saturating_sub(start);
        let queries: Vec<String> = (0..QUERIES)
            .map(|_| {
                let (text, other) = (numbers.below(texts.len()), numbers.below(texts.len()));
                let changes = 1 + numbers.below(6);
                varied(&texts[text], &texts[other], changes, &mut numbers)
            })
            .collect();
        let mut search = Search::new(&index);
        let mut times: Vec<Duration> = Vec::new();
        let mut answers = Vec::new();
        for query in &queries {
            let start = clock();
            answers.push(search.best(query, FLOOR, 1).into_iter().next());
            times.push(clock().saturating_sub(start));
        }
        times.sort_unstable();
        let start = clock();
        let compared = queries.iter().zip(&answers).take(COMPARED);
        let right = compared.filter(|(query, answer)| {
            let similarity = answer.map_or(0.0, |found| found.similarity);
            similarity + 1e-9 >= best_of_all(query, &texts)
        });
        let right = right.count();
        let of_all = clock().saturating_sub(start) / u32::try_from(COMPARED).unwrap_or(1);
        let bytes: usize = texts.iter().map(String::len).sum();
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!(
            "{size:10} {:8.2} {:11.2} {:18.2} {:7.2} {:7.2} {:11.0}   {right} of {COMPARED}",
            built.as_secs_f64(),
            index.bytes() as f64 / bytes as f64,
            ms(times[QUERIES / 2]),
            ms(times[QUERIES * 99 / 100]),
            ms(times[QUERIES - 1]),
            ms(of_all),
        );
    }
    println!("peak memory, texts and an index each: {}", peak());
}

/// The similarity of the best match, by comparing every text; 0 if none reaches the floor.
fn best_of_all(query: &str, texts: &[String]) -> f64 {
    let length = query.chars().count();
    let mut best = FLOOR;
    let mut found = 0.0;
    for text in texts {
        let longer = length.max(text.chars().count());
        let least = longer - length.min(text.chars().count());
        if 1.0 - least as f64 / longer as f64 >= best {
            let similarity = strsim::normalized_levenshtein(query, text);
            if similarity >= best {
                (best, found) = (similarity, similarity);
            }
        }
    }
    found
}
