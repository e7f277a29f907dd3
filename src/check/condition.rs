//! A condition of the German that the translation does not have.
//!
//! Why it matters: what holds in one case holds always. A condition can be said without `if`, so
//! that this is a hint; looked at are languages whose ways to say one are known.
//! Example: `Falls der Strom ausfällt, startet der Motor.` – `The power fails and the engine starts.`;
//! `Nur wenn alle zustimmen` – `If all agree`.
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::language::STANCES;
use crate::mention::{Dated, Mentions};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "condition",
    category: "sense",
    severity: Severity::Hint,
    manual: include_str!("condition.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if pair.is_copy() {
        return;
    }
    let (source, target) = pair.mentions();
    let of = |mentions: &Mentions<'_>, name: &str| -> Option<Dated> {
        let mut all = mentions.stances.iter();
        all.find(|dated| STANCES[usize::from(dated.value)] == name)
            .copied()
    };
    let Some(word) = of(source, "if") else {
        return;
    };
    // "Wenn" at the start is a condition; elsewhere it is many things: "auch wenn", "wie wenn".
    let before = pair.source()[..word.span.start].trim_end();
    let after_only = before.ends_with("nur,");
    if !word.sure && !before.is_empty() && !after_only {
        return;
    }
    let lexicon = pair.article.to.lexicon;
    let lost = lexicon.has_stance("if")
        && of(target, "if").is_none()
        && target.negations.len() <= source.negations.len();
    let limited = of(source, "only-if")
        .or(after_only.then_some(word))
        .filter(|_| {
            lexicon.has_stance("only")
                && of(target, "only").is_none()
                && target.negations.is_empty()
                && target.negatives == 0
        });
    if lost || limited.is_some() {
        let german = limited.unwrap_or(word).span.of(pair.source());
        let message =
            format!("the source has the condition `{german}`, the translation has none such");
        flaws.push(
            Flaw::new(Span::default(), german, message).hint("compare what the two sentences say"),
        );
    }
}
