//! The source catalog of an application, with what is found out about its messages once for all locales.

use std::sync::{Arc, OnceLock};

use smol_str::SmolStr;

use crate::catalog::{Catalog, Pattern};
use crate::check::{Finding, missing_message};
use crate::compare::State;
use crate::config::StringsFile;
use crate::report::{What, quoted, words};
use crate::text::{Diagnostic, Parsed, Severity};

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
                quoted(&text(source, at)),
            ))
        })
    }

    pub(super) fn words(&self) -> &[usize] {
        self.words.get_or_init(|| {
            let source = &self.source.value;
            let entries = 0..source.entries.len();
            entries.map(|at| words(&text(source, at))).collect()
        })
    }
}

/// Whether findings are wanted about a unit in a state, that weigh so much.
pub(super) type Wanted<'a> = &'a (dyn Fn(State, Severity) -> bool + Sync);

/// What a message reads as, its attributes after its value.
pub(super) fn text(catalog: &Catalog, entry: usize) -> String {
    let content = catalog.entries[entry].content();
    let attributes = content.attributes.iter();
    let attributes = attributes.map(|attribute| attribute.value.pattern());
    let values = content.value.into_iter().chain(attributes);
    let texts: Vec<String> = values.map(Pattern::reading).collect();
    texts.join("\n")
}

/// The state of a message that a check is about.
pub(super) fn state(code: &str) -> State {
    match code {
        "missing" => State::Missing,
        "obsolete" => State::Obsolete,
        _ => State::Current,
    }
}

/// What a finding says of a message that reads like that in the source.
pub(super) fn finding_text(finding: Finding, source: String) -> What {
    let Diagnostic {
        code,
        message,
        mut hints,
        ..
    } = finding.diagnostic;
    hints.shrink_to_fit();
    What {
        code: code.into(),
        id: finding.id.into(),
        message,
        hints,
        source,
        state: Some(state(code)),
        amount: 1,
    }
}
