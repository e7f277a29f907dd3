//! `satz add`.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::session::{Extract, LeftOut, Line, PageForm, unreadable_page};
use crate::store::Error;

/// Take in a raw page, or a Markdown file, as an article.
///
/// Reads a page saved as HTML, or text copied from one, and writes the article in it to
/// articles/<slug>.md: with title, source, date and language in the front matter, without menus,
/// notices, share buttons, comments and offers of other articles. Every line that is left out is
/// shown with its number and the reason. A Markdown file is an article already and is taken in byte
/// for byte, as is any other with --whole.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(super) struct Add {
    /// The page, or `-` for the standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Read it as html, text or md. Without it, what it looks like.
    #[arg(long = "as", value_name = "FORM", value_parser = ["html", "text", "md"])]
    form: Option<String>,
    /// Take it in whole, byte for byte and in its own format. So it always is with Markdown.
    #[arg(long)]
    whole: bool,
    /// Name of the article. Without it, made from the title.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Lines to bring back, by their numbers: 3,7-9, or `all`.
    #[arg(long, value_name = "LINES", conflicts_with = "whole")]
    keep: Option<String>,
    /// Replace an article of that name.
    #[arg(long)]
    force: bool,
    /// List all lines that were left out, not only those nearest to the article.
    #[arg(long)]
    all: bool,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Form of the output: text or json.
    #[arg(long, value_name = "FORM", default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

const HELP: &str = "\
Examples:
  satz add page.html                   the article in a saved page
  xclip -o | satz add -                a page that was copied
  satz add page.html --dry-run         only look
  satz add page.html --keep 4,12-15 --force
                                       again, with lines that were left out
  satz add report.md                   an article, byte for byte
  satz add page.html --whole           an article in HTML, byte for byte";

impl Run for Add {
    const NAME: &'static str = "add";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        if let (None, Some(failure)) = (&self.form, unreadable_page(&self.file)) {
            return Err(failure.into());
        }
        if let Some(fault) = packed(context, &self.file) {
            return Err(fault.into());
        }
        let text = context.read(&self.file)?;
        let session = context.session()?;
        let form = self.form.as_deref().map(|name| match name {
            "html" => PageForm::Html,
            "md" => PageForm::Markdown,
            _ => PageForm::Text,
        });
        let page = session.read_page(&self.file, text, form, self.whole, context)?;
        let keep = match self.keep.as_deref() {
            Some(_) if page.is_whole => {
                let message = "a Markdown file is taken in whole; leave `--keep` out";
                return Err(Failure::Sentence(message.to_owned()));
            }
            Some(keep) => numbers(keep, page.extract.lines.len())?,
            None => Vec::new(),
        };
        if page.is_empty_with(&keep) {
            let message = "holds no article; name the lines to keep with `--keep`, or check `--as`";
            context.note(Error::new(&self.file, message));
            list(context, &page.extract, &keep, self.all)?;
            return Ok(Outcome::Findings);
        }
        let name = self.name.as_deref();
        let article = session.add(&page, name, &keep, self.force, self.dry_run, context)?;
        if self.format == "json" {
            let shape = shape(&article.path, &page.extract, &keep);
            writeln!(context.out_of(true)?, "{shape:#}")?;
            return Ok(Outcome::Clean);
        }
        writeln!(context.out, "{}", article.path)?;
        if self.dry_run {
            writeln!(context.out, "\n{}", article.text)?;
        }
        list(context, &page.extract, &keep, self.all)?;
        Ok(Outcome::Clean)
    }
}

/// What to say of a file that is no text, whatever its name says.
fn packed(context: &Context<'_>, file: &Path) -> Option<Error> {
    const KINDS: [(&[u8], &str); 3] = [
        (
            b"PK\x03\x04",
            "a packed file, as those of Word and LibreOffice are",
        ),
        (b"%PDF", "a PDF"),
        (b"\xD0\xCF\x11\xE0", "a file of an old Word"),
    ];
    let mut start = [0; 4];
    let mut opened = File::open(context.directory.join(file)).ok()?;
    opened.read_exact(&mut start).ok()?;
    let (_, what) = KINDS.iter().find(|(mark, _)| start.starts_with(mark))?;
    let message = format!(
        "is {what}, which satz does not read; export it as HTML or Markdown, or copy its text and pass it on: `satz add -`"
    );
    Some(Error::new(file, message))
}

/// So many lines that were left out are listed; the others are counted.
const LISTED: usize = 10;

/// Shows what was left out and why: the lines nearest to the article, and how many for which reason.
fn list(
    context: &mut Context<'_>,
    extract: &Extract,
    keep: &[usize],
    all: bool,
) -> Result<(), Failure> {
    let lines = extract.lines.iter().enumerate();
    let left_out: Vec<(usize, &str, &LeftOut)> = lines
        .filter(|(at, line)| !keep.contains(&(at + 1)) && line.markdown != "---")
        .filter_map(|(at, line)| Some((at, line.text.as_str(), line.left_out.as_ref()?)))
        .collect();
    if left_out.is_empty() {
        return Ok(());
    }
    writeln!(
        context.out,
        "left out (bring back with --keep and the numbers):"
    )?;
    let distances = distances(&extract.lines);
    let mut nearest: Vec<usize> = (0..left_out.len()).collect();
    nearest.sort_by_key(|index| distances[left_out[*index].0]);
    nearest.truncate(if all { usize::MAX } else { LISTED });
    nearest.sort_unstable();
    for index in &nearest {
        let (at, text, reason) = left_out[*index];
        let text = if text.is_empty() {
            &extract.lines[at].markdown
        } else {
            text
        };
        let text: String = text.chars().take(60).collect();
        writeln!(context.out, "{:>5}  {text}\n       {reason}", at + 1)?;
    }
    if nearest.len() == left_out.len() {
        return Ok(());
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, (.., reason)) in left_out.iter().enumerate() {
        if nearest.binary_search(&index).is_err() {
            *counts.entry(reason.about().name()).or_default() += 1;
        }
    }
    let total: usize = counts.values().sum();
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    let counts: Vec<String> = counts
        .iter()
        .map(|(about, count)| format!("{count} {about}"))
        .collect();
    writeln!(
        context.out,
        "and {total} farther from the article ({}), listed by --all",
        counts.join(", ")
    )?;
    Ok(())
}

/// How far each line is from the nearest one that belongs to the article.
fn distances(lines: &[Line]) -> Vec<usize> {
    let mut distances = vec![usize::MAX; lines.len()];
    let mut walk = |order: &mut dyn Iterator<Item = usize>| {
        let mut distance = usize::MAX;
        for at in order {
            let is_kept = lines[at].left_out.is_none();
            distance = if is_kept {
                0
            } else {
                distance.saturating_add(1)
            };
            distances[at] = distances[at].min(distance);
        }
    };
    walk(&mut (0..lines.len()));
    walk(&mut (0..lines.len()).rev());
    distances
}

fn shape(path: &str, extract: &Extract, keep: &[usize]) -> serde_json::Value {
    let lines: Vec<serde_json::Value> = extract
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let back = keep.contains(&(at + 1));
            json!({
                "line": at + 1,
                "kind": if line.is_caption { "caption" } else { line.kind.name() },
                "text": line.text,
                "kept": line.left_out.is_none() || back,
                "reason": line.left_out.as_ref().map(ToString::to_string),
            })
        })
        .collect();
    json!({
        "article": path,
        "title": extract.title,
        "author": extract.author,
        "source": extract.source,
        "date": extract.date,
        "language": extract.language,
        "lines": lines,
    })
}

/// The numbers in `3,7-9`, or all.
fn numbers(text: &str, count: usize) -> Result<Vec<usize>, Failure> {
    if text == "all" {
        return Ok((1..=count).collect());
    }
    let mut found = Vec::new();
    for part in text.split(',').map(str::trim) {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (Ok(from), Ok(to)) = (from.parse::<usize>(), to.parse::<usize>()) else {
            let message = format!("`{part}` in `--keep` is no number of a line; write 3,7-9");
            return Err(Failure::Sentence(message));
        };
        if from == 0 || to < from || to > count {
            let message = format!("`{part}` in `--keep`: the page has the lines 1 to {count}");
            return Err(Failure::Sentence(message));
        }
        found.extend(from..=to);
    }
    Ok(found)
}
