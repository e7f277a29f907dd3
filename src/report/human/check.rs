//! Findings for people.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rustc_hash::FxHashMap;

use crate::report::look::{BAD, FAINT, GOOD, Look, STRONG};
use crate::report::{Found, Inspection, verdict};
use crate::text::Severity;

/// So many findings are shown whole, unless all are asked for; the others are counted.
const SHOWN: usize = 10;

/// Findings of one code that are shown before those of other codes.
const OF_ONE_CODE: usize = 3;

/// Each finding with its line and its German, then what it comes to.
pub(super) fn check(inspection: &Inspection, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(look.width);
    let new = inspection.findings.iter().filter(|found| !found.known);
    let new: Vec<&Found> = new.collect();
    let shown = if look.all {
        vec![true; new.len()]
    } else {
        worst(&new)
    };
    let mut hidden: BTreeMap<(Reverse<Severity>, &str), usize> = BTreeMap::new();
    for (found, is_shown) in new.iter().zip(shown) {
        if is_shown {
            writeln!(out, "{}\n", renderer.render(&[group(found, look)]))?;
        } else {
            let key = (Reverse(found.severity), found.what.code.as_str());
            *hidden.entry(key).or_default() += 1;
        }
    }
    if !hidden.is_empty() {
        let counts = hidden
            .iter()
            .map(|((_, code), count)| format!("{count} `{code}`"));
        let counts = counts.collect::<Vec<_>>().join(", ");
        let more =
            format!("besides: {counts}; `--all` shows them, `--format short` a line for each");
        writeln!(out, "{}\n", look.paint(FAINT, &more))?;
    }
    let verdict = verdict(inspection);
    let style = if inspection.failed() { BAD } else { GOOD };
    writeln!(out, "{}", look.paint(style.bold(), &verdict.head))?;
    for line in &verdict.counts {
        writeln!(out, "{line}")?;
    }
    for step in &verdict.next {
        writeln!(out, "{} {step}", look.paint(STRONG, "next:"))?;
    }
    Ok(())
}

/// Which findings are shown where there are too many: the heaviest, a few of each code first. What is simply
/// not translated yet says no more after a few.
fn worst(found: &[&Found]) -> Vec<bool> {
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    let mut ranks = Vec::with_capacity(found.len());
    for (at, found) in found.iter().enumerate() {
        let count = seen.entry(&found.what.code).or_default();
        let is_one_more = *count >= OF_ONE_CODE;
        *count += 1;
        if !is_one_more || found.what.code != "missing" {
            ranks.push((Reverse(found.severity), is_one_more, at));
        }
    }
    ranks.sort_unstable();
    let mut shown = vec![false; found.len()];
    for (.., at) in ranks.into_iter().take(SHOWN) {
        shown[at] = true;
    }
    shown
}

fn group(found: &Found, look: Look) -> Group<'_> {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP.with_name("hint"),
    };
    let title = level
        .primary_title(found.what.message.clone())
        .id(found.what.code.as_str());
    let mut group = match &found.excerpt {
        Some(excerpt) if excerpt.is_cut => {
            let origin = Origin::path(found.at.path.as_str());
            let origin = origin.line(found.line as usize);
            title
                .element(origin.char_column(found.column as usize))
                .element(Level::NOTE.no_name().message(excerpt.text.clone()))
        }
        Some(excerpt) => title.element(
            Snippet::source(excerpt.text.as_str())
                .line_start(found.line as usize)
                .path(found.at.path.as_str())
                .annotation(AnnotationKind::Primary.span(excerpt.start..excerpt.end)),
        ),
        None => title.element(Origin::path(found.at.path.as_str())),
    };
    // Where the message does not tell the German itself.
    let head: String = found.what.source.chars().take(40).collect();
    if !head.is_empty() && !found.what.message.contains(&head) {
        let german = found.what.source.replace('\n', " ⏎ ");
        group = group.element(Level::NOTE.with_name(look.source).message(german));
    }
    for hint in &found.what.hints {
        group = group.element(Level::HELP.message(hint.clone()));
    }
    group
}
