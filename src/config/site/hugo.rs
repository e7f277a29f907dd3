//! Hugo: suffixes, or a folder per language, which `contentDir` may name.

use super::tree::Marks;
use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "Hugo",
    files: &[
        "hugo.toml",
        "hugo.yaml",
        "hugo.yml",
        "hugo.json",
        "config/_default/hugo.toml",
        "config/_default/hugo.yaml",
        "config/_default/config.toml",
        "config/_default/config.yaml",
        "config.toml",
        "config.yaml",
    ],
    is_own: |text| {
        let text = text.to_lowercase();
        [
            "baseurl",
            "contentdir",
            "languagecode",
            "defaultcontentlanguage",
            "[languages",
        ]
        .iter()
        .any(|key| text.contains(key))
    },
    roots: |tree, found| {
        let content = format!("{}content/", found.base);
        if tree.has_articles(&content) {
            return vec![Root::Marked(content, Some(Marks::Suffix))];
        }
        // Folders of languages need not lie below `content`.
        vec![Root::Marked(found.base.clone(), None)]
    },
};
