//! Rules for single lines of German pages, each with its reason.

use super::{About, LeftOut, Options};
use crate::document::furniture_phrase;
use std::sync::LazyLock;

/// Longest line that is judged by how it begins, in characters.
const SHORT: usize = 120;

/// Judges lines by themselves.
pub(super) struct Judge {
    /// Phrases of the house in lower case, and whether a line may go on after one.
    phrases: Vec<(String, bool)>,
}

impl Judge {
    pub(super) fn new(options: &Options) -> Self {
        let phrases = options.furniture.iter().map(|phrase| {
            let phrase = phrase.trim().to_lowercase();
            let is_open = phrase.ends_with('…');
            (phrase.trim_end_matches('…').trim().to_owned(), is_open)
        });
        Self {
            phrases: phrases.filter(|(phrase, _)| !phrase.is_empty()).collect(),
        }
    }

    /// Why a line is no part of any article, wherever it stands.
    pub(super) fn line(&self, line: &str) -> Option<LeftOut> {
        if let Some(phrase) = self.house(line) {
            return Some(phrase);
        }
        let (about, phrase) = phrase(line)?;
        // Headings of articles can read like these; the place decides there.
        let anywhere = !matches!(about, About::Related | About::Comments | About::Navigation);
        anywhere.then_some(LeftOut::Phrase(about, phrase))
    }

    /// The phrase of the house that a line is.
    pub(super) fn house(&self, line: &str) -> Option<LeftOut> {
        let line = line.trim().to_lowercase();
        let is = |(phrase, is_open): &&(String, bool)| {
            line == *phrase || (*is_open && line.starts_with(phrase.as_str()))
        };
        let (phrase, _) = self.phrases.iter().find(is)?;
        Some(LeftOut::House(phrase.clone()))
    }
}

/// The phrase of pages that a line within a page of HTML is.
pub(super) fn phrase(line: &str) -> Option<(About, &'static str)> {
    let (about, phrase) = furniture_phrase(line)?;
    Some((About::of(about), phrase))
}

/// Why a line within a page of HTML is no running text, by how it is built.
pub(super) fn form(line: &str) -> Option<LeftOut> {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let is_short = line.chars().count() <= SHORT;
    let lower = line.to_lowercase();
    let begins = |head: &str| {
        if let Some(part) = head.strip_prefix('…') {
            return lower.contains(part);
        }
        let rest = lower.strip_prefix(head);
        let is_whole = head.ends_with(|c: char| !c.is_alphanumeric());
        rest.is_some_and(|rest| is_whole || !rest.starts_with(char::is_alphanumeric))
    };
    let is_sentence = line.ends_with(['.', '!', '?']);
    let head = HEADS.iter().find(|(about, head)| {
        is_short
            && begins(head)
            && (!is_sentence || *about == About::Caption || head.ends_with(':'))
    });
    if let Some((about, head)) = head {
        return Some(LeftOut::Beginning(*about, head));
    }
    let is_address =
        !line.contains(' ') && (lower.starts_with("http") || lower.starts_with("www."));
    if is_address {
        return Some(LeftOut::AllLinks);
    }
    let by = ["von ", "geschrieben von ", "autor:", "| von ", "redaktion:"];
    if letters < 2 {
        Some(LeftOut::NoLetters)
    } else if is_short && !is_sentence && (lower.contains("© ") || lower.contains("foto: ")) {
        Some(LeftOut::Credit)
    } else if is_short && by.iter().any(|head| lower.starts_with(head)) && is_byline(line) {
        Some(LeftOut::Byline)
    } else if is_short && is_date(line) && letters < 40 {
        Some(LeftOut::Date)
    } else {
        None
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

/// The rows of `heads.txt`: what such a line belongs to, and its beginning.
static HEADS: LazyLock<Vec<(About, &str)>> = LazyLock::new(|| {
    include_str!("heads.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" | "))
        .map(|(about, head)| (About::of(about), head))
        .collect()
});
