//! Values as bytes and back, for what is kept between runs. Bytes that are not what was packed give
//! None, never a panic.

use std::collections::BTreeMap;

use smol_str::SmolStr;

/// A value that can be kept.
pub trait Pack: Sized {
    /// Appends the value's bytes.
    fn pack(&self, out: &mut Vec<u8>);

    /// Takes the value from the front of the bytes.
    fn unpack(from: &mut &[u8]) -> Option<Self>;
}

/// The bytes of a value.
pub(super) fn packed(value: &impl Pack) -> Vec<u8> {
    let mut out = Vec::new();
    value.pack(&mut out);
    out
}

/// The value whose bytes these are, all of them.
pub(super) fn unpacked<T: Pack>(mut bytes: &[u8]) -> Option<T> {
    let value = T::unpack(&mut bytes)?;
    bytes.is_empty().then_some(value)
}

/// Packs the named fields of a type, one after another.
macro_rules! pack_fields {
    ($kind:ty { $($field:ident),* $(,)? }) => {
        impl $crate::store::Pack for $kind {
            fn pack(&self, out: &mut Vec<u8>) {
                $($crate::store::Pack::pack(&self.$field, out);)*
            }

            fn unpack(from: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: $crate::store::Pack::unpack(from)?),* })
            }
        }
    };
}
pub(crate) use pack_fields;

impl Pack for () {
    fn pack(&self, _: &mut Vec<u8>) {}

    fn unpack(_: &mut &[u8]) -> Option<Self> {
        Some(())
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        match usize::unpack(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Pack for u8 {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let (first, rest) = from.split_first()?;
        *from = rest;
        Some(*first)
    }
}

/// Seven bits a byte, the lowest first.
impl Pack for usize {
    fn pack(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 0x7F {
            out.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        out.push(rest.to_le_bytes()[0]);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        // Most numbers are small.
        if let [first @ 0..0x80, rest @ ..] = *from {
            *from = rest;
            return Some(Self::from(*first));
        }
        let mut value = 0;
        for place in 0..10 {
            let (first, rest) = from.split_first()?;
            *from = rest;
            value |= usize::from(first & 0x7F).checked_shl(place * 7)?;
            if first & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }
}

impl Pack for u64 {
    fn pack(&self, out: &mut Vec<u8>) {
        self.to_le_bytes().pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        <[u8; 8]>::unpack(from).map(Self::from_le_bytes)
    }
}

impl<const N: usize> Pack for [u8; N] {
    fn pack(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let (head, rest) = from.split_first_chunk()?;
        *from = rest;
        Some(*head)
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_text(self, out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        unpack_text(from).map(str::to_owned)
    }
}

impl Pack for SmolStr {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_text(self, out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        unpack_text(from).map(Self::new)
    }
}

/// Packs a text as a [`String`] is packed.
pub(crate) fn pack_text(text: &str, out: &mut Vec<u8>) {
    text.len().pack(out);
    out.extend_from_slice(text.as_bytes());
}

/// Takes a text from the front of the bytes, where it stands.
pub(crate) fn unpack_text<'a>(from: &mut &'a [u8]) -> Option<&'a str> {
    let length = usize::unpack(from)?;
    let (head, rest) = from.split_at_checked(length)?;
    *from = rest;
    std::str::from_utf8(head).ok()
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.is_some().pack(out);
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        if bool::unpack(from)? {
            T::unpack(from).map(Some)
        } else {
            Some(None)
        }
    }
}

/// Packs values as a vector of them is packed.
pub(crate) fn pack_all<T: Pack>(all: &[T], out: &mut Vec<u8>) {
    all.len().pack(out);
    for value in all {
        value.pack(out);
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_all(self, out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let length = usize::unpack(from)?;
        // Not more room than the bytes can fill, should the length be wrong.
        let mut out = Self::with_capacity(length.min(from.len()));
        for _ in 0..length {
            out.push(T::unpack(from)?);
        }
        Some(out)
    }
}

impl<K: Pack + Ord, V: Pack> Pack for BTreeMap<K, V> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        for (key, value) in self {
            key.pack(out);
            value.pack(out);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(Vec::<(K, V)>::unpack(from)?.into_iter().collect())
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Value = (Vec<(String, usize)>, Option<(bool, [u8; 3])>);

    #[test]
    fn what_was_packed_is_unpacked() {
        let value: Value = (
            vec![("Größe".to_owned(), usize::MAX), (String::new(), 0)],
            Some((true, *b"abc")),
        );
        assert_eq!(unpacked::<Value>(&packed(&value)), Some(value));
    }

    #[test]
    fn bytes_cut_off_or_changed_are_no_value_or_another_one() {
        let value: Value = (vec![("ab".to_owned(), 300); 3], Some((false, [7; 3])));
        let bytes = packed(&value);
        for end in 0..bytes.len() {
            assert_eq!(unpacked::<Value>(&bytes[..end]), None);
        }
        for at in 0..bytes.len() {
            for byte in 0..=u8::MAX {
                let mut bytes = bytes.clone();
                bytes[at] = byte;
                drop(unpacked::<Value>(&bytes));
            }
        }
    }
}
