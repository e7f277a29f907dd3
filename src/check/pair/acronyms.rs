//! Short forms in capitals.

use rustc_hash::{FxHashMap, FxHashSet};

use super::reading::Reading;
use super::run::standing_out;
use super::{Article, Pair};
use crate::language::{is_capital, is_letter};
use crate::text::Span;

/// The short forms of a text, each with its place; without the small letters of an ending.
pub(in crate::check) fn acronyms<'a>(reading: &Reading<'a>) -> Vec<(&'a str, Span)> {
    let mut found = Vec::new();
    for (start, word) in standing_out(reading) {
        // Most have but one capital.
        let may_be_capital = |byte: &u8| byte.is_ascii_uppercase() || !byte.is_ascii();
        if word.bytes().filter(may_be_capital).count() < 2 {
            continue;
        }
        let head = word.trim_end_matches(char::is_lowercase);
        let (mut capitals, mut others) = (0, 0);
        for c in head.chars() {
            if is_capital(c) {
                capitals += usize::from(c < '\u{250}');
            } else {
                others += usize::from(!c.is_ascii_digit());
            }
        }
        if capitals >= 2 && others == 0 && word.len() - head.len() <= 3 {
            found.push((head, Span::new(start, start + head.len())));
        }
    }
    found
}

/// How often each short form of the German became another one, and which were kept.
#[derive(Debug, Default)]
pub(in crate::check) struct Renderings<'a> {
    became: FxHashMap<(&'a str, &'a str), usize>,
    kept: FxHashSet<&'a str>,
    /// In how many units the translation has each.
    units: FxHashMap<&'a str, usize>,
}

impl<'a> Renderings<'a> {
    pub(super) fn of(article: &'a Article<'a>) -> Self {
        let mut found = Self::default();
        for pair in article.pairs() {
            let (source, target) = pair.readings();
            let own = acronyms(target);
            for (word, _) in &own {
                *found.units.entry(word).or_default() += 1;
            }
            let german = acronyms(source);
            for (word, _) in german {
                if own.iter().any(|(other, _)| *other == word) {
                    found.kept.insert(word);
                    continue;
                }
                for (other, _) in own.iter().take(8) {
                    *found.became.entry((word, other)).or_default() += 1;
                }
            }
        }
        found
    }

    /// Whether the translation has a short form more than once.
    pub(in crate::check) fn is_at_home(&self, own: &str) -> bool {
        self.units.get(own).is_some_and(|count| *count > 1)
    }

    /// Whether an article always has the one for the other, more than once: it is meant.
    pub(in crate::check) fn is_meant(&self, german: &str, own: &str) -> bool {
        self.became
            .get(&(german, own))
            .is_some_and(|count| *count > 1)
            && !self.kept.contains(german)
    }
}

/// Whether the second short form is another language's for the first.
pub(in crate::check) fn is_translation(pair: Pair<'_>, source: &str, target: &str) -> bool {
    let (from, to) = (pair.article.from.lists, pair.article.to.lists);
    from.acronyms.contains(&format!("{source}:{target}"))
        || to.acronyms.contains(&format!("{target}:{source}"))
}

/// Whether most letters are capitals, so that capitals say nothing.
pub(in crate::check) fn is_shouted(text: &str) -> bool {
    let (mut letters, mut capitals) = (0, 0);
    for c in text.chars().filter(|c| is_letter(*c)) {
        letters += 1;
        capitals += usize::from(is_capital(c));
    }
    capitals * 2 > letters
}
