//! Where translations come from, counted.

use super::{Provenance, Sentence};

/// How much of some translations a person, a memory or a machine made, and how much was reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Origins {
    pub(super) sentences: usize,
    pub(super) words: usize,
    pub(super) person: usize,
    pub(super) machine: usize,
    pub(super) raw_machine: usize,
    pub(super) reviewed: usize,
    pub(super) words_machine: usize,
    pub(super) words_raw_machine: usize,
    pub(super) words_reviewed: usize,
}

impl Origins {
    pub(super) fn of<'a>(sentences: impl IntoIterator<Item = &'a Sentence>) -> Self {
        let mut sum = Self::default();
        for sentence in sentences {
            let is_machine = sentence.machine.is_some();
            let is_reviewed = sentence.review.is_some();
            let is_raw = is_machine && !is_reviewed;
            sum.sentences += 1;
            sum.words += sentence.words;
            sum.person += usize::from(sentence.made == "person");
            sum.machine += usize::from(is_machine);
            sum.raw_machine += usize::from(is_raw);
            sum.reviewed += usize::from(is_reviewed);
            sum.words_machine += if is_machine { sentence.words } else { 0 };
            sum.words_raw_machine += if is_raw { sentence.words } else { 0 };
            sum.words_reviewed += if is_reviewed { sentence.words } else { 0 };
        }
        sum
    }
}

/// The sentences of each article in each locale, in their order.
pub(super) fn by_article(provenance: &Provenance) -> impl Iterator<Item = &[Sentence]> {
    let is_same = |one: &Sentence, other: &Sentence| {
        (&one.locale, &one.article) == (&other.locale, &other.article)
    };
    provenance.sentences.chunk_by(is_same)
}
