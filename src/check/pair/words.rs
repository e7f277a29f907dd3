//! The words of a text.

use std::borrow::Cow;
use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::language::{Gap, Kind, Known, Token, Tokens, is_capital, known, lower_case};

/// A word in a text: tokens of letters, joined by single apostrophes and hyphens; no digits.
#[derive(Debug)]
pub(in crate::check) struct Word<'a> {
    /// Place in the text, in bytes.
    pub(in crate::check) start: usize,
    /// The word as it is written.
    pub(in crate::check) text: &'a str,
    lower: OnceCell<Cow<'a, str>>,
    known: OnceCell<Known>,
}

impl<'a> Word<'a> {
    /// The word at a place in a text, of which `lower` is the same in small letters, if that is at hand.
    pub(super) fn new(text: &'a str, lower: Option<&'a str>, start: usize, end: usize) -> Self {
        let lower = lower.map(|lower| Cow::Borrowed(&lower[start..end]));
        Self {
            start,
            text: &text[start..end],
            lower: lower.map_or_else(OnceCell::new, OnceCell::from),
            known: OnceCell::new(),
        }
    }

    pub(in crate::check) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The word in lower case.
    pub(in crate::check) fn lower(&self) -> &str {
        self.lower.get_or_init(|| lower_case(self.text))
    }

    /// Which languages have it among their small words.
    pub(in crate::check) fn known(&self) -> Known {
        *self.known.get_or_init(|| known(self.lower()))
    }

    /// Whether it has no capital.
    pub(in crate::check) fn is_lower(&self) -> bool {
        self.lower() == self.text || !self.text.chars().any(is_capital)
    }

    /// Whether it begins with a capital.
    pub(in crate::check) fn is_capital(&self) -> bool {
        self.text.starts_with(is_capital)
    }
}

/// The words of a text.
pub(in crate::check) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    join(text, &Tokens::of(text), |start, end| {
        found.push(Word::new(text, None, start, end));
    });
    found
}

/// Calls `found` with where each word of a text begins and ends: tokens with nothing or a single
/// apostrophe or hyphen between them are one.
pub(super) fn join(text: &str, tokens: &Tokens, mut found: impl FnMut(usize, usize)) {
    let list = &tokens.list;
    let end_of = |token: &Token| {
        let end = token.span.end;
        if text.as_bytes()[end - 1].is_ascii_alphabetic() {
            return end;
        }
        let word = &text[token.span.clone()];
        token.span.start + word.strip_suffix(is_joint).unwrap_or(word).len()
    };
    // What has a blank before it is never joined.
    let may_go_on =
        |token: &&Token| token.kind == Kind::Word && matches!(token.gap, Gap::None | Gap::Hyphen);
    let mut at = 0;
    while let Some(token) = list.get(at) {
        at += 1;
        if token.kind != Kind::Word {
            continue;
        }
        let mut end = end_of(token);
        loop {
            // An apostrophe may be a token of its own.
            let next = match list.get(at) {
                Some(mark) if mark.kind == Kind::Mark && mark.gap == Gap::None => at + 1,
                _ => at,
            };
            let Some(token) = list.get(next).filter(may_go_on) else {
                break;
            };
            let mut between = text[end..token.span.start].chars();
            if !between.next().is_none_or(is_joint) || between.next().is_some() {
                break;
            }
            end = end_of(token);
            at = next + 1;
        }
        found(token.span.start, end);
    }
}

/// Words by how they are written: of most that are looked up, their lengths and their first and last
/// bytes tell that they are not there.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::check) struct Looks(u128);

impl Looks {
    /// Adds a word; whether one that looks so may have been there before.
    pub(in crate::check) fn add(&mut self, word: &str) -> bool {
        let before = self.0;
        self.0 |= Self::bit(word);
        before == self.0
    }

    /// Whether a word may be there.
    pub(in crate::check) fn may_have(self, word: &str) -> bool {
        self.0 & Self::bit(word) != 0
    }

    fn bit(word: &str) -> u128 {
        let bytes = word.as_bytes();
        let ends = bytes.first().zip(bytes.last());
        let (first, last) = ends.map_or((0, 0), |(first, last)| (*first, *last));
        let look = u64::from(first) << 16 | u64::from(last) << 8 | bytes.len() as u64;
        1 << (look.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 57)
    }
}

/// The words that a text has, as they are written.
#[derive(Debug)]
pub(in crate::check) struct Vocabulary<'a> {
    words: &'a [Word<'a>],
    looks: Looks,
    /// The words of a long text.
    known: Option<FxHashSet<&'a str>>,
}

/// So many words at most are gone through for each that is looked up.
const FEW: usize = 64;

impl<'a> Vocabulary<'a> {
    pub(super) fn of(words: &'a [Word<'a>]) -> Self {
        let mut looks = Looks::default();
        for word in words {
            looks.add(word.text);
        }
        let is_long = words.len() > FEW;
        let known = is_long.then(|| words.iter().map(|word| word.text).collect());
        Self {
            words,
            looks,
            known,
        }
    }

    /// Whether the text has a word.
    pub(in crate::check) fn contains(&self, word: &str) -> bool {
        self.looks.may_have(word)
            && match &self.known {
                Some(known) => known.contains(word),
                None => self.words.iter().any(|other| other.text == word),
            }
    }
}

/// Whether a character may stand within a word, between letters.
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '-' | '’' | '‐' | '‑' | 'ʼ')
}

/// Words in lower case, divided at apostrophes and hyphens: `l’entreprise` is an article and a noun,
/// `US-Präsident` has a president.
pub(super) fn parts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    join(text, &Tokens::of(text), |start, end| {
        let parts = text[start..end].split(['\'', '’', 'ʼ', '-', '‐', '‑']);
        let parts = parts.filter(|part| !part.is_empty());
        found.extend(parts.map(|part| lower_case(part).into_owned()));
    });
    found
}
