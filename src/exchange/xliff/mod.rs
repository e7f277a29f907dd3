//! XLIFF: what a document must be, by name and place.

mod constraint;
mod datatype;
mod inline;
mod old;
mod read;
mod rule;
mod schema;
mod write;

use std::sync::LazyLock;

pub use constraint::{CONSTRAINTS, Constraint};
pub use old::write_xliff_1;
pub use write::write_xliff;

use crate::exchange::batch::Returned;
use crate::exchange::xml::{Element, parse};
use crate::text::{Diagnostic, Parsed};
use constraint::Report;
use schema::Schema;

/// Begins the namespaces of XLIFF.
const OASIS: &str = "urn:oasis:names:tc:xliff:";

/// A version of XLIFF, by what differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// XLIFF 1.2.
    V1,
    /// XLIFF 2.0 and 2.1.
    V21,
    /// XLIFF 2.2.
    V22,
}

static XLIFF_21: LazyLock<Schema> =
    LazyLock::new(|| Schema::of(include_str!("schema/2.txt"), &[], prefix));
static XLIFF_22: LazyLock<Schema> =
    LazyLock::new(|| Schema::of(include_str!("schema/2.txt"), &["2.2"], prefix));

static XLIFF_1: LazyLock<Schema> =
    LazyLock::new(|| Schema::of(include_str!("schema/1.txt"), &[], old_prefix));

/// Holds a document to the specification of its version: the schema, and what the specification says
/// besides, core and modules. What is found is in the order of the text; nothing is found in a valid one.
///
/// # Examples
/// ```
/// use satz::exchange::check_xliff;
/// let found = check_xliff(
///     r#"<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de">
///     <file id="markt"><unit id="1"><segment><source>Der Markt ist offen.</source>
///     <target>The market is open.</target></segment></unit></file></xliff>"#,
/// );
/// assert_eq!(found[0].code, "target-language-missing");
/// ```
pub fn check_xliff(text: &str) -> Vec<Diagnostic> {
    let tree = match parse(text) {
        Ok(tree) => tree,
        Err(fault) => return vec![fault],
    };
    let root = tree.root();
    let mut report = Report::default();
    match version(root) {
        Some(Version::V21) => rule::check(root, &XLIFF_21, &mut report),
        Some(Version::V22) => rule::check(root, &XLIFF_22, &mut report),
        Some(Version::V1) => old::check(root, &XLIFF_1, &mut report),
        None => {
            let message = format!("`{}` begins no document of XLIFF", root.name());
            report.add(&constraint::UNKNOWN_DOCUMENT, root.span(), message);
        }
    }
    let mut diagnostics = report.diagnostics;
    diagnostics.sort_by_key(|fault| (fault.span, fault.code));
    diagnostics.dedup();
    diagnostics
}

/// Reads the units of a document, whoever wrote it. What is no XML gives none, and says why.
pub fn read_xliff(text: &str) -> Parsed<Returned> {
    match parse(text) {
        Ok(tree) => Parsed {
            value: match version(tree.root()) {
                Some(Version::V1) => old::read_units(tree.root()),
                _ => read::read_units(tree.root()),
            },
            diagnostics: Vec::new(),
        },
        Err(fault) => Parsed {
            value: Returned::default(),
            diagnostics: vec![fault],
        },
    }
}

/// The version of a document; none if it is no XLIFF.
pub(super) fn version(root: Element<'_, '_>) -> Option<Version> {
    let document = root
        .namespace()
        .strip_prefix(OASIS)?
        .strip_prefix("document:")?;
    if root.name() != "xliff" {
        return None;
    }
    match document {
        "1.2" => Some(Version::V1),
        "2.2" => Some(Version::V22),
        "2.0" | "2.1" if root.attribute("version").as_deref() == Some("2.2") => Some(Version::V22),
        "2.0" | "2.1" => Some(Version::V21),
        _ => None,
    }
}

/// The same for the table of XLIFF 1.2.
fn old_prefix(namespace: &str) -> &'static str {
    match namespace {
        "urn:oasis:names:tc:xliff:document:1.2" => "",
        "http://www.w3.org/XML/1998/namespace" => "xml",
        _ => "?",
    }
}

/// The prefix by which a table of XLIFF 2 names a namespace: none for the core, `?` for what is foreign.
fn prefix(namespace: &str) -> &'static str {
    let Some(name) = namespace.strip_prefix(OASIS) else {
        return match namespace {
            "http://www.w3.org/XML/1998/namespace" => "xml",
            "http://www.w3.org/2005/11/its" => "its",
            _ => "?",
        };
    };
    match name.split(':').next().unwrap_or_default() {
        "document" => "",
        "matches" => "mtc",
        "glossary" => "gls",
        "fs" => "fs",
        "metadata" => "mda",
        "resourcedata" => "res",
        "changetracking" => "ctr",
        "sizerestriction" => "slr",
        "validation" => "val",
        "itsm" => "itsm",
        "pgs" => "pgs",
        _ => "?",
    }
}
