//! `satz memory`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use serde::{Deserialize, Serialize};

use super::context::{Context, one_line};
use super::{Failure, Outcome, Run};
use crate::session::SimilarTexts;

/// Look into what was translated before.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Memory {
    #[command(subcommand)]
    part: Part,
}

const HELP: &str = "\
Examples:
  satz memory find Markt                   how a word was translated so far
  satz memory find Markt --locale en";

#[derive(Debug, clap::Subcommand)]
enum Part {
    /// Show every finished translation that has a text in its German or its translation.
    Find {
        /// The text, in whatever case.
        #[arg(value_name = "TEXT")]
        text: String,
        /// Only this locale; all if there is none. Repeatable.
        #[arg(long = "locale", value_name = "LOCALE")]
        locales: Vec<String>,
    },
    /// Find for each text the most similar one in a file, for measuring.
    ///
    /// Similarity is 1 less the edit distance in characters over the length of the longer text. A
    /// text per line is read, and a JSON object per line with a `query`; a line comes out for each,
    /// with `query`, `best` and `match`, both null if nothing is similar enough.
    Match {
        /// The texts, a line each; may be compressed by gzip.
        #[arg(long, value_name = "FILE")]
        units: PathBuf,
        /// The queries, a JSON object per line; `-` for the standard input.
        #[arg(long, value_name = "FILE")]
        queries: PathBuf,
        /// How similar a text must be, in percent.
        #[arg(long, value_name = "PERCENT", default_value_t = 50, value_parser = clap::value_parser!(u8).range(30..=100))]
        least: u8,
    },
}

/// A line of the input.
#[derive(Deserialize)]
struct Query {
    query: String,
}

/// A line of the output.
#[derive(Serialize)]
struct Matched<'a> {
    query: &'a str,
    best: Option<f64>,
    #[serde(rename = "match")]
    text: Option<&'a str>,
}

impl Run for Memory {
    const NAME: &'static str = "memory";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        match self.part {
            Part::Find { text, locales } => find(context, &text, locales),
            Part::Match {
                units,
                queries,
                least,
            } => find_best(context, &units, &queries, f64::from(least) / 100.0),
        }
    }
}

fn find(
    context: &mut Context<'_>,
    text: &str,
    mut locales: Vec<String>,
) -> Result<Outcome, Failure> {
    let session = context.surveyed()?;
    if locales.is_empty() {
        locales.clone_from(&session.project().locales);
    }
    let source = session.project().source.clone();
    let mut found = 0;
    for locale in &locales {
        for entry in session.find_in_memory(locale, text, context)? {
            let (german, target) = (one_line(&entry.source), one_line(&entry.target));
            let origin = format!("{} {}", entry.article, entry.id);
            let place = origin.trim_end();
            writeln!(
                context.out,
                "{place}\n    {source:6}  {german}\n    {locale:6}  {target}"
            )?;
            found += 1;
        }
    }
    if found == 0 {
        context.note(format_args!("`{text}` stands in no finished translation"));
    }
    Ok(Outcome::Clean)
}

fn find_best(
    context: &mut Context<'_>,
    units: &Path,
    queries: &Path,
    least: f64,
) -> Result<Outcome, Failure> {
    let texts = lines(open(context, units)?, units)?;
    let texts = SimilarTexts::of(texts);
    let mut parsed: Vec<String> = Vec::new();
    for (number, line) in lines(open(context, queries)?, queries)?.iter().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let query: Query = serde_json::from_str(line).map_err(|error| {
            let (path, number) = (queries.display(), number + 1);
            let todo = "write one JSON object with `query` per line";
            Failure::Sentence(format!("{path}:{number}: is no query: {error}; {todo}"))
        })?;
        parsed.push(query.query);
    }
    let asked: Vec<&str> = parsed.iter().map(String::as_str).collect();
    for (query, found) in asked.iter().zip(texts.best(&asked, least)) {
        let line = Matched {
            query,
            best: found.map(|(_, similarity)| (similarity * 1e6).round() / 1e6),
            text: found.map(|(text, _)| text),
        };
        let line = serde_json::to_string(&line).map_err(io::Error::from)?;
        writeln!(context.out_of(true)?, "{line}")?;
    }
    Ok(Outcome::Clean)
}

/// Opens a file, uncompressed if its first bytes say that gzip made it.
fn open(context: &Context<'_>, path: &Path) -> Result<Box<dyn BufRead>, Failure> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let unreadable = |error: io::Error| unreadable(path, &error);
    let file = File::open(context.directory.join(path)).map_err(unreadable)?;
    let mut file = BufReader::new(file);
    let is_packed = file
        .fill_buf()
        .map_err(unreadable)?
        .starts_with(&[0x1F, 0x8B]);
    Ok(if is_packed {
        Box::new(BufReader::new(MultiGzDecoder::new(file)))
    } else {
        Box::new(file)
    })
}

fn lines(mut input: Box<dyn BufRead>, path: &Path) -> Result<Vec<String>, Failure> {
    let mut text = String::new();
    input
        .read_to_string(&mut text)
        .map_err(|error| unreadable(path, &error))?;
    Ok(text.lines().map(str::to_owned).collect())
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Sentence(format!("{}: cannot be read: {error}", path.display()))
}
