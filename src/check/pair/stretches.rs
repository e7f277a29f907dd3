//! Whether a text has a stretch, asked often of one text.

use std::cmp::Ordering;

/// Shorter texts are read each time.
const LONG: usize = 4096;

/// So many bytes of what begins at a place are compared when places are sorted. Longer stretches are
/// found by reading on from the places that begin like them.
const COMPARED: usize = 64;

/// A text that is asked what it has.
#[derive(Debug)]
pub(in crate::check) struct Stretches {
    text: String,
    /// The places, by what begins there; none if it is short.
    sorted: Vec<usize>,
}

impl Stretches {
    /// Sorts the places of a text.
    pub(in crate::check) fn of(text: String) -> Self {
        let mut sorted = Vec::new();
        if text.len() > LONG {
            sorted.extend(text.char_indices().map(|(at, _)| at));
            sorted.sort_unstable_by(|one, two| beginning(&text, *one).cmp(beginning(&text, *two)));
        }
        Self { text, sorted }
    }

    /// Whether the text has a stretch.
    pub(in crate::check) fn contains(&self, stretch: &str) -> bool {
        self.places(stretch).next().is_some()
    }

    /// Where the text has a stretch, if it has it once.
    pub(in crate::check) fn only(&self, stretch: &str) -> Option<usize> {
        let mut places = self.places(stretch);
        places.next().filter(|_| places.next().is_none())
    }

    /// The places of a stretch, in no order.
    fn places(&self, stretch: &str) -> impl Iterator<Item = usize> {
        let is_read = self.sorted.is_empty() || stretch.len() > COMPARED;
        let read = is_read.then(|| self.text.match_indices(stretch));
        let read = read.into_iter().flatten().map(|(at, _)| at);
        let known = if is_read {
            &[]
        } else {
            self.beginning_with(stretch)
        };
        read.chain(known.iter().copied())
    }

    /// The sorted places at which a stretch begins.
    fn beginning_with(&self, stretch: &str) -> &[usize] {
        let order = |at: usize| {
            let here = beginning(&self.text, at);
            here[..here.len().min(stretch.len())].cmp(stretch.as_bytes())
        };
        let first = { &self.sorted }.partition_point(|at| order(*at) == Ordering::Less);
        let rest = &self.sorted[first..];
        &rest[..rest.partition_point(|at| order(*at) == Ordering::Equal)]
    }
}

/// What begins at a place, as far as it is compared.
fn beginning(text: &str, at: usize) -> &[u8] {
    let rest = &text.as_bytes()[at..];
    &rest[..rest.len().min(COMPARED)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_have_what_short_ones_have() {
        let short = "Am Wehr wächst Schilf, am Wehr brütet die Rohrdommel.";
        let long = format!("{}{short}{}", "ä".repeat(LONG), "Rohr".repeat(LONG));
        let long = Stretches::of(long);
        for (at, _) in short.char_indices() {
            for (end, _) in short[at..].char_indices() {
                let stretch = &short[at..at + end];
                assert!(long.contains(stretch), "{stretch}");
                assert!(!long.contains(&format!("{stretch}Q")), "{stretch}");
            }
        }
        assert!(long.contains(&"Rohr".repeat(99)) && !long.contains(&"rohr".repeat(99)));
    }
}
