//! The rules of paths: keys of articles, catalogs, outputs, names that every system can hold.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::{Fault, GLOSSARY, Project};

impl Project {
    /// Path of an article's catalog in a locale.
    pub fn catalog_path(&self, locale: &str, key: &str) -> String {
        self.catalog_parts(locale, key).concat()
    }

    /// What makes the path of an article's catalog in a locale.
    pub fn catalog_parts<'a>(&'a self, locale: &'a str, key: &'a str) -> [&'a str; 6] {
        [&self.catalogs, "/", locale, "/", key, ".ftl"]
    }

    /// Path of a locale's glossary.
    pub fn glossary_path(&self, locale: &str) -> String {
        self.catalog_path(locale, GLOSSARY)
    }

    /// Path of the list of what satz has written into the site in a locale.
    pub fn written_path(&self, locale: &str) -> String {
        [&self.catalogs, "/", locale, "/written.txt"].concat()
    }

    /// Path of an assembled article; `form` is its ending, for example `html`.
    pub fn output_path(&self, locale: &str, key: &str, form: &str) -> String {
        self.output_parts(locale, key, form).concat()
    }

    /// What makes the path of an assembled article.
    pub fn output_parts<'a>(
        &'a self,
        locale: &'a str,
        key: &'a str,
        form: &'a str,
    ) -> [&'a str; 7] {
        [&self.output, "/", locale, "/", key, ".", form]
    }
}

/// A path in NFC.
pub(super) fn composed(path: &str) -> Cow<'_, str> {
    if path.is_ascii() {
        return path.into();
    }
    path.nfc().collect::<String>().into()
}

/// What keeps `folder` from being a folder of a workspace: it must be a plain relative path.
pub fn folder_fault(folder: &str) -> Option<Fault> {
    let hint = "write a folder below the workspace, like `articles`, with `/` between its parts";
    let outside = folder.split('/').any(|part| part == "..") || folder.starts_with('/');
    let message = if outside || folder.contains(['\\', ':']) {
        format!("`{folder}` lies outside the workspace")
    } else if folder.split('/').any(|part| part.is_empty() || part == ".") {
        format!("`{folder}` is not a plain folder name")
    } else {
        return folder.split('/').find_map(segment_fault);
    };
    Some(Fault::new(message, hint))
}

/// What keeps one part of a path from existing on every system.
pub(super) fn segment_fault(segment: &str) -> Option<Fault> {
    let message = if is_git(segment) {
        format!("git keeps its own files in `{segment}`")
    } else if is_device(segment) {
        format!("Windows keeps the name `{segment}` for a device")
    } else if segment.ends_with(['.', ' ']) {
        format!("`{segment}` ends with a full stop or a blank, which Windows drops")
    } else if segment.contains('\\') || segment.contains(char::is_control) {
        format!(
            "`{}` has a character that paths cannot carry",
            segment.escape_debug()
        )
    } else {
        return None;
    };
    Some(Fault::new(message, "rename it"))
}

/// Whether some system takes a name for the folder of git: whatever its case, with characters in it
/// that macOS ignores, or as Windows shortens it or writes a part of a file.
pub fn is_git(name: &str) -> bool {
    let ignored = |c: &char| !matches!(*c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{AD}');
    let name: String = name.chars().filter(ignored).collect();
    let name = fold_case(name.split(':').next().unwrap_or_default());
    let name = name.trim_end_matches(['.', ' ']);
    let short = name.strip_prefix("git~");
    name == ".git" || short.is_some_and(|number| number.parse::<u32>().is_ok())
}

/// Whether Windows takes a name for a device, whatever its ending and case.
pub(super) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_ascii_lowercase();
    if matches!(
        stem.as_str(),
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$"
    ) {
        return true;
    }
    let number = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    number.is_some_and(|rest| {
        let mut digits = rest.chars();
        matches!(digits.next(), Some('0'..='9' | '¹' | '²' | '³')) && digits.next().is_none()
    })
}

/// A path as file systems that ignore case and composition see it.
pub(super) fn fold_case(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    // Upper case first, so that "ß" and "SS" meet; character by character, so that a final sigma
    // is no exception.
    let upper: String = path.nfc().flat_map(char::to_uppercase).collect();
    let lower: String = upper.chars().flat_map(char::to_lowercase).collect();
    lower.nfc().collect()
}
