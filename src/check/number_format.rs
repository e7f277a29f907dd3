//! A number with the marks of the wrong language: what is a decimal point here divides thousands
//! there.
//!
//! Why it matters: `1.000` is one thousand to a German and one to an English reader.
//! Example: `2,5 Meter` – `2,5 metres`; `1.100 Menschen` – `1.100 people`.
//! Fix: certain where only the marks are wrong and the figure counts something: it is written with the
//! marks of the locale. `Abschnitt 2.100` and `52.227-19` may name something, and are left.

use super::{Check, Find, Flaw, Pair};
use crate::language::known;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "number-format",
    category: "number",
    severity: Severity::Warning,
    manual: include_str!("number_format.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    if pair.article.to.lexicon.is_empty()
        || !target
            .numbers
            .iter()
            .any(|number| number.odd || number.foreign.is_some())
    {
        return;
    }
    let first = flaws.len();
    let mut are_certain = true;
    for &(here, there) in &pair.numbers().misread {
        let number = &target.numbers[there];
        let written = number.span.of(pair.target());
        let german_span = source.numbers[here].span;
        let german = german_span.of(pair.source());
        let message = format!(
            "`{written}` means something else in this language than `{german}` does in the source"
        );
        let flaw = Flaw::new(number.span, written, message);
        // What was not translated has the marks of its own language.
        let is_certain = !pair.is_copy()
            && digits(written).eq(digits(german))
            && counts(pair.target(), number.span)
            && counts(pair.source(), german_span)
            && !is_named(pair, german_span);
        are_certain &= is_certain;
        flaws.push(match exchange(pair, written) {
            Some(figure) => flaw.hint(format!("write `{figure}`")).fix(figure),
            None => flaw.hint("use the decimal mark and the grouping of the language"),
        });
    }
    // Half of the figures with other marks than the rest would be worse than all.
    if !are_certain {
        for flaw in &mut flaws[first..] {
            flaw.fix = None;
        }
    }
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_numeric())
}

/// Whether a figure stands by itself, as amounts do, and is no part of a code or a list in brackets.
fn counts(text: &str, span: Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let mut after = text[span.end..].chars();
    let (next, second) = (after.next(), after.next());
    let is_open = before == Some('(') && next == Some(')');
    let starts = before.is_none_or(|c| !c.is_alphanumeric() && !"-–/.,:#§*_=+'".contains(c));
    let ends = match next {
        Some('.' | ',' | ':' | ';' | '!' | '?') => second.is_none_or(char::is_whitespace),
        Some('-') => second.is_some_and(char::is_alphabetic),
        next => next.is_none_or(|c| !c.is_alphanumeric() && !"–/#*_=+'".contains(c)),
    };
    starts && ends && !is_open
}

/// Whether the word before a German figure may be what it numbers: a noun, or an abbreviation.
fn is_named(pair: Pair<'_>, span: Span) -> bool {
    let text = pair.source();
    let head = text[..span.start].trim_end();
    let word = head.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_function_word = || {
        let known = known(&word.to_lowercase());
        pair.source_writing().is_some_and(|from| known.is_of(from))
    };
    if word.ends_with([',', ';', ')']) {
        return false;
    }
    word.ends_with(['.', '§']) || word.starts_with(char::is_uppercase) && !is_function_word()
}

/// The figure with its marks exchanged for those of the language.
fn exchange(pair: Pair<'_>, written: &str) -> Option<String> {
    let lexicon = pair.article.to.lexicon;
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
