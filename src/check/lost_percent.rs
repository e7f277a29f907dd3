//! A figure that has lost its per cent.
//!
//! Why it matters: 45 per cent are not 45.
//! Example: `bei 45 Prozent` – `is 45`.
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::mention::Form;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "lost-percent",
    category: "number",
    severity: Severity::Warning,
    manual: include_str!("lost_percent.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    if source.percents.is_empty()
        || !target.percents.is_empty()
        || pair.article.to.lexicon.is_empty()
        || pair.target().contains(['%', '٪', '٪', '％', '‰'])
    {
        return;
    }
    for percent in &source.percents {
        let Some(german) = source.number_before(percent.span) else {
            continue;
        };
        let mut same = target.numbers.iter();
        let same = same.find(|number| number.agrees(german) && number.form == Form::Digits);
        if let Some(number) = same.filter(|_| german.form == Form::Digits) {
            let written = number.span.of(pair.target());
            let message = format!("`{written}` is per cent in the source");
            flaws
                .push(Flaw::new(number.span, written, message).hint("say of what it is the share"));
        }
    }
}
