//! Jekyll with polyglot or multiple-languages: a folder per language, in collections or above all.

use super::tree::Marks;
use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "Jekyll",
    files: &["_config.yml", "_config.yaml"],
    is_own: |_| true,
    roots: |tree, found| {
        let posts = format!("{}_posts/", found.base);
        let root = Root::Marked(found.base.clone(), Some(Marks::Folder));
        let is_marked = tree.has_articles(&format!("{}_i18n/", found.base));
        if is_marked || !tree.has_articles(&posts) {
            return vec![root];
        }
        vec![Root::Marked(posts, Some(Marks::Folder)), root]
    },
};
