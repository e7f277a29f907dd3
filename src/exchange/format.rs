//! The formats that files come in, and what each of them is held to.

use super::tmx::check_tmx;
use super::xliff::check_xliff;
use crate::text::Diagnostic;

/// A format of files that are exchanged with other tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// XLIFF 1.2.
    Xliff1,
    /// XLIFF 2.0 to 2.2.
    Xliff2,
    /// Translation Memory eXchange.
    Tmx,
}

impl FileFormat {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Xliff1 => "XLIFF 1.2",
            Self::Xliff2 => "XLIFF 2",
            Self::Tmx => "TMX",
        }
    }
}

/// Tells a file's format by the ending of its name, in small letters, and what it begins with.
pub fn format_of_file(ending: &str, text: &str) -> Option<FileFormat> {
    let head = text
        .get(..text.floor_char_boundary(2048))
        .unwrap_or_default();
    let has = |tag: &str| head.contains(tag);
    if has("<xliff")
        || matches!(
            ending,
            "xlf" | "xliff" | "sdlxliff" | "mqxliff" | "mxliff" | "txlf"
        )
    {
        let is_old = has("urn:oasis:names:tc:xliff:document:1.")
            || has("version=\"1.")
            || has("version='1.");
        return Some(if is_old {
            FileFormat::Xliff1
        } else {
            FileFormat::Xliff2
        });
    }
    if has("<tmx") || ending == "tmx" {
        return Some(FileFormat::Tmx);
    }
    None
}

/// Holds a file to its format.
pub fn check_file(format: FileFormat, text: &str) -> Vec<Diagnostic> {
    match format {
        FileFormat::Xliff1 | FileFormat::Xliff2 => check_xliff(text),
        FileFormat::Tmx => check_tmx(text),
    }
}
