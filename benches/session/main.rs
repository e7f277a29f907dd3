//! What a session costs that an editor holds: `cargo bench --bench session`.
//!
//! Makes up a workspace of 1,000 articles in 20 locales in a temporary folder, opens it with an empty cache
//! and with a warm one, then changes one sentence of each article in a text above its file and asks for the
//! findings of that article in all locales.

#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "../checks/prose.rs"]
mod prose;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use satz::session::{Answer, Session, StatusQuestion, SyncQuestion, Transcript};

/// Units of an article.
const UNITS: usize = 20;

/// Regions whose locales have catalogs of their own, for each language that there is prose in.
const REGIONS: [[&str; 4]; 4] = [
    ["AU", "CA", "GB", "IN"],
    ["BE", "CA", "CH", "LU"],
    ["HU", "PL", "RO", "SK"],
    ["DZ", "EG", "MA", "SA"],
];

/// The locales, with the number of their language.
fn locales() -> Vec<(String, usize)> {
    let mut locales = Vec::new();
    for (number, language) in prose::LANGUAGES.into_iter().enumerate() {
        locales.push((language.to_owned(), number));
        for region in REGIONS[number] {
            locales.push((format!("{language}-{region}"), number));
        }
    }
    locales
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, task, folder, count] = &arguments[..]
        && task == "measure"
    {
        return measure(Path::new(folder), count.parse()?);
    }
    // `cargo test --benches` runs this too: then on little.
    let articles = if arguments.iter().any(|argument| argument == "--bench") {
        1_000
    } else {
        4
    };
    let folder = std::env::temp_dir().join(format!("satz-bench-session-{}", std::process::id()));
    make(&folder, articles)?;
    println!("| {articles} articles × {} locales | |", locales().len());
    println!("| --- | --: |");
    // In programs of their own, whose memory is theirs.
    for _ in ["cold", "warm"] {
        let mut again = Command::new(std::env::current_exe()?);
        let status = again
            .arg("measure")
            .arg(&folder)
            .arg(articles.to_string())
            .status()?;
        if !status.success() {
            return Err("the measuring failed".into());
        }
    }
    fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Measures a session of its own.
fn measure(folder: &Path, articles: usize) -> Result<(), Box<dyn Error>> {
    let root = folder.join("workspace");
    let cache = folder.join("cache");
    let name = if cache.exists() { "warm" } else { "cold" };
    let begun = Instant::now();
    let mut heard = Transcript::default();
    let mut session = Session::open(&root, &[], Some(cache), &mut heard)?;
    let answer = session.status(StatusQuestion::default(), &mut heard)?;
    let opened = begun.elapsed();
    for line in heard.notes.iter().chain(&heard.failures) {
        println!("{line}");
    }
    let Answer::Whole(standing) = answer else {
        return Err("a share was not asked for".into());
    };
    let covered: usize = standing
        .rows
        .iter()
        .map(satz::report::Status::covered)
        .sum();
    drop(standing);
    println!(
        "| opened {name}, {covered} units covered | {} |",
        shown(opened)
    );
    let mut times = Vec::new();
    for number in 0..articles {
        let key = format!("a{number}");
        let path = format!("articles/{key}.md");
        let text = fs::read_to_string(root.join(&path))?;
        // As an editor has it open.
        session.findings(&key, &mut ())?;
        let changed = text.replacen(". ", " und noch mehr. ", 1);
        let begun = Instant::now();
        session.set_text(&path, Some(changed));
        let found = session.findings(&key, &mut ())?;
        times.push(begun.elapsed());
        assert!(found.iter().all(|one| !one.found.is_empty()));
        session.set_text(&path, None);
    }
    times.sort_unstable();
    let median = times[times.len() / 2];
    let worst = times.last().copied().unwrap_or_default();
    println!(
        "| one sentence changed: median, worst | {}, {} |",
        shown(median),
        shown(worst)
    );
    println!("| resident, mapped files apart | {} MiB |", resident());
    Ok(())
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// Memory of the program in MiB, without mapped files; 0 where the system does not say.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number
        .and_then(|number| number.parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}

/// Writes a workspace in which every unit is translated.
fn make(folder: &Path, articles: usize) -> Result<(), Box<dyn Error>> {
    let root = folder.join("workspace");
    let locales = locales();
    let names: Vec<&str> = locales.iter().map(|(name, _)| name.as_str()).collect();
    let configuration = format!("locales: [{}]\n", names.join(", "));
    let mut texts = BTreeMap::from([("satz.yaml".to_owned(), configuration)]);
    for number in 0..articles {
        let sentences = (0..UNITS).map(|unit| sentence(number, unit, 0).0);
        let sentences: Vec<String> = sentences.collect();
        let paragraphs = sentences.chunks(4).map(|chunk| chunk.join(" "));
        let text = paragraphs.collect::<Vec<_>>().join("\n\n") + "\n";
        texts.insert(format!("articles/a{number}.md"), text);
    }
    let session = Session::of_texts(texts.clone())?;
    let mut plan = session.plan_sync(&SyncQuestion::default(), &mut ())?;
    for file in plan.steps().into_iter().flat_map(|step| step.files) {
        let Some(text) = file.new.filter(|_| file.path.starts_with("locales/de/")) else {
            continue;
        };
        let stem = file.path.trim_start_matches("locales/de/");
        let number = stem.trim_start_matches('a').trim_end_matches(".ftl");
        let number: usize = number.parse()?;
        for (locale, language) in &locales {
            let path = format!("locales/{locale}/{stem}");
            texts.insert(path, translated(&text, number, *language));
        }
        texts.insert(file.path.clone(), text);
    }
    for (path, text) in texts {
        let file: PathBuf = root.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(file, text)?;
    }
    // What is not in step would be looked at together.
    let session = Session::open(&root, &[], None, &mut ())?;
    let question = SyncQuestion {
        writes: true,
        prune: false,
    };
    session.plan_sync(&question, &mut ())?.apply(&mut ());
    Ok(())
}

/// A sentence of an article and its translation.
fn sentence(article: usize, unit: usize, language: usize) -> (String, String) {
    let [source, target] = prose::pair(article * UNITS + unit, language);
    (source, target)
}

/// A source catalog in another language.
fn translated(source: &str, article: usize, language: usize) -> String {
    let known = (0..UNITS).map(|unit| sentence(article, unit, language));
    let known: BTreeMap<String, String> = known.collect();
    let line = |line: &str| match line.split_once(" = ") {
        Some((id, text)) if !line.starts_with('#') => {
            let target = known.get(text).map_or("…", String::as_str);
            format!("{id} = {target}\n")
        }
        _ => format!("{line}\n"),
    };
    source.lines().map(line).collect()
}
