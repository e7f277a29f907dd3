//! Hashes of files in the manifest.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// BLAKE3 of a file's bytes. In a manifest: `blake3:` and 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hash(pub [u8; 32]);

/// What a hash in a manifest begins with.
pub(super) const PREFIX: &str = "blake3:";

/// The hash of a file's bytes.
pub fn hash(bytes: impl AsRef<[u8]>) -> Hash {
    Hash(*blake3::hash(bytes.as_ref()).as_bytes())
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.strip_prefix(PREFIX);
        let hash = digits.and_then(|digits| blake3::Hash::from_hex(digits).ok());
        let hash = hash.ok_or_else(|| D::Error::custom("this is no hash"))?;
        Ok(Self(*hash.as_bytes()))
    }
}
