//! Ids of units: a base that stays and a tag that is bound to the German.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{fold, hash};

/// Crockford base 32, lower case: no `i`, `l`, `o`, `u`.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Whether a byte is one of the [`ALPHABET`].
fn is_digit(byte: u8) -> bool {
    static DIGITS: [bool; 256] = {
        let mut digits = [false; 256];
        let mut at = 0;
        while at < ALPHABET.len() {
            digits[ALPHABET[at] as usize] = true;
            at += 1;
        }
        digits
    };
    DIGITS[usize::from(byte)]
}

/// Characters of the tag of an id that is bound to a value.
const BOUND: usize = 5;

/// How many equal sentences of one catalog have bases of their own by content.
const BORN: u32 = 1024;

/// A part of an id: a few characters of base 32, held in place. Ids are compared by the million.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word<const N: usize> {
    /// The characters, then zeros: compared as bytes they are in the order of the texts.
    bytes: [u8; N],
    length: u8,
}

impl<const N: usize> Word<N> {
    /// The text, which is ASCII without zeros; cut off behind `N` characters.
    pub fn of(text: &str) -> Self {
        let mut bytes = [0; N];
        let length = text.len().min(N);
        bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
        Self {
            bytes,
            length: u8::try_from(length).unwrap_or(u8::MAX),
        }
    }

    /// The characters as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl<const N: usize> Deref for Word<N> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> Borrow<str> for Word<N> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> std::hash::Hash for Word<N> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<const N: usize> PartialEq<str> for Word<N> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl<const N: usize> fmt::Display for Word<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl<const N: usize> fmt::Debug for Word<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// `s` and six characters of base 32: what stays with a sentence.
pub type Base = Word<7>;

/// Four or five characters of base 32: a wording.
pub type Tag = Word<5>;

/// The id of a unit: a base that stays with the sentence, and a tag that is its present wording.
///
/// Written `s7k2mq` while the German folds to the text the base was born from, else `s7k2mq-q4tz`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// `s` and six characters of base 32.
    pub base: Base,
    /// Four or five characters of base 32.
    pub tag: Option<Tag>,
}

impl Id {
    /// Reads an id; `None` if it is not of the form that satz makes.
    pub fn parse(text: &str) -> Option<Self> {
        let dash = text.bytes().position(|byte| byte == b'-');
        let (base, tag) = match dash {
            Some(at) => (&text[..at], Some(&text[at + 1..])),
            None => (text, None),
        };
        let digits = base.strip_prefix('s')?;
        let valid = digits.len() == 6
            && digits.bytes().all(is_digit)
            && tag.is_none_or(|tag| (4..=5).contains(&tag.len()) && tag.bytes().all(is_digit));
        valid.then(|| Self {
            base: Base::of(base),
            tag: tag.map(Tag::of),
        })
    }

    /// The first of the `known` ids that was born from this wording and never reworded.
    pub fn reborn(wording: &str, known: impl Fn(&Self) -> bool) -> Option<Self> {
        /// As many equal sentences are looked for.
        const EQUAL: u32 = 64;
        let fold = fold(wording);
        let ids = (0..EQUAL).map(|n| Self {
            base: base(&fold, n),
            tag: None,
        });
        ids.into_iter().find(known)
    }

    /// The id that this base has for a wording. `previous` is the id the base had before: a tag
    /// that would repeat it although the wording differs gets a fifth character.
    pub fn of(base_id: &str, wording: &str, previous: Option<(&Id, &str)>) -> Self {
        let fold = fold(wording);
        if let Some((id, old)) = previous
            && crate::text::fold(old) == fold
        {
            return *id;
        }
        let bare = Self {
            base: Base::of(base_id),
            tag: None,
        };
        let mut tag = (!bare.fits(wording)).then(|| tag(&fold, 4));
        if tag.is_some() && previous.is_some_and(|(id, _)| id.tag == tag) {
            tag = Some(self::tag(&fold, 5));
        }
        Self {
            base: Base::of(base_id),
            tag,
        }
    }

    /// The id of a value that was made for these wordings together, the first its unit's own. It is
    /// never current by itself, and no id of another value or of other wordings.
    #[must_use]
    pub fn bound(&self, wordings: &[&str], value: &str) -> Self {
        let folds: Vec<String> = wordings.iter().map(|wording| fold(wording)).collect();
        // No fold has a line break, so it is no wording's tag.
        let content = format!("\n{}\n\n{value}", folds.join("\n"));
        Self {
            base: self.base,
            tag: Some(tag(&content, BOUND)),
        }
    }

    /// The id of a value of which nobody knows what it was made for: it is never current by itself.
    #[must_use]
    pub fn unsettled(&self, value: &str) -> Self {
        self.bound(&[], value)
    }

    /// Whether the id says what its value was made for, or that nobody knows.
    pub fn is_bound(&self) -> bool {
        self.tag.as_ref().is_some_and(|tag| tag.len() == BOUND)
    }

    /// Whether a unit of this wording can have the id.
    pub fn fits(&self, wording: &str) -> bool {
        let fold = fold(wording);
        match &self.tag {
            Some(own) => *own == tag(&fold, own.len()),
            None => is_born(self.base, &fold),
        }
    }

    /// Whether the tag is the one of this wording.
    pub fn is_tagged_for(&self, wording: &str) -> bool {
        self.tag
            .as_ref()
            .is_some_and(|own| *own == tag(&fold(wording), own.len()))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.tag {
            Some(tag) => write!(f, "{}-{tag}", self.base),
            None => f.write_str(&self.base),
        }
    }
}

/// The bases that the units of one article have.
#[derive(Debug, Clone, Default)]
pub struct Bases {
    taken: FxHashSet<Base>,
    /// How many of the bases born from a fold are known to be taken, without a gap.
    born: FxHashMap<String, u32>,
}

impl Bases {
    /// Whether a unit has the base.
    pub fn contains(&self, base: &Base) -> bool {
        self.taken.contains(base)
    }

    /// Notes that a unit has the base.
    pub fn insert(&mut self, base: Base) {
        self.taken.insert(base);
    }

    /// Notes that no unit has the base any more.
    pub fn remove(&mut self, base: &Base) {
        self.taken.remove(base);
        self.born.clear();
    }

    /// The first id born from this wording whose base no unit has, which now has one. The bases that
    /// equal sentences have taken are not tried again: the copies of a sentence cost one try each.
    ///
    /// # Examples
    /// ```
    /// use satz::catalog::Bases;
    ///
    /// let mut bases = Bases::default();
    /// let (first, second) = (bases.born("Ja."), bases.born("Ja."));
    /// assert_ne!(first, second);
    /// assert_eq!(Bases::default().born("Ja."), first);
    /// ```
    pub fn born(&mut self, wording: &str) -> Id {
        let fold = fold(wording);
        let mut n = self.born.get(&fold).copied().unwrap_or(0);
        let base = loop {
            let base = base(&fold, n);
            n += 1;
            if self.taken.insert(base) {
                break base;
            }
        };
        self.born.insert(fold, n);
        Id { base, tag: None }
    }
}

impl FromIterator<Base> for Bases {
    fn from_iter<T: IntoIterator<Item = Base>>(bases: T) -> Self {
        Self {
            taken: bases.into_iter().collect(),
            born: FxHashMap::default(),
        }
    }
}

/// Four characters of base 32 that stand for a value, as in `# was: … #q4tz`.
pub fn fingerprint(value: &str) -> String {
    tag(value, 4).to_string()
}

/// So many characters of base 32 that stand for a text; the first are those of a shorter digest.
pub fn digest(text: &str, length: usize) -> String {
    digits(hash(text), length)
}

fn base(fold: &str, n: u32) -> Base {
    Base::of(&format!("s{}", digits(hash(&format!("{fold}\n{n}")), 6)))
}

/// Whether a base is one of those that equal sentences of this fold have.
fn is_born(base: Base, fold: &str) -> bool {
    let mut bits: u64 = 0;
    for byte in base.bytes().skip(1).collect::<Vec<u8>>().into_iter().rev() {
        let Some(digit) = ALPHABET.iter().position(|digit| *digit == byte) else {
            return false;
        };
        bits = bits << 5 | digit as u64;
    }
    let mut text = format!("{fold}\n");
    let length = text.len();
    (0..BORN).any(|n| {
        text.truncate(length);
        text.push_str(itoa::Buffer::new().format(n));
        hash(&text) & BASE_BITS == bits
    })
}

/// The bits of a hash that are in a base.
const BASE_BITS: u64 = (1 << 30) - 1;

fn tag(fold: &str, length: usize) -> Tag {
    Tag::of(&digits(hash(fold), length))
}

fn digits(mut bits: u64, length: usize) -> String {
    let mut out = String::with_capacity(length);
    for _ in 0..length {
        out.push(char::from(ALPHABET[(bits & 31) as usize]));
        bits >>= 5;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undone_change_has_its_first_id_again() {
        let first = Bases::default().born("Es regnet.");
        let second = Id::of(&first.base, "Es schneit.", Some((&first, "Es regnet.")));
        assert_ne!(first, second);
        assert!(second.is_tagged_for("Es schneit."));
        let third = Id::of(&first.base, "Es regnet.", Some((&second, "Es schneit.")));
        assert_eq!(first, third);
        assert_eq!(Id::parse(&second.to_string()), Some(second));
    }

    #[test]
    fn equal_sentences_have_bases_of_their_own() {
        let mut bases = Bases::default();
        let (first, second) = (bases.born("ja"), bases.born("ja"));
        assert_ne!(first, second);
        assert_eq!(Id::of(&second.base, "ja", None), second);
    }

    #[test]
    fn a_base_fits_the_wordings_it_is_born_from() {
        for n in [0, 1, 31, 1000, 1023] {
            assert!(is_born(base("ja", n), "ja"), "{n}");
            assert!(!is_born(base("ja", n), "nein"), "{n}");
        }
        assert!(!is_born(base("ja", 1024), "ja"));
        assert!(!is_born(Base::of("sxilouu"), "ja"));
    }

    #[test]
    fn a_copy_has_the_first_base_that_is_free_when_its_turn_comes() {
        // What the ids of all catalogs rest on: tried 0, 1, 2 … for each copy.
        let nth = |n| base("ja", n);
        let mut taken: Vec<Base> = [0, 2, 3, 7].map(nth).to_vec();
        let mut bases: Bases = taken.iter().copied().collect();
        for turn in 0..2000 {
            // Other units come in between, with bases that a copy would have.
            if turn % 5 == 0 {
                bases.insert(nth(turn + 3));
                taken.push(nth(turn + 3));
            }
            let is_free = |base: &Base| !taken.contains(base);
            let first = (0..9999).map(nth).find(is_free).expect("there are more");
            assert_eq!(bases.born("ja").base, first, "turn {turn}");
            taken.push(first);
        }
    }
}
