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
        let mut stances = mentions.stances.iter();
        let is = |dated: &&Dated| STANCES[usize::from(dated.value)] == name;
        stances.find(is).copied()
    };
    // "Wenn" at the start is a condition; elsewhere it is many things: "auch wenn", "wie wenn".
    let opens = |dated: &Dated| {
        let before = pair.source()[..dated.span.start].trim_end();
        before.is_empty() || before.ends_with("nur,")
    };
    let conditions = |dated: &&Dated| dated.sure && STANCES[usize::from(dated.value)] == "if";
    let opening = of(source, "opening-if").filter(opens);
    let word = source.stances.iter().find(conditions).copied().or(opening);
    let Some(word) = word else {
        return;
    };
    let after_only = opening.is_some_and(|dated| dated.span.start > 0 && dated.span == word.span);
    let lexicon = pair.article.to.lexicon;
    let lost = lexicon.has_stance("if")
        && !begins_with_clause(pair)
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

/// Whether the translation begins with a word that stands for a whole condition: `Reading on, you will see`.
fn begins_with_clause(pair: Pair<'_>) -> bool {
    let first = pair.readings().1.words.first();
    let (Some(first), Some(writing)) = (first, pair.writing()) else {
        return false;
    };
    let fits = |form: &&str| match form.strip_prefix('*') {
        Some(ending) => first.lower().ends_with(ending),
        None => first.lower() == *form,
    };
    writing.clause.iter().any(fits)
}
