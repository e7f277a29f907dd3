//! A page pasted as text: lines between blank lines.

use super::inline::escaped_line;
use super::judge::Judge;
use super::{About, Extract, LeftOut, Line, Options, date};
use crate::document::{BlockKind, Reason, format_of};

/// Reads a page that was pasted as text.
pub fn extract_text(text: &str, options: &Options) -> Extract {
    let mut extract = Extract::default();
    let Some(format) = format_of("txt") else {
        return extract;
    };
    let document = (format.parse)(text, &crate::document::Options::default()).value;
    let judge = Judge::new(options);
    for block in &document.blocks {
        let raw = block.span.of(text);
        let words: Vec<&str> = raw.split_whitespace().collect();
        let text = words.join(" ");
        let level = if extract.title.is_none() { 1 } else { 2 };
        let mut left_out = match block.kind {
            BlockKind::Furniture => block.reason.as_ref().map(pasted),
            BlockKind::Byline => Some(LeftOut::Byline),
            _ => judge.line(&text),
        };
        if left_out.is_none() && extract.title.is_none() && is_menu(raw) {
            left_out = Some(LeftOut::Menu);
        }
        if left_out.is_none() && is_day(&text) && !text.ends_with(['.', '!', '?']) {
            left_out = Some(LeftOut::Date);
        }
        if left_out.is_some() || block.kind == BlockKind::Dateline {
            extract.date = extract.date.or_else(|| date::german(&text));
        }
        if left_out.is_none() {
            match block.kind {
                BlockKind::Heading if extract.title.is_none() => extract.title = Some(text.clone()),
                BlockKind::Attribution => {
                    extract.source = extract.source.or_else(|| source(&text));
                }
                _ => {}
            }
        }
        let mut line = Line::new(
            block.kind,
            escaped_line(&text, block.kind != BlockKind::Heading),
            text,
        );
        if block.kind == BlockKind::Heading {
            line.level = level;
        }
        line.left_out = left_out;
        extract.lines.push(line);
    }
    navigation(&mut extract.lines);
    extract
}

/// Why the reader of plain text takes a line for no part of the article.
fn pasted(reason: &Reason) -> LeftOut {
    match reason {
        Reason::Around(about, sign) => LeftOut::Pasted(About::of(about), sign.to_string()),
        other => LeftOut::Pasted(About::Page, other.to_string()),
    }
}

/// A run of short lines above the headline is a menu.
fn navigation(lines: &mut [Line]) {
    let kept: Vec<usize> = (0..lines.len())
        .filter(|at| lines[*at].left_out.is_none())
        .collect();
    let prose = kept.iter().position(|at| lines[*at].is_prose());
    let headings = prose.map_or(0, |prose| {
        kept[..prose]
            .iter()
            .filter(|at| lines[**at].text.split_whitespace().count() <= 3)
            .count()
    });
    if headings < 3 {
        return;
    }
    for at in kept.iter().take(prose.unwrap_or(0)) {
        let line = &mut lines[*at];
        if line.text.split_whitespace().count() <= 3 {
            line.left_out = Some(LeftOut::Menu);
        }
    }
    // The headline is what stands first now.
    let mut first = true;
    for line in lines.iter_mut().filter(|line| line.left_out.is_none()) {
        if line.kind == BlockKind::Heading || (first && !line.is_prose()) {
            line.kind = BlockKind::Heading;
            line.level = if first { 1 } else { 2 };
            first = false;
        }
    }
}

/// Whether a text is several lines of a few words each.
fn is_menu(raw: &str) -> bool {
    let short =
        |line: &str| line.split_whitespace().count() <= 3 && !line.trim_end().ends_with('.');
    raw.lines().count() > 1 && raw.lines().all(short)
}

fn is_day(text: &str) -> bool {
    text.chars().count() <= 40 && date::german(text).is_some()
}

/// What an attribution names.
fn source(line: &str) -> Option<String> {
    let rest = line
        .strip_prefix("Quellen")
        .or(line.strip_prefix("Quelle"))?;
    let name = rest.trim_start_matches([':', ' ']).trim();
    (!name.is_empty()).then(|| name.to_owned())
}
