//! A number with the marks of the wrong language: what is a decimal point here divides thousands
//! there.
//!
//! Why it matters: `1.000` is one thousand to a German and one to an English reader.
//! Example: `2,5 Meter` – `2,5 metres`; `1.100 Menschen` – `1.100 people`.
//! Fix: certain where only the marks are wrong: the figure is written with those of the locale.

use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "number-format",
    category: "number",
    severity: Severity::Warning,
    manual: include_str!("number_format.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    if pair.article.lexicon.is_empty()
        || !target
            .numbers
            .iter()
            .any(|number| number.odd || number.foreign.is_some())
    {
        return;
    }
    for &(here, there) in &pair.numbers().misread {
        let number = &target.numbers[there];
        let written = number.span.of(pair.target());
        let german = source.numbers[here].span.of(pair.source());
        let message = format!(
            "`{written}` means something else in this language than `{german}` does in German"
        );
        let flaw = Flaw::new(number.span, written, message);
        flaws.push(match exchange(pair, written) {
            Some(fix) => flaw.hint(format!("write `{fix}`")).fix(fix),
            None => flaw.hint("use the decimal mark and the grouping of the language"),
        });
    }
}

/// The figure with its marks exchanged for those of the language.
fn exchange(pair: Pair<'_>, written: &str) -> Option<String> {
    let lexicon = pair.article.lexicon;
    let decimal = lexicon.decimal?;
    let group = *lexicon.groups.first()?;
    let last = written.rfind(['.', ','])?;
    let head = written
        .find(|c: char| c.is_alphabetic())
        .unwrap_or(written.len());
    let is_decimal = written[last..].starts_with(if decimal == '.' { ',' } else { '.' });
    let fix = written.char_indices().map(|(at, c)| match c {
        '.' | ',' if at == last && is_decimal => decimal,
        '.' | ',' => group,
        c => c,
    });
    (last < head).then(|| fix.collect())
}
