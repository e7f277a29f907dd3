//! Whether a file of another tool is what its format says.

use std::path::Path;

use crate::exchange::{FileFormat, format_of_file};
use crate::session::Failure;
use crate::store::Error;
use crate::text::LineIndex;

/// What is wrong with a file of another tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExchangeFault {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The constraint that is broken.
    pub constraint: &'static str,
    /// What is wrong, one sentence.
    pub message: String,
    /// What to do.
    pub advice: Vec<String>,
}

/// Holds a file to its format, which its name and its first lines say. Returns the format, and what is
/// wrong, in the order of the text.
///
/// # Errors
/// If it is of no format that satz reads.
///
/// # Examples
/// ```
/// use satz::session::check_exchange_file;
/// let text = "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0'>\n</xliff>";
/// let (format, faults) = check_exchange_file("markt.xlf".as_ref(), text)?;
/// assert_eq!(format, "XLIFF 2");
/// assert_eq!((faults[0].line, faults[0].constraint), (1, "missing-attribute"));
/// # Ok::<(), satz::session::Failure>(())
/// ```
pub fn check_exchange_file(
    name: &Path,
    text: &str,
) -> Result<(&'static str, Vec<ExchangeFault>), Failure> {
    let format = known_format(name, text)?;
    let index = LineIndex::new(text);
    let faults = (format.check)(text).into_iter().map(|fault| {
        let place = index.place(text, fault.span.start);
        ExchangeFault {
            line: place.line,
            column: place.column,
            constraint: fault.code,
            message: fault.message,
            advice: fault.hints,
        }
    });
    Ok((format.label, faults.collect()))
}

/// The format of a file.
pub(super) fn known_format(name: &Path, text: &str) -> Result<&'static FileFormat, Failure> {
    let ending = name.extension().and_then(|ending| ending.to_str());
    format_of_file(&ending.unwrap_or_default().to_lowercase(), text).ok_or_else(|| {
        let message = "is of no format that is exchanged; known are XLIFF, TMX, PO, CSV and TBX";
        Error::new(name, message).into()
    })
}
