//! Names: words with a capital that a translation keeps, and the ways to misspell them.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::{Article, Pair};
use crate::language::{Kind, Tokens, is_capital, lower_case, small};
use crate::text::Span;

/// A word with a capital.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Name<'a> {
    /// The word.
    pub(in crate::check) text: &'a str,
    /// Its place.
    pub(in crate::check) span: Span,
    /// Index among the tokens.
    pub(in crate::check) token: usize,
    /// Whether the other text has it as it is.
    pub(in crate::check) is_kept: bool,
    /// Its first three letters, small and without accents.
    pub(in crate::check) head: [char; 3],
    /// Which letters it has, a bit for each of the Latin ones: what two words cannot differ in by
    /// more than a few if one is a slip for the other.
    letters: u32,
    /// How many letters it has.
    length: usize,
}

impl<'a> Name<'a> {
    fn new(text: &'a str, span: Span, token: usize) -> Self {
        let mut head = ['\0'; 3];
        let (mut letters, mut length) = (0, 0);
        let mut add = |c: char| {
            if let Some(place) = head.get_mut(length) {
                *place = plain(c);
            }
            length += 1;
            letters |= 1 << (u32::from(c) & 31);
        };
        if text.is_ascii() {
            let bytes = text.bytes();
            bytes.for_each(|byte| add(byte.to_ascii_lowercase().into()));
        } else {
            text.chars().for_each(|c| add(small(c).unwrap_or(c)));
        }
        Self {
            text,
            span,
            token,
            is_kept: false,
            head,
            letters,
            length,
        }
    }
}

/// A letter without its accent.
fn plain(c: char) -> char {
    match c {
        'ä' | 'á' | 'à' | 'â' | 'å' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ö' | 'ó' | 'ò' | 'ô' | 'ø' | 'õ' => 'o',
        'ü' | 'ú' | 'ù' | 'û' => 'u',
        c => c,
    }
}

/// So many pairs of names at most are looked at one by one.
pub(in crate::check) const FEW: usize = 1000;

/// The words of both texts with a Latin capital.
pub(super) fn names<'a>(pair: Pair<'a>) -> (Vec<Name<'a>>, Vec<Name<'a>>) {
    let (source, target) = pair.readings();
    let mut here = capitalised(&source.tokens, source.text);
    let mut there = capitalised(&target.tokens, target.text);
    if here.len().saturating_mul(there.len()) > FEW {
        let of = |names: &[Name<'a>]| -> FxHashSet<&'a str> {
            names.iter().map(|name| name.text).collect()
        };
        let (known_here, known_there) = (of(&here), of(&there));
        for name in &mut here {
            name.is_kept = known_there.contains(name.text);
        }
        for name in &mut there {
            name.is_kept = known_here.contains(name.text);
        }
        return (here, there);
    }
    for name in &mut here {
        let same = |other: &&mut Name<'_>| other.letters == name.letters && other.text == name.text;
        for other in there.iter_mut().filter(same) {
            (name.is_kept, other.is_kept) = (true, true);
        }
    }
    (here, there)
}

/// The words of a text that begin with a Latin capital, without those all in capitals.
fn capitalised<'a>(tokens: &Tokens, text: &'a str) -> Vec<Name<'a>> {
    let mut found = Vec::with_capacity(tokens.list.len() / 4);
    for (index, token) in tokens.list.iter().enumerate() {
        let first = text.as_bytes()[token.span.start];
        if token.kind != Kind::Word || first.is_ascii_lowercase() || first >= 0xCA {
            continue;
        }
        let word = &text[token.span.clone()];
        let mut chars = word.chars();
        let capital = chars.next().is_some_and(|c| c < '\u{250}' && is_capital(c));
        if capital && chars.next().is_some_and(char::is_lowercase) {
            let span = Span::new(token.span.start, token.span.end);
            found.push(Name::new(word, span, index));
        }
    }
    found
}

/// Words that some unit of a translation has on both sides as they are: names, most of them.
pub(super) fn kept<'a>(article: &'a Article<'a>) -> FxHashSet<&'a str> {
    let mut found = FxHashSet::default();
    let starters = &article.from.lists.starters;
    for pair in article.pairs() {
        let kept = pair.names().0.iter().filter(|name| name.is_kept);
        let kept = kept.map(|name| name.text);
        found.extend(kept.filter(|name| !starters.contains_lower(name)));
    }
    found
}

/// Words of the source with a capital that stand in three units or more and that none of their translations keeps:
/// no names, most of them.
pub(super) fn translated<'a>(article: &'a Article<'a>) -> FxHashSet<&'a str> {
    let mut units: FxHashMap<&str, usize> = FxHashMap::default();
    for pair in article.pairs() {
        let names = pair.names().0.iter();
        let words: BTreeSet<&str> = names.map(|name| name.text).collect();
        for word in words {
            *units.entry(word).or_default() += 1;
        }
    }
    let kept = article.kept();
    let several = units.into_iter().filter(|(_, count)| *count > 2);
    let several = several.map(|(word, _)| word);
    several.filter(|word| !kept.contains(word)).collect()
}

/// Words of the source with a capital before which an article stands in some unit.
pub(super) fn common<'a>(article: &'a Article<'a>) -> FxHashSet<&'a str> {
    let markers = &article.from.lists.noun_markers;
    let mut found = FxHashSet::default();
    for pair in article.pairs() {
        let tokens = pair.mentions().0.tokens;
        let has_article = |name: &&Name<'_>| {
            let before = name.token.checked_sub(1).and_then(|at| tokens.word(at));
            before.is_some_and(|before| markers.contains(before))
        };
        let common = pair.names().0.iter().filter(has_article);
        found.extend(common.map(|name| name.text));
    }
    found
}

/// How one word is misspelt as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Slip {
    /// Two neighbouring letters have changed places.
    Swapped,
    /// One letter stands for another.
    Replaced(char, char),
    /// A letter is missing from the second, or one too many in it.
    Length(char),
}

/// The slip that makes `right` into `written`, if a single one does; the ends of the words may
/// differ by an inflection.
pub(in crate::check) fn slip(right: &Name<'_>, written: &Name<'_>) -> Option<Slip> {
    if right.length.abs_diff(written.length) > 3 || right.text == written.text {
        return None;
    }
    // Another letter; or the first ones in each other's place, and an ending of up to three for
    // one of two.
    let ([a, b, _], [x, y, _]) = (right.head, written.head);
    let others = (right.letters ^ written.letters).count_ones();
    if others > 5 || others > 2 && a != x && (a != y || b != x) {
        return None;
    }
    if a == x && !may_be_one(right.head, written.head) {
        return None;
    }
    let (right, written) = (right.text, written.text);
    let a: Vec<char> = lower_case(right).chars().collect();
    let b: Vec<char> = lower_case(written).chars().collect();
    let at = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    if at + 2 == a.len() && at + 2 == b.len() && a[at] == b[at + 1] && a[at + 1] == b[at] {
        return Some(Slip::Swapped);
    }
    // The last two letters belong to inflection.
    if at + 2 >= a.len().min(b.len()) {
        return None;
    }
    let (x, y) = (a[at], b[at]);
    if a[at + 1] == y && b[at + 1] == x {
        return related(&a[at + 2..], &b[at + 2..]).then_some(Slip::Swapped);
    }
    if a[at + 1..] == b[at + 1..] {
        return Some(Slip::Replaced(x, y));
    }
    if a[at + 1..] == b[at..] {
        return Some(Slip::Length(x));
    }
    (a[at..] == b[at + 1..]).then_some(Slip::Length(y))
}

/// Names by how they may be misspelt: which of many are a single slip from a given one.
#[derive(Debug)]
pub(in crate::check) struct Slips {
    by_key: FxHashMap<u64, Vec<usize>>,
}

impl Slips {
    /// Takes names apart, of equal ones the first.
    pub(in crate::check) fn of(names: &[Name<'_>]) -> Self {
        let mut by_key: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        let mut known = FxHashSet::default();
        for (at, name) in names.iter().enumerate() {
            if known.insert(name.text) {
                for key in keys(name.text) {
                    by_key.entry(key).or_default().push(at);
                }
            }
        }
        Self { by_key }
    }

    /// The names that may be a slip from another, ascending.
    pub(in crate::check) fn near(&self, name: &Name<'_>) -> Vec<usize> {
        let found = keys(name.text).into_iter();
        let found = found.filter_map(|key| self.by_key.get(&key)).flatten();
        let mut found: Vec<usize> = found.copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// What two words share of which one is a [`slip`] for the other: the word, it with one letter left
/// out, or it with two letters in an order of their own and without its ending.
fn keys(word: &str) -> Vec<u64> {
    let letters: Vec<char> = lower_case(word).chars().collect();
    let mut keys = vec![key((letters.iter(), 'w'))];
    for at in 0..letters.len() {
        let without = letters[..at].iter().chain(&letters[at + 1..]);
        keys.push(key((without, 'w')));
        if let Some([a, b]) = letters.get(at..at + 2) {
            let both = [a.min(b), a.max(b)];
            // Of what follows up to three letters are an ending.
            let shortest = letters
                .len()
                .saturating_sub(3)
                .max(letters.len().min(at + 3));
            for end in shortest..=letters.len() {
                let tail = &letters[at + 2..end];
                keys.push(key((letters[..at].iter().chain(both).chain(tail), 's')));
            }
        }
    }
    keys
}

fn key<'a>((letters, kind): (impl Iterator<Item = &'a char>, char)) -> u64 {
    let mut hasher = FxHasher::default();
    kind.hash(&mut hasher);
    letters.for_each(|letter| letter.hash(&mut hasher));
    hasher.finish()
}

/// Whether two words that begin with one letter may differ by a single slip, as far as the next two
/// letters tell.
fn may_be_one([_, a, b]: [char; 3], [_, x, y]: [char; 3]) -> bool {
    a == x || b == y || b == x || y == a
}

/// Whether two ends of words are one, but for an inflection of up to three letters.
fn related(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    a == b || (a.len() - same <= 2 && b.len() - same <= 3 && same > 0)
}
