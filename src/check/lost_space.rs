//! A French mark that stands close to its word, where it has a no-break space before it.
//!
//! Why it matters: `Qui vient?` looks English to a French reader. Canadian French writes `?`, `!` and `;`
//! so, and is left alone; so is an article that does it throughout.
//! Example: `Qui vient?`, `«oui»`. Fix: certain; a no-break space.

use super::pair::characters::{Characters, Marks};
use super::{Check, Find, Flaw, Pair};
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
    if writing.spaced.is_empty() || locale.contains("-CA") {
        return;
    }
    let close = places(pair.bare().1, &writing.spaced);
    if close.is_empty() {
        return;
    }
    // The unit's neighbours tell whether that is how the article is written.
    let units = &pair.article.translation.units;
    let first = pair.index.saturating_sub(8);
    let near = units.iter().enumerate().skip(first).take(17);
    let mut custom = near.filter(|(index, unit)| {
        *index != pair.index && !places(&unit.target, &writing.spaced).is_empty()
    });
    if custom.nth(1).is_some() {
        return;
    }
    for at in close {
        let mark = pair.target()[at..].chars().next().unwrap_or(' ');
        let message = format!("`{mark}` stands close to its word");
        let flaw = Flaw::new(Span::new(at, at), mark.to_string(), message);
        flaws.push(flaw.fix("\u{A0}"));
    }
}

/// Where a space is missing: before a mark behind a letter, and behind `«`.
fn places(text: &str, spaced: &[char]) -> Vec<usize> {
    let mut found = Vec::new();
    let marks = spaced
        .iter()
        .fold(Characters::of("«»"), |set, c| set.with(*c..=*c));
    for (at, c) in Marks::from(&marks).places(text) {
        let end = at + c.len_utf8();
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let after = text[end..].chars().next().unwrap_or(' ');
        let ends = after.is_whitespace() || matches!(after, '»' | '”' | '"' | ')');
        if (spaced.contains(&c) || c == '»') && before.is_alphabetic() && ends {
            found.push(at);
        }
        if c == '«' && after.is_alphanumeric() {
            found.push(end);
        }
    }
    found
}
