//! What satz has written into a site: the digest of each file, so that a file of somebody else is
//! known as such, in a fresh clone, too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::Hash;

const HEAD: &str = "\
# What satz has written into the site, or taken in from it, with the digest of each file.
# A file that does not fit its digest is somebody's, and satz leaves it. Commit this list.
";

/// Digits of a digest that are noted.
const DIGITS: usize = 16;

/// The files of a locale in a site that are satz' own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    rows: BTreeMap<String, BTreeSet<String>>,
}

impl Written {
    /// Reads a list. What is no row is passed over; after a merge a file may have two digests.
    ///
    /// # Examples
    /// ```
    /// use satz::publish::{Written, hash};
    /// let mut written = Written::default();
    /// written.note("docs/en/a.md", &hash("A yard.\n"));
    /// let again = Written::parse(&written.text());
    /// assert!(again.has("docs/en/a.md", &hash("A yard.\n")));
    /// assert!(!again.has("docs/en/a.md", &hash("Another yard.\n")));
    /// ```
    pub fn parse(text: &str) -> Self {
        let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let is_digest =
            |word: &str| word.len() == DIGITS && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        for line in text.lines() {
            if let Some((digest, path)) = line.split_once("  ").filter(|row| is_digest(row.0)) {
                let digests = rows.entry(path.to_owned()).or_default();
                digests.insert(digest.to_owned());
            }
        }
        Self { rows }
    }

    /// Whether a file is as satz has written it.
    pub fn has(&self, path: &str, hash: &Hash) -> bool {
        let digests = self.rows.get(path);
        digests.is_some_and(|digests| digests.contains(&digest(hash)))
    }

    /// Notes what satz has written or taken in.
    pub fn note(&mut self, path: &str, hash: &Hash) {
        let digests = BTreeSet::from([digest(hash)]);
        self.rows.insert(path.to_owned(), digests);
    }

    /// Forgets a file.
    pub fn forget(&mut self, path: &str) {
        self.rows.remove(path);
    }

    /// The files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    /// The list as it stands in its file; empty if there is nothing in it.
    pub fn text(&self) -> String {
        let rows = self.rows.iter().flat_map(|(path, digests)| {
            digests
                .iter()
                .map(move |digest| [digest, "  ", path, "\n"].concat())
        });
        let rows: String = rows.collect();
        if rows.is_empty() {
            rows
        } else {
            HEAD.to_owned() + &rows
        }
    }
}

fn digest(hash: &Hash) -> String {
    let mut digits = String::with_capacity(DIGITS);
    for byte in hash.0.iter().take(DIGITS / 2) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
