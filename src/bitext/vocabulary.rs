//! Words as numbers, so that documents are compared without their texts.

use rustc_hash::FxHashMap;

use super::token::{length, tokens};

/// The word types of one language, over all documents.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: FxHashMap<String, u32>,
    /// The types by number.
    pub(super) types: Vec<String>,
    /// How often each was seen.
    pub(super) counts: Vec<u32>,
    /// How often each began with a capital, not at the start of a sentence.
    pub(super) capitals: Vec<u32>,
    total: u32,
}

/// One side of a document.
#[derive(Debug, Default)]
pub(super) struct Side {
    /// The tokens of each sentence as numbers of types.
    pub(super) sentences: Vec<Vec<u32>>,
    /// Characters of each sentence.
    pub(super) lengths: Vec<f32>,
}

impl Vocabulary {
    /// Reads sentences.
    pub(super) fn read(&mut self, sentences: &[impl AsRef<str>]) -> Side {
        let mut side = Side::default();
        for sentence in sentences {
            let mut types = Vec::new();
            tokens(sentence.as_ref(), |token, capital| {
                let number = self.number(token);
                let at = number as usize;
                self.counts[at] += 1;
                self.capitals[at] += u32::from(capital);
                self.total += 1;
                types.push(number);
            });
            side.sentences.push(types);
            side.lengths.push(length(sentence.as_ref()));
        }
        side
    }

    fn number(&mut self, token: &str) -> u32 {
        if let Some(number) = self.numbers.get(token) {
            return *number;
        }
        let number = self.types.len() as u32;
        self.numbers.insert(token.to_owned(), number);
        self.types.push(token.to_owned());
        self.counts.push(0);
        self.capitals.push(0);
        number
    }

    /// The number of a type that was seen.
    pub(super) fn find(&self, token: &str) -> Option<u32> {
        self.numbers.get(token).copied()
    }

    /// The numbers of a text's types that were seen.
    pub(super) fn find_all(&self, text: &str) -> Vec<u32> {
        let mut out = Vec::new();
        tokens(text, |token, _| out.extend(self.find(token)));
        out
    }

    /// How likely a type is anywhere.
    pub(super) fn probability(&self, number: u32) -> f32 {
        let all = self.total as f32 + 0.5 * self.types.len() as f32;
        (self.counts[number as usize] as f32 + 0.5) / all
    }
}
