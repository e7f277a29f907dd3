//! A French mark without the no-break space before it, where the article has it elsewhere.
//!
//! Why it matters: `?` or `»` alone at the start of a line is a fault that every French reader sees.
//! An article that writes plain spaces throughout is left alone: its typesetting may take care.
//! Example: `Quand ?` with a plain space. Fix: none; U+00A0 belongs there, or U+202F
//! where the article has that. Off by default: many houses leave the spaces to their typesetting.

use super::{Article, Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "no-break-space",
    category: "space",
    severity: Severity::Hint,
    manual: include_str!("no_break_space.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(writing) = pair.writing() else {
        return;
    };
    if writing.spaced.is_empty() {
        return;
    }
    let (_, target) = pair.bare();
    let mut own = places(target, pair.article, false);
    // What stands close to its word is the business of `lost-space`.
    own.retain(|(start, end)| start < end);
    if own.is_empty() {
        return;
    }
    let Some(space) = article_space(pair) else {
        return;
    };
    for (start, end) in own {
        let mark = target[end..].chars().next().unwrap_or(' ');
        let message = format!("`{mark}` has no no-break space before it");
        let flaw = Flaw::new(Span::new(start, end), mark.to_string(), message);
        flaws.push(flaw.hint(format!("put U+{:04X} there", u32::from(space))));
    }
}

/// The no-break space that the article's neighbouring units use, if they use it throughout.
pub(super) fn article_space(pair: Pair<'_>) -> Option<char> {
    let units = &pair.article.translation.units;
    let first = pair.index.saturating_sub(8);
    let near = &units[first..units.len().min(pair.index + 9)];
    let mut found = Vec::new();
    for (index, unit) in near.iter().enumerate() {
        if index + first == pair.index {
            continue;
        }
        for (start, end) in places(&unit.target, pair.article, true) {
            found.extend(unit.target[start..end].chars().next());
        }
        if !places(&unit.target, pair.article, false).is_empty() {
            return None;
        }
    }
    (found.len() > 3).then(|| found[0])
}

/// Where marks stand with a no-break space, or without one, before them: the span of the space.
fn places(text: &str, article: &Article<'_>, good: bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, c) in article.spaced.places(text) {
        if !article.has_space_before(c) {
            continue;
        }
        let Some(before) = text[..at].chars().next_back() else {
            continue;
        };
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let wide = matches!(before, '\u{A0}' | '\u{202F}');
        let plain = before == ' ' || before.is_alphabetic();
        // Not `12:30`, `https:`, `50%ig`.
        let ends = !after.is_alphanumeric() && after != '/';
        if wide && good || plain && !good && ends {
            let start = if before.is_alphabetic() {
                at
            } else {
                at - before.len_utf8()
            };
            found.push((start, at));
        }
    }
    found
}
