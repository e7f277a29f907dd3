//! Recognises what is no part of the article's running text, by phrases in `furniture.txt`
//! and by the form of a line.

use std::sync::LazyLock;

use super::{BlockKind, Reason};
use crate::language::Language;

/// What a line around the article belongs to that the short lines below it belong to as well.
const RELATED_ARTICLES: &str = "related";

/// Most short lines that a heading for related articles can have below it.
const RELATED: usize = 40;

/// What a line was recognised as, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Role {
    pub(super) kind: BlockKind,
    pub(super) reason: Reason,
}

impl Role {
    fn new(kind: BlockKind, reason: impl Into<Reason>) -> Self {
        Self {
            kind,
            reason: reason.into(),
        }
    }
}

/// Assigns roles to lines (trimmed, blank ones empty); `None` is running text.
///
/// Furniture is what stands at the end of the page: going up from the last line, phrases of the
/// list; below a heading for related articles also the short lines between; attributions may stand
/// among them. The first other line ends it.
pub(super) fn roles(lines: &[&str], language: &Language) -> Vec<Option<Role>> {
    let mut roles: Vec<Option<Role>> = lines.iter().map(|line| attribution(line)).collect();
    let mut waiting = Vec::new();
    for index in (0..lines.len()).rev() {
        let line = lines[index];
        if line.is_empty() || roles[index].is_some() {
            continue;
        }
        let Some((about, phrase)) = phrase(line) else {
            if !is_short(line) || waiting.len() == RELATED {
                break;
            }
            waiting.push(index);
            continue;
        };
        if !waiting.is_empty() && about != RELATED_ARTICLES {
            break;
        }
        for below in waiting.drain(..) {
            roles[below] = Some(Role::new(
                BlockKind::Furniture,
                Reason::Around(
                    RELATED_ARTICLES,
                    "a short line below a heading for related articles".into(),
                ),
            ));
        }
        let sign = format!("“{phrase}” at the end of the page").into();
        let reason = Reason::Around(about, sign);
        roles[index] = Some(Role::new(BlockKind::Furniture, reason));
    }
    for index in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
        .map(|(index, _)| index)
        .take(4)
    {
        let role = if roles[index].is_some() {
            continue;
        } else if is_byline(lines[index]) {
            Role::new(
                BlockKind::Byline,
                "“Von” and a name near the top of the page",
            )
        } else if is_dateline(lines[index], language) {
            Role::new(
                BlockKind::Dateline,
                "a date, alone or behind a place, near the top of the page",
            )
        } else {
            continue;
        };
        roles[index] = Some(role);
    }
    roles
}

/// Recognises a line that says where a text or picture was taken from.
pub(super) fn attribution(line: &str) -> Option<Role> {
    let word = line
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let rest = &line[word.len()..];
    let found = match word {
        "Quelle" | "Quellen" => {
            let short = line.split_whitespace().count() <= 4 && !ends_sentence(line);
            rest.starts_with(':') || (rest.starts_with(' ') && short)
        }
        "Foto" | "Fotos" | "Bild" | "Bildquelle" | "Bildnachweis" => {
            rest.starts_with(':') && is_short(line)
        }
        _ => false,
    };
    found.then(|| {
        Role::new(
            BlockKind::Attribution,
            format!("begins with “{word}” and names a source"),
        )
    })
}

/// Whether a line ends the way a sentence does, a closing quotation mark or bracket aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '“', '”', '«', '»', '‘', '’', '\'', ')', ']'])
        .ends_with(['.', '!', '?', '…', ':', ';', ','])
}

fn is_short(line: &str) -> bool {
    line.chars().count() <= 120 && !ends_sentence(line)
}

fn is_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    if !matches!(words.next(), Some("Von" | "VON")) || ends_sentence(line) {
        return false;
    }
    let names: Vec<&str> = words.collect();
    (2..=9).contains(&names.len())
        && names.iter().all(|name| {
            name.starts_with(char::is_uppercase)
                || matches!(*name, "und" | "von" | "van" | "de" | "der" | "zu" | "den")
        })
}

/// Whether a line is a day, alone or behind a place, with the time and the words that go with it.
fn is_dateline(line: &str, language: &Language) -> bool {
    const BESIDE: [&str; 9] = [
        "am",
        "den",
        "um",
        "uhr",
        "stand",
        "aktualisiert",
        "veröffentlicht",
        "zuletzt",
        "von",
    ];
    let number = |word: &str| {
        word.bytes()
            .all(|byte| byte.is_ascii_digit() || b".:".contains(&byte))
    };
    let words = line.split(|c: char| c.is_whitespace() || ",|()–-/".contains(c));
    let (mut days, mut places, mut before) = (0, 0, "");
    for word in words.filter(|word| !word.is_empty()) {
        let bare = word.trim_end_matches([':', '.']);
        let lower = bare.to_lowercase();
        if number(word) {
            days += usize::from(word.matches('.').count() == 2);
        } else if language.months.contains(bare) {
            days += usize::from(before.ends_with('.'));
        } else if !BESIDE.contains(&lower.as_str()) && !language.weekdays.contains(bare) {
            places += 1;
            if days > 0 || places > 4 || !word.starts_with(char::is_uppercase) {
                return false;
            }
        }
        before = if number(word) { word } else { "" };
    }
    days == 1
}

/// Finds the row of the list that a line agrees with: its reason and phrase.
pub(crate) fn phrase(line: &str) -> Option<(&'static str, &'static str)> {
    let line = line.to_lowercase();
    let bare = line
        .trim_end_matches(|c: char| c.is_ascii_digit() || "()[].…:!»›>→ ".contains(c))
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    ROWS.iter()
        .find(|(_, how, phrase)| match *how {
            "exact" => bare == *phrase,
            "start" => line.starts_with(phrase),
            _ => phrase.split('+').all(|part| line.contains(part.trim())),
        })
        .map(|(reason, _, phrase)| (*reason, *phrase))
}

/// The rows of `furniture.txt`: reason, comparison, phrase.
static ROWS: LazyLock<Vec<(&str, &str, &str)>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut parts = line.split('|').map(str::trim);
        let row = (parts.next()?, parts.next()?, parts.next()?);
        (!line.starts_with('#')).then_some(row)
    };
    include_str!("furniture.txt")
        .lines()
        .filter_map(row)
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_complete_and_lower_case() {
        for (reason, how, phrase) in ROWS.iter() {
            assert!(!reason.is_empty() && !phrase.is_empty());
            assert!(["exact", "start", "all"].contains(how), "{how}");
            assert_eq!(*phrase, phrase.to_lowercase());
        }
    }

    #[test]
    fn counts_and_marks_do_not_hide_a_phrase() {
        assert!(phrase("Kommentare (12)").is_some());
        assert!(phrase("Loading...").is_some());
        assert!(phrase("Kommentare sind frei").is_none());
    }
}
