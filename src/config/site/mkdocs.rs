//! MkDocs with static-i18n: suffixes, or a folder per language.

use super::tree::Marks;
use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "MkDocs",
    files: &["mkdocs.yml", "mkdocs.yaml"],
    is_own: |_| true,
    roots: |_, found| {
        let value = |key: &str| {
            let mut lines = found.text.lines();
            let value = lines.find_map(|line| line.trim_start().strip_prefix(key))?;
            let value = value.strip_prefix(':')?.trim();
            Some(value.trim_matches(['"', '\'', '/']).to_owned())
        };
        let folder = value("docs_dir").unwrap_or_else(|| "docs".to_owned());
        let marks = match value("docs_structure").as_deref() {
            Some("folder") => Marks::Folder,
            _ => Marks::Suffix,
        };
        vec![Root::Marked(
            format!("{}{folder}/", found.base),
            Some(marks),
        )]
    },
};
