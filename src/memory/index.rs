//! Texts by the groups of characters in them.

use std::ops::Range;

use rayon::prelude::*;

use super::gram::{Grams, write_number, written_length};

/// The characters of a group: those of bands with short texts, and those of the others.
pub(super) const SIZES: [usize; 2] = [3, 4];

/// Texts of fewer characters have groups of the first size.
const SHORT: usize = 45;

/// Texts laid out so that those similar to another one are found without comparing all.
///
/// The texts stand in order of their lengths, in bands of similar lengths. A band has a list of its
/// texts for each group of characters.
#[derive(Debug, Default)]
pub struct Index {
    /// The texts, one behind the other.
    text: String,
    /// Where each ends in `text`.
    ends: Vec<u32>,
    /// Characters of each, rising.
    lengths: Vec<u32>,
    /// The number that each was given with.
    numbers: Vec<u32>,
    bands: Vec<Band>,
}

/// Texts of similar lengths with their lists.
///
/// A list is the differences of the texts' places. Groups are told apart by a hash, so a list may be
/// of several: that costs comparisons, and never hides a text.
#[derive(Debug)]
pub(super) struct Band {
    /// The places of its texts in the index.
    pub(super) places: Range<usize>,
    /// The characters of a group.
    pub(super) size: usize,
    /// Where the list of each slot begins in `postings`, and one more.
    starts: Vec<u32>,
    postings: Vec<u8>,
}

impl Index {
    /// Lays texts out. Their numbers are their places in `texts`. Together they may have 4 GiB.
    pub fn of<T: AsRef<str>>(texts: &[T]) -> Self {
        let mut order: Vec<(u32, u32)> = { texts.iter().zip(0..) }
            .map(|(text, number)| (length_of(text.as_ref()), number))
            .collect();
        order.sort_unstable();
        let mut index = Self {
            lengths: order.iter().map(|(length, _)| *length).collect(),
            numbers: order.iter().map(|(_, number)| *number).collect(),
            ..Self::default()
        };
        for (_, number) in order {
            index.text.push_str(texts[number as usize].as_ref());
            index
                .ends
                .push(u32::try_from(index.text.len()).unwrap_or(u32::MAX));
        }
        let mut places: Vec<(Range<usize>, usize)> = Vec::new();
        let mut start = 0;
        while start < index.len() {
            let shortest = index.length_at(start);
            let longest = (shortest * 7 / 5).max(8);
            let end = index
                .lengths
                .partition_point(|length| *length as usize <= longest);
            places.push((start..end, SIZES[usize::from(longest >= SHORT)]));
            start = end;
        }
        let bands = places.into_par_iter();
        index.bands = bands
            .map(|(places, size)| index.band(places, size))
            .collect();
        index
    }

    /// Makes the lists of a band: their sizes first, then what is in them.
    fn band(&self, places: Range<usize>, size: usize) -> Band {
        let mut grams = Grams::default();
        let bytes = self.start(places.end) - self.start(places.start);
        let slots = (bytes / 96).next_power_of_two().clamp(1 << 6, 1 << 20);
        let mask = slots - 1;
        let mut last = vec![0; slots];
        let mut starts = vec![0; slots + 1];
        for place in places.clone() {
            let number = u32::try_from(place - places.start + 1).unwrap_or(u32::MAX);
            for gram in grams.of(self.text_at(place), size) {
                let slot = *gram as usize & mask;
                if last[slot] != number {
                    starts[slot + 1] += written_length(number - last[slot]);
                    last[slot] = number;
                }
            }
        }
        for slot in 0..slots {
            starts[slot + 1] += starts[slot];
        }
        let mut postings = vec![0; starts[slots] as usize];
        let mut ends = starts.clone();
        last.fill(0);
        for place in places.clone() {
            let number = u32::try_from(place - places.start + 1).unwrap_or(u32::MAX);
            for gram in grams.of(self.text_at(place), size) {
                let slot = *gram as usize & mask;
                if last[slot] != number {
                    let out = &mut postings[ends[slot] as usize..];
                    ends[slot] += write_number(number - last[slot], out);
                    last[slot] = number;
                }
            }
        }
        Band {
            places,
            size,
            starts,
            postings,
        }
    }

    /// Where the text at a place begins in `text`.
    fn start(&self, place: usize) -> usize {
        place
            .checked_sub(1)
            .map_or(0, |last| self.ends[last] as usize)
    }

    /// Returns the bytes that stand beside the texts.
    pub fn bytes(&self) -> usize {
        let lists = |band: &Band| band.postings.len() + 4 * band.starts.len();
        12 * self.len() + self.bands.iter().map(lists).sum::<usize>()
    }

    /// Returns how many texts there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    pub(super) fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// Returns the text at a place.
    pub(super) fn text_at(&self, place: usize) -> &str {
        &self.text[self.start(place)..self.start(place + 1)]
    }

    /// Returns how many characters the text at a place has.
    pub(super) fn length_at(&self, place: usize) -> usize {
        self.lengths[place] as usize
    }

    /// Returns the number of the text at a place.
    pub(super) fn number_at(&self, place: usize) -> usize {
        self.numbers[place] as usize
    }

    /// Returns the places of the texts with so many characters.
    pub(super) fn places(&self, lengths: Range<usize>) -> Range<usize> {
        let from = |length: usize| self.lengths.partition_point(|at| (*at as usize) < length);
        from(lengths.start)..from(lengths.end)
    }
}

impl Band {
    /// Returns the list of a group's hash.
    pub(super) fn postings(&self, gram: u32) -> &[u8] {
        let slot = gram as usize & (self.starts.len() - 2);
        &self.postings[self.starts[slot] as usize..self.starts[slot + 1] as usize]
    }
}

fn length_of(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
