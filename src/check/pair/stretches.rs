//! Whether a text has a stretch, asked often of one text.

use std::cmp::Ordering;

/// Shorter texts are read each time.
const LONG: usize = 4096;

/// So many bytes of what begins at a place are compared when places are sorted. Longer stretches are
/// found by reading on from the places that begin like them.
const COMPARED: usize = 64;

/// A text, with the places in it sorted by what begins there if it is long.
#[derive(Debug)]
pub(in crate::check) struct Stretches {
    text: String,
    places: Vec<usize>,
}

impl Stretches {
    /// Sorts the places of a text.
    pub(in crate::check) fn of(text: String) -> Self {
        let mut places = Vec::new();
        if text.len() > LONG {
            places.extend(text.char_indices().map(|(at, _)| at));
            places.sort_unstable_by(|one, two| beginning(&text, *one).cmp(beginning(&text, *two)));
        }
        Self { text, places }
    }

    /// Whether the text has a stretch.
    pub(in crate::check) fn contains(&self, stretch: &str) -> bool {
        if self.places.is_empty() || stretch.len() > COMPARED {
            return self.text.contains(stretch);
        }
        let order = |at: usize| {
            let here = beginning(&self.text, at);
            here[..here.len().min(stretch.len())].cmp(stretch.as_bytes())
        };
        let first = self
            .places
            .partition_point(|at| order(*at) == Ordering::Less);
        let place = self.places.get(first);
        place.is_some_and(|at| order(*at) == Ordering::Equal)
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
