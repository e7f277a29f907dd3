//! The source catalog of an application, with what is found out about its messages once for all locales.

use std::sync::{Arc, OnceLock};

use smol_str::SmolStr;

use super::found::finding_text;
use crate::catalog::{Catalog, Entry};
use crate::check::missing_message;
use crate::compare::State;
use crate::config::StringsFile;
use crate::report::{What, quoted, words};
use crate::text::{Parsed, Severity};

/// A catalog whose source has been read.
pub(super) struct File<'a> {
    pub(super) listed: &'a StringsFile,
    pub(super) is_wanted: bool,
    pub(super) source: Parsed<Catalog>,
    /// The catalog's key.
    pub(super) key: SmolStr,
    /// Words of each entry of the source, counted when first asked for.
    pub(super) words: OnceLock<Vec<usize>>,
    /// What is said of each entry where it is missing: the same in all locales.
    pub(super) gaps: Vec<OnceLock<Arc<What>>>,
}

impl File<'_> {
    pub(super) fn gap(&self, at: usize) -> &Arc<What> {
        self.gaps[at].get_or_init(|| {
            let source = &self.source.value;
            Arc::new(finding_text(
                missing_message(source, at),
                quoted(&source.entries[at].reading()),
                Some(State::Missing),
            ))
        })
    }

    pub(super) fn words(&self) -> &[usize] {
        self.words.get_or_init(|| {
            let source = &self.source.value;
            let texts = source.entries.iter().map(Entry::reading);
            texts.map(|text| words(&text)).collect()
        })
    }
}

/// Whether findings are wanted about a unit in a state, that weigh so much.
pub(super) type Wanted<'a> = &'a (dyn Fn(State, Severity) -> bool + Sync);

/// The state of a message that a check is about.
pub(super) fn state(code: &str) -> State {
    match code {
        "missing" => State::Missing,
        "obsolete" => State::Obsolete,
        _ => State::Current,
    }
}
