//! What the file says of one article.

use std::ops::Range;

use super::{Digest, Pack, unpack_text};

/// An article as an earlier run saw it.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) glance: Option<Digest>,
    pub(super) contents: Digest,
    /// Tells what was made of it from anything else, and from what a damaged file holds.
    pub(super) sum: Digest,
    /// Where what was made of it is among the bytes.
    pub(super) value: Range<usize>,
    /// Where the whole record is.
    pub(super) whole: Range<usize>,
}

/// A record that this run adds.
#[derive(Debug)]
pub(super) struct Learned {
    pub(super) whole: Vec<u8>,
    pub(super) contents: Digest,
    pub(super) sum: Digest,
}

impl Record {
    /// The record that begins at `start`, with its key; None if there is none.
    pub(super) fn read(bytes: &[u8], start: usize) -> Option<(&str, Self)> {
        let mut rest = bytes.get(start..)?;
        let key = unpack_text(&mut rest)?;
        let (glance, (contents, sum)) = Pack::unpack(&mut rest)?;
        let length = usize::unpack(&mut rest)?;
        let first = bytes.len() - rest.len();
        rest.get(..length)?;
        let record = Self {
            glance,
            contents,
            sum,
            value: first..first + length,
            whole: start..first + length,
        };
        Some((key, record))
    }
}

/// What tells a record from any other one, here or in another environment: a hash over the program,
/// the settings, the inputs and the value itself.
pub(super) fn sum(environment: Digest, key: &str, contents: Digest, value: &[u8]) -> Digest {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&environment).update(&contents);
    hasher
        .update(&(key.len() as u64).to_le_bytes())
        .update(key.as_bytes());
    super::short(hasher.update(value))
}
