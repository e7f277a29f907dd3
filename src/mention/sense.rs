use super::compound;
use crate::language::{Kind, Lexicon, Sense, Tokens};

/// A text's words with what each can mean, looked up once.
pub(super) struct Words<'a> {
    /// The words.
    pub(super) tokens: &'a Tokens,
    /// The language's lexicon.
    pub(super) lexicon: &'a Lexicon,
    /// Of each token and after the last: where its senses begin, and whether a number in one word may.
    starts: Vec<(usize, bool)>,
    /// Number of tokens that a phrase takes, and its sense.
    found: Vec<(usize, Sense)>,
}

impl<'a> Words<'a> {
    pub(super) fn new(tokens: &'a Tokens, lexicon: &'a Lexicon) -> Self {
        let mut starts = Vec::with_capacity(tokens.list.len() + 1);
        let mut found = Vec::with_capacity(tokens.list.len());
        for (at, token) in tokens.list.iter().enumerate() {
            let first = tokens.word(at).filter(|_| token.kind != Kind::Digits);
            let may_count = first.is_some_and(|first| compound::may_be(first, lexicon));
            starts.push((found.len(), may_count));
            if let Some(first) = first {
                lexicon.senses(
                    first,
                    |offset| tokens.word(at + offset),
                    |length, sense| found.push((length, sense)),
                );
            }
        }
        starts.push((found.len(), false));
        Self {
            tokens,
            lexicon,
            starts,
            found,
        }
    }

    /// The senses of the phrases that begin with a token.
    pub(super) fn senses(&self, at: usize) -> &[(usize, Sense)] {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some((from, _)), Some((to, _))) => &self.found[*from..*to],
            _ => &[],
        }
    }

    /// Whether a number in words may begin with a token.
    pub(super) fn may_count(&self, at: usize) -> bool {
        self.starts.get(at).is_some_and(|(_, may_count)| *may_count) || !self.senses(at).is_empty()
    }

    /// The longest phrase that begins with a token and has one of the senses wanted.
    pub(super) fn first(
        &self,
        at: usize,
        wanted: impl Fn(Sense) -> bool,
    ) -> Option<(usize, Sense)> {
        let all = self.senses(at).iter().filter(|(_, sense)| wanted(*sense));
        all.copied()
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
    }
}
