//! VitePress: a folder per language, one language may have none.

use super::tree::Marks;
use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "VitePress",
    files: &[
        ".vitepress/config.mts",
        ".vitepress/config.ts",
        ".vitepress/config.mjs",
        ".vitepress/config.js",
    ],
    is_own: |_| true,
    roots: |_, found| vec![Root::Marked(found.base.clone(), Some(Marks::Folder))],
};
