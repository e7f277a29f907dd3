//! Names that are one slip of typing from another, found without comparing each with each.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::check::is_one_edit;

/// Names by what is left of them without one of their letters: two that are one edit apart share
/// that, or the one is what is left of the other.
#[derive(Debug, Default)]
pub(in crate::check) struct Near<'a> {
    names: Vec<&'a str>,
    known: FxHashSet<&'a str>,
    by_rest: FxHashMap<u64, Vec<usize>>,
}

impl<'a> Near<'a> {
    /// Takes names apart, each once.
    pub(in crate::check) fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let mut near = Self::default();
        for name in names {
            if near.known.insert(name) {
                for rest in rests(name) {
                    near.by_rest.entry(rest).or_default().push(near.names.len());
                }
                near.names.push(name);
            }
        }
        near
    }

    /// The names, in their order.
    pub(in crate::check) fn names(&self) -> &[&'a str] {
        &self.names
    }

    /// Whether a name is among them.
    pub(in crate::check) fn has(&self, name: &str) -> bool {
        self.known.contains(name)
    }

    /// The first name that is one edit from another.
    pub(in crate::check) fn one_edit_from(&self, name: &str) -> Option<&'a str> {
        let found = rests(name).filter_map(|rest| self.by_rest.get(&rest));
        let mut found: Vec<usize> = found.flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        let mut names = found.into_iter().map(|at| self.names[at]);
        names.find(|other| is_one_edit(other, name))
    }
}

/// Hashes of a name, and of what is left of it without each of its letters; none of a name that is
/// too long to be told by a slip.
fn rests(name: &str) -> impl Iterator<Item = u64> {
    const LONGEST: usize = 100;
    let is_short = name.len() <= LONGEST;
    let letters = name.char_indices().filter(move |_| is_short);
    let without = letters.map(|(at, c)| hash(&name[..at], &name[at + c.len_utf8()..]));
    is_short.then(|| hash(name, "")).into_iter().chain(without)
}

fn hash(head: &str, tail: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for c in head.chars().chain(tail.chars()) {
        c.hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_one_edit_apart_are_found() {
        let near = Near::of(["open", "close", "größe", "save", "open"].into_iter());
        assert_eq!(near.names().len(), 4);
        for (name, other) in [
            ("opne", Some("open")),
            ("opn", Some("open")),
            ("oppen", Some("open")),
            ("clasé", None),
            ("grosse", None),
            ("grösse", None),
            ("größen", Some("größe")),
            ("xave", Some("save")),
            ("save", None),
        ] {
            assert_eq!(near.one_edit_from(name), other, "{name}");
        }
    }
}
