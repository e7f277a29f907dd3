//! A term of the house that is not translated as the glossary says.
//!
//! Why it matters: readers take two words for two things.
//! Example: `train of the night` for `Nachtzug`, which `glossary.ftl` has as `night train`. Cases,
//! numbers and genders of the term count as it, in German as in the translation. Other forms are
//! allowed by an attribute of the term: `.forms = sleeper, sleepers`.
//! Fix: none, since the sentence has to fit.

use super::pair::terms::count_own;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "glossary-term",
    category: "glossary",
    severity: Severity::Warning,
    manual: include_str!("glossary_term.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let language = pair.language();
    let (source, target) = pair.readings();
    for (term, _) in pair.glossary().found(source) {
        let has = |form: &String| count_own(form, &term.forbidden, target, language) > 0;
        if !has(&term.target) && !term.forms.iter().any(has) {
            let message = format!("`{}` is `{}` in the glossary", term.source, term.target);
            flaws.push(Flaw::new(Span::default(), &term.target, message));
        }
    }
}
