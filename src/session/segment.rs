//! An article cut into units, or a text into sentences.

use std::path::Path;

use super::Failure;
use crate::config::Project;
use crate::document::{Document, format_of, formats};
use crate::report::{SegmentBlock, SegmentDecision, SegmentUnit, Segments};
use crate::segment::{Options, Unit, explain, lines, segment};
use crate::store::Error;

/// Characters shown on each side of a place where a sentence could end.
const AROUND: usize = 24;

/// Cuts an article into its units, by the rules of a project for the article of that key; a file that is
/// no article has the key `""`. Its ending says in which format it is. With `is_explained`, says of each
/// place where a sentence could end what was decided.
///
/// # Errors
/// If the file is of no known format, or conflict markers stand in it.
///
/// # Examples
/// ```
/// use satz::config::Project;
/// use satz::session::segment_article;
/// let project = Project::default();
/// let text = "Am 7. Februar beginnt der Markt. Er ist z. B. samstags offen.";
/// let segments = segment_article(&project, "", "markt.md".as_ref(), text, false)?;
/// assert_eq!(segments.units[1].text, "Er ist z. B. samstags offen.");
/// # Ok::<(), satz::session::Failure>(())
/// ```
pub fn segment_article(
    project: &Project,
    key: &str,
    file: &Path,
    text: &str,
    is_explained: bool,
) -> Result<Segments, Failure> {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or("txt");
    let format = format_of(&ending.to_lowercase()).ok_or_else(|| {
        let known = formats().iter().flat_map(|format| format.extensions);
        let known: Vec<&str> = known.copied().collect();
        let message = format!(
            "`.{ending}` is no format of articles; known are {}",
            known.join(", ")
        );
        Error::new(file, message)
    })?;
    if let Some(conflict) = project.conflict(format, text) {
        return Err(Error::in_conflict(file, conflict).into());
    }
    let options = project.segmentation(key);
    let document = project.parse_article(format, text);
    let mut segments = segments(&document, &options, file, text);
    if is_explained {
        segments.decisions = decisions(&document, &options, text);
    }
    Ok(segments)
}

/// Cuts a plain text into sentences, each on one line.
///
/// # Examples
/// ```
/// use satz::config::Project;
/// let lines = satz::session::segment_lines(&Project::default(), "", "Es regnet.\nDr. Vogt bleibt.");
/// assert_eq!(lines, ["Es regnet.", "Dr. Vogt bleibt."]);
/// ```
pub fn segment_lines(project: &Project, key: &str, text: &str) -> Vec<String> {
    let sentences = lines(text, &project.segmentation(key));
    let line = |sentence: &str| {
        let words: Vec<&str> = sentence.split_ascii_whitespace().collect();
        words.join(" ")
    };
    sentences.into_iter().map(line).collect()
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
            reason: block.reason.as_ref().map(ToString::to_string),
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
