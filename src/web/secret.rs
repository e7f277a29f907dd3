//! Names that nobody can guess.

use crate::session::Failure;

/// A name of 128 random bits, compared in the same time wherever it differs.
#[derive(Clone)]
pub(super) struct Secret(String);

impl Secret {
    /// Makes one.
    pub(super) fn new() -> Result<Self, Failure> {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|error| {
            Failure::from(format!("the system gives no random numbers: {error}"))
        })?;
        let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
        Ok(Self(digits.collect()))
    }

    /// Its text.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Whether a text is this secret.
    pub(super) fn is(&self, text: &str) -> bool {
        // Hashes compare in constant time, and say nothing of the text.
        blake3::hash(self.0.as_bytes()) == blake3::hash(text.as_bytes())
    }
}

impl std::fmt::Debug for Secret {
    /// Does not show it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}
