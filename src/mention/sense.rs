//! The words of a text with what each can mean.

use super::compound;
use super::roman::begins_roman;
use crate::language::{Kind, Lexicon, Sense, Tokens};

/// A text's words with what each can mean, looked up once.
pub(super) struct Words<'a> {
    /// The words.
    pub(super) tokens: &'a Tokens,
    /// The language's lexicon.
    pub(super) lexicon: &'a Lexicon,
    /// The tokens that mention something, or may.
    pub(super) places: Vec<usize>,
    /// Of each token and after the last: where its senses begin.
    starts: Vec<usize>,
    /// Number of tokens that a phrase takes, and its sense.
    found: Vec<(usize, Sense)>,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &str, tokens: &'a Tokens, lexicon: &'a Lexicon) -> Self {
        let mut places = Vec::with_capacity(tokens.list.len());
        let mut starts = Vec::with_capacity(tokens.list.len() + 1);
        let mut found = Vec::with_capacity(tokens.list.len());
        for (at, token) in tokens.list.iter().enumerate() {
            let start = found.len();
            starts.push(start);
            let may_count = match (token.kind, tokens.word(at)) {
                (Kind::Digits, _) | (_, None) => true,
                (kind, Some(first)) => {
                    lexicon.senses(
                        first,
                        |offset| tokens.word(at + offset),
                        |length, sense| found.push((length, sense)),
                    );
                    kind == Kind::Word
                        && (begins_roman(&text[token.span.start..])
                            || compound::may_be(first, lexicon))
                }
            };
            if may_count || found.len() > start {
                places.push(at);
            }
        }
        starts.push(found.len());
        Self {
            tokens,
            lexicon,
            places,
            starts,
            found,
        }
    }

    /// The senses of the phrases that begin with a token.
    pub(super) fn senses(&self, at: usize) -> &[(usize, Sense)] {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => &self.found[*from..*to],
            _ => &[],
        }
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
