use std::borrow::Cow;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::context::Context;
use super::context::select::form;
use super::{Failure, Outcome, Run};
use crate::config::Project;
use crate::document::{Document, format_of, formats};
use crate::report::{SegmentBlock, SegmentDecision, SegmentUnit, Segments};
use crate::segment::{Options, Unit, explain, lines, segment};
use crate::store::Error;

/// Show the units of an article, or every sentence of a text.
///
/// Works on any file, in a workspace or not. With `-` the text comes from the standard input.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Segment {
    /// The article, or `-`.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = PossibleValuesParser::new([
        PossibleValue::new("human").alias("text").help("for people"),
        PossibleValue::new("json").help("for programs, with stable keys"),
        PossibleValue::new("lines").help("every sentence of a plain text, one per line"),
    ]))]
    format: String,
    /// Show for each place where a sentence could end what was decided, and why.
    #[arg(long)]
    explain: bool,
}

const HELP: &str = "\
Examples:
  satz segment articles/raketen.md            what a translator will see
  satz segment articles/raketen.md --format json
  satz segment articles/raketen.md --explain  why each full stop ends a sentence, or does not
  satz segment --format lines - < text.txt    one sentence per line";

impl Run for Segment {
    const NAME: &'static str = "segment";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let text = context.read(&self.file)?;
        let (project, key) = match context.workspace() {
            Ok(workspace) => {
                let key = workspace.article_key(&context.directory.join(&self.file));
                (workspace.project, key.unwrap_or_default())
            }
            Err(error) if error.is_absence() => (Project::default(), String::new()),
            Err(error) => return Err(error.into()),
        };
        let options = project.segmentation(&key);
        if self.format == "lines" {
            // On a terminal there is no program that reads it.
            let out = context.out_of(!std::io::stdout().is_terminal())?;
            for sentence in lines(&text, &options) {
                let words: Vec<&str> = sentence.split_ascii_whitespace().collect();
                writeln!(out, "{}", words.join(" "))?;
            }
            return Ok(Outcome::Clean);
        }
        let ending = self
            .file
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or("txt");
        let format = format_of(&ending.to_lowercase()).ok_or_else(|| {
            let known: Vec<&str> = formats()
                .iter()
                .flat_map(|format| format.extensions)
                .copied()
                .collect();
            let message = format!(
                "`.{ending}` is no format of articles; known are {}",
                known.join(", ")
            );
            Error::new(&self.file, message)
        })?;
        if let Some(conflict) = project.conflict(format, &text) {
            return Err(Error::in_conflict(&self.file, conflict).into());
        }
        let document = project.parse_article(format, &text);
        let mut segments = segments(&document, &options, &self.file, &text);
        if self.explain {
            segments.decisions = decisions(&document, &options, &text);
        }
        let shown = form(&self.format);
        if let Some(show) = shown.segment {
            write!(context.out_for(shown)?, "{}", show(&segments))?;
        }
        Ok(Outcome::Clean)
    }
}

fn segments(document: &Document, options: &Options, file: &Path, text: &str) -> Segments {
    let units: Vec<Unit> = segment(text, document, options);
    let ids = Project::fresh_ids(text, &units);
    let blocks = document
        .blocks
        .iter()
        .map(|block| SegmentBlock {
            kind: block.kind.name(),
            span: (block.span.start, block.span.end),
            translate: block.translate,
            reason: block.reason.clone().map(Cow::into_owned),
            text: block.span.of(text).to_owned(),
        })
        .collect();
    let units = units
        .into_iter()
        .zip(ids)
        .map(|(unit, id)| SegmentUnit {
            id,
            block: unit.block,
            kind: unit.kind.name(),
            span: (unit.span.start, unit.span.end),
            text: unit.text(text).to_owned(),
        })
        .collect();
    Segments {
        article: file.display().to_string(),
        blocks,
        units,
        decisions: Vec::new(),
    }
}

/// Characters shown on each side of a place where a sentence could end.
const AROUND: usize = 24;

fn decisions(document: &Document, options: &Options, article: &str) -> Vec<SegmentDecision> {
    explain(article, document, options)
        .into_iter()
        .map(|(block, decision)| {
            let text = document.blocks[block].text(article);
            let (before, after) = text.split_at(decision.offset);
            let skipped = before.chars().count().saturating_sub(AROUND);
            SegmentDecision {
                block,
                before: before.chars().skip(skipped).collect(),
                after: after.chars().take(AROUND).collect(),
                boundary: decision.boundary,
                reason: decision.reason.to_owned(),
            }
        })
        .collect()
}
