//! A French mark that stands close to its word, where it has a no-break space before it.
//!
//! Why it matters: `Qui vient?` looks English to a French reader. Canadian French writes `?`, `!` and `;`
//! so, and is left alone; so is an article that does it throughout.
//! Example: `Qui vient?`, `«oui»`. Fix: none; a no-break space belongs there,
//! the one that the article has.

use super::no_break_space::article_space;
use super::{Article, Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-space",
    category: "space",
    severity: Severity::Hint,
    manual: include_str!("lost_space.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(writing) = pair.writing() else {
        return;
    };
    let locale = &pair.article.translation.locale;
    if writing.spaced.is_empty() || locale.contains("-CA") || locale.contains("-CH") {
        return;
    }
    let close = places(pair.bare().1, pair.article);
    if close.is_empty() {
        return;
    }
    // The unit's neighbours tell whether that is how the article is written.
    let units = &pair.article.translation.units;
    let first = pair.index.saturating_sub(8);
    let near = units.iter().enumerate().skip(first).take(17);
    let mut custom = near.filter(|(index, unit)| {
        *index != pair.index && !places(&unit.target, pair.article).is_empty()
    });
    if custom.nth(1).is_some() {
        return;
    }
    let space = article_space(pair).unwrap_or('\u{A0}');
    for (at, mark) in close {
        let message = format!("`{mark}` stands close to its word");
        let flaw = Flaw::new(Span::new(at, at), mark.to_string(), message);
        flaws.push(flaw.hint(format!("put U+{:04X} there", u32::from(space))));
    }
}

/// Where a space is missing, and at which mark: before one behind a letter, behind `«`, and before `»`
/// whatever it closes.
fn places(text: &str, article: &Article<'_>) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    for (at, c) in article.spaced.places(text) {
        let end = at + c.len_utf8();
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let after = text[end..].chars().next().unwrap_or(' ');
        let ends = after.is_whitespace() || matches!(after, '»' | '”' | '"' | ')');
        match c {
            '«' if after.is_alphanumeric() => found.push((end, c)),
            '»' if !before.is_whitespace() && !after.is_alphanumeric() => found.push((at, c)),
            '«' | '»' => {}
            _ if before.is_alphabetic() && ends => found.push((at, c)),
            _ => {}
        }
    }
    found
}
