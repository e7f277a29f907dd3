//! Rules for single lines of German pages, each with its reason.

use super::Options;
use crate::document::furniture_phrase;
use std::sync::LazyLock;

/// Judges lines by themselves.
pub(super) struct Judge {
    /// Phrases of the house in lower case, and whether a line may go on after one.
    own: Vec<(String, bool)>,
}

impl Judge {
    pub(super) fn new(options: &Options) -> Self {
        let own = options.furniture.iter().map(|phrase| {
            let phrase = phrase.trim().to_lowercase();
            let open = phrase.ends_with('…');
            (phrase.trim_end_matches('…').trim().to_owned(), open)
        });
        Self {
            own: own.filter(|(phrase, _)| !phrase.is_empty()).collect(),
        }
    }

    /// Why a line is no part of any article, wherever it stands.
    pub(super) fn line(&self, line: &str) -> Option<String> {
        let lower = line.trim().to_lowercase();
        for (phrase, open) in &self.own {
            if lower == *phrase || (*open && lower.starts_with(phrase.as_str())) {
                return Some(format!("house: “{phrase}” in satz.yaml"));
            }
        }
        let (reason, phrase) = furniture_phrase(line)?;
        // Headings of articles can read like these; the place decides there.
        let anywhere = !matches!(reason, "related" | "comments" | "navigation");
        anywhere.then(|| format!("{reason}: “{phrase}”"))
    }

    /// Why a line within a page of HTML is no part of its article.
    pub(super) fn html_line(&self, line: &str) -> Option<String> {
        if let Some((reason, phrase)) = furniture_phrase(line) {
            return Some(format!("{reason}: “{phrase}”"));
        }
        if let Some(reason) = self.line(line) {
            return Some(reason);
        }
        let letters = line.chars().filter(|c| c.is_alphabetic()).count();
        let short = line.chars().count() <= 120;
        let lower = line.to_lowercase();
        let head = HEADS
            .iter()
            .find(|(_, head)| short && lower.starts_with(head));
        if let Some((reason, head)) = head {
            return Some(format!("{reason}: begins with “{head}”"));
        }
        let by = ["von ", "geschrieben von ", "autor:", "| von ", "redaktion:"];
        let reason = if letters < 2 {
            "page: no letters to read"
        } else if short && (lower.contains("© ") || lower.contains("foto: ")) {
            "caption: names a picture's source"
        } else if short && by.iter().any(|head| lower.starts_with(head)) && is_byline(line) {
            "byline: who wrote it is no running text"
        } else if short && is_date(line) && letters < 40 {
            "date: when it was published"
        } else {
            return None;
        };
        Some(reason.to_owned())
    }
}

fn is_byline(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let names = words
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    words.len() <= 12 && names + 3 >= words.len() && !line.ends_with(['.', '!', '?'])
}

fn is_date(line: &str) -> bool {
    // A dash begins the signature below a quotation.
    !line.starts_with(['—', '–']) && super::date::german(line).is_some()
}

/// The rows of `heads.txt`: reason and beginning.
static HEADS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    include_str!("heads.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" | "))
        .collect()
});
