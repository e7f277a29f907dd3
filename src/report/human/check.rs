use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rustc_hash::FxHashMap;

use crate::report::look::{BAD, FAINT, GOOD, Look, STRONG};
use crate::report::{Found, Inspection, verdict};
use crate::text::Severity;

/// Findings of one code in one file that are shown whole; the others are counted.
const SHOWN: usize = 5;

/// Each finding with its line and its German, then what it comes to.
pub(super) fn check(inspection: &Inspection, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut shown: Vec<(&str, &str, usize)> = Vec::new();
    let mut places: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(look.width);
    for found in inspection.findings.iter().filter(|found| !found.known) {
        let key = (found.what.code.as_str(), found.at.path.as_str());
        let place = *places.entry(key).or_insert_with(|| {
            shown.push((key.0, key.1, 0));
            shown.len() - 1
        });
        shown[place].2 += 1;
        if shown[place].2 <= SHOWN {
            writeln!(out, "{}\n", renderer.render(&[group(found, look)]))?;
        }
    }
    for (code, path, count) in shown.iter().filter(|(.., count)| *count > SHOWN) {
        let more = format!(
            "{path}: {} more `{code}`, all shown by `--format short`",
            count - SHOWN
        );
        writeln!(out, "{}", look.paint(FAINT, &more))?;
    }
    if shown.iter().any(|(.., count)| *count > SHOWN) {
        writeln!(out)?;
    }
    let mut lines = verdict(inspection).into_iter();
    if let Some(first) = lines.next() {
        let style = if inspection.failed() { BAD } else { GOOD };
        writeln!(out, "{}", look.paint(style.bold(), &first))?;
    }
    for line in lines {
        match line.split_once(": ") {
            Some(("next", what)) => {
                let next = look.paint(STRONG, "next:");
                writeln!(out, "{next} {what}")?;
            }
            _ => writeln!(out, "{line}")?,
        }
    }
    Ok(())
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
