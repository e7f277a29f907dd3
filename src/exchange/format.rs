//! The formats that files come in, and what each of them can do.

use super::batch::{Batch, Returned};
use super::csv::{read_csv, write_csv};
use super::po::{read_po, write_po};
use super::tbx::{check_tbx, read_tbx, write_tbx};
use super::tmx::{check_tmx, read_tmx_units, write_tmx};
use super::xliff::{Version, check_xliff, read_xliff, write_xliff, write_xliff_1};
use crate::text::{Diagnostic, Parsed};

/// A format of files that are exchanged with other tools.
#[derive(Debug, Clone, Copy)]
pub struct FileFormat {
    /// What it is asked for by.
    pub name: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// The ending of its files.
    pub ending: &'static str,
    /// Writes a batch.
    pub write: fn(&Batch) -> String,
    /// Reads what came back.
    pub read: fn(&str) -> Parsed<Returned>,
    /// Holds a file to the format.
    pub check: fn(&str) -> Vec<Diagnostic>,
}

/// All formats.
pub static FILE_FORMATS: [FileFormat; 7] = [
    FileFormat {
        name: "xliff",
        label: "XLIFF 2",
        ending: "xlf",
        write: |batch| write_xliff(batch, Version::V21),
        read: read_xliff,
        check: check_xliff,
    },
    FileFormat {
        name: "xliff-2.2",
        label: "XLIFF 2",
        ending: "xlf",
        write: |batch| write_xliff(batch, Version::V22),
        read: read_xliff,
        check: check_xliff,
    },
    FileFormat {
        name: "xliff-1.2",
        label: "XLIFF 1.2",
        ending: "xlf",
        write: write_xliff_1,
        read: read_xliff,
        check: check_xliff,
    },
    FileFormat {
        name: "po",
        label: "PO",
        ending: "po",
        write: write_po,
        read: read_po,
        check: |text| read_po(text).diagnostics,
    },
    FileFormat {
        name: "csv",
        label: "CSV",
        ending: "csv",
        write: write_csv,
        read: read_csv,
        check: |text| read_csv(text).diagnostics,
    },
    FileFormat {
        name: "tmx",
        label: "TMX",
        ending: "tmx",
        write: write_tmx,
        read: read_tmx_units,
        check: check_tmx,
    },
    FileFormat {
        name: "tbx",
        label: "TBX",
        ending: "tbx",
        write: write_tbx,
        read: read_tbx,
        check: check_tbx,
    },
];

/// The format that is asked for by a name.
pub fn file_format(name: &str) -> Option<&'static FileFormat> {
    FILE_FORMATS.iter().find(|format| format.name == name)
}

/// Tells a file's format by the ending of its name, in small letters, and what it begins with.
pub fn format_of_file(ending: &str, text: &str) -> Option<&'static FileFormat> {
    let head = text
        .get(..text.floor_char_boundary(2048))
        .unwrap_or_default();
    let is_xliff = matches!(
        ending,
        "xlf" | "xliff" | "sdlxliff" | "mqxliff" | "mxliff" | "txlf"
    );
    let is_old = ["document:1.", "version=\"1.", "version='1."]
        .iter()
        .any(|mark| {
            let tag = head.find("<xliff").map(|at| &head[at..]);
            tag.is_some_and(|tag| tag.split('>').next().unwrap_or_default().contains(mark))
        });
    let name = match ending {
        _ if is_old => "xliff-1.2",
        _ if head.contains("<xliff") || is_xliff => "xliff",
        _ if head.contains("<tmx") || ending == "tmx" => "tmx",
        _ if head.contains("<martif") || head.contains("<tbx") || ending == "tbx" => "tbx",
        "po" | "pot" => "po",
        "csv" | "tsv" => "csv",
        _ => return None,
    };
    file_format(name)
}
