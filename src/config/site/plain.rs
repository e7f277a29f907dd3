//! A site without a configuration that is known: only what files are called tells of languages.

use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "a folder of texts",
    files: &[],
    is_own: |_| true,
    roots: |_, _| vec![Root::Marked(String::new(), None)],
};
