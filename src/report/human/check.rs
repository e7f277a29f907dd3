use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rustc_hash::FxHashMap;

use crate::report::look::{BAD, FAINT, GOOD, Look, STRONG};
use crate::report::{Found, Inspection, put, verdict};
use crate::text::Severity;

/// Findings of one code in one file that are shown whole; the others are counted.
const SHOWN: usize = 5;

/// Each finding with its line and its German, then what it comes to.
pub(super) fn check(inspection: &Inspection, look: Look) -> String {
    let mut out = String::new();
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
        let key = (found.code.as_str(), found.path.as_str());
        let place = *places.entry(key).or_insert_with(|| {
            shown.push((key.0, key.1, 0));
            shown.len() - 1
        });
        shown[place].2 += 1;
        if shown[place].2 <= SHOWN {
            put(
                &mut out,
                format_args!("{}\n\n", renderer.render(&[group(found, look)])),
            );
        }
    }
    for (code, path, count) in shown.iter().filter(|(.., count)| *count > SHOWN) {
        let more = format!(
            "{path}: {} more `{code}`, all shown by `--format short`",
            count - SHOWN
        );
        put(&mut out, format_args!("{}\n", look.paint(FAINT, &more)));
    }
    if shown.iter().any(|(.., count)| *count > SHOWN) {
        out.push('\n');
    }
    let mut lines = verdict(inspection).into_iter();
    if let Some(first) = lines.next() {
        let style = if inspection.failed() { BAD } else { GOOD };
        put(
            &mut out,
            format_args!("{}\n", look.paint(style.bold(), &first)),
        );
    }
    for line in lines {
        match line.split_once(": ") {
            Some(("next", what)) => {
                let next = look.paint(STRONG, "next:");
                put(&mut out, format_args!("{next} {what}\n"));
            }
            _ => put(&mut out, format_args!("{line}\n")),
        }
    }
    out
}

fn group(found: &Found, look: Look) -> Group<'_> {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP.with_name("hint"),
    };
    let title = level
        .primary_title(found.message.clone())
        .id(found.code.as_str());
    let mut group = match &found.excerpt {
        Some(excerpt) => title.element(
            Snippet::source(excerpt.text.as_str())
                .line_start(found.line)
                .path(found.path.as_str())
                .annotation(AnnotationKind::Primary.span(excerpt.start..excerpt.end)),
        ),
        None => title.element(Origin::path(found.path.as_str())),
    };
    // Where the message does not tell the German itself.
    let head: String = found.source.chars().take(40).collect();
    if !head.is_empty() && !found.message.contains(&head) {
        let german = found.source.replace('\n', " ⏎ ");
        group = group.element(Level::NOTE.with_name(look.source).message(german));
    }
    for hint in &found.hints {
        group = group.element(Level::HELP.message(hint.clone()));
    }
    group
}
