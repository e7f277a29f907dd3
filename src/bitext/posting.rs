//! Where each word of a document stands.

use std::ops::Range;

/// Where each word of one side of a document stands.
pub(super) struct Postings {
    /// Sentences and how often the word stands there, word by word.
    places: Vec<(u32, u32)>,
    /// Where each word's places begin and end.
    words: Vec<(u32, u32)>,
}

impl Postings {
    /// Looks through sentences whose words are numbered below `types`.
    pub(super) fn of(sentences: &[Vec<u32>], types: usize) -> Self {
        let mut words = vec![(0_u32, 0_u32); types];
        for word in sentences.iter().flatten() {
            words[*word as usize].1 += 1;
        }
        let mut start = 0;
        for word in &mut words {
            let count = word.1;
            *word = (start, start);
            start += count;
        }
        let mut places = vec![(0, 0); start as usize];
        for (at, sentence) in (0..).zip(sentences) {
            for word in sentence {
                let (first, end) = &mut words[*word as usize];
                let own = &mut places[*first as usize..];
                let count = (*end - *first) as usize;
                match own[..count].last_mut() {
                    Some(last) if last.0 == at => last.1 += 1,
                    _ => {
                        own[count] = (at, 1);
                        *end += 1;
                    }
                }
            }
        }
        Self { places, words }
    }

    /// The words that were looked for, by number.
    pub(super) fn types(&self) -> Range<u32> {
        0..self.words.len() as u32
    }

    /// The sentences that have a word, and how often each has it.
    pub(super) fn all(&self, word: u32) -> &[(u32, u32)] {
        let (start, end) = self.words[word as usize];
        &self.places[start as usize..end as usize]
    }

    /// The same, within some sentences.
    pub(super) fn within(&self, word: u32, sentences: &Range<usize>) -> &[(u32, u32)] {
        let all = self.all(word);
        let first = all.partition_point(|(at, _)| (*at as usize) < sentences.start);
        let all = &all[first..];
        &all[..all.partition_point(|(at, _)| (*at as usize) < sentences.end)]
    }
}
