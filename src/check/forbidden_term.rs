//! A word that the glossary forbids for a term of the house.
//!
//! Why it matters: the house has decided against it.
//! Example: `sleeping coach` for `Schlafwagen`, where the glossary says `sleeping car` and
//! `.forbidden = sleeping coach`. Where the term itself is there as often as in the German, the word
//! stands for something else.
//! Fix: none, since the sentence has to fit.

use super::pair::terms::count_own;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "forbidden-term",
    category: "glossary",
    severity: Severity::Error,
    manual: include_str!("forbidden_term.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let language = pair.language();
    let (source, target) = pair.readings();
    for (term, german) in pair.glossary().found(source) {
        if term.forbidden.is_empty()
            || count_own(&term.target, &term.forbidden, target, language) >= german
        {
            continue;
        }
        for word in &term.forbidden {
            if !word.is_empty() && count_own(word, &[], target, language) > 0 {
                let message = format!(
                    "`{word}` is forbidden for `{}`: write `{}`",
                    term.source, term.target
                );
                flaws.push(Flaw::new(Span::default(), word, message));
            }
        }
    }
}
