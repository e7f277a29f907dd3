//! `satz check --pairs`: texts that are in no catalog.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::cli::context::{Context, Failure, Outcome};
use crate::config::CheckSet;
use crate::language::USUAL_SOURCE;
use crate::session::{Term, TextPair, check_texts};
use crate::text::Severity;

/// A line of the input.
#[derive(Deserialize)]
struct Pair {
    id: String,
    lang: String,
    #[serde(default = "usual_source")]
    source_lang: String,
    #[serde(default)]
    doc: String,
    source: String,
    target: String,
    #[serde(default)]
    glossary: Vec<Entry>,
}

fn usual_source() -> String {
    USUAL_SOURCE.to_owned()
}

/// An entry of a line's glossary.
#[derive(Deserialize)]
struct Entry {
    source: String,
    target: String,
    #[serde(default)]
    forms: Vec<String>,
    #[serde(default)]
    forbidden: Vec<String>,
}

/// A line of the output.
#[derive(Serialize)]
struct Checked<'a> {
    id: &'a str,
    checks: Vec<String>,
    codes: Vec<&'static str>,
}

/// The pairs of a document, with their ids.
type Pairs = Vec<(String, TextPair)>;

/// Checks pairs of texts. Lines that follow each other and share document and language are checked
/// as one translation, so that no more than one document is in memory. The findings are data, not a
/// gate: the exit status is 0 whatever is found.
pub(super) fn check_pairs(
    context: &mut Context<'_>,
    file: &Path,
    least: Severity,
    set: CheckSet,
) -> Result<Outcome, Failure> {
    let input: Box<dyn BufRead> = if file.as_os_str() == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let path = context.directory.join(file);
        let open = File::open(&path);
        Box::new(BufReader::new(open.map_err(|error| {
            Failure::Sentence(format!("{}: cannot be read: {error}", file.display()))
        })?))
    };
    let mut key = [String::new(), String::new(), String::new()];
    let mut pairs: Pairs = Vec::new();
    for (index, line) in input.lines().enumerate() {
        let unusable =
            |what: String| Failure::Sentence(format!("{}:{}: {what}", file.display(), index + 1));
        let line = line.map_err(|error| unusable(format!("cannot be read: {error}")))?;
        if line.trim().is_empty() {
            continue;
        }
        let pair: Pair = serde_json::from_str(&line).map_err(|error| {
            unusable(format!(
                "is no pair: {error}; write one JSON object per line"
            ))
        })?;
        let next = [pair.doc, pair.source_lang, pair.lang];
        if next != key {
            write(context, &key, &mut pairs, (least, set))?;
            key = next;
        }
        let terms = pair.glossary.into_iter().map(|entry| Term {
            source: entry.source,
            target: entry.target,
            forms: entry.forms,
            forbidden: entry.forbidden,
        });
        let texts = TextPair {
            source: pair.source,
            target: pair.target,
            terms: terms.collect(),
        };
        pairs.push((pair.id, texts));
    }
    write(context, &key, &mut pairs, (least, set))?;
    Ok(Outcome::Clean)
}

/// Checks one document and writes a line for each of its pairs.
fn write(
    context: &mut Context<'_>,
    [_, source_locale, locale]: &[String; 3],
    pairs: &mut Pairs,
    (least, set): (Severity, CheckSet),
) -> Result<(), Failure> {
    let (ids, texts): (Vec<String>, Vec<TextPair>) = std::mem::take(pairs).into_iter().unzip();
    let mut found = check_texts(source_locale, locale, texts, set)
        .into_iter()
        .peekable();
    for (index, id) in ids.iter().enumerate() {
        let (mut checks, mut codes) = (Vec::new(), Vec::new());
        while let Some(flaw) = found.next_if(|flaw| flaw.pair == index) {
            if flaw.severity >= least {
                checks.push(format!("{}:{}", flaw.category, flaw.detail));
                codes.push(flaw.code);
            }
        }
        let line = serde_json::to_string(&Checked { id, checks, codes });
        writeln!(context.out_of(true)?, "{}", line.map_err(io::Error::from)?)?;
    }
    Ok(())
}
