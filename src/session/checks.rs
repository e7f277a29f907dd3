//! The checks by themselves: their pages in the manual, and what they say of texts that are in no
//! catalog.

use std::sync::Arc;

use crate::check::{CHECKS, Term, Translation, Unit, check_units};
use crate::config::CheckSet;
use crate::text::{Severity, Span};

/// A check and its page in the manual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckPage {
    /// Its code: the fault's name.
    pub code: &'static str,
    /// The kind of fault.
    pub category: &'static str,
    /// How much a finding weighs, where nobody says otherwise.
    pub severity: Severity,
    /// Whether it is off where nobody turns it on.
    pub is_off_by_default: bool,
    /// What it finds, why that matters, an example, how safe its fix is.
    pub manual: String,
}

/// The pages of all checks, in the order of their codes.
pub fn check_pages() -> Vec<CheckPage> {
    let page = |check: &crate::check::Check| CheckPage {
        code: check.code,
        category: check.category,
        severity: check.severity,
        is_off_by_default: check.is_off_by_default(),
        manual: check.manual(),
    };
    CHECKS.iter().map(page).collect()
}

/// A text, its translation, and the terms that hold for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextPair {
    /// The source.
    pub source: String,
    /// The translation, decoded.
    pub target: String,
    /// The terms.
    pub terms: Vec<Term>,
}

/// Something wrong with a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFlaw {
    /// Index of the pair it is in.
    pub pair: usize,
    /// Code of the check that found it.
    pub code: &'static str,
    /// The kind of fault.
    pub category: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Place in the translation, in UTF-8 bytes; empty if something is not there.
    pub span: Span,
    /// What it is about, in a word or two.
    pub detail: String,
    /// What is wrong, one plain sentence.
    pub message: String,
    /// What has to stand in the place of `span`, if that is certain.
    pub fix: Option<String>,
}

/// Checks the texts of one document, in their order: what a locale's translation says otherwise than
/// its source, which is in the source locale. The set says whether the checks that are off by default
/// are among them.
///
/// # Examples
/// ```
/// use satz::config::CheckSet;
/// use satz::session::{TextPair, check_texts};
/// let pair = TextPair {
///     source: "Der Markt öffnet im Mai.".into(),
///     target: "The market opens in June.".into(),
///     ..TextPair::default()
/// };
/// assert_eq!(check_texts("de", "en", vec![pair], CheckSet::Usual)[0].code, "month");
/// ```
pub fn check_texts(
    source_locale: &str,
    locale: &str,
    pairs: Vec<TextPair>,
    set: CheckSet,
) -> Vec<TextFlaw> {
    let mut terms: Arc<[Term]> = Arc::default();
    let units = pairs.into_iter().enumerate().map(|(index, pair)| {
        if *terms != pair.terms[..] {
            terms = pair.terms.into();
        }
        Unit {
            id: index.to_string(),
            source: pair.source,
            target: pair.target,
            terms: Arc::clone(&terms),
        }
    });
    let translation = Translation::new(source_locale, locale, units.collect());
    let flaw = |flawed: crate::check::Flawed| TextFlaw {
        pair: flawed.unit,
        code: flawed.check.code,
        category: flawed.check.category,
        severity: flawed.check.severity,
        span: flawed.flaw.span,
        detail: flawed.flaw.detail,
        message: flawed.flaw.message,
        fix: flawed.flaw.fix,
    };
    let flaws = check_units(&translation).into_iter();
    let is_on =
        |flawed: &crate::check::Flawed| set == CheckSet::All || !flawed.check.is_off_by_default();
    flaws.filter(is_on).map(flaw).collect()
}
