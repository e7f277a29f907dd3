use std::path::{Path, PathBuf};

use serde_json::json;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::extract::{Extract, Options, extract_page, extract_text, slug, write};
use crate::project::Project;
use crate::store::{Error, Write};

/// Take in a raw page as an article.
///
/// Reads a page saved as HTML, or text copied from one, and writes the article in it to
/// articles/<slug>.md: with title, source, date and language in the front matter, without menus,
/// notices, share buttons, comments and offers of other articles. Every line that is left out is
/// shown with its number and the reason.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Add {
    /// The page, or `-` for the standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Read it as html or text. Without it, what it looks like.
    #[arg(long = "as", value_name = "FORM", value_parser = ["html", "text"])]
    form: Option<String>,
    /// Name of the article. Without it, made from the title.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Lines to bring back, by their numbers: 3,7-9, or `all`.
    #[arg(long, value_name = "LINES")]
    keep: Option<String>,
    /// Replace an article of that name.
    #[arg(long)]
    force: bool,
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
                                       again, with lines that were left out";

impl Run for Add {
    const NAME: &'static str = "add";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let text = context.read(&self.file)?;
        let workspace = context.workspace()?;
        let project = &workspace.project;
        let options = Options {
            language: project.source.clone(),
            furniture: project.furniture.clone(),
        };
        let html = match self.form.as_deref() {
            Some(form) => form == "html",
            None => looks_like_html(&self.file, &text),
        };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        let extract = if html {
            extract_page(text, &options)
        } else {
            extract_text(text, &options)
        };
        let keep = match self.keep.as_deref() {
            Some(keep) => numbers(keep, extract.lines.len())?,
            None => Vec::new(),
        };
        let kept = |at: usize| extract.lines[at].left_out.is_none() || keep.contains(&(at + 1));
        if !(0..extract.lines.len()).any(kept) {
            let message = "holds no article; name the lines to keep with `--keep`, or check `--as`";
            context.note(Error::new(&self.file, message));
            list(context, &extract, &keep)?;
            return Ok(Outcome::Findings);
        }
        let path = path(project, self.name.as_deref(), &extract, &self.file)?;
        let new = write(&extract, &keep);
        if !self.dry_run {
            let old = workspace.read(&path)?;
            if old.is_some() && !self.force {
                let message =
                    "is there already; give another `--name`, or replace it with `--force`";
                return Err(Error::new(&path, message).into());
            }
            let write = Write {
                path: path.clone(),
                old,
                new: new.clone(),
            };
            workspace.writer()?.write(&[write])?;
        }
        if self.format == "json" {
            writeln!(context.out, "{:#}", shape(&path, &extract, &keep))?;
            return Ok(Outcome::Clean);
        }
        writeln!(context.out, "{path}")?;
        if self.dry_run {
            writeln!(context.out, "\n{new}")?;
        }
        list(context, &extract, &keep)?;
        Ok(Outcome::Clean)
    }
}

/// Shows what was left out and why.
fn list(context: &mut Context<'_>, extract: &Extract, keep: &[usize]) -> Result<(), Failure> {
    let mut first = true;
    for (at, line) in extract.lines.iter().enumerate() {
        let Some(reason) = line.left_out.as_ref().filter(|_| !keep.contains(&(at + 1))) else {
            continue;
        };
        if first {
            writeln!(
                context.out,
                "left out (bring back with --keep and the numbers):"
            )?;
            first = false;
        }
        let text: String = line.text.chars().take(60).collect();
        writeln!(context.out, "{:>5}  {text}\n       {reason}", at + 1)?;
    }
    Ok(())
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
                "kind": line.kind.name(),
                "text": line.text,
                "kept": line.left_out.is_none() || back,
                "reason": line.left_out,
            })
        })
        .collect();
    json!({
        "article": path,
        "title": extract.title,
        "source": extract.source,
        "date": extract.date,
        "language": extract.language,
        "lines": lines,
    })
}

/// Where the article goes.
fn path(
    project: &Project,
    name: Option<&str>,
    extract: &Extract,
    file: &Path,
) -> Result<String, Failure> {
    let stem = file.file_stem().and_then(|stem| stem.to_str());
    let name = match (name, &extract.title, stem) {
        (Some(name), ..) => name.trim_end_matches(".md").to_owned(),
        (None, Some(title), _) => slug(title),
        (None, None, stem) => slug(stem.unwrap_or_default()),
    };
    let path = format!("{}/{name}.md", project.articles);
    let found = crate::project::articles(project, std::slice::from_ref(&path), &["md"]);
    if let Some((_, fault)) = found.faults.first() {
        return Err(Failure::Usage(format!("{path}: {fault}")));
    }
    if found.articles.is_empty() {
        return Err(Failure::Usage(format!(
            "`{name}` is no name for an article; use letters and digits"
        )));
    }
    Ok(path)
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
            return Err(Failure::Usage(message));
        };
        if from == 0 || to < from || to > count {
            let message = format!("`{part}` in `--keep`: the page has the lines 1 to {count}");
            return Err(Failure::Usage(message));
        }
        found.extend(from..=to);
    }
    Ok(found)
}

fn looks_like_html(file: &Path, text: &str) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_lowercase).as_deref() {
        Some("html" | "htm" | "xhtml") => true,
        Some("txt" | "text" | "md") => false,
        _ => {
            let mut end = text.len().min(4096);
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            let head = text[..end].to_lowercase();
            ["<!doctype html", "<html", "<head", "<body", "<p>", "<div"]
                .iter()
                .any(|tag| head.contains(tag))
        }
    }
}
