use crate::language::{Kind, Lexicon, Sense, Tokens};

/// A text's words with what each can mean, looked up once.
pub(super) struct Words<'a> {
    /// The words.
    pub(super) tokens: &'a Tokens,
    /// The language's lexicon.
    pub(super) lexicon: &'a Lexicon,
    /// Where the senses of each token begin, and after the last.
    starts: Vec<usize>,
    /// Number of tokens that a phrase takes, and its sense.
    found: Vec<(usize, Sense)>,
}

impl<'a> Words<'a> {
    pub(super) fn new(tokens: &'a Tokens, lexicon: &'a Lexicon) -> Self {
        let mut starts = Vec::with_capacity(tokens.list.len() + 1);
        let mut found = Vec::with_capacity(tokens.list.len());
        for (at, token) in tokens.list.iter().enumerate() {
            starts.push(found.len());
            if token.kind != Kind::Digits
                && let Some(first) = tokens.word(at)
            {
                lexicon.senses(
                    first,
                    |offset| tokens.word(at + offset),
                    |length, sense| found.push((length, sense)),
                );
            }
        }
        starts.push(found.len());
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
