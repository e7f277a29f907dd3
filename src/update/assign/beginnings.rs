//! Texts by how they begin: which of many begin like a given one, without asking each.

/// So many texts at most are candidates: more only where very many begin alike.
const MOST: usize = 64;

/// Numbered texts, sorted.
#[derive(Debug, Default)]
pub(super) struct Beginnings<'a> {
    texts: Vec<Entry<'a>>,
}

/// A text, and which have it.
#[derive(Debug)]
struct Entry<'a> {
    text: &'a str,
    /// The numbers of those that have it, ascending.
    numbers: Vec<usize>,
    /// How many of the first ones are known to be taken.
    taken: usize,
    /// The longest of the other texts that it begins with.
    within: Option<usize>,
}

impl<'a> Beginnings<'a> {
    /// Sorts texts with their numbers.
    pub(super) fn of(mut all: Vec<(&'a str, usize)>) -> Self {
        all.sort_unstable();
        let mut texts: Vec<Entry<'a>> = Vec::new();
        for (text, number) in all {
            match texts.last_mut() {
                Some(last) if last.text == text => last.numbers.push(number),
                _ => {
                    // What a text begins with is the one before it, or what that one begins with.
                    let mut within = texts.len().checked_sub(1);
                    while let Some(at) = within.filter(|at| !text.starts_with(texts[*at].text)) {
                        within = texts[at].within;
                    }
                    texts.push(Entry {
                        text,
                        numbers: vec![number],
                        taken: 0,
                        within,
                    });
                }
            }
        }
        Self { texts }
    }

    /// The numbers of the texts that begin with a text or that it begins with, ascending, without
    /// those that are `taken` for good.
    pub(super) fn candidates(&mut self, text: &str, taken: &[bool]) -> Vec<usize> {
        let mut found = Vec::new();
        let first = self.texts.partition_point(|other| other.text < text);
        let mut shorter = first.checked_sub(1);
        while let Some(at) = shorter {
            if text.starts_with(self.texts[at].text) {
                self.texts[at].free(taken, &mut found);
            }
            shorter = self.texts[at].within;
        }
        for longer in &mut self.texts[first..] {
            if found.len() >= MOST || !longer.text.starts_with(text) {
                break;
            }
            longer.free(taken, &mut found);
        }
        found.sort_unstable();
        found
    }
}

impl Entry<'_> {
    /// Adds the numbers that are not taken.
    fn free(&mut self, taken: &[bool], found: &mut Vec<usize>) {
        let behind = &self.numbers[self.taken..];
        self.taken += behind.iter().take_while(|number| taken[**number]).count();
        let numbers = self.numbers[self.taken..].iter().take(MOST).copied();
        found.extend(numbers.filter(|number| !taken[*number]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_begin_alike_are_found() {
        let all = ["das", "dasdorf", "ein", "", "dasdorfliegt", "das", "dast"];
        let mut texts = Beginnings::of(all.into_iter().zip(0..).collect());
        let mut taken = [false; 7];
        assert_eq!(texts.candidates("dasdorf", &taken), [0, 1, 3, 4, 5]);
        assert_eq!(texts.candidates("da", &taken), [0, 1, 3, 4, 5, 6]);
        taken[0] = true;
        assert_eq!(texts.candidates("eins", &taken), [2, 3]);
        assert_eq!(texts.candidates("das", &taken), [1, 3, 4, 5, 6]);
    }
}
